// SPDX-License-Identifier: MIT
// Single atoms without their scripts: symbols, fractions, roots, accents,
// brackets that grow. The numbers in comments are appendix G's rules.
#include "layout/formula_inner.h"

// LaTeX's \nulldelimiterspace at 10 pt, around fractions.
#define NULL_DELIMITER_PERCENT 12
// \delimiterfactor, and \delimitershortfall at 10 pt.
#define DELIMITER_FACTOR 901
#define DELIMITER_SHORTFALL_PERCENT 50
#define SIGN_MIN_PERCENT 80
#define PRIME 0x2032

static struct formula_style cramp(struct formula_style style)
{
    style.cramped = true;
    return style;
}

// 13: a large operator stands in the middle of the line's height.
static void centre(struct formula_setter *s, int level, struct formula_box *box)
{
    struct formula_box centred = {.width = box->width};
    sp axis = formula_constant(s, level, MATH_AXIS_HEIGHT);

    formula_box_add(s, &centred, box, 0, axis - (box->height - box->depth) / 2);
    *box = centred;
}

// Whether a prime in a script is one for the base: raised by itself, without
// a form for scripts.
static bool is_raised_prime(const struct formula_node *node, int level,
                            const struct formula_symbol *symbol)
{
    struct math_glyph plain;

    return node->rune == PRIME && level > 0 &&
           math_glyph_lookup(symbol->font, PRIME, 0, &plain) &&
           plain.id == symbol->glyph.id;
}

// Sets such a prime as large and as high as it is beside the base; in the
// size of scripts, raised once more, it would be a dot.
static void set_raised_prime(struct formula_setter *s,
                             const struct formula_node *node, int level,
                             struct formula_nucleus *nucleus)
{
    struct formula_symbol *symbol = &nucleus->symbol;
    struct formula_box box;

    symbol->size =
        sp_mul_div(symbol->size, s->math_size[level - 1], s->math_size[level]);
    box = formula_box_of(s, symbol, formula_text(s, node));
    nucleus->box = (struct formula_box){.width = box.width};
    formula_box_add(s, &nucleus->box, &box, 0,
                    -formula_constant(s, level - 1, MATH_SUPERSCRIPT_SHIFT_UP));
}

static struct formula_nucleus set_symbol(struct formula_setter *s,
                                         const struct formula_node *node,
                                         struct formula_style style)
{
    struct formula_nucleus nucleus = {.is_char = true};
    struct formula_symbol *symbol = &nucleus.symbol;

    if (!formula_symbol_find(s, node, style.level, symbol))
        return (struct formula_nucleus){0};
    nucleus.box = formula_box_of(s, symbol, formula_text(s, node));
    if (is_raised_prime(node, style.level, symbol))
        set_raised_prime(s, node, style.level, &nucleus);
    nucleus.italic = formula_symbol_length(symbol, symbol->glyph.italic);
    nucleus.attach = formula_symbol_length(symbol, symbol->glyph.attach);
    // The advance of an integral includes the correction, by which subscripts
    // go back under it.
    if (node->class == FORMULA_OP) {
        nucleus.is_char = false;
        nucleus.box.width -= nucleus.italic;
        centre(s, style.level, &nucleus.box);
    }
    return nucleus;
}

// 15: how far numerator and denominator are moved, so that they keep clear
// of the rule.
static void set_fraction(struct formula_setter *s,
                         const struct formula_node *node,
                         struct formula_style style, struct formula_box *box)
{
    int level = style.level;
    struct formula_box above =
        formula_list_box(s, node->body, formula_style_smaller(style, false));
    struct formula_box below =
        formula_list_box(s, node->below, formula_style_smaller(style, true));
    sp thickness = formula_constant(s, level, MATH_FRACTION_RULE_THICKNESS);
    sp bottom = formula_constant(s, level, MATH_AXIS_HEIGHT) - thickness / 2;
    sp up = formula_constant(s, level, MATH_NUMERATOR_SHIFT_UP);
    sp down = formula_constant(s, level, MATH_DENOMINATOR_SHIFT_DOWN);
    sp up_min = bottom + thickness + above.depth +
                formula_constant(s, level, MATH_NUMERATOR_GAP_MIN);
    sp down_min = below.height - bottom +
                  formula_constant(s, level, MATH_DENOMINATOR_GAP_MIN);
    sp margin = s->text_size[0] * NULL_DELIMITER_PERCENT / 100;
    sp width = above.width > below.width ? above.width : below.width;

    formula_box_add(s, box, &above, margin + (width - above.width) / 2,
                    up > up_min ? up : up_min);
    formula_box_add(s, box, &below, margin + (width - below.width) / 2,
                    down > down_min ? -down : -down_min);
    formula_box_add_rule(
        s, box, (struct formula_rule){margin, bottom, width, thickness});
    box->width = width + 2 * margin;
}

// The smallest sign of STIX Math is 1.2 em high, too high over a letter: it
// is set smaller by up to a fifth. Returns its size in percent.
static int shrink_sign(const struct formula_setter *s,
                       struct formula_symbol *symbol, sp wanted)
{
    sp height = formula_symbol_length(symbol, symbol->glyph.height +
                                                  symbol->glyph.depth);
    int percent = 100;

    if (s->fonts.same_design || height <= 0 || wanted >= height)
        return percent;
    percent = (int)(wanted * 100 / height);
    if (percent < SIGN_MIN_PERCENT)
        percent = SIGN_MIN_PERCENT;
    symbol->size = symbol->size * percent / 100;
    return percent;
}

// 11: the sign is made high enough; what it is too high goes half above,
// half below what stands under it.
static void set_radical(struct formula_setter *s,
                        const struct formula_node *node,
                        struct formula_style style, struct formula_box *box)
{
    int level = style.level;
    struct formula_box body = formula_list_box(s, node->body, cramp(style));
    sp gap = formula_constant(s, level, MATH_RADICAL_GAP);
    sp thickness = formula_constant(s, level, MATH_RADICAL_RULE_THICKNESS);
    struct formula_symbol symbol;
    struct formula_box sign;
    sp surplus;

    if (!formula_symbol_stretch(s, node, level,
                                body.height + body.depth + gap + thickness,
                                &symbol)) {
        *box = body;
        return;
    }
    thickness = sp_mul_div(
        thickness, shrink_sign(s, &symbol, body.height + body.depth + gap),
        100);
    sign = formula_box_of(s, &symbol, formula_text(s, node));
    surplus =
        sign.height + sign.depth - thickness - body.height - body.depth - gap;
    if (surplus > 0)
        gap += surplus / 2;
    formula_box_add(s, box, &sign, 0,
                    body.height + gap + thickness - sign.height);
    formula_box_add(s, box, &body, sign.width, 0);
    formula_box_add_rule(s, box,
                         (struct formula_rule){sign.width, body.height + gap,
                                               body.width, thickness});
    box->width = sign.width + body.width;
}

// 12: the accent stands over the middle of its letter, as the font has it,
// raised by what the letter is higher than those it was drawn for.
static void set_accent(struct formula_setter *s,
                       const struct formula_node *node,
                       struct formula_style style,
                       struct formula_nucleus *nucleus)
{
    bool single = node->body->len == 1 && !node->body->ptr[0].sub &&
                  !node->body->ptr[0].sup;
    struct formula_nucleus inner = {0};
    struct formula_symbol symbol;
    struct formula_box accent;
    struct formula_box *box = &nucleus->box;
    sp rise;

    if (single)
        inner = formula_nucleus(s, node->body->ptr, cramp(style));
    if (!inner.is_char) {
        inner.box = formula_list_box(s, node->body, cramp(style));
        inner.attach = inner.box.width / 2;
    }
    nucleus->is_char = inner.is_char;
    nucleus->italic = inner.italic;
    formula_box_add(s, box, &inner.box, 0, 0);
    box->width = inner.box.width;
    if (!formula_symbol_find(s, node, style.level, &symbol))
        return;
    accent = formula_box_of(s, &symbol, formula_text(s, node));
    accent.glyphs.ptr[0].advance = 0;
    rise = inner.box.height -
           formula_constant(s, style.level, MATH_ACCENT_BASE_HEIGHT);
    formula_box_add(s, box, &accent,
                    inner.attach -
                        formula_symbol_length(&symbol, symbol.glyph.attach),
                    rise > 0 ? rise : 0);
}

static void add_delimiter(struct formula_setter *s,
                          const struct formula_node *node, int level, sp height,
                          struct formula_box *box)
{
    struct formula_symbol symbol;
    struct formula_box delimiter;

    if (!node) {
        box->width += s->text_size[0] * NULL_DELIMITER_PERCENT / 100;
        return;
    }
    if (!formula_symbol_stretch(s, node, level, height, &symbol))
        return;
    delimiter = formula_box_of(s, &symbol, formula_text(s, node));
    centre(s, level, &delimiter);
    formula_box_add(s, box, &delimiter, box->width, 0);
    box->width += delimiter.width;
}

// 19: brackets cover nearly all of what is between them, above and below the
// axis alike.
static void set_fence(struct formula_setter *s, const struct formula_node *node,
                      struct formula_style style, struct formula_box *box)
{
    struct formula_box body = formula_list_box(s, node->body, style);
    sp axis = formula_constant(s, style.level, MATH_AXIS_HEIGHT);
    sp half = body.height - axis > body.depth + axis ? body.height - axis
                                                     : body.depth + axis;
    sp height = half * DELIMITER_FACTOR / 500;
    sp least = 2 * half - s->text_size[0] * DELIMITER_SHORTFALL_PERCENT / 100;

    if (height < least)
        height = least;
    add_delimiter(s, node->open, style.level, height, box);
    formula_box_add(s, box, &body, box->width, 0);
    box->width += body.width;
    add_delimiter(s, node->close, style.level, height, box);
}

// TeX takes {x} for x.
static const struct formula_node *only_symbol(const struct formula_node *group)
{
    const struct formula_node *node = group->body->ptr;

    if (group->body->len != 1 || node->kind != FORMULA_SYMBOL || node->sub ||
        node->sup || node->class != FORMULA_ORD)
        return NULL;
    return node;
}

struct formula_nucleus formula_nucleus(struct formula_setter *s,
                                       const struct formula_node *node,
                                       struct formula_style style)
{
    struct formula_nucleus nucleus = {0};

    switch (node->kind) {
    case FORMULA_SYMBOL:
        return set_symbol(s, node, style);
    case FORMULA_WORD:
        nucleus.box = formula_word(s, node, style.level);
        break;
    case FORMULA_GROUP:
        if (only_symbol(node))
            return set_symbol(s, only_symbol(node), style);
        nucleus.box = formula_list_box(s, node->body, style);
        nucleus.is_char = node->body->len == 0;
        break;
    case FORMULA_FRACTION:
        set_fraction(s, node, style, &nucleus.box);
        break;
    case FORMULA_RADICAL:
        set_radical(s, node, style, &nucleus.box);
        break;
    case FORMULA_ACCENT:
        set_accent(s, node, style, &nucleus);
        break;
    case FORMULA_FENCE:
        set_fence(s, node, style, &nucleus.box);
        break;
    case FORMULA_SPACE:
        break;
    }
    nucleus.attach = nucleus.box.width / 2;
    return nucleus;
}
