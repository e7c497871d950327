// SPDX-License-Identifier: MIT
// Templates are short, so each step walks the line anew; but they are split
// into their lines once for all entries.
#include "compose/template.h"

#include "base/utf8.h"
#include "compose/cache.h"

const struct value *value_lookup(const struct value_list *values,
                                 struct str name)
{
    for (size_t i = 0; i < values->len; i++)
        if (str_eq(values->ptr[i].name, name))
            return &values->ptr[i];
    return NULL;
}

void value_add(struct arena *arena, struct value_list *values, const char *name,
               struct text text)
{
    vec_push(arena, values,
             (struct value){.name = str_from_cstr(name), .text = text});
}

static bool is_placeholder_char(char c)
{
    return ascii_is_upper(c) || ascii_is_digit(c) || c == '_';
}

// Returns where the word at from ends, from itself if there is none; *capitals
// tells whether all of it can be in a placeholder's name.
static size_t word_end(struct str s, size_t from, bool *capitals)
{
    size_t end = from;

    *capitals = true;
    for (size_t offset = from; offset < s.len; end = offset) {
        uint32_t rune = utf8_next(s, &offset);

        // Letters without case, as of Hebrew, stand beside a name and are no
        // part of it.
        if (rune != '_' &&
            (!rune_is_word(rune) || (rune >= 0x80 && rune_upper(rune) == rune &&
                                     rune_lower(rune) == rune)))
            break;
        *capitals = *capitals && rune < 0x80 && is_placeholder_char((char)rune);
    }
    return end;
}

struct str placeholder_next(struct str s, size_t *offset)
{
    size_t at = *offset;

    while (at < s.len) {
        size_t start = at;
        bool capitals;

        at = word_end(s, start, &capitals);
        if (at == start) {
            (void)utf8_next(s, &at);
            continue;
        }
        *offset = at;
        if (capitals && ascii_is_upper(s.ptr[start]))
            return str_slice(s, start, at);
    }
    *offset = s.len;
    return (struct str){"", 0};
}

bool template_names(struct str template, struct str name)
{
    size_t offset = 0;
    struct str word;

    while ((word = placeholder_next(template, &offset)).len > 0)
        if (str_eq(word, name))
            return true;
    return false;
}

static bool is_known(const struct context *context, struct str name)
{
    if (context->cache)
        return str_map_lookup(&context->cache->names, name) != NULL;
    for (size_t i = 0; i < context->placeholders.len; i++)
        if (str_eq(context->placeholders.ptr[i], name))
            return true;
    return false;
}

// A blank-separated piece of a line.
struct piece {
    struct str text;
    struct str_list names; // of placeholders
    bool missing;          // it has one without a value
    bool connector;        // a bare lower-case word: "in", "at"
};
VEC_DECLARE(piece_list, struct piece);

// Separators that mean nothing at a line's start or end.
static bool is_loose(uint32_t rune)
{
    return rune == ' ' || rune == ',' || rune == ';' || rune == ':' ||
           rune == '-' || rune == '|' || rune == '/' || rune == '&' ||
           rune == 0x2013 || rune == 0x2014 || rune == 0xB7 || rune == 0x2022;
}

static struct str trim_loose(struct str s)
{
    size_t end = 0;
    size_t start = s.len;

    for (size_t offset = 0; offset < s.len;) {
        size_t from = offset;

        if (is_loose(utf8_next(s, &offset)))
            continue;
        if (start == s.len)
            start = from;
        end = offset;
    }
    return str_slice(s, start, end);
}

static bool is_connector(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_lower(s.ptr[i]) && (unsigned char)s.ptr[i] < 0x80)
            return false;
    // Neither is a dash a word.
    return trim_loose(s).len > 0;
}

static struct piece_list split_line(const struct context *context,
                                    struct str line)
{
    struct piece_list pieces = {0};
    struct str rest = line;

    while (rest.ptr) {
        struct piece piece = {.text = str_split(&rest, ' ')};
        size_t offset = 0;
        struct str word;

        if (piece.text.len == 0)
            continue;
        while ((word = placeholder_next(piece.text, &offset)).len > 0)
            if (is_known(context, word))
                vec_push(context->arena, &piece.names, word);
        // "*in*" connects as "in" does.
        piece.connector = is_connector(piece.text);
        if (piece.text.len > 2 && piece.text.ptr[0] == '*' &&
            str_ends(piece.text, STR("*")))
            piece.connector =
                is_connector(str_slice(piece.text, 1, piece.text.len - 1));
        vec_push(context->arena, &pieces, piece);
    }
    return pieces;
}

// True if a connector stands between two placeholders of which one is
// missing.
static bool is_idle_connector(const struct piece_list *pieces, size_t at)
{
    size_t left = at;
    size_t right = at + 1;

    if (!pieces->ptr[at].connector)
        return false;
    while (left > 0 && pieces->ptr[left - 1].names.len == 0)
        left--;
    while (right < pieces->len && pieces->ptr[right].names.len == 0)
        right++;
    if (left == 0 || right == pieces->len)
        return false;
    return pieces->ptr[left - 1].missing || pieces->ptr[right].missing;
}

// Takes separators from the end of what is written so far.
static void trim_end(struct buf *line)
{
    struct str kept = trim_loose(buf_str(line));

    line->len = kept.len > 0 ? (size_t)(kept.ptr - line->ptr) + kept.len : 0;
}

static bool is_word_char(char c)
{
    return ascii_is_alnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

// The asterisks and brackets before a piece's words.
static struct str opening_marks(struct str s)
{
    size_t start = 0;
    size_t end = 0;

    while (end < s.len && !is_word_char(s.ptr[end]))
        end++;
    while (start < end && s.ptr[start] != '*' && s.ptr[start] != '(' &&
           s.ptr[start] != '[')
        start++;
    return str_slice(s, start, end);
}

// The asterisks and brackets behind a piece's words, with what follows them.
static struct str closing_marks(struct str s)
{
    size_t start = s.len;

    while (start > 0 && !is_word_char(s.ptr[start - 1]))
        start--;
    while (start < s.len && s.ptr[start] != '*' && s.ptr[start] != ')' &&
           s.ptr[start] != ']')
        start++;
    return str_slice(s, start, s.len);
}

// Leaves out a piece but for the marks that it alone opens or closes: the
// other words between them stay. *opened waits for the first of these.
static void drop_piece(struct buf *line, struct str piece, struct str *opened)
{
    struct str open = opening_marks(piece);
    struct str close = closing_marks(piece);

    if (open.len > 0 && close.len == 0) {
        *opened = open;
    } else if (open.len == 0 && close.len > 0 && opened->len > 0) {
        *opened = (struct str){"", 0};
    } else if (open.len == 0 && close.len > 0) {
        trim_end(line);
        buf_add(line, close);
    }
}

// Joins what is left of a line; a separator needs something on its left.
static struct str join_pieces(struct arena *arena,
                              const struct piece_list *pieces)
{
    struct buf line = {.arena = arena};
    struct str opened = {"", 0};
    bool gap = false; // something is left out here

    for (size_t i = 0; i < pieces->len; i++) {
        const struct piece *piece = &pieces->ptr[i];
        bool separator = trim_loose(piece->text).len == 0;

        if (is_idle_connector(pieces, i))
            continue;
        if (piece->missing) {
            drop_piece(&line, piece->text, &opened);
            gap = true;
            continue;
        }
        // "SKILL: (KEYWORDS)"
        if (separator || (gap && str_starts(piece->text, STR("("))))
            trim_end(&line);
        gap = gap && separator;
        if (separator && (line.len == 0 || opened.len > 0))
            continue;
        if (line.len > 0)
            buf_add_char(&line, ' ');
        buf_add(&line, opened);
        buf_add(&line, piece->text);
        opened = (struct str){"", 0};
    }
    return buf_str(&line);
}

// Takes off the brackets around all that is left of a line, unless it began
// with them.
static struct str bare(struct str line, struct str template)
{
    struct str inner;

    if (!str_starts(line, STR("(")) || !str_ends(line, STR(")")) ||
        str_starts(template, STR("(")))
        return line;
    inner = str_slice(line, 1, line.len - 1);
    return str_find_char(inner, '(', 0) == SIZE_MAX &&
                   str_find_char(inner, ')', 0) == SIZE_MAX
               ? inner
               : line;
}

// The full stop that ends a line stays, whichever piece is the last.
static void keep_full_stop(struct arena *arena, const struct piece_list *pieces,
                           struct str *line)
{
    const struct piece *last = &pieces->ptr[pieces->len - 1];
    size_t tail = last->text.len;

    while (tail > 0 && !is_word_char(last->text.ptr[tail - 1]))
        tail--;
    if (!last->missing || line->len == 0 || str_ends(*line, STR(".")) ||
        str_find_char(last->text, '.', tail) == SIZE_MAX)
        return;
    *line = str_format(arena, "%.*s.", STR_ARG(*line));
}

static bool is_missing(const struct piece *piece,
                       const struct value_list *values)
{
    for (size_t i = 0; i < piece->names.len; i++)
        if (!value_lookup(values, piece->names.ptr[i]))
            return true;
    return false;
}

static bool any_missing(const struct piece_list *pieces,
                        const struct value_list *values)
{
    for (size_t i = 0; i < pieces->len; i++)
        if (is_missing(&pieces->ptr[i], values))
            return true;
    return false;
}

static struct str expand_phrases(const struct context *context, struct str s)
{
    struct value_list phrases = {0};

    value_add(context->arena, &phrases, "DEGREE_WITH_AREA",
              context->locale->degree_with_area);
    return template_fill(context->arena, s, &phrases);
}

struct template_line {
    struct str text;
    struct piece_list pieces;
};
VEC_DECLARE(template_line_list, struct template_line);

static void split_lines(const struct context *context, struct str template,
                        struct template_line_list *lines)
{
    struct str rest = expand_phrases(context, template);

    while (rest.ptr) {
        struct str text = str_trim(str_split(&rest, '\n'));

        vec_push(context->arena, lines,
                 (struct template_line){text, split_line(context, text)});
    }
}

// The lines of a template, which is split once.
static const struct template_line_list *lines_of(const struct context *context,
                                                 struct str template)
{
    struct arena *arena = context->arena;
    struct template_line_list *lines =
        context->cache ? str_map_lookup(&context->cache->templates, template)
                       : NULL;

    if (lines)
        return lines;
    lines = arena_new_of(arena, struct template_line_list);
    split_lines(context, template, lines);
    if (context->cache)
        str_map_add(arena, &context->cache->templates, template, lines);
    return lines;
}

// Returns what is left of a line where a placeholder is missing.
static struct str without_missing(struct arena *arena,
                                  const struct template_line *line,
                                  const struct value_list *values)
{
    struct piece_list pieces = {0};
    struct str left;

    for (size_t i = 0; i < line->pieces.len; i++) {
        struct piece piece = line->pieces.ptr[i];

        piece.missing = is_missing(&piece, values);
        vec_push(arena, &pieces, piece);
    }
    left = bare(trim_loose(join_pieces(arena, &pieces)), line->text);
    keep_full_stop(arena, &pieces, &left);
    return left;
}

struct text_list template_lines(const struct context *context,
                                struct text template,
                                const struct value_list *values)
{
    const struct template_line_list *all = lines_of(context, template.str);
    struct text_list lines = {0};
    size_t empty = 0; // lines of the template before the next one

    for (size_t i = 0; i < all->len; i++) {
        const struct template_line *line = &all->ptr[i];
        struct str text = any_missing(&line->pieces, values)
                              ? without_missing(context->arena, line, values)
                              : line->text;

        empty += line->text.len == 0;
        if (text.len == 0)
            continue;
        for (; empty > 0; empty--)
            vec_push(context->arena, &lines, (struct text){.str = STR("")});
        vec_push(context->arena, &lines, (struct text){text, template.pos});
    }
    return lines;
}

struct str template_fill(struct arena *arena, struct str template,
                         const struct value_list *values)
{
    struct buf filled = {.arena = arena};
    size_t done = 0;
    size_t offset = 0;
    struct str word;

    while ((word = placeholder_next(template, &offset)).len > 0) {
        const struct value *value = value_lookup(values, word);

        if (!value)
            continue;
        buf_add(&filled,
                str_slice(template, done, (size_t)(word.ptr - template.ptr)));
        buf_add(&filled, value->text.str);
        done = offset;
    }
    buf_add(&filled, str_slice(template, done, template.len));
    return buf_str(&filled);
}
