// SPDX-License-Identifier: MIT
// The syntax of .bib files, with a place for each byte (docs/architecture.md
// tells why no library does it). After a mistake the reading goes on at the
// next line that begins an entry.
#include "bibliography/parser.h"

#include "profile/excerpt.h"

// Entries have up to thirty fields.
#define MAX_FIELDS 100
// A whole institute's.
#define MAX_ENTRIES 100000
// More are not shown; what is no .bib file at all has one in each line.
#define MAX_MISTAKES 200

static const struct str no_hint = {"", 0};

// --- Fields ------------------------------------------------------------------

// Reads "name = value"; *field->name is empty if there was no name.
static bool read_field(struct parser *parser, struct bib_field *field)
{
    struct bib_database *database = parser->database;
    size_t from = parser->at;
    struct str name = parser_read_name(parser);

    field->name = str_ascii_lower(database->arena, name);
    field->name_pos = bib_pos(parser->file, from, parser->at);
    if (name.len == 0) {
        parser_error(parser, from, STR("a field looks like: year = {1918},"),
                     "the name of a field is missing here");
        return false;
    }
    parser_skip_blanks(parser);
    if (parser_peek(parser) != '=') {
        diag_error(database->diags, field->name_pos,
                   str_format(database->arena, "write: %.*s = {...},",
                              STR_ARG(excerpt(database->arena, name))),
                   "there is no = behind '%.*s'",
                   STR_ARG(excerpt(database->arena, name)));
        return false;
    }
    parser->at++;
    return parser_read_value(parser, &field->value);
}

static void add_field(struct parser *parser, struct bib_entry *entry,
                      const struct bib_field *field)
{
    struct bib_database *database = parser->database;

    for (size_t i = 0; i < entry->fields.len; i++) {
        if (!str_eq(entry->fields.ptr[i].name, field->name))
            continue;
        diag_warning(database->diags, field->name_pos,
                     str_format(database->arena, "the one in line %u is used",
                                entry->fields.ptr[i].name_pos.line),
                     "the field %.*s occurs twice",
                     STR_ARG(excerpt(database->arena, field->name)));
        return;
    }
    vec_push(database->arena, &entry->fields, *field);
}

// True if "name =" comes next: then only the comma is missing.
static bool is_field_next(const struct parser *parser)
{
    struct parser ahead = *parser;

    if (parser_read_name(&ahead).len == 0)
        return false;
    parser_skip_blanks(&ahead);
    return parser_peek(&ahead) == '=';
}

// True if a line of text looks like a field: its } was forgotten, and those
// of the next fields were taken for it.
static bool holds_field(struct str text)
{
    struct parser line = {.text = text};

    while ((line.at = str_find_char(text, '\n', line.at)) != SIZE_MAX) {
        parser_skip_blanks(&line);
        if (is_field_next(&line))
            return true;
    }
    return false;
}

static void report_unclosed_entry(const struct parser *parser,
                                  const struct bib_entry *entry)
{
    struct diags *diags = parser->database->diags;
    struct str hint = str_format(
        parser->database->arena,
        "write %c in a line of its own below the last field", parser->closer);

    for (size_t i = 0; i < entry->fields.len; i++) {
        const struct bib_value *value = &entry->fields.ptr[i].value;

        if (!holds_field(value->text))
            continue;
        diag_error(diags, value->pos,
                   STR("count the braces of this field: each { has its }, "
                       "\\{ and \\} too"),
                   "this brace is not closed before the next field");
        return;
    }
    diag_error(diags, entry->pos, hint, "this entry is never closed");
}

static void report_end(const struct parser *parser,
                       const struct bib_entry *entry)
{
    struct arena *arena = parser->database->arena;

    if (parser->at >= parser->text.len || parser_peek(parser) == '@')
        report_unclosed_entry(parser, entry);
    else
        parser_error(
            parser, parser->at,
            entry->fields.len == 0
                ? STR("a comma stands behind the key, and no blank in it")
                : str_format(arena, "a comma or %c stands behind a field",
                             parser->closer),
            "this is no part of the entry");
}

// Behind a value or key that ends at `end`: returns true if another field
// follows; *closed tells whether the entry ended well.
static bool next_field(struct parser *parser, const struct bib_entry *entry,
                       size_t end, bool *closed)
{
    bool comma;

    parser_skip_blanks(parser);
    comma = parser_peek(parser) == ',';
    if (comma) {
        parser->at++;
        parser_skip_blanks(parser);
    }
    *closed = parser_peek(parser) == parser->closer;
    if (*closed) {
        parser->at++;
        return false;
    }
    if (comma && parser_is_name_char(parser_peek(parser)))
        return true;
    if (!comma && is_field_next(parser)) {
        parser_error(parser, end - 1, STR("a comma stands between fields"),
                     "a comma is missing here");
        return true;
    }
    report_end(parser, entry);
    return false;
}

// Reads up to the closing mark of the entry; end is where its key ends.
static void read_fields(struct parser *parser, struct bib_entry *entry,
                        size_t end)
{
    size_t errors = diags_errors(parser->database->diags);
    bool closed = false;

    while (next_field(parser, entry, end, &closed)) {
        struct bib_field field;

        if (!read_field(parser, &field))
            break;
        add_field(parser, entry, &field);
        end = parser->at;
        while (ascii_is_space(parser->text.ptr[end - 1]))
            end--;
        if (entry->fields.len > MAX_FIELDS) {
            diag_error(parser->database->diags, entry->pos, no_hint,
                       "this entry has more than %d fields", MAX_FIELDS);
            break;
        }
    }
    entry->is_broken =
        !closed || diags_errors(parser->database->diags) > errors;
    if (!closed)
        parser_skip_to_entry(parser);
}

// --- Entries -----------------------------------------------------------------

static void report_no_key(const struct parser *parser, size_t from,
                          struct str type)
{
    struct arena *arena = parser->database->arena;

    parser_error(parser, from,
                 str_format(arena, "name it: @%.*s{smith2020, ...",
                            STR_ARG(excerpt(arena, type))),
                 "this entry has no key");
}

// Returns what stands up to a comma, a blank or the closing mark.
static struct str read_key(struct parser *parser)
{
    size_t from = parser->at;

    while (parser->at < parser->text.len) {
        char c = parser_peek(parser);

        if (ascii_is_space(c) || c == ',' || c == '=' || c == '{' || c == '"' ||
            c == '}' || c == parser->closer)
            break;
        parser->at++;
    }
    return str_slice(parser->text, from, parser->at);
}

// Reads the key and the fields. An entry without a key is read, too, for the
// mistakes in its fields.
static void read_entry(struct parser *parser, struct str type)
{
    struct bib_database *database = parser->database;
    struct bib_entry *entry = arena_new_of(database->arena, struct bib_entry);
    size_t from = parser->at;
    struct str key = read_key(parser);
    size_t end = parser->at;

    parser_skip_blanks(parser);
    if (parser_peek(parser) == '=') { // the first field
        report_no_key(parser, from, type);
        parser_skip_to_entry(parser);
        return;
    }
    if (key.len == 0)
        report_no_key(parser, from, type);
    *entry = (struct bib_entry){.type = type,
                                .key = key,
                                .pos = bib_pos(parser->file, from, end),
                                .file = parser->file,
                                .number = parser->file->entries.len};
    read_fields(parser, entry, end);
    if (key.len > 0)
        vec_push(database->arena, &parser->file->entries, entry);
}

static void read_string(struct parser *parser)
{
    struct bib_field string;

    if (!read_field(parser, &string)) {
        parser_skip_to_entry(parser);
        return;
    }
    bib_string_set(parser->database, &string);
    if (parser_peek(parser) == ',') {
        parser->at++;
        parser_skip_blanks(parser);
    }
    if (parser_peek(parser) == parser->closer) {
        parser->at++;
        return;
    }
    diag_error(parser->database->diags, string.name_pos,
               STR("it looks like: @string{name = {text}}"),
               "this string is never closed");
    parser_skip_to_entry(parser);
}

// @comment and @preamble: nothing in them concerns us.
static void skip_entry(struct parser *parser)
{
    size_t end;

    parser->at--;
    end = parser_find_end(parser, parser->closer);
    parser->at = end == SIZE_MAX ? parser->at + 1 : end;
    if (end == SIZE_MAX)
        parser_skip_to_entry(parser);
}

// A brace too many closes an entry early, and its other fields get lost.
static void check_rest(struct parser *parser, size_t closer)
{
    size_t at = parser->at;

    while (at < parser->text.len && ascii_is_space(parser->text.ptr[at]))
        at++;
    if (at >= parser->text.len ||
        (parser->text.ptr[at] != ',' && parser->text.ptr[at] != '}'))
        return;
    parser_error(parser, closer,
                 STR("is there a } too many in this line or above it?"),
                 "the entry ends here, but more of it follows");
}

static void read_at_sign(struct parser *parser)
{
    struct bib_database *database = parser->database;
    size_t at = parser->at;
    struct str name;
    struct str type;

    parser->at++;
    name = parser_read_name(parser);
    type = str_ascii_lower(database->arena, name);
    parser_skip_blanks(parser);
    if (name.len == 0 ||
        (parser_peek(parser) != '{' && parser_peek(parser) != '(')) {
        parser->at = at + 1; // an address, say
        return;
    }
    parser->closer = parser_peek(parser) == '{' ? '}' : ')';
    parser->at++;
    if (str_eq_cstr(type, "comment") || str_eq_cstr(type, "preamble")) {
        skip_entry(parser);
        return;
    }
    parser_skip_blanks(parser);
    if (str_eq_cstr(type, "string"))
        read_string(parser);
    else
        read_entry(parser, type);
    if (parser->text.ptr[parser->at - 1] == parser->closer)
        check_rest(parser, parser->at - 1);
}

static bool is_enough(const struct parser *parser, size_t mistakes)
{
    const struct bib_entries *entries = &parser->file->entries;

    if (entries->len > MAX_ENTRIES)
        diag_error(parser->database->diags,
                   (struct pos){.source = parser->file->map.source}, no_hint,
                   "the file has more than %d entries", MAX_ENTRIES);
    return entries->len > MAX_ENTRIES ||
           diags_errors(parser->database->diags) +
                   diags_warnings(parser->database->diags) >
               mistakes + MAX_MISTAKES;
}

void bib_parse(struct bib_database *database, struct bib_file *file)
{
    struct parser parser = {
        .database = database, .file = file, .text = file->map.text};
    size_t mistakes =
        diags_errors(database->diags) + diags_warnings(database->diags);

    while (parser.at < parser.text.len && !is_enough(&parser, mistakes)) {
        parser_skip_blanks(&parser);
        if (parser_peek(&parser) == '@')
            read_at_sign(&parser);
        else if (parser.at < parser.text.len)
            parser.at++;
    }
}
