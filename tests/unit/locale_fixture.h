// SPDX-License-Identifier: MIT
// For the tests of languages.
#ifndef VITA_TESTS_LOCALE_FIXTURE_H
#define VITA_TESTS_LOCALE_FIXTURE_H

#include "compose_fixture.h"
#include "locale_facts.h"

#include "compose/dates.h"

static inline void read_language(struct compose_fixture *c, const char *name,
                                 const char *locale, const char *design)
{
    char text[512];

    snprintf(text, sizeof text,
             "cv: {name: J}\nlocale: {language: %s%s}\ndesign: {%s}\n", name,
             locale, design);
    compose_read(c, text);
}

static inline struct date date_of(const char *text)
{
    struct date date = {.kind = DATE_NONE};

    assert_int_equal(date_parse(str_from_cstr(text), &date), DATE_OK);
    return date;
}

static inline struct str date_shown(struct compose_fixture *c, const char *text)
{
    struct date date = date_of(text);

    return date_format(&c->context, &date);
}

static inline struct str span_shown(struct compose_fixture *c, int months)
{
    struct date start = {.kind = DATE_MONTH, .year = 1, .month = 1};
    struct date end = {.kind = DATE_MONTH,
                       .year = 1 + (months - 1) / 12,
                       .month = (months - 1) % 12 + 1};

    return time_span_format(&c->context, &start, &end);
}

#endif
