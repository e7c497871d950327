// SPDX-License-Identifier: MIT
// Any text as a name, a bullet and a template's: its marks, and what layout
// makes of them. Texts beyond ASCII end with the composed document, for their
// fonts are found by fontconfig, which is slow.
#include "base/utf8.h"
#include "compose/compose.h"
#include "compose/plain_text.h"
#include "layout/layout.h"
#include "layout/tags.h"
#include "profile/yaml.h"

#include <stdint.h>
#include <stdlib.h>

// A text of a profile is seldom longer, and layout is slow.
#define TEXT_MAX 2000

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char source_text[] =
    "cv: {name: x, sections: {a: [x], b: [{name: x, summary: x}]}}\n"
    "settings: {bold_keywords: [LaTeX, ab]}\n"
    "design: {links: {underline: true}, page: {show_footer: false}, "
    "templates: {normal_entry: {main_column: x}}}\n";

// Puts the text in the place of every scalar "x".
static void replace(struct node *node, struct str text)
{
    if (node->kind == NODE_SCALAR && str_eq_cstr(node->text, "x"))
        node->text = text;
    for (size_t i = 0; i < node->items.len; i++)
        replace(node->items.ptr[i], text);
    for (size_t i = 0; i < node->pairs.len; i++)
        replace(node->pairs.ptr[i].value, text);
}

static bool is_ascii(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80)
            return false;
    return true;
}

static void lay_out(struct arena *arena, const struct document *document,
                    struct diags *diags)
{
    struct font_store *fonts = font_store_new(STR(""));
    struct languages *languages = languages_new();
    struct pages pages;

    layout(arena, document, &(struct layout_stock){fonts, languages, NULL},
           diags, &pages);
    (void)pages_dump(arena, &pages);
    (void)tags_dump(arena, &pages);
    languages_free(languages);
    font_store_free(fonts);
}

static void render(struct arena *arena, struct str text)
{
    struct diags *diags = diags_new(arena);
    struct source source = {.name = STR("fuzz.yaml"),
                            .text = str_from_cstr(source_text)};
    struct node *root = yaml_read(arena, &source, diags);
    struct profile profile;
    struct design design;
    struct locale locale;
    struct settings settings;
    struct document document;

    if (!root)
        abort();
    replace(root, text);
    if (!profile_read(arena, root, diags, &profile))
        return;
    design_read(arena, profile.design, diags, &design);
    locale_read(arena, profile.locale, diags, &locale);
    settings_read(arena, profile.settings, 1767225600, diags, &settings);
    compose(arena,
            &(struct compose_input){.cv = &profile.cv,
                                    .design = &design,
                                    .locale = &locale,
                                    .settings = &settings,
                                    .folder = STR("")},
            diags, &document);
    (void)document_plain_text(arena, &document);
    if (is_ascii(text))
        lay_out(arena, &document, diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct str text = {(const char *)data, size};

    if (size <= TEXT_MAX && utf8_check(text) == size)
        render(arena, str_copy(arena, text));
    arena_free(arena);
    return 0;
}
