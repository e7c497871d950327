// SPDX-License-Identifier: MIT
// Columns in different blocks that are equally wide. A block that says so
// measures them in all that is in it, but for blocks that say so themselves;
// what is inside finds the width in the context.
#include "layout/context.h"

sp column_width(const struct layout_context *context, sp width)
{
    switch (width) {
    case COLUMN_FLEXIBLE:
    case COLUMN_NATURAL:
    case COLUMN_SIDE:
        return 0;
    case COLUMN_SHARED_DATES:
        return context->columns.shared[SHARED_DATES];
    case COLUMN_SHARED_DEGREE:
        return context->columns.shared[SHARED_DEGREE];
    default:
        return width;
    }
}

static bool is_shared(sp width, enum shared_column which)
{
    // What stands at the side stands in the column of dates.
    if (which == SHARED_DATES)
        return width == COLUMN_SHARED_DATES || width == COLUMN_SIDE;
    return width == COLUMN_SHARED_DEGREE;
}

static sp widest_in(struct layout_context *context, const struct block *block,
                    enum shared_column which, sp width);

// The widest line of a child, or in it; the width is for markers.
static sp widest_of(struct layout_context *context, const struct block *block,
                    const struct block *child, enum shared_column which,
                    sp width)
{
    int column = child->placement.first;

    if (child->shared[which].here)
        return 0;
    if (block->kind == BLOCK_COLUMNS && column == child->placement.last &&
        is_shared(block->widths[column], which))
        return block_natural_width(context, child);
    return widest_in(context, child, which, width);
}

static sp widest_in(struct layout_context *context, const struct block *block,
                    enum shared_column which, sp width)
{
    sp widest = 0;

    for (size_t i = 0; i < block->children.len; i++) {
        sp own =
            widest_of(context, block, &block->children.ptr[i], which, width);

        widest = own > widest ? own : widest;
    }
    if (widest > 0 && block->marker_in_column && which == SHARED_DATES)
        widest += list_indent(context, block, width);
    return widest;
}

static sp measure(struct layout_context *context, const struct block *block,
                  enum shared_column which, sp width)
{
    const struct shared_width *shared = &block->shared[which];
    sp most = width * shared->most_percent / 100;
    sp widest;

    if (most <= shared->least)
        return shared->least;
    widest = widest_in(context, block, which, width);
    if (widest <= shared->least)
        return shared->least;
    widest += shared->slack;
    return widest < most ? widest : most;
}

void columns_enter(struct layout_context *context, const struct block *block,
                   sp width)
{
    for (int i = 0; i < SHARED_COLUMNS; i++)
        if (block->shared[i].here)
            context->columns.shared[i] =
                measure(context, block, (enum shared_column)i, width);
}
