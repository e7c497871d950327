// SPDX-License-Identifier: MIT
// The rows of options that the build makes of a theme's file: stored, they
// are what reading the file gives. test_design.c holds the themes there are;
// here are values that none of them has.
#include "profile_fixture.h"

#include "design/design.h"
#include "design/embedded.h"
#include "design/options.h"
#include "embed/presets.h"

#define MAX_PRESETS 64

// What src/embed wrote, read as C would: a row in braces a line.
static size_t parse_rows(struct str rows, struct preset *presets)
{
    size_t count = 0;

    while (rows.ptr) {
        struct arena *arena = arena_new();
        const char *line = str_to_cstr(arena, str_split(&rows, '\n'));
        struct preset *preset = &presets[count];
        unsigned fields[7];
        long long number;

        if (sscanf(line, " {%u, %u, %u, %u, %u, %u, %u, %lld},", &fields[0],
                   &fields[1], &fields[2], &fields[3], &fields[4], &fields[5],
                   &fields[6], &number) == 8) {
            assert_true(++count <= MAX_PRESETS);
            *preset = (struct preset){
                .option = (uint16_t)fields[0],
                .line = (uint16_t)fields[1],
                .column = (uint16_t)fields[2],
                .size = (uint16_t)fields[3],
                .text = fields[4],
                .length = fields[5],
                .unit = (uint16_t)fields[6],
                .number = number,
            };
        }
        arena_free(arena);
    }
    return count;
}

// Reads the options as the build does, over what design has.
static void store(struct fixture *f, const char *text, struct design *design)
{
    struct preset presets[MAX_PRESETS];
    struct presets made;
    struct design_file file = {.presets = presets};

    fixture_read(f, text);
    made = (struct presets){.rows = {.arena = f->arena},
                            .texts = {.arena = f->arena}};
    presets_read(&made, &design_schema, f->root, f->diags);
    file.source = f->source;
    file.preset_count = parse_rows(buf_str(&made.rows), presets);
    file.texts = str_to_cstr(f->arena, buf_str(&made.texts));
    assert_int_equal(file.preset_count, made.count);
    presets_store(&file, &design_schema,
                  &(struct schema_target){f->arena, f->diags, design, PT(10)});
}

// "[location, email], [phone]"
static const char *rows_text(struct fixture *f, const struct name_rows *rows)
{
    struct buf out = {.arena = f->arena};

    for (size_t i = 0; i < rows->len; i++) {
        buf_add_cstr(&out, i > 0 ? ", [" : "[");
        for (size_t k = 0; k < rows->ptr[i].len; k++)
            buf_addf(&out, "%s%.*s", k > 0 ? ", " : "",
                     STR_ARG(rows->ptr[i].ptr[k].str));
        buf_add_char(&out, ']');
    }
    buf_addf(&out, ";");
    return str_to_cstr(f->arena, buf_str(&out));
}

static const char *icons_text(struct fixture *f,
                              const struct section_icon_list *icons)
{
    struct buf out = {.arena = f->arena};

    for (size_t i = 0; i < icons->len; i++)
        buf_addf(&out, "%.*s: %.*s, ", STR_ARG(icons->ptr[i].section),
                 STR_ARG(icons->ptr[i].icon.str));
    buf_addf(&out, ";");
    return str_to_cstr(f->arena, buf_str(&out));
}

static void test_rows(void **state)
{
    struct design design = {0};
    struct fixture f;

    (void)state;
    store(&f,
          "header:\n  rows: [[location, email], [LinkedIn, GitHub, X]]\n"
          "  photo_width: 2cm\n",
          &design);
    assert_string_equal(fixture_messages(&f), "");
    assert_string_equal(rows_text(&f, &design.header.rows),
                        "[location, email], [LinkedIn, GitHub, X];");
    assert_int_equal(design.header.rows.ptr[1].ptr[2].pos.line, 2);
    assert_int_equal(design.header.rows.ptr[1].ptr[2].pos.column, 48);
    // What follows the rows is found.
    assert_int_equal(design.header.photo_width,
                     length_to_sp((struct length){2000000, LENGTH_CM}, 0));
    fixture_free(&f);
}

static void test_icons(void **state)
{
    struct design design = {0};
    struct fixture f;

    (void)state;
    store(&f,
          "section_titles:\n"
          "  icons: {experience: briefcase, Selected Honours: trophy, a: ~}\n"
          "  capitals: true\n",
          &design);
    assert_string_equal(fixture_messages(&f), "");
    assert_string_equal(
        icons_text(&f, &design.section_titles.icons),
        "experience: briefcase, Selected Honours: trophy, a: , ;");
    assert_true(design.section_titles.capitals);
    fixture_free(&f);
}

// Each layer's rows stand for those below; icons add up, and null takes one
// away.
static void test_layers(void **state)
{
    struct design design = {0};
    struct design below;
    struct fixture theme;
    struct fixture f;

    (void)state;
    store(&theme,
          "header: {rows: [[location], [email]]}\n"
          "section_titles: {icons: {experience: briefcase, skills: gear}}\n",
          &design);
    below = design;
    fixture_read(&f, "header: {rows: [[phone], email]}\n"
                     "section_titles: {icons: {Skills: ~, talks: microphone, "
                     "EXPERIENCE: star}}\n");
    schema_read(&design_schema, f.root,
                &(struct schema_target){f.arena, f.diags, &design, PT(10)});
    assert_string_equal(fixture_messages(&f), "");
    assert_string_equal(rows_text(&f, &design.header.rows),
                        "[phone], [email];");
    assert_string_equal(icons_text(&f, &design.section_titles.icons),
                        "EXPERIENCE: star, Skills: , talks: microphone, ;");
    assert_string_equal(icons_text(&f, &below.section_titles.icons),
                        "experience: briefcase, skills: gear, ;");
    fixture_free(&f);
    fixture_free(&theme);
}

static void test_mistakes(void **state)
{
    static const char *const texts[] = {
        "header: {rows: location}",
        "header: {rows: [location]}",
        "section_titles: {icons: briefcase}",
        "sections: {show_time_spans_in: experience}",
        "page: {size: a3}",
        "pages: 2",
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct fixture f;
        struct presets made;

        fixture_read(&f, texts[i]);
        made = (struct presets){.rows = {.arena = f.arena},
                                .texts = {.arena = f.arena}};
        presets_read(&made, &design_schema, f.root, f.diags);
        if (diags_errors(f.diags) != 1)
            fail_msg("%s: %zu errors", texts[i], diags_errors(f.diags));
        fixture_free(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_icons),
        cmocka_unit_test(test_layers),
        cmocka_unit_test(test_mistakes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
