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
    {"month_abbreviations", OPTION_MONTHS, AT(month_abbreviations), NULL},
    {"month_names", OPTION_MONTHS, AT(month_names), NULL},
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

static const struct node *parse_embedded(struct arena *arena,
                                         const struct design_file *file,
                                         struct diags *diags)
{
    struct source *source = arena_new_of(arena, struct source);

    source->name = str_format(arena, "<locale %s>", file->name);
    source->text = (struct str){file->text, file->length};
    source->order = 1000;
    return node_lookup(yaml_read(arena, source, diags), "locale");
}

void locale_read(struct arena *arena, const struct node *node,
                 struct diags *diags, struct locale *locale)
{
    const struct node *language = node_lookup(node, "language");
    const struct design_file *base = language_lookup(STR(BASE_LOCALE));
    const struct design_file *file = base;
    struct schema_target target = {arena, diags, locale, 0};

    assert(base);
    // Quotation marks and tag belong to the language; so far there is one.
    *locale = (struct locale){
        .tag = STR("en"),
        .double_open = STR("\u201c"),
        .double_close = STR("\u201d"),
        .single_open = STR("\u2018"),
        .single_close = STR("\u2019"),
    };
    if (language && language->kind == NODE_SCALAR) {
        file = language_lookup(language->text);
        if (!file)
            report_language(diags, language);
    } else if (!node_is_null(language)) {
        schema_wrong_kind(diags, language, STR("locale.language"), "a name");
    }
    locale->name = str_from_cstr(file ? file->name : base->name);
    schema_read(&locale_schema, parse_embedded(arena, base, diags), &target);
    if (file && file != base)
        schema_read(&locale_schema, parse_embedded(arena, file, diags),
                    &target);
    schema_read(&locale_schema, node, &target);
}
