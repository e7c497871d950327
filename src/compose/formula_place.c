// SPDX-License-Identifier: MIT
// A text keeps the place where it begins and no map of its bytes, so the
// formula is looked for in the file, as it can be written there: folded, with
// backslashes and quotes doubled.
#include "compose/formula_place.h"

#include "base/utf8.h"

// Searching costs time; who has so many errors reads no columns.
#define ERRORS_MAX 100
// Bytes from the text's beginning.
#define REACH 4000

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

static bool is_at(struct str s, size_t at, char c)
{
    return at < s.len && s.ptr[at] == c;
}

// Returns the offset in the file behind what stands there for the character
// at formula[i], or SIZE_MAX.
static size_t skip_char(struct str file, size_t at, struct str formula,
                        size_t i)
{
    char c = formula.ptr[i];

    if (c == ' ') {
        size_t end = at;

        while (end < file.len && ascii_is_space(file.ptr[end]))
            end++;
        return end > at ? end : SIZE_MAX;
    }
    if (!is_at(file, at, c))
        return SIZE_MAX;
    at++;
    if ((c == '\\' || c == '\'') && is_at(file, at, c) &&
        !is_at(formula, i + 1, c))
        at++;
    return at;
}

// A part of the formula, by offsets in it and in the file.
struct part {
    size_t from, to;
    size_t file_from, file_to;
};

// Whether the formula stands at the offset in the file; fills in the part.
static bool is_formula_at(struct str file, size_t at, struct str formula,
                          struct part *part)
{
    if (at == 0 || file.ptr[at - 1] != '$')
        return false;
    for (size_t i = 0; i < formula.len; i++) {
        if (i == part->from)
            part->file_from = at;
        at = skip_char(file, at, formula, i);
        if (at == SIZE_MAX)
            return false;
        if (i + 1 == part->to)
            part->file_to = at;
    }
    return is_at(file, at, '$');
}

static struct pos move_to(struct pos pos, struct str file, size_t start,
                          const struct part *part)
{
    size_t line = start;
    struct str shown = str_slice(file, part->file_from, part->file_to);

    for (size_t i = start; i < part->file_from; i++)
        if (file.ptr[i] == '\n') {
            pos.line++;
            pos.column = 1;
            line = i + 1;
        }
    pos.column += (uint32_t)utf8_length(str_slice(file, line, part->file_from));
    // Of what goes on in the next line only the beginning.
    shown = str_slice(shown, 0, str_find_char(shown, '\n', 0));
    pos.length = (uint32_t)utf8_length(shown);
    return pos;
}

struct pos formula_place(const struct diags *diags, struct pos pos,
                         struct str formula, size_t nth, struct str what)
{
    struct part part = {.from = (size_t)(what.ptr - formula.ptr)};
    struct str file;
    size_t start;

    part.to = part.from + what.len;
    if (!pos.source || pos.line == 0 || what.len == 0 ||
        diags_errors(diags) > ERRORS_MAX)
        return pos;
    file = pos.source->text;
    start = line_start(file, pos.line);
    for (uint32_t i = 1; i < pos.column && start < file.len; i++)
        (void)utf8_next(file, &start);
    file = str_slice(file, 0, start + REACH);
    for (size_t at = start + 1; at < file.len; at++)
        if (is_formula_at(file, at, formula, &part) && nth-- == 0)
            return move_to(pos, file, start, &part);
    return pos;
}
