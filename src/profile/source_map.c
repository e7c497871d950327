// SPDX-License-Identifier: MIT
// Character offsets to bytes, lines and columns, and back, without counting
// from the start: a hostile file may hold all of its tokens in one line.
#include "profile/source_map.h"

#include "base/utf8.h"

#define SOURCE_MAP_STEP 16

// Adds the bytes [from, to), each a character, of one line.
static void add_bytes(struct source_map *map, size_t from, size_t to)
{
    size_t first = map->characters;

    map->characters += to - from;
    for (size_t i = (first + SOURCE_MAP_STEP - 1) / SOURCE_MAP_STEP;
         i * SOURCE_MAP_STEP < map->characters; i++)
        map->samples[i] = (struct source_sample){
            .byte = from + (i * SOURCE_MAP_STEP - first),
            .line = map->lines.len - 1,
        };
}

static void add_ascii(struct source_map *map, struct arena *arena, size_t from,
                      size_t to)
{
    struct str text = str_slice(map->text, 0, to);

    while (from < to) {
        size_t at = str_find_char(text, '\n', from);
        size_t end = at == SIZE_MAX ? to : at + 1;

        add_bytes(map, from, end);
        if (at != SIZE_MAX)
            vec_push(arena, &map->lines,
                     (struct source_line){end, map->characters});
        from = end;
    }
}

void source_map_init(struct source_map *map, struct arena *arena,
                     const struct source *source, struct str text)
{
    size_t offset = 0;

    *map = (struct source_map){.source = source, .text = text};
    map->samples = arena_array_of(arena, text.len / SOURCE_MAP_STEP + 1,
                                  struct source_sample);
    vec_push(arena, &map->lines, (struct source_line){0, 0});
    while (offset < text.len) {
        size_t end = utf8_ascii_end(text, offset);

        add_ascii(map, arena, offset, end);
        offset = end;
        if (offset < text.len) {
            add_bytes(map, offset, offset + 1);
            (void)utf8_next(text, &offset);
        }
    }
}

size_t source_map_byte(const struct source_map *map, size_t character)
{
    const struct source_sample *sample;
    size_t rest = character % SOURCE_MAP_STEP;
    size_t offset;

    if (character >= map->characters)
        return map->text.len;
    sample = &map->samples[character / SOURCE_MAP_STEP];
    offset = sample->byte;
    // Of samples that are no further apart, all characters are bytes.
    if (character - rest + SOURCE_MAP_STEP < map->characters &&
        sample[1].byte == offset + SOURCE_MAP_STEP)
        return offset + rest;
    for (; rest > 0; rest--)
        (void)utf8_next(map->text, &offset);
    return offset;
}

size_t source_map_character(const struct source_map *map, size_t byte)
{
    size_t low = 0; // the last sample at or before byte
    size_t high = (map->characters + SOURCE_MAP_STEP - 1) / SOURCE_MAP_STEP;
    size_t offset;
    size_t character;

    if (byte >= map->text.len)
        return map->characters;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (map->samples[middle].byte <= byte)
            low = middle;
        else
            high = middle;
    }
    character = low * SOURCE_MAP_STEP;
    for (offset = map->samples[low].byte; offset < byte; character++)
        (void)utf8_next(map->text, &offset);
    return character;
}

// Returns the index of the line that holds the character.
static size_t line_index(const struct source_map *map, size_t character)
{
    const struct source_lines *lines = &map->lines;
    size_t line;

    if (character >= map->characters)
        return lines->len - 1;
    line = map->samples[character / SOURCE_MAP_STEP].line;
    while (line + 1 < lines->len && lines->ptr[line + 1].character <= character)
        line++;
    return line;
}

struct pos source_map_pos(const struct source_map *map, size_t from, size_t to)
{
    size_t line = line_index(map, from);
    size_t end = line + 1 < map->lines.len
                     ? map->lines.ptr[line + 1].character - 1
                     : map->characters;

    if (to > end)
        to = end;
    return (struct pos){
        .source = map->source,
        .line = (uint32_t)(line + 1),
        .column = (uint32_t)(from - map->lines.ptr[line].character + 1),
        .length = to > from ? (uint32_t)(to - from) : 1,
    };
}

struct str source_map_line(const struct source_map *map, uint32_t line)
{
    struct str text;

    if (line == 0 || line > map->lines.len)
        return (struct str){"", 0};
    text = str_slice(map->text, map->lines.ptr[line - 1].byte,
                     line < map->lines.len ? map->lines.ptr[line].byte - 1
                                           : map->text.len);
    if (text.len > 0 && text.ptr[text.len - 1] == '\r')
        text.len--;
    return text;
}
