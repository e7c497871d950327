// SPDX-License-Identifier: MIT
// Comparing family names and styles.
#include "text/font_match.h"

// Files differ a little in what they call a weight (450 for "book"), and the
// eye does not see 40 of 1000.
#define WEIGHT_TOLERANCE 49

static bool is_separator(char c)
{
    return c == ' ' || c == '-' || c == '_';
}

static char fold(char c)
{
    return ascii_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

static size_t skip_separators(struct str s, size_t at)
{
    while (at < s.len && is_separator(s.ptr[at]))
        at++;
    return at;
}

bool family_name_eq(struct str a, struct str b)
{
    size_t i = skip_separators(a, 0);
    size_t j = skip_separators(b, 0);

    while (i < a.len && j < b.len) {
        if (fold(a.ptr[i]) != fold(b.ptr[j]))
            return false;
        i = skip_separators(a, i + 1);
        j = skip_separators(b, j + 1);
    }
    return i == a.len && j == b.len;
}

unsigned style_distance(struct font_query query, int weight, bool italic)
{
    int difference = weight - query.weight;
    bool prefer_light = query.weight <= 500;
    unsigned distance;

    distance = 2 * (unsigned)(difference < 0 ? -difference : difference);
    if (difference != 0 && (difference < 0) != prefer_light)
        distance++;
    return distance + (italic == query.italic ? 0 : 10000);
}

bool style_is_exact(unsigned distance)
{
    return distance <= 2 * WEIGHT_TOLERANCE + 1;
}
