// SPDX-License-Identifier: MIT
// Comparing family names and styles.
#include "text/font_match.h"

// Files differ a little in what they call a weight (450 for "book"), and the
// eye does not see 40 of 1000.
#define WEIGHT_TOLERANCE 49

#define TEXT_SIZE PT(10)
// Steps that design sizes are told apart by.
#define SIZE_STEP (SP_PER_PT / 100)

// Bits of a rank's parts, from the least.
#define PLACE_BITS 16
#define SIZE_BITS 20
#define WEIGHT_BITS 12
#define SLANT_BITS 2

static bool is_separator(char c)
{
    return c == ' ' || c == '-' || c == '_';
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
        if (ascii_lower(a.ptr[i]) != ascii_lower(b.ptr[j]))
            return false;
        i = skip_separators(a, i + 1);
        j = skip_separators(b, j + 1);
    }
    return i == a.len && j == b.len;
}

static int width_of(struct font_query query)
{
    return query.width > 0 ? query.width : WIDTH_NORMAL;
}

// Narrower faces first for a narrow or normal width, else wider ones.
static unsigned width_rank(int wanted, int width)
{
    bool narrow = wanted <= WIDTH_NORMAL;
    int distance = width < wanted ? wanted - width : width - wanted;

    if (width != wanted && (width < wanted) != narrow)
        distance += WIDTH_MAX;
    return (unsigned)distance;
}

static unsigned slant_rank(bool italic, enum face_slant slant)
{
    static const unsigned char upright[] = {0, 2, 1};
    static const unsigned char leaning[] = {2, 0, 1};

    return italic ? leaning[slant] : upright[slant];
}

static int weight_difference(struct font_query query, int weight)
{
    return weight < query.weight ? query.weight - weight
                                 : weight - query.weight;
}

// Lighter faces first below 400, heavier ones above 500; between, what lies
// between, then lighter ones.
static unsigned weight_rank(struct font_query query, int weight)
{
    int distance = weight_difference(query, weight);
    bool lighter = weight < query.weight;
    bool first = lighter;

    if (distance <= WEIGHT_TOLERANCE)
        return (unsigned)distance;
    if (query.weight > 500)
        first = !lighter;
    else if (query.weight >= 400 && weight > query.weight && weight <= 500)
        return (unsigned)distance;
    distance += first ? 1000 : 2000;
    return distance < 1 << WEIGHT_BITS ? (unsigned)distance
                                       : (1u << WEIGHT_BITS) - 1;
}

static unsigned size_rank(sp wanted, sp size)
{
    const sp limit = (1 << SIZE_BITS) - 1;
    sp distance;

    if (size == 0)
        return 0;
    if (wanted <= 0)
        wanted = TEXT_SIZE;
    distance = (size < wanted ? wanted - size : size - wanted) / SIZE_STEP;
    distance = 2 * distance + (size > wanted ? 1 : 0);
    return (unsigned)(distance < limit ? distance : limit);
}

uint64_t style_rank(struct font_query query, struct face_style style,
                    size_t place)
{
    const size_t limit = (1 << PLACE_BITS) - 2;
    uint64_t rank = width_rank(width_of(query), style.width);

    rank = rank << SLANT_BITS | slant_rank(query.italic, style.slant);
    rank = rank << WEIGHT_BITS | weight_rank(query, style.weight);
    rank = rank << SIZE_BITS | size_rank(query.size, style.size);
    if (place > limit)
        place = limit;
    return rank << PLACE_BITS | (uint64_t)(place + 1);
}

size_t style_rank_place(uint64_t rank)
{
    return (size_t)(rank & ((1 << PLACE_BITS) - 1)) - 1;
}

// Families without a face of 400 may call one of 500 their regular one.
static bool is_regular(int weight)
{
    return weight >= 400 && weight <= 500;
}

bool style_matches(struct font_query query, struct face_style style)
{
    return style.width == width_of(query) &&
           (style.slant != SLANT_NONE) == query.italic &&
           (weight_difference(query, style.weight) <= WEIGHT_TOLERANCE ||
            (query.weight == 400 && is_regular(style.weight)));
}

enum style_axis { AXIS_WEIGHT, AXIS_WIDTH, AXIS_SLANT };

struct style_word {
    const char *word;
    enum style_axis axis;
    int value;
};

// Longer words stand before those that they end with.
static const struct style_word style_words[] = {
    {"Ultra Condensed", AXIS_WIDTH, 1},
    {"Extra Condensed", AXIS_WIDTH, 2},
    {"Semi Condensed", AXIS_WIDTH, 4},
    {"Condensed", AXIS_WIDTH, 3},
    {"Cond", AXIS_WIDTH, 3},
    {"Narrow", AXIS_WIDTH, 3},
    {"Ultra Expanded", AXIS_WIDTH, 9},
    {"Extra Expanded", AXIS_WIDTH, 8},
    {"Semi Expanded", AXIS_WIDTH, 6},
    {"Expanded", AXIS_WIDTH, 7},
    {"Extended", AXIS_WIDTH, 7},
    {"Wide", AXIS_WIDTH, 7},
    {"Thin", AXIS_WEIGHT, 100},
    {"Hairline", AXIS_WEIGHT, 100},
    {"Ultra Light", AXIS_WEIGHT, 200},
    {"Extra Light", AXIS_WEIGHT, 200},
    {"Light", AXIS_WEIGHT, 300},
    {"Regular", AXIS_WEIGHT, 400},
    {"Medium", AXIS_WEIGHT, 500},
    {"Semi Bold", AXIS_WEIGHT, 600},
    {"Demi Bold", AXIS_WEIGHT, 600},
    {"Demi", AXIS_WEIGHT, 600},
    {"Extra Bold", AXIS_WEIGHT, 800},
    {"Ultra Bold", AXIS_WEIGHT, 800},
    {"Bold", AXIS_WEIGHT, 700},
    {"Heavy", AXIS_WEIGHT, 800},
    {"Black", AXIS_WEIGHT, 900},
    {"Italic", AXIS_SLANT, 1},
    {"Oblique", AXIS_SLANT, 1},
};

// Returns where in the name the words begin that it ends with, or 0.
static size_t find_suffix(struct str name, struct str words)
{
    for (size_t at = 1; at < name.len; at++)
        if (is_separator(name.ptr[at - 1]) && !is_separator(name.ptr[at]) &&
            family_name_eq(str_slice(name, at, name.len), words))
            return at;
    return 0;
}

// A name that says "Light" is light where regular text is asked for; bold in
// such a family is bold.
static void apply_word(struct font_query *query, const struct style_word *word)
{
    switch (word->axis) {
    case AXIS_WIDTH:
        query->width = word->value;
        break;
    case AXIS_SLANT:
        query->italic = true;
        break;
    case AXIS_WEIGHT:
        if (query->weight <= 400 || query->weight < word->value)
            query->weight = word->value;
        break;
    }
}

bool query_take_style_word(struct font_query *query)
{
    for (size_t i = 0; i < sizeof style_words / sizeof style_words[0]; i++) {
        size_t at =
            find_suffix(query->family, str_from_cstr(style_words[i].word));

        if (at == 0)
            continue;
        apply_word(query, &style_words[i]);
        query->family = str_trim(str_slice(query->family, 0, at));
        while (query->family.len > 0 &&
               is_separator(query->family.ptr[query->family.len - 1]))
            query->family.len--;
        return query->family.len > 0;
    }
    return false;
}
