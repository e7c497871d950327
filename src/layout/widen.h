// SPDX-License-Identifier: MIT
// A column that becomes wider where what stands beside it ends: some pages of
// its rows in one width, the rest in another.
#ifndef VITA_LAYOUT_WIDEN_H
#define VITA_LAYOUT_WIDEN_H

#include "layout/flow.h"

// Breaks the same blocks, laid out in two widths, so that narrow has the first
// pages, up to last, and wide what follows. Between them a page ends where a
// paragraph begins that all before it are complete at. Returns false, with
// both as they were, if there is no such place or no need.
bool flow_widen(struct layout_context *context, size_t last,
                struct flow *narrow, struct flow *wide);

#endif
