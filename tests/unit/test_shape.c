// SPDX-License-Identifier: MIT
// Shaping: clusters, kerning, ligatures, fallback, scripts, the cache.
#include "text/shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    *state = font_store_new(STR(""));
    return 0;
}

static int tear_down(void **state)
{
    font_store_free(*state);
    return 0;
}

static struct shape_style style(const char *family, unsigned features)
{
    return (struct shape_style){
        .query = {str_from_cstr(family), 400, false},
        .features = features,
        .language = "en",
    };
}

static size_t glyph_count(const struct shape *shape)
{
    size_t count = 0;

    for (size_t i = 0; i < shape->count; i++)
        count += shape->runs[i].count;
    return count;
}

// What must hold of every shape: runs follow each other and cover the text,
// clusters lie in their run, and without a script from right to left they
// ascend.
static void check_shape(const struct shape *shape, size_t length)
{
    size_t at = 0;

    for (size_t i = 0; i < shape->count; i++) {
        const struct glyph_run *run = &shape->runs[i];

        assert_non_null(run->font);
        assert_int_equal(run->start, at);
        assert_true(run->end > run->start);
        for (size_t j = 0; j < run->count; j++) {
            assert_true(run->glyphs[j].cluster >= run->start);
            assert_true(run->glyphs[j].cluster < run->end);
        }
        at = run->end;
    }
    assert_int_equal(at, length);
}

static void test_counts(void **state)
{
    static const struct {
        const char *family;
        const char *text;
        size_t runs;
        size_t glyphs;
        unsigned features;
        bool missing;
    } cases[] = {
        {"Source Sans Pro", "", 0, 0, 0, false},
        {"Source Sans Pro", "word", 1, 4, 0, false},
        {"Latin Modern Roman", "office", 1, 4, 0, false},
        {"Latin Modern Roman", "office", 1, 6, SHAPE_NO_LIGATURES, false},
        // The combining mark composes with its letter.
        {"Source Sans Pro", "caf\x65\xcc\x81", 1, 4, 0, false},
        // Greek in between: the same font, another script.
        {"Source Sans Pro",
         "a\xce\xb1"
         "b",
         3, 3, 0, false},
        // Digits and points belong to what stands before.
        {"Source Sans Pro", "C3.14-x", 1, 7, 0, false},
        // A star that Latin Modern lacks.
        {"Latin Modern Roman",
         "a\xe2\x98\x85"
         "b",
         3, 3, 0, false},
        // A zero width space and a soft hyphen draw nothing.
        {"Source Sans Pro",
         "a\xe2\x80\x8b"
         "b\xc2\xad"
         "c",
         1, 3, 0, false},
        {"Source Sans Pro", "\xe2\x80\x8b", 1, 0, 0, false},
        // A noncharacter is in no font.
        {"Source Sans Pro",
         "a\xf4\x8f\xbf\xbd"
         "b",
         3, 3, 0, true},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct shape_style s = style(cases[i].family, cases[i].features);
        struct str text = str_from_cstr(cases[i].text);
        const struct shape *shape = shape_text(*state, &s, text);
        bool missing = false;

        check_shape(shape, text.len);
        for (size_t j = 0; j < shape->count; j++)
            missing |= shape->runs[j].missing;
        if (shape->count != cases[i].runs ||
            glyph_count(shape) != cases[i].glyphs ||
            missing != cases[i].missing)
            fail_msg("%s: %zu runs, %zu glyphs", cases[i].text, shape->count,
                     glyph_count(shape));
    }
}

static void test_clusters_of_ligature(void **state)
{
    struct shape_style s = style("Latin Modern Roman", 0);
    const struct shape *shape = shape_text(*state, &s, STR("office"));
    static const uint32_t clusters[] = {0, 1, 4, 5};

    assert_int_equal(shape->count, 1);
    assert_int_equal(shape->runs[0].count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(shape->runs[0].glyphs[i].cluster, clusters[i]);
}

static void test_kerning_and_width(void **state)
{
    struct shape_style s = style("Latin Modern Roman", 0);
    sp pair = shape_width(shape_text(*state, &s, STR("AV")), PT(10));
    sp a = shape_width(shape_text(*state, &s, STR("A")), PT(10));
    sp v = shape_width(shape_text(*state, &s, STR("V")), PT(10));

    // cmr10: A and V are 7.50 wide and kerned by -1.11.
    assert_int_equal(a, PT(75) / 10);
    assert_int_equal(v, PT(75) / 10);
    assert_int_equal(pair, sp_mul_div(PT(10), 1500 - 111, 1000));
}

static void test_marks_stay_with_their_base(void **state)
{
    struct shape_style s = style("Latin Modern Roman", 0);
    // A star and a mark: both from the fallback, though the mark is in both.
    struct str text = STR("a\xe2\x98\x85\xcc\x81z");
    const struct shape *shape = shape_text(*state, &s, text);

    check_shape(shape, text.len);
    assert_int_equal(shape->count, 3);
    assert_int_equal(shape->runs[1].start, 1);
    assert_int_equal(shape->runs[1].end, 6);
    assert_ptr_not_equal(shape->runs[1].font, shape->runs[0].font);
}

static void test_small_caps(void **state)
{
    struct shape_style plain = style("EB Garamond", 0);
    struct shape_style small = style("EB Garamond", SHAPE_SMALL_CAPS);
    const struct shape *a = shape_text(*state, &plain, STR("abc"));
    const struct shape *b = shape_text(*state, &small, STR("abc"));

    for (size_t i = 0; i < 3; i++)
        assert_int_not_equal(a->runs[0].glyphs[i].id, b->runs[0].glyphs[i].id);
    // A face without small capitals draws what is written.
    plain = style("DejaVu Sans Mono", 0);
    small = style("DejaVu Sans Mono", SHAPE_SMALL_CAPS);
    a = shape_text(*state, &plain, STR("abc"));
    b = shape_text(*state, &small, STR("abc"));
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(a->runs[0].glyphs[i].id, b->runs[0].glyphs[i].id);
}

static void test_right_to_left(void **state)
{
    struct shape_style s = style("DejaVu Sans", 0);
    struct str text = STR("\xd7\x90\xd7\x91"); // alef, bet
    const struct shape *shape = shape_text(*state, &s, text);

    check_shape(shape, text.len);
    assert_int_equal(shape->count, 1);
    assert_int_equal(shape->runs[0].count, 2);
    assert_int_equal(shape->runs[0].glyphs[0].cluster, 2);
    assert_int_equal(shape->runs[0].glyphs[1].cluster, 0);
}

static void test_cache(void **state)
{
    struct shape_style s = style("Source Sans Pro", 0);
    struct shape_style bold = s;
    char word[] = "cached";
    const struct shape *shape =
        shape_text(*state, &s, (struct str){word, sizeof word - 1});
    char number[6] = "00000";

    word[0] = 'X'; // the store has its own copy
    bold.query.weight = 700;
    assert_ptr_equal(shape, shape_text(*state, &s, STR("cached")));
    assert_ptr_not_equal(shape, shape_text(*state, &bold, STR("cached")));
    assert_ptr_not_equal(shape, shape_text(*state, &s, STR("Xached")));
    // Grow the table: what was found before is found again.
    for (int i = 0; i < 3000; i++) {
        number[1] = (char)('0' + i / 1000 % 10);
        number[2] = (char)('0' + i / 100 % 10);
        number[3] = (char)('0' + i / 10 % 10);
        number[4] = (char)('0' + i % 10);
        assert_int_equal(
            glyph_count(shape_text(*state, &s, (struct str){number, 5})), 5);
    }
    assert_ptr_equal(shape, shape_text(*state, &s, STR("cached")));
}

// Malformed and odd text must do no harm.
static void test_hostile_text(void **state)
{
    static const struct str texts[] = {
        {"\xff\xfe", 2},
        {"a\xe2\x98", 3},
        {"\0", 1},
        {"\xcc\x81\xcc\x81", 4},
        {"\xe2\x80\x8d\xe2\x80\x8d", 6},
        {"\xe2\x80\xae"
         "abc",
         6},
        {"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", 11},
        {"\t\n\r", 3},
    };
    static const char *const names[] = {"Source Sans Pro",
                                        "Latin Modern Roman"};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (size_t j = 0; j < 2; j++) {
            struct shape_style s = style(names[j], 0);

            check_shape(shape_text(*state, &s, texts[i]), texts[i].len);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_clusters_of_ligature, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_kerning_and_width, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_marks_stay_with_their_base, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_small_caps, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_right_to_left, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_cache, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_hostile_text, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
