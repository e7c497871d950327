// SPDX-License-Identifier: MIT
// best[i] is the least price of setting the rows before i on whole pages; a
// page that ends before row i begins at some row j, and prices grow with the
// empty part of every page but the last. If the first pages are lower than the
// others, how many of them were used is part of the state.
#include "layout/pagebreak.h"

#define NO_PRICE PAGEBREAK_NO_PRICE

// A state is a row and how many of the first, lower pages are before it; with
// none of these the row alone.
struct breaker {
    const struct page_costs *costs;
    const struct row *rows;
    size_t count;
    bool goes_on; // other rows follow
    const struct page_frame *frame;
    struct state *best;
    size_t levels;
};

struct state {
    int64_t price;
    size_t from; // where the page that ends here begins
    size_t from_level;
};

static struct state *state_at(const struct breaker *b, size_t row, size_t level)
{
    return &b->best[row * b->levels + level];
}

// The level behind a page of that level.
static size_t next_level(const struct breaker *b, size_t level)
{
    return level + 1 < b->levels ? level + 1 : level;
}

sp page_drop(const struct page_frame *frame, const struct row *first,
             bool first_page)
{
    sp baseline = first_page ? frame->low_baseline : frame->first_baseline;

    return first->ascent >= baseline ? 0 : baseline - first->ascent;
}

// The square of the empty part in percent, at most 10 000.
static int64_t emptiness(sp height, sp page_height)
{
    int64_t percent = (page_height - height) * 100 / page_height;

    return percent > 0 ? percent * percent : 0;
}

// The price of a page that ends before row to.
static int64_t page_price(const struct breaker *b, size_t to, sp height,
                          sp page_height)
{
    if ((to == b->count && !b->goes_on) ||
        b->rows[to].penalty == PAGE_BREAK_FORCED)
        return b->costs->page;
    return b->costs->page + emptiness(height, page_height) +
           b->rows[to].penalty;
}

// Tries every page that begins at row from.
static void extend(struct breaker *b, size_t from, size_t level)
{
    bool low = level < b->frame->low_count;
    sp room = low ? b->frame->low_height : b->frame->height;
    sp height = page_drop(b->frame, &b->rows[from],
                          low || (b->levels == 1 && from == 0));
    int64_t before = state_at(b, from, level)->price;

    if (before == NO_PRICE)
        return;
    for (size_t to = from + 1; to <= b->count; to++) {
        const struct row *row = &b->rows[to - 1];
        struct state *state = state_at(b, to, next_level(b, level));
        int64_t price;

        if (to - 1 > from && row->penalty == PAGE_BREAK_FORCED)
            return;
        height += row->height + (to - 1 > from ? row->space : 0);
        if (height > room && (to > from + 1 || low))
            return;
        price = before + page_price(b, to, height, room);
        if (price < state->price)
            *state = (struct state){price, from, level};
    }
}

// The rows begin on the first page, or some of the lower ones stay empty.
static void init_states(struct breaker *b)
{
    for (size_t i = 0; i < (b->count + 1) * b->levels; i++)
        b->best[i].price = NO_PRICE;
    for (size_t level = 0; level < b->levels; level++)
        state_at(b, 0, level)->price =
            (int64_t)level * (b->costs->page + emptiness(0, 1));
}

static size_t cheapest_level(const struct breaker *b)
{
    size_t best = 0;

    for (size_t level = 1; level < b->levels; level++)
        if (state_at(b, b->count, level)->price <
            state_at(b, b->count, best)->price)
            best = level;
    return best;
}

// Returns where the pages begin, those before level and row first.
static struct index_list trace(struct arena *arena, const struct breaker *b,
                               size_t level)
{
    struct index_list backwards = {0};
    struct index_list starts = {0};

    for (size_t row = b->count; row > 0;) {
        const struct state *state = state_at(b, row, level);

        vec_push(arena, &backwards, state->from);
        row = state->from;
        level = state->from_level;
    }
    // The pages that stay empty.
    for (; backwards.len > 0 && level > 0; level--)
        vec_push(arena, &backwards, 0);
    for (size_t i = backwards.len; i > 0; i--)
        vec_push(arena, &starts, backwards.ptr[i - 1]);
    return starts;
}

static struct index_list break_rows(struct arena *arena, struct breaker *b,
                                    int64_t *price)
{
    size_t level;

    b->levels = b->frame->low_count + 1;
    b->best = arena_array_of(arena, (b->count + 1) * b->levels, struct state);
    init_states(b);
    for (size_t from = 0; from < b->count; from++)
        for (size_t k = 0; k < b->levels; k++)
            extend(b, from, k);
    level = cheapest_level(b);
    *price = state_at(b, b->count, level)->price;
    return trace(arena, b, level);
}

struct index_list pagebreak_priced(struct arena *arena,
                                   const struct page_costs *costs,
                                   const struct row *rows, size_t count,
                                   const struct page_frame *frame,
                                   int64_t *price)
{
    struct breaker b = {
        .costs = costs, .rows = rows, .count = count, .frame = frame};

    return break_rows(arena, &b, price);
}

struct index_list pagebreak_before(struct arena *arena,
                                   const struct page_costs *costs,
                                   const struct row *rows, size_t count,
                                   const struct page_frame *frame,
                                   int64_t *price)
{
    struct breaker b = {.costs = costs,
                        .rows = rows,
                        .count = count,
                        .goes_on = true,
                        .frame = frame};

    return break_rows(arena, &b, price);
}

struct index_list pagebreak(struct arena *arena, const struct page_costs *costs,
                            const struct row *rows, size_t count,
                            const struct page_frame *frame)
{
    int64_t price;

    return pagebreak_priced(arena, costs, rows, count, frame, &price);
}

// From the top of row from to the bottom of the last before to.
static sp height_of(const struct row *rows, size_t from, size_t to,
                    const struct page_frame *frame, bool low)
{
    sp height = from < to ? page_drop(frame, &rows[from], low) : 0;

    for (size_t i = from; i < to; i++)
        height += rows[i].height + (i > from ? rows[i].space : 0);
    return height;
}

size_t pagebreak_balance(const struct row *rows, size_t count,
                         const struct page_frame *frame, bool low)
{
    sp room = low && frame->low_count > 0 ? frame->low_height : frame->height;
    int64_t least = NO_PRICE;
    size_t best = count;

    for (size_t split = 1; split <= count; split++) {
        sp left = height_of(rows, 0, split, frame, low);
        sp right = height_of(rows, split, count, frame, low);
        // Of two ways that are alike the left column is the higher one.
        int64_t price = (left > right ? left : right) * 1000 / room +
                        (right > left ? 1 : 0);

        if (split < count && rows[split].penalty == PAGE_BREAK_FORCED)
            return split;
        if (left > room && split > 1)
            break;
        if (right > room)
            continue;
        price = price * price + (split < count ? rows[split].penalty : 0);
        if (price < least) {
            least = price;
            best = split;
        }
    }
    return best;
}
