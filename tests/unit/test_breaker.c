// SPDX-License-Identifier: MIT
// The line breaker: known cases, and every way to break small paragraphs.
#include "text/breaker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct break_item box(sp width)
{
    return (struct break_item){.kind = BREAK_BOX, .width = width};
}

static struct break_item glue(sp width, sp stretch, sp shrink)
{
    return (struct break_item){.kind = BREAK_GLUE,
                               .width = width,
                               .stretch = stretch,
                               .shrink = shrink};
}

static struct break_item penalty(int value)
{
    return (struct break_item){.kind = BREAK_PENALTY, .penalty = value};
}

static struct break_item disc(sp pre, int value, bool flagged)
{
    return (struct break_item){
        .kind = BREAK_DISC, .pre = pre, .penalty = value, .flagged = flagged};
}

static void add(struct arena *arena, struct break_items *list,
                struct break_item item)
{
    vec_push(arena, list, item);
}

static void finish(struct arena *arena, struct break_items *list)
{
    struct break_item fill = glue(0, 1, 0);

    fill.fil = true;
    add(arena, list, penalty(BREAK_INFINITE));
    add(arena, list, fill);
    add(arena, list, penalty(-BREAK_INFINITE));
}

// What must hold of every result.
static void check_result(const struct break_items *list, const sp *widths,
                         size_t width_count, const struct break_result *result)
{
    const struct break_lines *lines = &result->lines;
    size_t from = 0;

    assert_true(lines->len > 0);
    for (size_t i = 0; i < lines->len; i++) {
        const struct break_line *line = &lines->ptr[i];
        sp width = widths[i < width_count ? i : width_count - 1];

        assert_true(line->from >= from && line->from <= line->to);
        // Only what vanishes at a break lies between two lines.
        for (size_t j = from; j < line->from; j++)
            assert_true(list->ptr[j].kind == BREAK_GLUE ||
                        list->ptr[j].kind == BREAK_PENALTY);
        assert_int_equal(line->overfull, line->natural - line->shrink > width);
        for (size_t j = line->from; j < line->to; j++)
            assert_false(list->ptr[j].kind == BREAK_PENALTY &&
                         list->ptr[j].penalty <= -BREAK_INFINITE);
        from = line->to + 1;
    }
    assert_int_equal(lines->ptr[lines->len - 1].to, list->len - 1);
}

static void test_badness(void **state)
{
    // TeX: The Program, 108: 100 (t/s)^3 nearly; the figures are TeX's.
    static const struct {
        sp t, s;
        int badness;
    } cases[] = {
        {0, 0, 0},
        {0, 10, 0},
        {1, 0, 10000},
        {1, -5, 10000},
        {10, 10, 100},
        {5, 10, 12},
        {10, 5, 800},
        {65536, 65536, 100},
        {PT(10), PT(20), 12},
        {PT(200), PT(100), 800}, // beyond the first limit
        {PT(200), PT(20), 10000},
        {7230585, 1663496, 10000},
        {(sp)1 << 40, (sp)1 << 40, 100},
        {(sp)1 << 60, 1, 10000},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (break_badness(cases[i].t, cases[i].s) != cases[i].badness)
            fail_msg("case %zu: %d", i, break_badness(cases[i].t, cases[i].s));
}

static void test_empty_paragraph(void **state)
{
    struct arena *arena = arena_new();
    struct break_params params = break_params_tex();
    struct break_items list = {0};
    struct break_result result;
    sp width = 100;

    (void)state;
    finish(arena, &list);
    break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
    check_result(&list, &width, 1, &result);
    assert_int_equal(result.lines.len, 1);
    assert_int_equal(result.lines.ptr[0].natural, 0);
    assert_true(result.lines.ptr[0].fil);
    assert_int_equal(result.demerits, 100);
    assert_int_equal(result.pass, 1);
    arena_free(arena);
}

static void add_words(struct arena *arena, struct break_items *list,
                      size_t count, sp width)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            add(arena, list, glue(10, 5, 3));
        add(arena, list, box(width));
    }
}

static void test_exact_lines(void **state)
{
    struct arena *arena = arena_new();
    struct break_params params = break_params_tex();
    struct break_items list = {0};
    struct break_result result;
    sp width = 100; // three words of 2 * 10 + 10 + ...

    (void)state;
    add_words(arena, &list, 6, 20); // 20 10 20 10 20 10 20 ...: 110 for four
    finish(arena, &list);
    width = 80; // three words exactly
    break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
    check_result(&list, &width, 1, &result);
    assert_int_equal(result.lines.len, 2);
    assert_int_equal(result.lines.ptr[0].to, 5);
    assert_int_equal(result.lines.ptr[1].from, 6);
    assert_int_equal(result.lines.ptr[0].natural, 80);
    assert_int_equal(result.lines.ptr[0].badness, 0);
    assert_int_equal(result.demerits, 200);
    arena_free(arena);
}

static void test_line_widths(void **state)
{
    struct arena *arena = arena_new();
    struct break_params params = break_params_tex();
    struct break_items list = {0};
    struct break_result result;
    const sp widths[] = {20, 50, 80};
    static const size_t words[] = {1, 2, 3, 3, 1};

    (void)state;
    add_words(arena, &list, 10, 20);
    finish(arena, &list);
    break_paragraph(arena, list.ptr, list.len, widths, 3, &params, &result);
    check_result(&list, widths, 3, &result);
    assert_int_equal(result.lines.len, 5);
    for (size_t i = 0, at = 0; i < 4; i++) {
        assert_int_equal(result.lines.ptr[i].from, at);
        at += 2 * words[i];
        assert_int_equal(result.lines.ptr[i].to, at - 1);
    }
    arena_free(arena);
}

static void test_forced_breaks(void **state)
{
    struct arena *arena = arena_new();
    struct break_params params = break_params_tex();
    struct break_items list = {0};
    struct break_result result;
    struct break_item fill = glue(0, 1, 0);
    sp width = 1000;

    (void)state;
    fill.fil = true;
    for (int i = 0; i < 3; i++) {
        add(arena, &list, box(100));
        add(arena, &list, fill);
        add(arena, &list, penalty(-BREAK_INFINITE - i));
        add(arena, &list, glue(10, 5, 3)); // vanishes
    }
    add(arena, &list, penalty(-BREAK_INFINITE)); // an empty line
    add(arena, &list, box(100));
    finish(arena, &list);
    break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
    check_result(&list, &width, 1, &result);
    assert_int_equal(result.lines.len, 5);
    assert_int_equal(result.lines.ptr[1].from, 4);
    assert_int_equal(result.lines.ptr[1].to, 6);
    assert_int_equal(result.lines.ptr[3].natural, 0);
    assert_int_equal(result.lines.ptr[4].natural, 100);
    arena_free(arena);
}

static void test_overfull(void **state)
{
    struct arena *arena = arena_new();
    struct break_params params = break_params_tex();
    struct break_items list = {0};
    struct break_result result;
    sp width = 50;

    (void)state;
    add(arena, &list, box(20));
    add(arena, &list, glue(10, 5, 3));
    add(arena, &list, box(90)); // fits nowhere
    add(arena, &list, glue(10, 5, 3));
    add(arena, &list, box(20));
    finish(arena, &list);
    for (sp emergency = 0; emergency < 200; emergency += 100) {
        params.emergency_stretch = emergency;
        break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
        check_result(&list, &width, 1, &result);
        assert_int_equal(result.pass, emergency > 0 ? 3 : 2);
        assert_int_equal(result.lines.ptr[result.lines.len - 1].natural, 20);
        assert_false(result.lines.ptr[result.lines.len - 1].overfull);
        assert_true(result.lines.ptr[result.lines.len - 2].overfull);
        assert_int_equal(result.lines.ptr[result.lines.len - 2].badness, 10000);
    }
    // With emergency stretch the first word stands alone.
    assert_int_equal(result.lines.len, 3);
    arena_free(arena);
}

// Two words that can be divided: 40-40 each, width 110.
static void add_divided(struct arena *arena, struct break_items *list,
                        int count, bool flagged)
{
    for (int i = 0; i < count; i++) {
        if (i > 0)
            add(arena, list, glue(10, 5, 3));
        add(arena, list, box(40));
        add(arena, list, disc(10, 50, flagged));
        add(arena, list, box(40));
    }
}

static void test_hyphens_only_in_second_pass(void **state)
{
    struct arena *arena = arena_new();
    struct break_params params = break_params_tex();
    struct break_items list = {0};
    struct break_result result;
    sp width = 140; // 40+40 10 40 10-: divided in the second word

    (void)state;
    params.emergency_stretch = 1; // a final pass may do things for nothing
    add_divided(arena, &list, 2, true);
    finish(arena, &list);
    break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
    check_result(&list, &width, 1, &result);
    assert_int_equal(result.pass, 2);
    assert_int_equal(result.lines.len, 2);
    assert_true(result.lines.ptr[0].hyphen);
    assert_false(result.lines.ptr[1].hyphen);
    assert_int_equal(result.lines.ptr[0].natural, 140);
    // 10^2 + 50^2, then 10^2 and the last but one line has a hyphen.
    assert_int_equal(result.demerits, 100 + 2500 + 100 + 5000);
    // An explicit hyphen is allowed at once.
    for (size_t i = 0; i < list.len; i++)
        list.ptr[i].flagged = false;
    break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
    assert_int_equal(result.pass, 1);
    assert_false(result.lines.ptr[0].hyphen);
    arena_free(arena);
}

static void test_double_hyphen_demerits(void **state)
{
    struct arena *arena = arena_new();
    struct break_params params = break_params_tex();
    struct break_items list = {0};
    struct break_result result;
    sp width = 90; // two pieces and a hyphen

    (void)state;
    params.double_hyphen_demerits = 12345;
    params.emergency_stretch = 1;
    for (int i = 0; i < 6; i++) {
        if (i > 0)
            add(arena, &list, disc(10, 50, true));
        add(arena, &list, box(40));
    }
    finish(arena, &list);
    break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
    check_result(&list, &width, 1, &result);
    assert_int_equal(result.lines.len, 3);
    assert_true(result.lines.ptr[0].hyphen && result.lines.ptr[1].hyphen);
    assert_int_equal(result.demerits, 2600 + 2600 + 12345 + 100 + 5000);
    arena_free(arena);
}

static void test_post_of_disc(void **state)
{
    struct arena *arena = arena_new();
    struct break_params params = break_params_tex();
    struct break_items list = {0};
    struct break_result result;
    struct break_item item = disc(7, 0, false);
    sp width = 47;

    (void)state;
    item.post = 5;
    item.width = 3;
    add(arena, &list, box(40));
    add(arena, &list, item);
    add(arena, &list, glue(10, 5, 3)); // stays: it follows the post text
    add(arena, &list, box(20));
    finish(arena, &list);
    break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
    check_result(&list, &width, 1, &result);
    assert_int_equal(result.lines.len, 2);
    assert_int_equal(result.lines.ptr[0].natural, 47);
    assert_int_equal(result.lines.ptr[1].natural, 35);
    assert_int_equal(result.lines.ptr[1].from, 2);
    // Unbroken it has its own width.
    width = 100;
    break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
    assert_int_equal(result.lines.len, 1);
    assert_int_equal(result.lines.ptr[0].natural, 40 + 3 + 10 + 20);
    arena_free(arena);
}

static void test_looseness(void **state)
{
    struct arena *arena = arena_new();
    struct break_params params = break_params_tex();
    struct break_items list = {0};
    struct break_result result;
    sp width = 400;
    size_t normal;

    (void)state;
    params.tolerance = 10000;
    for (int i = 0; i < 60; i++) {
        if (i > 0)
            add(arena, &list, glue(10, 20, 5));
        add(arena, &list, box(15 + i * 7 % 11));
    }
    finish(arena, &list);
    break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
    normal = result.lines.len;
    params.looseness = 1;
    break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
    check_result(&list, &width, 1, &result);
    assert_int_equal(result.lines.len, normal + 1);
    // As near as can be to what cannot be reached.
    params.looseness = -50;
    break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
    check_result(&list, &width, 1, &result);
    assert_true(result.lines.len <= normal);
    arena_free(arena);
}

static void test_ragged(void **state)
{
    struct arena *arena = arena_new();
    struct break_params params = break_params_tex();
    struct break_items list = {0};
    struct break_result result;
    sp width = 100;

    (void)state;
    for (int i = 0; i < 12; i++) {
        if (i > 0)
            add(arena, &list, glue(10, 0, 0));
        add(arena, &list, box(20 + i % 3 * 9));
    }
    finish(arena, &list);
    params.right_skip_stretch = 60;
    break_paragraph(arena, list.ptr, list.len, &width, 1, &params, &result);
    check_result(&list, &width, 1, &result);
    assert_int_equal(result.pass, 1);
    for (size_t i = 0; i < result.lines.len; i++) {
        assert_false(result.lines.ptr[i].overfull);
        assert_int_equal(result.lines.ptr[i].stretch, 60);
    }
    arena_free(arena);
}

// ---- Every way to break, rated as TeX's definition says, and nothing of
// ---- the breaker's own.

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
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_badness),
        cmocka_unit_test(test_empty_paragraph),
        cmocka_unit_test(test_exact_lines),
        cmocka_unit_test(test_line_widths),
        cmocka_unit_test(test_forced_breaks),
        cmocka_unit_test(test_overfull),
        cmocka_unit_test(test_hyphens_only_in_second_pass),
        cmocka_unit_test(test_double_hyphen_demerits),
        cmocka_unit_test(test_post_of_disc),
        cmocka_unit_test(test_looseness),
        cmocka_unit_test(test_ragged),
        cmocka_unit_test(test_against_search),
        cmocka_unit_test(test_long_paragraph),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
