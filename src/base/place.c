// SPDX-License-Identifier: MIT
// A text keeps the place where it begins and no map of its bytes, so what is
// wanted is looked for in the file.
#include "base/place.h"

#include "base/utf8.h"

// Searching costs time; who has so many errors reads no columns.
#define ERRORS_MAX 100
// Bytes from the text's beginning.
#define REACH 4000
// What is shorter may stand anywhere.
#define LENGTH_MIN 2

static size_t line_start(struct str text, uint32_t line)
{
    size_t at = 0;

    while (line > 1 && at < text.len) {
        at = str_find_char(text, '\n', at);
        if (at == SIZE_MAX)
            return text.len;
        at++;
        line--;
    }
    return at;
}

bool place_search(const struct diags *diags, struct pos pos, struct str *text,
                  size_t *start)
{
    if (!pos.source || pos.line == 0 || diags_errors(diags) > ERRORS_MAX)
        return false;
    *text = pos.source->text;
    *start = line_start(*text, pos.line);
    for (uint32_t i = 1; i < pos.column && *start < text->len; i++)
        (void)utf8_next(*text, start);
    *text = str_slice(*text, 0, *start + REACH);
    return true;
}

struct pos place_move(struct pos pos, struct str text, size_t from, size_t to)
{
    size_t line = from;

    for (size_t i = from; i < to; i++)
        if (text.ptr[i] == '\n') {
            pos.line++;
            pos.column = 1;
            line = i + 1;
        }
    pos.column += (uint32_t)utf8_length(str_slice(text, line, to));
    return pos;
}

struct pos place_within(const struct diags *diags, struct pos pos,
                        struct str what)
{
    struct str text;
    size_t start;
    size_t found;

    if (what.len < LENGTH_MIN || !place_search(diags, pos, &text, &start))
        return pos;
    found = str_find(text, what, start);
    if (found == SIZE_MAX)
        return pos;
    pos = place_move(pos, text, start, found);
    pos.length = (uint32_t)utf8_length(what);
    return pos;
}
