// SPDX-License-Identifier: MIT
// docs/locales.md has what the languages have: names, gaps, options.
#include "locale_fixture.h"

#include "base/utf8.h"
#include "design/embedded.h"
#include "design/options.h"

#include <stdlib.h>

static char *read_page(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = calloc(1, 1 << 20);

    assert_non_null(file);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
    fclose(file);
    return text;
}

static struct str table_row(struct compose_fixture *c,
                            const struct design_file *file)
{
    struct buf row = {.arena = c->f.arena};
    const struct locale *l = &c->locale;

    buf_addf(&row, "| `%s` | %.*s | %.*s | %.*s | %.*sA%.*s %.*sB%.*s |",
             file->name, STR_ARG(file->own_name), STR_ARG(l->tag),
             STR_ARG(file->hyphen_package), STR_ARG(l->double_open),
             STR_ARG(l->double_close), STR_ARG(l->single_open),
             STR_ARG(l->single_close));
    buf_addf(&row, " %.*s |", STR_ARG(date_shown(c, "2024-03-17")));
    buf_addf(&row, " %.*s |", STR_ARG(span_shown(c, 22 * 12 + 2)));
    buf_addf(&row, " %.*s |\n",
             STR_ARG(locale_title(c->f.arena, l, STR("Work Experience"))));
    return buf_str(&row);
}

// docs/locales.md has a row for each language.
static void test_documented(void **state)
{
    char *text = read_page(VITA_SOURCE_DIR "/docs/locales.md");

    (void)state;
    for (size_t i = 0; i < design_locale_count; i++) {
        struct compose_fixture c;
        struct str row;

        read_language(&c, design_locales[i].name,
                      ", date_style: native, translate_titles: true",
                      "templates: {single_date: DAY MONTH_ABBREVIATION YEAR}");
        row = table_row(&c, &design_locales[i]);
        if (str_find(str_from_cstr(text), row, 0) == SIZE_MAX)
            fail_msg("docs/locales.md lacks the row\n%.*s", STR_ARG(row));
        compose_free(&c);
    }
    free(text);
}

// The titles that a language lacks, but service, as the row tells.
static struct str gaps_row(struct compose_fixture *c,
                           const struct design_file *file)
{
    struct buf row = {.arena = c->f.arena};
    size_t start;

    buf_addf(&row, "| `%s` | ", file->name);
    start = row.len;
    for (size_t i = 0; i < locale_schema.count; i++) {
        const struct option *option = &locale_schema.options[i];
        const void *value = (const char *)&c->locale + option->offset;

        if (strncmp(option->path, "titles.", 7) == 0 &&
            strcmp(option->path, "titles.service") != 0 &&
            ((const struct text *)value)->str.len == 0)
            buf_addf(&row, "%s`%s`", row.len > start ? ", " : "",
                     option->path + 7);
    }
    if (row.len == start)
        return (struct str){"", 0};
    buf_add_cstr(&row, " |\n");
    return buf_str(&row);
}

static void test_gaps_documented(void **state)
{
    char *text = read_page(VITA_SOURCE_DIR "/docs/locales.md");
    const char *from = strstr(text, "| `language` | without |");
    size_t rows = 0;

    (void)state;
    assert_non_null(from);
    for (size_t i = 0; i < design_locale_count; i++) {
        struct compose_fixture c;
        struct str row;

        read_language(&c, design_locales[i].name, "", "");
        row = gaps_row(&c, &design_locales[i]);
        if (strcmp(design_locales[i].name, "english") == 0)
            row.len = 0;
        rows += row.len > 0;
        if (str_find(str_from_cstr(from), row, 0) == SIZE_MAX)
            fail_msg("docs/locales.md lacks the row\n%.*s", STR_ARG(row));
        compose_free(&c);
    }
    for (const char *at = from; (at = strstr(at, "\n| `")); at++)
        rows--;
    assert_int_equal(rows, 0);
    free(text);
}

// Each option has its name in one of the two pages.
static void test_options_documented(void **state)
{
    char *pages[] = {read_page(VITA_SOURCE_DIR "/docs/locales.md"),
                     read_page(VITA_SOURCE_DIR "/docs/profile.md")};

    (void)state;
    for (size_t i = 0; i < locale_schema.count; i++) {
        const char *path = locale_schema.options[i].path;
        char name[64];

        snprintf(name, sizeof name, "`%s`",
                 strncmp(path, "titles.", 7) == 0 ? path + 7 : path);
        if (!strstr(pages[0], name) && !strstr(pages[1], name))
            fail_msg("no page has %s", name);
    }
    free(pages[0]);
    free(pages[1]);
}

// A line for each language; whether patterns are installed differs.
static void test_list(void **state)
{
    struct arena *arena = arena_new();
    struct str list = locale_list(arena);
    size_t lines = 0;

    (void)state;
    for (size_t i = 0; i < list.len; i++)
        lines += list.ptr[i] == '\n';
    assert_int_equal(lines, design_locale_count + 1);
    assert_true(str_find(list,
                         STR("\nfinnish            fi   none         -"
                             "              suomi\n"),
                         0) != SIZE_MAX);
    assert_true(str_find(list, STR("  -              English\n"), 0) !=
                SIZE_MAX);
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_documented),
        cmocka_unit_test(test_gaps_documented),
        cmocka_unit_test(test_options_documented),
        cmocka_unit_test(test_list),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
