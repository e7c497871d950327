// SPDX-License-Identifier: MIT
// Dates of entries: which they can have, and which make no sense.
#include "profile_fixture.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_several_times(void **state)
{
    const struct entry *entry;
    struct fixture f;

    (void)state;
    read_valid(&f, "cv: {sections: {s: [{company: a, positions: [{position: b, "
                   "dates: [2020, {start_date: 2021-05}, Fall]}], highlights: "
                   "[{text: c, date: 2019, highlights: [d]}]}]}}");
    entry = &f.profile.cv.sections.ptr[0].entries.ptr[0];
    assert_int_equal(entry->entries.len, 1);
    assert_int_equal(entry->entries.ptr[0].kind, ENTRY_POSITION);
    assert_int_equal(entry->entries.ptr[0].periods.len, 3);
    assert_int_equal(entry->entries.ptr[0].periods.ptr[1].end.kind,
                     DATE_PRESENT);
    assert_int_equal(entry->entries.ptr[0].periods.ptr[2].date.kind, DATE_TEXT);
    assert_int_equal(entry->highlights.ptr[0].periods.len, 1);
    assert_int_equal(entry->highlights.ptr[0].children.len, 1);
    fixture_free(&f);
}

static void test_date_rules(void **state)
{
    static const struct {
        const char *fields;
        enum date_kind start, end, date;
    } cases[] = {
        {"", DATE_NONE, DATE_NONE, DATE_NONE},
        {"start_date: 2020, end_date: 2021", DATE_YEAR, DATE_YEAR, DATE_NONE},
        {"start_date: '2020-05', end_date: present", DATE_MONTH, DATE_PRESENT,
         DATE_NONE},
        {"start_date: 2020-05-17", DATE_DAY, DATE_PRESENT, DATE_NONE},
        {"end_date: 2021", DATE_NONE, DATE_NONE, DATE_YEAR},
        {"date: '2021'", DATE_NONE, DATE_NONE, DATE_YEAR},
        {"date: Fall 2021, start_date: , end_date: ", DATE_NONE, DATE_NONE,
         DATE_TEXT},
        {"start_date: 2020, end_date: 2020-01", DATE_YEAR, DATE_MONTH,
         DATE_NONE},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct str text = str_format(
            arena, "cv: {sections: {s: [{name: x, %s}]}}", cases[i].fields);
        struct period period = {0};
        struct fixture f;
        const struct entry *entry;

        read_valid(&f, text.ptr);
        entry = &f.profile.cv.sections.ptr[0].entries.ptr[0];
        assert_true(entry->periods.len <= 1);
        if (entry->periods.len == 1)
            period = entry->periods.ptr[0];
        assert_int_equal(period.start.kind, cases[i].start);
        assert_int_equal(period.end.kind, cases[i].end);
        assert_int_equal(period.date.kind, cases[i].date);
        assert_int_equal(entry->fields.len, 1);
        fixture_free(&f);
        arena_free(arena);
    }
}

static void test_date_errors(void **state)
{
    static const struct message_case cases[] = {
        {"start_date: 05/2020\n",
         "t:5:19: error: start_date is YYYY-MM-DD, YYYY-MM or YYYY, not "
         "'05/2020'\n"
         "    hint: write 2020-05\n"},
        {"end_date: 2020.5.7\n",
         "t:5:17: error: end_date is YYYY-MM-DD, YYYY-MM or YYYY or present, "
         "not '2020.5.7'\n"
         "    hint: write 2020-05-07\n"},
        {"start_date: Fall 2020\n",
         "t:5:19: error: start_date is YYYY-MM-DD, YYYY-MM or YYYY, not 'Fall "
         "2020'\n"
         "    hint: a text such as \"Fall 2023\" goes into the field date\n"},
        {"start_date: present\n",
         "t:5:19: error: start_date is YYYY-MM-DD, YYYY-MM or YYYY, not "
         "'present'\n"
         "    hint: only end_date can be present; a start has a year\n"},
        {"date: 2025-13-01\n",
         "t:5:13: error: '2025-13-01' is no date: there is no month 13\n"},
        {"date: 2023-02-29\n",
         "t:5:13: error: '2023-02-29' is no date: February 2023 has 28 "
         "days\n"},
        {"date: '0000'\n",
         "t:5:13: error: '0000' is no date: there is no year 0\n"},
        {"start_date: 2025-01\n      end_date: 2020-01-01\n",
         "t:6:17: error: the end_date 2020-01-01 is before the start_date "
         "2025-01\n"},
        {"start_date: 2020\n      end_date: 2021\n      date: 2022\n",
         "t:5:19: warning: start_date and end_date are ignored: the entry "
         "has a date\n"
         "    hint: remove either of them\n"},
        {"start_date: 2020\n      date: 2022\n",
         "t:5:19: warning: start_date is ignored: the entry has a date\n"
         "    hint: remove either of them\n"},
        {"end_date: 2020\n      date: 2022\n",
         "t:5:17: warning: end_date is ignored: the entry has a date\n"
         "    hint: remove either of them\n"},
        {"date: [2020]\n", "t:5:13: error: date is one date, not a list\n"
                           "    hint: several times go below dates\n"},
    };

    (void)state;
    check_messages(cases, COUNT(cases),
                   "cv:\n  sections:\n    s:\n    - name: x\n      ");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_several_times),
        cmocka_unit_test(test_date_rules),
        cmocka_unit_test(test_date_errors),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
