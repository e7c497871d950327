// SPDX-License-Identifier: MIT
// best[i] is the least price of setting the rows before i on whole pages; a
// page that ends before row i begins at some row j, and prices grow with the
// empty part of every page but the last.
#include "layout/pagebreak.h"

// A page has a price so that fewer pages win; the square of the empty part
// in percent is added, at most 10 000.
#define PAGE_PRICE 50000
#define NO_PRICE INT64_MAX

struct state {
    int64_t price;
    size_t from; // where the page that ends here begins
};

static int64_t emptiness(sp height, sp page_height)
{
    int64_t percent = (page_height - height) * 100 / page_height;

    return percent > 0 ? percent * percent : 0;
}

// Tries every page that begins at row from.
static void extend(struct state *best, const struct row *rows, size_t count,
                   sp page_height, size_t from)
{
    sp height = 0;

    for (size_t to = from + 1; to <= count; to++) {
        const struct row *row = &rows[to - 1];
        int64_t price = best[from].price + PAGE_PRICE;

        height += row->height + (to - 1 > from ? row->space : 0);
        if (height > page_height && to > from + 1)
            return;
        if (to < count)
            price += emptiness(height, page_height) + rows[to].penalty;
        if (price < best[to].price)
            best[to] = (struct state){price, from};
    }
}

struct index_list pagebreak(struct arena *arena, const struct row *rows,
                            size_t count, sp page_height)
{
    struct state *best = arena_array_of(arena, count + 1, struct state);
    struct index_list backwards = {0};
    struct index_list starts = {0};

    for (size_t i = 1; i <= count; i++)
        best[i].price = NO_PRICE;
    for (size_t from = 0; from < count; from++)
        extend(best, rows, count, page_height, from);
    for (size_t at = count; at > 0; at = best[at].from)
        vec_push(arena, &backwards, best[at].from);
    for (size_t i = backwards.len; i > 0; i--)
        vec_push(arena, &starts, backwards.ptr[i - 1]);
    return starts;
}
