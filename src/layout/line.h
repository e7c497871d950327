// SPDX-License-Identifier: MIT
// Setting a line: its elements with their widths, glue already stretched, to
// items of glyphs at their places.
#ifndef VITA_LAYOUT_LINE_H
#define VITA_LAYOUT_LINE_H

#include "layout/context.h"
#include "layout/formula.h"

enum element_kind {
    ELEMENT_TEXT,        // the first four can share an item (line.c)
    ELEMENT_GLUE,        // an interword space, drawn as a space glyph
    ELEMENT_FIXED_SPACE, // one that keeps its width
    ELEMENT_LAST_SPACE,  // the one at which the line ended
    ELEMENT_END_SPACE,   // after a paragraph
    ELEMENT_KERN,        // white space that is no character
    ELEMENT_ICON,
    ELEMENT_FORMULA,
};

struct element {
    enum element_kind kind;
    const struct span *span; // style, link, place in the profile
    struct str text;         // ELEMENT_TEXT: with the hyphen that is drawn
    const struct shape *shape;
    const struct outline *outline;
    const struct formula_part *formula;
    sp x; // from where the line begins
    sp width;
    unsigned char level; // of bidi: odd from right to left
    int expansion;       // of the letters in 1/1000
    // The whole word for the first part of a divided one or of a logo, an
    // empty text with ptr not NULL for the others; what raised letters read;
    // ptr NULL otherwise.
    struct str actual_text;
    bool goes_on; // the next element is under the same actual text
};
VEC_DECLARE(element_list, struct element);

// Returns the width of the element's text as expanded.
sp element_text_width(const struct element *element);

// Appends the items and links of the line to piece; x is where its first
// element begins, baseline its distance from the piece's top.
void line_set(struct layout_context *context,
              const struct element_list *elements, sp x, sp baseline,
              struct piece *piece);

#endif
