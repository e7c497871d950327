// SPDX-License-Identifier: MIT
// Character offsets to bytes, lines and columns in logarithmic time: a
// hostile file may hold all of its tokens in one line.
#include "profile/source_map.h"

#include "base/utf8.h"

#define SOURCE_MAP_STEP 16

static void add_sample(struct source_map *map, size_t byte)
{
    if (map->characters % SOURCE_MAP_STEP == 0)
        map->samples[map->characters / SOURCE_MAP_STEP] = byte;
}

// Adds the bytes [from, to), each a character.
static void add_ascii(struct source_map *map, struct arena *arena, size_t from,
                      size_t to)
{
    size_t first = map->characters;
    size_t end = first + (to - from);
    size_t at = from;

    for (size_t i = (first + SOURCE_MAP_STEP - 1) / SOURCE_MAP_STEP;
         i * SOURCE_MAP_STEP < end; i++)
        map->samples[i] = from + (i * SOURCE_MAP_STEP - first);
    map->characters = end;
    while ((at = str_find_char(str_slice(map->text, 0, to), '\n', at)) !=
           SIZE_MAX) {
        at++;
        vec_push(arena, &map->lines,
                 (struct source_line){at, first + (at - from)});
    }
}

void source_map_init(struct source_map *map, struct arena *arena,
                     const struct source *source, struct str text)
{
    size_t offset = 0;

    *map = (struct source_map){.source = source, .text = text};
    map->samples =
        arena_array_of(arena, text.len / SOURCE_MAP_STEP + 1, size_t);
    vec_push(arena, &map->lines, (struct source_line){0, 0});
    while (offset < text.len) {
        size_t end = utf8_ascii_end(text, offset);

        add_ascii(map, arena, offset, end);
        offset = end;
        if (offset < text.len) {
            add_sample(map, offset);
            (void)utf8_next(text, &offset);
            map->characters++;
        }
    }
}

size_t source_map_byte(const struct source_map *map, size_t character)
{
    size_t offset;

    if (character >= map->characters)
        return map->text.len;
    offset = map->samples[character / SOURCE_MAP_STEP];
    // Between samples that far apart all is ASCII.
    if ((character / SOURCE_MAP_STEP + 1) * SOURCE_MAP_STEP < map->characters &&
        map->samples[character / SOURCE_MAP_STEP + 1] ==
            offset + SOURCE_MAP_STEP)
        return offset + character % SOURCE_MAP_STEP;
    for (size_t i = character % SOURCE_MAP_STEP; i > 0; i--)
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

        if (map->samples[middle] <= byte)
            low = middle;
        else
            high = middle;
    }
    character = low * SOURCE_MAP_STEP;
    for (offset = map->samples[low]; offset < byte; character++)
        (void)utf8_next(map->text, &offset);
    return character;
}

// Returns the index of the line that holds the character.
static size_t line_index(const struct source_map *map, size_t character)
{
    size_t low = 0;
    size_t high = map->lines.len;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (map->lines.ptr[middle].character <= character)
            low = middle;
        else
            high = middle;
    }
    return low;
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
