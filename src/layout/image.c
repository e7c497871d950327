// SPDX-License-Identifier: MIT
// The photo: a row with one item. src/image reads the file.
#include "layout/context.h"

// Below this a printed photo shows its pixels.
#define MIN_PIXELS_PER_INCH 150

static void check_pixels(struct layout_context *context,
                         const struct block *block, const struct item *item)
{
    int pixels = item->image->width;

    if ((int64_t)pixels * PT(72) < (int64_t)MIN_PIXELS_PER_INCH * item->width)
        diag_warning(context->diags, block->image_path.pos,
                     STR("print needs 150 pixels per inch and more"),
                     "the photo has too few pixels: %d for %d pt", pixels,
                     (int)(item->width / SP_PER_PT));
}

struct rows image_layout(struct layout_context *context,
                         const struct block *block, sp width)
{
    struct rows rows = {0};
    struct piece piece = piece_new(context);
    struct image *image = image_read(context->arena, block->image_path.str,
                                     block->image_path.pos, context->diags);
    struct item item = {.kind = ITEM_IMAGE,
                        .role = context->role,
                        .element = block->element,
                        .image = image};

    if (!image)
        return rows;
    item.width = block->image_width;
    if (block->image_height > 0)
        item.width =
            sp_mul_div(block->image_height, image->width, image->height);
    if (item.width > width)
        item.width = width;
    item.height = sp_mul_div(item.width, image->height, image->width);
    check_pixels(context, block, &item);
    vec_push(context->arena, &piece.items, item);
    rows_push(context->arena, &rows, 0, 0, item.height, piece);
    return rows;
}
