// SPDX-License-Identifier: MIT
// The line breaker, rule by rule, on small paragraphs.
#include "breaker_items.h"

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

int main(void)
{
    static const struct CMUnitTest tests[] = {
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
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
