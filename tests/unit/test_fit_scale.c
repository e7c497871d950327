// SPDX-License-Identifier: MIT
// The scale of tightness: its order, its floors and ceilings.
#include "profile_fixture.h"

#include "fit/scale.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct design design_of(struct fixture *f, const char *text)
{
    struct design design;

    fixture_read(f, text);
    design_read(f->arena, f->root, f->diags, &design);
    assert_string_equal(fixture_messages(f), "");
    return design;
}

// The lengths of a design that the scale changes, most telling first.
static void lengths_of(const struct design *d, sp lengths[10])
{
    const sp all[10] = {
        d->section_titles.space_above,
        d->sections.space_between_regular_entries,
        d->header.space_below_name,
        d->typography.line_spacing,
        d->typography.faces[FACE_BODY].size,
        d->typography.faces[FACE_NAME].size,
        d->entries.date_and_location_width,
        d->page.top_margin,
        d->page.left_margin,
        d->page.right_margin,
    };

    memcpy(lengths, all, sizeof all);
}

static void test_designed(void **state)
{
    struct fixture f;
    struct design d = design_of(&f, "~");
    struct fit_scale scale = fit_scale_new(&d);
    struct design same = fit_scale_design(&scale, 0);

    (void)state;
    assert_memory_equal(&same, &d, sizeof d);
    assert_int_equal(scale.tightest, 50);
    assert_int_equal(scale.loosest, -15);
    assert_int_equal(fit_scale_spacing(&scale, 0), 100);
    fixture_free(&f);
}

// Each level is tighter than the one before it, and nothing grows again.
static void test_monotone(void **state)
{
    static const char *const designs[] = {
        "~", "{theme: sb2nov, page: {size: a4, left_margin: 3cm}}",
        "{theme: engineeringresumes, typography: {font_size: {body: 12pt}}}"};

    (void)state;
    for (size_t i = 0; i < COUNT(designs); i++) {
        struct fixture f;
        struct design d = design_of(&f, designs[i]);
        struct fit_scale scale = fit_scale_new(&d);

        for (int level = scale.loosest + 1; level <= scale.tightest; level++) {
            struct design looser = fit_scale_design(&scale, level - 1);
            struct design tighter = fit_scale_design(&scale, level);
            sp a[10];
            sp b[10];

            lengths_of(&looser, a);
            lengths_of(&tighter, b);
            assert_memory_not_equal(a, b, sizeof a);
            for (size_t k = 0; k < 10; k++)
                assert_true(b[k] <= a[k]);
        }
        fixture_free(&f);
    }
}

// Which knobs are off the design, and how far, in thousandths.
static void test_order(void **state)
{
    static const struct {
        int level, parts[FIT_KNOBS];
    } cases[] = {
        {-15, {-1000, -1000, 0, 0}},
        {-12, {-1000, -400, 0, 0}},
        {-1, {-100, 0, 0, 0}},
        {0, {0, 0, 0, 0}},
        {1, {50, 0, 0, 0}},
        {10, {500, 0, 0, 0}},
        {11, {500, 100, 0, 0}},
        {15, {500, 500, 0, 0}},
        {20, {500, 500, 500, 0}},
        {25, {500, 500, 500, 500}},
        {26, {550, 500, 500, 500}},
        {40, {1000, 1000, 500, 500}},
        {49, {1000, 1000, 1000, 900}},
        {50, {1000, 1000, 1000, 1000}},
    };
    struct fixture f;
    struct design d = design_of(&f, "~");
    struct fit_scale scale = fit_scale_new(&d);

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        for (int knob = 0; knob < FIT_KNOBS; knob++)
            assert_int_equal(
                fit_scale_part(&scale, cases[i].level, (enum fit_knob)knob),
                cases[i].parts[knob]);
    fixture_free(&f);
}

static void test_floors(void **state)
{
    struct fixture f;
    struct design d = design_of(
        &f, "page: {left_margin: 2cm, fit: {pages: 1, min_font_size: 8pt, "
            "min_line_spacing: 0.4em, min_margin: 1cm}}");
    struct fit_scale scale = fit_scale_new(&d);
    struct design tight = fit_scale_design(&scale, scale.tightest);
    struct design loose = fit_scale_design(&scale, scale.loosest);

    (void)state;
    assert_int_equal(tight.typography.faces[FACE_BODY].size, PT(8));
    assert_int_equal(tight.typography.faces[FACE_NAME].size, PT(24));
    // 0.4 em of the smaller size.
    assert_int_equal(tight.typography.line_spacing, sp_mul_div(PT(4), 8, 10));
    assert_int_equal(tight.page.left_margin, d.page.fit.min_margin);
    assert_int_equal(tight.page.top_margin, d.page.fit.min_margin);
    assert_int_equal(tight.sections.space_between_regular_entries,
                     sp_mul_div(PT(6), 8, 10));
    assert_int_equal(fit_scale_spacing(&scale, scale.tightest), 50);
    // Titles keep four fifths.
    assert_int_equal(
        tight.section_titles.space_above,
        sp_mul_div(sp_mul_div(d.section_titles.space_above, 8, 10), 8, 10));
    assert_int_equal(fit_scale_spacing(&scale, scale.loosest), 150);
    assert_int_equal(loose.sections.space_between_regular_entries, PT(18));
    assert_int_equal(loose.typography.line_spacing,
                     sp_mul_div(PT(6), 115, 100));
    assert_int_equal(loose.typography.faces[FACE_BODY].size, PT(10));
    assert_int_equal(loose.page.left_margin, d.page.left_margin);
    fixture_free(&f);
}

// What is below its floor already stays as it is and takes no levels.
static void test_below_floors(void **state)
{
    struct fixture f;
    struct design d = design_of(
        &f, "{typography: {line_spacing: 0.4em, font_size: {body: 8pt, "
            "headline: 8pt, name: 9.2pt}}, page: {top_margin: 1cm}}");
    struct fit_scale scale = fit_scale_new(&d);
    struct design tight = fit_scale_design(&scale, scale.tightest);

    (void)state;
    assert_int_equal(scale.tightest, 30); // spacing and margins
    assert_int_equal(fit_scale_part(&scale, 11, FIT_MARGINS), 100);
    assert_int_equal(tight.typography.line_spacing, d.typography.line_spacing);
    for (int i = 0; i < FACE_ROLES; i++)
        assert_int_equal(tight.typography.faces[i].size,
                         d.typography.faces[i].size);
    assert_int_equal(tight.page.top_margin, d.page.top_margin);
    assert_int_equal(tight.page.left_margin, d.page.fit.min_margin);
    fixture_free(&f);
}

// Small type of a design stays over the floor while the body shrinks.
static void test_small_type(void **state)
{
    struct fixture f;
    struct design d =
        design_of(&f, "typography: {font_size: {body: 12pt, headline: 10pt, "
                      "connections: 8pt}}");
    struct fit_scale scale = fit_scale_new(&d);
    struct design tight = fit_scale_design(&scale, scale.tightest);

    (void)state;
    assert_int_equal(tight.typography.faces[FACE_BODY].size, PT(9));
    assert_int_equal(tight.typography.faces[FACE_HEADLINE].size, PT(9));
    assert_int_equal(tight.typography.faces[FACE_CONNECTIONS].size, PT(8));
    fixture_free(&f);
}

// Lengths below zero are never pulled towards zero.
static void test_negative(void **state)
{
    struct fixture f;
    struct design d =
        design_of(&f, "sections: {space_between_text_based_entries: -2pt}");
    struct fit_scale scale = fit_scale_new(&d);

    (void)state;
    for (int level = 0; level <= 10; level++) {
        struct design at = fit_scale_design(&scale, level);

        assert_int_equal(at.sections.space_between_text_entries, PT(-2));
    }
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_designed),     cmocka_unit_test(test_monotone),
        cmocka_unit_test(test_order),        cmocka_unit_test(test_floors),
        cmocka_unit_test(test_below_floors), cmocka_unit_test(test_small_type),
        cmocka_unit_test(test_negative),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
