// SPDX-License-Identifier: MIT
// Paragraphs: atoms to items, items to lines (text/breaker), lines to rows.
#include "layout/atoms.h"
#include "layout/direction.h"
#include "layout/justify.h"
#include "layout/line_elements.h"
#include "layout/paragraph_cache.h"
#include "layout/setting.h"

// The price of a page break above a line: not behind the first, not before
// the last of a paragraph, not in a divided word.
static int64_t line_penalty(const struct page_costs *costs,
                            const struct break_lines *lines, size_t index)
{
    int64_t penalty = 0;

    if (index == 1)
        penalty += costs->widow;
    if (index > 0 && index + 1 == lines->len)
        penalty += costs->widow;
    if (index > 0 && lines->ptr[index - 1].hyphen)
        penalty += costs->hyphen;
    return penalty;
}

static void number_items(struct piece *piece, size_t line, size_t lines)
{
    for (size_t i = 0; i < piece->items.len; i++) {
        piece->items.ptr[i].line = (uint32_t)line;
        piece->items.ptr[i].lines = (uint32_t)lines;
    }
}

static struct formula_reach reach_of(const struct element_list *elements,
                                     sp height)
{
    struct formula_reach reach = {0};

    for (size_t i = 0; i < elements->len; i++)
        if (elements->ptr[i].kind == ELEMENT_FORMULA)
            formula_reach_add(&reach, elements->ptr[i].formula,
                              elements->ptr[i].span->raise, height);
    return reach;
}

static struct rows set_lines(struct layout_context *context,
                             const struct para *para,
                             const struct atom_list *atoms,
                             const struct setting *setting, sp width)
{
    const struct break_result *result = &setting->result;
    struct measure measure = {.width = width,
                              .align = para->align,
                              .microtype = setting->microtype,
                              .width_option = para->width_option};
    struct rows rows = {0};
    struct formula_reach above = {0}; // of the line before
    sp space;
    sp height = style_cap_height(context, &para->base);

    if (height < para->min_height)
        height = para->min_height;
    for (size_t i = 0; i < result->lines.len; i++) {
        const struct break_line *line = &result->lines.ptr[i];
        struct element_list elements = {0};
        struct line_maker m = {context, atoms, &setting->input, &elements};
        struct piece piece = piece_new(context);
        struct formula_reach reach = {0};
        sp x;

        line_collect(&m, line);
        reach = reach_of(&elements, height);
        space = formula_leading(&above, &reach, para->base.size, para->leading);
        above = reach;
        measure.fill = setting->justified && !line->fil;
        x = line_justify(context, &elements, &measure);
        line_place(context, &elements);
        if (i + 1 < result->lines.len)
            line_push_space(&m, line->to, result->lines.ptr[i + 1].from);
        else
            line_push_end_space(&m);
        line_set(context, &elements, x, height, &piece);
        number_items(&piece, i + 1, result->lines.len);
        // A first line has its space from what stands above the paragraph.
        rows_push(
            context->arena, &rows, i > 0 || space > para->leading ? space : 0,
            line_penalty(&context->costs, &result->lines, i), height, piece);
    }
    space = formula_leading(&above, &(struct formula_reach){0}, para->base.size,
                            para->leading);
    if (space > para->leading)
        rows.below = space;
    return rows;
}

sp paragraph_natural_width(struct layout_context *context,
                           const struct para *para)
{
    struct arena_mark mark = arena_mark(context->scratch);
    struct atom_list atoms = atoms_new(context, para);
    sp widest = 0;
    sp width = 0;

    for (size_t i = 0; i < atoms.len; i++) {
        width =
            atoms.ptr[i].kind == ATOM_BREAK ? 0 : width + atoms.ptr[i].width;
        widest = width > widest ? width : widest;
    }
    arena_rewind(context->scratch, mark);
    return widest;
}

static struct rows set_paragraph(struct layout_context *context,
                                 const struct para *para, sp width)
{
    struct atom_list atoms = atoms_new(context, para);
    struct rows rows = {0};

    atoms_set_levels(context, &atoms);
    if (atoms.len > 0) {
        struct setting setting = setting_choose(context, para, &atoms, width);

        rows = set_lines(context, para, &atoms, &setting, width);
    }
    return rows;
}

struct rows paragraph_layout(struct layout_context *context,
                             const struct para *para, sp width)
{
    struct arena_mark mark = arena_mark(context->scratch);
    size_t reports = diags_reports(context->diags);
    struct paragraph_key key;
    struct rows rows;

    if (!paragraph_cache_find(context, para, width, &key, &rows)) {
        rows = set_paragraph(context, para, width);
        if (diags_reports(context->diags) == reports)
            paragraph_cache_add(context, para, &key, &rows);
    }
    arena_rewind(context->scratch, mark);
    return rows;
}
