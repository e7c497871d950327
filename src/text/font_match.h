// SPDX-License-Identifier: MIT
// How near a face is to a query: names and styles. Styles are matched as in
// CSS Fonts 4, 5.2: width before slant before weight; then optical size.
#ifndef VITA_TEXT_FONT_MATCH_H
#define VITA_TEXT_FONT_MATCH_H

#include "text/font.h"

// usWidthClass of the table OS/2: 1 ultra-condensed to 9 ultra-expanded.
#define WIDTH_NORMAL 5
#define WIDTH_MAX 9

enum face_slant {
    SLANT_NONE,
    SLANT_ITALIC,
    SLANT_OBLIQUE, // a slanted upright
};

// What is known of a face before it is opened.
struct face_style {
    int weight;
    int width;
    enum face_slant slant;
    sp size; // that it is drawn for, 0: all
};

// No face has it.
#define STYLE_RANK_NONE UINT64_MAX

// Whether two family names mean the same: case, blanks, hyphens and
// underscores do not count ("Source Sans Pro", "SourceSansPro").
bool family_name_eq(struct str a, struct str b);

// Orders faces by their nearness to the query, the best least; equals by
// their place in the list. Never 0. Of two design sizes equally near the
// smaller wins; a query without size means text of 10 pt.
uint64_t style_rank(struct font_query query, struct face_style style,
                    size_t place);

// The place that was ranked.
size_t style_rank_place(uint64_t rank);

// Whether the face passes for the style asked for, in whatever size.
bool style_matches(struct font_query query, struct face_style style);

// Moves the last word of the family's name into the query if it names a
// style ("Source Sans 3 Light", "Raleway SemiBold", "Open Sans Condensed").
// Returns false if it does not or would leave no name.
bool query_take_style_word(struct font_query *query);

#endif
