// SPDX-License-Identifier: MIT
// What stands beside the design: locale and settings, with the current date.
#include "design_fixture.h"

#include "design/locale.h"
#include "design/settings.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// 2026-01-01, 00:00 UTC.
#define NOW 1767225600

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
        cmocka_unit_test(test_locale),
        cmocka_unit_test(test_locale_errors),
        cmocka_unit_test(test_settings),
        cmocka_unit_test(test_current_date),
        cmocka_unit_test(test_date_from_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
