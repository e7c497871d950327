// SPDX-License-Identifier: MIT
// Paragraphs: atoms to items, items to lines (text/breaker), lines to rows.
// Words are divided only if no setting without hyphens is good enough.
#include "layout/atoms.h"
#include "layout/direction.h"
#include "layout/justify.h"
#include "layout/microtype.h"
#include "layout/paragraph_cache.h"

// Justified text needs about 40 characters to a line; narrower columns are
// set ragged. An average character is a little under half an em.
#define MIN_JUSTIFIED_EMS 20
// How far lines may end from a ragged margin at badness 100.
#define RAGGED_EMS 4
// Badness up to which lines without hyphens are kept when hyphens are the
// last resort: a space of 1.8 times its width.
#define LAST_RESORT_TOLERANCE 500
// A paragraph of two lines whose first would need wider spaces than this
// part of their width on top is set ragged: beside other short lines that
// is no eyesore, and a hyphen or a river would be.
#define MAX_STRETCH_PERCENT 60
// So is a longer one, if a line would need spaces wider than this part of an
// em even with divided words.
#define HOLE_PERCENT 65
#define FEW_LINES 2
// A division then costs as much as the breaker knows short of forbidding it.
#define LAST_RESORT_PENALTY 2000
#define TEX_HYPHEN_PENALTY 50
#define LOOSE_TOLERANCE 5000
#define EMERGENCY_EMS 3

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
        // Without microtypography all is plain TeX's, overfull lines too.
        params.emergency_stretch = para->microtype ? em * EMERGENCY_EMS : 0;
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

// How a paragraph is set, and the lines that come of it.
struct setting {
    struct break_input input;
    struct break_result result;
    bool justified;
    bool microtype;
    bool hyphens;
    bool commas; // lines had rather end at commas
};

// True if a justified line would need spaces wider than widest, or wider by
// more than MAX_STRETCH_PERCENT if widest is 0.
static bool any_loose(const struct setting *setting, sp width, sp widest)
{
    const struct break_result *result = &setting->result;

    for (size_t i = 0; i < result->lines.len; i++) {
        const struct break_line *line = &result->lines.ptr[i];
        sp stretch = 0;

        for (size_t j = line->from; j < line->to; j++) {
            const struct break_item *item = &setting->input.items.ptr[j];

            if (item->kind != BREAK_GLUE)
                stretch += item->stretch;
            else if (widest == 0)
                stretch += item->width * MAX_STRETCH_PERCENT / 100;
            else if (widest > item->width)
                stretch += widest - item->width;
        }
        if (!line->fil && width - line->natural > stretch)
            return true;
    }
    return false;
}

// True if the last line of several is a single word.
static bool has_runt(const struct break_result *result,
                     const struct break_input *input)
{
    const struct break_line *last = &result->lines.ptr[result->lines.len - 1];

    if (result->lines.len < 2)
        return false;
    for (size_t i = last->from; i < last->to; i++)
        if (input->items.ptr[i].kind == BREAK_GLUE && !input->items.ptr[i].fil)
            return false;
    return true;
}

static void try_setting(struct layout_context *context, const struct para *para,
                        const struct atom_list *atoms, sp width, bool hyphens,
                        struct setting *setting)
{
    struct item_params items = {
        .ragged = !setting->justified,
        .balanced = para->align == PARA_CENTER || para->unbreakable_spaces,
        .hyphens = hyphens,
        .hyphen_penalty = para->hyphenation == HYPHENATION_TEX
                              ? TEX_HYPHEN_PENALTY
                              : LAST_RESORT_PENALTY,
        .cv_rules = para->hyphenation != HYPHENATION_TEX,
        .commas = setting->commas,
        .microtype = setting->microtype,
    };
    struct break_params params = params_of(para, setting->justified, hyphens);

    // Contacts at a side share their lines out, that none stands alone; with
    // less stretch any two short lines are equally bad.
    if (para->unbreakable_spaces && para->align != PARA_CENTER)
        params.right_skip_stretch = width;
    setting->hyphens = hyphens;
    setting->input = break_input_new(context, atoms, &items);
    break_paragraph(context->scratch, setting->input.items.ptr,
                    setting->input.items.len, &width, 1, &params,
                    &setting->result);
}

// The widest space that the breaks make, by how much over its own width, in
// 1/1000 of that; letters are expanded as far as the items say.
static int64_t widest_space(const struct break_input *input,
                            const struct break_result *result, sp width)
{
    int64_t widest = 0;

    for (size_t i = 0; i < result->lines.len; i++) {
        const struct break_line *line = &result->lines.ptr[i];
        sp glue = 0;
        sp extra = width - line->natural;

        for (size_t j = line->from; j < line->to; j++) {
            const struct break_item *item = &input->items.ptr[j];

            if (item->kind == BREAK_GLUE)
                glue += item->width;
            else
                extra -= item->stretch;
        }
        if (!line->fil && glue > 0 && extra * 1000 / glue > widest)
            widest = extra * 1000 / glue;
    }
    return widest;
}

// Counting on expansion makes most lines better and may still leave one with
// wider spaces than the breaks for stiff letters do; then those are taken.
static void avoid_wide_space(struct layout_context *context,
                             const struct para *para,
                             const struct atom_list *atoms, sp width,
                             struct setting *setting)
{
    struct setting stiff = *setting;

    if (!setting->microtype || !any_loose(setting, width, 0))
        return;
    stiff.microtype = false;
    try_setting(context, para, atoms, width, setting->hyphens, &stiff);
    if (widest_space(&setting->input, &stiff.result, width) <
        widest_space(&setting->input, &setting->result, width))
        setting->result = stiff.result;
}

static void set_ragged(struct layout_context *context, const struct para *para,
                       const struct atom_list *atoms, sp width,
                       struct setting *setting)
{
    setting->justified = false;
    setting->microtype = false;
    try_setting(context, para, atoms, width, false, setting);
    if (para->hyphenation != HYPHENATION_NONE && any_overfull(&setting->result))
        try_setting(context, para, atoms, width, true, setting);
}

// Has lines end at commas if that takes no more of them.
static void prefer_commas(struct layout_context *context,
                          const struct para *para,
                          const struct atom_list *atoms, sp width,
                          struct setting *setting)
{
    struct setting commas = *setting;

    if (setting->justified || setting->result.lines.len < 2)
        return;
    commas.commas = true;
    try_setting(context, para, atoms, width, false, &commas);
    if (!any_overfull(&commas.result) &&
        commas.result.lines.len <= setting->result.lines.len)
        *setting = commas;
}

// Whether the paragraph is one line with room to spare, as most of a CV are.
// Centred ones have no space at their end that takes up the rest.
static bool is_one_line(const struct para *para, const struct atom_list *atoms,
                        sp width)
{
    if (para->align == PARA_CENTER)
        return false;
    for (size_t i = 0; i < atoms->len; i++) {
        if (atoms->ptr[i].kind == ATOM_BREAK)
            return false;
        width -= atoms->ptr[i].width;
    }
    return width >= 0;
}

// What the breaker would find: no break costs less than the one at the end.
static void set_one_line(struct layout_context *context,
                         const struct atom_list *atoms, struct setting *setting)
{
    // Neither what breaks cost nor what spaces can do is asked for.
    struct item_params items = {.ragged = true};
    struct break_line line = {.fil = true};

    setting->input = break_input_new(context, atoms, &items);
    line.to = setting->input.items.len - 1;
    for (size_t i = 0; i < atoms->len; i++)
        line.natural += atoms->ptr[i].width;
    setting->result.pass = 1;
    vec_push(context->scratch, &setting->result.lines, line);
}

// Breaks with whole words if that is good enough, a short paragraph ragged
// if it is not, and a longer one with divided words.
static struct setting break_lines(struct layout_context *context,
                                  const struct para *para,
                                  const struct atom_list *atoms, sp width)
{
    struct setting setting = {.justified = is_justified(para, width)};

    setting.microtype = setting.justified && para->microtype;
    if (is_one_line(para, atoms, width)) {
        set_one_line(context, atoms, &setting);
        return setting;
    }
    if (para->hyphenation == HYPHENATION_TEX) {
        try_setting(context, para, atoms, width, false, &setting);
        if (setting.result.pass > 1)
            try_setting(context, para, atoms, width, true, &setting);
        return setting;
    }
    try_setting(context, para, atoms, width, false, &setting);
    if (para->break_at_commas)
        prefer_commas(context, para, atoms, width, &setting);
    if (setting.justified && setting.result.lines.len <= FEW_LINES &&
        (any_loose(&setting, width, 0) ||
         has_runt(&setting.result, &setting.input)))
        set_ragged(context, para, atoms, width, &setting);
    if (para->hyphenation != HYPHENATION_NONE &&
        (setting.result.pass > 1 || any_overfull(&setting.result)))
        try_setting(context, para, atoms, width, true, &setting);
    avoid_wide_space(context, para, atoms, width, &setting);
    if (setting.justified &&
        any_loose(&setting, width, para->base.size * HOLE_PERCENT / 100))
        set_ragged(context, para, atoms, width, &setting);
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
                              .level = atom->level,
                              .shape = atom->shape,
                              .width = atom->width,
                              .actual_text = atom->actual_text,
                              .goes_on = atom->goes_on};

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

// A separator's white space is a space for those who copy the text.
static void push_separator(struct line_maker *m, const struct atom *atom)
{
    struct element space = {.kind = ELEMENT_FIXED_SPACE,
                            .span = atom->span,
                            .width = atom->span->width};
    struct element text = {.kind = ELEMENT_TEXT,
                           .span = atom->span,
                           .text = atom->text,
                           .shape = atom->shape,
                           .width = atom->width - atom->span->width};

    if (!atom->shape) {
        vec_push(m->context->scratch, m->elements, space);
        return;
    }
    space.width = atom->span->width / 2;
    vec_push(m->context->scratch, m->elements, space);
    vec_push(m->context->scratch, m->elements, text);
    space.width = atom->span->width - space.width;
    vec_push(m->context->scratch, m->elements, space);
}

// Appends the element of a whole atom.
static void push_atom(struct line_maker *m, const struct atom *atom)
{
    struct element element = {.span = atom->span,
                              .text = atom->text,
                              .outline = atom->outline,
                              .formula = atom->formula,
                              .level = atom->level,
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
    case ATOM_FORMULA:
        element.kind = ELEMENT_FORMULA;
        break;
    case ATOM_FORMULA_SPACE:
        element.kind = atom->blank ? ELEMENT_FIXED_SPACE : ELEMENT_KERN;
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

// In text from right to left, whose words are drawn one by one, a space at
// the line's end would stand in the wrong place.
static bool takes_last_space(const struct line_maker *m)
{
    const struct element *last;

    if (m->context->rtl || m->elements->len == 0)
        return false;
    last = &m->elements->ptr[m->elements->len - 1];
    return (last->kind == ELEMENT_TEXT || last->kind == ELEMENT_FORMULA) &&
           last->level == 0;
}

static void push_last_space(struct line_maker *m, enum element_kind kind,
                            const struct span *span)
{
    const struct element *last = &m->elements->ptr[m->elements->len - 1];
    struct element space = {.kind = kind,
                            .span = span,
                            .x = last->x + last->width,
                            .width = space_width(m->context, span),
                            .expansion = last->expansion};

    vec_push(m->context->scratch, m->elements, space);
}

// Appends the space between the line and the next one, if there is one.
static void push_line_space(struct line_maker *m, size_t from, size_t to)
{
    if (!takes_last_space(m))
        return;
    for (size_t i = from; i < to; i++) {
        const struct atom *atom = &m->atoms->ptr[m->input->origins.ptr[i].atom];

        if (m->input->items.ptr[i].fil ||
            (atom->kind != ATOM_SPACE && atom->kind != ATOM_SEPARATOR &&
             !atom->blank))
            continue;
        push_last_space(m, ELEMENT_LAST_SPACE, atom->span);
        return;
    }
}

// What follows a paragraph may stand further left on the same line, as the
// bullets do beside a date: without a space several extractors join the two.
static void push_end_space(struct line_maker *m)
{
    if (takes_last_space(m))
        push_last_space(m, ELEMENT_END_SPACE,
                        m->elements->ptr[m->elements->len - 1].span);
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

        collect(&m, line);
        reach = reach_of(&elements, height);
        space = formula_leading(&above, &reach, para->base.size, para->leading);
        above = reach;
        measure.fill = setting->justified && !line->fil;
        x = line_justify(context, &elements, &measure);
        line_place(context, &elements);
        if (i + 1 < result->lines.len)
            push_line_space(&m, line->to, result->lines.ptr[i + 1].from);
        else
            push_end_space(&m);
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
        struct setting setting = break_lines(context, para, &atoms, width);

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
