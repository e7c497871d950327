// SPDX-License-Identifier: MIT
// The dates of an entry or a bullet: start_date and end_date are exact, date
// may be any text and wins over them; an end alone is a date, a start alone
// lasts. Under the key dates there is a list of such times.
#include "profile/parts.h"

#include "profile/date_guess.h"
#include "profile/excerpt.h"

static void report_no_date(const struct checker *checker, const char *key,
                           const struct date *date)
{
    bool end = str_eq_cstr(str_from_cstr(key), "end_date");
    struct str iso = end && date_means_present(checker->arena, date->text)
                         ? STR("present")
                         : date_guess(checker->arena, date->text);

    diag_error(
        checker->diags, date->pos,
        iso.len > 0 ? str_format(checker->arena, "write %.*s", STR_ARG(iso))
                    : STR("a text such as \"Fall 2023\" goes into the field "
                          "date"),
        "%s is YYYY-MM-DD, YYYY-MM or YYYY%s, not '%.*s'", key,
        end ? " or present" : "", STR_ARG(excerpt(checker->arena, date->text)));
}

// Any text may be a date, but "2020-5" was meant to be one that is
// understood: shown in the locale's words and sorted out by the template.
static void warn_near_date(const struct checker *checker,
                           const struct date *date)
{
    struct str iso = date_guess_numeric(checker->arena, date->text);

    if (date->kind == DATE_TEXT && iso.len > 0)
        diag_warning(checker->diags, date->pos,
                     str_format(checker->arena, "write %.*s", STR_ARG(iso)),
                     "'%.*s' is shown as it stands, not as a date",
                     STR_ARG(excerpt(checker->arena, date->text)));
}

static void report_range(const struct checker *checker, enum date_error error,
                         const struct date *date)
{
    struct str none = {"", 0};

    if (error == DATE_BAD_YEAR)
        diag_error(checker->diags, date->pos, none,
                   "'%.*s' is no date: there is no year 0",
                   STR_ARG(date->text));
    else if (error == DATE_BAD_MONTH)
        diag_error(checker->diags, date->pos, none,
                   "'%.*s' is no date: there is no month %d",
                   STR_ARG(date->text), date->month);
    else
        diag_error(checker->diags, date->pos, none,
                   "'%.*s' is no date: %s %d has %d days", STR_ARG(date->text),
                   date_month_name(date->month), date->year,
                   date_days_in_month(date->year, date->month));
}

// Reads one date; what is wrong leaves it absent. key is for messages.
static struct date read_value(const struct checker *checker,
                              const struct node *node, const char *key,
                              bool free_text, bool present)
{
    struct date date = {0};
    struct text text;
    enum date_error error;

    if (!check_text(checker, node, &text))
        return date;
    error = date_parse(text.str, &date);
    date.pos = text.pos;
    if (error == DATE_OK && date.kind == DATE_PRESENT && !present)
        error = DATE_NO_DATE;
    if (error == DATE_NO_DATE && free_text)
        warn_near_date(checker, &date);
    if (error == DATE_OK || (error == DATE_NO_DATE && free_text))
        return date;
    if (error == DATE_NO_DATE)
        report_no_date(checker, key, &date);
    else
        report_range(checker, error, &date);
    date.kind = DATE_NONE;
    return date;
}

static struct date read_date(const struct checker *checker,
                             const struct node *map, const char *key,
                             bool free_text, bool present)
{
    return read_value(checker, node_lookup(map, key), key, free_text, present);
}

static void check_order(const struct checker *checker,
                        const struct period *period)
{
    const struct date *start = &period->start;
    const struct date *end = &period->end;

    if (end->kind == DATE_PRESENT || date_compare(start, end) <= 0)
        return;
    diag_error(checker->diags, end->pos, (struct str){"", 0},
               "the end_date %.*s is before the start_date %.*s",
               STR_ARG(end->text), STR_ARG(start->text));
}

// date wins; whatever else is there is told.
static void drop_range(const struct checker *checker, struct period *period)
{
    bool start = period->start.kind != DATE_NONE;
    bool end = period->end.kind != DATE_NONE;

    if (start || end)
        diag_warning(checker->diags,
                     start ? period->start.pos : period->end.pos,
                     STR("remove either of them"),
                     "%s%s%s ignored: the entry has a date",
                     start ? "start_date" : "", start && end ? " and " : "",
                     end ? (start ? "end_date are" : "end_date is") : " is");
    period->start = (struct date){0};
    period->end = (struct date){0};
}

// Reads the three keys; returns false if none of them is there.
static bool read_period(const struct checker *checker, const struct node *map,
                        struct period *period)
{
    period->start = read_date(checker, map, "start_date", false, false);
    period->end = read_date(checker, map, "end_date", false, true);
    period->date = read_date(checker, map, "date", true, true);
    if (period->date.kind != DATE_NONE) {
        drop_range(checker, period);
    } else if (period->start.kind == DATE_NONE) {
        period->date = period->end;
        period->end = (struct date){0};
    } else if (period->end.kind == DATE_NONE) {
        period->end = (struct date){.kind = DATE_PRESENT,
                                    .text = STR("present"),
                                    .pos = period->start.pos};
    } else {
        check_order(checker, period);
    }
    return period->start.kind != DATE_NONE || period->date.kind != DATE_NONE;
}

// One of several times: a map with the three keys, or a date by itself.
static void read_item(const struct checker *checker, const struct node *node,
                      struct period_list *periods)
{
    static const char *const keys[] = {"start_date", "end_date", "date", NULL};
    struct period period = {0};

    if (node->kind == NODE_MAP) {
        check_keys(checker, node, keys, "a time");
        if (read_period(checker, node, &period))
            vec_push(checker->arena, periods, period);
        return;
    }
    period.date = read_value(checker, node, "date", true, true);
    if (period.date.kind != DATE_NONE)
        vec_push(checker->arena, periods, period);
}

void periods_read(const struct checker *checker, const struct node *map,
                  struct period_list *periods)
{
    const struct node *list = node_lookup(map, "dates");
    struct period period = {0};

    if (read_period(checker, map, &period))
        vec_push(checker->arena, periods, period);
    if (node_is_null(list))
        return;
    if (periods->len > 0)
        diag_error(checker->diags, list->pos,
                   STR("put all of them under dates"),
                   "there are dates beside the list of dates");
    else if (list->kind != NODE_LIST)
        check_expected(checker, list, "a list of dates");
    for (size_t i = 0; i < list->items.len; i++)
        read_item(checker, list->items.ptr[i], periods);
}
