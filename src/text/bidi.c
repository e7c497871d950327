// SPDX-License-Identifier: MIT
// Embedding levels by fribidi; the order of runs by rule L2, which fribidi
// has for characters only.
#include "text/bidi.h"

#include "base/utf8.h"

#include <fribidi.h>
#include <limits.h>
#include <string.h>

bool bidi_is_needed(struct str text)
{
    for (size_t at = 0; at < text.len;) {
        FriBidiCharType type;

        // Before Hebrew, whose first lead byte is 0xd6, all is left to right.
        if ((unsigned char)text.ptr[at] < 0xd6) {
            at++;
            continue;
        }
        type = fribidi_get_bidi_type(utf8_next(text, &at));
        if (FRIBIDI_IS_RTL(type) || FRIBIDI_IS_EXPLICIT(type) ||
            FRIBIDI_IS_ISOLATE(type) || type == FRIBIDI_TYPE_AN)
            return true;
    }
    return false;
}

static FriBidiParType par_type(enum bidi_direction direction)
{
    switch (direction) {
    case BIDI_RTL:
        return FRIBIDI_PAR_RTL;
    case BIDI_AUTO:
        return FRIBIDI_PAR_ON;
    case BIDI_LTR:
        break;
    }
    return FRIBIDI_PAR_LTR;
}

struct characters {
    FriBidiChar *runes;
    FriBidiCharType *types;
    FriBidiBracketType *brackets;
    FriBidiLevel *levels;
    FriBidiStrIndex count;
};

static struct characters decode(struct arena *scratch, struct str text)
{
    struct characters chars = {
        .runes = arena_array_of(scratch, text.len, FriBidiChar),
        .types = arena_array_of(scratch, text.len, FriBidiCharType),
        .brackets = arena_array_of(scratch, text.len, FriBidiBracketType),
        .levels = arena_array_of(scratch, text.len, FriBidiLevel),
    };

    for (size_t at = 0; at < text.len;)
        chars.runes[chars.count++] = utf8_next(text, &at);
    fribidi_get_bidi_types(chars.runes, chars.count, chars.types);
    fribidi_get_bracket_types(chars.runes, chars.count, chars.types,
                              chars.brackets);
    return chars;
}

static void spread_levels(const struct characters *chars, struct str text,
                          unsigned char *levels)
{
    size_t number = 0;

    for (size_t at = 0; at < text.len; number++) {
        size_t start = at;
        FriBidiLevel level = chars->levels[number];

        (void)utf8_next(text, &at);
        memset(levels + start, level > 0 ? level : 0, at - start);
    }
}

int bidi_levels(struct arena *scratch, struct str text,
                enum bidi_direction direction, unsigned char *levels)
{
    FriBidiParType base = par_type(direction);
    struct arena_mark mark = arena_mark(scratch);
    struct characters chars;

    if (text.len > 0)
        memset(levels, direction == BIDI_RTL, text.len);
    if (text.len == 0 || text.len > INT_MAX ||
        (direction != BIDI_RTL && !bidi_is_needed(text)))
        return direction == BIDI_RTL;
    chars = decode(scratch, text);
    if (fribidi_get_par_embedding_levels_ex(
            chars.types, chars.brackets, chars.count, &base, chars.levels) != 0)
        spread_levels(&chars, text, levels);
    arena_rewind(scratch, mark);
    return FRIBIDI_IS_RTL(base) ? 1 : 0;
}

static void reverse(size_t *order, size_t from, size_t to)
{
    while (from + 1 < to) {
        size_t kept = order[from];

        order[from++] = order[--to];
        order[to] = kept;
    }
}

// From the highest level to the lowest odd one, every sequence of runs at
// that level or above is reversed.
void bidi_reorder(const unsigned char *levels, size_t count, size_t *order)
{
    unsigned highest = 0;

    for (size_t i = 0; i < count; i++) {
        order[i] = i;
        highest = levels[i] > highest ? levels[i] : highest;
    }
    for (unsigned level = highest; level > 0; level--)
        for (size_t from = 0; from < count; from++) {
            size_t to = from;

            while (to < count && levels[order[to]] >= level)
                to++;
            reverse(order, from, to);
            from = to > from ? to - 1 : from;
        }
}
