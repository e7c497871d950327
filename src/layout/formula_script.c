// SPDX-License-Identifier: MIT
// Superscripts and subscripts: rule 18 of appendix G.
#include "layout/formula_inner.h"

static sp larger(sp a, sp b)
{
    return a > b ? a : b;
}

struct scripts {
    struct formula_box sub;
    struct formula_box sup;
    sp down; // of their baselines
    sp up;
};

// A superscript is as high as the style wants, over a large base higher.
static sp shift_up(const struct formula_setter *s, struct formula_style style,
                   const struct formula_nucleus *nucleus,
                   const struct formula_box *sup)
{
    sp up = formula_constant(s, style.level,
                             style.cramped ? MATH_SUPERSCRIPT_SHIFT_UP_CRAMPED
                                           : MATH_SUPERSCRIPT_SHIFT_UP);

    if (!nucleus->is_char)
        up = larger(up, nucleus->box.height -
                            formula_constant(s, style.level,
                                             MATH_SUPERSCRIPT_DROP_MAX));
    return larger(up,
                  sup->depth + formula_constant(s, style.level,
                                                MATH_SUPERSCRIPT_BOTTOM_MIN));
}

// So with a subscript, which alone keeps below a height, too.
static sp shift_down(const struct formula_setter *s, struct formula_style style,
                     const struct formula_nucleus *nucleus,
                     const struct formula_box *sub, bool alone)
{
    sp down = formula_constant(s, style.level, MATH_SUBSCRIPT_SHIFT_DOWN);

    if (!nucleus->is_char)
        down = larger(down, nucleus->box.depth +
                                formula_constant(s, style.level,
                                                 MATH_SUBSCRIPT_DROP_MIN));
    if (!alone)
        return down;
    return larger(down, sub->height - formula_constant(s, style.level,
                                                       MATH_SUBSCRIPT_TOP_MAX));
}

// Two scripts keep apart; the pair is raised as far as the superscript's
// bottom may be.
static void part_scripts(const struct formula_setter *s, int level,
                         struct scripts *scripts)
{
    sp gap = (scripts->up - scripts->sup.depth) -
             (scripts->sub.height - scripts->down);
    sp lack = formula_constant(s, level, MATH_SUB_SUPERSCRIPT_GAP_MIN) - gap;
    sp raise;

    if (lack <= 0)
        return;
    scripts->down += lack;
    raise =
        formula_constant(s, level, MATH_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT) -
        (scripts->up - scripts->sup.depth);
    if (raise > 0) {
        scripts->up += raise;
        scripts->down -= raise;
    }
}

// The font's own kerning at the height at which the script begins.
static sp script_kern(const struct formula_nucleus *nucleus, bool top,
                      sp height)
{
    const struct formula_symbol *symbol = &nucleus->symbol;
    int units;

    if (!symbol->font || symbol->size <= 0)
        return 0;
    units = (int)sp_mul_div(height, font_metrics(symbol->font)->units_per_em,
                            symbol->size);
    return formula_symbol_length(
        symbol, math_kern(symbol->font, symbol->glyph.id, top, units));
}

struct formula_box formula_scripts(struct formula_setter *s,
                                   const struct formula_node *node,
                                   struct formula_style style,
                                   const struct formula_nucleus *nucleus)
{
    struct scripts scripts = {0};
    struct formula_box box = {.width = nucleus->box.width};
    sp right = nucleus->box.width;

    if (node->sub)
        scripts.sub =
            formula_list_box(s, node->sub, formula_style_smaller(style, true));
    if (node->sup)
        scripts.sup =
            formula_list_box(s, node->sup, formula_style_smaller(style, false));
    scripts.up = shift_up(s, style, nucleus, &scripts.sup);
    scripts.down = shift_down(s, style, nucleus, &scripts.sub, !node->sup);
    if (node->sub && node->sup)
        part_scripts(s, style.level, &scripts);
    formula_box_add(s, &box, &nucleus->box, 0, 0);
    if (node->sub) {
        sp kern =
            script_kern(nucleus, false, scripts.sub.height - scripts.down);

        formula_box_add(s, &box, &scripts.sub, right + kern, -scripts.down);
        box.width = larger(box.width, right + kern + scripts.sub.width);
    }
    if (node->sup) {
        sp kern = nucleus->italic +
                  script_kern(nucleus, true, scripts.up - scripts.sup.depth);

        formula_box_add(s, &box, &scripts.sup, right + kern, scripts.up);
        box.width = larger(box.width, right + kern + scripts.sup.width);
    }
    box.width += formula_constant(s, style.level, MATH_SPACE_AFTER_SCRIPT);
    return box;
}
