// SPDX-License-Identifier: MIT
// Places that do not follow from what stands before.
#ifndef VITA_COMPOSE_AREA_H
#define VITA_COMPOSE_AREA_H

#include "base/diag.h"
#include "base/length.h"

// Where a child of BLOCK_FIXED stands, from its parent's top left corner.
struct area {
    sp x, y;
    sp width;
    sp height;        // at most; 0 for any
    bool at_bottom;   // the child ends where the area does
    const char *what; // what is warned to be too high; NULL: another choice is
                      // taken then
    struct pos pos;
};

#endif
