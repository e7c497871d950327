// SPDX-License-Identifier: MIT
// Dates: whole-word placeholders; a part that a date does not know is taken
// out of the template with the blanks around it.
#include "compose/dates.h"

#include "base/utf8.h"
#include "compose/native_dates.h"

static struct text plain(struct str s)
{
    return (struct text){s, {0}};
}

// In the digits of the locale, width of them at least, 1 or 2.
static struct str number_format(const struct context *context, int width,
                                int number)
{
    struct buf digits = {.arena = context->arena};

    if (width == 2 && number < 10)
        buf_add_char(&digits, '0');
    buf_add_count(&digits, (uint64_t)number);
    return utf8_digits(context->arena, buf_str(&digits),
                       locale_zero(context->locale));
}

static void add_number(const struct context *context, struct value_list *values,
                       const char *name, int number)
{
    value_add(context->arena, values, name,
              plain(number_format(context, 1, number)));
}

static void add_two_digits(const struct context *context,
                           struct value_list *values, const char *name,
                           int number)
{
    value_add(context->arena, values, name,
              plain(number_format(context, 2, number)));
}

void date_values(const struct context *context, const struct date *date,
                 struct value_list *values)
{
    struct arena *arena = context->arena;

    if (date->kind >= DATE_YEAR && date->kind <= DATE_DAY) {
        add_number(context, values, "YEAR", date->year);
        add_two_digits(context, values, "YEAR_IN_TWO_DIGITS", date->year % 100);
    }
    if (date->kind == DATE_MONTH || date->kind == DATE_DAY) {
        value_add(arena, values, "MONTH_NAME",
                  context->locale->month_names[date->month - 1]);
        value_add(arena, values, "MONTH_ABBREVIATION",
                  context->locale->month_abbreviations[date->month - 1]);
        add_number(context, values, "MONTH", date->month);
        add_two_digits(context, values, "MONTH_IN_TWO_DIGITS", date->month);
    }
    if (date->kind == DATE_DAY) {
        add_number(context, values, "DAY", date->day);
        add_two_digits(context, values, "DAY_IN_TWO_DIGITS", date->day);
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
    struct str native = native_date_format(context, date);

    if (native.len > 0)
        return native;
    switch (date->kind) {
    case DATE_NONE:
        return (struct str){"", 0};
    case DATE_PRESENT:
        return context->locale->present.str;
    case DATE_TEXT:
        return date->text;
    case DATE_YEAR:
        return number_format(context, 1, date->year);
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

// What a template for spans of time calls years or months.
struct unit {
    const char *how_many;
    const char *word;
    const char *both;
    struct text one, many; // RenderCV's two forms
    const struct plural_forms *forms;
};

// Of a native form, number and word can stand together, as in "2年", and the
// number can be left out, as in Arabic's dual.
static void add_native_count(const struct context *context,
                             struct value_list *values, const struct unit *unit,
                             int count)
{
    struct str form = native_form(context, unit->forms, count);
    struct value_list number = {0};
    bool together = str_find(context->design->templates.time_span.str,
                             str_from_cstr(unit->both), 0) != SIZE_MAX;
    bool counts = template_names(form, STR("COUNT"));

    value_add(context->arena, &number, "COUNT",
              plain(together ? number_format(context, 1, count)
                             : (struct str){"", 0}));
    value_add(context->arena, values, unit->word,
              plain(str_trim(template_fill(context->arena, form, &number))));
    value_add(context->arena, values, unit->how_many,
              plain(counts && !together ? number_format(context, 1, count)
                                        : (struct str){"", 0}));
}

static void add_count(const struct context *context, struct value_list *values,
                      const struct unit *unit, int count)
{
    struct text word = count == 1 ? unit->one : unit->many;

    if (count == 0) {
        value_add(context->arena, values, unit->how_many,
                  plain((struct str){"", 0}));
        value_add(context->arena, values, unit->word,
                  plain((struct str){"", 0}));
    } else if (context->locale->date_style == DATE_STYLE_NATIVE &&
               !text_is_own(&word)) {
        add_native_count(context, values, unit, count);
    } else {
        add_number(context, values, unit->how_many, count);
        value_add(context->arena, values, unit->word, word);
    }
}

// The months of a span, first and last included; years count where a month is
// not known; 0 if there is no telling.
static int count_months(const struct date *start, const struct date *last)
{
    int months;

    if (start->kind < DATE_YEAR || start->kind > DATE_DAY ||
        last->kind < DATE_YEAR || last->kind > DATE_DAY)
        return 0;
    months = (last->year - start->year) * 12;
    if (start->kind != DATE_YEAR && last->kind != DATE_YEAR)
        months += last->month - start->month + 1;
    return months > 0 ? months : 0;
}

struct str time_span_format(const struct context *context,
                            const struct date *start, const struct date *end)
{
    const struct locale *locale = context->locale;
    struct unit years = {"HOW_MANY_YEARS",       "YEARS",
                         "HOW_MANY_YEARS YEARS", locale->year,
                         locale->years,          &locale->plurals.year};
    struct unit months = {"HOW_MANY_MONTHS",        "MONTHS",
                          "HOW_MANY_MONTHS MONTHS", locale->month,
                          locale->months,           &locale->plurals.month};
    struct value_list values = {0};
    int count = count_months(start, end->kind == DATE_PRESENT
                                        ? &context->settings->current_date
                                        : end);

    if (count == 0)
        return (struct str){"", 0};
    add_count(context, &values, &years, count / 12);
    add_count(context, &values, &months, count % 12);
    return fill_tidy(context->arena, context->design->templates.time_span.str,
                     &values);
}
