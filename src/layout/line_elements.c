// SPDX-License-Identifier: MIT
// What stands on a line: whole words again from the parts that the breaker
// knew, spaces, icons; and the space behind the line, for those who copy it.
#include "layout/line_elements.h"

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

void line_collect(struct line_maker *m, const struct break_line *line)
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

void line_push_space(struct line_maker *m, size_t from, size_t to)
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
void line_push_end_space(struct line_maker *m)
{
    if (takes_last_space(m))
        push_last_space(m, ELEMENT_END_SPACE,
                        m->elements->ptr[m->elements->len - 1].span);
}
