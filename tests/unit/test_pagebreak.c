// SPDX-License-Identifier: MIT
// Page breaking against all sets of breaks there are, and the rules that the
// prices stand for.
#include "layout/pagebreak.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define MAX_ROWS 12

#define PAGE PT(100)

static const struct page_frame plain_frame = {.height = PAGE};

static struct index_list breaks(struct arena *arena, const struct row *rows,
                                size_t count, const struct page_frame *frame)
{
    struct page_costs costs = page_costs_default();

    return pagebreak(arena, &costs, rows, count, frame);
}

// The price of the page with rows [from, to), as the header tells it; -1 if
// it must not be: too high, or over a forced break.
static int64_t page_price(const struct row *rows, size_t count, size_t from,
                          size_t to, const struct page_frame *frame)
{
    struct page_costs costs = page_costs_default();
    sp height = page_drop(frame, &rows[from], from == 0);
    int64_t percent;

    for (size_t i = from; i < to; i++) {
        if (i > from && rows[i].penalty == PAGE_BREAK_FORCED)
            return -1;
        height += rows[i].height + (i > from ? rows[i].space : 0);
    }
    if (height > frame->height && to > from + 1)
        return -1;
    if (to == count || rows[to].penalty == PAGE_BREAK_FORCED)
        return costs.page;
    percent = (frame->height - height) * 100 / frame->height;
    if (percent < 0)
        percent = 0;
    return costs.page + percent * percent + rows[to].penalty;
}

// The price of a set of breaks: bit i is a break above row i + 1.
static int64_t set_price(const struct row *rows, size_t count, unsigned set,
                         const struct page_frame *frame)
{
    int64_t total = 0;
    size_t from = 0;

    for (size_t to = 1; to <= count; to++) {
        int64_t price;

        if (to < count && !(set & 1u << (to - 1)))
            continue;
        price = page_price(rows, count, from, to, frame);
        if (price < 0)
            return -1;
        total += price;
        from = to;
    }
    return total;
}

static unsigned set_of(const struct index_list *starts)
{
    unsigned set = 0;

    for (size_t i = 1; i < starts->len; i++)
        set |= 1u << (starts->ptr[i] - 1);
    return set;
}

static int random_below(int limit)
{
    return rand() % limit;
}

static void random_rows(struct row *rows, size_t count)
{
    const struct page_costs costs = page_costs_default();
    const int64_t penalties[] = {0,
                                 0,
                                 0,
                                 0,
                                 costs.widow,
                                 costs.keep,
                                 costs.heading,
                                 costs.entry_top,
                                 costs.heading + costs.keep,
                                 PAGE_BREAK_FORCED};

    for (size_t i = 0; i < count; i++) {
        rows[i] = (struct row){
            .space = PT(random_below(15)),
            .height = PT(random_below(20) == 0 ? 120 : 1 + random_below(45)),
            .penalty = penalties[random_below(COUNT(penalties))],
        };
        rows[i].ascent = rows[i].height < PT(8) ? rows[i].height : PT(8);
    }
}

static void test_brute_force(void **state)
{
    static const struct page_frame frames[] = {
        {.height = PAGE}, {.height = PAGE, .first_baseline = PT(12)}};

    (void)state;
    srand(1);
    for (int round = 0; round < 1500; round++) {
        const struct page_frame *frame = &frames[round % 2];
        struct arena *arena = arena_new();
        size_t count = 1 + (size_t)random_below(MAX_ROWS);
        struct row rows[MAX_ROWS];
        struct index_list starts;
        int64_t least = INT64_MAX;

        random_rows(rows, count);
        starts = breaks(arena, rows, count, frame);
        for (unsigned set = 0; set < 1u << (count - 1); set++) {
            int64_t price = set_price(rows, count, set, frame);

            if (price >= 0 && price < least)
                least = price;
        }
        assert_true(least < INT64_MAX);
        assert_int_equal(starts.ptr[0], 0);
        assert_int_equal(set_price(rows, count, set_of(&starts), frame), least);
        arena_free(arena);
    }
}

// The price of a set of breaks if the first pages are lower, of which some
// stay empty; -1 if it must not be.
static int64_t low_price(const struct row *rows, size_t count, unsigned set,
                         size_t empty, const struct page_frame *frame)
{
    int64_t total =
        (int64_t)empty * (page_costs_default().page + (int64_t)100 * 100);
    size_t from = 0;

    for (size_t to = 1; to <= count; to++) {
        bool low = empty < frame->low_count;
        struct page_frame own = {
            .height = low ? frame->low_height : frame->height,
            .first_baseline = low ? frame->low_baseline : frame->first_baseline,
            .low_baseline = low ? frame->low_baseline : frame->first_baseline};
        int64_t price;

        if (to < count && !(set & 1u << (to - 1)))
            continue;
        price = page_price(rows, count, from, to, &own);
        // A row that is too high for a low page goes to a higher one.
        if (price < 0 ||
            (low && to == from + 1 &&
             rows[from].height + page_drop(&own, &rows[from], true) >
                 own.height))
            return -1;
        total += price;
        from = to;
        empty++;
    }
    return total;
}

static size_t count_empty(const struct index_list *starts)
{
    size_t empty = 0;

    while (empty + 1 < starts->len && starts->ptr[empty + 1] == 0)
        empty++;
    return empty;
}

static void test_low_brute_force(void **state)
{
    static const struct page_frame frames[] = {
        {.height = PAGE, .low_count = 1, .low_height = PT(60)},
        {.height = PAGE,
         .first_baseline = PT(12),
         .low_count = 2,
         .low_height = PT(35),
         .low_baseline = PT(10)}};

    (void)state;
    srand(2);
    for (int round = 0; round < 1500; round++) {
        const struct page_frame *frame = &frames[round % 2];
        struct arena *arena = arena_new();
        size_t count = 1 + (size_t)random_below(MAX_ROWS);
        struct row rows[MAX_ROWS];
        struct index_list starts;
        struct index_list used;
        int64_t least = INT64_MAX;
        size_t empty;

        random_rows(rows, count);
        starts = breaks(arena, rows, count, frame);
        for (unsigned set = 0; set < 1u << (count - 1); set++)
            for (empty = 0; empty <= frame->low_count; empty++) {
                int64_t price = low_price(rows, count, set, empty, frame);

                if (price >= 0 && price < least)
                    least = price;
            }
        empty = count_empty(&starts);
        used = (struct index_list){starts.ptr + empty, starts.len - empty,
                                   starts.cap};
        assert_true(least < INT64_MAX);
        assert_int_equal(low_price(rows, count, set_of(&used), empty, frame),
                         least);
        arena_free(arena);
    }
}

// The columns of the last page: the lower they are the better, the left one is
// not the shorter, and no title ends it.
static void test_balance(void **state)
{
    const struct page_costs c = page_costs_default();
    const struct {
        const char *what;
        size_t count;
        struct row rows[6];
        size_t split;
    } cases[] = {
        {"equal rows",
         4,
         {{.height = PT(10)},
          {.height = PT(10)},
          {.height = PT(10)},
          {.height = PT(10)}},
         2},
        {"an odd one at the left",
         3,
         {{.height = PT(10)}, {.height = PT(10)}, {.height = PT(10)}},
         2},
        {"the higher one decides",
         3,
         {{.height = PT(60)}, {.height = PT(10)}, {.height = PT(10)}},
         1},
        {"no title at the end",
         4,
         {{.height = PT(10)},
          {.height = PT(10)},
          {.height = PT(10), .penalty = c.heading},
          {.height = PT(10)}},
         3},
        {"where it is asked for",
         4,
         {{.height = PT(10)},
          {.height = PT(10), .penalty = PAGE_BREAK_FORCED},
          {.height = PT(10)},
          {.height = PT(10)}},
         1},
        {"the space between the columns vanishes",
         3,
         {{.height = PT(10)},
          {.height = PT(10)},
          {.height = PT(18), .space = PT(30)}},
         2},
        {"one row", 1, {{.height = PT(10)}}, 1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t split = pagebreak_balance(cases[i].rows, cases[i].count,
                                         &plain_frame, false);

        if (split != cases[i].split)
            fail_msg("%s: %zu", cases[i].what, split);
    }
}

static void test_none(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    assert_int_equal(breaks(arena, NULL, 0, &plain_frame).len, 0);
    arena_free(arena);
}

// Cases with their breaks; heights in points, no space but where it is said.
static void test_rules(void **state)
{
    const struct page_costs c = page_costs_default();
    const struct {
        const char *what;
        size_t count;
        struct row rows[6];
        size_t starts[6];
        size_t pages;
    } cases[] = {
        {"all fits",
         3,
         {{.height = PT(30)}, {.height = PT(30)}, {.height = PT(40)}},
         {0},
         1},
        {"space counts",
         2,
         {{.height = PT(50)}, {.height = PT(50), .space = 1}},
         {0, 1},
         2},
        {"space at the top of a page vanishes",
         3,
         {{.height = PT(60)},
          {.height = PT(60), .space = PT(30)},
          {.height = PT(40)}},
         {0, 1},
         2},
        {"a tall row stands alone",
         3,
         {{.height = PT(10)}, {.height = PT(150)}, {.height = PT(10)}},
         {0, 1, 2},
         3},
        {"tall rows only",
         2,
         {{.height = PT(150)}, {.height = PT(101)}},
         {0, 1},
         2},
        {"no break behind a heading",
         3,
         {{.height = PT(80)},
          {.height = PT(10)},
          {.height = PT(20), .penalty = c.heading}},
         {0, 1},
         2},
        {"unless it is as high as the page",
         2,
         {{.height = PT(90)}, {.height = PT(90), .penalty = c.heading}},
         {0, 1},
         2},
        {"kept together",
         4,
         {{.height = PT(60)},
          {.height = PT(25)},
          {.height = PT(25), .penalty = c.keep},
          {.height = PT(25), .penalty = c.keep}},
         {0, 1},
         2},
        {"a heading is worth more than what is kept together",
         3,
         {{.height = PT(50)},
          {.height = PT(40), .penalty = c.keep},
          {.height = PT(40), .penalty = c.heading}},
         {0, 1},
         2},
        {"fewer pages win over a widow",
         3,
         {{.height = PT(50)},
          {.height = PT(50), .penalty = c.widow},
          {.height = PT(100), .penalty = c.widow}},
         {0, 2},
         2},
        {"the full page is the better one",
         3,
         {{.height = PT(40)}, {.height = PT(50)}, {.height = PT(40)}},
         {0, 2},
         2},
        {"a forced break",
         3,
         {{.height = PT(10)},
          {.height = PT(10), .penalty = PAGE_BREAK_FORCED},
          {.height = PT(10)}},
         {0, 1},
         2},
        {"a forced break above the first row is none",
         2,
         {{.height = PT(10), .penalty = PAGE_BREAK_FORCED}, {.height = PT(10)}},
         {0},
         1},
        {"two forced breaks",
         3,
         {{.height = PT(10)},
          {.height = PT(10), .penalty = PAGE_BREAK_FORCED},
          {.height = PT(10), .penalty = PAGE_BREAK_FORCED}},
         {0, 1, 2},
         3},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct index_list starts =
            breaks(arena, cases[i].rows, cases[i].count, &plain_frame);

        if (starts.len != cases[i].pages)
            fail_msg("%s: %zu pages", cases[i].what, starts.len);
        for (size_t j = 0; j < starts.len; j++)
            if (starts.ptr[j] != cases[i].starts[j])
                fail_msg("%s: page %zu begins with row %zu", cases[i].what, j,
                         starts.ptr[j]);
        arena_free(arena);
    }
}

// Later pages have a common first baseline; what moves down takes room.
static void test_drop(void **state)
{
    const struct page_frame frame = {.height = PAGE, .first_baseline = PT(12)};
    const struct row small = {.height = PT(60), .ascent = PT(5)};
    const struct row large = {.height = PT(60), .ascent = PT(20)};
    const struct row rows[] = {
        {.height = PT(100)},
        {.height = PT(50), .ascent = PT(5)},
        {.height = PT(50), .ascent = PT(5)},
    };
    struct arena *arena = arena_new();

    (void)state;
    assert_int_equal(page_drop(&frame, &small, false), PT(7));
    assert_int_equal(page_drop(&frame, &small, true), 0);
    assert_int_equal(page_drop(&frame, &large, false), 0);
    assert_int_equal(breaks(arena, rows, 3, &plain_frame).len, 2);
    assert_int_equal(breaks(arena, rows, 3, &frame).len, 3);
    arena_free(arena);
}

// A long document takes no time that grows with its square.
static void test_many(void **state)
{
    struct arena *arena = arena_new();
    size_t count = 100000;
    struct row *rows = arena_array_of(arena, count, struct row);
    struct index_list starts;

    (void)state;
    for (size_t i = 0; i < count; i++)
        rows[i].height = PT(10);
    starts = breaks(arena, rows, count, &plain_frame);
    assert_int_equal(starts.len, count / 10);
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_brute_force),
        cmocka_unit_test(test_low_brute_force),
        cmocka_unit_test(test_balance),
        cmocka_unit_test(test_none),
        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_drop),
        cmocka_unit_test(test_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
