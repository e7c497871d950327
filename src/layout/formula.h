// SPDX-License-Identifier: MIT
// Formulas set in boxes: glyphs and rules at their places, by the rules of
// The TeXbook, appendix G, with the constants of an OpenType MATH table.
#ifndef VITA_LAYOUT_FORMULA_H
#define VITA_LAYOUT_FORMULA_H

#include "layout/context.h"

// Places are from the box's left edge and up from its baseline.
struct formula_glyph {
    const struct font *font;
    sp size;
    uint32_t id;
    struct str text; // what it stands for
    sp x;
    sp y;
    sp advance;
};
VEC_DECLARE(formula_glyphs, struct formula_glyph);

struct formula_rule {
    sp x;
    sp y; // of its lower edge
    sp width;
    sp height;
};
VEC_DECLARE(formula_rules, struct formula_rule);

struct formula_box {
    sp width;
    sp height; // above the baseline
    sp depth;  // below
    struct formula_glyphs glyphs;
    struct formula_rules rules;
};

// What no line end divides.
struct formula_part {
    struct formula_box box;
    struct str text; // how it reads
    sp space;        // behind it, up to the next part; vanishes at a line's end
    bool blank;
    int penalty; // of a line end behind it
};
VEC_DECLARE(formula_parts, struct formula_part);

// Sets the span's formula in scratch memory; in one part if whole. Returns
// no part and warns if no font for formulas is installed.
struct formula_parts formula_set(struct layout_context *context,
                                 const struct span *span, bool whole);

// How far the formulas of a line reach above its height and below its
// baseline; 0 without any.
struct formula_reach {
    sp above;
    sp below;
};

// Adds a part to the reach of a line of that height.
void formula_reach_add(struct formula_reach *reach,
                       const struct formula_part *part, sp raise, sp height);

// What a line needs between its baseline and the next line's height, at
// least leading: a formula keeps clear of the other line's letters, of that
// size. first and second are the two lines'.
sp formula_leading(const struct formula_reach *first,
                   const struct formula_reach *second, sp size, sp leading);

// Appends the items of a part to the piece; x and y are where its baseline
// begins. In a document from right to left they are placed for the mirror.
void formula_draw(struct layout_context *context, const struct span *span,
                  const struct formula_part *part, sp x, sp y,
                  struct piece *piece);

#endif
