// SPDX-License-Identifier: MIT
// Where in a source a piece of a text stands.
#ifndef VITA_BASE_PLACE_H
#define VITA_BASE_PLACE_H

#include "base/diag.h"

// Returns the place of the first `what` in the source from pos on, or pos
// itself if it is not found near: a text may be folded or escaped there.
struct pos place_within(const struct diags *diags, struct pos pos,
                        struct str what);

// Whether it is worth searching for what stands in the source from pos on.
// Fills in the source's text, cut off where the search is to end, and the
// offset of pos in it.
bool place_search(const struct diags *diags, struct pos pos, struct str *text,
                  size_t *start) __attribute__((warn_unused_result));

// Returns pos, which stands at the offset from of the text, moved to the
// offset to, not before it; its length is as it was.
struct pos place_move(struct pos pos, struct str text, size_t from, size_t to);

#endif
