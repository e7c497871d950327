// SPDX-License-Identifier: MIT
// Lists of bullets, nested to some depth, and what stands beside them: the
// markers at the left, dates at the right.
#include "compose/markup.h"
#include "compose/parts.h"
#include "compose/values.h"

// Shapes that fonts draw to the height of capitals, as bullets at this part
// of the size.
#define LARGE_BULLET_PERCENT 60
// Raised so that they stand in the middle of the x-height.
#define LARGE_BULLET_RAISE_PERCENT 7

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

struct para marker_para(const struct context *context, struct text marker)
{
    static const char large[] = "\u25cf \u25c6 \u2605 \u25a0 \u25cb";
    struct para para = para_body(context);
    struct text_style style = para.base;
    bool is_large = marker.str.len > 0 &&
                    str_find(str_from_cstr(large), marker.str, 0) != SIZE_MAX;

    if (is_large)
        style.size = style.size * LARGE_BULLET_PERCENT / 100;
    markup_append(context, marker, style, NULL, false, &para.spans);
    for (size_t i = 0; is_large && i < para.spans.len; i++)
        para.spans.ptr[i].raise =
            para.base.size * LARGE_BULLET_RAISE_PERCENT / 100;
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
