// SPDX-License-Identifier: MIT
// A walk along the text. Groups and arguments recurse, so that a typeface
// ends where its group does.
#include "bibliography/tex.h"

#include "base/utf8.h"
#include "bibliography/tex_data.h"
#include "profile/excerpt.h"

// Deeper groups are read as if they had no braces; deeper arguments get lost.
#define MAX_DEPTH 32
// Unknown commands that are told; a file of them is no bibliography.
#define MAX_UNKNOWN 50

struct tex {
    struct bib_database *database;
    const struct bib_value *value;
    struct str text;
    size_t at;
    struct buf out;
    int depth;
    bool quiet;
    bool plain;   // an address: no Markdown
    bool in_link; // links do not nest
};

static char peek(const struct tex *tex)
{
    return tex->at < tex->text.len ? tex->text.ptr[tex->at] : '\0';
}

static void skip_blanks(struct tex *tex)
{
    while (ascii_is_space(peek(tex)))
        tex->at++;
}

// --- Output ------------------------------------------------------------------

static void add_blank(struct tex *tex)
{
    if (tex->out.len > 0 && tex->out.ptr[tex->out.len - 1] != ' ' &&
        !tex->plain)
        buf_add_char(&tex->out, ' ');
}

// Markdown takes "&amp;" for an ampersand and "&#42;" for a star.
static bool begins_entity(struct str rest)
{
    size_t i = 0;

    while (i < rest.len && (ascii_is_alnum(rest.ptr[i]) || rest.ptr[i] == '#'))
        i++;
    return i > 0 && i < rest.len && rest.ptr[i] == ';';
}

static bool needs_escape(const struct tex *tex, char c)
{
    if (c == '&')
        return begins_entity(str_slice(tex->text, tex->at, tex->text.len));
    return str_find_char(STR("*_[]`\\<~$"), c, 0) != SIZE_MAX;
}

// Adds what stands for the text before tex->at.
static void add_text(struct tex *tex, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == ' ') {
            add_blank(tex);
            continue;
        }
        if (!tex->plain && needs_escape(tex, text.ptr[i]))
            buf_add_char(&tex->out, '\\');
        buf_add_char(&tex->out, text.ptr[i]);
    }
}

// --- Arguments ---------------------------------------------------------------

// Returns the argument that comes next: a group without its braces, a
// command, or a character.
static struct str read_argument(struct tex *tex)
{
    size_t depth = 0;
    size_t from;
    size_t to;

    skip_blanks(tex);
    from = tex->at;
    if (tex->at >= tex->text.len || peek(tex) == '}')
        return (struct str){"", 0};
    if (peek(tex) == '\\') {
        tex->at++;
        if (!ascii_is_alpha(peek(tex)) && tex->at < tex->text.len)
            (void)utf8_next(tex->text, &tex->at);
        while (ascii_is_alpha(peek(tex)))
            tex->at++;
        return str_slice(tex->text, from, tex->at);
    }
    if (peek(tex) != '{') {
        (void)utf8_next(tex->text, &tex->at);
        return str_slice(tex->text, from, tex->at);
    }
    for (; tex->at < tex->text.len; tex->at++) {
        if (peek(tex) == '{')
            depth++;
        else if (peek(tex) == '}' && --depth == 0)
            break;
    }
    to = tex->at;
    if (tex->at < tex->text.len)
        tex->at++;
    return str_slice(tex->text, from + 1, to);
}

static void convert(struct tex *tex);

// Converts a part of the text, in which tex->at stands behind it.
static void convert_part(struct tex *tex, struct str part)
{
    struct str text = tex->text;
    size_t at = tex->at;

    if (part.len == 0 || ++tex->depth > MAX_DEPTH) {
        if (part.len > 0)
            tex->depth--;
        return;
    }
    tex->at = (size_t)(part.ptr - text.ptr);
    tex->text.len = tex->at + part.len;
    convert(tex);
    tex->text = text;
    tex->at = at;
    tex->depth--;
}

// Returns a part of the text, converted by itself.
static struct str converted(struct tex *tex, struct str part)
{
    struct buf out = tex->out;
    struct str result;

    tex->out = (struct buf){.arena = out.arena};
    convert_part(tex, part);
    result = buf_str(&tex->out);
    tex->out = out;
    return result;
}

// Blanks stand outside of marks, or Markdown would not see these.
static void add_marked(struct tex *tex, struct str inner, const char *open,
                       const char *close)
{
    struct str trimmed = str_trim(inner);

    if (trimmed.len > 0) {
        if (!tex->plain)
            buf_add_cstr(&tex->out, open);
        buf_add(&tex->out, trimmed);
        if (!tex->plain)
            buf_add_cstr(&tex->out, close);
    }
    if (inner.len > 0 && inner.ptr[inner.len - 1] == ' ')
        add_blank(tex);
}

// --- Accents -----------------------------------------------------------------

// An accent upon a dotless letter is that upon the letter with its dot: there
// is no other é of i.
static void add_accented(struct tex *tex, uint32_t mark, struct str base)
{
    size_t end;
    size_t offset = 0;
    uint32_t rune = utf8_next(base, &offset);

    if (!rune_is_word(rune)) {
        buf_add(&tex->out, base);
        return;
    }
    if (mark < 0x323 && rune == 0x131)
        base = STR("i");
    else if (mark < 0x323 && rune == 0x237)
        base = STR("j");
    end = utf8_grapheme_end(base, 0);
    buf_add(&tex->out, str_slice(base, 0, end));
    buf_add_rune(&tex->out, mark);
    buf_add(&tex->out, str_slice(base, end, base.len));
}

static void convert_accent(struct tex *tex, struct str command, uint32_t mark)
{
    struct str base = converted(tex, read_argument(tex));

    if (base.len == 0 && (command.ptr[0] == '~' || command.ptr[0] == '^'))
        add_text(tex, str_slice(command, 0, 1)); // the mark by itself
    else if (base.len > 0)
        add_accented(tex, mark, base);
}

// --- Commands ----------------------------------------------------------------

static void warn_unknown(struct tex *tex, struct str command, size_t from)
{
    struct bib_commands *unknown = &tex->database->unknown;

    if (tex->quiet || unknown->len >= MAX_UNKNOWN)
        return;
    for (size_t i = 0; i < unknown->len; i++)
        if (str_eq(unknown->ptr[i], command))
            return;
    vec_push(tex->database->arena, unknown, command);
    diag_warning(tex->database->diags, bib_value_pos(tex->value, from, tex->at),
                 STR("write the character itself, in UTF-8"),
                 "the TeX command \\%.*s is not known and left out",
                 STR_ARG(excerpt(tex->database->arena, command)));
}

// Returns an address from its TeX form, of which part is a piece.
static struct str address_of(struct tex *tex, struct str part)
{
    bool plain = tex->plain;
    struct str address;

    tex->plain = true;
    address = converted(tex, part);
    tex->plain = plain;
    return address;
}

// Characters that would end a link's address in Markdown.
static struct str escaped_address(struct arena *arena, struct str address)
{
    struct buf out = {.arena = arena};

    for (size_t i = 0; i < address.len; i++) {
        unsigned char c = (unsigned char)address.ptr[i];

        if (str_find_char(STR("<>()[]\\ \"*`"), (char)c, 0) != SIZE_MAX)
            buf_addf(&out, "%%%02X", c);
        else
            buf_add_char(&out, (char)c);
    }
    return buf_str(&out);
}

static void add_link(struct tex *tex, struct str address, struct str text)
{
    if (tex->plain || tex->in_link || address.len == 0) {
        buf_add(&tex->out, text);
        return;
    }
    buf_add_char(&tex->out, '[');
    buf_add(&tex->out, text);
    buf_add_cstr(&tex->out, "](");
    buf_add(&tex->out, escaped_address(tex->database->arena, address));
    buf_add_char(&tex->out, ')');
}

static void convert_url(struct tex *tex)
{
    struct str address = address_of(tex, read_argument(tex));
    struct buf out = tex->out;
    struct str text;

    tex->out = (struct buf){.arena = out.arena};
    add_text(tex, address);
    text = buf_str(&tex->out);
    tex->out = out;
    add_link(tex, address, text);
}

static void convert_href(struct tex *tex)
{
    struct str address = address_of(tex, read_argument(tex));
    bool in_link = tex->in_link;
    struct str text;

    tex->in_link = true;
    text = converted(tex, read_argument(tex));
    tex->in_link = in_link;
    add_link(tex, address, str_trim(text));
}

static void convert_rest(struct tex *tex, const char *mark)
{
    struct str rest = str_slice(tex->text, tex->at, tex->text.len);

    tex->at = tex->text.len;
    add_marked(tex, converted(tex, rest), mark, mark);
}

static void apply(struct tex *tex, struct str command, size_t from)
{
    switch (tex_kind_of(command)) {
    case TEX_PLAIN:
        convert_part(tex, read_argument(tex));
        break;
    case TEX_EMPH:
        add_marked(tex, converted(tex, read_argument(tex)), "*", "*");
        break;
    case TEX_BOLD:
        add_marked(tex, converted(tex, read_argument(tex)), "**", "**");
        break;
    case TEX_QUOTE:
        add_marked(tex, converted(tex, read_argument(tex)), "\u201c", "\u201d");
        break;
    case TEX_URL:
        convert_url(tex);
        break;
    case TEX_HREF:
        convert_href(tex);
        break;
    case TEX_HIDDEN:
        (void)read_argument(tex);
        break;
    case TEX_SWITCH_EMPH:
        convert_rest(tex, "*");
        break;
    case TEX_SWITCH_BOLD:
        convert_rest(tex, "**");
        break;
    case TEX_NOTHING:
        break;
    case TEX_UNKNOWN:
        warn_unknown(tex, command, from);
        break;
    }
}

static void convert_math(struct tex *tex, const char *closer);

static void convert_command(struct tex *tex)
{
    size_t from = tex->at++;
    struct str command;
    const char *symbol;
    uint32_t mark;

    if (tex->at >= tex->text.len)
        return;
    if (ascii_is_alpha(peek(tex)))
        while (ascii_is_alpha(peek(tex)))
            tex->at++;
    else
        (void)utf8_next(tex->text, &tex->at);
    command = str_slice(tex->text, from + 1, tex->at);
    if (str_eq_cstr(command, "(")) {
        convert_math(tex, "\\)");
        return;
    }
    mark = tex_accent(command);
    symbol = tex_symbol(command);
    if (ascii_is_alpha(command.ptr[0]))
        skip_blanks(tex);
    if (mark)
        convert_accent(tex, command, mark);
    else if (symbol)
        add_text(tex, str_from_cstr(symbol));
    else
        apply(tex, command, from);
}

// --- Characters --------------------------------------------------------------

// Copies a formula, which another part of vita understands; tex->at stands
// behind its opening mark. A dollar that has no partner is one of money.
static void convert_math(struct tex *tex, const char *closer)
{
    struct str mark = str_from_cstr(closer);
    size_t end = tex->at;

    while (end < tex->text.len &&
           !str_starts(str_slice(tex->text, end, tex->text.len), mark))
        end += tex->text.ptr[end] == '\\' ? 2 : 1;
    if (end >= tex->text.len) {
        add_text(tex, STR("$"));
        return;
    }
    if (end > tex->at) {
        struct str formula = bib_collapse(tex->database->arena,
                                          str_slice(tex->text, tex->at, end));

        buf_add_char(&tex->out, '$');
        buf_add(&tex->out, formula);
        buf_add_char(&tex->out, '$');
    }
    tex->at = end + mark.len;
}

struct ligature {
    const char *tex;
    const char *text;
};

// Longest first.
static const struct ligature ligatures[] = {
    {"---", "\u2014"}, {"--", "\u2013"}, {"``", "\u201c"}, {"''", "\u201d"},
    {"`", "\u2018"},   {"~", "\u00a0"},  {"!`", "\u00a1"}, {"?`", "\u00bf"},
};

static bool convert_ligature(struct tex *tex)
{
    struct str rest = str_slice(tex->text, tex->at, tex->text.len);

    for (size_t i = 0; i < sizeof ligatures / sizeof *ligatures; i++) {
        struct str ligature = str_from_cstr(ligatures[i].tex);

        if (!str_starts(rest, ligature))
            continue;
        tex->at += ligature.len;
        buf_add_cstr(&tex->out, ligatures[i].text);
        return true;
    }
    return false;
}

static void convert_group(struct tex *tex)
{
    if (tex->depth < MAX_DEPTH)
        convert_part(tex, read_argument(tex));
    else
        tex->at++;
}

static void convert_character(struct tex *tex)
{
    char c = peek(tex);

    if (tex->plain || !convert_ligature(tex)) {
        tex->at++;
        add_text(tex, (struct str){&c, 1});
    }
}

static void convert(struct tex *tex)
{
    while (tex->at < tex->text.len) {
        char c = peek(tex);

        if (c == '\\') {
            convert_command(tex);
        } else if (c == '{') {
            convert_group(tex);
        } else if (c == '}' || (c == '$' && tex->plain)) {
            tex->at++;
        } else if (c == '$') {
            tex->at++;
            convert_math(tex, "$");
        } else if (ascii_is_space(c)) {
            skip_blanks(tex);
            add_blank(tex);
        } else {
            convert_character(tex);
        }
    }
}

struct str tex_to_markdown(struct bib_database *database,
                           const struct bib_value *value,
                           enum tex_warnings warnings)
{
    struct tex tex = {.database = database,
                      .value = value,
                      .text = value->text,
                      .out = {.arena = database->arena},
                      .quiet = warnings == TEX_QUIET};

    if (!bib_spend(database, value->text.len, value->pos))
        return (struct str){"", 0};
    convert(&tex);
    return utf8_nfc(database->arena, str_trim(buf_str(&tex.out)));
}

struct str tex_to_address(struct bib_database *database,
                          const struct bib_value *value)
{
    struct tex tex = {.database = database,
                      .value = value,
                      .text = value->text,
                      .out = {.arena = database->arena},
                      .quiet = true,
                      .plain = true};

    if (!bib_spend(database, value->text.len, value->pos))
        return (struct str){"", 0};
    convert(&tex);
    return buf_str(&tex.out);
}
