// SPDX-License-Identifier: MIT
// Guessing dates. A guess is only ever a hint, but a wrong hint is worse than
// none: what could be read in two ways, as 5/6/2020, is not guessed.
#include "profile/date_guess.h"

#include "profile/date.h"

// "Sep" is the shortest that people write of a month.
#define MONTH_MIN_LETTERS 3

static const char *const month_names[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

const char *date_month_name(int month)
{
    return month_names[month - 1];
}

// Up to three numbers with one character between them: "5/2020".
struct numbers {
    int value[3];
    size_t digits[3];
    char mark; // between the first two
    size_t count;
};

static bool read_numbers(struct str s, struct numbers *n)
{
    size_t i = 0;

    *n = (struct numbers){0};
    while (i < s.len) {
        if (n->count == 3 || !ascii_is_digit(s.ptr[i]))
            return false;
        for (; i < s.len && ascii_is_digit(s.ptr[i]); i++) {
            n->value[n->count] = n->value[n->count] * 10 + (s.ptr[i] - '0');
            if (++n->digits[n->count] > 4)
                return false;
        }
        n->count++;
        if (n->count == 1 && i < s.len)
            n->mark = s.ptr[i];
        i++; // what divides them
    }
    return true;
}

// Returns iso if it is a date.
static struct str checked(struct str iso)
{
    struct date date;

    return date_parse(iso, &date) == DATE_OK ? iso : (struct str){"", 0};
}

static struct str make_month(struct arena *arena, int year, int month)
{
    return checked(str_format(arena, "%04d-%02d", year, month));
}

static struct str make_day(struct arena *arena, int year, int month, int day)
{
    return checked(str_format(arena, "%04d-%02d-%02d", year, month, day));
}

// "2010/11": the second year of two in two digits.
static bool is_pair_of_years(const struct numbers *n)
{
    return n->mark == '/' && n->digits[1] == 2 &&
           n->value[1] == (n->value[0] + 1) % 100;
}

struct str date_guess_numeric(struct arena *arena, struct str text)
{
    struct numbers n;

    if (!read_numbers(text, &n))
        return (struct str){"", 0};
    if (n.count == 2 && n.digits[0] == 4 && n.digits[1] <= 2 &&
        !is_pair_of_years(&n))
        return make_month(arena, n.value[0], n.value[1]);
    if (n.count == 2 && n.digits[0] <= 2 && n.digits[1] == 4)
        return make_month(arena, n.value[1], n.value[0]);
    if (n.count == 3 && n.digits[0] == 4)
        return make_day(arena, n.value[0], n.value[1], n.value[2]);
    // "31/12/2021", "12/31/2021"; 5/6/2021 could be either.
    if (n.count == 3 && n.digits[2] == 4 && n.mark != '.') {
        if (n.value[0] > 12)
            return make_day(arena, n.value[2], n.value[1], n.value[0]);
        if (n.value[1] > 12)
            return make_day(arena, n.value[2], n.value[0], n.value[1]);
    }
    return (struct str){"", 0};
}

// "12.5.2020": with full stops the day comes first everywhere.
static struct str guess_day_first(struct arena *arena, struct str text)
{
    struct numbers n;

    if (!read_numbers(text, &n) || n.count != 3 || n.mark != '.' ||
        n.digits[2] != 4)
        return (struct str){"", 0};
    return make_day(arena, n.value[2], n.value[1], n.value[0]);
}

// Returns the number of the month that word begins, or 0.
static int month_number(struct arena *arena, struct str word)
{
    struct str lower = str_ascii_lower(arena, word);

    if (word.len < MONTH_MIN_LETTERS)
        return 0;
    for (int i = 0; i < 12; i++)
        if (str_starts(str_ascii_lower(arena, str_from_cstr(month_names[i])),
                       lower))
            return i + 1;
    return 0;
}

static bool is_mark(char c)
{
    return ascii_is_space(c) || c == ',' || c == '.' || c == '-' || c == '/';
}

// Takes the next piece of letters and figures off *rest.
static struct str next_word(struct str *rest)
{
    size_t start = 0;
    size_t end;

    while (start < rest->len && is_mark(rest->ptr[start]))
        start++;
    for (end = start; end < rest->len && !is_mark(rest->ptr[end]);)
        end++;
    *rest = (struct str){rest->ptr + end, rest->len - end};
    return (struct str){rest->ptr - (end - start), end - start};
}

// "May 2020", "Sept. 2020", "12 May 2020", "May 12, 2020".
static struct str guess_named(struct arena *arena, struct str text)
{
    int year = 0;
    int month = 0;
    int day = 0;
    struct str rest = text;
    struct str word;

    while ((word = next_word(&rest)).len > 0) {
        struct numbers n;

        if (month == 0 && (month = month_number(arena, word)) > 0)
            continue;
        if (!read_numbers(word, &n) || n.count != 1)
            return (struct str){"", 0};
        if (n.digits[0] == 4 && year == 0)
            year = n.value[0];
        else if (n.digits[0] <= 2 && day == 0)
            day = n.value[0];
        else
            return (struct str){"", 0};
    }
    if (year == 0 || month == 0)
        return (struct str){"", 0};
    return day > 0 ? make_day(arena, year, month, day)
                   : make_month(arena, year, month);
}

struct str date_guess(struct arena *arena, struct str text)
{
    struct str iso = date_guess_numeric(arena, text);

    if (iso.len == 0)
        iso = guess_day_first(arena, text);
    return iso.len > 0 ? iso : guess_named(arena, text);
}

bool date_means_present(struct arena *arena, struct str text)
{
    static const char *const words[] = {
        "present", "now", "today", "current", "currently", "ongoing", "to date",
    };
    struct str lower = str_ascii_lower(arena, text);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_cstr(lower, words[i]))
            return true;
    return false;
}

// Returns the date that one end of a range means, or an empty text.
static struct str guess_end(struct arena *arena, struct str text)
{
    struct date date;

    if (date_parse(text, &date) == DATE_OK)
        return date.kind == DATE_PRESENT ? STR("present") : text;
    return date_means_present(arena, text) ? STR("present")
                                           : date_guess(arena, text);
}

// "22" of "2021-22": the same century.
static struct str whole_year(struct arena *arena, struct str start,
                             struct str end)
{
    struct str century = str_slice(start, 0, 2);
    struct date date;
    int years;

    if (start.len != 4 || end.len != 2 || !str_to_count(end, 99, &years) ||
        date_parse(start, &date) != DATE_OK || years <= date.year % 100)
        return end;
    return str_format(arena, "%.*s%.*s", STR_ARG(century), STR_ARG(end));
}

bool date_guess_range(struct arena *arena, struct str text,
                      struct date_range *range)
{
    size_t hyphen = str_find(text, STR(" - "), 0);
    struct str start;
    struct str end;

    if (hyphen != SIZE_MAX)
        hyphen++;
    else if (text.len > 4 && text.ptr[4] == '-')
        hyphen = 4;
    else
        return false;
    start = str_trim(str_slice(text, 0, hyphen));
    end = str_trim(str_slice(text, hyphen + 1, text.len));
    range->start = guess_end(arena, start);
    range->end = guess_end(arena, whole_year(arena, start, end));
    return range->start.len > 0 && !str_eq_cstr(range->start, "present") &&
           range->end.len > 0;
}
