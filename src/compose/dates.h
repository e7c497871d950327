// SPDX-License-Identifier: MIT
// Dates and spans of time in words, by the design's templates and the
// locale's names.
#ifndef VITA_COMPOSE_DATES_H
#define VITA_COMPOSE_DATES_H

#include "compose/template.h"

// Adds MONTH_NAME, MONTH_ABBREVIATION, MONTH, MONTH_IN_TWO_DIGITS, DAY,
// DAY_IN_TWO_DIGITS, YEAR and YEAR_IN_TWO_DIGITS; those that the date does
// not know are left out.
void date_values(const struct context *context, const struct date *date,
                 struct value_list *values);

// "Sept 2018"; a year alone stays a year, free text stays as it is.
struct str date_format(const struct context *context, const struct date *date);

// "3. März 2026": a day as the locale's letters have it; what is no day stays
// as it is written.
struct str date_long(struct arena *arena, const struct locale *locale,
                     const struct date *date);

// "Sept 2018 – May 2023".
struct str date_range_format(const struct context *context,
                             const struct date *start, const struct date *end);

// "2 years 10 months", first and last month included; in years alone where a
// month is not known; empty if that is less than one.
struct str time_span_format(const struct context *context,
                            const struct date *start, const struct date *end);

#endif
