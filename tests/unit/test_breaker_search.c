// SPDX-License-Identifier: MIT
// The line breaker against a search through every way to break, rated as TeX's
// definition says, with nothing of the breaker's own; and a paragraph that is
// very long.
#include "breaker_items.h"

#include <stdlib.h>

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static sp random_below(uint32_t *seed, uint32_t limit)
{
    return (sp)(next_random(seed) % limit);
}

struct search {
    const struct break_items *list;
    const sp *widths;
    size_t width_count;
    const struct break_params *params;
    int threshold;
    bool hyphens;
    sp background;
    int64_t best; // -1: none
    size_t ways;
};

static bool may_break(const struct search *search, size_t i)
{
    const struct break_item *item = &search->list->ptr[i];

    if (item->kind == BREAK_GLUE)
        return i > 0 &&
               (item[-1].kind == BREAK_BOX || item[-1].kind == BREAK_DISC);
    if (item->kind == BREAK_DISC && item->flagged && !search->hyphens)
        return false;
    return item->kind != BREAK_BOX && item->penalty < BREAK_INFINITE;
}

// Demerits of the line after a break at `from` (SIZE_MAX: the start) to a
// break at `to`, or -1 if it is not feasible.
static int64_t rate(const struct search *search, size_t from, size_t to,
                    size_t line, int last_class, int *class)
{
    const struct break_item *items = search->list->ptr;
    bool last = to + 1 == search->list->len;
    sp width =
        search->widths[line < search->width_count ? line
                                                  : search->width_count - 1];
    sp natural = 0;
    sp stretch = search->background;
    sp shrink = 0;
    bool fil = false;
    size_t i = from == SIZE_MAX ? 0 : from + 1;
    int badness;
    int64_t d;

    if (from != SIZE_MAX && items[from].kind == BREAK_DISC)
        natural += items[from].post;
    if (from != SIZE_MAX && natural == 0)
        while (i < to &&
               (items[i].kind == BREAK_GLUE || items[i].kind == BREAK_PENALTY))
            i++;
    for (; i < to; i++) {
        if (items[i].kind == BREAK_PENALTY)
            continue;
        natural += items[i].width;
        shrink += items[i].shrink;
        stretch += items[i].fil ? 0 : items[i].stretch;
        fil |= items[i].fil;
    }
    if (items[to].kind == BREAK_DISC)
        natural += items[to].pre;
    if (natural - shrink > width)
        return -1;
    *class = 2;
    if (natural < width) {
        badness = fil ? 0 : break_badness(width - natural, stretch);
        *class = badness > 99 ? 0 : badness > 12 ? 1 : 2;
    } else {
        badness = break_badness(natural - width, shrink);
        *class = badness > 12 ? 3 : 2;
    }
    if (badness > search->threshold)
        return -1;
    d = search->params->line_penalty + badness;
    d = d >= 10000 ? 100000000 : d * d;
    if (items[to].kind != BREAK_GLUE) {
        int64_t p = items[to].penalty;

        if (p > 0)
            d += p * p;
        else if (p > -BREAK_INFINITE)
            d -= p * p;
    }
    if (from != SIZE_MAX && items[from].kind == BREAK_DISC &&
        (last || items[to].kind == BREAK_DISC))
        d += last ? search->params->final_hyphen_demerits
                  : search->params->double_hyphen_demerits;
    if (abs(*class - last_class) > 1)
        d += search->params->adj_demerits;
    return d;
}

static void search_from(struct search *search, size_t from, size_t line,
                        int class, int64_t demerits)
{
    size_t count = search->list->len;

    for (size_t to = from == SIZE_MAX ? 0 : from + 1; to < count; to++) {
        const struct break_item *item = &search->list->ptr[to];
        int next_class = 2;
        int64_t d;

        if (!may_break(search, to))
            continue;
        d = rate(search, from, to, line, class, &next_class);
        if (d != -1 && to + 1 == count) {
            search->ways++;
            if (search->best == -1 || demerits + d < search->best)
                search->best = demerits + d;
        } else if (d != -1) {
            search_from(search, to, line + 1, next_class, demerits + d);
        }
        if (item->kind == BREAK_PENALTY && item->penalty <= -BREAK_INFINITE)
            return;
    }
}

// A paragraph with at most 12 places for breaks, all kinds of them.
static void random_items(struct arena *arena, struct break_items *list,
                         uint32_t *seed)
{
    size_t places = 1 + (size_t)random_below(seed, 12);

    add(arena, list, box(20 + random_below(seed, 60)));
    for (size_t i = 0; i < places; i++) {
        switch (random_below(seed, 8)) {
        case 0:
            add(arena, list, disc(5, (int)random_below(seed, 200), true));
            break;
        case 1:
            add(arena, list, disc(0, 50, false));
            break;
        case 2:
            add(arena, list, penalty((int)random_below(seed, 400) - 200));
            break;
        case 3:
            add(arena, list, penalty(BREAK_INFINITE));
            add(arena, list, glue(10, 6, 3));
            break;
        default:
            add(arena, list,
                glue(8 + random_below(seed, 8), random_below(seed, 12),
                     random_below(seed, 6)));
            if (random_below(seed, 12) == 0)
                add(arena, list, penalty(-BREAK_INFINITE));
            break;
        }
        add(arena, list, box(10 + random_below(seed, 70)));
    }
    finish(arena, list);
}

// Returns the pass in which the paragraph was broken; compares it to all
// ways in that pass, and makes sure that there was none in those before.
static int compare_with_search(struct arena *arena, uint32_t seed)
{
    struct break_params params = break_params_tex();
    struct break_items list = {0};
    struct break_result result;
    sp widths[3];
    size_t width_count = 1 + (size_t)random_below(&seed, 3);
    struct search search = {.list = &list,
                            .widths = widths,
                            .width_count = width_count,
                            .params = &params};

    for (size_t i = 0; i < 3; i++)
        widths[i] = 90 + random_below(&seed, 160);
    params.pretolerance = (int)random_below(&seed, 3) * 300;
    params.tolerance = params.pretolerance + 1000;
    params.double_hyphen_demerits = (int)random_below(&seed, 20000);
    params.adj_demerits = (int)random_below(&seed, 20000);
    params.right_skip_stretch = random_below(&seed, 30);
    // The final pass may give up; the one before it may not.
    params.emergency_stretch = 20;
    random_items(arena, &list, &seed);
    break_paragraph(arena, list.ptr, list.len, widths, width_count, &params,
                    &result);
    check_result(&list, widths, width_count, &result);
    for (int pass = 1; pass <= 3; pass++) {
        search.hyphens = pass > 1;
        search.threshold = pass > 1 ? params.tolerance : params.pretolerance;
        search.background = params.right_skip_stretch +
                            (pass == 3 ? params.emergency_stretch : 0);
        search.best = -1;
        search_from(&search, SIZE_MAX, 0, 2, 0);
        if (pass < result.pass)
            assert_int_equal(search.best, -1);
        else if (pass == result.pass && pass < 3)
            assert_int_equal(search.best, result.demerits);
    }
    return result.pass;
}

static void test_against_search(void **state)
{
    size_t passes[4] = {0};

    (void)state;
    for (uint32_t seed = 1; seed <= 4000; seed++) {
        struct arena *arena = arena_new();

        passes[compare_with_search(arena, seed)]++;
        arena_free(arena);
    }
    // All passes must have been at work for the comparison to mean much.
    assert_true(passes[1] > 300 && passes[2] > 300 && passes[3] > 300);
}

static void test_long_paragraph(void **state)
{
    struct arena *arena = arena_new();
    struct break_params params = break_params_tex();
    struct break_items list = {0};
    struct break_result result;
    sp width = PT(345);
    uint32_t seed = 42;

    (void)state;
    params.emergency_stretch = PT(30);
    for (int i = 0; i < 10000; i++) {
        if (i > 0)
            add(arena, &list, glue(PT(10) / 3, PT(10) / 6, PT(10) / 9));
        add(arena, &list, box(PT(5) + random_below(&seed, 40 * 65536)));
        add(arena, &list, disc(PT(3), 50, true));
        add(arena, &list, box(PT(3) + random_below(&seed, 20 * 65536)));
    }
    finish(arena, &list);
    break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
    check_result(&list, &width, 1, &result);
    assert_in_range(result.lines.len, 1000, 1500);
    for (size_t i = 0; i < result.lines.len; i++)
        assert_false(result.lines.ptr[i].overfull);
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_against_search),
        cmocka_unit_test(test_long_paragraph),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
