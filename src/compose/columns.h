// SPDX-License-Identifier: MIT
// How wide the columns of a BLOCK_COLUMNS are, and where its children stand.
#ifndef VITA_COMPOSE_COLUMNS_H
#define VITA_COMPOSE_COLUMNS_H

#include "base/length.h"

// Columns [first, last] that a child of BLOCK_COLUMNS covers. It begins
// below all that stands in them.
struct placement {
    int first;
    int last;
};

#define MAX_COLUMNS 4
#define COLUMN_FLEXIBLE (-1) // takes what the others leave
#define COLUMN_NATURAL (-2)  // as wide as its widest line
// As wide as all such columns of the block around them that says so.
#define COLUMN_SHARED_DATES (-3)
#define COLUMN_SHARED_DEGREE (-4)
// Stands in the first column of the block around, to the left of this one.
#define COLUMN_SIDE (-5)

enum shared_column {
    SHARED_DATES,
    SHARED_DEGREE,
    SHARED_COLUMNS,
};

// The width of the shared columns in a block: that of the widest line, so that
// columns below each other align.
struct shared_width {
    bool here; // this block says it
    sp least;
    sp slack;         // beside a line that is wider than that
    int most_percent; // of the block's width, if that is not less than least;
                      // 0: the width is least
};

#endif
