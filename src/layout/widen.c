// SPDX-License-Identifier: MIT
// Rows of the two widths are compared by the structure's elements in them,
// which are the same: a row of one stands for a row of the other if the same
// elements are above both, and none is divided.
#include "layout/widen.h"

// Where an element's items are among the rows; count + 1: nowhere.
struct extent {
    size_t first;
    size_t last;
};

struct extents {
    struct extent *list; // by element
    size_t count;
};

// How a page can end, and what it costs in all.
struct change {
    size_t narrow; // rows before it
    size_t wide;
    int64_t price;
    struct index_list narrow_starts;
    struct index_list wide_starts;
};

static size_t element_count(const struct row_list *rows)
{
    size_t count = 0;

    for (size_t i = 0; i < rows->len; i++)
        for (size_t k = 0; k < rows->ptr[i].pieces.len; k++) {
            const struct item_list *items = &rows->ptr[i].pieces.ptr[k].items;

            for (size_t m = 0; m < items->len; m++)
                if (items->ptr[m].element >= count)
                    count = (size_t)items->ptr[m].element + 1;
        }
    return count;
}

static void note_row(struct extents *extents, const struct row *row,
                     size_t number)
{
    for (size_t k = 0; k < row->pieces.len; k++) {
        const struct item_list *items = &row->pieces.ptr[k].items;

        for (size_t m = 0; m < items->len; m++) {
            struct extent *extent = &extents->list[items->ptr[m].element];

            if (items->ptr[m].role != ROLE_CONTENT)
                continue;
            if (extent->first == SIZE_MAX)
                extent->first = number;
            extent->last = number;
        }
    }
}

static struct extents find_extents(struct arena *arena,
                                   const struct row_list *rows, size_t count)
{
    struct extents extents = {arena_array_of(arena, count + 1, struct extent),
                              count};

    for (size_t i = 0; i < count; i++)
        extents.list[i] = (struct extent){SIZE_MAX, SIZE_MAX};
    for (size_t i = 0; i < rows->len; i++)
        note_row(&extents, &rows->ptr[i], i);
    return extents;
}

// Whether the same is above row i of the one and row k of the other.
static bool is_cut(const struct extents *a, size_t i, const struct extents *b,
                   size_t k)
{
    for (size_t e = 0; e < a->count; e++) {
        const struct extent *in_a = &a->list[e];
        const struct extent *in_b = &b->list[e];

        if (in_a->first == SIZE_MAX && in_b->first == SIZE_MAX)
            continue;
        if ((in_a->first < i) != (in_a->last < i) ||
            (in_b->first < k) != (in_b->last < k) ||
            (in_a->first < i) != (in_b->first < k))
            return false;
    }
    return true;
}

// Breaks the rows before the change and those behind it; keeps it if it is the
// cheapest so far. The narrow ones must end with the last of their pages.
static void try_change(struct layout_context *context, size_t pages,
                       const struct flow *narrow, const struct flow *wide,
                       struct change *change, struct change *best)
{
    const struct row_list *rows = &wide->rows.list;
    int64_t after;

    change->narrow_starts =
        pagebreak_before(context->arena, &context->costs, narrow->rows.list.ptr,
                         change->narrow, &narrow->frame, &change->price);
    if (change->narrow_starts.len != pages)
        return;
    change->wide_starts = pagebreak_priced(
        context->arena, &context->costs, rows->ptr + change->wide,
        rows->len - change->wide, &wide->frame, &after);
    change->price += after;
    if (best->price == PAGEBREAK_NO_PRICE || change->price < best->price)
        *best = *change;
}

static void cut_rows(struct row_list *rows, size_t from, size_t to)
{
    rows->ptr += from;
    rows->len = to - from;
}

bool flow_widen(struct layout_context *context, size_t last,
                struct flow *narrow, struct flow *wide)
{
    size_t pages = last + 1 - narrow->first_page;
    size_t count = element_count(&narrow->rows.list);
    struct extents a = find_extents(context->arena, &narrow->rows.list, count);
    struct extents b = find_extents(context->arena, &wide->rows.list, count);
    struct change best = {.price = PAGEBREAK_NO_PRICE};
    size_t k = 1;

    if (narrow->starts.len <= pages)
        return false;
    for (size_t i = 1; i < narrow->rows.list.len; i++) {
        struct change change = {.narrow = i};

        for (size_t m = k; m < wide->rows.list.len && change.wide == 0; m++)
            if (is_cut(&a, i, &b, m))
                change.wide = m;
        if (change.wide == 0)
            continue;
        k = change.wide;
        try_change(context, pages, narrow, wide, &change, &best);
    }
    if (best.price == PAGEBREAK_NO_PRICE)
        return false;
    cut_rows(&narrow->rows.list, 0, best.narrow);
    cut_rows(&wide->rows.list, best.wide, wide->rows.list.len);
    narrow->starts = best.narrow_starts;
    wide->starts = best.wide_starts;
    wide->first_page = last + 1;
    wide->continues = true;
    return true;
}
