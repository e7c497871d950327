// SPDX-License-Identifier: MIT
// Where the columns of a page stand, which section is in which, what the
// sidebar has of its own, and contrast.
#include "profile_fixture.h"

#include "design/contrast.h"
#include "design/embedded.h"
#include "design/options.h"
#include "design/page_columns.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct design read_design(struct fixture *f, const char *text)
{
    struct design design;

    fixture_read(f, text);
    design_read(f->arena, f->root, f->diags, &design);
    assert_string_equal(fixture_messages(f), "");
    return design;
}

static void check_area(const struct column_area *area, sp x, sp width)
{
    if (area->x != x || area->width != width)
        fail_msg("%d %d", (int)(area->x / SP_PER_PT),
                 (int)(area->width / SP_PER_PT));
}

// On US letter, 612 pt wide.
static void test_areas(void **state)
{
    struct fixture f;
    struct page_areas areas;
    struct design design = read_design(
        &f,
        "page: {left_margin: 50pt, right_margin: 62pt}\n"
        "sidebar: {position: left, width: 30%, padding: 10pt, gap: 20pt}\n");

    (void)state;
    page_areas(&design, &areas);
    check_area(&areas.columns[PAGE_ACROSS], PT(50), PT(500));
    check_area(&areas.columns[PAGE_SIDEBAR], PT(50), PT(150));
    check_area(&areas.strip, 0, PT(210));
    check_area(&areas.main, PT(230), PT(320));
    check_area(&areas.columns[PAGE_MAIN], PT(230), PT(320));
    design.sidebar.position = SIDEBAR_RIGHT;
    design.sidebar.width = (struct share){.length = PT(100)};
    page_areas(&design, &areas);
    check_area(&areas.columns[PAGE_SIDEBAR], PT(450), PT(100));
    check_area(&areas.strip, PT(440), PT(172));
    check_area(&areas.main, PT(50), PT(370));
    design.page.columns = 2;
    design.page.column_gap = PT(20);
    page_areas(&design, &areas);
    check_area(&areas.columns[PAGE_MAIN], PT(50), PT(175));
    check_area(&areas.columns[PAGE_RIGHT], PT(245), PT(175));
    assert_true(page_columns_are_equal(&design));
    design.page.left_column_width.percent = 60;
    page_areas(&design, &areas);
    check_area(&areas.columns[PAGE_MAIN], PT(50), PT(210));
    check_area(&areas.columns[PAGE_RIGHT], PT(280), PT(140));
    assert_false(page_columns_are_equal(&design));
    design.sidebar.position = SIDEBAR_NONE;
    design.page.columns = 1;
    page_areas(&design, &areas);
    check_area(&areas.columns[PAGE_MAIN], PT(50), PT(500));
    fixture_free(&f);
}

static void test_sections(void **state)
{
    static const struct {
        const char *design;
        const char *key;
        enum section_column column;
        enum page_column where;
    } cases[] = {
        {"sidebar: {position: left, sections: [Soft skills]}", "soft_skills",
         SECTION_FLOW, PAGE_SIDEBAR},
        {"sidebar: {position: left, sections: [soft_skills]}", "Soft Skills",
         SECTION_FLOW, PAGE_SIDEBAR},
        {"sidebar: {position: left, sections: [skills]}", "soft_skills",
         SECTION_FLOW, PAGE_MAIN},
        {"sidebar: {position: left, sections: [skills]}", "skills",
         SECTION_LEFT, PAGE_MAIN},
        {"sidebar: {position: left}", "skills", SECTION_SIDEBAR, PAGE_SIDEBAR},
        {"sidebar: {sections: [skills]}", "skills", SECTION_SIDEBAR, PAGE_MAIN},
        {"page: {columns: 2}", "skills", SECTION_RIGHT, PAGE_RIGHT},
        {"page: {columns: 2}", "skills", SECTION_FULL, PAGE_ACROSS},
        {"page: {columns: 1}", "skills", SECTION_RIGHT, PAGE_MAIN},
        {"page: {columns: 1}", "skills", SECTION_FULL, PAGE_MAIN},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        struct design design = read_design(&f, cases[i].design);
        struct section section = {.key = str_from_cstr(cases[i].key),
                                  .title = {str_from_cstr(cases[i].key), {0}},
                                  .column = cases[i].column};

        if (section_page_column(&design, &section) != cases[i].where)
            fail_msg("%s, %s", cases[i].design, cases[i].key);
        fixture_free(&f);
    }
}

// A sidebar that has nothing to show goes.
static void test_settle(void **state)
{
    struct fixture f;
    struct design design = read_design(
        &f, "sidebar: {position: left, header: photo, sections: [skills]}");
    struct design with_photo = design;
    struct cv cv = {.name = {STR("Ada"), {0}}};
    struct section section = {.key = STR("skills")};

    (void)state;
    page_columns_settle(&design, &cv);
    assert_int_equal(design.sidebar.position, SIDEBAR_NONE);
    design = with_photo;
    vec_push(f.arena, &cv.sections, section);
    page_columns_settle(&design, &cv);
    assert_int_equal(design.sidebar.position, SIDEBAR_LEFT);
    cv.sections.len = 0;
    cv.photo.str = STR("ada.jpg");
    page_columns_settle(&design, &cv);
    assert_int_equal(design.sidebar.position, SIDEBAR_LEFT);
    fixture_free(&f);
}

// Its own options lie over the document's, those of the theme too, and em
// counts in its own size.
static void test_sidebar_design(void **state)
{
    static const char text[] =
        "typography: {font_size: {body: 20pt, section_titles: 2em}}\n"
        "colors: {body: \"#111111\", links: \"#222222\"}\n"
        "sidebar:\n"
        "  position: left\n"
        "  background: black\n"
        "  text_color: auto\n"
        "  design:\n"
        "    typography: {font_size: {body: 0.5em}}\n"
        "    colors: {links: yellow}\n";
    struct fixture f;
    struct design design = read_design(&f, text);
    struct design sidebar;
    struct design own;

    (void)state;
    design_read_sidebar(f.arena, f.root, NULL, f.diags, &sidebar);
    assert_int_equal(design.typography.faces[FACE_SECTION_TITLES].size, PT(40));
    assert_int_equal(sidebar.typography.faces[FACE_BODY].size, PT(10));
    assert_int_equal(sidebar.typography.faces[FACE_SECTION_TITLES].size,
                     PT(20));
    assert_int_equal(sidebar.typography.alignment, BODY_LEFT); // of classic
    assert_int_equal(sidebar.colors.body, 0xFFFFFF);
    assert_int_equal(sidebar.colors.links, 0xFFFF00);
    assert_int_equal(design.colors.body, 0x111111);
    design_read_sidebar(f.arena, f.root,
                        node_lookup(node_lookup(f.root, "sidebar"), "design"),
                        f.diags, &own);
    assert_int_equal(own.typography.faces[FACE_BODY].size, PT(10));
    assert_string_equal(fixture_messages(&f), "");
    fixture_free(&f);
}

// What the build made of a theme's sidebar.design is what reading it gives.
static void test_sidebar_presets(void **state)
{
    (void)state;
    for (size_t i = 0; i < design_theme_count; i++) {
        const struct design_file *file = &design_themes[i];
        struct fixture f = fixture_bytes(file->source.text);
        struct design read = {0};
        struct design stored = {0};
        struct schema_target target = {f.arena, f.diags, &read, PT(11)};
        const struct node *map;

        f.root = yaml_read(f.arena, &f.source, f.diags);
        map = node_lookup(node_lookup(f.root, "design"), "sidebar");
        map = node_lookup(map, "design");
        assert_int_equal(map != NULL, file->sidebar_count > 0);
        schema_read(&design_schema, map, &target);
        target.target = &stored;
        presets_store_sidebar(file, &design_schema, &target);
        assert_string_equal(fixture_messages(&f), "");
        assert_memory_equal(&read.colors, &stored.colors, sizeof read.colors);
        assert_int_equal(read.section_titles.type, stored.section_titles.type);
        assert_int_equal(read.entries.side_space, stored.entries.side_space);
        assert_int_equal(read.typography.faces[FACE_CONNECTIONS].size,
                         stored.typography.faces[FACE_CONNECTIONS].size);
        assert_true(
            str_eq(read.templates.one_line.str, stored.templates.one_line.str));
        fixture_free(&f);
    }
}

// Shares and paints of themes.
static void test_preset_kinds(void **state)
{
    struct fixture f;
    struct design design = read_design(&f, "theme: band");

    (void)state;
    assert_int_equal(design.sidebar.width.percent, 30);
    assert_int_equal(design.sidebar.background.kind, PAINT_NONE);
    assert_int_equal(design.header.background.kind, PAINT_COLOUR);
    assert_int_equal(design.header.background.colour, 0x22314A);
    assert_int_equal(design.header.text_color.kind, PAINT_AUTO);
    fixture_free(&f);
    design = read_design(&f, "{theme: sidebar, sidebar: {width: 3cm}}");
    assert_int_equal(design.sidebar.width.percent, 0);
    assert_int_equal(design.sidebar.width.length / SP_PER_PT, 85);
    fixture_free(&f);
}

// The accent reaches the backgrounds of a theme and what stands on them; what
// is set beside it stays.
static void test_accent(void **state)
{
    struct fixture f;
    struct design design = read_design(
        &f, "{theme: sidebar, colors: {accent: \"#782850\", links: navy}}");
    struct design sidebar;

    (void)state;
    design_read_sidebar(f.arena, f.root, NULL, f.diags, &sidebar);
    // As light as the theme's #e9eef2, and as strong.
    assert_int_equal(design.sidebar.background.colour, 0xF1E9ED);
    assert_int_equal(sidebar.colors.section_titles, 0x782850);
    assert_int_equal(sidebar.colors.links, 0x000080);
    assert_int_equal(sidebar.colors.body, 0x3C222F);
    assert_int_equal(design.colors.section_titles, 0x782850);
    fixture_free(&f);
    design = read_design(&f, "{theme: band, colors: {accent: \"#782850\"}}");
    assert_int_equal(design.header.background.colour, 0x782850);
    fixture_free(&f);
    design = read_design(&f, "{theme: sidebar, colors: {accent: \"#782850\"}, "
                             "sidebar: {background: black, text_color: auto}}");
    design_read_sidebar(f.arena, f.root, NULL, f.diags, &sidebar);
    assert_int_equal(design.sidebar.background.colour, 0);
    assert_int_equal(sidebar.colors.body, 0xFFFFFF);
    assert_int_equal(sidebar.colors.section_titles, 0xFFFFFF);
    fixture_free(&f);
}

// It reaches titles and every coloured background of every theme.
static void test_accent_themes(void **state)
{
    (void)state;
    for (size_t i = 0; i < design_theme_count; i++) {
        struct fixture f;
        char text[100];
        struct design plain, design;

        (void)snprintf(text, sizeof text, "theme: %s", design_themes[i].name);
        plain = read_design(&f, text);
        fixture_free(&f);
        (void)snprintf(text, sizeof text,
                       "{theme: %s, colors: {accent: \"#782850\"}}",
                       design_themes[i].name);
        design = read_design(&f, text);
        fixture_free(&f);
        assert_int_equal(design.colors.section_titles, 0x782850);
        assert_int_not_equal(design.colors.name, plain.colors.name);
        if (plain.header.background.kind == PAINT_COLOUR)
            assert_int_equal(design.header.background.colour, 0x782850);
        if (plain.sidebar.background.kind == PAINT_COLOUR)
            assert_int_not_equal(design.sidebar.background.colour,
                                 plain.sidebar.background.colour);
    }
}

// What derives can be read on the sidebar's background, whatever the accent.
static void test_accent_contrast(void **state)
{
    (void)state;
    for (uint32_t accent = 0; accent <= 0xFFFFFF; accent += 0x0F1D2B) {
        struct fixture f;
        struct design design;
        struct design sidebar;
        char text[100];

        (void)snprintf(text, sizeof text,
                       "{theme: sidebar, colors: {accent: \"#%06x\"}}",
                       (unsigned)accent);
        fixture_read(&f, text);
        design_read(f.arena, f.root, f.diags, &design);
        design_read_sidebar(f.arena, f.root, NULL, f.diags, &sidebar);
        contrast_check(&design, &sidebar, f.diags);
        if (strstr(fixture_messages(&f), "background"))
            fail_msg("%s", fixture_messages(&f));
        assert_true(contrast(sidebar.colors.name,
                             design.sidebar.background.colour) >= CONTRAST_MIN);
        fixture_free(&f);
    }
}

static void test_contrast(void **state)
{
    static const struct {
        uint32_t a, b;
        int wanted;
    } cases[] = {
        {0x000000, 0xFFFFFF, 2100},
        {0xFFFFFF, 0x000000, 2100},
        {0x123456, 0x123456, 100},
        // By the formula of WCAG 2.1, cut off.
        {0x777777, 0xFFFFFF, 447},
        {0x767676, 0xFFFFFF, 454},
        {0xFF0000, 0xFFFFFF, 399},
        {0x0000FF, 0xFFFFFF, 859},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int found = contrast(cases[i].a, cases[i].b);

        if (found < cases[i].wanted - 1 || found > cases[i].wanted + 1)
            fail_msg("%06x on %06x: %d", (unsigned)cases[i].a,
                     (unsigned)cases[i].b, found);
    }
    assert_int_equal(contrast_text(0x22314A), 0xFFFFFF);
    assert_int_equal(contrast_text(0xE9EEF2), 0x000000);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_areas),
        cmocka_unit_test(test_sections),
        cmocka_unit_test(test_settle),
        cmocka_unit_test(test_sidebar_design),
        cmocka_unit_test(test_accent),
        cmocka_unit_test(test_accent_themes),
        cmocka_unit_test(test_accent_contrast),
        cmocka_unit_test(test_contrast),
        cmocka_unit_test(test_sidebar_presets),
        cmocka_unit_test(test_preset_kinds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
