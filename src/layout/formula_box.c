// SPDX-License-Identifier: MIT
// Boxes: adding them up, and the lengths that they are built with.
#include "layout/formula_inner.h"

#define MU_PER_EM 18

sp formula_constant(const struct formula_setter *s, int level,
                    enum math_constant constant)
{
    return font_scale(s->fonts.math, math_constant(s->fonts.math, constant),
                      s->math_size[level]);
}

sp formula_mu(const struct formula_setter *s, int level, int mu)
{
    return sp_mul_div(s->math_size[level], mu, MU_PER_EM);
}

static sp larger(sp a, sp b)
{
    return a > b ? a : b;
}

void formula_box_add(struct formula_setter *s, struct formula_box *box,
                     const struct formula_box *inner, sp x, sp y)
{
    bool empty = box->glyphs.len == 0 && box->rules.len == 0;

    for (size_t i = 0; i < inner->glyphs.len; i++) {
        struct formula_glyph glyph = inner->glyphs.ptr[i];

        glyph.x += x;
        glyph.y += y;
        vec_push(s->context->scratch, &box->glyphs, glyph);
    }
    for (size_t i = 0; i < inner->rules.len; i++) {
        struct formula_rule rule = inner->rules.ptr[i];

        rule.x += x;
        rule.y += y;
        vec_push(s->context->scratch, &box->rules, rule);
    }
    if (inner->glyphs.len == 0 && inner->rules.len == 0)
        return;
    box->height =
        empty ? inner->height + y : larger(box->height, inner->height + y);
    box->depth =
        empty ? inner->depth - y : larger(box->depth, inner->depth - y);
}

void formula_box_add_rule(struct formula_setter *s, struct formula_box *box,
                          struct formula_rule rule)
{
    vec_push(s->context->scratch, &box->rules, rule);
    box->height = larger(box->height, rule.y + rule.height);
    box->depth = larger(box->depth, -rule.y);
}

struct str formula_text(const struct formula_setter *s,
                        const struct formula_node *node)
{
    struct buf buf = {.arena = s->context->arena};

    buf_add(&buf, node->before);
    buf_add(&buf, node->reads);
    buf_add(&buf, node->after);
    return buf_str(&buf);
}

struct formula_box formula_box_of(struct formula_setter *s,
                                  const struct formula_symbol *symbol,
                                  struct str text)
{
    struct formula_box box = {
        .width = formula_symbol_length(symbol, symbol->glyph.advance),
        .height = formula_symbol_length(symbol, symbol->glyph.height),
        .depth = formula_symbol_length(symbol, symbol->glyph.depth),
    };
    struct formula_glyph glyph = {.font = symbol->font,
                                  .size = symbol->size,
                                  .id = symbol->glyph.id,
                                  .text = text,
                                  .advance = box.width};

    vec_push(s->context->scratch, &box.glyphs, glyph);
    return box;
}
