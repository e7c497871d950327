// SPDX-License-Identifier: MIT
// Small steps through a .bib file.
#include "bibliography/parser.h"

void parser_skip_blanks(struct parser *parser)
{
    while (parser->at < parser->text.len) {
        if (parser_peek(parser) == '%')
            while (parser->at < parser->text.len && parser_peek(parser) != '\n')
                parser->at++;
        else if (ascii_is_space(parser_peek(parser)))
            parser->at++;
        else
            break;
    }
}

bool parser_is_name_char(char c)
{
    return c != '\0' && !ascii_is_space(c) &&
           str_find_char(STR("\"#%'(),={}@\\~"), c, 0) == SIZE_MAX;
}

struct str parser_read_name(struct parser *parser)
{
    size_t from = parser->at;

    while (parser->at < parser->text.len &&
           parser_is_name_char(parser_peek(parser)))
        parser->at++;
    return str_slice(parser->text, from, parser->at);
}

void parser_error(const struct parser *parser, size_t at, struct str hint,
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
    *name = parser_read_name(&ahead);
    parser_skip_blanks(&ahead);
    return name->len > 0 &&
           (parser_peek(&ahead) == '{' || parser_peek(&ahead) == '(');
}

void parser_skip_to_entry(struct parser *parser)
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

size_t parser_find_end(const struct parser *parser, char closer)
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
