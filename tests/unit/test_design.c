// SPDX-License-Identifier: MIT
// The design as it is read: defaults, themes and the profile over each other,
// lengths, and what is told of mistakes.
#include "design_fixture.h"

#include "design/embedded.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_classic(void **state)
{
    struct fixture f;
    struct design d = read_design(&f, "~");

    (void)state;
    assert_string_equal(fixture_messages(&f), "");
    assert_int_equal(d.page.size, PAGE_US_LETTER);
    assert_int_equal(d.page.left_margin, PT(504) / 10);
    assert_int_equal(d.colors.name, 0x004f90);
    assert_int_equal(d.typography.line_spacing, PT(6));
    assert_int_equal(d.typography.faces[FACE_BODY].size, PT(10));
    assert_int_equal(d.typography.faces[FACE_SECTION_TITLES].size, PT(14));
    for (int i = 0; i < FACE_ROLES; i++)
        assert_str(d.typography.faces[i].family.str, "Source Sans 3");
    assert_true(d.typography.faces[FACE_NAME].bold);
    assert_false(d.typography.faces[FACE_BODY].bold);
    assert_int_equal(d.sections.show_time_spans_in.len, 1);
    assert_str(d.templates.education.main.str,
               "**INSTITUTION**, AREA\nSUMMARY\nHIGHLIGHTS");
    assert_int_equal(d.templates.publication.degree.str.len, 0);
    fixture_free(&f);
}

// A theme is a patch over classic; the profile lies over both.
static void test_layers(void **state)
{
    struct fixture f;
    struct design d = read_design(&f, "theme: engineeringresumes\n"
                                      "colors: {name: red}\n"
                                      "page: {show_footer: true}\n");

    (void)state;
    assert_string_equal(fixture_messages(&f), "");
    assert_int_equal(d.colors.name, 0xff0000);     // profile
    assert_true(d.page.show_footer);               // profile over theme
    assert_int_equal(d.colors.headline, 0x000000); // theme
    assert_int_equal(d.section_titles.type, TITLE_FULL_LINE);
    assert_int_equal(d.typography.faces[FACE_NAME].size, PT(25));
    assert_str(d.typography.faces[FACE_BODY].family.str, "XCharter");
    assert_int_equal(d.sections.show_time_spans_in.len, 0);
    assert_int_equal(d.templates.education.degree.str.len, 0);
    assert_int_equal(d.typography.line_spacing, PT(6)); // classic
    fixture_free(&f);
}

// Every theme reads without a message, over classic and by itself.
static void test_themes(void **state)
{
    (void)state;
    assert_int_equal(design_theme_count, 15);
    for (size_t i = 0; i < design_theme_count; i++) {
        struct fixture f;
        char text[64];

        snprintf(text, sizeof text, "theme: %s", design_themes[i].name);
        read_design(&f, text);
        assert_string_equal(fixture_messages(&f), "");
        fixture_free(&f);
    }
}

// em is the body size of the last layer that gives one, in classic's lengths
// as well.
static void test_em(void **state)
{
    static const struct {
        const char *text;
        sp body, title, spacing;
    } cases[] = {
        {"{}", PT(10), PT(14), PT(6)},
        {"typography: {font_size: {body: 20pt}}", PT(20), PT(28), PT(12)},
        {"{theme: sb2nov, typography: {font_size: {body: 20pt}}}", PT(20),
         PT(28), PT(12)},
        {"typography: {font_size: {body: 20pt, section_titles: 1em}}", PT(20),
         PT(20), PT(12)},
        // The body's own em is classic's size.
        {"typography: {font_size: {body: 2em}}", PT(20), PT(28), PT(12)},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        struct design d = read_design(&f, cases[i].text);

        assert_string_equal(fixture_messages(&f), "");
        assert_int_equal(d.typography.faces[FACE_BODY].size, cases[i].body);
        assert_int_equal(d.typography.faces[FACE_SECTION_TITLES].size,
                         cases[i].title);
        assert_int_equal(d.typography.line_spacing, cases[i].spacing);
        fixture_free(&f);
    }
}

// A body size that is none is an error and leaves em as it was.
static void test_bad_body_size(void **state)
{
    static const char *const cases[] = {"0pt", "-1pt", "big", "[10pt]"};

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        struct design d;
        char text[64];

        snprintf(text, sizeof text, "typography: {font_size: {body: %s}}",
                 cases[i]);
        d = read_design(&f, text);
        assert_int_equal(diags_errors(f.diags), 1);
        assert_int_equal(d.typography.faces[FACE_BODY].size, PT(10));
        assert_int_equal(d.typography.line_spacing, PT(6));
        fixture_free(&f);
    }
}

static void test_families(void **state)
{
    struct fixture f;
    struct design d = read_design(&f, "typography: {font_family: Inter}");

    (void)state;
    for (int i = 0; i < FACE_ROLES; i++)
        assert_str(d.typography.faces[i].family.str, "Inter");
    fixture_free(&f);
    d = read_design(&f, "typography: {font_family: {name: Inter}}");
    assert_str(d.typography.faces[FACE_NAME].family.str, "Inter");
    assert_str(d.typography.faces[FACE_BODY].family.str, "Source Sans 3");
    fixture_free(&f);
}

static void test_design_errors(void **state)
{
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"theme: clasic",
         "t:1:8: error: there is no theme 'clasic'\n"
         "    hint: did you mean 'classic'? There are: academic, band, "
         "classic, "
         "compact, ember, engineeringclassic, engineeringresumes, harvard, "
         "ink, moderncv, opal, sb2nov, scholar, sidebar, timeline\n"},
        {"theme: qqqqqqq", "    hint: there are: academic, "},
        {"theme: [classic]", "t:1:8: error: design.theme must be a name"},
        {"typography: {font_family: [Inter, Arial]}",
         "t:1:27: error: design.typography.font_family must be "},
        {"page: {left_margin: 4in, right_margin: 3in}",
         "t:1:21: error: the left and right margins leave less than 2in"},
        {"page: {top_margin: 9.01in, bottom_margin: 0in}",
         "t:1:20: error: the top and bottom margins leave less than 2in"},
        {"page: {bottom_margin: -0.1in}",
         "t:1:23: error: a margin cannot be less than zero"},
        {"page: {size: a6}", "error: design.page.size cannot be 'a6'"},
        {"unknown: 1", "error: unknown key 'unknown' in design"},
        {"typography: {font_size: {body: 0.000001pt}}",
         "error: design.typography.font_size.body must be greater than zero"},
        {"header: {photo_width: 0cm}",
         "error: design.header.photo_width must be greater than zero"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;

        read_design(&f, cases[i].text);
        assert_contains(fixture_brief(&f), cases[i].message);
        assert_int_equal(diags_errors(f.diags), 1);
        fixture_free(&f);
    }
}

// Exactly two inches are enough.
static void test_margins_limit(void **state)
{
    struct fixture f;

    (void)state;
    read_design(&f, "page: {size: us-letter, left_margin: 3.25in, "
                    "right_margin: 3.25in, top_margin: 5in, "
                    "bottom_margin: 4in}");
    assert_string_equal(fixture_messages(&f), "");
    fixture_free(&f);
}

static void test_page_sizes(void **state)
{
    static const struct {
        enum page_size size;
        double width, height; // in points
    } cases[] = {
        {PAGE_A4, 595.2756, 841.8898},
        {PAGE_A5, 419.5276, 595.2756},
        {PAGE_US_LETTER, 612, 792},
        {PAGE_US_EXECUTIVE, 522, 756},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        sp width;
        sp height;

        page_dimensions(cases[i].size, &width, &height);
        assert_true((double)width / 65536 - cases[i].width < 1e-4);
        assert_true((double)width / 65536 - cases[i].width > -1e-4);
        assert_true((double)height / 65536 - cases[i].height < 1e-4);
        assert_true((double)height / 65536 - cases[i].height > -1e-4);
    }
}

// The size's own, a width alone, turned; what is wide already stays.
static void test_design_page(void **state)
{
    static const struct {
        const char *page;
        sp width, height;
    } cases[] = {
        {"page: {size: us-letter}", PT(612), PT(792)},
        {"page: {size: us-letter, width: 500pt}", PT(500), PT(792)},
        {"page: {height: 500pt, orientation: landscape}", PT(612), PT(500)},
        {"page: {width: 300pt, height: 500pt, orientation: landscape}", PT(500),
         PT(300)},
        {"page: {width: 500pt, height: 300pt}", PT(500), PT(300)},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        struct design design = read_design(&f, cases[i].page);
        sp width;
        sp height;

        design_page(&design, &width, &height);
        assert_int_equal(width, cases[i].width);
        assert_int_equal(height, cases[i].height);
        fixture_free(&f);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_design_page),
        cmocka_unit_test(test_classic),
        cmocka_unit_test(test_layers),
        cmocka_unit_test(test_themes),
        cmocka_unit_test(test_em),
        cmocka_unit_test(test_bad_body_size),
        cmocka_unit_test(test_families),
        cmocka_unit_test(test_design_errors),
        cmocka_unit_test(test_margins_limit),
        cmocka_unit_test(test_page_sizes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
