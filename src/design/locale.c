// SPDX-License-Identifier: MIT
// Languages are YAML files under src/design/locales, embedded at build time;
// english is the base of all.
#include "design/locale.h"

#include "design/embedded.h"
#include "design/options.h"
#include "profile/yaml.h"

#include <assert.h>

#define BASE_LOCALE "english"

#define AT(member) offsetof(struct locale, member)
#define TEXT(path, member)                                                     \
    {                                                                          \
        path, OPTION_TEXT, AT(member), NULL                                    \
    }

static const struct option options[] = {
    {"language", OPTION_ANY, 0, NULL},
    TEXT("last_updated", last_updated),
    TEXT("month", month),
    TEXT("months", months),
    TEXT("year", year),
    TEXT("years", years),
    TEXT("present", present),
    TEXT("phrases.degree_with_area", degree_with_area),
    TEXT("phrases.and", and_word),
    TEXT("phrases.et_al", et_al),
    TEXT("phrases.reference", reference),
    {"month_abbreviations", OPTION_MONTHS, AT(month_abbreviations), NULL},
    {"month_names", OPTION_MONTHS, AT(month_names), NULL},
    TEXT("letter.title", letter.title),
    TEXT("letter.subject", letter.subject),
    TEXT("letter.enclosure", letter.enclosure),
    TEXT("letter.enclosures", letter.enclosures),
    TEXT("letter.postscript", letter.postscript),
    TEXT("letter.opening", letter.opening),
    TEXT("letter.opening_generic", letter.opening_generic),
    TEXT("letter.closing", letter.closing),
    TEXT("letter.date", letter.date),
    TEXT("letter.place_and_date", letter.place_and_date),
    {"letter.month_names", OPTION_MONTHS, AT(letter.month_names), NULL},
};

const struct schema locale_schema = {"locale", options,
                                     sizeof options / sizeof *options};

static const struct design_file *language_lookup(struct str name)
{
    for (size_t i = 0; i < design_locale_count; i++)
        if (str_eq_cstr(name, design_locales[i].name))
            return &design_locales[i];
    return NULL;
}

static void report_language(struct diags *diags, const struct node *language)
{
    struct buf all = {.arena = diags_arena(diags)};

    for (size_t i = 0; i < design_locale_count; i++)
        buf_addf(&all, "%s%s", i ? ", " : "", design_locales[i].name);
    diag_error(diags, language->pos,
               str_format(diags_arena(diags),
                          "there are: %.*s; with one of these, every word of "
                          "the locale can be given in the profile",
                          STR_ARG(buf_str(&all))),
               "there is no language '%.*s'", STR_ARG(language->text));
}

// Reads an embedded language: its tag, direction and quotation marks, the
// package of its hyphenation patterns, and what letters look like stand beside
// the words, for no profile changes them.
static void read_language(const struct schema_target *target,
                          const struct design_file *file, struct locale *locale)
{
    struct source *source = arena_new_of(target->arena, struct source);
    const struct node *root;
    const struct node *quotes;
    struct str *marks[] = {&locale->double_open, &locale->double_close,
                           &locale->single_open, &locale->single_close};

    *source = (struct source){
        .name = str_format(target->arena, "<locale %s>", file->name),
        .text = {file->text, file->length},
        .order = 1000,
    };
    root = yaml_read(target->arena, source, target->diags);
    locale->name = str_from_cstr(file->name);
    locale->tag = node_lookup(root, "tag")->text;
    locale->hyphen_package = (struct str){"", 0};
    if (node_lookup(root, "hyphenation"))
        locale->hyphen_package = node_lookup(root, "hyphenation")->text;
    locale->rtl = str_eq_cstr(node_lookup(root, "direction")->text, "rtl");
    locale->letter.din = node_lookup(root, "letters") != NULL;
    quotes = node_lookup(root, "quotes");
    for (size_t i = 0; i < 4 && i < quotes->items.len; i++)
        *marks[i] = quotes->items.ptr[i]->text;
    schema_read(&locale_schema, node_lookup(root, "locale"), target);
}

struct str locale_tag(struct arena *arena, const struct node *node)
{
    const struct node *language = node_lookup(node, "language");
    const struct design_file *file = NULL;
    struct locale locale = {0};
    // Mistakes are told by locale_read().
    struct schema_target target = {arena, diags_new(arena), &locale, 0};

    if (language && language->kind == NODE_SCALAR)
        file = language_lookup(language->text);
    if (!file)
        file = language_lookup(STR(BASE_LOCALE));
    assert(file);
    read_language(&target, file, &locale);
    return locale.tag;
}

void locale_read(struct arena *arena, const struct node *node,
                 struct diags *diags, struct locale *locale)
{
    const struct node *language = node_lookup(node, "language");
    const struct design_file *base = language_lookup(STR(BASE_LOCALE));
    const struct design_file *file = base;
    struct schema_target target = {arena, diags, locale, 0};

    assert(base);
    *locale = (struct locale){0};
    if (language && language->kind == NODE_SCALAR) {
        locale->pos = language->pos;
        file = language_lookup(language->text);
        if (!file)
            report_language(diags, language);
    } else if (!node_is_null(language)) {
        schema_wrong_kind(diags, language, STR("locale.language"), "a name");
    }
    read_language(&target, base, locale);
    if (file && file != base)
        read_language(&target, file, locale);
    schema_read(&locale_schema, node, &target);
}
