// SPDX-License-Identifier: MIT
// The context that layout needs, for one style of text.
#include "setter.h"

#include "layout/span_font.h"

#define HYPHEN_PENALTY 50 // TeX's \hyphenpenalty

void setter_init(struct setter *setter)
{
    setter->arena = arena_new();
    setter->kept = arena_new();
    setter->languages = languages_new();
    setter->context = (struct layout_context){
        .arena = setter->arena,
        .scratch = setter->arena,
        .diags = diags_new(setter->arena),
        .fonts = font_store_new((struct str){"", 0}),
        .span_fonts = span_fonts_new(setter->kept),
        .languages = setter->languages,
        .language = languages_lookup(setter->languages, STR("en-US")),
    };
}

void setter_done(struct setter *setter)
{
    font_store_free(setter->context.fonts);
    languages_free(setter->languages);
    arena_free(setter->arena);
    arena_free(setter->kept);
}

struct setting setter_make_items(struct setter *setter, struct str text)
{
    static const struct item_params items = {
        .hyphens = true, .hyphen_penalty = HYPHEN_PENALTY, .cv_rules = false};
    struct span *span = arena_new_of(setter->arena, struct span);
    struct para *para = arena_new_of(setter->arena, struct para);
    struct setting setting = {0};

    span->text = text;
    span->style = (struct text_style){
        .family = STR("Latin Modern Roman"), .weight = 400, .size = PT(10)};
    para->base = span->style;
    para->align = PARA_JUSTIFIED;
    para->hyphenation = HYPHENATION_TEX;
    para->spans.ptr = span;
    para->spans.len = 1;
    setting.atoms = atoms_new(&setter->context, para);
    setting.input = break_input_new(&setter->context, &setting.atoms, &items);
    return setting;
}
