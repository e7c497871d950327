// SPDX-License-Identifier: MIT
// Section titles and their rules, in RenderCV's eight kinds.
#include "layout/context.h"

static sp content_right(const struct piece *piece)
{
    sp right = 0;

    for (size_t i = 0; i < piece->items.len; i++) {
        const struct item *item = &piece->items.ptr[i];

        if (item->kind == ITEM_TEXT && item->x + item->width > right)
            right = item->x + item->width;
    }
    return right;
}

static sp content_left(const struct piece *piece, sp width)
{
    sp left = width;

    for (size_t i = 0; i < piece->items.len; i++)
        if (piece->items.ptr[i].kind != ITEM_RULE &&
            piece->items.ptr[i].x < left)
            left = piece->items.ptr[i].x;
    return left;
}

static void add_rule(struct layout_context *context, const struct block *block,
                     struct piece *piece, sp x, sp y, sp right)
{
    if (right > x)
        piece_add_rule(context->arena, piece, x, y, right - x,
                       block->rule_thickness, block->para.base.colour);
}

// Rules beside the title's last line, their bottom at its baseline or their
// middle at half its cap height.
static void add_side_rules(struct layout_context *context,
                           const struct block *block, struct row *last,
                           sp width)
{
    struct piece *piece = &last->pieces.ptr[0];
    bool middle = block->title_type == TITLE_CENTERED_CENTERED_PARTIAL_LINE;
    sp y = middle ? (last->height - block->rule_thickness) / 2
                  : last->height - block->rule_thickness;
    sp left = content_left(piece, width) - block->rule_gap;
    sp right = content_right(piece) + block->rule_gap;

    if (block->title_type != TITLE_PARTIAL_LINE)
        add_rule(context, block, piece, 0, y, left);
    add_rule(context, block, piece, right, y, width);
}

static void add_full_rule(struct layout_context *context,
                          const struct block *block, struct row *last, sp width)
{
    add_rule(context, block, &last->pieces.ptr[0], 0,
             last->height + block->rule_gap, width);
    last->height += block->rule_gap + block->rule_thickness;
}

static sp bar_width(const struct layout_context *context,
                    const struct block *block)
{
    return block->rule_column + context->columns.shared[SHARED_DATES];
}

// The thick bar in the dates' column, its middle at half the cap height.
static void add_bar(struct layout_context *context, const struct block *block,
                    struct row *first)
{
    struct piece *piece = &first->pieces.ptr[0];
    sp width = bar_width(context, block);

    add_rule(context, block, piece, -width - block->column_gap,
             (first->height - block->rule_thickness) / 2, -block->column_gap);
}

struct rows title_layout(struct layout_context *context,
                         const struct block *block, sp width)
{
    bool bar = block->title_type == TITLE_MODERNCV;
    sp offset = bar ? bar_width(context, block) + block->column_gap : 0;
    struct rows rows = paragraph_layout(context, &block->para, width - offset);
    struct row *last;

    if (rows.list.len == 0)
        return rows;
    last = &rows.list.ptr[rows.list.len - 1];
    switch (block->title_type) {
    case TITLE_PARTIAL_LINE:
    case TITLE_CENTERED_PARTIAL_LINE:
    case TITLE_CENTERED_CENTERED_PARTIAL_LINE:
        add_side_rules(context, block, last, width);
        break;
    case TITLE_FULL_LINE:
    case TITLE_CENTERED_FULL_LINE:
        add_full_rule(context, block, last, width);
        break;
    case TITLE_MODERNCV:
        add_bar(context, block, &rows.list.ptr[0]);
        break;
    default:
        break;
    }
    rows_shift(&rows, offset);
    rows_keep(&rows, context->costs.heading);
    return rows;
}
