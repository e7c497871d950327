// SPDX-License-Identifier: MIT
// Putting rows together: weak spaces, empty rows, offsets.
#include "layout/rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct rows one_row(struct arena *arena, sp space, sp below)
{
    struct rows rows = {0};

    rows_push(arena, &rows, space, 5, PT(10), (struct piece){.x = PT(1)});
    rows.below = below;
    return rows;
}

// Of two spaces that meet the larger one is set, whichever it is.
static void test_weak_space(void **state)
{
    static const struct {
        sp below, above, set;
    } cases[] = {
        {0, 0, 0},
        {PT(3), 0, PT(3)},
        {0, PT(4), PT(4)},
        {PT(3), PT(4), PT(4)},
        {PT(4), PT(3), PT(4)},
        {PT(4), PT(4), PT(4)},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct rows rows = one_row(arena, PT(1), cases[i].below);
        struct rows more = one_row(arena, cases[i].above, PT(9));

        rows_append(arena, &rows, &more, 7);
        assert_int_equal(rows.list.len, 2);
        assert_int_equal(rows.list.ptr[1].space, cases[i].set);
        assert_int_equal(rows.list.ptr[1].penalty, 12);
        assert_int_equal(rows.below, PT(9));
        assert_int_equal(rows_height(&rows), PT(20) + cases[i].set);
        // The same by pushing.
        rows = one_row(arena, PT(1), cases[i].below);
        rows_push(arena, &rows, cases[i].above, 7, PT(10), (struct piece){0});
        assert_int_equal(rows.list.ptr[1].space, cases[i].set);
        assert_int_equal(rows.below, 0);
        arena_free(arena);
    }
}

// What is empty takes no room, but its space may count.
static void test_append_nothing(void **state)
{
    struct arena *arena = arena_new();
    struct rows rows = one_row(arena, 0, PT(2));
    struct rows none = {.below = PT(5)};

    (void)state;
    rows_append(arena, &rows, &none, 7);
    assert_int_equal(rows.list.len, 1);
    assert_int_equal(rows.below, PT(5));
    none.below = PT(1);
    rows_append(arena, &rows, &none, 7);
    assert_int_equal(rows.below, PT(5));
    assert_int_equal(rows_height(&rows), PT(10));
    assert_int_equal(rows_height(&none), 0);
    arena_free(arena);
}

static void test_rows(void **state)
{
    struct arena *arena = arena_new();
    struct rows rows = one_row(arena, PT(1), 0);
    struct rows second = one_row(arena, PT(2), 0);
    struct rows third = one_row(arena, PT(2), 0);
    struct rows fourth = one_row(arena, PT(2), 0);

    (void)state;
    rows_append(arena, &rows, &second, 0);
    rows_append(arena, &rows, &third, PAGE_BREAK_FORCED);
    rows_keep(&rows, 100);
    assert_int_equal(rows.list.ptr[0].penalty, 5); // not above the first
    assert_int_equal(rows.list.ptr[1].penalty, 105);
    assert_true(rows.list.ptr[2].penalty == PAGE_BREAK_FORCED);
    rows_shift(&rows, PT(3));
    assert_int_equal(rows.list.ptr[1].pieces.ptr[0].x, PT(4));
    rows_space_above(&rows, PT(8));
    assert_int_equal(rows.list.ptr[0].space, PT(8));
    rows_space_above(&rows, PT(7));
    assert_int_equal(rows.list.ptr[0].space, PT(8));
    rows.break_after = true;
    rows_append(arena, &rows, &fourth, 3);
    assert_true(rows.list.ptr[3].penalty == PAGE_BREAK_FORCED);
    assert_false(rows.break_after);
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_weak_space),
        cmocka_unit_test(test_append_nothing),
        cmocka_unit_test(test_rows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
