// SPDX-License-Identifier: MIT
// The dates of an entry or a bullet: start_date and end_date are exact, date
// may be any text and wins over them; an end alone is a date, a start alone
// lasts. Under the key dates there is a list of such times.
#include "profile/parts.h"

#include "profile/date_guess.h"
#include "profile/excerpt.h"
#include "profile/keys.h"

// Returns how a time in one text is written, or an empty text. A free text may
// have its years with a dash.
static struct str range_hint(struct arena *arena, struct str text,
                             bool free_text)
{
    struct date_range range;

    if (!date_guess_range(arena, text, &range))
        return (struct str){"", 0};
    if (free_text && range.start.len == 4 && range.end.len == 4)
        return str_format(arena,
                          "write start_date: %.*s and end_date: %.*s, or "
                          "%.*s--%.*s for an en dash",
                          STR_ARG(range.start), STR_ARG(range.end),
                          STR_ARG(range.start), STR_ARG(range.end));
    return str_format(arena, "write start_date: %.*s and end_date: %.*s",
                      STR_ARG(range.start), STR_ARG(range.end));
}

static void report_no_date(const struct checker *checker, const char *key,
                           const struct date *date)
{
    bool end = str_eq_cstr(str_from_cstr(key), "end_date");
    struct str iso = end && date_means_present(checker->arena, date->text)
                         ? STR("present")
                         : date_guess(checker->arena, date->text);

    struct str range = range_hint(checker->arena, date->text, false);
    struct str hint =
        iso.len > 0     ? str_format(checker->arena, "write %.*s", STR_ARG(iso))
        : range.len > 0 ? range
        : date_means_present(checker->arena, date->text)
            ? STR("only end_date can be present; a start has a year")
            : STR("a text such as \"Fall 2023\" goes into the field date");

    diag_error(checker->diags, date->pos, hint,
               "%s is YYYY-MM-DD, YYYY-MM or YYYY%s, not '%.*s'", key,
               end ? " or present" : "",
               STR_ARG(excerpt(checker->arena, date->text)));
}

// "Now" is shown so in every language; "ongoing" may be meant.
static bool means_now(struct arena *arena, struct str text)
{
    struct str lower = str_ascii_lower(arena, text);

    return str_eq_cstr(lower, "now") || str_eq_cstr(lower, "present");
}

// Any text may be a date, but "2020-5" was meant to be one that is
// understood: shown in the locale's words and sorted out by the template.
static void warn_near_date(const struct checker *checker,
                           const struct date *date)
{
    struct arena *arena = checker->arena;
    struct str iso = date_guess_numeric(arena, date->text);
    struct str hint = range_hint(arena, date->text, true);

    if (means_now(arena, date->text))
        iso = STR("present");
    if (iso.len > 0)
        hint = str_format(arena, "write %.*s", STR_ARG(iso));
    if (date->kind == DATE_TEXT && hint.len > 0)
        diag_warning(checker->diags, date->pos, hint,
                     "'%.*s' is shown as it stands, not as %s",
                     STR_ARG(excerpt(arena, date->text)),
                     iso.len > 0 ? "a date" : "a start and an end");
}

static void report_range(const struct checker *checker, enum date_error error,
                         const struct date *date, bool free_text)
{
    struct str none = {"", 0};

    if (error == DATE_BAD_YEAR)
        diag_error(checker->diags, date->pos, none,
                   "'%.*s' is no date: there is no year 0",
                   STR_ARG(date->text));
    else if (error == DATE_BAD_MONTH)
        diag_error(checker->diags, date->pos,
                   range_hint(checker->arena, date->text, free_text),
                   "'%.*s' is no date: there is no month %d",
                   STR_ARG(date->text), date->month);
    else
        diag_error(checker->diags, date->pos, none,
                   "'%.*s' is no date: %s %d has %d days", STR_ARG(date->text),
                   date_month_name(date->month), date->year,
                   date_days_in_month(date->year, date->month));
}

// "date: [2019, 2021]"
static void report_list(const struct checker *checker, const struct node *list,
                        const char *key)
{
    struct str hint = STR("several times go below dates");
    const struct node *const *items =
        (const struct node *const *)list->items.ptr;

    if (list->items.len == 2 && items[0]->kind == NODE_SCALAR &&
        items[1]->kind == NODE_SCALAR)
        hint = str_format(checker->arena,
                          "write start_date: %.*s and end_date: %.*s, or "
                          "several times below dates",
                          STR_ARG(excerpt(checker->arena, items[0]->text)),
                          STR_ARG(excerpt(checker->arena, items[1]->text)));
    if (!list->partial)
        diag_error(checker->diags, list->pos, hint,
                   "%s is one date, not a list", key);
}

// "dates: 2021"
static void report_no_list(const struct checker *checker,
                           const struct node *node)
{
    struct str hint = STR("begin each time in a line of its own with \"- \"");

    if (node->kind == NODE_SCALAR)
        hint = str_format(checker->arena,
                          "write date: %.*s, or put each of several times in "
                          "a line of its own with \"- \"",
                          STR_ARG(excerpt(checker->arena, node->text)));
    if (!node->partial)
        diag_error(checker->diags, node->pos, hint,
                   "expected a list of dates, found %s", node_describe(node));
}

// Reads one date; what is wrong leaves it absent. key is for messages.
static struct date read_value(const struct checker *checker,
                              const struct node *node, const char *key,
                              bool free_text, bool present)
{
    struct date date = {0};
    struct text text;
    enum date_error error;

    if (node && node->kind == NODE_LIST) {
        report_list(checker, node, key);
        return date;
    }
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
        report_range(checker, error, &date, free_text);
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

const char *const time_keys[] = {"start_date", "end_date", "date", NULL};

// One of several times: a map with the three keys, or a date by itself.
static void read_item(const struct checker *checker, const struct node *node,
                      struct period_list *periods)
{
    struct period period = {0};

    if (node->kind == NODE_MAP) {
        check_keys(checker, node, time_keys, "a time");
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
        report_no_list(checker, list);
    for (size_t i = 0; i < list->items.len; i++)
        read_item(checker, list->items.ptr[i], periods);
}
