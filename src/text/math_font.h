// SPDX-License-Identifier: MIT
// Fonts with an OpenType MATH table: which one goes with a text face, its
// constants, and the glyphs of formulas.
#ifndef VITA_TEXT_MATH_FONT_H
#define VITA_TEXT_MATH_FONT_H

#include "text/font.h"

// What sets formulas in a text style.
struct math_fonts {
    const struct font *math; // with a MATH table; NULL if none is installed
    // Letters and figures are the math font's, for it is of the text's own
    // design; else the text faces'.
    bool same_design;
};

struct math_fonts math_fonts_lookup(struct font_store *store,
                                    struct font_query query);

// The constants of the MATH table that formulas in running text need.
enum math_constant {
    MATH_SCRIPT_PERCENT,
    MATH_SCRIPT_SCRIPT_PERCENT,
    MATH_AXIS_HEIGHT,
    MATH_ACCENT_BASE_HEIGHT,
    MATH_SUBSCRIPT_SHIFT_DOWN,
    MATH_SUBSCRIPT_TOP_MAX,
    MATH_SUBSCRIPT_DROP_MIN,
    MATH_SUPERSCRIPT_SHIFT_UP,
    MATH_SUPERSCRIPT_SHIFT_UP_CRAMPED,
    MATH_SUPERSCRIPT_BOTTOM_MIN,
    MATH_SUPERSCRIPT_DROP_MAX,
    MATH_SUB_SUPERSCRIPT_GAP_MIN,
    MATH_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT,
    MATH_SPACE_AFTER_SCRIPT,
    MATH_NUMERATOR_SHIFT_UP,
    MATH_DENOMINATOR_SHIFT_DOWN,
    MATH_NUMERATOR_GAP_MIN,
    MATH_FRACTION_RULE_THICKNESS,
    MATH_DENOMINATOR_GAP_MIN,
    MATH_RADICAL_GAP,
    MATH_RADICAL_RULE_THICKNESS,
};

// Returns the constant in font units, or in percent.
int math_constant(const struct font *font, enum math_constant constant);

// A glyph of a formula, in font units.
struct math_glyph {
    uint32_t id;
    int advance;
    int height; // of its ink above the baseline
    int depth;  // below
    int left;   // of its ink, from the origin
    int right;
    int italic; // its correction
    int attach; // where an accent stands above it, from the origin
};

// Finds the character's glyph in the font; in scripts (level 1 and 2) its
// form for small sizes. Returns false if the font has none.
bool math_glyph_lookup(const struct font *font, uint32_t rune, int level,
                       struct math_glyph *glyph);

struct math_glyph math_glyph_measure(const struct font *font, uint32_t id);

// The smallest of the glyph's larger forms that is at least that high, the
// largest if none is.
struct math_glyph math_glyph_variant(const struct font *font,
                                     const struct math_glyph *glyph,
                                     int height);

// How much closer a script stands to the glyph, at a height: negative is
// closer. top tells superscripts from subscripts.
int math_kern(const struct font *font, uint32_t id, bool top, int height);

#endif
