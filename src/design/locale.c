// SPDX-License-Identifier: MIT
// Languages are YAML files under src/design/locales, embedded at build time;
// english is the base of all.
#include "design/locale.h"

#include "design/embedded.h"
#include "design/options.h"

#include <assert.h>

#define BASE_LOCALE "english"

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

static void store_language(const struct schema_target *target,
                           const struct design_file *file,
                           struct locale *locale)
{
    locale->name = str_from_cstr(file->name);
    locale->tag = file->tag;
    locale->hyphen_package = file->hyphen_package;
    locale->rtl = file->rtl;
    locale->zero = file->zero;
    locale->letter.din = file->din;
    locale->double_open = file->quotes[0];
    locale->double_close = file->quotes[1];
    locale->single_open = file->quotes[2];
    locale->single_close = file->quotes[3];
    presets_store(file, &locale_schema, target);
}

uint32_t locale_zero(const struct locale *locale)
{
    return locale->digits == DIGITS_NATIVE ? locale->zero : 0;
}

bool text_is_own(const struct text *text)
{
    return text->pos.source && text->pos.source->order != EMBEDDED_ORDER;
}

struct str locale_tag(const struct node *node)
{
    const struct node *language = node_lookup(node, "language");
    const struct design_file *file = NULL;

    // Mistakes are told by locale_read().
    if (language && language->kind == NODE_SCALAR)
        file = language_lookup(language->text);
    if (!file)
        file = language_lookup(STR(BASE_LOCALE));
    assert(file);
    return file->tag;
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
    store_language(&target, base, locale);
    if (file && file != base)
        store_language(&target, file, locale);
    schema_read(&locale_schema, node, &target);
}
