// SPDX-License-Identifier: MIT
// What the parts of the reader of .bib files share.
#ifndef VITA_BIBLIOGRAPHY_PARSER_H
#define VITA_BIBLIOGRAPHY_PARSER_H

#include "bibliography/database.h"

struct parser {
    struct bib_database *database;
    struct bib_file *file;
    struct str text;
    size_t at;
    char closer; // of the entry being read
};

// Returns the next character, 0 at the end.
static inline char parser_peek(const struct parser *parser)
{
    return parser->at < parser->text.len ? parser->text.ptr[parser->at] : '\0';
}

// Skips blanks, and what stands behind % in a line; the latter is no part of
// BibTeX's syntax, but people comment so.
void parser_skip_blanks(struct parser *parser);

// Whether names can have the character.
bool parser_is_name_char(char c);

// Returns the name that comes next, which may be empty.
struct str parser_read_name(struct parser *parser);

// Reports a mistake at the byte.
void parser_error(const struct parser *parser, size_t at, struct str hint,
                  const char *message);

// Goes to the next line that begins an entry, or to the end.
void parser_skip_to_entry(struct parser *parser);

// Returns the end of the text in braces or quotation marks that begins at
// parser->at, behind its closing mark, or SIZE_MAX if there is none. An entry
// that begins inside tells that a brace was forgotten.
size_t parser_find_end(const struct parser *parser, char closer);

// Reads a value; returns false, with an error, if there is none.
bool parser_read_value(struct parser *parser, struct bib_value *value)
    __attribute__((warn_unused_result));

#endif
