// SPDX-License-Identifier: MIT
// What a date was meant to be that is not written as YYYY-MM-DD: for hints.
#ifndef VITA_PROFILE_DATE_GUESS_H
#define VITA_PROFILE_DATE_GUESS_H

#include "base/str.h"

// Returns the ISO date that the text means, or an empty text: "2020-5",
// "05/2020", "12.5.2020", "May 2020", "12 May 2020".
struct str date_guess(struct arena *arena, struct str text);

// The same for texts that can hardly be anything but a date: figures only,
// year and month in either order, a day behind them or, if its number is no
// month's, before them. "2010/11" may be a winter term and is none.
struct str date_guess_numeric(struct arena *arena, struct str text);

// A time from one date to another, as ISO dates.
struct date_range {
    struct str start;
    struct str end; // may be "present"
};

// Fills *range with the time that a text with a hyphen in it means: "2019-21",
// "2019 - 2021", "05/2019 - now"; returns false if it is none. What has a dash
// is written as it should be.
bool date_guess_range(struct arena *arena, struct str text,
                      struct date_range *range);

// True for "now", "today" and the like.
bool date_means_present(struct arena *arena, struct str text);

// Returns the English name of a month, 1 to 12.
const char *date_month_name(int month);

#endif
