// SPDX-License-Identifier: MIT
// Dates, ranges and spans of time in words; telephone numbers as shown.
#include "compose_fixture.h"

#include "compose/dates.h"
#include "compose/phone.h"

static struct date date_of(struct arena *arena, const char *text)
{
    struct date date = {.kind = DATE_NONE};

    if (text[0] && date_parse(str_from_cstr(text), &date) != DATE_OK) {
        date.kind = DATE_TEXT;
        date.text = str_copy(arena, str_from_cstr(text));
    }
    return date;
}

static void read_template(struct compose_fixture *c, const char *name,
                          const char *template)
{
    char text[256];

    snprintf(text, sizeof text,
             "cv: {name: J}\ndesign: {templates: {%s: \"%s\"}}\n", name,
             template);
    compose_read(c, text);
}

static void test_single(void **state)
{
    static const struct {
        const char *template, *date, *shown;
    } cases[] = {
        {"MONTH_ABBREVIATION YEAR", "2021-05-17", "May 2021"},
        {"MONTH_ABBREVIATION YEAR", "2021-09", "Sept 2021"},
        {"MONTH_ABBREVIATION YEAR", "2021", "2021"},
        {"MONTH_ABBREVIATION YEAR", "present", "present"},
        {"MONTH_ABBREVIATION YEAR", "Fall 2023", "Fall 2023"},
        {"MONTH_ABBREVIATION YEAR", "", ""},
        {"MONTH_NAME YEAR", "2021-12", "December 2021"},
        {"DAY MONTH_NAME YEAR", "2021-05-07", "7 May 2021"},
        {"DAY MONTH_NAME YEAR", "2021-05", "May 2021"},
        {"DAY. MONTH_NAME YEAR", "2021-05", "May 2021"},
        {"MONTH_NAME DAY, YEAR", "2021-05-07", "May 7, 2021"},
        {"MONTH_NAME DAY, YEAR", "2021-05", "May 2021"},
        {"MONTH_NAME DAY, YEAR", "2021", "2021"},
        {"DAY/MONTH/YEAR", "2021-05-07", "7/5/2021"},
        {"DAY/MONTH/YEAR", "2021-05", "5/2021"},
        {"MONTH/DAY/YEAR", "2021-05", "5/2021"},
        {"YEAR-MONTH_IN_TWO_DIGITS-DAY_IN_TWO_DIGITS", "2021-05-07",
         "2021-05-07"},
        {"YEAR-MONTH_IN_TWO_DIGITS-DAY_IN_TWO_DIGITS", "2021-05", "2021-05"},
        {"MONTH_IN_TWO_DIGITS/YEAR_IN_TWO_DIGITS", "2005-05", "05/05"},
        {"YEAR: MONTHS YEARLY", "2021-05", "2021: MONTHS YEARLY"},
        {"YEAR", "0999-01-01", "999"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        struct date date;
        struct str shown;

        read_template(&c, "single_date", cases[i].template);
        date = date_of(c.f.arena, cases[i].date);
        shown = date_format(&c.context, &date);
        if (!str_eq_cstr(shown, cases[i].shown))
            fail_msg("%s as %s: \"%.*s\" is not \"%s\"", cases[i].date,
                     cases[i].template, STR_ARG(shown), cases[i].shown);
        compose_free(&c);
    }
}

static void test_months(void **state)
{
    static const char *const names[] = {"Jan",  "Feb",  "Mar",  "Apr",
                                        "May",  "June", "July", "Aug",
                                        "Sept", "Oct",  "Nov",  "Dec"};
    struct compose_fixture c;

    (void)state;
    read_template(&c, "single_date", "MONTH_ABBREVIATION");
    for (int month = 1; month <= 12; month++) {
        struct date date = {.kind = DATE_MONTH, .year = 2000, .month = month};

        assert_str(date_format(&c.context, &date), names[month - 1]);
    }
    compose_free(&c);
}

static void test_ranges(void **state)
{
    static const struct {
        const char *template, *start, *end, *shown;
    } cases[] = {
        {"START_DATE \u2013 END_DATE", "2018-09", "2023-05",
         "Sept 2018 \u2013 May 2023"},
        {"START_DATE \u2013 END_DATE", "2018", "2023", "2018 \u2013 2023"},
        {"START_DATE \u2013 END_DATE", "2018-09", "2023",
         "Sept 2018 \u2013 2023"},
        {"START_DATE \u2013 END_DATE", "2018-09", "present",
         "Sept 2018 \u2013 present"},
        {"START_DATE\u2013END_DATE", "2018", "2023", "2018\u20132023"},
        {"until END_DATE", "2018", "2023", "until 2023"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        struct date start;
        struct date end;

        read_template(&c, "date_range", cases[i].template);
        start = date_of(c.f.arena, cases[i].start);
        end = date_of(c.f.arena, cases[i].end);
        assert_str(date_range_format(&c.context, &start, &end), cases[i].shown);
        compose_free(&c);
    }
}

// Whole months, the first and the last included; today is January 2026.
static void test_spans(void **state)
{
    static const struct {
        const char *start, *end, *shown;
    } cases[] = {
        {"2021-05", "2021-08", "4 months"},
        {"2021-05", "2021-05", "1 month"},
        {"2021-05-31", "2021-06-01", "2 months"},
        {"2020-09", "2021-08", "1 year"},
        {"2020-09", "2021-09", "1 year 1 month"},
        {"2020-01", "2022-12", "3 years"},
        {"2018-09", "2023-05", "4 years 9 months"},
        {"2018", "2023", "5 years"},
        {"2018", "2019", "1 year"},
        {"2018", "2018", ""},
        {"2018-09", "2019", "1 year"},
        {"2018", "2019-06", "1 year"},
        {"2025-12", "present", "2 months"},
        {"2026-01", "present", "1 month"},
        {"2025", "present", "1 year"},
        {"2026", "present", ""},
        {"2026-05", "present", ""}, // not begun
        {"Fall 2020", "2021", ""},
        {"2020", "Fall 2021", ""},
    };
    struct compose_fixture c;

    (void)state;
    compose_read(&c, "cv: {name: J}");
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct date start = date_of(c.f.arena, cases[i].start);
        struct date end = date_of(c.f.arena, cases[i].end);
        struct str shown = time_span_format(&c.context, &start, &end);

        if (!str_eq_cstr(shown, cases[i].shown))
            fail_msg("%s to %s: \"%.*s\" is not \"%s\"", cases[i].start,
                     cases[i].end, STR_ARG(shown), cases[i].shown);
    }
    compose_free(&c);
}

// What is shown of a span, with other words and another template.
static void test_span_template(void **state)
{
    struct compose_fixture c;
    struct date start = {.kind = DATE_MONTH, .year = 2020, .month = 1};
    struct date end = {.kind = DATE_MONTH, .year = 2021, .month = 2};

    (void)state;
    compose_read(&c, "cv: {name: J}\n"
                     "locale: {year: yr, months: mos}\n"
                     "design: {templates: {time_span: \"(HOW_MANY_YEARS "
                     "YEARS, HOW_MANY_MONTHS MONTHS)\"}}\n");
    assert_str(time_span_format(&c.context, &start, &end), "(1 yr, 2 mos)");
    compose_free(&c);
}

static void test_phones(void **state)
{
    static const struct {
        const char *number, *national, *international, *e164;
    } cases[] = {
        // docs/profile.md
        {"+44 20 7946 0958", "020 7946 0958", "+44 20 7946 0958",
         "+442079460958"},
        {"+1-609-999-9995", "(609) 999-9995", "+1 609 999 9995",
         "+16099999995"},
        {"+48 22 000 00 00", "22 000 00 00", "+48 22 000 00 00",
         "+48220000000"},
        // Writers' habits.
        {"+44 (0)20 7946 0958", "020 7946 0958", "+44 20 7946 0958",
         "+442079460958"},
        {"+44(0)20 7946 0958", "020 7946 0958", "+44 20 7946 0958",
         "+442079460958"},
        {"+442079460958", "02079460958", "+44 2079460958", "+442079460958"},
        {" +1 (609) 999.9995 ", "(609) 999-9995", "+1 609 999 9995",
         "+16099999995"},
        {"+16099999995", "(609) 999-9995", "+1 6099999995", "+16099999995"},
        {"+1 609 999", "609 999", "+1 609 999", "+1609999"},
        {"+1 609 999 9995 ext. 12", "(609) 999-9995 ext. 12",
         "+1 609 999 9995 ext. 12", "+16099999995 ext. 12"},
        // One, two and three digits of country code, with and without 0.
        {"+7 495 123-45-67", "495 123 45 67", "+7 495 123 45 67",
         "+74951234567"},
        {"+33 1 23 45 67 89", "01 23 45 67 89", "+33 1 23 45 67 89",
         "+33123456789"},
        {"+49 30 901820", "030 901820", "+49 30 901820", "+4930901820"},
        {"+39 06 6982", "06 6982", "+39 06 6982", "+39066982"},
        {"+34 912 345 678", "912 345 678", "+34 912 345 678", "+34912345678"},
        {"+353 1 234 5678", "01 234 5678", "+353 1 234 5678", "+35312345678"},
        {"+358 9 1234567", "09 1234567", "+358 9 1234567", "+35891234567"},
        {"+420 224 372 111", "224 372 111", "+420 224 372 111",
         "+420224372111"},
        {"+81 3-1234-5678", "03 1234 5678", "+81 3 1234 5678", "+81312345678"},
        // Without country code.
        {"609-999-9995", "609-999-9995", "609-999-9995", "609-999-9995"},
        {" 020 7946 ", "020 7946", "020 7946", "020 7946"},
        {"", "", "", ""},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *const expected[] = {cases[i].national,
                                        cases[i].international, cases[i].e164};

        for (int format = PHONE_NATIONAL; format <= PHONE_E164; format++)
            assert_str(phone_format(arena, str_from_cstr(cases[i].number),
                                    (enum phone_format)format),
                       expected[format]);
    }
    arena_free(arena);
}

// Nothing that begins with a plus breaks it.
static void test_odd_phones(void **state)
{
    static const char *const cases[] = {"+",   "+1",   "+ext",  "+()", "+(0)",
                                        "+44", "+999", "++1 2", "+1(0"};
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        for (int format = PHONE_NATIONAL; format <= PHONE_E164; format++)
            assert_true(phone_format(arena, str_from_cstr(cases[i]),
                                     (enum phone_format)format)
                            .len < 10);
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_single),        cmocka_unit_test(test_months),
        cmocka_unit_test(test_ranges),        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_span_template), cmocka_unit_test(test_phones),
        cmocka_unit_test(test_odd_phones),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
