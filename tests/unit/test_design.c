// SPDX-License-Identifier: MIT
// Design, locale and settings: what is embedded is complete, layers lie over
// each other, and the reference lists what there is.
#include "profile_fixture.h"

#include "design/design.h"
#include "design/embedded.h"
#include "design/locale.h"
#include "design/options.h"
#include "design/settings.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
// 2026-01-01, 00:00 UTC.
#define NOW 1767225600

static struct design read_design(struct fixture *f, const char *text)
{
    struct design design;

    fixture_read(f, text);
    design_read(f->arena, f->root, f->diags, &design);
    return design;
}

static struct locale read_locale(struct fixture *f, const char *text)
{
    struct locale locale;

    fixture_read(f, text);
    locale_read(f->arena, f->root, f->diags, &locale);
    return locale;
}

static struct settings read_settings(struct fixture *f, const char *text)
{
    struct settings settings;

    fixture_read(f, text);
    settings_read(f->arena, f->root, NOW, f->diags, &settings);
    return settings;
}

static const struct design_file *file_of(const struct design_file *files,
                                         size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].name, name) == 0)
            return &files[i];
    fail_msg("%s is not embedded", name);
    return NULL;
}

// Reads an embedded file's map of that name.
static const struct node *
read_file(struct fixture *f, const struct design_file *file, const char *key)
{
    const struct node *map;

    *f = fixture_bytes(file->source.text);
    f->root = yaml_read(f->arena, &f->source, f->diags);
    assert_string_equal(fixture_messages(f), "");
    map = node_lookup(f->root, key);
    assert_non_null(map);
    return map;
}

// The node at a dotted path. A text on the way stands for all below it:
// font_family may be one name.
static const struct node *lookup_path(const struct node *map, const char *path)
{
    struct str rest = str_from_cstr(path);

    while (rest.ptr && map && map->kind == NODE_MAP) {
        struct str key = str_split(&rest, '.');
        const struct pair *pair = node_lookup_pair(map, key);

        map = pair ? pair->value : NULL;
    }
    return map;
}

// The base files must give every option a value: the struct is all zero
// before they are read.
static void check_complete(const struct schema *schema, const struct node *base)
{
    for (size_t i = 0; i < schema->count; i++) {
        const struct option *option = &schema->options[i];

        if (option->type != OPTION_ANY &&
            node_is_null(lookup_path(base, option->path)))
            fail_msg("%s.%s has no default", schema->name, option->path);
    }
}

static void test_classic_complete(void **state)
{
    struct fixture f;

    (void)state;
    check_complete(
        &design_schema,
        read_file(&f, file_of(design_themes, design_theme_count, "classic"),
                  "design"));
    fixture_free(&f);
}

static void test_english_complete(void **state)
{
    struct fixture f;

    (void)state;
    check_complete(
        &locale_schema,
        read_file(&f, file_of(design_locales, design_locale_count, "english"),
                  "locale"));
    fixture_free(&f);
}

// No two options share a place, and none has the same path.
static void test_tables(void **state)
{
    static const struct schema *const schemas[] = {
        &design_schema, &locale_schema, &settings_schema};

    (void)state;
    for (size_t s = 0; s < COUNT(schemas); s++) {
        const struct option *options = schemas[s]->options;

        for (size_t i = 0; i < schemas[s]->count; i++) {
            for (size_t j = 0; j < i; j++) {
                assert_string_not_equal(options[i].path, options[j].path);
                if (options[i].type != OPTION_ANY &&
                    options[j].type != OPTION_ANY)
                    assert_int_not_equal(options[i].offset, options[j].offset);
            }
            assert_int_equal(options[i].type == OPTION_CHOICE,
                             options[i].choices != NULL);
        }
    }
}

// The length of the path's first words that are another's, too, with the dot.
static size_t shared_length(const char *path, const char *other)
{
    size_t length = 0;

    for (size_t i = 0; path[i] && path[i] == other[i]; i++)
        if (path[i] == '.')
            length = i + 1;
    return length;
}

// A key is searched among the rows of its group, which stand together; what
// has the group's own name stands before them.
static void test_groups_together(void **state)
{
    static const struct schema *const schemas[] = {
        &design_schema, &locale_schema, &settings_schema};

    (void)state;
    for (size_t s = 0; s < COUNT(schemas); s++) {
        const struct option *options = schemas[s]->options;

        for (size_t i = 0; i < schemas[s]->count; i++)
            for (size_t j = 0; j + 1 < i; j++) {
                const char *before = options[i - 1].path;

                if (shared_length(options[i].path, options[j].path) >
                    shared_length(options[i].path, before))
                    fail_msg("%s and %s are apart", options[j].path,
                             options[i].path);
                assert_int_not_equal(
                    strncmp(options[j].path, options[i].path,
                            strlen(options[i].path)) == 0 &&
                        options[j].path[strlen(options[i].path)] == '.',
                    true);
            }
    }
}

// Texts by what they say and where, for they come from two copies of a file.
static void check_text(const struct text *a, const struct text *b,
                       const char *path)
{
    if (!str_eq(a->str, b->str) || a->pos.line != b->pos.line ||
        a->pos.column != b->pos.column || a->pos.length != b->pos.length)
        fail_msg("%s is not stored as it is read", path);
}

static void check_value(const struct option *option, const void *a,
                        const void *b)
{
    const struct text_list *list_a = a;
    const struct text_list *list_b = b;

    switch (option->type) {
    case OPTION_LENGTH:
    case OPTION_POSITIVE_LENGTH:
    case OPTION_WIDTH:
        assert_int_equal(*(const sp *)a, *(const sp *)b);
        break;
    case OPTION_SHARE: // a length comes first; its percentage elsewhere
        assert_int_equal(*(const sp *)a, *(const sp *)b);
        break;
    case OPTION_PAINT:
    case OPTION_BACKGROUND:
        assert_int_equal(((const struct paint *)a)->kind,
                         ((const struct paint *)b)->kind);
        assert_int_equal(((const struct paint *)a)->colour,
                         ((const struct paint *)b)->colour);
        break;
    case OPTION_COLOUR:
        assert_int_equal(*(const uint32_t *)a, *(const uint32_t *)b);
        break;
    case OPTION_BOOL:
        assert_int_equal(*(const bool *)a, *(const bool *)b);
        break;
    case OPTION_COUNT:
    case OPTION_CHOICE:
        assert_int_equal(*(const int *)a, *(const int *)b);
        break;
    case OPTION_TEXT:
    case OPTION_TEMPLATE:
        check_text(a, b, option->path);
        break;
    case OPTION_TEXTS:
    case OPTION_NAMES:
        assert_int_equal(list_a->len, list_b->len);
        for (size_t i = 0; i < list_a->len; i++)
            check_text(&list_a->ptr[i], &list_b->ptr[i], option->path);
        break;
    case OPTION_MONTHS:
        for (size_t i = 0; i < 12; i++)
            check_text((const struct text *)a + i, (const struct text *)b + i,
                       option->path);
        break;
    case OPTION_ANY:
        break;
    }
}

// What the build made of a file is what reading it gives. font_family, one
// text for a group, is read by design_read() alone; test_families() has it.
static void check_presets(const struct design_file *file,
                          const struct schema *schema, size_t size)
{
    struct fixture f;
    const struct node *map = read_file(&f, file, schema->name);
    char *read = arena_alloc(f.arena, size);
    char *stored = arena_alloc(f.arena, size);
    struct schema_target target = {f.arena, f.diags, read, PT(11)};

    schema_read(schema, map, &target);
    target.target = stored;
    presets_store(file, schema, &target);
    assert_string_equal(fixture_messages(&f), "");
    for (size_t i = 0; i < schema->count; i++) {
        const struct option *option = &schema->options[i];

        if (strncmp(option->path, "typography.font_family", 22) != 0)
            check_value(option, read + option->offset, stored + option->offset);
    }
    fixture_free(&f);
}

static void test_presets(void **state)
{
    (void)state;
    for (size_t i = 0; i < design_theme_count; i++)
        check_presets(&design_themes[i], &design_schema, sizeof(struct design));
    for (size_t i = 0; i < design_locale_count; i++)
        check_presets(&design_locales[i], &locale_schema,
                      sizeof(struct locale));
}

// The word of the first option that takes it.
static void test_preset_auto(void **state)
{
    struct arena *arena = arena_new();
    struct design design = {.page = {.width = PT(1)}};
    struct schema_target target = {arena, diags_new(arena), &design, PT(10)};
    struct preset preset = {0};
    struct design_file file = {
        .presets = &preset, .preset_count = 1, .texts = "auto"};

    (void)state;
    while (design_schema.options[preset.option].type != OPTION_WIDTH)
        preset.option++;
    presets_store(&file, &design_schema, &target);
    assert_int_equal(diags_errors(target.diags), 0);
    assert_int_equal(design.page.width, LENGTH_AUTO);
    arena_free(arena);
}

// Messages about a theme's value are those that its file would have got.
static void test_preset_messages(void **state)
{
    struct fixture f;

    (void)state;
    read_design(&f, "typography: {font_size: {body: 190in}}");
    assert_contains(
        fixture_messages(&f),
        "<theme classic>:100:23: error: design.typography.font_size."
        "section_titles is beyond any page: '1.4em'\n"
        "          section_titles: 1.4em\n");
    fixture_free(&f);
}

static char *read_reference(void)
{
    FILE *file = fopen(VITA_SOURCE_DIR "/docs/profile.md", "rb");
    char *text = calloc(1, 1 << 20);

    assert_non_null(file);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
    fclose(file);
    return text;
}

// The page's example of a mistake lists the themes that there are.
static void test_themes_listed(void **state)
{
    struct arena *arena = arena_new();
    struct buf all = {.arena = arena};
    char *text = read_reference();

    (void)state;
    buf_add_cstr(&all, "There are: ");
    for (size_t i = 0; i < design_theme_count; i++)
        buf_addf(&all, "%s%s", i > 0 ? ", " : "", design_themes[i].name);
    buf_add_char(&all, '\n');
    if (str_find(str_from_cstr(text), buf_str(&all), 0) == SIZE_MAX)
        fail_msg("docs/profile.md lacks '%.*s'", STR_ARG(buf_str(&all)));
    free(text);
    arena_free(arena);
}

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

static void test_locale(void **state)
{
    struct fixture f;
    struct locale l = read_locale(&f, "present: today\n"
                                      "phrases: {degree_with_area: AREA}\n");

    (void)state;
    assert_string_equal(fixture_messages(&f), "");
    assert_str(l.name, "english");
    assert_str(l.tag, "en");
    assert_str(l.present.str, "today");
    assert_str(l.degree_with_area.str, "AREA");
    assert_str(l.last_updated.str, "Last updated in");
    assert_str(l.month_names[0].str, "January");
    assert_str(l.month_abbreviations[8].str, "Sept");
    assert_str(l.double_open, "\u201c");
    fixture_free(&f);
    l = read_locale(&f, "month_names: [a, b, c, d, e, f, g, h, i, j, k, l]");
    assert_str(l.month_names[11].str, "l");
    assert_str(l.month_abbreviations[11].str, "Dec");
    fixture_free(&f);
}

static void test_locale_errors(void **state)
{
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"language: klingon", "t:1:11: error: there is no language 'klingon'\n"
                              "    hint: there are: "},
        {"language: [english]",
         "t:1:11: error: locale.language must be a name, not a list"},
        {"month_names: [a]",
         "error: locale.month_names must have 12 names, it has 1"},
        {"presnt: now", "    hint: did you mean 'present'?"},
        {"english", "error: locale must be a map of options, not a text"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        struct locale l = read_locale(&f, cases[i].text);

        assert_contains(fixture_brief(&f), cases[i].message);
        assert_int_equal(diags_errors(f.diags), 1);
        assert_str(l.name, "english"); // usable all the same
        assert_str(l.present.str, "present");
        fixture_free(&f);
    }
}

static void assert_date(struct date date, int year, int month, int day)
{
    assert_int_equal(date.kind, DATE_DAY);
    assert_int_equal(date.year, year);
    assert_int_equal(date.month, month);
    assert_int_equal(date.day, day);
}

static void test_settings(void **state)
{
    struct fixture f;
    struct settings s = read_settings(&f, "~");

    (void)state;
    assert_date(s.current_date, 2026, 1, 1);
    assert_str(s.pdf_title.str, "NAME - CV");
    assert_int_equal(s.bold_keywords.len, 0);
    fixture_free(&f);
    s = read_settings(
        &f, "current_date: 2024-02-29\nbold_keywords: [C, Python]\n"
            "pdf_title: T\n"
            "render_command: {output_folder: o, pdf_path: p, design: d, "
            "locale: l, typst_path: x, dont_generate_png: true}\n");
    assert_string_equal(fixture_messages(&f), "");
    assert_date(s.current_date, 2024, 2, 29);
    assert_int_equal(s.bold_keywords.len, 2);
    assert_str(s.bold_keywords.ptr[1].str, "Python");
    assert_str(s.pdf_title.str, "T");
    assert_str(s.output_folder.str, "o");
    assert_str(s.pdf_path.str, "p");
    assert_str(s.design.str, "d");
    assert_str(s.locale.str, "l");
    fixture_free(&f);
}

static void test_current_date(void **state)
{
    static const struct {
        const char *text;
        bool good;
    } cases[] = {
        {"current_date: today", true},
        {"current_date:", true},
        {"current_date: 2024-13-01", false},
        {"current_date: 2023-02-29", false},
        {"current_date: 2024", false},
        {"current_date: 2024-05", false},
        {"current_date: present", false},
        {"current_date: [today]", false},
        {"current_date: Monday", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        struct settings s = read_settings(&f, cases[i].text);

        assert_int_equal(diags_errors(f.diags), !cases[i].good);
        assert_date(s.current_date, 2026, 1, 1);
        fixture_free(&f);
    }
}

// Counts through every day from 1600 to 2400 by the calendar's rules.
static void test_date_from_time(void **state)
{
    const int64_t first = -135140; // days from 1600-01-01 to 1970-01-01
    int64_t day_number = first;

    (void)state;
    for (int year = 1600; year <= 2400; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= date_days_in_month(year, month); day++) {
                assert_date(date_from_time(day_number * 86400), year, month,
                            day);
                assert_date(date_from_time(day_number * 86400 + 86399), year,
                            month, day);
                day_number++;
            }
        }
    }
    assert_date(date_from_time(0), 1970, 1, 1);
    assert_date(date_from_time(-1), 1969, 12, 31);
    assert_date(date_from_time(951782400), 2000, 2, 29);
    assert_date(date_from_time(253402300799), 9999, 12, 31);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classic_complete),
        cmocka_unit_test(test_design_page),
        cmocka_unit_test(test_english_complete),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_groups_together),
        cmocka_unit_test(test_presets),
        cmocka_unit_test(test_preset_auto),
        cmocka_unit_test(test_preset_messages),
        cmocka_unit_test(test_themes_listed),
        cmocka_unit_test(test_classic),
        cmocka_unit_test(test_layers),
        cmocka_unit_test(test_themes),
        cmocka_unit_test(test_em),
        cmocka_unit_test(test_bad_body_size),
        cmocka_unit_test(test_families),
        cmocka_unit_test(test_design_errors),
        cmocka_unit_test(test_margins_limit),
        cmocka_unit_test(test_page_sizes),
        cmocka_unit_test(test_locale),
        cmocka_unit_test(test_locale_errors),
        cmocka_unit_test(test_settings),
        cmocka_unit_test(test_current_date),
        cmocka_unit_test(test_date_from_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
