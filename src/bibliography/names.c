// SPDX-License-Identifier: MIT
// Names by BibTeX's rules: "First von Last", "von Last, First" or
// "von Last, Jr, First". What stands in braces is one word.
#include "bibliography/parts.h"

#include "base/utf8.h"

#define MAX_NAME_COMMAS 2

struct namer {
    struct bib_database *database;
    const struct bib_value *value;
    enum tex_warnings warnings;
};

static void warn(const struct namer *namer, struct str hint,
                 const char *message)
{
    if (namer->warnings == TEX_WARN)
        diag_warning(namer->database->diags, namer->value->pos, hint, "%s",
                     message);
}

// A tie is a blank to BibTeX, unless it stands in braces.
static struct str without_ties(struct arena *arena, struct str text)
{
    char *copy = str_to_cstr(arena, text);
    size_t depth = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (copy[i] == '{')
            depth++;
        else if (copy[i] == '}' && depth > 0)
            depth--;
        else if (copy[i] == '~' && depth == 0 &&
                 (i == 0 || copy[i - 1] != '\\'))
            copy[i] = ' ';
    }
    return bib_collapse(arena, (struct str){copy, text.len});
}

// Returns the offset of the first `word` outside of braces at or behind from,
// which stands outside of them; SIZE_MAX if there is none.
static size_t find_outside(struct str text, struct str word, size_t from)
{
    size_t depth = 0;

    for (size_t i = from; i < text.len; i++) {
        if (text.ptr[i] == '{')
            depth++;
        else if (text.ptr[i] == '}' && depth > 0)
            depth--;
        else if (depth == 0 && str_starts(str_slice(text, i, text.len), word))
            return i;
    }
    return SIZE_MAX;
}

static size_t count_commas(struct str text)
{
    size_t count = 0;
    size_t at = 0;

    while ((at = find_outside(text, STR(","), at)) != SIZE_MAX) {
        count++;
        at++;
    }
    return count;
}

static struct str trim_commas(struct str text)
{
    size_t from = 0;
    size_t to = text.len;

    while (from < to && (text.ptr[from] == ',' || text.ptr[from] == ' '))
        from++;
    while (to > from && (text.ptr[to - 1] == ',' || text.ptr[to - 1] == ' '))
        to--;
    return str_slice(text, from, to);
}

static struct str convert(const struct namer *namer, struct str tex,
                          enum tex_warnings warnings)
{
    struct bib_value value = *namer->value;

    value.text = tex;
    value.pieces = (struct bib_pieces){0};
    return tex_to_markdown(namer->database, &value, warnings);
}

// True if the word's first letter is small, as in "von". What stands in
// braces has no case, but for accents: {\'e}.
static bool is_small(const struct namer *namer, struct str word)
{
    for (size_t offset = 0; offset < word.len;) {
        struct str rest = str_slice(word, offset, word.len);
        uint32_t rune;

        if (str_starts(rest, STR("{\\")) || *rest.ptr == '\\') {
            rest = convert(namer, rest, TEX_QUIET);
            offset = 0;
            rune = rest.len > 0 ? utf8_next(rest, &offset) : 0;
            return rune_upper(rune) != rune;
        }
        if (*rest.ptr == '{')
            return false;
        rune = utf8_next(word, &offset);
        if (rune_is_word(rune))
            return rune_upper(rune) != rune;
    }
    return false;
}

// Returns where "von Last" begins in a name without commas: at the first
// small word, or else at the last word.
static size_t find_last_name(const struct namer *namer, struct str name)
{
    size_t word = 0;

    for (;;) {
        size_t end = find_outside(name, STR(" "), word);

        if (end == SIZE_MAX || is_small(namer, str_slice(name, word, end)))
            return word;
        word = end + 1;
    }
}

// The parts of "von Last, Jr, First"; jr and first may be empty.
struct parts {
    struct str last;
    struct str jr;
    struct str first;
};

static struct parts split(const struct namer *namer, struct str name)
{
    size_t comma = find_outside(name, STR(","), 0);
    struct parts parts = {.jr = {"", 0}};
    struct str rest;

    if (comma == SIZE_MAX) {
        size_t last = find_last_name(namer, name);

        parts.last = str_slice(name, last, name.len);
        parts.first = str_trim(str_slice(name, 0, last));
        return parts;
    }
    parts.last = str_trim(str_slice(name, 0, comma));
    rest = str_slice(name, comma + 1, name.len);
    comma = find_outside(rest, STR(","), 0);
    if (comma != SIZE_MAX) {
        parts.jr = str_trim(str_slice(rest, 0, comma));
        rest = str_slice(rest, comma + 1, rest.len);
    }
    parts.first = str_trim(rest);
    return parts;
}

static void add_part(struct buf *buf, struct str part)
{
    if (buf->len > 0 && part.len > 0)
        buf_add_char(buf, ' ');
    buf_add(buf, part);
}

static void read_name(const struct namer *namer, struct str text,
                      struct bib_names *names)
{
    struct arena *arena = namer->database->arena;
    struct parts parts = split(namer, text);
    struct buf whole = {.arena = arena};
    struct bib_name name;

    add_part(&whole, parts.first);
    add_part(&whole, parts.last);
    add_part(&whole, parts.jr);
    name.text = convert(namer, buf_str(&whole), namer->warnings);
    name.sort = bib_folded(
        arena, convert(namer,
                       str_format(arena, "%.*s, %.*s %.*s", STR_ARG(parts.last),
                                  STR_ARG(parts.first), STR_ARG(parts.jr)),
                       TEX_QUIET));
    if (name.text.len > 0)
        vec_push(arena, names, name);
}

static void read_one(const struct namer *namer, struct str text,
                     struct bib_names *names)
{
    struct arena *arena = namer->database->arena;

    text = trim_commas(text);
    if (text.len == 0) {
        warn(namer, STR("is there an \"and\" too many?"),
             "an empty name is left out");
    } else if (str_eq_cstr(str_ascii_lower(arena, text), "others")) {
        vec_push(arena, names, (struct bib_name){STR("et al."), STR("\x7f")});
    } else if (count_commas(text) > MAX_NAME_COMMAS) {
        warn(namer,
             STR("names are separated by \"and\": Noether, Emmy and Hilbert, "
                 "David"),
             "a name has more than two commas");
        text = convert(namer, text, namer->warnings);
        vec_push(arena, names,
                 (struct bib_name){text, bib_folded(arena, text)});
    } else {
        read_name(namer, text, names);
    }
}

struct bib_names bib_names_read(struct bib_database *database,
                                const struct bib_value *value,
                                enum tex_warnings warnings)
{
    const struct str and = STR(" and ");
    struct namer namer = {database, value, warnings};
    struct str text = without_ties(database->arena, value->text);
    struct str lower = str_ascii_lower(database->arena, text);
    struct bib_names names = {0};
    size_t from = 0;

    while (from < text.len) {
        size_t end = find_outside(lower, and, from);

        read_one(&namer, str_slice(text, from, end), &names);
        if (end == SIZE_MAX)
            break;
        // The blank behind it may belong to the next "and".
        from = end + and.len - 1;
    }
    return names;
}
