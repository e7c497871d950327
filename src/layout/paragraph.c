// SPDX-License-Identifier: MIT
// Paragraphs: atoms to items, items to lines (text/breaker), lines to rows.
// Words are divided only if no setting without hyphens is good enough.
#include "layout/atoms.h"
#include "layout/line.h"

// Justified text needs about 40 characters to a line; narrower columns are
// set ragged. An average character is a little under half an em.
#define MIN_JUSTIFIED_EMS 17
// How far lines may end from a ragged margin at badness 100.
#define RAGGED_EMS 4
// Badness up to which lines without hyphens are kept when hyphens are the
// last resort: a space of about twice its width.
#define LAST_RESORT_TOLERANCE 1000
// A paragraph of two lines whose first would need wider spaces than this
// part of their width on top is set ragged: beside other short lines that
// is no eyesore, and a hyphen or a river would be.
#define MAX_STRETCH_PERCENT 60
#define FEW_LINES 2
// A division then costs as much as the breaker knows short of forbidding it.
#define LAST_RESORT_PENALTY 2000
#define TEX_HYPHEN_PENALTY 50
#define LOOSE_TOLERANCE 5000
#define EMERGENCY_EMS 3
#define RUNT_PENALTY 1000
// A line is told to be overfull from a tenth of a point on: TeX's \hfuzz.
#define OVERFULL_FUZZ (SP_PER_PT / 10)

static bool is_justified(const struct para *para, sp width)
{
    return para->align == PARA_JUSTIFIED &&
           width >= para->base.size * MIN_JUSTIFIED_EMS;
}

static struct break_params params_of(const struct para *para, bool justified,
                                     bool hyphens)
{
    struct break_params params = break_params_tex();
    sp em = para->base.size;

    if (!justified) {
        params.pretolerance = BREAK_INFINITE;
        params.tolerance = BREAK_INFINITE;
        params.right_skip_stretch = em * RAGGED_EMS;
        if (para->align == PARA_CENTER)
            params.left_skip_stretch = em * RAGGED_EMS;
    } else if (para->hyphenation == HYPHENATION_TEX) {
        params.emergency_stretch = em * EMERGENCY_EMS;
    } else {
        params.pretolerance = LAST_RESORT_TOLERANCE;
        params.tolerance = LOOSE_TOLERANCE;
        params.emergency_stretch = em * EMERGENCY_EMS;
    }
    if (hyphens)
        params.pretolerance = -1;
    return params;
}

static bool any_overfull(const struct break_result *result)
{
    for (size_t i = 0; i < result->lines.len; i++)
        if (result->lines.ptr[i].overfull)
            return true;
    return false;
}

// True if a justified line would need spaces that are too wide.
static bool any_loose(const struct break_result *result,
                      const struct break_input *input, sp width)
{
    for (size_t i = 0; i < result->lines.len; i++) {
        const struct break_line *line = &result->lines.ptr[i];
        sp glue = 0;

        for (size_t j = line->from; j < line->to; j++)
            if (input->items.ptr[j].kind == BREAK_GLUE)
                glue += input->items.ptr[j].width;
        if (!line->fil &&
            width - line->natural > glue * MAX_STRETCH_PERCENT / 100)
            return true;
    }
    return false;
}

// How a paragraph is set, and the lines that come of it.
struct setting {
    struct break_input input;
    struct break_result result;
    bool justified;
};

static void try_setting(struct layout_context *context, const struct para *para,
                        const struct atom_list *atoms, sp width, bool hyphens,
                        struct setting *setting)
{
    struct item_params items = {
        .ragged = !setting->justified,
        .balanced = para->align == PARA_CENTER,
        .hyphens = hyphens,
        .hyphen_penalty = para->hyphenation == HYPHENATION_TEX
                              ? TEX_HYPHEN_PENALTY
                              : LAST_RESORT_PENALTY,
        .runt_penalty = RUNT_PENALTY,
    };
    struct break_params params = params_of(para, setting->justified, hyphens);

    setting->input = break_input_new(context, atoms, &items);
    break_paragraph(context->scratch, setting->input.items.ptr,
                    setting->input.items.len, &width, 1, &params,
                    &setting->result);
}

// Breaks with whole words if that is good enough, a short paragraph ragged
// if it is not, and a longer one with divided words.
static struct setting break_lines(struct layout_context *context,
                                  const struct para *para,
                                  const struct atom_list *atoms, sp width)
{
    struct setting setting = {.justified = is_justified(para, width)};

    if (para->hyphenation == HYPHENATION_TEX) {
        try_setting(context, para, atoms, width, false, &setting);
        if (setting.result.pass > 1)
            try_setting(context, para, atoms, width, true, &setting);
        return setting;
    }
    try_setting(context, para, atoms, width, false, &setting);
    if (setting.justified && setting.result.lines.len <= FEW_LINES &&
        any_loose(&setting.result, &setting.input, width)) {
        setting.justified = false;
        try_setting(context, para, atoms, width, false, &setting);
    }
    if (para->hyphenation != HYPHENATION_NONE &&
        (setting.result.pass > 1 || any_overfull(&setting.result)))
        try_setting(context, para, atoms, width, true, &setting);
    return setting;
}

struct line_maker {
    struct layout_context *context;
    const struct atom_list *atoms;
    const struct break_input *input;
    struct element_list *elements;
};

static void push_text(struct line_maker *m, size_t index, size_t from,
                      size_t to, bool hyphen)
{
    const struct atom *atom = &m->atoms->ptr[index];
    struct element element = {.kind = ELEMENT_TEXT,
                              .span = atom->span,
                              .text = str_slice(atom->text, from, to),
                              .shape = atom->shape,
                              .width = atom->width};

    if (from > 0 || to < atom->text.len) {
        element.actual_text =
            from == 0 ? atom->text : (struct str){atom->text.ptr, 0};
        if (hyphen)
            element.text =
                str_format(m->context->arena, "%.*s-", STR_ARG(element.text));
        element.shape = span_shape(m->context, atom->span, element.text);
        element.width = shape_width(element.shape, atom->span->style.size);
    }
    vec_push(m->context->scratch, m->elements, element);
}

static void push_kern(struct line_maker *m, const struct span *span, sp width)
{
    struct element kern = {.kind = ELEMENT_KERN, .span = span, .width = width};

    vec_push(m->context->scratch, m->elements, kern);
}

static void push_separator(struct line_maker *m, const struct atom *atom)
{
    struct element text = {.kind = ELEMENT_TEXT,
                           .span = atom->span,
                           .text = atom->text,
                           .shape = atom->shape};

    if (!atom->shape) {
        push_kern(m, atom->span, atom->width);
        return;
    }
    text.width = atom->width - atom->span->width;
    push_kern(m, atom->span, atom->span->width / 2);
    vec_push(m->context->scratch, m->elements, text);
    push_kern(m, atom->span, atom->span->width - atom->span->width / 2);
}

// Appends the element of a whole atom.
static void push_atom(struct line_maker *m, const struct atom *atom)
{
    struct element element = {.span = atom->span,
                              .text = atom->text,
                              .outline = atom->outline,
                              .width = atom->width};

    switch (atom->kind) {
    case ATOM_SPACE:
        element.kind = ELEMENT_GLUE;
        break;
    case ATOM_ICON:
        element.kind = ELEMENT_ICON;
        break;
    case ATOM_KERN:
        element.kind = ELEMENT_KERN;
        break;
    case ATOM_SEPARATOR:
        push_separator(m, atom);
        return;
    case ATOM_WORD:
    case ATOM_BREAK:
        return;
    }
    vec_push(m->context->scratch, m->elements, element);
}

// Returns the index behind the last fragment of the word at item i.
static size_t word_end(const struct line_maker *m, size_t i, size_t to)
{
    size_t atom = m->input->origins.ptr[i].atom;
    size_t end = i + 1;

    while (end < to && m->input->origins.ptr[end].atom == atom &&
           (m->input->items.ptr[end].kind == BREAK_BOX ||
            m->input->items.ptr[end].kind == BREAK_DISC))
        end++;
    return end;
}

// Collects what stands on the line, widths unstretched.
static void collect(struct line_maker *m, const struct break_line *line)
{
    const struct origin *origins = m->input->origins.ptr;
    const struct break_item *items = m->input->items.ptr;

    for (size_t i = line->from; i < line->to; i++) {
        const struct atom *atom;
        size_t end;

        if (items[i].kind == BREAK_PENALTY || items[i].fil)
            continue;
        atom = &m->atoms->ptr[origins[i].atom];
        if (atom->kind != ATOM_WORD) {
            push_atom(m, atom);
            continue;
        }
        end = word_end(m, i, line->to);
        push_text(m, origins[i].atom, origins[i].from, origins[end - 1].to,
                  line->hyphen && end == line->to &&
                      items[end].kind == BREAK_DISC);
        i = end - 1;
    }
}

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

static sp glue_width(const struct element_list *elements)
{
    sp width = 0;

    for (size_t i = 0; i < elements->len; i++)
        if (elements->ptr[i].kind == ELEMENT_GLUE)
            width += elements->ptr[i].width;
    return width;
}

static void report_overfull(struct layout_context *context,
                            const struct element_list *elements, sp excess)
{
    struct buf points = {.arena = context->scratch};
    struct pos pos = {0};

    for (size_t i = 0; i < elements->len && !pos.source; i++)
        pos = elements->ptr[i].span->pos;
    buf_add_pt(&points, excess, 1);
    diag_warning(
        context->diags, pos, STR("shorten the text, or make the column wider"),
        "a line is %.*s pt wider than its column", STR_ARG(buf_str(&points)));
}

// Sets the glue of the line for its alignment; returns where it begins.
static sp align_line(struct layout_context *context, const struct para *para,
                     struct element_list *elements, bool fill, sp width)
{
    sp extra = width - natural_width(elements);
    sp shrink = glue_width(elements) / 3;

    if (extra < 0) {
        if (-extra - shrink > OVERFULL_FUZZ)
            report_overfull(context, elements, -extra - shrink);
        stretch_glue(elements, -extra > shrink ? -shrink : extra);
        extra = width - natural_width(elements);
        if (extra < 0 && para->align == PARA_JUSTIFIED)
            extra = 0;
    } else if (fill) {
        stretch_glue(elements, extra);
        return 0;
    }
    if (para->align == PARA_CENTER)
        return extra / 2;
    return para->align == PARA_RIGHT ? extra : 0;
}

// The price of a page break above a line: not behind the first, not before
// the last of a paragraph.
static int64_t line_penalty(size_t index, size_t count)
{
    int64_t penalty = 0;

    if (index == 1)
        penalty += PENALTY_WIDOW;
    if (index > 0 && index + 1 == count)
        penalty += PENALTY_WIDOW;
    return penalty;
}

static struct rows set_lines(struct layout_context *context,
                             const struct para *para,
                             const struct atom_list *atoms,
                             const struct setting *setting, sp width)
{
    const struct break_result *result = &setting->result;
    struct rows rows = {0};
    sp height = style_cap_height(context, &para->base);

    if (height < para->min_height)
        height = para->min_height;
    for (size_t i = 0; i < result->lines.len; i++) {
        const struct break_line *line = &result->lines.ptr[i];
        struct element_list elements = {0};
        struct line_maker m = {context, atoms, &setting->input, &elements};
        struct piece piece = piece_new(context);
        sp x;

        collect(&m, line);
        x = align_line(context, para, &elements,
                       setting->justified && !line->fil, width);
        line_set(context, &elements, x, height, &piece);
        rows_push(context->arena, &rows, i > 0 ? para->leading : 0,
                  line_penalty(i, result->lines.len), height, piece);
    }
    return rows;
}

struct rows paragraph_layout(struct layout_context *context,
                             const struct para *para, sp width)
{
    struct arena_mark mark = arena_mark(context->scratch);
    struct atom_list atoms = atoms_new(context, para);
    struct rows rows = {0};

    if (atoms.len > 0) {
        struct setting setting = break_lines(context, para, &atoms, width);

        rows = set_lines(context, para, &atoms, &setting, width);
    }
    arena_rewind(context->scratch, mark);
    return rows;
}
