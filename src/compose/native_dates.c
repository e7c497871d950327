// SPDX-License-Identifier: MIT
// The design's template chooses one of the locale's shapes.
#include "compose/native_dates.h"

#include "compose/dates.h"

// What a template for dates asks for.
struct wish {
    bool month_name, month_abbreviation, day;
    bool other; // something that no shape of the locale has
};

static void note_name(struct wish *wish, struct str name)
{
    if (str_eq_cstr(name, "MONTH_NAME"))
        wish->month_name = true;
    else if (str_eq_cstr(name, "MONTH_ABBREVIATION"))
        wish->month_abbreviation = true;
    else if (str_eq_cstr(name, "DAY"))
        wish->day = true;
    else if (!str_eq_cstr(name, "YEAR"))
        wish->other = true;
}

// Blanks, commas and full stops are what languages differ in.
static bool is_neutral(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] != ' ' && s.ptr[i] != ',' && s.ptr[i] != '.')
            return false;
    return true;
}

static struct wish wish_of(struct str template)
{
    struct wish wish = {0};
    size_t done = 0;
    size_t offset = 0;
    struct str name;

    while ((name = placeholder_next(template, &offset)).len > 0) {
        size_t start = (size_t)(name.ptr - template.ptr);

        wish.other =
            wish.other || !is_neutral(str_slice(template, done, start));
        note_name(&wish, name);
        done = offset;
    }
    wish.other = wish.other ||
                 !is_neutral(str_slice(template, done, template.len)) ||
                 wish.month_name == wish.month_abbreviation ||
                 !template_names(template, STR("YEAR"));
    return wish;
}

struct str native_date_format(const struct context *context,
                              const struct date *date)
{
    const struct locale *locale = context->locale;
    struct str format = locale->year_format.str;
    struct value_list values = {0};
    struct wish wish;

    if (locale->date_style != DATE_STYLE_NATIVE || date->kind < DATE_YEAR ||
        date->kind > DATE_DAY)
        return (struct str){"", 0};
    wish = wish_of(context->design->templates.single_date.str);
    if (wish.other)
        return (struct str){"", 0};
    if (date->kind != DATE_YEAR) {
        enum date_shape month =
            wish.month_name ? DATE_SHAPE_MONTH_LONG : DATE_SHAPE_MONTH;
        enum date_shape day =
            wish.month_name ? DATE_SHAPE_DAY_LONG : DATE_SHAPE_DAY;
        enum date_shape shape =
            wish.day && date->kind == DATE_DAY ? day : month;

        format = locale->date_formats[shape].str;
        value_add(context->arena, &values, "MONTH_NAME",
                  locale->date_names[shape][date->month - 1]);
    }
    date_values(context, date, &values);
    return str_trim(template_fill(context->arena, format, &values));
}

struct str native_form(const struct context *context,
                       const struct plural_forms *forms, int count)
{
    enum plural plural = plural_of(context->locale->tag, count);
    struct str form = forms->forms[plural].str;

    return form.len > 0 ? form : forms->forms[PLURAL_OTHER].str;
}
