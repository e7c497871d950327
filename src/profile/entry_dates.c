// SPDX-License-Identifier: MIT
// The three dates of an entry: start_date and end_date are exact, date may be
// any text and wins over them; an end alone is a date, a start alone lasts.
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

// Reads one date; what is wrong leaves it absent.
static struct date read_date(const struct checker *checker,
                             const struct node *map, const char *key,
                             bool free_text, bool present)
{
    struct date date = {0};
    struct text text;
    enum date_error error;

    if (!check_text(checker, node_lookup(map, key), &text))
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

static void check_order(const struct checker *checker, struct entry *entry)
{
    const struct date *start = &entry->start_date;
    const struct date *end = &entry->end_date;

    if (end->kind == DATE_PRESENT || date_compare(start, end) <= 0)
        return;
    diag_error(checker->diags, end->pos, (struct str){"", 0},
               "the end_date %.*s is before the start_date %.*s",
               STR_ARG(end->text), STR_ARG(start->text));
}

// date wins; whatever else is there is told.
static void drop_range(const struct checker *checker, struct entry *entry)
{
    bool start = entry->start_date.kind != DATE_NONE;
    bool end = entry->end_date.kind != DATE_NONE;

    if (start || end)
        diag_warning(checker->diags,
                     start ? entry->start_date.pos : entry->end_date.pos,
                     STR("remove either of them"),
                     "%s%s%s ignored: the entry has a date",
                     start ? "start_date" : "", start && end ? " and " : "",
                     end ? (start ? "end_date are" : "end_date is") : " is");
    entry->start_date = (struct date){0};
    entry->end_date = (struct date){0};
}

void entry_dates_read(const struct checker *checker, const struct node *map,
                      struct entry *entry)
{
    entry->start_date = read_date(checker, map, "start_date", false, false);
    entry->end_date = read_date(checker, map, "end_date", false, true);
    entry->date = read_date(checker, map, "date", true, true);
    if (entry->date.kind != DATE_NONE) {
        drop_range(checker, entry);
    } else if (entry->start_date.kind == DATE_NONE) {
        entry->date = entry->end_date;
        entry->end_date = (struct date){0};
    } else if (entry->end_date.kind == DATE_NONE) {
        entry->end_date = (struct date){.kind = DATE_PRESENT,
                                        .text = STR("present"),
                                        .pos = entry->start_date.pos};
    } else {
        check_order(checker, entry);
    }
}
