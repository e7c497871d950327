// SPDX-License-Identifier: MIT
// When a work appeared: BibTeX has year and month, biblatex has date.
#include "bibliography/parts.h"

#include "profile/excerpt.h"

static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                     "jul", "aug", "sep", "oct", "nov", "dec"};

// Returns the first number of exactly four digits, or 0: the year of "c. 1915"
// and of "1915/16".
static int find_year(struct str text)
{
    for (size_t i = 0; i < text.len;) {
        int value = 0;
        size_t from = i;

        while (i < text.len && ascii_is_digit(text.ptr[i])) {
            value = i - from < 4 ? value * 10 + (text.ptr[i] - '0') : 0;
            i++;
        }
        if (i - from == 4)
            return value;
        if (i == from)
            i++;
    }
    return 0;
}

// Returns the number of the month that text names first, or 0. A day may
// stand beside the name.
static int find_month(struct arena *arena, struct str text)
{
    struct str lower = str_ascii_lower(arena, str_trim(text));

    if (lower.len > 0 && lower.len <= 2 && ascii_is_digit(lower.ptr[0]) &&
        ascii_is_digit(lower.ptr[lower.len - 1])) {
        int number = lower.ptr[lower.len - 1] - '0';

        if (lower.len == 2)
            number += (lower.ptr[0] - '0') * 10;
        return number <= 12 ? number : 0;
    }
    for (size_t i = 0; i < lower.len; i++) {
        if (!ascii_is_lower(lower.ptr[i]))
            continue;
        for (int month = 1; month <= 12; month++)
            if (str_starts(str_slice(lower, i, lower.len),
                           str_from_cstr(months[month - 1])))
                return month;
        while (i < lower.len && ascii_is_lower(lower.ptr[i]))
            i++;
    }
    return 0;
}

static bool is_iso(struct str text)
{
    static const char shape[] = "9999-99-99";

    if (text.len != 4 && text.len != 7 && text.len != 10)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (shape[i] == '-' ? text.ptr[i] != '-' : !ascii_is_digit(text.ptr[i]))
            return false;
    return true;
}

// biblatex writes a span with a slash; the work appeared when it began.
static bool read_iso(struct bib_database *database,
                     const struct bib_value *value, struct bib_date *date)
{
    struct str rest = tex_to_address(database, value);
    struct str text = str_split(&rest, '/');

    if (!is_iso(text))
        return false;
    date->text = text;
    date->year = find_year(text);
    date->month =
        text.len >= 7 ? (text.ptr[5] - '0') * 10 + (text.ptr[6] - '0') : 0;
    return true;
}

static void read_month(struct bib_database *database,
                       const struct bib_value *value,
                       enum tex_warnings warnings, struct bib_date *date)
{
    date->month = find_month(database->arena, value->text);
    if (date->month == 0 && warnings == TEX_WARN)
        diag_warning(database->diags, value->pos,
                     STR("the months are jan, feb, ... dec, without braces"),
                     "'%.*s' is no month; only the year is shown",
                     STR_ARG(excerpt(database->arena, value->text)));
    if (date->month > 0)
        date->text = str_format(database->arena, "%.*s-%02d",
                                STR_ARG(date->text), date->month);
}

struct bib_date bib_date_read(struct bib_database *database,
                              const struct bib_entry *entry,
                              enum tex_warnings warnings)
{
    const struct bib_value *value = bib_entry_lookup(entry, "date");
    const struct bib_value *month = bib_entry_lookup(entry, "month");
    struct bib_date date = {.pos = entry->pos};

    if (value) {
        date.pos = value->pos;
        if (read_iso(database, value, &date))
            return date;
    }
    if (!value || bib_entry_lookup(entry, "year"))
        value = bib_entry_lookup(entry, "year");
    if (!value)
        return date;
    date.pos = value->pos;
    date.text = tex_to_markdown(database, value, warnings);
    date.year = find_year(date.text);
    if (month && is_iso(date.text) && date.text.len == 4)
        read_month(database, month, warnings, &date);
    return date;
}
