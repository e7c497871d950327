// SPDX-License-Identifier: MIT
// Dates: whole-word placeholders; a part that a date does not know is taken
// out of the template with the blanks around it.
#include "compose/dates.h"

static struct text plain(struct str s)
{
    return (struct text){s, {0}};
}

static void add_number(struct arena *arena, struct value_list *values,
                       const char *name, int number)
{
    struct buf digits = {.arena = arena};

    buf_add_count(&digits, (uint64_t)number);
    value_add(arena, values, name, plain(buf_str(&digits)));
}

static void add_two_digits(struct arena *arena, struct value_list *values,
                           const char *name, int number)
{
    struct buf digits = {.arena = arena};

    if (number < 10)
        buf_add_char(&digits, '0');
    buf_add_count(&digits, (uint64_t)number);
    value_add(arena, values, name, plain(buf_str(&digits)));
}

void date_values(const struct context *context, const struct date *date,
                 struct value_list *values)
{
    struct arena *arena = context->arena;

    if (date->kind >= DATE_YEAR && date->kind <= DATE_DAY) {
        add_number(arena, values, "YEAR", date->year);
        add_two_digits(arena, values, "YEAR_IN_TWO_DIGITS", date->year % 100);
    }
    if (date->kind == DATE_MONTH || date->kind == DATE_DAY) {
        value_add(arena, values, "MONTH_NAME",
                  context->locale->month_names[date->month - 1]);
        value_add(arena, values, "MONTH_ABBREVIATION",
                  context->locale->month_abbreviations[date->month - 1]);
        add_number(arena, values, "MONTH", date->month);
        add_two_digits(arena, values, "MONTH_IN_TWO_DIGITS", date->month);
    }
    if (date->kind == DATE_DAY) {
        add_number(arena, values, "DAY", date->day);
        add_two_digits(arena, values, "DAY_IN_TWO_DIGITS", date->day);
    }
}

// Fills in and tidies: empty values leave no double blanks.
static struct str fill_tidy(struct arena *arena, struct str template,
                            const struct value_list *values)
{
    struct str filled = template_fill(arena, template, values);
    struct buf tidy = {.arena = arena};

    for (size_t i = 0; i < filled.len; i++)
        if (filled.ptr[i] != ' ' ||
            (tidy.len > 0 && tidy.ptr[tidy.len - 1] != ' '))
            buf_add_char(&tidy, filled.ptr[i]);
    return str_trim(buf_str(&tidy));
}

static bool is_day(struct str name)
{
    return str_eq_cstr(name, "DAY") || str_eq_cstr(name, "DAY_IN_TWO_DIGITS");
}

// Takes the day out of a word with what joins it to the next placeholder, or
// to the last one: "MONTH/DAY/YEAR" becomes "MONTH/YEAR", "DAY," nothing.
static struct str drop_day(struct arena *arena, struct str word)
{
    size_t to = 0;
    size_t after;
    size_t from;
    struct str name = placeholder_next(word, &to);
    struct str next;

    while (name.len > 0 && !is_day(name))
        name = placeholder_next(word, &to);
    if (name.len == 0)
        return word;
    from = (size_t)(name.ptr - word.ptr);
    after = to;
    next = placeholder_next(word, &after);
    if (next.len > 0)
        to = (size_t)(next.ptr - word.ptr);
    else
        while (from > 0 && !ascii_is_alnum(word.ptr[from - 1]))
            from--;
    if (next.len == 0 && from == 0)
        return (struct str){"", 0};
    return str_format(arena, "%.*s%.*s", (int)from, word.ptr,
                      STR_ARG(str_slice(word, to, word.len)));
}

// A template for a month without a day.
static struct str drop_days(struct arena *arena, struct str template)
{
    struct buf kept = {.arena = arena};
    struct str rest = template;

    while (rest.ptr) {
        struct str word = drop_day(arena, str_split(&rest, ' '));

        if (kept.len > 0 && word.len > 0)
            buf_add_char(&kept, ' ');
        buf_add(&kept, word);
    }
    return buf_str(&kept);
}

struct str date_format(const struct context *context, const struct date *date)
{
    struct value_list values = {0};
    struct str template = context->design->templates.single_date.str;

    switch (date->kind) {
    case DATE_NONE:
        return (struct str){"", 0};
    case DATE_PRESENT:
        return context->locale->present.str;
    case DATE_TEXT:
        return date->text;
    case DATE_YEAR:
        return str_format(context->arena, "%d", date->year);
    case DATE_MONTH:
        template = drop_days(context->arena, template);
        break;
    case DATE_DAY:
        break;
    }
    date_values(context, date, &values);
    return fill_tidy(context->arena, template, &values);
}

struct str date_long(struct arena *arena, const struct locale *locale,
                     const struct date *date)
{
    struct locale own = *locale;
    struct context context = {.arena = arena, .locale = &own};
    struct value_list values = {0};

    if (date->kind != DATE_DAY)
        return date->text;
    for (int i = 0; i < 12; i++)
        own.month_names[i] = locale->letter.month_names[i];
    date_values(&context, date, &values);
    return fill_tidy(arena, locale->letter.date.str, &values);
}

struct str date_range_format(const struct context *context,
                             const struct date *start, const struct date *end)
{
    struct value_list values = {0};

    value_add(context->arena, &values, "START_DATE",
              plain(date_format(context, start)));
    value_add(context->arena, &values, "END_DATE",
              plain(date_format(context, end)));
    return template_fill(context->arena,
                         context->design->templates.date_range.str, &values);
}

static void add_count(const struct context *context, struct value_list *values,
                      const char *how_many, const char *word, int count,
                      struct text one, struct text many)
{
    struct str number = {"", 0};
    struct text name = plain(number);

    if (count > 0) {
        number = str_format(context->arena, "%d", count);
        name = count == 1 ? one : many;
    }
    value_add(context->arena, values, how_many, plain(number));
    value_add(context->arena, values, word, name);
}

struct str time_span_format(const struct context *context,
                            const struct date *start, const struct date *end)
{
    const struct locale *locale = context->locale;
    const struct date *last =
        end->kind == DATE_PRESENT ? &context->settings->current_date : end;
    struct value_list values = {0};
    int months;

    if (start->kind < DATE_YEAR || start->kind > DATE_DAY ||
        last->kind < DATE_YEAR || last->kind > DATE_DAY)
        return (struct str){"", 0};
    months = (last->year - start->year) * 12;
    if (start->kind != DATE_YEAR && last->kind != DATE_YEAR)
        months += last->month - start->month + 1;
    if (months <= 0)
        return (struct str){"", 0};
    add_count(context, &values, "HOW_MANY_YEARS", "YEARS", months / 12,
              locale->year, locale->years);
    add_count(context, &values, "HOW_MANY_MONTHS", "MONTHS", months % 12,
              locale->month, locale->months);
    return fill_tidy(context->arena, context->design->templates.time_span.str,
                     &values);
}
