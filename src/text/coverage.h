// SPDX-License-Identifier: MIT
// What a face can show, and of which script a text is.
#ifndef VITA_TEXT_COVERAGE_H
#define VITA_TEXT_COVERAGE_H

#include "text/face.h"

// Whether nothing is ever drawn for the character, so that it needs no glyph.
bool rune_is_ignorable(uint32_t rune);

// Whether the face shows the whole grapheme cluster. A face has a character
// also if HarfBuzz can put it together from what is there. The arena is for
// passing needs.
bool font_shows(struct arena *arena, const struct font *font,
                struct str cluster);

// The script of the first character that has one of its own, or
// HB_SCRIPT_COMMON.
hb_script_t text_script(struct str text);

#endif
