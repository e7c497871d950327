// SPDX-License-Identifier: MIT
// Most paragraphs have one direction and leave at once.
#include "layout/direction.h"

#include "text/bidi.h"

// U+FFFC stands for what is no text.
#define OBJECT STR("\uFFFC")
// Stands for a formula's parts, which follow each other from left to right.
#define LATIN STR("x")

static struct str atom_bidi_text(const struct atom *atom)
{
    if (atom->kind == ATOM_WORD || atom->kind == ATOM_SPACE)
        return atom->text;
    if (atom->kind == ATOM_FORMULA || atom->kind == ATOM_FORMULA_SPACE)
        return LATIN;
    return OBJECT;
}

static bool needs_levels(const struct layout_context *context,
                         const struct atom_list *atoms)
{
    if (context->rtl)
        return true;
    for (size_t i = 0; i < atoms->len; i++)
        if (atoms->ptr[i].kind == ATOM_WORD &&
            bidi_is_needed(atoms->ptr[i].text))
            return true;
    return false;
}

static void shape_rtl(const struct layout_context *context, struct atom *atom)
{
    struct shape_style style = shape_style_of(context, atom->span);

    style.rtl = true;
    atom->shape = shape_text(context->fonts, &style, atom->text);
    atom->width = shape_width(atom->shape, atom->span->style.size);
}

// Returns the place in the part [from, to) of the word that is nearest.
static size_t within(size_t at, size_t from, size_t to)
{
    if (at <= from)
        return 0;
    return (at < to ? at : to) - from;
}

static void push_part(struct layout_context *context, struct atom_list *out,
                      struct atom atom, size_t from, size_t to,
                      unsigned char level)
{
    bool whole = from == 0 && to == atom.text.len;
    bool last = to == atom.text.len;

    atom.level = level;
    atom.text = str_slice(atom.text, from, to);
    atom.divide_from = within(atom.divide_from, from, to);
    atom.divide_to = within(atom.divide_to, from, to);
    atom.breaks_after = atom.breaks_after && last;
    if (level % 2 == 1) {
        shape_rtl(context, &atom);
    } else if (!whole) {
        atom.shape = span_shape(context, atom.span, atom.text);
        atom.width = shape_width(atom.shape, atom.span->style.size);
    }
    vec_push(context->scratch, out, atom);
}

// Cuts a word where its level changes.
static void push_word(struct layout_context *context, struct atom_list *out,
                      const struct atom *atom, const unsigned char *levels)
{
    size_t from = 0;

    for (size_t i = 1; i <= atom->text.len; i++) {
        if (i < atom->text.len && levels[i] == levels[from])
            continue;
        push_part(context, out, *atom, from, i, levels[from]);
        from = i;
    }
}

void atoms_set_levels(struct layout_context *context, struct atom_list *atoms)
{
    struct buf text = {.arena = context->scratch};
    struct atom_list out = {0};
    unsigned char *levels;
    size_t at = 0;

    if (!needs_levels(context, atoms))
        return;
    for (size_t i = 0; i < atoms->len; i++)
        buf_add(&text, atom_bidi_text(&atoms->ptr[i]));
    levels = arena_alloc(context->scratch, text.len + 1);
    (void)bidi_levels(context->scratch, buf_str(&text),
                      context->rtl ? BIDI_RTL : BIDI_LTR, levels);
    for (size_t i = 0; i < atoms->len; i++) {
        struct atom atom = atoms->ptr[i];
        size_t length = atom_bidi_text(&atom).len;

        if (atom.kind == ATOM_WORD) {
            push_word(context, &out, &atom, levels + at);
        } else {
            atom.level = levels[at];
            vec_push(context->scratch, &out, atom);
        }
        at += length;
    }
    *atoms = out;
}

static bool all_even(const struct layout_context *context,
                     const struct element_list *elements)
{
    for (size_t i = 0; i < elements->len; i++)
        if (elements->ptr[i].level > 0)
            return false;
    return !context->rtl;
}

void line_place(const struct layout_context *context,
                struct element_list *elements)
{
    size_t count = elements->len;
    unsigned char *levels = arena_alloc(context->scratch, count + 1);
    size_t *order = arena_array_of(context->scratch, count + 1, size_t);
    sp width = 0;
    sp x = 0;

    for (size_t i = 0; i < count; i++) {
        elements->ptr[i].x = width;
        width += elements->ptr[i].width;
        levels[i] = elements->ptr[i].level;
    }
    if (all_even(context, elements))
        return;
    bidi_reorder(levels, count, order);
    for (size_t i = 0; i < count; i++) {
        struct element *element = &elements->ptr[order[i]];

        // The page will be mirrored, so its line is now.
        element->x = context->rtl ? width - x - element->width : x;
        x += element->width;
    }
}
