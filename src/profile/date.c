// SPDX-License-Identifier: MIT
// Parsing and ordering of dates.
#include "profile/date.h"

int date_days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return month == 2 && leap ? 29 : days[month - 1];
}

// Reads exactly count digits at s[at].
static bool parse_digits(struct str s, size_t at, size_t count, int *value)
{
    *value = 0;
    if (at + count > s.len)
        return false;
    for (size_t i = at; i < at + count; i++) {
        if (!ascii_is_digit(s.ptr[i]))
            return false;
        *value = *value * 10 + (s.ptr[i] - '0');
    }
    return true;
}

// Reads "-" and two digits at s[at].
static bool parse_part(struct str s, size_t at, int *value)
{
    return at < s.len && s.ptr[at] == '-' && parse_digits(s, at + 1, 2, value);
}

static enum date_error check(struct date *date, enum date_kind kind)
{
    if (date->year == 0)
        return DATE_BAD_YEAR;
    if (kind >= DATE_MONTH && (date->month < 1 || date->month > 12))
        return DATE_BAD_MONTH;
    if (kind == DATE_DAY &&
        (date->day < 1 ||
         date->day > date_days_in_month(date->year, date->month)))
        return DATE_BAD_DAY;
    date->kind = kind;
    return DATE_OK;
}

// Both ways that people write it.
static bool is_present(struct str text)
{
    return str_eq_cstr(text, "present") || str_eq_cstr(text, "Present");
}

enum date_error date_parse(struct str s, struct date *date)
{
    struct str text = str_trim(s);

    *date = (struct date){.kind = text.len > 0 ? DATE_TEXT : DATE_NONE,
                          .text = text};
    if (is_present(text)) {
        date->kind = DATE_PRESENT;
        return DATE_OK;
    }
    if (!parse_digits(text, 0, 4, &date->year))
        return DATE_NO_DATE;
    if (text.len == 4)
        return check(date, DATE_YEAR);
    if (!parse_part(text, 4, &date->month))
        return DATE_NO_DATE;
    if (text.len == 7)
        return check(date, DATE_MONTH);
    if (text.len != 10 || !parse_part(text, 7, &date->day))
        return DATE_NO_DATE;
    return check(date, DATE_DAY);
}

int date_compare(const struct date *a, const struct date *b)
{
    if (a->year != b->year)
        return a->year < b->year ? -1 : 1;
    if (a->kind == DATE_YEAR || b->kind == DATE_YEAR)
        return 0;
    if (a->month != b->month)
        return a->month < b->month ? -1 : 1;
    if (a->kind == DATE_MONTH || b->kind == DATE_MONTH || a->day == b->day)
        return 0;
    return a->day < b->day ? -1 : 1;
}
