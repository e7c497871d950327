// SPDX-License-Identifier: MIT
// Blocks at places of their own: one row, as high as asked for, whatever
// stands in it. What is too high for its area is either told, or a reason to
// take another block instead.
#include "layout/context.h"

// Adds the pieces of rows to the row, at the place of their area.
static void place(struct layout_context *context, const struct rows *rows,
                  const struct area *area, struct row *all)
{
    sp y = area->y;

    if (area->at_bottom)
        y += area->height - rows_height(rows);
    for (size_t i = 0; i < rows->list.len; i++) {
        const struct row *row = &rows->list.ptr[i];

        y += i > 0 ? row->space : 0;
        for (size_t k = 0; k < row->pieces.len; k++) {
            struct piece piece = row->pieces.ptr[k];

            piece.x += area->x;
            piece.y += y;
            vec_push(context->arena, &all->pieces, piece);
        }
        y += row->height;
    }
}

struct rows fixed_layout(struct layout_context *context,
                         const struct block *block)
{
    struct rows rows = {0};
    struct row all = {.height = block->fixed_height,
                      .ascent = block->fixed_height};

    for (size_t i = 0; i < block->children.len; i++) {
        const struct block *child = &block->children.ptr[i];
        const struct area *area = &child->area;
        struct rows own = block_layout(context, child, area->width);

        if (own.list.len == 0)
            continue;
        place(context, &own, area, &all);
        if (area->height == 0 || rows_height(&own) <= area->height)
            continue;
        if (area->what)
            diag_warning(context->diags, area->pos, (struct str){"", 0}, "%s",
                         area->what);
        else
            rows.overfull = true;
    }
    vec_push(context->arena, &rows.list, all);
    return rows;
}

struct rows choice_layout(struct layout_context *context,
                          const struct block *block, sp width)
{
    struct rows rows = {0};

    for (size_t i = 0; i < block->children.len; i++) {
        // What is told of those that are not taken is not the user's business.
        struct layout_context own = *context;

        own.diags = diags_new(context->arena);
        rows = block_layout(&own, &block->children.ptr[i], width);
        if (!rows.overfull || i + 1 == block->children.len) {
            rows = block_layout(context, &block->children.ptr[i], width);
            break;
        }
        context->order = own.order;
    }
    rows.overfull = false;
    return rows;
}

struct rows rule_layout(struct layout_context *context,
                        const struct block *block, sp width)
{
    struct rows rows = {0};
    struct piece piece = piece_new(context);

    piece_add_rule(context->arena, &piece, 0, 0, width, block->rule_thickness,
                   block->para.base.colour);
    rows_push(context->arena, &rows, 0, 0, block->rule_thickness, piece);
    return rows;
}
