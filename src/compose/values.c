// SPDX-License-Identifier: MIT
// Fields become placeholders under their names in capitals.
#include "compose/values.h"

#include "compose/dates.h"

static struct str join_authors(struct arena *arena,
                               const struct text_list *authors)
{
    struct buf joined = {.arena = arena};

    for (size_t i = 0; i < authors->len; i++) {
        if (i > 0)
            buf_add_cstr(&joined, ", ");
        buf_add(&joined, authors->ptr[i].str);
    }
    return buf_str(&joined);
}

static void add_verbatim(const struct context *context,
                         struct value_list *values, const char *name,
                         struct str text, struct pos pos)
{
    if (text.len == 0)
        return;
    vec_push(context->arena, values,
             (struct value){.name = str_from_cstr(name),
                            .text = {text, pos},
                            .verbatim = true});
}

// "Sept 2027 - present" is nonsense before September 2027.
static void warn_of_future(const struct context *context,
                           const struct entry *entry)
{
    const struct date *start = &entry->start_date;
    const struct date *today = &context->settings->current_date;

    if (entry->end_date.kind == DATE_PRESENT && date_compare(start, today) > 0)
        diag_warning(context->diags, start->pos,
                     str_format(context->arena,
                                "today is %d-%02d-%02d; the field date shows "
                                "a date by itself",
                                today->year, today->month, today->day),
                     "the start_date %.*s is in the future, and it lasts until "
                     "the present",
                     STR_ARG(start->text));
}

static void add_dates(const struct context *context, const struct entry *entry,
                      struct value_list *values)
{
    if (entry->date.kind == DATE_TEXT) {
        value_add(context->arena, values, "DATE",
                  (struct text){entry->date.text, entry->date.pos});
        return;
    }
    if (entry->date.kind != DATE_NONE) {
        add_verbatim(context, values, "DATE",
                     date_format(context, &entry->date), entry->date.pos);
        return;
    }
    if (entry->start_date.kind == DATE_NONE)
        return;
    warn_of_future(context, entry);
    add_verbatim(
        context, values, "DATE",
        date_range_format(context, &entry->start_date, &entry->end_date),
        entry->start_date.pos);
    add_verbatim(context, values, "START_DATE",
                 date_format(context, &entry->start_date),
                 entry->start_date.pos);
    add_verbatim(context, values, "END_DATE",
                 date_format(context, &entry->end_date), entry->end_date.pos);
}

// A link shown without its scheme.
static struct value link_value(const char *name, struct str shown,
                               struct str url, struct pos pos)
{
    return (struct value){.name = str_from_cstr(name),
                          .text = {shown, pos},
                          .verbatim = true,
                          .url = url};
}

static struct str without_scheme(struct str url)
{
    size_t at = str_find(url, STR("://"), 0);

    if (at != SIZE_MAX)
        url = str_slice(url, at + 3, url.len);
    else if (str_starts(url, STR("mailto:")))
        url = str_slice(url, 7, url.len);
    while (str_ends(url, STR("/")))
        url = str_slice(url, 0, url.len - 1);
    return url;
}

static void add_links(const struct context *context, const struct entry *entry,
                      struct value_list *values)
{
    struct text url = entry_lookup(entry, "url");
    struct text doi = entry_lookup(entry, "doi");
    struct str target;

    if (doi.str.len > 0) {
        target = str_format(context->arena, "https://doi.org/%.*s",
                            STR_ARG(doi.str));
        vec_push(context->arena, values,
                 link_value("DOI", doi.str, target, doi.pos));
        vec_push(context->arena, values,
                 link_value("URL", doi.str, target, doi.pos));
    } else if (url.str.len > 0) {
        target = url.str;
        if (str_find(target, STR(":"), 0) == SIZE_MAX)
            target =
                str_format(context->arena, "https://%.*s", STR_ARG(target));
        vec_push(context->arena, values,
                 link_value("URL", without_scheme(url.str), target, url.pos));
    }
}

struct value_list entry_values(const struct context *context,
                               const struct entry *entry)
{
    struct value_list values = {0};
    struct arena *arena = context->arena;

    add_dates(context, entry, &values);
    add_links(context, entry, &values);
    if (entry->authors.len > 0)
        value_add(arena, &values, "AUTHORS",
                  (struct text){join_authors(arena, &entry->authors),
                                entry->authors.ptr[0].pos});
    if (entry->highlights.len > 0)
        value_add(arena, &values, "HIGHLIGHTS",
                  (struct text){STR("HIGHLIGHTS"), entry->pos});
    for (size_t i = 0; i < entry->fields.len; i++) {
        const struct field *field = &entry->fields.ptr[i];
        struct str name = str_ascii_upper(arena, field->name);

        if (field->value.str.len > 0 && !value_lookup(&values, name))
            vec_push(arena, &values,
                     (struct value){.name = name, .text = field->value});
    }
    return values;
}

static void add_name(struct context *context, struct str name)
{
    for (size_t i = 0; i < context->placeholders.len; i++)
        if (str_eq(context->placeholders.ptr[i], name))
            return;
    vec_push(context->arena, &context->placeholders, name);
}

void placeholders_collect(struct context *context)
{
    static const char *const fields[] = {
        "NAME",       "DATE",
        "START_DATE", "END_DATE",
        "LOCATION",   "SUMMARY",
        "HIGHLIGHTS", "COMPANY",
        "POSITION",   "INSTITUTION",
        "AREA",       "DEGREE",
        "TITLE",      "AUTHORS",
        "DOI",        "URL",
        "JOURNAL",    "LABEL",
        "DETAILS",    "BULLET",
        "NUMBER",     "REVERSED_NUMBER",
    };
    const struct section_list *sections = &context->cv->sections;

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        add_name(context, str_from_cstr(fields[i]));
    for (size_t i = 0; i < sections->len; i++)
        for (size_t j = 0; j < sections->ptr[i].entries.len; j++) {
            const struct entry *entry = &sections->ptr[i].entries.ptr[j];

            for (size_t k = 0; k < entry->fields.len; k++)
                add_name(context, str_ascii_upper(context->arena,
                                                  entry->fields.ptr[k].name));
        }
}
