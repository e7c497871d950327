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
        .query = {.family = str_from_cstr(family), .weight = 400},
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

static void assert_same_glyphs(const struct shape *a, const struct shape *b,
                               bool same, const char *what)
{
    bool equal = a->count == b->count;

    for (size_t i = 0; equal && i < a->count; i++) {
        equal = a->runs[i].font == b->runs[i].font &&
                a->runs[i].count == b->runs[i].count;
        for (size_t j = 0; equal && j < a->runs[i].count; j++)
            equal = a->runs[i].glyphs[j].id == b->runs[i].glyphs[j].id;
    }
    if (equal != same)
        fail_msg("%s: glyphs are %s", what, equal ? "the same" : "different");
}

// What a feature changes in a face that has it; one that lacks it stays.
static void test_features(void **state)
{
    static const struct {
        const char *family;
        unsigned feature;
        const char *text;
        bool changes;
    } cases[] = {
        {"Source Sans Pro", SHAPE_OLD_STYLE_FIGURES, "190", true},
        {"EB Garamond", SHAPE_LINING_FIGURES, "190", true},
        {"EB Garamond", SHAPE_OLD_STYLE_FIGURES, "190", false},
        {"Carlito", SHAPE_PROPORTIONAL_FIGURES, "190", true},
        {"EB Garamond", SHAPE_TABULAR_FIGURES | SHAPE_LINING_FIGURES, "190",
         true},
        {"Source Sans Pro", SHAPE_FRACTIONS, "1/2", true},
        {"EB Garamond", SHAPE_CASE, "(-)", true},
        {"Source Sans Pro", SHAPE_SUPERSCRIPT, "12", true},
        {"Source Sans Pro", SHAPE_SUBSCRIPT, "12", true},
        {"DejaVu Sans Mono", SHAPE_OLD_STYLE_FIGURES, "190", false},
        {"DejaVu Sans Mono", SHAPE_FRACTIONS, "1/2", false},
        {"DejaVu Sans Mono", SHAPE_CASE, "A-B", false},
        {"DejaVu Sans Mono", SHAPE_SUPERSCRIPT, "12", false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct shape_style plain = style(cases[i].family, 0);
        struct shape_style with = style(cases[i].family, cases[i].feature);
        struct str text = str_from_cstr(cases[i].text);

        assert_same_glyphs(shape_text(*state, &plain, text),
                           shape_text(*state, &with, text), !cases[i].changes,
                           cases[i].family);
    }
}

// Tabular figures of one width, proportional ones not.
static void test_figure_widths(void **state)
{
    static const unsigned features[] = {SHAPE_TABULAR_FIGURES,
                                        SHAPE_PROPORTIONAL_FIGURES};

    for (size_t i = 0; i < 2; i++) {
        struct shape_style s = style("Carlito", features[i]);
        const struct shape *shape = shape_text(*state, &s, STR("10"));

        assert_int_equal(shape->runs[0].glyphs[0].advance ==
                             shape->runs[0].glyphs[1].advance,
                         i == 0);
    }
}

// Tracking goes behind each character once, marks and all, takes no part in
// joined scripts, and leaves no ligature.
static void test_tracking(void **state)
{
    static const struct {
        const char *text;
        size_t characters;
    } cases[] = {{"office", 6}, {"e\u0301a", 2}, {"שלום", 0}, {"", 0}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = str_from_cstr(cases[i].text);
        struct shape_style plain = style("Source Sans Pro", SHAPE_NO_LIGATURES);
        struct shape_style wide = style("Source Sans Pro", 0);
        sp em = PT(10);

        wide.tracking = 50;
        assert_int_equal(shape_width(shape_text(*state, &wide, text), em),
                         shape_width(shape_text(*state, &plain, text), em) +
                             (sp)cases[i].characters * em / 20);
    }
}

// Latin Modern has its small capitals in a family of their own.
static void test_family_of_small_caps(void **state)
{
    struct shape_style plain = style("Latin Modern Roman", 0);
    struct shape_style small = style("Latin Modern Roman", SHAPE_SMALL_CAPS);
    const struct shape *shape = shape_text(*state, &small, STR("abc"));

    assert_true(str_eq_cstr(font_postscript_name(shape->runs[0].font),
                            "LMRomanCaps10-Regular"));
    assert_ptr_equal(shape, shape_text(*state, &small, STR("abc")));
    // There are none in bold: nothing changes.
    small.query.weight = plain.query.weight = 700;
    assert_ptr_equal(shape_text(*state, &small, STR("abc")),
                     shape_text(*state, &plain, STR("abc")));
}

// locl: an i keeps its dot in Turkish, a comma stands below in Romanian.
static void test_languages(void **state)
{
    static const struct {
        const char *family;
        const char *text;
        const char *language;
        bool differs; // from English
    } cases[] = {
        {"Latin Modern Roman", "fi", "tr", true},
        {"Latin Modern Roman", "fi", "az", true},
        {"Latin Modern Roman", "fi", "pl", false},
        {"EB Garamond", "fi", "tr", true},
        {"Linux Libertine O", "fi", "tr", true},
        {"Latin Modern Roman", "\u015f\u0163", "ro", true},
        {"Linux Libertine O", "\u015f\u0163", "ro-RO", true},
        {"Latin Modern Roman", "\u015f", "tr", false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct shape_style english = style(cases[i].family, 0);
        struct shape_style other = english;
        struct str text = str_from_cstr(cases[i].text);

        other.language = cases[i].language;
        assert_same_glyphs(shape_text(*state, &english, text),
                           shape_text(*state, &other, text), !cases[i].differs,
                           cases[i].language);
    }
}

// Sizes share their shapes unless the family has faces for them.
static void test_sizes_share(void **state)
{
    struct shape_style small = style("Source Sans Pro", 0);
    struct shape_style large = small;

    small.query.size = PT(8);
    large.query.size = PT(20);
    assert_ptr_equal(shape_text(*state, &small, STR("abc")),
                     shape_text(*state, &large, STR("abc")));
    small.query.family = large.query.family = STR("Latin Modern Roman");
    assert_ptr_not_equal(shape_text(*state, &small, STR("abc"))->runs[0].font,
                         shape_text(*state, &large, STR("abc"))->runs[0].font);
    large.query.size = PT(8) + 100;
    assert_ptr_equal(shape_text(*state, &small, STR("abc")),
                     shape_text(*state, &large, STR("abc")));
}

static void test_right_to_left(void **state)
{
    struct shape_style s = style("DejaVu Sans", 0);
    struct str text = STR("\xd7\x90\xd7\x91"); // alef, bet

    for (int rtl = 0; rtl <= 1; rtl++) {
        const struct shape *shape;

        s.rtl = rtl != 0;
        shape = shape_text(*state, &s, text);
        check_shape(shape, text.len);
        assert_int_equal(shape->count, 1);
        assert_int_equal(shape->runs[0].count, 2);
        assert_int_equal(shape->runs[0].glyphs[0].cluster, 2);
        assert_int_equal(shape->runs[0].glyphs[1].cluster, 0);
    }
}

// Brackets are mirrored, and runs of several fonts stand as they are drawn.
static void test_runs_from_right_to_left(void **state)
{
    struct shape_style ltr = style("Source Sans Pro", 0);
    struct shape_style rtl = ltr;
    const struct shape *shape;

    rtl.rtl = true;
    assert_same_glyphs(shape_text(*state, &ltr, STR("(")),
                       shape_text(*state, &rtl, STR(")")), true, "brackets");
    assert_same_glyphs(shape_text(*state, &ltr, STR("(")),
                       shape_text(*state, &rtl, STR("(")), false, "brackets");
    // A bracket of Source Sans, letters of a fallback, a bracket.
    shape = shape_text(*state, &rtl, STR("(\u05d0\u05d1)"));
    assert_int_equal(shape->count, 3);
    assert_int_equal(shape->runs[0].start, 5);
    assert_int_equal(shape->runs[1].start, 1);
    assert_int_equal(shape->runs[2].start, 0);
    assert_int_equal(shape->runs[1].glyphs[0].cluster, 3);
    assert_int_equal(shape->runs[1].glyphs[1].cluster, 1);
}

// Arabic letters join; lam and alef are one glyph of one cluster.
static void test_arabic(void **state)
{
    struct shape_style s = style("Amiri", 0);
    const struct shape *shape;

    s.rtl = true;
    s.language = "ar";
    shape = shape_text(*state, &s, STR("\u0633\u0644\u0627\u0645"));
    assert_int_equal(shape->count, 1);
    for (size_t i = 1; i < shape->runs[0].count; i++)
        assert_true(shape->runs[0].glyphs[i].cluster <=
                    shape->runs[0].glyphs[i - 1].cluster);
    assert_same_glyphs(shape_text(*state, &s, STR("\u0633")),
                       shape_text(*state, &s, STR("\u0633\u0633")), false,
                       "joined");
}

// Digits of Arabic and Persian run from left to right.
static void test_arabic_digits(void **state)
{
    static const char *const numbers[] = {"\u0662\u0660\u0661\u0664",
                                          "\u06f2\u06f0\u06f1\u06f4"};
    struct shape_style s = style("Amiri", 0);

    for (size_t i = 0; i < 2; i++) {
        const struct shape *shape =
            shape_text(*state, &s, str_from_cstr(numbers[i]));

        assert_int_equal(shape->count, 1);
        assert_int_equal(shape->runs[0].count, 4);
        for (size_t k = 0; k < 4; k++)
            assert_int_equal(shape->runs[0].glyphs[k].cluster, 2 * k);
    }
}

static void test_cache(void **state)
{
    struct shape_style s = style("Source Sans Pro", 0);
    struct shape_style bold = s;
    struct shape_style larger = s;
    char word[] = "cached";
    const struct shape *shape =
        shape_text(*state, &s, (struct str){word, sizeof word - 1});
    char number[6] = "00000";

    word[0] = 'X'; // the store has its own copy
    bold.query.weight = 700;
    larger.query.size = PT(12); // shapes are in font units
    assert_ptr_equal(shape, shape_text(*state, &s, STR("cached")));
    assert_ptr_equal(shape, shape_text(*state, &larger, STR("cached")));
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
        cmocka_unit_test_setup_teardown(test_features, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_figure_widths, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_tracking, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_family_of_small_caps, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_languages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sizes_share, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_right_to_left, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_runs_from_right_to_left, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_arabic, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_arabic_digits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_cache, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_hostile_text, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
