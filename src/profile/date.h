// SPDX-License-Identifier: MIT
// Dates as profiles write them: YYYY, YYYY-MM, YYYY-MM-DD, present, or any
// text. A year stays a year, quoted or not.
#ifndef VITA_PROFILE_DATE_H
#define VITA_PROFILE_DATE_H

#include "base/diag.h"

enum date_kind {
    DATE_NONE,
    DATE_YEAR,
    DATE_MONTH, // year and month
    DATE_DAY,   // year, month and day
    DATE_PRESENT,
    DATE_TEXT, // free text, shown as it is
};

struct date {
    enum date_kind kind;
    int year;        // 1 to 9999
    int month;       // 1 to 12
    int day;         // 1 to 31
    struct str text; // as written
    struct pos pos;
};

enum date_error {
    DATE_OK,
    DATE_NO_DATE,   // does not look like an ISO date
    DATE_BAD_YEAR,  // looks like one, year 0000
    DATE_BAD_MONTH, // looks like one, month not 1 to 12
    DATE_BAD_DAY,   // day not in that month of that year
};

// Parses YYYY, YYYY-MM, YYYY-MM-DD or "present"; sets all but pos.
enum date_error date_parse(struct str s, struct date *date);

int date_days_in_month(int year, int month);

// Orders two dates of year, month or day kind by what both know: 2021 and
// 2021-05 are equal.
int date_compare(const struct date *a, const struct date *b);

#endif
