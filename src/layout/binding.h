// SPDX-License-Identifier: MIT
// A CV's own rules for line breaks, as prices: what belongs together stays
// on a line, and no word stands alone on the last one.
#ifndef VITA_LAYOUT_BINDING_H
#define VITA_LAYOUT_BINDING_H

#include "layout/atoms.h"

// Returns the penalty for a break at the space atoms->ptr[index]: 0 for none.
// Bound are initials and titles to names, months to years and days, short
// numbers to the word before them, dashes to what they follow.
int space_penalty(const struct layout_context *context,
                  const struct atom_list *atoms, size_t index);

// True if the word before the space ends with a comma, but no number does.
bool space_follows_comma(const struct atom_list *atoms, size_t index);

// How far a space may shrink: by a third, as in TeX, but never to less than
// 0.15 em; fonts with narrow spaces would run words together.
sp space_shrink(sp width, sp size);

#endif
