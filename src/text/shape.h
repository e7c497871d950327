// SPDX-License-Identifier: MIT
// Shaping: text in one style to positioned glyphs (HarfBuzz), with fallback
// fonts for characters that the style's face lacks. Words are cached in the
// store, for most words of a document occur again.
#ifndef VITA_TEXT_SHAPE_H
#define VITA_TEXT_SHAPE_H

#include "text/font.h"

struct font_choice; // the store's own

// A glyph in font units at units_per_em of its font.
struct glyph {
    uint32_t id;
    // Byte offset in the shaped text of the first character that the glyph
    // shows; glyphs of one cluster share it. Ascending in a run from left to
    // right, descending in one from right to left.
    uint32_t cluster;
    int32_t advance; // to the next glyph, kerning included
    int32_t x_offset;
    int32_t y_offset;
};

// Glyphs of one font for text[start, end), in the order in which they are
// drawn: from left to right, whatever the direction of the script.
struct glyph_run {
    const struct font *font;
    struct glyph *glyphs;
    size_t count;
    size_t start;
    size_t end;
    bool missing; // no font has these characters: glyph 0 is drawn
};

// Runs in the order in which they are drawn: that of the text, or if
// shape_style.rtl the other way round.
struct shape {
    struct glyph_run *runs;
    size_t count;
};

enum shape_feature {
    // smcp, or the family's other family of small capitals; nothing if
    // there is neither (font_store_small_caps).
    SHAPE_SMALL_CAPS = 1 << 0,
    SHAPE_NO_LIGATURES = 1 << 1, // liga and clig off, for monospaced code
    // Of the following a face has what it has; the others change nothing.
    SHAPE_OLD_STYLE_FIGURES = 1 << 2,    // onum
    SHAPE_LINING_FIGURES = 1 << 3,       // lnum
    SHAPE_PROPORTIONAL_FIGURES = 1 << 4, // pnum
    SHAPE_TABULAR_FIGURES = 1 << 5,      // tnum
    SHAPE_FRACTIONS = 1 << 6,            // frac: only for texts like "1/2"
    SHAPE_CASE = 1 << 7,                 // case: for text in capitals
    SHAPE_SUPERSCRIPT = 1 << 8,          // sups
    SHAPE_SUBSCRIPT = 1 << 9,            // subs
};

struct shape_style {
    struct font_query query;
    unsigned features;    // enum shape_feature
    const char *language; // BCP 47, "en"; an interned constant or NULL
    // The text is of an odd bidi level: it runs from right to left, brackets
    // are mirrored. Without it each run has its script's direction.
    bool rtl;
    // Space added behind each character, in 1/1000 em. Joined scripts take
    // none, and ligatures are left out.
    int tracking;
};

// A style with all that the store has to look up for it.
struct shape_face {
    const struct font_choice *choice;
    unsigned features;
    const char *language;
    bool rtl;
    int tracking;
};

// Returns the face of the style, which lasts until the store is trimmed.
struct shape_face shape_face_of(struct font_store *store,
                                const struct shape_style *style);

// As shape_text(), for many texts of one style.
const struct shape *shape_in_face(struct font_store *store,
                                  const struct shape_face *face,
                                  struct str text);

// Shapes text; the result is cached in the store and lives as long as it.
const struct shape *shape_text(struct font_store *store,
                               const struct shape_style *style,
                               struct str text);

// Width of the shape at the size.
sp shape_width(const struct shape *shape, sp size);

#endif
