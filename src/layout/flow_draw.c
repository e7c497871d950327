// SPDX-License-Identifier: MIT
// Rows onto pages: the rows of each column at their places, then all pieces
// of the page in reading order.
#include "layout/flow.h"

#include <stdlib.h>

// An entry of the outline and its place in reading order, which is that of
// the outline: columns go over pages.
struct place {
    size_t order;
    struct outline_entry entry;
};
VEC_DECLARE(place_list, struct place);

// What the pages are drawn from and what of them is kept for the end.
struct drawing {
    struct layout_context *context;
    const struct document *document;
    const struct flows *flows;
    struct pages *pages;
    struct place_list outline;
};

// The rows of one column on one page.
struct column_rows {
    const struct row *rows;
    size_t count;
    bool last; // of the flow
    sp x, y;   // where the first begins
    sp room;
};

static int by_order(const void *a_ptr, const void *b_ptr)
{
    const struct piece *a = a_ptr;
    const struct piece *b = b_ptr;

    return (a->order > b->order) - (a->order < b->order);
}

static int by_place(const void *a_ptr, const void *b_ptr)
{
    const struct place *a = a_ptr;
    const struct place *b = b_ptr;

    return (a->order > b->order) - (a->order < b->order);
}

static void add_places(struct drawing *d, const struct piece *piece, sp y)
{
    struct arena *arena = d->context->arena;
    size_t page = d->pages->pages.len;

    if (piece->outline_title.len > 0)
        vec_push(arena, &d->outline,
                 (struct place){piece->order,
                                {.title = piece->outline_title,
                                 .level = piece->outline_level,
                                 .page = page,
                                 .y = y}});
    for (size_t i = 0; i < piece->anchors.len; i++)
        vec_push(arena, &d->pages->anchors,
                 (struct anchor){piece->anchors.ptr[i], page, y});
}

// How much of a column's empty part its spaces may take up: no more than they
// measure themselves, lest the page fall apart.
static sp flush_extra(const struct column_rows *column, sp room, sp *total)
{
    sp used = 0;

    *total = 0;
    for (size_t i = 0; i < column->count; i++) {
        used += column->rows[i].height;
        if (i == 0)
            continue;
        used += column->rows[i].space;
        *total += column->rows[i].stretch;
    }
    if (column->last || used >= room)
        return 0;
    return room - used < *total ? room - used : 0;
}

// Collects the column's pieces at their places.
static void place_rows(struct drawing *d, const struct column_rows *column,
                       struct piece_list *pieces)
{
    sp total = 0;
    sp extra = d->document->flush_bottom
                   ? flush_extra(column, column->room, &total)
                   : 0;
    sp y = column->y;
    sp seen = 0;
    sp given = 0;

    for (size_t i = 0; i < column->count; i++) {
        const struct row *row = &column->rows[i];

        if (i > 0 && total > 0) {
            seen += row->stretch;
            y += sp_mul_div(extra, seen, total) - given;
            given = sp_mul_div(extra, seen, total);
        }
        y += i > 0 ? row->space : 0;
        for (size_t j = 0; j < row->pieces.len; j++) {
            struct piece piece = row->pieces.ptr[j];

            piece.x += column->x;
            piece.y += y;
            vec_push(d->context->arena, pieces, piece);
        }
        y += row->height;
    }
}

// What src/fit wants to know of a page: of the fullest column, and of all
// breaks above its columns.
static void tell_filling(const struct column_rows *column, sp top, bool begins,
                         struct page *page)
{
    int64_t penalty = begins || column->count == 0 ? 0 : column->rows->penalty;
    sp filled = column->y - top;

    for (size_t i = 0; i < column->count; i++)
        filled += column->rows[i].height + (i > 0 ? column->rows[i].space : 0);
    if (column->count > 0 && filled > page->filled)
        page->filled = filled;
    if (penalty == PAGE_BREAK_FORCED)
        page->forced = true;
    else
        page->break_price += penalty;
}

// Places the flow's rows on the page, in the area of that index.
static void place_column(struct drawing *d, const struct flow *flow,
                         size_t area, struct page *page,
                         struct piece_list *pieces)
{
    size_t number = d->pages->pages.len;
    size_t index = (number - flow->first_page) * flow->area_count + area;
    bool first = number == flow->first_page;
    struct column_rows column = {.x = flow->areas[area].x,
                                 .y = d->document->top_margin,
                                 .room = flow->frame.height};
    size_t from;
    size_t to;
    sp drop;

    if (number < flow->first_page || index >= flow->starts.len)
        return;
    from = flow->starts.ptr[index];
    to = index + 1 < flow->starts.len ? flow->starts.ptr[index + 1]
                                      : flow->rows.list.len;
    if (from == to)
        return;
    column.rows = flow->rows.list.ptr + from;
    column.count = to - from;
    column.last =
        index / flow->area_count == (flow->starts.len - 1) / flow->area_count;
    drop = page_drop(&flow->frame, column.rows, first);
    column.y += drop + (first ? flow->first_top : 0);
    column.room -= drop + (first ? flow->first_top : 0);
    place_rows(d, &column, pieces);
    tell_filling(&column, d->document->top_margin,
                 index == 0 && !flow->continues, page);
}

bool flows_have_strip(const struct document *document,
                      const struct flows *flows, size_t page)
{
    const struct page_columns *columns = &document->columns;

    return columns->background.kind == PAINT_COLOUR &&
           page >= flows->strip_page && page <= flows->strip_last;
}

// The sidebar's background, to the page's edges.
static void draw_strip(struct drawing *d, struct page *page)
{
    const struct document *document = d->document;
    const struct column_area *strip = &document->columns.areas.strip;
    size_t number = d->pages->pages.len;
    sp top = number == d->flows->strip_page ? d->flows->strip_top : 0;
    sp bottom = number == d->flows->strip_last && d->flows->strip_bottom > 0
                    ? d->flows->strip_bottom
                    : document->page_height;
    struct item rule = {.kind = ITEM_RULE,
                        .role = ROLE_ARTIFACT,
                        .x = strip->x,
                        .y = top,
                        .width = strip->width,
                        .height = bottom - top,
                        .colour = document->columns.background.colour};

    if (flows_have_strip(document, d->flows, number))
        vec_push(d->context->arena, &page->items, rule);
}

static void draw_page(struct drawing *d)
{
    struct arena *arena = d->context->arena;
    struct page page = {.width = d->document->page_width,
                        .height = d->document->page_height};
    struct piece_list pieces = {0};

    draw_strip(d, &page);
    for (size_t i = 0; i < d->flows->count; i++)
        for (size_t k = 0; k < d->flows->list[i].area_count; k++)
            place_column(d, &d->flows->list[i], k, &page, &pieces);
    timelines_draw(d->context, &pieces, 0, &page);
    if (pieces.len > 0)
        qsort(pieces.ptr, pieces.len, sizeof *pieces.ptr, by_order);
    for (size_t i = 0; i < pieces.len; i++) {
        const struct piece *piece = &pieces.ptr[i];

        add_places(d, piece, piece->y);
        piece_draw(arena, piece, piece->x, piece->y, &page);
    }
    vec_push(arena, &d->pages->pages, page);
}

void flows_draw(struct layout_context *context, const struct document *document,
                const struct flows *flows, struct pages *pages)
{
    struct drawing d = {.context = context,
                        .document = document,
                        .flows = flows,
                        .pages = pages};

    for (size_t i = 0; i < flows->pages; i++)
        draw_page(&d);
    if (d.outline.len > 0)
        qsort(d.outline.ptr, d.outline.len, sizeof *d.outline.ptr, by_place);
    for (size_t i = 0; i < d.outline.len; i++)
        vec_push(context->arena, &pages->outline, d.outline.ptr[i].entry);
}
