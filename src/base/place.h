// SPDX-License-Identifier: MIT
// Where in a source a piece of a text stands.
#ifndef VITA_BASE_PLACE_H
#define VITA_BASE_PLACE_H

#include "base/diag.h"

// Returns the place of the first `what` in the source from pos on, or pos
// itself if it is not found near: a text may be folded or escaped there.
struct pos place_within(const struct diags *diags, struct pos pos,
                        struct str what);

#endif
