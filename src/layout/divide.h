// SPDX-License-Identifier: MIT
// Where a word may be divided: the user's exceptions first, then the
// language's patterns.
#ifndef VITA_LAYOUT_DIVIDE_H
#define VITA_LAYOUT_DIVIDE_H

#include "layout/context.h"

// Divides a word of the span. Writes at most max byte offsets, ascending, to
// offsets and returns how many, as hyphenator_divide() does; tex asks for TeX's
// patterns.
size_t word_divide(const struct layout_context *context,
                   const struct span *span, struct str word, bool tex,
                   uint16_t *offsets, size_t max);

#endif
