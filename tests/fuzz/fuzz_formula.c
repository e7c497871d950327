// SPDX-License-Identifier: MIT
// Any bytes as a formula: read, and set in a paragraph with either kind of
// font.
#include "layout/context.h"
#include "layout/span_font.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void set(struct arena *arena, struct arena *scratch, struct diags *diags,
                struct span span)
{
    struct font_store *fonts = font_store_new(STR(""));
    struct languages *languages = languages_new();
    struct layout_context context = {.arena = arena,
                                     .scratch = scratch,
                                     .diags = diags,
                                     .fonts = fonts,
                                     .span_fonts = span_fonts_new(arena),
                                     .languages = languages,
                                     .costs = page_costs_default()};
    struct para para = {.base = span.style, .leading = PT(5)};

    vec_push(arena, &para.spans, span);
    (void)paragraph_layout(&context, &para, PT(50));
    font_store_free(fonts);
    languages_free(languages);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const families[] = {"Source Sans 3",
                                           "Latin Modern Roman"};
    struct arena *arena = arena_new();
    struct arena *scratch = arena_new();
    struct diags *diags = diags_new(arena);
    struct span span = {.kind = SPAN_FORMULA,
                        .text = {(const char *)data, size},
                        .style = {.weight = 400, .size = PT(10)}};

    span.formula = formula_parse(arena, diags, span.text, 0, span.pos);
    span.label = span.formula->linear;
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        span.style.family = str_from_cstr(families[i]);
        set(arena, scratch, diags, span);
    }
    arena_free(scratch);
    arena_free(arena);
    return 0;
}
