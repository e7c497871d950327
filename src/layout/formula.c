// SPDX-License-Identifier: MIT
// Lists of atoms side by side, and the whole formula in parts between which
// a line may end.
#include "layout/formula_inner.h"

// Sizes are a little off between text faces of a design and its math font;
// they are made equal only where one sees it.
static sp math_size(const struct formula_setter *s)
{
    const struct text_style *style = &s->span->style;
    struct font_query query = {
        .family = style->family, .weight = style->weight, .size = style->size};
    const struct font_metrics *math = font_metrics(s->fonts.math);
    enum font_match match;
    const struct font *font =
        font_store_lookup(s->context->fonts, query, &match);
    const struct font_metrics *text = font ? font_metrics(font) : math;

    if (s->fonts.same_design || text->x_height <= 0 || math->x_height <= 0)
        return style->size;
    return sp_mul_div(style->size, (sp)text->x_height * math->units_per_em,
                      (sp)math->x_height * text->units_per_em);
}

static void set_sizes(struct formula_setter *s)
{
    static const enum math_constant percents[] = {MATH_SCRIPT_PERCENT,
                                                  MATH_SCRIPT_SCRIPT_PERCENT};

    s->text_size[0] = s->span->style.size;
    s->math_size[0] = math_size(s);
    for (int level = 1; level < FORMULA_LEVELS; level++) {
        int percent = math_constant(s->fonts.math, percents[level - 1]);

        s->text_size[level] = s->text_size[0] * percent / 100;
        s->math_size[level] = s->math_size[0] * percent / 100;
    }
}

static void add_space(struct formula_setter *s, const struct formula_node *node,
                      int level, struct formula_box *box)
{
    sp width = formula_mu(s, level, node->space);

    if (node->blank)
        formula_blank(s, box, level, width);
    else
        box->width += width;
}

static void add_node(struct formula_setter *s, const struct formula_node *node,
                     struct formula_style style, struct formula_box *box)
{
    struct formula_nucleus nucleus;
    struct formula_box inner;

    if (node->kind == FORMULA_SPACE)
        return;
    nucleus = formula_nucleus(s, node, style);
    inner = nucleus.box;
    if (node->sub || node->sup)
        inner = formula_scripts(s, node, style, &nucleus);
    else
        inner.width += nucleus.italic;
    formula_box_add(s, box, &inner, box->width, 0);
    box->width += inner.width;
}

struct formula_box formula_list_box(struct formula_setter *s,
                                    const struct formula_list *list,
                                    struct formula_style style)
{
    struct formula_box box = {0};

    for (size_t i = 0; i < list->len; i++) {
        add_space(s, &list->ptr[i], style.level, &box);
        add_node(s, &list->ptr[i], style, &box);
    }
    return box;
}

struct formula_parts formula_set(struct layout_context *context,
                                 const struct span *span, bool whole)
{
    struct formula_setter s = {.context = context, .span = span};
    const struct formula_list *list = &span->formula->list;
    struct formula_parts parts = {0};
    struct formula_part part = {.penalty = FORMULA_NO_BREAK};
    struct buf text = {.arena = context->arena};

    s.fonts =
        math_fonts_lookup(context->fonts, shape_style_of(context, span).query);
    if (!s.fonts.math) {
        diag_warning(context->diags, span->pos,
                     STR("install Debian's package fonts-stix"),
                     "formulas are set as text: there is no font for them");
        return parts;
    }
    set_sizes(&s);
    for (size_t i = 0; i < list->len; i++) {
        const struct formula_node *node = &list->ptr[i];
        bool begins = i > 0 && part.penalty < FORMULA_NO_BREAK;

        if (begins) {
            part.space = formula_mu(&s, 0, node->space);
            part.blank = node->blank;
            vec_push(context->scratch, &parts, part);
            part = (struct formula_part){0};
            text = (struct buf){.arena = context->arena};
        } else {
            add_space(&s, node, 0, &part.box);
            buf_add_cstr(&text, node->blank ? " " : "");
        }
        // A reader of the text takes the first glyph's height for the line's.
        if (part.box.glyphs.len == 0 && node->kind == FORMULA_FRACTION)
            formula_blank(&s, &part.box, 0, 0);
        formula_add_linear(&text, node);
        part.text = buf_str(&text);
        add_node(&s, node, (struct formula_style){0}, &part.box);
        part.penalty = whole ? FORMULA_NO_BREAK : node->penalty;
    }
    if (list->len > 0)
        vec_push(context->scratch, &parts, part);
    return parts;
}
