// SPDX-License-Identifier: MIT
// Glyph outlines as paths, for icons: drawn as shapes they leave no
// private-use character in the text that machines read.
#ifndef VITA_TEXT_OUTLINE_H
#define VITA_TEXT_OUTLINE_H

#include "text/font.h"

enum path_op {
    PATH_MOVE,  // 1 point
    PATH_LINE,  // 1 point
    PATH_CURVE, // 3 points, cubic
    PATH_CLOSE, // none
};

struct path_segment {
    enum path_op op;
    int32_t x[3];
    int32_t y[3];
};
VEC_DECLARE(path_segments, struct path_segment);

// An outline in its own units, y up, baseline at 0; filled nonzero.
struct outline {
    int units_per_em;
    int advance;
    int y_min, y_max;
    struct path_segments segments;
};

// Returns the icon of that Font Awesome name ("envelope", "fa-solid
// fa-link", "x-twitter"), or NULL if there is none. It lives as long as the
// store.
const struct outline *icon_lookup(struct font_store *store, struct str name);

// Returns the icon name nearest to name, or an empty string.
struct str icon_suggest(struct font_store *store, struct str name);

#endif
