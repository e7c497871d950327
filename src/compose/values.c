// SPDX-License-Identifier: MIT
// Fields become placeholders under their names in capitals.
#include "compose/values.h"

#include "compose/authors.h"
#include "compose/cache.h"
#include "compose/dates.h"
#include "compose/level.h"

// Each in the template for one, as "(Code)".
static struct str join_links(const struct context *context,
                             const struct entry_link_list *links)
{
    struct buf joined = {.arena = context->arena};
    struct value_list values = {0};

    vec_push(context->arena, &values, (struct value){.name = STR("LINK")});
    for (size_t i = 0; i < links->len; i++) {
        values.ptr[0].text.str = str_format(context->arena, "[%.*s](<%.*s>)",
                                            STR_ARG(links->ptr[i].name.str),
                                            STR_ARG(links->ptr[i].url));
        buf_add_cstr(&joined, i > 0 ? " " : "");
        buf_add(&joined,
                template_fill(context->arena,
                              context->design->templates.link.str, &values));
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
                           const struct period *period)
{
    const struct date *start = &period->start;
    const struct date *today = &context->settings->current_date;

    if (period->end.kind == DATE_PRESENT && date_compare(start, today) > 0)
        diag_warning(context->diags, start->pos,
                     str_format(context->arena,
                                "today is %d-%02d-%02d; the field date shows "
                                "a date by itself",
                                today->year, today->month, today->day),
                     "the start_date %.*s is in the future, and it lasts until "
                     "the present",
                     STR_ARG(start->text));
}

struct value period_value(const struct context *context,
                          const struct period *period)
{
    struct value value = {.name = STR("DATE"), .verbatim = true};

    if (period->start.kind != DATE_NONE) {
        value.text.str =
            date_range_format(context, &period->start, &period->end);
        value.text.pos = period->start.pos;
    } else if (period->date.kind == DATE_TEXT) {
        value.text = (struct text){period->date.text, period->date.pos};
        value.verbatim = false;
    } else {
        value.text.str = date_format(context, &period->date);
        value.text.pos = period->date.pos;
    }
    return value;
}

struct value periods_value(const struct context *context,
                           const struct period_list *periods)
{
    struct str between = context->design->entries.between_dates.str;
    struct value value = period_value(context, &periods->ptr[0]);
    struct buf all = {.arena = context->arena};

    if (periods->len == 1)
        return value;
    for (size_t i = 0; i < periods->len; i++) {
        struct value one = period_value(context, &periods->ptr[i]);

        if (i > 0 && between.len > 0)
            buf_addf(&all, " %.*s ", STR_ARG(between));
        else if (i > 0)
            buf_add_cstr(&all, ", ");
        buf_add(&all, one.text.str);
        value.verbatim = value.verbatim && one.verbatim;
    }
    value.text.str = buf_str(&all);
    return value;
}

static void add_dates(const struct context *context, const struct entry *entry,
                      struct value_list *values)
{
    const struct period *first = entry->periods.ptr;

    if (entry->periods.len == 0)
        return;
    for (size_t i = 0; i < entry->periods.len; i++)
        warn_of_future(context, &entry->periods.ptr[i]);
    vec_push(context->arena, values, periods_value(context, &entry->periods));
    if (entry->periods.len > 1 || first->start.kind == DATE_NONE)
        return;
    add_verbatim(context, values, "START_DATE",
                 date_format(context, &first->start), first->start.pos);
    add_verbatim(context, values, "END_DATE", date_format(context, &first->end),
                 first->end.pos);
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
    struct text email = entry_lookup(entry, "email");
    struct str target;

    if (email.str.len > 0)
        vec_push(context->arena, values,
                 link_value("EMAIL", email.str,
                            str_format(context->arena, "mailto:%.*s",
                                       STR_ARG(email.str)),
                            email.pos));
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

static struct value_list values_new(const struct context *context,
                                    const struct entry *entry)
{
    struct value_list values = {0};
    struct arena *arena = context->arena;

    add_dates(context, entry, &values);
    add_links(context, entry, &values);
    if (entry->authors.len > 0)
        value_add(arena, &values, "AUTHORS",
                  (struct text){authors_join(context, &entry->authors),
                                entry->authors.ptr[0].pos});
    if (entry->links.len > 0)
        value_add(arena, &values, "LINKS",
                  (struct text){join_links(context, &entry->links),
                                entry->links.ptr[0].name.pos});
    if (entry->highlights.len > 0)
        value_add(arena, &values, "HIGHLIGHTS",
                  (struct text){STR("HIGHLIGHTS"), entry->pos});
    for (size_t i = 0; i < entry->fields.len; i++) {
        const struct field *field = &entry->fields.ptr[i];
        struct str name = str_ascii_upper(arena, field->name);

        struct value value = {.name = name, .text = field->value};

        if (field->value.str.len == 0 || value_lookup(&values, name))
            continue;
        (void)level_value(context, entry, field, &value);
        vec_push(arena, &values, value);
    }
    return values;
}

// Dates and links hang on the design, which groups may have of their own.
struct values_key {
    const struct entry *entry;
    const struct design *design;
};

struct known_values {
    struct values_key key;
    struct value_list values;
};

static struct str key_bytes(const struct values_key *key)
{
    return (struct str){(const char *)key, sizeof *key};
}

struct value_list entry_values(const struct context *context,
                               const struct entry *entry)
{
    struct values_key key = {entry, context->design};
    const struct known_values *known =
        context->cache
            ? str_map_lookup(&context->cache->values, key_bytes(&key))
            : NULL;

    return known ? known->values : values_new(context, entry);
}

struct value_list entry_values_kept(const struct context *context,
                                    const struct entry *entry)
{
    struct known_values *known =
        arena_new_of(context->arena, struct known_values);

    known->key = (struct values_key){entry, context->design};
    known->values = values_new(context, entry);
    // Who adds to a copy has it moved.
    known->values.cap = known->values.len;
    if (!str_map_lookup(&context->cache->values, key_bytes(&known->key)))
        str_map_add(context->arena, &context->cache->values,
                    key_bytes(&known->key), known);
    return known->values;
}

static void add_name(struct context *context, struct str name)
{
    struct str_map *names = &context->cache->names;

    if (str_map_lookup(names, name))
        return;
    vec_push(context->arena, &context->placeholders, name);
    str_map_add(context->arena, names, name, context->cache);
}

// The fields of the entries, and of those within them.
static void add_fields(struct context *context,
                       const struct entry_list *entries)
{
    for (size_t i = 0; i < entries->len; i++) {
        const struct entry *entry = &entries->ptr[i];

        for (size_t k = 0; k < entry->fields.len; k++)
            add_name(context, str_ascii_upper(context->arena,
                                              entry->fields.ptr[k].name));
        add_fields(context, &entry->entries);
    }
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
        "LINKS",      "AUTHORS_NOTE",
        "STATUS",     "NOTE",
        "LANGUAGE",   "FLUENCY",
        "SKILL",      "LEVEL",
        "KEYWORDS",   "GRANT",
        "FUNDER",     "ROLE",
        "AMOUNT",     "PATENT",
        "OFFICE",     "PATENT_NUMBER",
        "REFERENCE",  "ORGANIZATION",
        "EMAIL",      "PHONE",
        "RELATION",
    };
    const struct cv *cv = context->cv->whole ? context->cv->whole : context->cv;
    const struct section_list *sections = &cv->sections;

    context->cache = arena_new_of(context->arena, struct compose_cache);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        add_name(context, str_from_cstr(fields[i]));
    for (size_t i = 0; i < sections->len; i++)
        add_fields(context, &sections->ptr[i].entries);
}
