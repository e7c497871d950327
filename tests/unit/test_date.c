// SPDX-License-Identifier: MIT
// Dates: what is one, and which is earlier.
#include "profile/date.h"
#include "profile/date_guess.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_guess(void **state)
{
    static const struct {
        const char *text, *numeric, *iso;
    } cases[] = {
        {"2020-5", "2020-05", "2020-05"},
        {"2021/05", "2021-05", "2021-05"},
        {"2020-05-1", "2020-05-01", "2020-05-01"},
        {"2020/5/17", "2020-05-17", "2020-05-17"},
        {"05/2020", "2020-05", "2020-05"},
        {"2020.05", "2020-05", "2020-05"},
        {"5.2020", "2020-05", "2020-05"},
        {"2020/13", "", ""},
        {"2010/11", "", ""}, // a winter term
        {"1999/00", "", ""},
        {"2010-11", "2010-11", "2010-11"},
        {"2019-20", "", ""},
        {"2019-2020", "", ""},
        {"1936--37", "", ""},
        {"5/6/2020", "", ""}, // May or June
        {"12.5.2020", "", "2020-05-12"},
        {"31.2.2020", "", ""},
        {"May 2020", "", "2020-05"},
        {"Sept. 2020", "", "2020-09"},
        {"2020 december", "", "2020-12"},
        {"12 May 2020", "", "2020-05-12"},
        {"May 12, 2020", "", "2020-05-12"},
        {"May", "", ""},
        {"Ma 2020", "", ""},
        {"Fall 2020", "", ""},
        {"May 2020 2021", "", ""},
        {"May-June 2020", "", ""},
        {"20205", "", ""},
        {"", "", ""},
        {"-", "", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct str text = str_from_cstr(cases[i].text);

        assert_string_equal(str_to_cstr(arena, date_guess_numeric(arena, text)),
                            cases[i].numeric);
        assert_string_equal(str_to_cstr(arena, date_guess(arena, text)),
                            cases[i].iso);
        arena_free(arena);
    }
}

static void test_means_present(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    assert_true(date_means_present(arena, STR("Now")));
    assert_true(date_means_present(arena, STR("current")));
    assert_true(date_means_present(arena, STR("TODAY")));
    assert_false(date_means_present(arena, STR("nowhere")));
    assert_false(date_means_present(arena, STR("")));
    arena_free(arena);
}

static void test_parse(void **state)
{
    static const struct {
        const char *text;
        enum date_error error;
        enum date_kind kind;
        int year, month, day;
    } cases[] = {
        {"2021", DATE_OK, DATE_YEAR, 2021, 0, 0},
        {"0001", DATE_OK, DATE_YEAR, 1, 0, 0},
        {"9999-12-31", DATE_OK, DATE_DAY, 9999, 12, 31},
        {"2021-05", DATE_OK, DATE_MONTH, 2021, 5, 0},
        {" 2021-05 ", DATE_OK, DATE_MONTH, 2021, 5, 0},
        {"2021-05-17", DATE_OK, DATE_DAY, 2021, 5, 17},
        {"2020-02-29", DATE_OK, DATE_DAY, 2020, 2, 29},
        {"2000-02-29", DATE_OK, DATE_DAY, 2000, 2, 29},
        {"present", DATE_OK, DATE_PRESENT, 0, 0, 0},
        {"Present", DATE_OK, DATE_PRESENT, 0, 0, 0},
        {"0000", DATE_BAD_YEAR, DATE_TEXT, 0, 0, 0},
        {"2021-13", DATE_BAD_MONTH, DATE_TEXT, 2021, 13, 0},
        {"2021-00-01", DATE_BAD_MONTH, DATE_TEXT, 2021, 0, 1},
        {"2021-02-29", DATE_BAD_DAY, DATE_TEXT, 2021, 2, 29},
        {"1900-02-29", DATE_BAD_DAY, DATE_TEXT, 1900, 2, 29},
        {"2021-04-31", DATE_BAD_DAY, DATE_TEXT, 2021, 4, 31},
        {"2021-04-00", DATE_BAD_DAY, DATE_TEXT, 2021, 4, 0},
        {"Fall 2023", DATE_NO_DATE, DATE_TEXT, 0, 0, 0},
        {"2021-5", DATE_NO_DATE, DATE_TEXT, 0, 0, 0},
        {"2021-05-1", DATE_NO_DATE, DATE_TEXT, 0, 0, 0},
        {"2021-05-011", DATE_NO_DATE, DATE_TEXT, 0, 0, 0},
        {"2021/05", DATE_NO_DATE, DATE_TEXT, 0, 0, 0},
        {"20215", DATE_NO_DATE, DATE_TEXT, 0, 0, 0},
        {"2021-05x", DATE_NO_DATE, DATE_TEXT, 0, 0, 0},
        {"-2021", DATE_NO_DATE, DATE_TEXT, 0, 0, 0},
        {"", DATE_NO_DATE, DATE_NONE, 0, 0, 0},
        {"  ", DATE_NO_DATE, DATE_NONE, 0, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct date date;
        struct str text = str_from_cstr(cases[i].text);

        assert_int_equal(date_parse(text, &date), cases[i].error);
        assert_int_equal(date.kind, cases[i].kind);
        assert_true(str_eq(date.text, str_trim(text)));
        if (cases[i].error == DATE_NO_DATE)
            continue;
        assert_int_equal(date.year, cases[i].year);
        assert_int_equal(date.month, cases[i].month);
        assert_int_equal(date.day, cases[i].day);
    }
}

static void test_guess_range(void **state)
{
    static const struct {
        const char *text;
        const char *start; // NULL: it is no range
        const char *end;
    } cases[] = {
        {"2021-2022", "2021", "2022"},
        {"2021-22", "2021", "2022"},
        {"1999-00", NULL, NULL},
        {"2021-05", NULL, NULL},
        {"2019 - 2021", "2019", "2021"},
        {"2019-present", "2019", "present"},
        {"05/2019 - now", "2019-05", "present"},
        {"May 2019 - 3 June 2021", "2019-05", "2021-06-03"},
        {"2019-05 - 2021-06", "2019-05", "2021-06"},
        {"now - 2021", NULL, NULL},
        {"2019 - ", NULL, NULL},
        {" - ", NULL, NULL},
        {"2019-", NULL, NULL},
        {"2019--21", NULL, NULL},
        {"2019\u20132021", NULL, NULL},
        {"Summer 2019 - a long time", NULL, NULL},
        {"", NULL, NULL},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct date_range range;
        bool found =
            date_guess_range(arena, str_from_cstr(cases[i].text), &range);

        if (found != (cases[i].start != NULL))
            fail_msg("%s", cases[i].text);
        if (!found)
            continue;
        assert_true(str_eq_cstr(range.start, cases[i].start));
        assert_true(str_eq_cstr(range.end, cases[i].end));
    }
    arena_free(arena);
}

static void test_compare(void **state)
{
    static const struct {
        const char *a, *b;
        int order;
    } cases[] = {
        {"2021", "2021", 0},
        {"2020", "2021", -1},
        {"2021", "2021-05", 0},
        {"2021", "2021-05-17", 0},
        {"2020", "2021-05-17", -1},
        {"2021-05", "2021-05-17", 0},
        {"2021-06", "2021-05-17", 1},
        {"2021-05", "2021-06", -1},
        {"2021-05-16", "2021-05-17", -1},
        {"2021-05-17", "2021-05-17", 0},
        {"2020-12-31", "2021-01-01", -1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct date a;
        struct date b;

        assert_int_equal(date_parse(str_from_cstr(cases[i].a), &a), DATE_OK);
        assert_int_equal(date_parse(str_from_cstr(cases[i].b), &b), DATE_OK);
        assert_int_equal(date_compare(&a, &b), cases[i].order);
        assert_int_equal(date_compare(&b, &a), -cases[i].order);
    }
}

static void test_days_in_month(void **state)
{
    int days = 0;

    (void)state;
    for (int month = 1; month <= 12; month++)
        days += date_days_in_month(2023, month);
    assert_int_equal(days, 365);
    assert_int_equal(date_days_in_month(2024, 2), 29);
    assert_int_equal(date_days_in_month(1900, 2), 28);
    assert_int_equal(date_days_in_month(2000, 2), 29);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parse),
        cmocka_unit_test(test_guess),
        cmocka_unit_test(test_means_present),
        cmocka_unit_test(test_compare),
        cmocka_unit_test(test_days_in_month),
        cmocka_unit_test(test_guess_range),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
