// SPDX-License-Identifier: MIT
// Icon names as Font Awesome's users know them, and where the drawing is.
#ifndef VITA_TEXT_ICONS_DATA_H
#define VITA_TEXT_ICONS_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A glyph of Fork Awesome.
struct icon_glyph {
    const char *name; // Font Awesome 5 to 7
    uint32_t solid;
    uint32_t regular;    // outlined, 0 if there is none
    bool prefer_regular; // when the name is given without a style
};

// In order of names.
extern const struct icon_glyph icon_glyphs[];
extern const size_t icon_glyph_count;

// A drawing of our own, for marks that Fork Awesome 1.2 lacks. The path is
// written as in SVG (M, L, C, Z; absolute integers), on an em of 1000, y up.
struct icon_drawing {
    const char *name;
    const char *path;
    int advance;
};

extern const struct icon_drawing icon_drawings[];
extern const size_t icon_drawing_count;

#endif
