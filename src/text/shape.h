// SPDX-License-Identifier: MIT
// Shaping: text in one style to positioned glyphs (HarfBuzz), with fallback
// fonts for characters that the style's face lacks. Words are cached in the
// store, for most words of a document occur again.
#ifndef VITA_TEXT_SHAPE_H
#define VITA_TEXT_SHAPE_H

#include "text/font.h"

// A glyph in font units at units_per_em of its font.
struct glyph {
    uint32_t id;
    // Byte offset in the shaped text of the first character that the glyph
    // shows; glyphs of one cluster share it. Ascending in left-to-right text.
    uint32_t cluster;
    int32_t advance; // to the next glyph, kerning included
    int32_t x_offset;
    int32_t y_offset;
};

// Glyphs of one font for text[start, end).
struct glyph_run {
    const struct font *font;
    struct glyph *glyphs;
    size_t count;
    size_t start;
    size_t end;
    bool missing; // no font has these characters: glyph 0 is drawn
};

struct shape {
    struct glyph_run *runs;
    size_t count;
};

enum shape_feature {
    SHAPE_SMALL_CAPS = 1 << 0,   // smcp
    SHAPE_NO_LIGATURES = 1 << 1, // liga and clig off, for monospaced code
};

struct shape_style {
    struct font_query query;
    unsigned features;    // enum shape_feature
    const char *language; // BCP 47, "en"; an interned constant or NULL
};

// Shapes text; the result is cached in the store and lives as long as it.
const struct shape *shape_text(struct font_store *store,
                               const struct shape_style *style,
                               struct str text);

// Width of the shape at the size.
sp shape_width(const struct shape *shape, sp size);

#endif
