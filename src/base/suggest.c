// SPDX-License-Identifier: MIT
// "Did you mean": the optimal string alignment distance (Damerau 1964,
// adjacent transpositions once) over bytes, case folded.
#include "base/diag.h"

#include <string.h>

// Longer words are compared by their beginning; no key is that long.
#define WORD_MAX 64

static size_t min3(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;

    return least < c ? least : c;
}

static char fold(char c)
{
    return c == '-' || c == ' ' ? '_' : ascii_lower(c);
}

static size_t distance(struct str a, struct str b)
{
    size_t rows[3][WORD_MAX + 1];
    size_t *before = rows[0];
    size_t *previous = rows[1];
    size_t *current = rows[2];

    a = str_slice(a, 0, WORD_MAX);
    b = str_slice(b, 0, WORD_MAX);
    memset(rows, 0, sizeof rows);
    for (size_t j = 0; j <= b.len; j++)
        previous[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *spare = before;

        current[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            char x = fold(a.ptr[i - 1]);
            char y = fold(b.ptr[j - 1]);

            current[j] = min3(previous[j] + 1, current[j - 1] + 1,
                              previous[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == fold(b.ptr[j - 2]) &&
                y == fold(a.ptr[i - 2]) && before[j - 2] + 1 < current[j])
                current[j] = before[j - 2] + 1;
        }
        before = previous;
        previous = current;
        current = spare;
    }
    return previous[b.len];
}

struct str suggest_within(struct str word, const struct str *candidates,
                          size_t count, size_t limit)
{
    struct str best = {"", 0};
    size_t least = limit + 1;

    for (size_t i = 0; i < count; i++) {
        size_t d = distance(word, candidates[i]);

        if (d < least) {
            least = d;
            best = candidates[i];
        }
    }
    return best;
}

struct str suggest_nearest(struct str word, const struct str *candidates,
                           size_t count)
{
    return suggest_within(word, candidates, count,
                          word.len < 3 ? 1 : (word.len + 2) / 3);
}
