// SPDX-License-Identifier: MIT
// Atoms to the breaker's boxes, glue and penalties. Glue stretches by half
// and shrinks by a third of the space, as Computer Modern's does.
#include "layout/atoms.h"

#include "base/utf8.h"

// No dictionary divides a word more often.
#define MAX_DIVISIONS 32

struct maker {
    struct layout_context *context;
    const struct item_params *params;
    struct break_input *input;
};

static void push(struct maker *m, struct break_item item, struct origin origin)
{
    vec_push(m->context->scratch, &m->input->items, item);
    vec_push(m->context->scratch, &m->input->origins, origin);
}

static void push_penalty(struct maker *m, int penalty, bool flagged,
                         size_t atom)
{
    push(m,
         (struct break_item){
             .kind = BREAK_PENALTY, .penalty = penalty, .flagged = flagged},
         (struct origin){atom, 0, 0});
}

static sp part_width(const struct maker *m, const struct atom *atom,
                     size_t from, size_t to, bool hyphen)
{
    struct str text = str_slice(atom->text, from, to);
    sp size = atom->span->style.size;

    if (hyphen)
        text = str_format(m->context->scratch, "%.*s-", STR_ARG(text));
    return shape_width(span_shape(m->context, atom->span, text), size);
}

// The letters of a word between its punctuation; empty if something else,
// a digit or a capital behind the first letter, is among them.
static struct str letters_of(struct str word, size_t *start)
{
    size_t from = SIZE_MAX;
    size_t to = 0;
    bool first = true;

    for (size_t offset = 0; offset < word.len;) {
        size_t at = offset;
        uint32_t rune = utf8_next(word, &offset);

        if (!rune_is_word(rune))
            continue;
        if (from == SIZE_MAX)
            from = at;
        else if (to != at || (!first && rune_is_upper(rune)) ||
                 (rune >= '0' && rune <= '9'))
            return (struct str){"", 0};
        first = false;
        to = offset;
    }
    *start = from;
    if (from == SIZE_MAX)
        return (struct str){"", 0};
    return str_slice(word, from, to);
}

static size_t divisions_of(const struct maker *m, const struct atom *atom,
                           uint16_t points[MAX_DIVISIONS])
{
    size_t start = 0;
    struct str word = letters_of(atom->text, &start);
    size_t count;

    if (!m->params->hyphens || !m->context->hyphenator || word.len == 0 ||
        atom->span->style.code || atom->text.len > UINT16_MAX)
        return 0;
    count =
        hyphenator_divide(m->context->hyphenator, word, points, MAX_DIVISIONS);
    for (size_t i = 0; i < count; i++)
        points[i] = (uint16_t)(points[i] + start);
    return count;
}

// A word as fragments with a discretionary between each two. Kerning and
// ligatures over a division count in the discretionary's replacement, so
// that the undivided word has its true width.
static void push_word(struct maker *m, size_t index, const struct atom *atom)
{
    uint16_t points[MAX_DIVISIONS];
    size_t count = divisions_of(m, atom, points);
    size_t from = 0;
    sp before = 0; // width of text[0, from)

    for (size_t i = 0; i <= count; i++) {
        size_t to = i < count ? points[i] : atom->text.len;
        sp own =
            count == 0 ? atom->width : part_width(m, atom, from, to, false);
        sp upto = count == 0 ? own : part_width(m, atom, 0, to, false);

        if (i > 0) {
            sp pre = part_width(m, atom, 0, from, true) - before;

            push(m,
                 (struct break_item){.kind = BREAK_DISC,
                                     .width = upto - before - own,
                                     .pre = pre,
                                     .penalty = m->params->hyphen_penalty,
                                     .flagged = true},
                 (struct origin){index, from, from});
        }
        push(m, (struct break_item){.kind = BREAK_BOX, .width = own},
             (struct origin){index, from, to});
        from = to;
        before = upto;
    }
    if (atom->breaks_after)
        push_penalty(m, atom->penalty, true, index);
}

static void push_space(struct maker *m, size_t index, const struct atom *atom,
                       int penalty)
{
    struct break_item glue = {.kind = BREAK_GLUE, .width = atom->width};

    if (!m->params->ragged) {
        glue.stretch = atom->width / 2;
        glue.shrink = atom->width / 3;
    }
    if (atom->unbreakable)
        penalty = BREAK_INFINITE;
    if (penalty != 0)
        push_penalty(m, penalty, false, index);
    push(m, glue, (struct origin){index, 0, 0});
}

// Ends a paragraph, or a line before a forced break, as TeX does. Without
// the infinite glue the last line counts like the others, and the lines come
// out alike: centred text is balanced so.
static void push_end(struct maker *m, size_t index)
{
    push_penalty(m, BREAK_INFINITE, false, index);
    if (!m->params->balanced)
        push(m,
             (struct break_item){
                 .kind = BREAK_GLUE, .stretch = SP_PER_PT, .fil = true},
             (struct origin){index, 0, 0});
    push_penalty(m, -BREAK_INFINITE, false, index);
}

static bool is_dash(const struct atom *atom)
{
    return atom->kind == ATOM_WORD && (str_eq_cstr(atom->text, "\u2013") ||
                                       str_eq_cstr(atom->text, "\u2014"));
}

// The last space of the paragraph, before which a break would leave one
// word alone; SIZE_MAX if there are not enough words to choose.
static size_t last_space(const struct atom_list *atoms)
{
    size_t spaces = 0;
    size_t last = SIZE_MAX;

    for (size_t i = 0; i < atoms->len; i++) {
        if (atoms->ptr[i].kind == ATOM_SPACE) {
            spaces++;
            last = i;
        }
    }
    return spaces >= 3 ? last : SIZE_MAX;
}

struct break_input break_input_new(struct layout_context *context,
                                   const struct atom_list *atoms,
                                   const struct item_params *params)
{
    struct break_input input = {0};
    struct maker m = {context, params, &input};
    size_t runt = last_space(atoms);

    for (size_t i = 0; i < atoms->len; i++) {
        const struct atom *atom = &atoms->ptr[i];
        bool before_dash = i + 1 < atoms->len && is_dash(atom + 1);

        switch (atom->kind) {
        case ATOM_WORD:
            push_word(&m, i, atom);
            break;
        case ATOM_SPACE:
            push_space(&m, i, atom,
                       before_dash ? BREAK_INFINITE
                       : i == runt ? params->runt_penalty
                                   : 0);
            break;
        case ATOM_SEPARATOR:
            push(&m,
                 (struct break_item){.kind = BREAK_DISC, .width = atom->width},
                 (struct origin){i, 0, 0});
            break;
        case ATOM_ICON:
        case ATOM_KERN:
            push(&m,
                 (struct break_item){.kind = BREAK_BOX, .width = atom->width},
                 (struct origin){i, 0, 0});
            break;
        case ATOM_BREAK:
            push_end(&m, i);
            break;
        }
    }
    push_end(&m, atoms->len);
    return input;
}
