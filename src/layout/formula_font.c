// SPDX-License-Identifier: MIT
// Which glyph shows a symbol. Beside a math font of the text's own design all
// are taken from that; else letters, figures, brackets and punctuation are
// those of the text's faces, and the signs the math font's.
#include "base/utf8.h"
#include "layout/atoms.h"
#include "layout/formula_inner.h"

#include <string.h>

sp formula_symbol_length(const struct formula_symbol *symbol, int units)
{
    return font_scale(symbol->font, units, symbol->size);
}

// Unicode's letters of mathematics (U+1D400...), with those that had been
// there before at other places.
static const struct alphabet {
    uint32_t upper, lower, digits; // 0: it has none
    const char *holes;             // letters that stand elsewhere
    uint32_t elsewhere[12];
} alphabets[] = {
    [FORMULA_PLAIN] = {0x1D434, 0x1D44E, 0, "h", {0x210E}},
    [FORMULA_ROMAN] = {'A', 'a', '0', "", {0}},
    [FORMULA_BOLD] = {0x1D400, 0x1D41A, 0x1D7CE, "", {0}},
    [FORMULA_SANS] = {0x1D5A0, 0x1D5BA, 0x1D7E2, "", {0}},
    [FORMULA_DOUBLE] = {0x1D538,
                        0x1D552,
                        0x1D7D8,
                        "CHNPQRZ",
                        {0x2102, 0x210D, 0x2115, 0x2119, 0x211A, 0x211D,
                         0x2124}},
    [FORMULA_SCRIPT] = {0x1D49C,
                        0x1D4B6,
                        0,
                        "BEFHILMRego",
                        {0x212C, 0x2130, 0x2131, 0x210B, 0x2110, 0x2112, 0x2133,
                         0x211B, 0x212F, 0x210A, 0x2134}},
    [FORMULA_FRAKTUR] = {0x1D504,
                         0x1D51E,
                         0,
                         "CHIRZ",
                         {0x212D, 0x210C, 0x2111, 0x211C, 0x2128}},
};

#define BOLD_MIN 600
#define BOLD_ITALIC_UPPER 0x1D468
#define BOLD_ITALIC_LOWER 0x1D482
#define ITALIC_GREEK 0x1D6FC
#define BOLD_ITALIC_GREEK 0x1D736

// The place of a Greek letter in an italic alphabet, or -1. Capitals are
// upright, as TeX has them.
static int greek_index(uint32_t rune)
{
    static const uint32_t variants[] = {0x2202, 0x3F5, 0x3D1, 0x3F0,
                                        0x3D5,  0x3F1, 0x3D6};

    if (rune >= 0x3B1 && rune <= 0x3C9)
        return (int)(rune - 0x3B1);
    for (int i = 0; i < (int)(sizeof variants / sizeof *variants); i++)
        if (variants[i] == rune)
            return 0x19 + i;
    return -1;
}

static uint32_t alphabet_letter(enum formula_alphabet which, uint32_t rune)
{
    const struct alphabet *alphabet = &alphabets[which];
    const char *hole = rune < 0x80 ? strchr(alphabet->holes, (int)rune) : NULL;

    if (hole && *hole)
        return alphabet->elsewhere[hole - alphabet->holes];
    if (rune >= 'A' && rune <= 'Z')
        return alphabet->upper + (rune - 'A');
    if (rune >= 'a' && rune <= 'z')
        return alphabet->lower + (rune - 'a');
    if (rune >= '0' && rune <= '9' && alphabet->digits)
        return alphabet->digits + (rune - '0');
    return rune;
}

// The character by which a math font shows the symbol.
static uint32_t math_rune(const struct formula_setter *s,
                          const struct formula_node *node)
{
    bool bold = s->span->style.weight >= BOLD_MIN;
    uint32_t rune = node->rune;
    int greek = greek_index(rune);

    if (greek >= 0 && node->alphabet != FORMULA_ROMAN)
        return (uint32_t)greek + (bold || node->alphabet == FORMULA_BOLD
                                      ? BOLD_ITALIC_GREEK
                                      : ITALIC_GREEK);
    if (bold && node->alphabet == FORMULA_PLAIN) {
        if (rune >= 'A' && rune <= 'Z')
            return BOLD_ITALIC_UPPER + (rune - 'A');
        if (rune >= 'a' && rune <= 'z')
            return BOLD_ITALIC_LOWER + (rune - 'a');
        return alphabet_letter(FORMULA_BOLD, rune);
    }
    return alphabet_letter(node->alphabet, rune);
}

static bool is_mark(uint32_t rune)
{
    return rune < 0x80 && strchr(".,:;!?()[]{}/|%&#_\"", (int)rune);
}

// Math fonts have bold letters and figures only.
static bool is_bold_mark(const struct formula_setter *s,
                         const struct formula_node *node)
{
    return s->span->style.weight >= BOLD_MIN && is_mark(node->rune);
}

// The face of the text's family in which a symbol is set; NULL if it is one
// for the math font.
static const struct font *text_face(const struct formula_setter *s,
                                    const struct formula_node *node)
{
    const struct text_style *style = &s->span->style;
    struct font_query query = {
        .family = style->family, .weight = style->weight, .size = style->size};
    enum font_match match;
    uint32_t rune = node->rune;
    bool mark = is_mark(rune);

    if (!rune_is_word(rune) && !mark && rune != 0x2113)
        return NULL;
    if (node->alphabet >= FORMULA_DOUBLE && rune < 0x80 && !mark)
        return NULL;
    if (node->alphabet == FORMULA_BOLD)
        query.weight = 700;
    query.italic = node->alphabet == FORMULA_PLAIN && !mark &&
                   !(rune >= '0' && rune <= '9') &&
                   !(rune >= 0x391 && rune <= 0x3A9);
    return font_store_lookup(s->context->fonts, query, &match);
}

static bool find_in(const struct font *font, sp size, uint32_t rune, int level,
                    struct formula_symbol *symbol)
{
    symbol->font = font;
    symbol->size = size;
    return font && math_glyph_lookup(font, rune, level, &symbol->glyph);
}

static bool find_in_math(const struct formula_setter *s,
                         const struct formula_node *node, int level,
                         struct formula_symbol *symbol)
{
    sp size = s->math_size[level];

    return find_in(s->fonts.math, size, math_rune(s, node), level, symbol) ||
           find_in(s->fonts.math, size, node->rune, level, symbol);
}

bool formula_symbol_find(struct formula_setter *s,
                         const struct formula_node *node, int level,
                         struct formula_symbol *symbol)
{
    const struct text_style *style = &s->span->style;
    struct font_query query = {.family = style->family,
                               .weight = style->weight,
                               .italic = style->italic,
                               .size = style->size};
    sp size = s->text_size[level];
    char bytes[4];
    struct str text = {bytes, utf8_encode(node->rune, bytes)};
    enum font_match match;

    if ((!s->fonts.same_design || is_bold_mark(s, node)) &&
        find_in(text_face(s, node), size, node->rune, level, symbol))
        return true;
    if (find_in_math(s, node, level, symbol))
        return true;
    if (find_in(font_store_lookup(s->context->fonts, query, &match), size,
                node->rune, level, symbol) ||
        find_in(font_store_fallback(s->context->fonts, query, text), size,
                node->rune, level, symbol))
        return true;
    diag_warning(s->context->diags, s->span->pos, STR(""),
                 "no font has the character %.*s (U+%04X)", STR_ARG(text),
                 node->rune);
    return false;
}

bool formula_symbol_stretch(struct formula_setter *s,
                            const struct formula_node *node, int level,
                            sp height, struct formula_symbol *symbol)
{
    struct formula_symbol base;
    const struct font *math = s->fonts.math;
    sp em = s->math_size[level];

    if (formula_symbol_find(s, node, level, &base) &&
        formula_symbol_length(&base, base.glyph.height + base.glyph.depth) >=
            height) {
        *symbol = base;
        return true;
    }
    if (!find_in_math(s, node, 0, symbol))
        return formula_symbol_find(s, node, level, symbol);
    symbol->size = em;
    // Rounded up, so that what is chosen is high enough.
    symbol->glyph = math_glyph_variant(
        math, &symbol->glyph,
        (int)(sp_mul_div(height, font_metrics(math)->units_per_em, em) + 1));
    return true;
}

// Appends a run of shaped glyphs at the box's right end.
static void add_run(struct formula_setter *s, struct formula_box *box,
                    struct str text, const struct glyph_run *run, sp size)
{
    for (size_t i = 0; i < run->count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        size_t end = i + 1 < run->count ? run->glyphs[i + 1].cluster : run->end;
        struct formula_symbol symbol = {
            .font = run->font,
            .size = size,
            .glyph = math_glyph_measure(run->font, glyph->id)};
        struct formula_box inner;

        symbol.glyph.advance = glyph->advance;
        inner =
            formula_box_of(s, &symbol, str_slice(text, glyph->cluster, end));
        formula_box_add(s, box, &inner,
                        box->width +
                            font_scale(run->font, glyph->x_offset, size),
                        font_scale(run->font, glyph->y_offset, size));
        box->width += inner.width;
    }
}

// Gives a word's first and last glyphs what is read before and after it.
static void surround(const struct formula_setter *s,
                     struct formula_glyphs *glyphs,
                     const struct formula_node *node)
{
    struct arena *arena = s->context->arena;
    struct formula_glyph *first = glyphs->ptr;
    struct formula_glyph *last = glyphs->ptr + glyphs->len - 1;

    if (glyphs->len == 0)
        return;
    if (node->before.len > 0)
        first->text = str_format(arena, "%.*s%.*s", STR_ARG(node->before),
                                 STR_ARG(first->text));
    if (node->after.len > 0)
        last->text = str_format(arena, "%.*s%.*s", STR_ARG(last->text),
                                STR_ARG(node->after));
}

static struct span word_span(const struct formula_setter *s, int level,
                             bool roman)
{
    struct span span = *s->span;

    span.style.size = s->text_size[level];
    span.style.italic = span.style.italic && !roman;
    span.style.small_caps = false;
    return span;
}

struct formula_box formula_word(struct formula_setter *s,
                                const struct formula_node *node, int level)
{
    struct span span = word_span(s, level, node->roman);
    struct shape_style style = shape_style_of(s->context, &span);
    const struct shape *shape =
        shape_text(s->context->fonts, &style, node->text);
    struct formula_box box = {0};

    for (size_t i = 0; i < shape->count; i++)
        add_run(s, &box, node->text, &shape->runs[i], span.style.size);
    surround(s, &box.glyphs, node);
    return box;
}

void formula_blank(struct formula_setter *s, struct formula_box *box, int level,
                   sp width)
{
    struct span span = word_span(s, level, true);
    const struct shape *shape = span_shape(s->context, &span, STR(" "));
    struct formula_glyph glyph = {.size = span.style.size,
                                  .text = STR(" "),
                                  .x = box->width,
                                  .advance = width};

    if (shape->count > 0 && shape->runs[0].count > 0) {
        glyph.font = shape->runs[0].font;
        glyph.id = shape->runs[0].glyphs[0].id;
        vec_push(s->context->scratch, &box->glyphs, glyph);
    }
    box->width += width;
}
