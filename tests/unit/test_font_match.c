// SPDX-License-Identifier: MIT
// Comparing names and styles: CSS Fonts 4, 5.2, by tables.
#include "text/font_match.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_family_names(void **state)
{
    static const struct {
        const char *a, *b;
        bool equal;
    } cases[] = {
        {"Source Sans Pro", "source-sans-pro", true},
        {"Source Sans Pro", "SourceSansPro ", true},
        {"Source Sans Pro", "Source Sans", false},
        {"Source Sans", "Source Sans Pro", false},
        {"", "", true},
        {" ", "", true},
        {"a", "", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(family_name_eq(str_from_cstr(cases[i].a),
                                        str_from_cstr(cases[i].b)),
                         cases[i].equal);
}

// The styles of a row from the best to the worst; weights end with 0.
static void test_weight_order(void **state)
{
    static const int cases[][10] = {
        {100, 100, 200, 300, 400, 900, 0},
        {300, 300, 200, 100, 400, 500, 900, 0},
        {400, 400, 420, 500, 300, 200, 100, 600, 900, 0},
        {500, 500, 400, 300, 100, 600, 700, 900, 0},
        {450, 450, 430, 500, 400, 300, 600, 0},
        {600, 600, 700, 800, 900, 500, 400, 0},
        {700, 700, 680, 800, 900, 600, 300, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct font_query query = {.weight = cases[i][0]};
        uint64_t last = 0;

        for (size_t j = 1; cases[i][j] > 0; j++) {
            struct face_style style = {.weight = cases[i][j],
                                       .width = WIDTH_NORMAL};
            uint64_t rank = style_rank(query, style, 0);

            if (rank <= last)
                fail_msg("%d: %d too early", cases[i][0], cases[i][j]);
            last = rank;
        }
    }
}

static void test_width_order(void **state)
{
    static const int cases[][6] = {
        {0, 5, 4, 3, 6, 0}, // normal
        {3, 3, 2, 1, 4, 0},
        {6, 6, 7, 9, 5, 0},
        {9, 9, 8, 5, 1, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct font_query query = {.weight = 400, .width = cases[i][0]};
        uint64_t last = 0;

        for (size_t j = 1; cases[i][j] > 0; j++) {
            struct face_style style = {.weight = 400, .width = cases[i][j]};
            uint64_t rank = style_rank(query, style, 0);

            if (rank <= last)
                fail_msg("%d: %d too early", cases[i][0], cases[i][j]);
            last = rank;
        }
    }
}

// Each row's first style is nearer than its second.
static void test_order_of_the_axes(void **state)
{
    static const struct {
        struct font_query query;
        struct face_style near;
        struct face_style far;
    } cases[] = {
        // Width before slant before weight before size.
        {{.weight = 400, .italic = true},
         {900, 5, SLANT_NONE, PT(17)},
         {400, 4, SLANT_ITALIC, PT(10)}},
        {{.weight = 400, .italic = true},
         {900, 5, SLANT_ITALIC, PT(17)},
         {400, 5, SLANT_NONE, PT(10)}},
        {{.weight = 400, .size = PT(8)},
         {400, 5, SLANT_NONE, PT(17)},
         {500, 5, SLANT_NONE, PT(8)}},
        // Italic before oblique, upright before oblique.
        {{.weight = 400, .italic = true},
         {400, 5, SLANT_ITALIC, 0},
         {400, 5, SLANT_OBLIQUE, 0}},
        {{.weight = 400, .italic = true},
         {400, 5, SLANT_OBLIQUE, 0},
         {400, 5, SLANT_NONE, 0}},
        {{.weight = 400}, {400, 5, SLANT_NONE, 0}, {400, 5, SLANT_OBLIQUE, 0}},
        {{.weight = 400},
         {400, 5, SLANT_OBLIQUE, 0},
         {400, 5, SLANT_ITALIC, 0}},
        // The nearer size, and of two the smaller.
        {{.weight = 400, .size = PT(11)},
         {400, 5, SLANT_NONE, PT(10)},
         {400, 5, SLANT_NONE, PT(12)}},
        {{.weight = 400, .size = PT(11) + 1000},
         {400, 5, SLANT_NONE, PT(12)},
         {400, 5, SLANT_NONE, PT(10)}},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        // The place decides only between equals.
        if (style_rank(cases[i].query, cases[i].near, 9999) >=
            style_rank(cases[i].query, cases[i].far, 0))
            fail_msg("row %zu", i);
}

static void test_place(void **state)
{
    struct font_query query = {.weight = 400};
    struct face_style style = {400, 5, SLANT_NONE, 0};

    (void)state;
    assert_true(style_rank(query, style, 3) < style_rank(query, style, 4));
    assert_true(style_rank(query, style, 0) > 0);
    assert_int_equal(style_rank_place(style_rank(query, style, 0)), 0);
    assert_int_equal(style_rank_place(style_rank(query, style, 4711)), 4711);
    // More places than a rank counts, and a weight beyond all.
    style.weight = 1000000;
    assert_true(style_rank(query, style, SIZE_MAX) < STYLE_RANK_NONE);
}

static void test_matches(void **state)
{
    struct font_query regular = {.weight = 400};
    struct font_query italic = {.weight = 400, .italic = true};
    struct font_query condensed = {.weight = 400, .width = 3};

    (void)state;
#define STYLE(...) ((struct face_style){__VA_ARGS__})
    assert_true(style_matches(regular, STYLE(400, 5, SLANT_NONE, 0)));
    assert_true(style_matches(regular, STYLE(449, 5, SLANT_NONE, 0)));
    assert_true(style_matches(regular, STYLE(400, 5, SLANT_NONE, PT(17))));
    assert_true(style_matches(regular, STYLE(500, 5, SLANT_NONE, 0)));
    assert_false(style_matches(regular, STYLE(510, 5, SLANT_NONE, 0)));
    assert_false(style_matches(regular, STYLE(350, 5, SLANT_NONE, 0)));
    assert_false(style_matches(regular, STYLE(400, 5, SLANT_ITALIC, 0)));
    assert_false(style_matches(regular, STYLE(400, 4, SLANT_NONE, 0)));
    assert_true(style_matches(italic, STYLE(400, 5, SLANT_ITALIC, 0)));
    assert_true(style_matches(italic, STYLE(400, 5, SLANT_OBLIQUE, 0)));
    assert_true(style_matches(condensed, STYLE(400, 3, SLANT_NONE, 0)));
#undef STYLE
}

static void test_style_words(void **state)
{
    static const struct {
        const char *name;
        int weight;
        const char *left; // NULL: no style word
        struct font_query want;
    } cases[] = {
        {"Source Sans 3 Light", 400, "Source Sans 3", {.weight = 300}},
        {"Raleway Semibold", 400, "Raleway", {.weight = 600}},
        {"Raleway Semi Bold", 400, "Raleway", {.weight = 600}},
        {"Raleway-SemiBold", 400, "Raleway", {.weight = 600}},
        {"Raleway demi", 400, "Raleway", {.weight = 600}},
        {"Inter Extra Light", 400, "Inter", {.weight = 200}},
        {"Inter ExtraLight", 400, "Inter", {.weight = 200}},
        {"Inter Black", 400, "Inter", {.weight = 900}},
        {"Inter Light", 700, "Inter", {.weight = 700}},
        {"Inter Black", 700, "Inter", {.weight = 900}},
        {"Inter Thin Italic", 400, "Inter Thin", {.weight = 400, .italic = 1}},
        {"Open Sans Condensed", 400, "Open Sans", {.weight = 400, .width = 3}},
        {"Open Sans Semi Condensed",
         400,
         "Open Sans",
         {.weight = 400, .width = 4}},
        {"Raleway", 400, NULL, {.weight = 0}},
        {"Light", 400, NULL, {.weight = 0}},
        {" Light", 400, NULL, {.weight = 0}},
        {"Highlight", 400, NULL, {.weight = 0}},
        {"Latin Modern Roman", 400, NULL, {.weight = 0}},
        {"", 400, NULL, {.weight = 0}},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct font_query query = {.family = str_from_cstr(cases[i].name),
                                   .weight = cases[i].weight};
        bool taken = query_take_style_word(&query);

        if (taken != (cases[i].left != NULL))
            fail_msg("%s: %d", cases[i].name, taken);
        if (!taken)
            continue;
        assert_true(str_eq_cstr(query.family, cases[i].left));
        assert_int_equal(query.weight, cases[i].want.weight);
        assert_int_equal(query.width, cases[i].want.width);
        assert_int_equal(query.italic, cases[i].want.italic);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_family_names),
        cmocka_unit_test(test_weight_order),
        cmocka_unit_test(test_width_order),
        cmocka_unit_test(test_order_of_the_axes),
        cmocka_unit_test(test_place),
        cmocka_unit_test(test_matches),
        cmocka_unit_test(test_style_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
