// SPDX-License-Identifier: MIT
// Blocks to rows: stacks and lists here, the other kinds in their files.
#include "layout/context.h"

struct piece piece_new(struct layout_context *context)
{
    return (struct piece){.order = context->order++};
}

void piece_add_rule(struct arena *arena, struct piece *piece, sp x, sp y,
                    sp width, sp height, uint32_t colour)
{
    struct item rule = {.kind = ITEM_RULE,
                        .role = ROLE_ARTIFACT,
                        .x = x,
                        .y = y,
                        .width = width,
                        .height = height,
                        .colour = colour};

    vec_push(arena, &piece->items, rule);
}

// The price of a break before child i of several, whose rows are more; those
// before it are rows.
static int64_t end_penalty(const struct layout_context *context,
                           const struct block *block, size_t i,
                           const struct rows *rows, const struct rows *more)
{
    bool second = i == 1;
    bool last = i > 0 && i + 1 == block->children.len;
    bool alone =
        (second && rows->list.len == 1) || (last && more->list.len == 1);

    if ((block->keep_ends && (second || last)) || (block->keep_lines && alone))
        return context->costs.widow;
    return 0;
}

static struct rows stack_layout(struct layout_context *context,
                                const struct block *block, sp width)
{
    struct rows rows = {0};
    int64_t penalty = 0;
    size_t heading = 0; // first of the rows that belong to what follows

    for (size_t i = 0; i < block->children.len; i++) {
        const struct block *child = &block->children.ptr[i];
        struct rows more = block_layout(context, child, width);

        if (more.list.len == 0)
            continue;
        if (child->kind == BLOCK_LIST && i > 0 && penalty == 0)
            penalty = context->costs.lead_in;
        // A break before what is headed is a break before the heading.
        if (more.list.ptr[0].penalty == PAGE_BREAK_FORCED &&
            penalty >= context->costs.heading && rows.list.len > 0) {
            more.list.ptr[0].penalty = 0;
            rows.list.ptr[heading].penalty = PAGE_BREAK_FORCED;
        }
        if (penalty < context->costs.heading)
            heading = rows.list.len;
        rows_append(context->arena, &rows, &more,
                    penalty + end_penalty(context, block, i, &rows, &more));
        penalty = child->keep_with_next ? context->costs.heading : 0;
    }
    return rows;
}

// What the block asks of the break and the space above it and behind it.
static void apply_breaks(const struct block *block, struct rows *rows)
{
    if (rows->list.len == 0)
        return;
    if (block->break_before)
        rows->list.ptr[0].penalty = PAGE_BREAK_FORCED;
    if (block->break_after)
        rows->break_after = true;
    if (block->stretchable)
        rows->list.ptr[0].stretch = block->space_above;
}

static sp piece_width(const struct piece *piece)
{
    sp right = 0;

    for (size_t i = 0; i < piece->items.len; i++)
        if (piece->items.ptr[i].x + piece->items.ptr[i].width > right)
            right = piece->items.ptr[i].x + piece->items.ptr[i].width;
    return right;
}

// Lays out a marker on one line, at the left edge.
static struct rows marker_layout(struct layout_context *context,
                                 const struct block *item, sp width)
{
    struct para marker = item->para;

    marker.align = PARA_LEFT;
    marker.hyphenation = HYPHENATION_NONE;
    return paragraph_layout(context, &marker, width);
}

static sp marker_width(const struct rows *marker)
{
    if (marker->list.len == 0)
        return 0;
    return piece_width(&marker->list.ptr[0].pieces.ptr[0]);
}

// The widest marker; the order of the pieces made here does not count.
static sp widest_marker(struct layout_context *context,
                        const struct block *list, sp width)
{
    sp widest = 0;

    for (size_t i = 0; i < list->children.len; i++) {
        struct rows marker =
            marker_layout(context, &list->children.ptr[i], width);

        if (marker_width(&marker) > widest)
            widest = marker_width(&marker);
        if (!list->marker_right && !list->marker_center)
            break; // bullets of a list are all the same
    }
    return widest;
}

sp list_indent(struct layout_context *context, const struct block *list,
               sp width)
{
    return list->marker_indent + widest_marker(context, list, width) +
           list->marker_gap;
}

static struct piece *first_piece(const struct row *row)
{
    struct piece *first = &row->pieces.ptr[0];

    for (size_t i = 1; i < row->pieces.len; i++)
        if (row->pieces.ptr[i].order < first->order)
            first = &row->pieces.ptr[i];
    return first;
}

// The block's place in the outline, and for links, is where its first words
// are.
static void mark_place(struct layout_context *context,
                       const struct block *block, struct rows *rows)
{
    struct piece *first;

    if ((block->outline_title.len == 0 && block->anchor.len == 0) ||
        rows->list.len == 0)
        return;
    first = first_piece(&rows->list.ptr[0]);
    if (block->outline_title.len > 0) {
        first->outline_title = block->outline_title;
        first->outline_level = block->outline_level;
    }
    if (block->anchor.len > 0)
        vec_push(context->arena, &first->anchors, block->anchor);
}

// The item with a first column that is narrower by the indentation, so that
// the other columns stand where those of other entries do.
static struct block make_room(struct layout_context *context,
                              const struct block *item, sp indent)
{
    struct block narrow = *item;

    narrow.children = (struct block_list){0};
    for (size_t i = 0; i < item->children.len; i++) {
        struct block child = item->children.ptr[i];

        if (child.kind == BLOCK_COLUMNS &&
            column_width(context, child.widths[0]) > indent)
            child.widths[0] = column_width(context, child.widths[0]) - indent;
        vec_push(context->arena, &narrow.children, child);
    }
    return narrow;
}

// How far a marker stands from the left, in room that it does not fill.
static sp marker_offset(const struct block *list, sp room)
{
    if (list->marker_center)
        return room / 2;
    return list->marker_right ? room : 0;
}

static struct rows item_layout(struct layout_context *context,
                               const struct block *list,
                               const struct block *item, sp widest, sp width)
{
    struct rows marker = marker_layout(context, item, width);
    sp indent = list->marker_indent + widest + list->marker_gap;
    struct block text =
        list->marker_in_column ? make_room(context, item, indent) : *item;
    struct rows rows;

    context->columns.side_x -= indent;
    rows = stack_layout(context, &text, width - indent);
    context->columns.side_x += indent;
    rows_shift(&rows, indent);
    if (marker.list.len == 0)
        return rows;
    rows_shift(&marker,
               list->marker_indent +
                   marker_offset(list, widest - marker_width(&marker)));
    if (rows.list.len == 0)
        return marker;
    vec_push(context->arena, &rows.list.ptr[0].pieces,
             marker.list.ptr[0].pieces.ptr[0]);
    mark_place(context, item, &rows);
    rows_space_above(&rows, item->space_above);
    if (item->keep_together)
        rows_keep(&rows, context->costs.keep);
    apply_breaks(item, &rows);
    return rows;
}

static struct rows list_layout(struct layout_context *context,
                               const struct block *list, sp width)
{
    struct rows rows = {0};
    sp widest = widest_marker(context, list, width);

    for (size_t i = 0; i < list->children.len; i++) {
        struct rows more =
            item_layout(context, list, &list->children.ptr[i], widest, width);

        rows_append(context->arena, &rows, &more,
                    end_penalty(context, list, i, &rows, &more));
    }
    return rows;
}

static struct rows kind_layout(struct layout_context *context,
                               const struct block *block, sp width)
{
    if (block->timeline != TIMELINE_NONE && block->kind != BLOCK_COLUMNS)
        context->timelines++;
    switch (block->kind) {
    case BLOCK_PARA:
        return paragraph_layout(context, &block->para, width);
    case BLOCK_STACK:
    case BLOCK_ITEM:
        return stack_layout(context, block, width);
    case BLOCK_LIST:
        return list_layout(context, block, width);
    case BLOCK_COLUMNS:
        return columns_layout(context, block, width);
    case BLOCK_TITLE:
        return title_layout(context, block, width);
    case BLOCK_IMAGE:
        return image_layout(context, block, width);
    case BLOCK_RULE:
        return rule_layout(context, block, width);
    case BLOCK_FIXED:
        return fixed_layout(context, block);
    case BLOCK_CHOICE:
        return choice_layout(context, block, width);
    }
    return (struct rows){0};
}

// Lays out what is inside the block's edges.
static struct rows inner_layout(struct layout_context *context,
                                const struct block *block, sp width)
{
    struct column_scope scope = context->columns;
    sp indent = block->indent_left;
    struct rows rows;

    columns_enter(context, block, width);
    if (block->beside_dates) {
        context->columns.side_width = context->columns.shared[SHARED_DATES];
        context->columns.side_x = indent;
        indent += context->columns.side_width + block->column_gap;
    }
    context->columns.side_x -= indent;
    width -= indent + block->indent_right;
    rows = kind_layout(context, block, width > 0 ? width : 0);
    context->columns = scope;
    mark_place(context, block, &rows);
    rows_shift(&rows, indent);
    return rows;
}

// Draws the coloured area behind the block's rows, before anything else.
static void add_bleed(struct layout_context *context, const struct bleed *bleed,
                      struct rows *rows)
{
    struct piece piece = {0};
    struct piece *first;

    if (rows->list.len == 0)
        return;
    first = first_piece(&rows->list.ptr[0]);
    piece_add_rule(context->arena, &piece, -bleed->left - first->x,
                   -bleed->top - first->y, bleed->width,
                   bleed->top + rows_height(rows) + bleed->bottom,
                   bleed->colour);
    for (size_t i = 0; i < first->items.len; i++)
        vec_push(context->arena, &piece.items, first->items.ptr[i]);
    first->items = piece.items;
    rows->below += bleed->bottom;
}

struct rows block_layout(struct layout_context *context,
                         const struct block *block, sp width)
{
    struct rows rows;

    if (block->first_order > 0)
        context->order = block->first_order;
    rows = inner_layout(context, block, width);
    rows_space_above(&rows, block->space_above);
    if (rows.list.len > 0 && rows.below < block->space_below)
        rows.below = block->space_below;
    if (block->min_height > rows_height(&rows) && rows.list.len > 0)
        rows.list.ptr[rows.list.len - 1].height +=
            block->min_height - rows_height(&rows);
    // What stands beside them, and has no rows, is not cut.
    if (block->min_height > 0)
        rows_keep_within(&rows, block->min_height, context->costs.keep);
    if (block->bleed)
        add_bleed(context, block->bleed, &rows);
    if (block->keep_together)
        rows_keep(&rows, context->costs.keep);
    if (block->keep_end)
        rows_keep_end(&rows, context->costs.heading);
    apply_breaks(block, &rows);
    return rows;
}

sp block_natural_width(struct layout_context *context,
                       const struct block *block)
{
    sp widest = 0;

    if (block->kind == BLOCK_PARA)
        widest = paragraph_natural_width(context, &block->para);
    for (size_t i = 0; i < block->children.len; i++) {
        sp width = block_natural_width(context, &block->children.ptr[i]);

        widest = width > widest ? width : widest;
    }
    return widest + block->indent_left + block->indent_right;
}
