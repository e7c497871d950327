// SPDX-License-Identifier: MIT
// From libyaml's character counts to places in a source: libyaml counts
// characters and takes U+2028 and the like for line ends; diagnostics need
// lines that end with \n only, and bytes to look at.
#ifndef VITA_PROFILE_SOURCE_MAP_H
#define VITA_PROFILE_SOURCE_MAP_H

#include "base/diag.h"
#include "base/vec.h"

struct source_line {
    size_t byte;
    size_t character;
};
VEC_DECLARE(source_lines, struct source_line);

struct source_sample {
    size_t byte;
    size_t line; // index in lines
};

struct source_map {
    const struct source *source;
    struct str text; // of the source, without a byte order mark
    size_t characters;
    struct source_sample *samples; // every SOURCE_MAP_STEP-th character
    struct source_lines lines;
};

// Fills *map for text, a copy of the source's text from its first character
// on; malformed bytes count as one character each.
void source_map_init(struct source_map *map, struct arena *arena,
                     const struct source *source, struct str text);

// Returns the byte offset of a character, at most the text's length.
size_t source_map_byte(const struct source_map *map, size_t character);

// Returns the number of the character at a byte offset.
size_t source_map_character(const struct source_map *map, size_t byte);

// Returns the place of the characters [from, to), cut to the first line.
struct pos source_map_pos(const struct source_map *map, size_t from, size_t to);

// Returns the text of the line, numbered from 1, without its end.
struct str source_map_line(const struct source_map *map, uint32_t line);

#endif
