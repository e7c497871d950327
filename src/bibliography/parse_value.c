// SPDX-License-Identifier: MIT
// The value of a field: texts in braces or quotation marks, numbers and names
// of strings, put together by #.
#include "bibliography/parser.h"
#include "profile/excerpt.h"

static void report_unclosed(const struct parser *parser, char closer)
{
    parser_error(parser, parser->at,
                 closer == '}'
                     ? STR("count the braces of this field: each { has "
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
    struct str name =
        str_ascii_lower(database->arena, parser_read_name(parser));
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
    char c = parser_peek(parser);
    size_t from = parser->at;

    if (c == '{' || c == '"') {
        size_t end = parser_find_end(parser, c == '{' ? '}' : '"');

        if (end == SIZE_MAX) {
            report_unclosed(parser, c == '{' ? '}' : '"');
            return false;
        }
        parser->at = end;
        return join(parser, joiner, str_slice(parser->text, from + 1, end - 1),
                    value, from + 1, 0);
    }
    if (ascii_is_digit(c)) {
        while (ascii_is_digit(parser_peek(parser)))
            parser->at++;
        return join(parser, joiner, str_slice(parser->text, from, parser->at),
                    value, from, 0);
    }
    if (parser_is_name_char(c))
        return read_string_name(parser, joiner, value);
    parser_error(parser, from, STR("a value is {text}, \"text\" or a number"),
                 "a value is missing here");
    return false;
}

bool parser_read_value(struct parser *parser, struct bib_value *value)
{
    struct joiner joiner = {.buf = {.arena = parser->database->arena}};
    size_t from;

    parser_skip_blanks(parser);
    from = parser->at;
    *value = (struct bib_value){.file = parser->file};
    for (;;) {
        if (!read_piece(parser, &joiner, value))
            return false;
        value->pos = bib_pos(parser->file, from, parser->at);
        parser_skip_blanks(parser);
        if (parser_peek(parser) != '#')
            break;
        parser->at++;
        parser_skip_blanks(parser);
    }
    value->text = joiner.count > 1   ? buf_str(&joiner.buf)
                  : joiner.count > 0 ? joiner.only
                                     : (struct str){"", 0};
    return true;
}
