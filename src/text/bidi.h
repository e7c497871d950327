// SPDX-License-Identifier: MIT
// Text in two directions (UAX #9) through fribidi; bidi.c is the only file
// that includes its header. A paragraph gets levels once; each of its lines
// is then cut into runs of one level, shaped (shape_style.rtl for an odd
// level), and the runs put into the order in which they are drawn.
#ifndef VITA_TEXT_BIDI_H
#define VITA_TEXT_BIDI_H

#include "base/str.h"

enum bidi_direction {
    BIDI_LTR,
    BIDI_RTL,
    BIDI_AUTO, // of the first letter; left to right if there is none
};

// Whether the text has a character that is not set from left to right or
// that controls direction; without any, all levels of BIDI_LTR and BIDI_AUTO
// are 0.
bool bidi_is_needed(struct str text);

// Sets levels[i] for each byte of a paragraph's text: even from left to
// right, odd from right to left. Returns the paragraph's own level, 0 or 1.
// levels has text.len bytes; scratch is for passing needs.
int bidi_levels(struct arena *scratch, struct str text,
                enum bidi_direction direction, unsigned char *levels);

// Puts runs of one line into drawing order from left to right: order[i] is
// the number of the run that is drawn at place i. levels are the runs', in
// the order of the text; spaces at the line's end must have been given the
// paragraph's level (rule L1) or left out.
void bidi_reorder(const unsigned char *levels, size_t count, size_t *order);

#endif
