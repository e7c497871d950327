// SPDX-License-Identifier: MIT
// Pictures: the photo, a signature, logos. Each is a row with one item.
// src/image reads the file, once for a document. A circle is cut out of the
// middle of the photo's square.
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
                     "the picture has too few pixels: %d for %d pt", pixels,
                     (int)(item->width / SP_PER_PT));
}

// Rounded corners have this part of the shorter side as their radius.
#define CORNER_DIVISOR 10
// Above the square that a circle is cut out of stays this part of what is cut
// off: faces are above the middle of a photo.
#define CUT_ABOVE_DIVISOR 3

static sp shorter_side(const struct item *item)
{
    return item->width < item->height ? item->width : item->height;
}

// Gives the item, which is as large as the image, the shape and the border
// that its block has.
static void set_frame(struct layout_context *context,
                      const struct photo_look *look, struct item *item)
{
    struct image_frame *frame;
    sp side = shorter_side(item);

    if (look->shape == PHOTO_RECTANGLE && look->border <= 0)
        return;
    frame = arena_new_of(context->arena, struct image_frame);
    frame->border = look->border < side / 2 ? look->border : side / 2;
    frame->width = item->width;
    frame->height = item->height;
    item->colour = look->border_colour;
    if (look->shape == PHOTO_ROUNDED)
        frame->radius = side / CORNER_DIVISOR;
    if (look->shape == PHOTO_CIRCLE) {
        // The square is as wide as the photo was to be.
        frame->width = sp_mul_div(item->width, item->width, side);
        frame->height = sp_mul_div(item->height, item->width, side);
        frame->x = (item->width - frame->width) / 2;
        frame->y = (item->width - frame->height) / CUT_ABOVE_DIVISOR;
        frame->radius = item->width / 2;
        item->height = item->width;
    }
    item->frame = frame;
}

// A file that cannot be read is told wherever it is named.
static struct image *read_once(struct layout_context *context,
                               const struct text *path)
{
    struct image *image;

    for (size_t i = 0; i < context->images.len; i++)
        if (str_eq(context->images.ptr[i]->path, path->str))
            return context->images.ptr[i];
    image = image_read(context->arena, path->str, path->pos, context->diags);
    if (image)
        vec_push(context->arena, &context->images, image);
    return image;
}

// In the middle of the box's height, at its left.
static void fit_box(const struct block *block, struct item *item)
{
    const struct image *image = item->image;

    item->width = block->image_width;
    item->height = sp_mul_div(item->width, image->height, image->width);
    if (item->height > block->image_height) {
        item->height = block->image_height;
        item->width = sp_mul_div(item->height, image->width, image->height);
    }
    item->y = (block->image_height - item->height) / 2;
}

struct rows image_layout(struct layout_context *context,
                         const struct block *block, sp width)
{
    struct rows rows = {0};
    struct piece piece = piece_new(context);
    struct image *image = read_once(context, &block->image_path);
    struct item item = {.kind = ITEM_IMAGE,
                        .role =
                            block->decorative ? ROLE_ARTIFACT : context->role,
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
    if (block->image_boxed)
        fit_box(block, &item);
    check_pixels(context, block, &item);
    set_frame(context, &block->image_look, &item);
    vec_push(context->arena, &piece.items, item);
    rows_push(context->arena, &rows, 0, 0, block->image_boxed ? 0 : item.height,
              piece);
    return rows;
}
