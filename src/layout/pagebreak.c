// SPDX-License-Identifier: MIT
// best[i] is the least price of setting the rows before i on whole pages; a
// page that ends before row i begins at some row j, and prices grow with the
// empty part of every page but the last.
#include "layout/pagebreak.h"

#define NO_PRICE INT64_MAX

struct breaker {
    const struct page_costs *costs;
    const struct row *rows;
    size_t count;
    const struct page_frame *frame;
    struct state *best;
};

struct state {
    int64_t price;
    size_t from; // where the page that ends here begins
};

sp page_drop(const struct page_frame *frame, const struct row *first,
             bool first_page)
{
    if (first_page || first->ascent >= frame->first_baseline)
        return 0;
    return frame->first_baseline - first->ascent;
}

// The square of the empty part in percent, at most 10 000.
static int64_t emptiness(sp height, sp page_height)
{
    int64_t percent = (page_height - height) * 100 / page_height;

    return percent > 0 ? percent * percent : 0;
}

// The price of a page that ends before row to.
static int64_t page_price(const struct breaker *b, size_t to, sp height)
{
    if (to == b->count || b->rows[to].penalty == PAGE_BREAK_FORCED)
        return b->costs->page;
    return b->costs->page + emptiness(height, b->frame->height) +
           b->rows[to].penalty;
}

// Tries every page that begins at row from.
static void extend(struct breaker *b, size_t from)
{
    sp height = page_drop(b->frame, &b->rows[from], from == 0);

    for (size_t to = from + 1; to <= b->count; to++) {
        const struct row *row = &b->rows[to - 1];
        int64_t price;

        if (to - 1 > from && row->penalty == PAGE_BREAK_FORCED)
            return;
        height += row->height + (to - 1 > from ? row->space : 0);
        if (height > b->frame->height && to > from + 1)
            return;
        price = b->best[from].price + page_price(b, to, height);
        if (price < b->best[to].price)
            b->best[to] = (struct state){price, from};
    }
}

struct index_list pagebreak(struct arena *arena, const struct page_costs *costs,
                            const struct row *rows, size_t count,
                            const struct page_frame *frame)
{
    struct breaker b = {
        .costs = costs,
        .rows = rows,
        .count = count,
        .frame = frame,
        .best = arena_array_of(arena, count + 1, struct state),
    };
    struct index_list backwards = {0};
    struct index_list starts = {0};

    for (size_t i = 1; i <= count; i++)
        b.best[i].price = NO_PRICE;
    for (size_t from = 0; from < count; from++)
        extend(&b, from);
    for (size_t at = count; at > 0; at = b.best[at].from)
        vec_push(arena, &backwards, b.best[at].from);
    for (size_t i = backwards.len; i > 0; i--)
        vec_push(arena, &starts, backwards.ptr[i - 1]);
    return starts;
}
