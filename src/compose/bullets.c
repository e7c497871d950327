// SPDX-License-Identifier: MIT
// Lists of bullets, nested to some depth, and what stands beside them: the
// markers at the left, dates at the right.
#include "compose/markup.h"
#include "compose/parts.h"
#include "compose/values.h"

// Text fonts draw these shapes as they like, from dots to the height of
// capitals, or not at all; of this family they are always the same.
#define SHAPE_FAMILY "DejaVu Sans"
// Left of a shape: other bullets have that much in their glyphs.
#define SHAPE_BEARING_PERCENT 13

// A bullet that is set otherwise than as a letter of the text: by what, at
// which part of the text's size, how much of that size higher, so that it
// stands in the middle of the x-height.
struct bullet_shape {
    const char *bullet;
    const char *drawn;
    int size_percent;
    int raise_percent;
    bool is_dot; // of the text's font
};

static const struct bullet_shape shapes[] = {
    {"\u25cf", "\u2022", 130, -6, true}, // a large dot, as in RenderCV
    {"\u25c6", "\u25c6", 58, 9, false},  // diamond
    {"\u25a0", "\u25a0", 45, 12, false}, // square
    {"\u2605", "\u2605", 60, 2, false},  // star
    {"\u25cb", "\u25cb", 55, 10, false}, // circle
};

enum list_numbering bullet_numbering(struct str bullet)
{
    static const char circles[] = "\u25cb \u25e6 \u25ef";
    static const char squares[] = "\u25a0 \u25a1 \u25aa \u25ab";

    if (bullet.len > 0 &&
        str_find(str_from_cstr(circles), bullet, 0) != SIZE_MAX)
        return NUMBERING_CIRCLE;
    if (bullet.len > 0 &&
        str_find(str_from_cstr(squares), bullet, 0) != SIZE_MAX)
        return NUMBERING_SQUARE;
    return NUMBERING_DISC;
}

static const struct bullet_shape *shape_lookup(struct str bullet)
{
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (str_eq_cstr(bullet, shapes[i].bullet))
            return &shapes[i];
    return NULL;
}

static void append_shape(const struct context *context,
                         const struct bullet_shape *shape, struct text marker,
                         struct para *para)
{
    sp size = para->base.size;
    struct span span = {
        .kind = SPAN_SPACE,
        .width = size * SHAPE_BEARING_PERCENT / 100,
        .style = para->base,
        .pos = marker.pos,
    };

    if (!shape->is_dot) {
        vec_push(context->arena, &para->spans, span);
        span.style.family = STR(SHAPE_FAMILY);
    }
    span.kind = SPAN_TEXT;
    span.width = 0;
    span.text = str_from_cstr(shape->drawn);
    span.style.size = size * shape->size_percent / 100;
    span.raise = size * shape->raise_percent / 100;
    vec_push(context->arena, &para->spans, span);
}

struct para marker_para(const struct context *context, struct text marker)
{
    const struct bullet_shape *shape = shape_lookup(marker.str);
    struct para para = para_body(context);

    if (shape)
        append_shape(context, shape, marker, &para);
    else
        markup_append(context, marker, para.base, NULL, false, &para.spans);
    return para;
}

static struct block date_line(const struct context *context, struct value value)
{
    struct block line = block_para(context, para_body(context));
    struct value_list values = {0};

    line.para.align = dates_are_left(context->design)
                          ? date_align(context->design)
                          : PARA_RIGHT;
    line.para.hyphenation = HYPHENATION_NONE;
    vec_push(context->arena, &values, value);
    markup_append(context, (struct text){STR("DATE"), values.ptr[0].text.pos},
                  line.para.base, &values, true, &line.para.spans);
    return line;
}

struct block dated_block(const struct context *context, struct block block,
                         const struct period_list *periods)
{
    struct block columns = {.kind = BLOCK_COLUMNS,
                            .column_count = 2,
                            .widths = {COLUMN_FLEXIBLE, COLUMN_NATURAL},
                            .column_gap = context->styles[FACE_BODY].size,
                            .space_above = block.space_above};
    struct block text = {.kind = BLOCK_STACK, .placement = {0, 0}};
    struct block date = {.kind = BLOCK_STACK, .placement = {1, 1}};
    bool in_a_line = context->design->entries.between_dates.str.len > 0;

    if (periods->len == 0)
        return block;
    if (dates_are_left(context->design)) {
        columns.widths[0] = COLUMN_SIDE;
        columns.widths[1] = COLUMN_FLEXIBLE;
        text.placement = (struct placement){1, 1};
        date.placement = (struct placement){0, 0};
    }
    for (size_t i = 0; i < (in_a_line ? 1 : periods->len); i++)
        vec_push(
            context->arena, &date.children,
            date_line(context, in_a_line
                                   ? periods_value(context, periods)
                                   : period_value(context, &periods->ptr[i])));
    block.space_above = 0;
    vec_push(context->arena, &text.children, block);
    vec_push(context->arena, &columns.children, text);
    vec_push(context->arena, &columns.children, date);
    return columns;
}

static struct block bullet_item(const struct context *context,
                                const struct bullet *bullet, int level)
{
    const struct design *design = context->design;
    struct block item = {
        .kind = BLOCK_ITEM,
        .para = marker_para(
            context, level == 0 ? design->entries.highlights.bullet
                                : design->entries.highlights.nested_bullet),
    };
    struct block text = block_para(context, para_body(context));

    markup_append(context, bullet->text, text.para.base, NULL, true,
                  &text.para.spans);
    vec_push(context->arena, &item.children,
             dated_block(context, text, &bullet->periods));
    if (bullet->children.len > 0)
        vec_push(context->arena, &item.children,
                 bullets_block(context, &bullet->children, level + 1));
    return item;
}

struct block bullets_block(const struct context *context,
                           const struct bullet_list *bullets, int level)
{
    const struct design *design = context->design;
    sp leading = design->typography.line_spacing;
    sp between = design->entries.highlights.space_between_items + leading;
    struct block list = {
        .kind = BLOCK_LIST,
        .space_above = level == 0
                           ? design->entries.highlights.space_above + leading
                           : between,
        .numbering = bullet_numbering(
            level == 0 ? design->entries.highlights.bullet.str
                       : design->entries.highlights.nested_bullet.str),
        .marker_indent = design->entries.highlights.space_left,
        .marker_gap = design->entries.highlights.space_between_bullet_and_text,
    };

    for (size_t i = 0; i < bullets->len; i++) {
        struct block item = bullet_item(context, &bullets->ptr[i], level);

        if (i > 0)
            item.space_above = between;
        vec_push(context->arena, &list.children, item);
    }
    return list;
}
