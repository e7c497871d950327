// SPDX-License-Identifier: MIT
// Icons as paths in the units of their font, which a matrix brings to their
// place and size: whole numbers are short, and an icon that comes again is
// the same text again, which packs to little.
#include "pdf/content.h"

// Decimals of the scale: points for a unit, of which an em has thousands.
#define SCALE_DECIMALS 8
#define SCALE_ONE 100000000

static void add_units(struct buf *buf, int32_t units)
{
    if (units < 0)
        buf_add_char(buf, '-');
    buf_add_count(buf, (size_t)(units < 0 ? -(int64_t)units : units));
    buf_add_char(buf, ' ');
}

static void add_segment(struct buf *buf, const struct path_segment *segment)
{
    static const struct {
        int points;
        const char *operator;
    } ops[] = {
        [PATH_MOVE] = {1, "m\n"},
        [PATH_LINE] = {1, "l\n"},
        [PATH_CURVE] = {3, "c\n"},
        [PATH_CLOSE] = {0, "h\n"},
    };

    for (int i = 0; i < ops[segment->op].points; i++) {
        add_units(buf, segment->x[i]);
        add_units(buf, segment->y[i]);
    }
    buf_add_cstr(buf, ops[segment->op].operator);
}

static void add_matrix(struct content *content, const struct item *item)
{
    struct arena *arena = content->writer->arena;
    sp scale =
        sp_mul_div(item->size, SCALE_ONE, PT(1) * item->outline->units_per_em);
    struct str number =
        str_format(arena, "%lld.%0*lld", (long long)(scale / SCALE_ONE),
                   SCALE_DECIMALS, (long long)(scale % SCALE_ONE));

    buf_add(&content->buf, number);
    buf_add(&content->buf, STR(" 0 0 "));
    buf_add(&content->buf, number);
    buf_add_char(&content->buf, ' ');
    content_add_point(content, item->x, item->y);
    buf_add(&content->buf, STR("cm\n"));
}

void content_draw_icon(struct content *content, const struct item *item)
{
    const struct outline *outline = item->outline;

    if (outline->segments.len == 0 || outline->units_per_em <= 0 ||
        item->size <= 0)
        return;
    content_set_colour(content, item->colour);
    buf_add(&content->buf, STR("q "));
    add_matrix(content, item);
    for (size_t i = 0; i < outline->segments.len; i++)
        add_segment(&content->buf, &outline->segments.ptr[i]);
    buf_add(&content->buf, STR("f Q\n"));
}
