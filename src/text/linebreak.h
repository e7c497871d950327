// SPDX-License-Identifier: MIT
// Where lines may end by UAX #14, through libunibreak; linebreak.c is the
// only file that includes its header.
#ifndef VITA_TEXT_LINEBREAK_H
#define VITA_TEXT_LINEBREAK_H

#include "base/str.h"

enum line_end {
    LINE_END_PROHIBITED,
    LINE_END_ALLOWED,
    LINE_END_MANDATORY,
};

// Sets ends[i] for each byte offset i from 0 to text.len: whether a line may
// end before that byte. 0 is prohibited, text.len mandatory, and nothing
// parts a grapheme cluster. The language ("fr", BCP 47, or NULL) tells what
// quotation marks do. ends has text.len + 1 bytes, of enum line_end; scratch
// is for passing needs.
void line_ends(struct arena *scratch, struct str text, const char *language,
               unsigned char *ends);

#endif
