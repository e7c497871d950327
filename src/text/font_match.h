// SPDX-License-Identifier: MIT
// How near a face is to a query: names and styles.
#ifndef VITA_TEXT_FONT_MATCH_H
#define VITA_TEXT_FONT_MATCH_H

#include "text/font.h"

// Whether two family names mean the same: case, blanks, hyphens and
// underscores do not count ("Source Sans Pro", "SourceSansPro").
bool family_name_eq(struct str a, struct str b);

// 0 for the very style; grows with the difference in weight, and a slant
// that differs is worse than any weight. Ties go to the lighter face below
// and at 500, to the heavier above.
unsigned style_distance(struct font_query query, int weight, bool italic);

// Whether a face at that distance passes for the style asked for.
bool style_is_exact(unsigned distance);

#endif
