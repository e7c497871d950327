// SPDX-License-Identifier: MIT
// Protrusion (margin kerning): how far characters may hang over a margin so
// that the edge of the text looks straight. After Hàn Thế Thành,
// "Micro-typographic extensions to the TeX typesetting system" (2000).
#ifndef VITA_TEXT_PROTRUSION_H
#define VITA_TEXT_PROTRUSION_H

#include "text/font.h"

// In thousandths of the character's width.
struct protrusion {
    int left;
    int right;
};

// Returns the protrusion of a character in the font: its family's own value
// or that of serif or sans-serif faces; nothing for fixed pitch.
struct protrusion protrusion_lookup(const struct font *font, uint32_t rune);

#endif
