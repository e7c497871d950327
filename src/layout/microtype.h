// SPDX-License-Identifier: MIT
// Microtypography of a line: what hangs over the margins, and how much the
// letters themselves may be widened or narrowed.
#ifndef VITA_LAYOUT_MICROTYPE_H
#define VITA_LAYOUT_MICROTYPE_H

#include "layout/atoms.h"
#include "layout/span_font.h"

// Letters grow or shrink by at most this many thousandths: twice that would
// be seen (Hàn Thế Thành 2000, 4.2).
#define EXPANSION_MAX 20

// How far the text's first or last character hangs over the margin; font is
// that of the span.
sp hang_left(const struct layout_context *context, struct span_font *font,
             const struct span *span, struct str text);
sp hang_right(const struct layout_context *context, struct span_font *font,
              const struct span *span, struct str text);

#endif
