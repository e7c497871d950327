// SPDX-License-Identifier: MIT
// Images that are seen through a shape: a clipping path of straight lines and
// Bézier curves before the image, and the border's line behind it.
#include "pdf/content.h"

// How far the control points of a quarter of a circle are from its ends, in
// 1/100000 of the radius: 4/3 (√2 - 1).
#define KAPPA 55228

// A rectangle with round corners; y counts downwards.
struct outline_box {
    sp x, y, width, height, radius;
};

// Appends an edge from one corner to the next and the quarter of a circle
// around that one, which turns to the right; dx and dy, of which one is 0 and
// the other 1 or -1, point along the edge.
static void add_edge(struct content *content, sp x, sp y, sp dx, sp dy,
                     sp radius)
{
    sp rest = radius - sp_mul_div(radius, KAPPA, 100000);

    content_add_point(content, x - dx * radius, y - dy * radius);
    buf_add_cstr(&content->buf, "l\n");
    if (radius == 0)
        return;
    content_add_point(content, x - dx * rest, y - dy * rest);
    content_add_point(content, x - dy * rest, y + dx * rest);
    content_add_point(content, x - dy * radius, y + dx * radius);
    buf_add_cstr(&content->buf, "c\n");
}

static void add_shape(struct content *content, const struct outline_box *shape)
{
    sp right = shape->x + shape->width;
    sp bottom = shape->y + shape->height;

    content_add_point(content, shape->x + shape->radius, shape->y);
    buf_add_cstr(&content->buf, "m\n");
    add_edge(content, right, shape->y, 1, 0, shape->radius);
    add_edge(content, right, bottom, 0, 1, shape->radius);
    add_edge(content, shape->x, bottom, -1, 0, shape->radius);
    add_edge(content, shape->x, shape->y, 0, -1, shape->radius);
    buf_add_cstr(&content->buf, "h ");
}

void content_clip(struct content *content, const struct item *item)
{
    add_shape(content,
              &(struct outline_box){item->x, item->y, item->width, item->height,
                                    item->frame->radius});
    buf_add_cstr(&content->buf, "W n\n");
}

void content_draw_border(struct content *content, const struct item *item)
{
    const struct image_frame *frame = item->frame;
    sp half = frame->border / 2;
    struct outline_box shape = {
        item->x + half, item->y + half, item->width - frame->border,
        item->height - frame->border,
        frame->radius > half ? frame->radius - half : 0};

    if (frame->border <= 0)
        return;
    buf_add_cstr(&content->buf, "q ");
    content_add_colour(content, item->colour);
    buf_add_cstr(&content->buf, "RG ");
    buf_add_number(&content->buf, frame->border);
    buf_add_cstr(&content->buf, " w\n");
    add_shape(content, &shape);
    buf_add_cstr(&content->buf, "S Q\n");
}
