// SPDX-License-Identifier: MIT
// Fields that are written and stand nowhere: no template of their entry names
// them, or the word of the template that does is left out because another of
// its placeholders is missing. Told once for each field and type of entry in
// a section.
#include "compose/parts.h"
#include "compose/template.h"
#include "compose/values.h"
#include "profile/entry_type.h"
#include "profile/synonyms.h"

// Publications from a .bib file have this field; their others are kept for
// many purposes, not for this CV.
#define BIBLIOGRAPHY_FIELD "entry_type"

struct told {
    enum entry_kind kind;
    struct str name;
};
VEC_DECLARE(told_list, struct told);

struct field_check {
    const struct context *context;
    struct told_list told; // in this section
};

// An entry with what its templates can show.
struct filled_entry {
    const struct entry *entry;
    struct value_list values;
};
VEC_DECLARE(filled_list, struct filled_entry);

// Entries of that many kinds, or with other fields, are remembered at a time.
#define SEEN_MAX 16

// An entry and what is shown of it.
struct shown {
    const struct entry *entry;
    const char *option;           // its template; NULL: it has none
    struct entry_template whole;  // as in the design
    struct text_list main, other; // what is left of it for this entry
    bool columns;                 // lines of bullets and of a summary can stand
};

static const char *option_of(const struct entry *entry)
{
    static const char *const options[ENTRY_KINDS] = {
        [ENTRY_ONE_LINE] = "one_line_entry",
        [ENTRY_LANGUAGE] = "language_entry",
        [ENTRY_SKILL] = "skill_entry",
        [ENTRY_NORMAL] = "normal_entry",
        [ENTRY_EXPERIENCE] = "experience_entry",
        [ENTRY_EDUCATION] = "education_entry",
        [ENTRY_PUBLICATION] = "publication_entry",
        [ENTRY_GRANT] = "grant_entry",
        [ENTRY_PATENT] = "patent_entry",
        [ENTRY_REFERENCE] = "reference_entry",
        [ENTRY_POSITION] = "position_entry",
    };

    if (entry->kind == ENTRY_EXPERIENCE && entry->entries.len > 0)
        return "employer_entry";
    return options[entry->kind];
}

static void add_lines(const struct context *context, struct text template,
                      const struct value_list *values, struct text_list *lines)
{
    struct text_list more = template_lines(context, template, values);

    for (size_t i = 0; i < more.len; i++)
        vec_push(context->arena, lines, more.ptr[i]);
}

static struct shown shown_of(const struct context *context,
                             const struct filled_entry *filled)
{
    const struct design *design = context->design;
    const struct entry *entry = filled->entry;
    const struct value_list *values = &filled->values;
    struct shown shown = {.entry = entry, .option = option_of(entry)};

    if (entry->kind == ENTRY_ONE_LINE)
        shown.whole.main = design->templates.one_line;
    else if (entry->kind == ENTRY_LANGUAGE)
        shown.whole.main = design->templates.language;
    else if (entry->kind == ENTRY_SKILL)
        shown.whole.main = design->templates.skill;
    else if (shown.option)
        shown.whole = *entry_template_of(context, entry);
    shown.columns = shown.option && entry->kind != ENTRY_ONE_LINE &&
                    entry->kind != ENTRY_LANGUAGE && entry->kind != ENTRY_SKILL;
    add_lines(context, shown.whole.main, values, &shown.main);
    add_lines(context, shown.whole.degree, values, &shown.other);
    add_lines(context, shown.whole.date_and_location, values, &shown.other);
    return shown;
}

static bool is_in_lines(const struct text_list *lines, struct str name)
{
    for (size_t i = 0; i < lines->len; i++)
        if (template_names(lines->ptr[i].str, name))
            return true;
    return false;
}

static bool is_shown(const struct shown *shown, struct str name)
{
    return is_in_lines(&shown->main, name) || is_in_lines(&shown->other, name);
}

// Whether the template as it is written names it.
static bool is_named(const struct context *context, const struct shown *shown,
                     struct str name)
{
    const struct text *whole[] = {&shown->whole.main, &shown->whole.degree,
                                  &shown->whole.date_and_location};

    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (template_names(whole[i]->str, name) ||
            (template_names(whole[i]->str, STR("DEGREE_WITH_AREA")) &&
             template_names(context->locale->degree_with_area.str, name)))
            return true;
    return false;
}

// --- Messages ----------------------------------------------------------------

// Notes the field; returns false if it was noted before.
static bool note(struct field_check *check, const struct entry *entry,
                 struct str name)
{
    for (size_t i = 0; i < check->told.len; i++)
        if (check->told.ptr[i].kind == entry->kind &&
            str_eq(check->told.ptr[i].name, name))
            return false;
    vec_push(check->context->arena, &check->told,
             (struct told){entry->kind, name});
    return true;
}

// Returns the field of the type that the name most likely stands for and that
// the entry does not have, or NULL.
static const char *meant_field(const struct entry *entry,
                               const struct entry_type *type, struct str name)
{
    for (size_t i = 0; type->fields[i]; i++)
        if (synonym_is(name, type->fields[i]) &&
            !entry_has(entry, type->fields[i]))
            return type->fields[i];
    return NULL;
}

static struct str template_hint(const struct context *context,
                                const struct shown *shown, struct str name)
{
    struct arena *arena = context->arena;
    struct str word = str_ascii_upper(arena, name);
    bool lines = str_eq_cstr(name, "highlights");
    const char *column = ".main_column";

    if (!shown->option)
        return str_format(arena,
                          "it has no template and shows its text and its dates "
                          "alone; entries with a name show more");
    if (lines && !shown->columns)
        return STR("it stands in one line; an entry with a name can have "
                   "bullets");
    if (shown->columns && (str_eq_cstr(name, "location") ||
                           str_find(name, STR("date"), 0) != SIZE_MAX))
        column = ".date_and_location_column";
    return str_format(arena,
                      "write %.*s into%s design.templates.%s%s, or call it "
                      "x-%.*s if it is not to be shown",
                      STR_ARG(word), lines ? " a line of its own of" : "",
                      shown->option, column, STR_ARG(name));
}

static void tell(struct field_check *check, const struct shown *shown,
                 struct str name, struct pos pos)
{
    const struct context *context = check->context;
    struct arena *arena = context->arena;
    const struct entry_type *type = entry_type_of_kind(shown->entry->kind);
    struct str word = str_ascii_upper(arena, name);
    const char *meant = meant_field(shown->entry, type, name);

    if (!note(check, shown->entry, name))
        return;
    if (is_named(context, shown, word) && !is_shown(shown, word)) {
        diag_warning(context->diags, pos,
                     str_format(arena,
                                "put a blank between the placeholders in "
                                "design.templates.%s, or give what is missing",
                                shown->option),
                     "'%.*s' is not shown: the template joins it to a field "
                     "that is missing here",
                     STR_ARG(name));
        return;
    }
    diag_warning(context->diags, pos,
                 meant ? str_format(arena, "did you mean '%s'?", meant)
                       : template_hint(context, shown, name),
                 "'%.*s' of %s %s is shown by no template of the theme %.*s",
                 STR_ARG(name), type->article, type->name,
                 STR_ARG(context->design->theme));
}

// --- What an entry has -------------------------------------------------------

static void check_field(struct field_check *check, const struct shown *shown,
                        const struct field *field)
{
    struct arena *arena = check->context->arena;

    if (field->suspect || field->value.str.len == 0 ||
        str_eq_cstr(field->name, "key") ||
        is_shown(shown, str_ascii_upper(arena, field->name)))
        return;
    // The note goes with the authors, wherever they stand; with a DOI, URL is
    // its address; a publication's title leads there if nothing else does.
    if (str_eq_cstr(field->name, "authors_note") && shown->columns &&
        is_in_lines(&shown->main, STR("AUTHORS")))
        return;
    if ((str_eq_cstr(field->name, "doi") || str_eq_cstr(field->name, "url")) &&
        (is_shown(shown, STR("URL")) || is_shown(shown, STR("DOI")) ||
         (shown->entry->kind == ENTRY_PUBLICATION &&
          is_shown(shown, STR("TITLE")))))
        return;
    tell(check, shown, field->name, field->pos);
}

static bool has_line(const struct text_list *lines, const char *word)
{
    for (size_t i = 0; i < lines->len; i++)
        if (str_eq_cstr(lines->ptr[i].str, word))
            return true;
    return false;
}

static void tell_no_logo(struct field_check *check, const struct entry *entry)
{
    const struct entry_type *type = entry_type_of_kind(entry->kind);

    if (note(check, entry, STR("logo")))
        diag_warning(check->context->diags, entry->logo.pos,
                     STR("entries with a title and dates have: normal, "
                         "experience, education and the like"),
                     "%s %s has no logo", type->article, type->name);
}

static void check_lists(struct field_check *check, const struct shown *shown)
{
    const struct entry *entry = shown->entry;

    if (entry->highlights.len > 0 &&
        !(shown->columns && has_line(&shown->main, "HIGHLIGHTS")))
        tell(check, shown, STR("highlights"),
             entry->highlights.ptr[0].text.pos);
    if (entry->authors.len > 0 && !is_shown(shown, STR("AUTHORS")))
        tell(check, shown, STR("authors"), entry->authors.ptr[0].pos);
    if (entry->logo.str.len > 0 && !shown->columns)
        tell_no_logo(check, entry);
    // Links stand behind the first line if no other place is named.
    if (entry->links.len > 0 && !is_shown(shown, STR("LINKS")) &&
        !(shown->columns && shown->main.len > 0))
        tell(check, shown, STR("links"), entry->links.ptr[0].name.pos);
}

// Where there are no columns, dates stand at the right.
static void check_dates(struct field_check *check, const struct shown *shown)
{
    const struct period_list *periods = &shown->entry->periods;
    const struct period *first = periods->ptr;

    if (periods->len == 0 || !shown->columns || is_shown(shown, STR("DATE")))
        return;
    if (periods->len > 1) {
        tell(check, shown, STR("dates"),
             first->start.kind != DATE_NONE ? first->start.pos
                                            : first->date.pos);
    } else if (first->start.kind == DATE_NONE) {
        tell(check, shown, STR("date"), first->date.pos);
    } else {
        if (!is_shown(shown, STR("START_DATE")))
            tell(check, shown, STR("start_date"), first->start.pos);
        if (!is_shown(shown, STR("END_DATE")) && first->end.text.len > 0)
            tell(check, shown, STR("end_date"), first->end.pos);
    }
}

static bool same_values(const struct value_list *a, const struct value_list *b)
{
    if (a->len != b->len)
        return false;
    for (size_t i = 0; i < a->len; i++)
        if (!str_eq(a->ptr[i].name, b->ptr[i].name))
            return false;
    return true;
}

static bool same_fields(const struct field_list *a, const struct field_list *b)
{
    if (a->len != b->len)
        return false;
    for (size_t i = 0; i < a->len; i++)
        if (a->ptr[i].suspect != b->ptr[i].suspect ||
            !str_eq(a->ptr[i].name, b->ptr[i].name))
            return false;
    return true;
}

static bool same_dates(const struct period_list *a, const struct period_list *b)
{
    if (a->len != b->len)
        return false;
    return a->len == 0 ||
           (a->ptr->start.kind == b->ptr->start.kind &&
            (a->ptr->end.text.len > 0) == (b->ptr->end.text.len > 0));
}

// Whether the same of both is shown: that hangs on what they have, and not on
// what it says.
static bool is_like(const struct filled_entry *a, const struct filled_entry *b)
{
    return a->entry->kind == b->entry->kind &&
           (a->entry->entries.len > 0) == (b->entry->entries.len > 0) &&
           (a->entry->logo.str.len > 0) == (b->entry->logo.str.len > 0) &&
           same_values(&a->values, &b->values) &&
           same_fields(&a->entry->fields, &b->entry->fields) &&
           same_dates(&a->entry->periods, &b->entry->periods);
}

// Most entries of a section have the same fields: returns whether such a one
// was seen, of which all was told.
static bool was_seen(struct arena *arena, struct filled_list *seen,
                     const struct filled_entry *entry)
{
    for (size_t i = 0; i < seen->len; i++)
        if (is_like(&seen->ptr[i], entry))
            return true;
    if (seen->len < SEEN_MAX)
        vec_push(arena, seen, *entry);
    return false;
}

static void check_entry(struct field_check *check,
                        const struct filled_entry *filled)
{
    const struct entry *entry = filled->entry;
    struct shown shown = shown_of(check->context, filled);
    // The text of a bullet is its first field.
    size_t from = shown.option ? 0 : 1;

    for (size_t i = from; i < entry->fields.len; i++)
        check_field(check, &shown, &entry->fields.ptr[i]);
    check_lists(check, &shown);
    check_dates(check, &shown);
}

static void check_entries(struct field_check *check,
                          const struct entry_list *entries);

// A group may have a design of its own, with other templates.
static void check_group(struct field_check *check, const struct entry *group)
{
    const struct context *around = check->context;
    struct context own = *around;

    context_set_own_design(&own, group->design);
    check->context = &own;
    check_entries(check, &group->entries);
    check->context = around;
}

static bool is_checked(const struct entry *entry)
{
    return entry->kind != ENTRY_GROUP && entry->kind != ENTRY_TEXT &&
           entry_lookup(entry, BIBLIOGRAPHY_FIELD).str.len == 0;
}

static void check_entries(struct field_check *check,
                          const struct entry_list *entries)
{
    const struct context *context = check->context;
    struct filled_list seen = {0};

    for (size_t i = 0; i < entries->len; i++) {
        struct filled_entry filled = {.entry = &entries->ptr[i]};

        if (is_checked(filled.entry)) {
            filled.values = entry_values_kept(context, filled.entry);
            if (!was_seen(context->arena, &seen, &filled))
                check_entry(check, &filled);
        }
        check_group(check, filled.entry);
    }
}

void fields_check(const struct context *context, const struct section *section)
{
    struct field_check check = {.context = context};

    check_entries(&check, &section->entries);
}
