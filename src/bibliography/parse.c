// SPDX-License-Identifier: MIT
// The syntax of .bib files, with a place for each byte (docs/architecture.md
// tells why no library does it). After a mistake the reading goes on at the
// next line that begins an entry.
#include "bibliography/database.h"

#include "profile/excerpt.h"

// Entries have up to thirty fields.
#define MAX_FIELDS 100
// A whole institute's.
#define MAX_ENTRIES 100000
// More are not shown; what is no .bib file at all has one in each line.
#define MAX_MISTAKES 200

struct parser {
    struct bib_database *database;
    struct bib_file *file;
    struct str text;
    size_t at;
    char closer; // of the entry being read
};

static const struct str no_hint = {"", 0};

// --- Small steps -------------------------------------------------------------

static char peek(const struct parser *parser)
{
    return parser->at < parser->text.len ? parser->text.ptr[parser->at] : '\0';
}

// Blanks, and what stands behind % in a line; the latter is no part of
// BibTeX's syntax, but people comment so.
static void skip_blanks(struct parser *parser)
{
    while (parser->at < parser->text.len) {
        if (peek(parser) == '%')
            while (parser->at < parser->text.len && peek(parser) != '\n')
                parser->at++;
        else if (ascii_is_space(peek(parser)))
            parser->at++;
        else
            break;
    }
}

static bool is_name_char(char c)
{
    return c != '\0' && !ascii_is_space(c) &&
           str_find_char(STR("\"#%'(),={}@\\~"), c, 0) == SIZE_MAX;
}

static struct str read_name(struct parser *parser)
{
    size_t from = parser->at;

    while (parser->at < parser->text.len && is_name_char(peek(parser)))
        parser->at++;
    return str_slice(parser->text, from, parser->at);
}

static void error_at(const struct parser *parser, size_t at, struct str hint,
                     const char *message)
{
    diag_error(parser->database->diags, bib_pos(parser->file, at, at + 1), hint,
               "%s", message);
}

// True if a line begins at `at` with @ and a word and an opening brace; *name
// is the word.
static bool begins_entry(const struct parser *parser, size_t at,
                         struct str *name)
{
    struct parser ahead = *parser;

    ahead.at = at;
    while (ahead.at > 0 && (ahead.text.ptr[ahead.at - 1] == ' ' ||
                            ahead.text.ptr[ahead.at - 1] == '\t'))
        ahead.at--;
    if (ahead.at > 0 && ahead.text.ptr[ahead.at - 1] != '\n')
        return false;
    ahead.at = at + 1;
    if (at >= parser->text.len || parser->text.ptr[at] != '@')
        return false;
    *name = read_name(&ahead);
    skip_blanks(&ahead);
    return name->len > 0 && (peek(&ahead) == '{' || peek(&ahead) == '(');
}

// Goes to the next line that begins an entry, or to the end.
static void skip_to_entry(struct parser *parser)
{
    struct str name;

    while (parser->at < parser->text.len) {
        size_t at = str_find_char(parser->text, '@', parser->at);

        parser->at = at == SIZE_MAX ? parser->text.len : at;
        if (at == SIZE_MAX || begins_entry(parser, at, &name))
            return;
        parser->at++;
    }
}

// --- Values ------------------------------------------------------------------

// Returns the end of the text in braces or quotation marks that begins at
// parser->at, behind its closing mark, or SIZE_MAX if there is none. An entry
// that begins inside tells that a brace was forgotten.
static size_t find_end(const struct parser *parser, char closer)
{
    size_t depth = 0;
    struct str name;

    for (size_t i = parser->at + 1; i < parser->text.len; i++) {
        char c = parser->text.ptr[i];

        if (c == closer && depth == 0)
            return i + 1;
        if (c == '@' && begins_entry(parser, i, &name))
            return SIZE_MAX;
        // A backslash does not hide a brace from BibTeX.
        if (c == '{')
            depth++;
        else if (c == '}' && depth == 0)
            return SIZE_MAX; // of a text in quotation marks
        else if (c == '}')
            depth--;
    }
    return SIZE_MAX;
}

static void report_unclosed(const struct parser *parser, char closer)
{
    error_at(parser, parser->at,
             closer == '}' ? STR("count the braces of this field: each { has "
                                 "its }, \\{ and \\} too")
                           : STR("close it with \", and write {\"} for a mark "
                                 "inside of it; each { has its }"),
             closer == '}' ? "this brace is never closed"
                           : "this quotation mark is never closed");
}

// The texts of a value's pieces, put together.
struct joiner {
    struct buf buf;
    struct str only; // while there is but one piece, it is not copied
    size_t count;
};

static bool join(struct parser *parser, struct joiner *joiner, struct str text,
                 struct bib_value *value, size_t byte, size_t named)
{
    struct arena *arena = parser->database->arena;
    size_t from = joiner->count == 1 ? joiner->only.len : joiner->buf.len;

    if (joiner->count++ == 0) {
        joiner->only = text;
    } else {
        if (!bib_spend(parser->database, text.len,
                       bib_pos(parser->file, byte, byte + 1)))
            return false;
        if (joiner->count == 2)
            buf_add(&joiner->buf, joiner->only);
        buf_add(&joiner->buf, text);
    }
    vec_push(arena, &value->pieces, (struct bib_piece){from, byte, named});
    return true;
}

static bool read_string_name(struct parser *parser, struct joiner *joiner,
                             struct bib_value *value)
{
    struct bib_database *database = parser->database;
    size_t from = parser->at;
    struct str name = str_ascii_lower(database->arena, read_name(parser));
    const struct bib_value *string = bib_string_lookup(database, name);

    if (string)
        return join(parser, joiner, string->text, value, from, name.len);
    diag_error(database->diags, bib_pos(parser->file, from, parser->at),
               STR("put braces around a text; a name needs a line such as "
                   "@string{name = {text}} above"),
               "there is no string '%.*s'",
               STR_ARG(excerpt(database->arena, name)));
    return true;
}

static bool read_piece(struct parser *parser, struct joiner *joiner,
                       struct bib_value *value)
{
    char c = peek(parser);
    size_t from = parser->at;

    if (c == '{' || c == '"') {
        size_t end = find_end(parser, c == '{' ? '}' : '"');

        if (end == SIZE_MAX) {
            report_unclosed(parser, c == '{' ? '}' : '"');
            return false;
        }
        parser->at = end;
        return join(parser, joiner, str_slice(parser->text, from + 1, end - 1),
                    value, from + 1, 0);
    }
    if (ascii_is_digit(c)) {
        while (ascii_is_digit(peek(parser)))
            parser->at++;
        return join(parser, joiner, str_slice(parser->text, from, parser->at),
                    value, from, 0);
    }
    if (is_name_char(c))
        return read_string_name(parser, joiner, value);
    error_at(parser, from, STR("a value is {text}, \"text\" or a number"),
             "a value is missing here");
    return false;
}

static bool read_value(struct parser *parser, struct bib_value *value)
{
    struct joiner joiner = {.buf = {.arena = parser->database->arena}};
    size_t from;

    skip_blanks(parser);
    from = parser->at;
    *value = (struct bib_value){.file = parser->file};
    for (;;) {
        if (!read_piece(parser, &joiner, value))
            return false;
        value->pos = bib_pos(parser->file, from, parser->at);
        skip_blanks(parser);
        if (peek(parser) != '#')
            break;
        parser->at++;
        skip_blanks(parser);
    }
    value->text = joiner.count > 1   ? buf_str(&joiner.buf)
                  : joiner.count > 0 ? joiner.only
                                     : (struct str){"", 0};
    return true;
}

// --- Fields ------------------------------------------------------------------

// Reads "name = value"; *field->name is empty if there was no name.
static bool read_field(struct parser *parser, struct bib_field *field)
{
    struct bib_database *database = parser->database;
    size_t from = parser->at;
    struct str name = read_name(parser);

    field->name = str_ascii_lower(database->arena, name);
    field->name_pos = bib_pos(parser->file, from, parser->at);
    if (name.len == 0) {
        error_at(parser, from, STR("a field looks like: year = {1918},"),
                 "the name of a field is missing here");
        return false;
    }
    skip_blanks(parser);
    if (peek(parser) != '=') {
        diag_error(database->diags, field->name_pos,
                   str_format(database->arena, "write: %.*s = {...},",
                              STR_ARG(excerpt(database->arena, name))),
                   "there is no = behind '%.*s'",
                   STR_ARG(excerpt(database->arena, name)));
        return false;
    }
    parser->at++;
    return read_value(parser, &field->value);
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

    if (read_name(&ahead).len == 0)
        return false;
    skip_blanks(&ahead);
    return peek(&ahead) == '=';
}

// True if a line of text looks like a field: its } was forgotten, and those
// of the next fields were taken for it.
static bool holds_field(struct str text)
{
    struct parser line = {.text = text};

    while ((line.at = str_find_char(text, '\n', line.at)) != SIZE_MAX) {
        skip_blanks(&line);
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

    if (parser->at >= parser->text.len || peek(parser) == '@')
        report_unclosed_entry(parser, entry);
    else
        error_at(parser, parser->at,
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

    skip_blanks(parser);
    comma = peek(parser) == ',';
    if (comma) {
        parser->at++;
        skip_blanks(parser);
    }
    *closed = peek(parser) == parser->closer;
    if (*closed) {
        parser->at++;
        return false;
    }
    if (comma && is_name_char(peek(parser)))
        return true;
    if (!comma && is_field_next(parser)) {
        error_at(parser, end - 1, STR("a comma stands between fields"),
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
        skip_to_entry(parser);
}

// --- Entries -----------------------------------------------------------------

static void report_no_key(const struct parser *parser, size_t from,
                          struct str type)
{
    struct arena *arena = parser->database->arena;

    error_at(parser, from,
             str_format(arena, "name it: @%.*s{smith2020, ...",
                        STR_ARG(excerpt(arena, type))),
             "this entry has no key");
}

// Returns what stands up to a comma, a blank or the closing mark.
static struct str read_key(struct parser *parser)
{
    size_t from = parser->at;

    while (parser->at < parser->text.len) {
        char c = peek(parser);

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

    skip_blanks(parser);
    if (peek(parser) == '=') { // the first field
        report_no_key(parser, from, type);
        skip_to_entry(parser);
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
        skip_to_entry(parser);
        return;
    }
    bib_string_set(parser->database, &string);
    if (peek(parser) == ',') {
        parser->at++;
        skip_blanks(parser);
    }
    if (peek(parser) == parser->closer) {
        parser->at++;
        return;
    }
    diag_error(parser->database->diags, string.name_pos,
               STR("it looks like: @string{name = {text}}"),
               "this string is never closed");
    skip_to_entry(parser);
}

// @comment and @preamble: nothing in them concerns us.
static void skip_entry(struct parser *parser)
{
    size_t end;

    parser->at--;
    end = find_end(parser, parser->closer);
    parser->at = end == SIZE_MAX ? parser->at + 1 : end;
    if (end == SIZE_MAX)
        skip_to_entry(parser);
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
    error_at(parser, closer,
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
    name = read_name(parser);
    type = str_ascii_lower(database->arena, name);
    skip_blanks(parser);
    if (name.len == 0 || (peek(parser) != '{' && peek(parser) != '(')) {
        parser->at = at + 1; // an address, say
        return;
    }
    parser->closer = peek(parser) == '{' ? '}' : ')';
    parser->at++;
    if (str_eq_cstr(type, "comment") || str_eq_cstr(type, "preamble")) {
        skip_entry(parser);
        return;
    }
    skip_blanks(parser);
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
        skip_blanks(&parser);
        if (peek(&parser) == '@')
            read_at_sign(&parser);
        else if (parser.at < parser.text.len)
            parser.at++;
    }
}
