// SPDX-License-Identifier: MIT
// The table of docs/fields.md: which fields of each type of entry the themes'
// templates show. It is made anew from the themes and must be in the page.
#include "compose_fixture.h"

#include "design/embedded.h"

#include <stdio.h>

#define PAGE VITA_SOURCE_DIR "/docs/fields.md"
#define THEMES_MAX 16

static const struct {
    const char *name;
    const char *fields[10];
} types[] = {
    {"one-line", {"label", "details"}},
    {"normal", {"name", "date", "location", "summary", "highlights"}},
    {"experience",
     {"company", "position", "date", "location", "summary", "highlights"}},
    {"employer of several positions",
     {"company", "date", "location", "summary", "highlights"}},
    {"one of several positions",
     {"position", "date", "location", "summary", "highlights"}},
    {"education",
     {"institution", "area", "degree", "date", "location", "summary",
      "highlights"}},
    {"publication",
     {"title", "authors", "journal", "date", "url", "summary", "highlights",
      "status", "note"}},
    {"grant",
     {"grant", "funder", "role", "amount", "date", "location", "summary",
      "highlights"}},
    {"patent",
     {"patent", "authors", "office", "patent_number", "status", "date",
      "location", "summary", "highlights"}},
    {"reference",
     {"reference", "position", "organization", "email", "phone", "relation",
      "date", "summary", "highlights"}},
    {"language", {"language", "fluency"}},
    {"skill", {"skill", "level", "keywords"}},
};

static struct entry_template template_of(const struct design *design,
                                         size_t type)
{
    struct entry_template one = {0};

    switch (type) {
    case 0:
        one.main = design->templates.one_line;
        return one;
    case 1:
        return design->templates.normal;
    case 2:
        return design->templates.experience;
    case 3:
        return design->templates.employer;
    case 4:
        return design->templates.position;
    case 5:
        return design->templates.education;
    case 6:
        return design->templates.publication;
    case 7:
        return design->templates.grant;
    case 8:
        return design->templates.patent;
    case 9:
        return design->templates.reference;
    case 10:
        one.main = design->templates.language;
        return one;
    default:
        one.main = design->templates.skill;
        return one;
    }
}

static bool shows(struct arena *arena, const struct design *design, size_t type,
                  const char *field)
{
    struct entry_template template = template_of(design, type);
    struct str name = str_ascii_upper(arena, str_from_cstr(field));
    bool degree = template_names(template.main.str, STR("DEGREE_WITH_AREA"));

    return template_names(template.main.str, name) ||
           template_names(template.degree.str, name) ||
           template_names(template.date_and_location.str, name) ||
           (degree &&
            (str_eq_cstr(name, "DEGREE") || str_eq_cstr(name, "AREA")));
}

// "`date`: academic, classic"
static void add_cell(struct buf *cell, const char *field, const bool *shown)
{
    bool first = true;

    buf_addf(cell, "%s`%s`: ", cell->len > 0 ? "; " : "", field);
    for (size_t i = 0; i < design_theme_count; i++)
        if (shown[i]) {
            buf_addf(cell, "%s%s", first ? "" : ", ", design_themes[i].name);
            first = false;
        }
}

// "| normal | `name`, `date` | `location`: classic | `status` |"
static struct str row_of(struct arena *arena, const struct design *designs,
                         size_t type)
{
    struct buf all = {.arena = arena};
    struct buf some = {.arena = arena};
    struct buf none = {.arena = arena};

    for (size_t i = 0; i < 10 && types[type].fields[i]; i++) {
        const char *field = types[type].fields[i];
        bool shown[THEMES_MAX];
        size_t count = 0;

        for (size_t k = 0; k < design_theme_count; k++) {
            shown[k] = shows(arena, &designs[k], type, field);
            count += shown[k];
        }
        if (count == design_theme_count)
            buf_addf(&all, "%s`%s`", all.len > 0 ? ", " : "", field);
        else if (count == 0)
            buf_addf(&none, "%s`%s`", none.len > 0 ? ", " : "", field);
        else
            add_cell(&some, field, shown);
    }
    return str_format(arena, "\n| %s | %.*s | %.*s | %.*s |\n",
                      types[type].name, STR_ARG(buf_str(&all)),
                      STR_ARG(buf_str(&some)), STR_ARG(buf_str(&none)));
}

static struct str read_page(struct arena *arena)
{
    struct buf text = {.arena = arena};
    FILE *file = fopen(PAGE, "r");
    int c;

    assert_non_null(file);
    while ((c = fgetc(file)) != EOF)
        buf_add_char(&text, (char)c);
    fclose(file);
    return buf_str(&text);
}

static void test_page(void **state)
{
    struct arena *arena = arena_new();
    struct diags *diags = diags_new(arena);
    struct str page = read_page(arena);
    struct design designs[THEMES_MAX];
    bool good = true;

    (void)state;
    assert_true(design_theme_count <= THEMES_MAX);
    for (size_t i = 0; i < design_theme_count; i++) {
        struct source source = {
            .name = STR("t"),
            .text = str_format(arena, "theme: %s", design_themes[i].name)};

        design_read(arena, yaml_read(arena, &source, diags), diags,
                    &designs[i]);
    }
    for (size_t i = 0; i < COUNT(types); i++) {
        struct str row = row_of(arena, designs, i);

        if (str_find(page, row, 0) != SIZE_MAX)
            continue;
        good = false;
        print_error("%s has not:%.*s", PAGE, STR_ARG(row));
    }
    assert_true(good);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
