// SPDX-License-Identifier: MIT
// A text keeps the place where it begins and no map of its bytes, so the
// formula is looked for in the file, as it can be written there: folded, with
// backslashes and quotes doubled.
#include "compose/formula_place.h"

#include "base/place.h"
#include "base/utf8.h"

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
    struct str shown = str_slice(file, part->file_from, part->file_to);

    // Of what goes on in the next line only the beginning.
    shown = str_slice(shown, 0, str_find_char(shown, '\n', 0));
    pos = place_move(pos, file, start, part->file_from);
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
    if (what.len == 0 || !place_search(diags, pos, &file, &start))
        return pos;
    for (size_t at = start + 1; at < file.len; at++)
        if (is_formula_at(file, at, formula, &part) && nth-- == 0)
            return move_to(pos, file, start, &part);
    return pos;
}
