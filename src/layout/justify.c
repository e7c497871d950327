// SPDX-License-Identifier: MIT
// Letters are expanded first, as far as they may; spaces take up the rest.
#include "layout/justify.h"

#include "layout/binding.h"
#include "layout/microtype.h"

// A line is told to be too wide from a point on: less is hardly seen, and a
// web address cannot be shortened for it. (TeX's \hfuzz is a tenth.)
#define OVERFULL_FUZZ SP_PER_PT

static sp natural_width(const struct element_list *elements)
{
    sp width = 0;

    for (size_t i = 0; i < elements->len; i++)
        width += elements->ptr[i].width;
    return width;
}

// Spreads extra over the spaces in proportion to their widths; rounding is
// carried along, so that the line ends exactly at the margin.
static void stretch_glue(struct element_list *elements, sp extra)
{
    sp total = 0;
    sp seen = 0;
    sp given = 0;

    for (size_t i = 0; i < elements->len; i++)
        if (elements->ptr[i].kind == ELEMENT_GLUE)
            total += elements->ptr[i].width;
    for (size_t i = 0; total > 0 && i < elements->len; i++) {
        struct element *element = &elements->ptr[i];
        sp upto;

        if (element->kind != ELEMENT_GLUE)
            continue;
        seen += element->width;
        upto = sp_mul_div(extra, seen, total);
        element->width += upto - given;
        given = upto;
    }
}

static sp glue_shrink(const struct element_list *elements)
{
    sp shrink = 0;

    for (size_t i = 0; i < elements->len; i++) {
        const struct element *element = &elements->ptr[i];

        if (element->kind == ELEMENT_GLUE)
            shrink += space_shrink(element->width, element->span->style.size);
    }
    return shrink;
}

static void report_overfull(struct layout_context *context,
                            const struct element_list *elements, sp excess,
                            const char *width_option)
{
    struct str hint = STR("shorten the text, or make the column wider");
    struct buf points = {.arena = context->scratch};
    struct pos pos = {0};

    for (size_t i = 0; i < elements->len && !pos.source; i++)
        pos = elements->ptr[i].span->pos;
    buf_add_pt(&points, excess, 1);
    if (width_option)
        hint = str_format(context->scratch, "shorten the text, or enlarge %s",
                          width_option);
    diag_warning(context->diags, pos, hint,
                 "a line is %.*s pt wider than its column",
                 STR_ARG(buf_str(&points)));
}

static sp text_width(const struct element_list *elements)
{
    sp width = 0;

    for (size_t i = 0; i < elements->len; i++)
        if (elements->ptr[i].kind == ELEMENT_TEXT)
            width += elements->ptr[i].width;
    return width;
}

// Expands the letters towards extra; returns what is left of it.
static sp expand_text(struct element_list *elements, sp extra)
{
    sp width = text_width(elements);
    sp expansion = width > 0 ? extra * 1000 / width : 0;

    if (expansion > EXPANSION_MAX)
        expansion = EXPANSION_MAX;
    if (expansion < -EXPANSION_MAX)
        expansion = -EXPANSION_MAX;
    for (size_t i = 0; i < elements->len; i++) {
        struct element *element = &elements->ptr[i];

        // Spaces too, for they share items with the words; their width is
        // the line's.
        element->expansion = (int)expansion;
        if (element->kind != ELEMENT_TEXT)
            continue;
        extra += element->width;
        element->width = element_text_width(element);
        extra -= element->width;
    }
    return extra;
}

// What hangs over the margins at either end of the line.
static void find_hang(const struct layout_context *context,
                      const struct element_list *elements, sp *left, sp *right)
{
    const struct element *first = &elements->ptr[0];
    const struct element *last = &elements->ptr[elements->len - 1];

    *left = 0;
    *right = 0;
    if (first->kind == ELEMENT_TEXT)
        *left = hang_left(context, span_font_of(context, first->span),
                          first->span, first->text);
    if (last->kind == ELEMENT_TEXT)
        *right = hang_right(context, span_font_of(context, last->span),
                            last->span, last->text);
}

// Narrows the line; returns how much too wide it still is.
static sp shrink_line(struct element_list *elements, sp excess, bool microtype)
{
    sp shrink;

    if (microtype)
        excess = -expand_text(elements, -excess);
    shrink = glue_shrink(elements);
    stretch_glue(elements, excess > shrink ? -shrink : -excess);
    return excess > shrink ? excess - shrink : 0;
}

sp line_justify(struct layout_context *context, struct element_list *elements,
                const struct measure *measure)
{
    sp left = 0;
    sp right = 0;
    sp extra;

    if (elements->len == 0)
        return 0;
    if (measure->microtype)
        find_hang(context, elements, &left, &right);
    extra = measure->width + left + right - natural_width(elements);
    if (extra < 0) {
        sp excess = shrink_line(elements, -extra, measure->microtype);

        if (excess > OVERFULL_FUZZ)
            report_overfull(context, elements, excess, measure->width_option);
        extra = measure->align == PARA_JUSTIFIED ? 0 : -excess;
    } else if (measure->fill) {
        if (measure->microtype)
            extra = expand_text(elements, extra);
        stretch_glue(elements, extra);
        extra = 0;
    }
    if (measure->align == PARA_CENTER)
        return extra / 2;
    return measure->align == PARA_RIGHT ? extra : -left;
}
