// SPDX-License-Identifier: MIT
// Columns beside each other: every cell is laid out by itself, then the rows
// of all columns that overlap are joined to one, so that a page break goes
// through all columns at the same height.
#include "layout/context.h"

#include <stdlib.h>

struct grid {
    sp x[MAX_COLUMNS];
    sp width[MAX_COLUMNS];
    sp bottom[MAX_COLUMNS];       // of what stands in the column so far
    sp below[MAX_COLUMNS];        // weak space under it
    int64_t penalty[MAX_COLUMNS]; // price for the next cell's first row
};

// A row at its place in the block.
struct placed {
    sp top;
    size_t number; // keeps the sort stable
    int column;
    struct row row;
};
VEC_DECLARE(placed_list, struct placed);

// The width of a column that the others do not decide; of a natural one, at
// most half of all, lest the others have no room.
static sp own_width(struct layout_context *context, const struct block *block,
                    int column, sp width)
{
    sp widest = 0;

    if (block->widths[column] != COLUMN_NATURAL)
        return column_width(context, block->widths[column]);
    for (size_t i = 0; i < block->children.len; i++) {
        const struct block *cell = &block->children.ptr[i];
        sp natural;

        if (cell->placement.first != column || cell->placement.last != column)
            continue;
        natural = block_natural_width(context, cell);
        widest = natural > widest ? natural : widest;
    }
    return widest < width / 2 ? widest : width / 2;
}

static sp gap_behind(const struct block *block, int column)
{
    return block->gaps[column] > 0 ? block->gaps[column] : block->column_gap;
}

static void set_widths(struct layout_context *context,
                       const struct block *block, sp width, struct grid *grid)
{
    sp fixed = 0;
    sp widths[MAX_COLUMNS] = {0};
    sp x = 0;

    for (int i = 0; i < block->column_count; i++) {
        widths[i] = own_width(context, block, i, width);
        fixed += widths[i];
        if (i > 0 && block->widths[i - 1] != COLUMN_SIDE)
            fixed += gap_behind(block, i - 1);
    }
    for (int i = 0; i < block->column_count; i++) {
        sp own =
            block->widths[i] == COLUMN_FLEXIBLE ? width - fixed : widths[i];

        if (block->widths[i] == COLUMN_SIDE) {
            grid->x[i] = context->columns.side_x;
            grid->width[i] = context->columns.side_width;
            continue;
        }
        grid->x[i] = x;
        grid->width[i] = own > 0 ? own : 0;
        x += own + gap_behind(block, i);
    }
}

// Where a cell begins: below all columns that it covers.
static sp cell_top(const struct grid *grid, const struct block *cell,
                   const struct rows *rows, int64_t *penalty)
{
    sp top = 0;
    sp first_space = rows->list.ptr[0].space;

    *penalty = 0;
    for (int i = cell->below_side ? 0 : cell->placement.first;
         i <= cell->placement.last; i++) {
        sp space = first_space > grid->below[i] ? first_space : grid->below[i];

        if (grid->bottom[i] > 0 && grid->bottom[i] + space > top)
            top = grid->bottom[i] + space;
        if (grid->penalty[i] > *penalty)
            *penalty = grid->penalty[i];
    }
    return top;
}

// Lays out a cell, which may have parts in the side column.
static struct rows cell_layout(struct layout_context *context,
                               const struct grid *grid,
                               const struct block *block,
                               const struct block *cell, sp width)
{
    struct column_scope scope = context->columns;
    sp x = grid->x[cell->placement.first];
    struct rows rows;

    if (block->side_column)
        context->columns.side_width = grid->width[0];
    context->columns.side_x = (block->side_column ? 0 : scope.side_x) - x;
    rows = block_layout(context, cell, width);
    context->columns = scope;
    return rows;
}

static void place_cell(struct layout_context *context, struct grid *grid,
                       const struct block *block, const struct block *cell,
                       struct placed_list *list)
{
    int first = cell->placement.first;
    int last = cell->placement.last;
    sp width = grid->x[last] + grid->width[last] - grid->x[first];
    struct rows rows = cell_layout(context, grid, block, cell, width);
    int64_t penalty;
    sp y;

    if (rows.list.len == 0)
        return;
    rows_shift(&rows, grid->x[first]);
    y = cell_top(grid, cell, &rows, &penalty);
    rows.list.ptr[0].penalty += penalty;
    for (size_t i = 0; i < rows.list.len; i++) {
        struct row row = rows.list.ptr[i];

        y += i > 0 ? row.space : 0;
        vec_push(context->arena, list,
                 (struct placed){y, list->len, first, row});
        y += row.height;
    }
    for (int i = first; i <= last; i++) {
        grid->bottom[i] = y;
        grid->below[i] = rows.below;
        grid->penalty[i] = cell->keep_with_next ? context->costs.entry_top : 0;
    }
}

static int by_top(const void *a_ptr, const void *b_ptr)
{
    const struct placed *a = a_ptr;
    const struct placed *b = b_ptr;

    if (a->top != b->top)
        return a->top < b->top ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

static sp max_bottom(const struct grid *grid, int count)
{
    sp bottom = 0;

    for (int i = 0; i < count; i++)
        if (grid->bottom[i] > bottom)
            bottom = grid->bottom[i];
    return bottom;
}

static void centre(const struct grid *grid, int count, struct placed_list *list)
{
    sp bottom = max_bottom(grid, count);

    for (size_t i = 0; i < list->len; i++) {
        struct placed *placed = &list->ptr[i];

        placed->top += (bottom - grid->bottom[placed->column]) / 2;
    }
}

// Adds the pieces of a placed row to the joined row.
static void join(struct arena *arena, struct row *row, sp top,
                 const struct placed *placed)
{
    sp dy = placed->top - top;

    for (size_t i = 0; i < placed->row.pieces.len; i++) {
        struct piece piece = placed->row.pieces.ptr[i];

        piece.y += dy;
        vec_push(arena, &row->pieces, piece);
    }
    if (dy + placed->row.height > row->height)
        row->height = dy + placed->row.height;
    if (placed->row.penalty > row->penalty)
        row->penalty = placed->row.penalty;
}

static struct rows join_all(struct arena *arena, const struct placed_list *list)
{
    struct rows rows = {0};
    sp bottom = 0;

    for (size_t i = 0; i < list->len;) {
        sp top = list->ptr[i].top;
        struct row row = {.space = i > 0 ? top - bottom : 0,
                          .ascent = list->ptr[i].row.ascent};

        do {
            join(arena, &row, top, &list->ptr[i]);
            i++;
        } while (i < list->len && list->ptr[i].top < top + row.height);
        bottom = top + row.height;
        if (rows.list.len == 0)
            row.penalty = 0;
        vec_push(arena, &rows.list, row);
    }
    return rows;
}

struct rows columns_layout(struct layout_context *context,
                           const struct block *block, sp width)
{
    struct grid grid = {0};
    struct placed_list list = {0};
    struct rows rows;

    set_widths(context, block, width, &grid);
    for (size_t i = 0; i < block->children.len; i++)
        place_cell(context, &grid, block, &block->children.ptr[i], &list);
    if (list.len == 0)
        return (struct rows){0};
    if (block->centre_vertically)
        centre(&grid, block->column_count, &list);
    qsort(list.ptr, list.len, sizeof *list.ptr, by_top);
    rows = join_all(context->arena, &list);
    if (block->timeline != TIMELINE_NONE)
        timeline_mark(context, block, grid.x[1] - block->column_gap / 2, &rows);
    return rows;
}
