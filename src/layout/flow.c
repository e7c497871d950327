// SPDX-License-Identifier: MIT
// The document's blocks sorted by column, each column laid out and broken.
#include "layout/widen.h"

#include <assert.h>

// Columns that would have less of the page's height below what is across it,
// in per cent, begin on the next page.
#define ROOM_MIN_PERCENT 15
// First rows that are higher than so many times a title hold no line of text
// to align with: photos.
#define TEXT_ASCENT_MAX 2
// Between the numbers of pieces of two blocks of the body; more pieces than
// that no block has, for a profile is limited.
#define ORDER_STEP ((size_t)1 << 20)

// Copies the body with the blocks of one column. Each numbers its pieces from
// its place among all, so that pages are drawn in reading order.
static struct block column_body(struct layout_context *context,
                                const struct document *document,
                                enum page_column column)
{
    struct block body = document->body;

    body.children = (struct block_list){0};
    if (column == PAGE_SIDEBAR)
        body.shared[SHARED_DATES] = document->columns.sidebar_dates;
    for (size_t i = 0; i < document->body.children.len; i++) {
        struct block child = document->body.children.ptr[i];

        if (child.page_column != column)
            continue;
        child.first_order = (i + 1) * ORDER_STEP;
        vec_push(context->arena, &body.children, child);
    }
    return body;
}

static struct flow flow_new(struct layout_context *context,
                            const struct document *document,
                            const struct block *body,
                            const struct column_area *area)
{
    return (struct flow){
        .rows = block_layout(context, body, area->width),
        .areas = {*area},
        .area_count = 1,
        .frame = {.height = document->page_height - document->top_margin -
                            document->bottom_margin,
                  .first_baseline =
                      style_cap_height(context, &document->title_style)},
    };
}

static void flow_break(struct layout_context *context, struct flow *flow)
{
    const struct row_list *rows = &flow->rows.list;

    flow->starts = pagebreak(context->arena, &context->costs, rows->ptr,
                             rows->len, &flow->frame);
}

static size_t flow_pages(const struct flow *flow)
{
    return flow->first_page +
           (flow->starts.len + flow->area_count - 1) / flow->area_count;
}

static void add_flow(struct flows *flows, const struct flow *flow)
{
    size_t pages = flow_pages(flow);

    flows->list[flows->count++] = *flow;
    if (pages > flows->pages)
        flows->pages = pages;
}

// Makes the columns of the last page equally high.
static void balance(struct layout_context *context, struct flow *flow)
{
    struct index_list *starts = &flow->starts;
    size_t page = starts->len > 0 ? (starts->len - 1) / FLOW_AREAS : 0;
    size_t from = starts->len > 0 ? starts->ptr[page * FLOW_AREAS] : 0;
    size_t count = flow->rows.list.len - from;
    size_t split;

    if (count < 2)
        return;
    split = pagebreak_balance(flow->rows.list.ptr + from, count, &flow->frame,
                              page == 0);
    starts->len = page * FLOW_AREAS + 1;
    if (split < count)
        vec_push(context->arena, starts, from + split);
}

// Where the columns begin.
struct place {
    size_t page;
    sp top; // below the top margin
};

// Where the rows end that begin with the start of that number.
static struct place flow_end(const struct flow *flow, size_t number)
{
    size_t from = flow->starts.ptr[number];
    size_t to = number + 1 < flow->starts.len ? flow->starts.ptr[number + 1]
                                              : flow->rows.list.len;
    struct place end = {flow->first_page + number / flow->area_count, 0};
    bool first = end.page == flow->first_page;

    if (from == to)
        return end;
    end.top = first ? flow->first_top : 0;
    end.top += page_drop(&flow->frame, &flow->rows.list.ptr[from], first);
    for (size_t i = from; i < to; i++) {
        const struct row *row = &flow->rows.list.ptr[i];

        end.top += row->height + (i > from ? row->space : 0);
    }
    return end;
}

static size_t last_start(const struct index_list *starts)
{
    assert(starts->ptr); // rows give pages
    return starts->ptr[starts->len - 1];
}

// Below what is across the page, as far as the columns want it, unless there
// is hardly any room.
static struct place below_across(const struct document *document,
                                 const struct flow *across, sp space)
{
    const struct page_columns *columns = &document->columns;
    size_t first = last_start(&across->starts);
    struct place place = {across->starts.len - 1, across->rows.below};
    bool strip = columns->background.kind == PAINT_COLOUR && !columns->banded;

    if (place.top < space)
        place.top = space;
    if (strip && place.top < 2 * columns->padding)
        place.top = 2 * columns->padding;
    for (size_t i = first; i < across->rows.list.len; i++) {
        const struct row *row = &across->rows.list.ptr[i];

        place.top += row->height + (i > first ? row->space : 0);
    }
    if (place.page > 0)
        place.top +=
            page_drop(&across->frame, &across->rows.list.ptr[first], false);
    if (across->rows.break_after ||
        across->frame.height - place.top <
            across->frame.height * ROOM_MIN_PERCENT / 100)
        return (struct place){place.page + 1, 0};
    return place;
}

// Whether the column begins with a line of text.
static bool begins_with_text(const struct flow *column)
{
    return column->rows.list.len > 0 &&
           column->rows.list.ptr[0].ascent <=
               column->frame.first_baseline * TEXT_ASCENT_MAX;
}

// The largest ascent of the lines that begin columns side by side: so their
// baselines are one.
static sp common_baseline(const struct flow *columns, size_t count)
{
    sp most = 0;

    for (size_t i = 0; i < count; i++) {
        if (begins_with_text(&columns[i]) &&
            columns[i].rows.list.ptr[0].ascent > most)
            most = columns[i].rows.list.ptr[0].ascent;
    }
    return most;
}

// The largest space that the columns want above them.
static sp space_above(const struct flow *columns, size_t count)
{
    sp most = 0;

    for (size_t i = 0; i < count; i++) {
        const struct row_list *rows = &columns[i].rows.list;

        if (rows->len > 0 && rows->ptr[0].space > most)
            most = rows->ptr[0].space;
    }
    return most;
}

static void begin_at(struct flow *flow, const struct place *place, sp baseline)
{
    flow->first_page = place->page;
    flow->first_top = place->top;
    flow->frame.low_count = place->top > 0 ? flow->area_count : 0;
    flow->frame.low_height = flow->frame.height - place->top;
    flow->frame.low_baseline = place->top > 0 ? baseline : 0;
}

// A sidebar whose text would stand beside the top of the header begins lower.
static void begin_column(struct flow *column, const struct page_columns *layout,
                         struct place place, sp baseline)
{
    if (column->column == PAGE_SIDEBAR && place.top == 0 && place.page == 0 &&
        layout->sidebar_space > 0 && begins_with_text(column))
        place.top = layout->sidebar_space;
    begin_at(column, &place, baseline);
}

// Lays out the columns that have blocks; returns how many there are.
static size_t make_columns(struct layout_context *context,
                           const struct document *document,
                           struct flow *columns)
{
    const struct page_columns *layout = &document->columns;
    size_t count = 0;

    for (int i = PAGE_MAIN; i < PAGE_ACROSS; i++) {
        struct block body = column_body(context, document, (enum page_column)i);

        if (body.children.len == 0)
            continue;
        columns[count] =
            flow_new(context, document, &body, &layout->areas.columns[i]);
        columns[count].column = (enum page_column)i;
        if (i == PAGE_MAIN && layout->flowing) {
            columns[count].areas[1] = layout->areas.columns[PAGE_RIGHT];
            columns[count].area_count = FLOW_AREAS;
        }
        count++;
    }
    return count;
}

static struct place add_across(struct layout_context *context,
                               const struct document *document, sp space,
                               struct flows *flows)
{
    struct block body = column_body(context, document, PAGE_ACROSS);
    struct flow flow = flow_new(context, document, &body,
                                &document->columns.areas.columns[PAGE_ACROSS]);
    struct place place;

    if (flow.rows.list.len == 0)
        return (struct place){0, 0};
    flow_break(context, &flow);
    add_flow(flows, &flow);
    place = below_across(document, &flow, space);
    flows->strip_page = place.page;
    // A band covers the top of the background, if nothing is between them.
    if (place.top > 0 && !(document->columns.banded && body.children.len == 1))
        flows->strip_top =
            document->top_margin + place.top - document->columns.padding;
    return place;
}

// Adds the main column, which is wider where the sidebar has ended.
static void add_main(struct layout_context *context,
                     const struct document *document, struct flow *main,
                     struct flows *flows)
{
    struct block body = column_body(context, document, PAGE_MAIN);
    struct flow wide = flow_new(context, document, &body,
                                &document->columns.areas.columns[PAGE_ACROSS]);

    wide.frame.low_baseline = wide.frame.first_baseline;
    if (flow_widen(context, flows->strip_last, main, &wide)) {
        add_flow(flows, main);
        add_flow(flows, &wide);
    } else {
        add_flow(flows, main);
    }
}

// The last page that has any of the column; the first one, if there is none.
static size_t last_page(const struct flow *columns, size_t count,
                        enum page_column column, const struct place *place)
{
    for (size_t i = 0; i < count; i++)
        if (columns[i].column == column && columns[i].starts.len > 0)
            return flow_pages(&columns[i]) - 1;
    return place->page;
}

// Where the last of the columns ends, which begin at that place.
static struct place end_of_columns(const struct flows *flows, size_t first,
                                   struct place end)
{
    for (size_t i = first; i < flows->count; i++) {
        const struct flow *flow = &flows->list[i];

        for (size_t k = 0; k < flow->starts.len; k++) {
            struct place own = flow_end(flow, k);

            if (own.page > end.page ||
                (own.page == end.page && own.top > end.top))
                end = own;
        }
    }
    return end;
}

// Adds what stands below all columns, and ends the sidebar's background above
// it.
static void add_below(struct layout_context *context,
                      const struct document *document, size_t first,
                      struct place begin, struct flows *flows)
{
    const struct page_columns *columns = &document->columns;
    struct block body = column_body(context, document, PAGE_BELOW);
    struct flow flow =
        flow_new(context, document, &body, &columns->areas.columns[PAGE_BELOW]);
    struct place place = end_of_columns(flows, first, begin);
    sp end = place.top;
    sp space;

    if (flow.rows.list.len == 0)
        return;
    space = flow.rows.list.ptr[0].space;
    if (columns->background.kind == PAINT_COLOUR &&
        flows->strip_last >= place.page && space < 2 * columns->padding)
        space = 2 * columns->padding;
    place.top += space;
    begin_at(&flow, &place, 0);
    flow_break(context, &flow);
    add_flow(flows, &flow);
    if (flows->strip_last < place.page)
        return;
    flows->strip_last = place.page;
    // If it did not fit there, it begins on the next page.
    if (flow.starts.len < 2 || flow.starts.ptr[1] > 0)
        flows->strip_bottom = document->top_margin + end + columns->padding;
}

static void add_columns(struct layout_context *context,
                        const struct document *document, struct flows *flows)
{
    struct flow columns[PAGE_COLUMNS];
    size_t count = make_columns(context, document, columns);
    struct place place =
        add_across(context, document, space_above(columns, count), flows);
    sp baseline = common_baseline(columns, count);
    size_t first = flows->count;
    bool needed = document->columns.needed_pages;

    for (size_t i = 0; i < count; i++) {
        begin_column(&columns[i], &document->columns, place, baseline);
        flow_break(context, &columns[i]);
        if (columns[i].area_count > 1 && document->columns.balanced)
            balance(context, &columns[i]);
    }
    flows->strip_last =
        needed ? last_page(columns, count, PAGE_SIDEBAR, &place) : SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        if (needed && columns[i].column == PAGE_MAIN)
            add_main(context, document, &columns[i], flows);
        else
            add_flow(flows, &columns[i]);
    }
    add_below(context, document, first, place, flows);
}

struct flows flows_make(struct layout_context *context,
                        const struct document *document)
{
    struct flows flows = {.pages = 1};
    struct column_area all = {.x = document->left_margin,
                              .width = document->page_width -
                                       document->left_margin -
                                       document->right_margin};
    struct flow flow;

    if (document->columns.several) {
        add_columns(context, document, &flows);
        return flows;
    }
    flow = flow_new(context, document, &document->body, &all);
    flow_break(context, &flow);
    add_flow(&flows, &flow);
    return flows;
}
