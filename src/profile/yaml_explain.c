// SPDX-License-Identifier: MIT
// Syntax errors in the user's words. libyaml says what its grammar expected;
// people made one of a few mistakes: an unquoted text with ": " or a leading
// "*", "[", "@", a lost quote, a tab, lines that do not line up. The table
// and the functions below find which, from the problem and the source line.
#include "profile/yaml_parts.h"

#include "base/utf8.h"
#include "profile/excerpt.h"

struct explainer {
    const struct source_map *map;
    struct diags *diags;
    const struct yaml_problem *problem;
    struct str line; // the source line of the problem
    size_t column;   // byte offset of the problem in it
    struct pos pos;
};

static const struct str quote_hint = {"put the whole text in quotes: \"...\"",
                                      35};

static void explain(const struct explainer *e, struct pos pos, struct str hint,
                    const char *message)
{
    diag_error(e->diags, pos, hint, "%s", message);
}

// Returns the part of the line before the problem, blanks trimmed.
static struct str before(const struct explainer *e)
{
    return str_trim(str_slice(e->line, 0, e->column));
}

static char byte_at(const struct explainer *e)
{
    return e->column < e->line.len ? e->line.ptr[e->column] : '\n';
}

// Finds "word:text" at the start of the line, the dashes of lists skipped.
// Returns the offset behind the colon, or 0.
static size_t missing_blank(struct str line)
{
    size_t i = 0;

    while (i < line.len && (line.ptr[i] == ' ' || line.ptr[i] == '-'))
        i++;
    while (i < line.len && (ascii_is_alnum(line.ptr[i]) || line.ptr[i] == '_'))
        i++;
    if (i == 0 || i + 1 >= line.len || line.ptr[i] != ':' ||
        ascii_is_space(line.ptr[i + 1]) || line.ptr[i + 1] == '/')
        return 0;
    return i + 1;
}

// Says that a blank is missing in the given line, if that is so.
static bool explain_missing_blank(const struct explainer *e, uint32_t number)
{
    struct str line = source_map_line(e->map, number);
    size_t colon = missing_blank(line);
    struct str key = str_trim(str_slice(line, 0, colon));
    size_t byte;
    size_t character;

    if (colon == 0)
        return false;
    byte = e->map->lines.ptr[number - 1].byte + colon - 1;
    character = source_map_character(e->map, byte);
    while (key.len > 0 && (*key.ptr == '-' || *key.ptr == ' '))
        key = str_slice(key, 1, key.len);
    diag_error(e->diags, source_map_pos(e->map, character, character + 1),
               str_format(diags_arena(e->diags), "write \"%.*s %.*s\"",
                          STR_ARG(key),
                          STR_ARG(excerpt(diags_arena(e->diags),
                                          str_slice(line, colon, line.len)))),
               "a space is missing after the colon of '%.*s'",
               STR_ARG(excerpt(diags_arena(e->diags), key)));
    return true;
}

// Returns the number of the nearest line above that has text, or 0.
static uint32_t text_line_above(const struct explainer *e)
{
    for (uint32_t line = e->pos.line - 1; line > 0; line--)
        if (str_trim(source_map_line(e->map, line)).len > 0)
            return line;
    return 0;
}

// The place from the first character of the line to the problem.
static struct pos key_place(const struct explainer *e)
{
    size_t at = e->problem->at;
    size_t indent = 0;

    while (indent < e->column && e->line.ptr[indent] == ' ')
        indent++;
    return source_map_pos(e->map, at - (e->pos.column - 1) + indent, at);
}

static void explain_colon(const struct explainer *e)
{
    struct str head = before(e);
    bool in_value = str_find(head, STR(": "), 0) != SIZE_MAX;
    uint32_t above = text_line_above(e);

    if (in_value)
        explain(e, e->pos, quote_hint,
                "a text with \": \" in it must be quoted");
    else if (above > 0 && explain_missing_blank(e, above))
        return;
    else
        explain(e, key_place(e),
                STR("line it up with the keys it belongs to; a text that "
                    "goes on in a second line and has \": \" in it must be "
                    "quoted"),
                "this line is indented like a part of the text above it");
}

// Returns the offset of the colon in "- Advisors: Prof. Zhang", which is an
// item and its text to people; or 0. Fields have no capitals.
static size_t text_colon(struct str line)
{
    struct str item = str_trim(line);
    size_t colon = str_find(line, STR(": "), 0);
    size_t i = 1;

    if (!str_starts(item, STR("- ")) || colon == SIZE_MAX)
        return 0;
    while (i < item.len && item.ptr[i] == ' ')
        i++;
    return i < item.len && ascii_is_upper(item.ptr[i]) ? colon : 0;
}

// Says of the line before the given one that its text needs quotes, if it is
// one with a colon.
static bool explain_text_above(const struct explainer *e, uint32_t number)
{
    struct str line =
        number > 1 ? source_map_line(e->map, number - 1) : (struct str){"", 0};
    size_t colon = text_colon(line);
    size_t at;

    if (colon == 0)
        return false;
    at = source_map_character(e->map,
                              e->map->lines.ptr[number - 2].byte + colon);
    explain(e, source_map_pos(e->map, at, at + 1),
            STR("put the whole text, with its other lines, in quotes: "
                "\"...\""),
            "a text with \": \" in it must be quoted");
    return true;
}

static void explain_no_colon(const struct explainer *e)
{
    struct pos pos =
        source_map_pos(e->map, e->problem->context_at, e->map->characters);

    if (explain_missing_blank(e, pos.line) || explain_text_above(e, pos.line))
        return;
    explain(e, pos,
            STR("write \"key: value\"; the second line of a text must be "
                "indented deeper than its key"),
            "this line has no \": \" that would make it a key with its "
            "value");
}

static void explain_character(const struct explainer *e)
{
    char c = byte_at(e);

    if (c == '\t')
        explain(e, e->pos, STR("indent with spaces"),
                "a tab cannot be used to indent");
    else
        diag_error(e->diags, e->pos, quote_hint,
                   "a text that begins with '%c' must be quoted", c);
}

struct str yaml_item_text(struct str line, size_t from)
{
    struct str before = str_trim(str_slice(line, 0, from));
    char last = before.len > 0 ? before.ptr[before.len - 1] : '\n';
    size_t end = from;

    if (last != '[' && last != ',' && last != '{')
        return str_trim(str_slice(line, from, line.len));
    while (end < line.len &&
           str_find_char(STR(",]}"), line.ptr[end], 0) == SIZE_MAX)
        end++;
    return str_trim(str_slice(line, from, end));
}

static void explain_star(const struct explainer *e)
{
    size_t from = e->problem->context_at;
    struct pos pos = source_map_pos(e->map, from, e->map->characters);
    struct str line = source_map_line(e->map, pos.line);
    size_t byte = source_map_byte(e->map, from);
    struct str text =
        yaml_item_text(line, byte - e->map->lines.ptr[pos.line - 1].byte);

    pos.length = 1;
    diag_error(e->diags, pos,
               str_format(diags_arena(e->diags), "write \"%.*s\"",
                          STR_ARG(excerpt(diags_arena(e->diags), text))),
               "a text that begins with '%c' must be quoted",
               text.len > 0 ? *text.ptr : '*');
}

static void explain_misfit(const struct explainer *e, bool list)
{
    struct pos start = source_map_pos(e->map, e->problem->context_at,
                                      e->problem->context_at + 1);
    struct arena *arena = diags_arena(e->diags);

    if (list && byte_at(e) != '-')
        diag_error(e->diags, e->pos,
                   str_format(arena,
                              "begin an item with \"- \", or line it up with "
                              "the item it belongs to; the list starts at "
                              "line %u",
                              start.line),
                   "expected the next item of a list here");
    else
        diag_error(e->diags, e->pos,
                   str_format(arena,
                              "line it up with what it belongs to; what "
                              "starts at line %u is indented by %u",
                              start.line, start.column - 1),
                   "the indentation of this line fits no line above");
}

// "- [text](address)": the bracket makes a list to YAML.
static void explain_bracket(const struct explainer *e, char bracket)
{
    size_t byte = str_find_char(e->line, bracket, 0);
    struct pos pos = e->pos;

    if (byte < e->column) {
        size_t start = source_map_character(
            e->map, e->map->lines.ptr[e->pos.line - 1].byte + byte);

        pos = source_map_pos(e->map, start, e->problem->at);
    }
    diag_error(e->diags, pos, quote_hint,
               "a text that begins with '%c' must be quoted", bracket);
}

// How many marks of a kind open or close a text in the line; an escaped one
// does not.
static size_t count_quotes(struct str line, char mark, size_t *last)
{
    size_t count = 0;

    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == '\\' && mark == '"') {
            i++;
        } else if (line.ptr[i] == mark) {
            count++;
            *last = i;
        }
    }
    return count;
}

static struct str close_hint(char mark)
{
    return mark == '"' ? STR("close it with \"; within \"...\" write \\\" for "
                             "a quote")
                       : STR("close it with '; within '...' write '' for an "
                             "apostrophe");
}

// `name: "Ada`, and then the quote that opens the next line's text closes
// this one. Returns false if the quotes of the line are in pairs.
static bool explain_open_quote(const struct explainer *e, char mark)
{
    size_t at = 0;

    if (count_quotes(before(e), mark, &at) % 2 == 0)
        return false;
    for (uint32_t line = e->pos.line - 1; line > 0; line--) {
        size_t start;

        if (count_quotes(source_map_line(e->map, line), mark, &at) % 2 == 0)
            continue;
        start =
            source_map_character(e->map, e->map->lines.ptr[line - 1].byte + at);
        diag_error(e->diags, source_map_pos(e->map, start, start + 1),
                   close_hint(mark),
                   "the quote that opens here is closed only in line %u",
                   e->pos.line);
        return true;
    }
    return false;
}

// The parser wanted a key or an item and found something else.
static void explain_unexpected(const struct explainer *e)
{
    bool list = str_starts(str_from_cstr(e->problem->message),
                           STR("did not find expected '-'"));
    struct str head = before(e);
    char last = head.len > 0 ? head.ptr[head.len - 1] : '\n';

    if (head.len == 0 && byte_at(e) == ':')
        explain(e, e->pos, (struct str){"", 0},
                "a key is missing before the colon");
    else if (head.len == 0)
        explain_misfit(e, list);
    else if ((last == '"' || last == '\'') && explain_open_quote(e, last))
        return;
    else if (last == '"' || last == '\'')
        explain(e, e->pos,
                STR("quote the whole text; within '...' write '' for an "
                    "apostrophe, within \"...\" write \\\" for a quote"),
                "text after the closing quote");
    else if (last == ']' || last == '}')
        explain_bracket(e, last == ']' ? '[' : '{');
    else
        explain(e, e->pos, quote_hint, "unexpected text");
}

static void explain_block_header(const struct explainer *e)
{
    size_t start = e->problem->context_at;

    explain(e, source_map_pos(e->map, start, start + 1),
            STR("put the text in quotes, or begin it in the next line"),
            "text after '|' or '>' in the same line");
}

static void explain_content(const struct explainer *e)
{
    char c = byte_at(e);
    const char *context = e->problem->context ? e->problem->context : "";
    bool flow = str_starts(str_from_cstr(context), STR("while parsing a flow"));

    if (c == '\n' || (flow && c == ','))
        explain(e, e->pos, (struct str){"", 0}, "a value is missing here");
    else
        diag_error(e->diags, e->pos, quote_hint,
                   "a text that begins with '%c' must be quoted", c);
}

// Messages that need no look at the source. in_context: the place is where
// the quote or bracket was opened.
static const struct {
    const char *message;
    const char *context;
    bool in_context;
    const char *text;
    const char *hint; // NULL: how to close the quote that opens there
} plain_problems[] = {
    {"found unexpected end of stream", "while scanning a quoted scalar", true,
     "the quote that opens here is never closed", NULL},
    {"found unexpected document indicator", "", true,
     "the quote that opens here is not closed before '---' or '...'", NULL},
    {"found unknown escape character", "", false,
     "unknown escape in a text in double quotes",
     "write \\\\ for a backslash, or use single quotes"},
    {"did not find expected hexdecimal number", "", false,
     "\\x, \\u and \\U need 2, 4 and 8 hexadecimal digits",
     "write \\\\ for a backslash, or use single quotes"},
    {"found invalid Unicode character escape code", "", false,
     "no character has this number", ""},
    {"did not find expected ',' or ']'", "", true,
     "the list that opens here with '[' is not closed",
     "close it with ']'; a text that begins with '[' must be quoted"},
    {"did not find expected ',' or '}'", "", true,
     "the map that opens here with '{' is not closed",
     "close it with '}'; a text that begins with '{' must be quoted"},
    {"block sequence entries are not allowed in this context", "", false,
     "a list cannot begin in the line of its key",
     "begin it in the next line; a text that begins with \"- \" must be "
     "quoted"},
    {"mapping keys are not allowed in this context", "", false,
     "a text that begins with \"? \" must be quoted",
     "put the whole text in quotes: \"...\""},
    {"found a tab character", "", false, "a tab cannot be used to indent",
     "indent with spaces"},
    {"found unknown directive name", "", true, "a line cannot begin with '%'",
     "put the whole text in quotes: \"...\""},
    {"did not find expected <document start>", "", false,
     "unexpected text after the end of the document", ""},
    {"found undefined tag handle", "", false,
     "a text that begins with '!' must be quoted",
     "put the whole text in quotes: \"...\""},
};

static bool explain_plain(const struct explainer *e, struct str message)
{
    struct str context =
        str_from_cstr(e->problem->context ? e->problem->context : "");

    for (size_t i = 0; i < sizeof plain_problems / sizeof *plain_problems;
         i++) {
        const char *hint = plain_problems[i].hint;
        size_t start = e->problem->context_at;

        if (!str_starts(message, str_from_cstr(plain_problems[i].message)) ||
            !str_starts(context, str_from_cstr(plain_problems[i].context)))
            continue;
        explain(
            e,
            plain_problems[i].in_context
                ? source_map_pos(e->map, start, start + 1)
                : e->pos,
            hint ? str_from_cstr(hint)
                 : close_hint(e->map->text.ptr[source_map_byte(e->map, start)]),
            plain_problems[i].text);
        return true;
    }
    return false;
}

bool yaml_is_odd_blank(uint32_t rune)
{
    return rune == 0xa0 || (rune >= 0x2000 && rune <= 0x200b) ||
           rune == 0x202f || rune == 0x3000 || rune == 0xfeff;
}

const char *yaml_blank_name(uint32_t rune)
{
    return rune == 0xa0 || rune == 0x202f ? "a no-break space"
                                          : "a special space";
}

// Says that the line is indented by what only looks like blanks, if it is.
static bool explain_odd_blank(const struct explainer *e, uint32_t number)
{
    struct str line = source_map_line(e->map, number);
    size_t at = 0;
    size_t end;
    uint32_t rune;

    if (number == 0)
        return false;
    while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '\t'))
        at++;
    end = at;
    rune = at < line.len ? utf8_next(line, &end) : 0;
    if (!yaml_is_odd_blank(rune))
        return false;
    at = source_map_character(e->map, e->map->lines.ptr[number - 1].byte + at);
    diag_error(e->diags, source_map_pos(e->map, at, at + 1),
               STR("delete the blanks at the start of the line and type "
                   "spaces"),
               "%s (U+%04X) cannot be used to indent", yaml_blank_name(rune),
               (unsigned)rune);
    return true;
}

static bool explain_special(const struct explainer *e, struct str message)
{
    static const struct {
        const char *message;
        void (*explain)(const struct explainer *);
    } specials[] = {
        {"mapping values are not allowed", explain_colon},
        {"could not find expected ':'", explain_no_colon},
        {"found character that cannot start any token", explain_character},
        {"did not find expected alphabetic or numeric", explain_star},
        {"did not find expected key", explain_unexpected},
        {"did not find expected '-' indicator", explain_unexpected},
        {"did not find expected comment or line break", explain_block_header},
        {"did not find expected node content", explain_content},
    };

    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++) {
        if (str_starts(message, str_from_cstr(specials[i].message))) {
            specials[i].explain(e);
            return true;
        }
    }
    return false;
}

void yaml_explain(const struct source_map *map, struct diags *diags,
                  const struct yaml_problem *problem)
{
    struct explainer e = {.map = map, .diags = diags, .problem = problem};
    struct str message =
        str_from_cstr(problem->message ? problem->message : "out of memory");

    e.pos = source_map_pos(map, problem->at, problem->at + 1);
    e.line = source_map_line(map, e.pos.line);
    e.column =
        source_map_byte(map, problem->at) - map->lines.ptr[e.pos.line - 1].byte;
    if (explain_odd_blank(&e, e.pos.line) ||
        explain_odd_blank(&e, text_line_above(&e)))
        return;
    if (!explain_special(&e, message) && !explain_plain(&e, message))
        diag_error(diags, e.pos, (struct str){"", 0}, "malformed YAML: %.*s",
                   STR_ARG(message));
}
