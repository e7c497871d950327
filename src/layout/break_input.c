// SPDX-License-Identifier: MIT
// Atoms to the breaker's boxes, glue and penalties. Glue stretches by half
// and shrinks by a third of the space, as Computer Modern's does.
#include "layout/atoms.h"

#include "base/utf8.h"
#include "layout/binding.h"
#include "layout/divide.h"
#include "layout/microtype.h"
#include "layout/script.h"
#include "layout/tex_words.h"

// No dictionary divides a word more often.
#define MAX_DIVISIONS 32

// How much more than TeX vita's own rules dislike breaks inside words.
#define HYPHEN_DISLIKE 6
// Ragged lines, as of titles, may be shorter: a compound goes to the next line
// as a whole, unless it is about a third of the line.
#define RAGGED_HYPHEN_DISLIKE 40

// Where lines are to end at commas, a break elsewhere is worse than a line
// that is left half empty.
#define NO_COMMA 3000

#define END_ITEMS 3

struct maker {
    struct layout_context *context;
    const struct item_params *params;
    struct break_input *input;
    struct span_font_memo font;
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
// a digit or a capital, is among them: names are not divided.
static struct str letters_of(struct str word, size_t *start)
{
    size_t from = SIZE_MAX;
    size_t to = 0;

    for (size_t offset = 0; offset < word.len;) {
        size_t at = offset;
        uint32_t rune = utf8_next(word, &offset);

        if (!rune_is_word(rune))
            continue;
        if ((from != SIZE_MAX && to != at) || rune_is_upper(rune) ||
            (rune >= '0' && rune <= '9'))
            return (struct str){"", 0};
        if (from == SIZE_MAX)
            from = at;
        to = offset;
    }
    *start = from;
    if (from == SIZE_MAX)
        return (struct str){"", 0};
    return str_slice(word, from, to);
}

// TeX divides all runs of letters, in names too.
static size_t tex_divisions_of(const struct maker *m, const struct atom *atom,
                               uint16_t points[MAX_DIVISIONS])
{
    size_t from = atom->divide_from;
    size_t count = 0;
    size_t start;
    size_t end;

    while (tex_next_run(atom->text, &from, atom->divide_to, &start, &end)) {
        size_t more = word_divide(m->context, atom->span,
                                  str_slice(atom->text, start, end), true,
                                  points + count, MAX_DIVISIONS - count);

        for (; more > 0; more--, count++)
            points[count] = (uint16_t)(points[count] + start);
    }
    return count;
}

static size_t divisions_of(const struct maker *m, const struct atom *atom,
                           uint16_t points[MAX_DIVISIONS])
{
    size_t start = 0;
    struct str word;
    size_t count;

    if (!m->params->hyphens || atom->span->style.code || atom->address ||
        span_is_raised(atom->span) || atom->text.len > UINT16_MAX)
        return 0;
    if (!m->params->cv_rules)
        return tex_divisions_of(m, atom, points);
    word = letters_of(atom->text, &start);
    if (word.len == 0)
        return 0;
    count =
        word_divide(m->context, atom->span, word, false, points, MAX_DIVISIONS);
    for (size_t i = 0; i < count; i++)
        points[i] = (uint16_t)(points[i] + start);
    return count;
}

// A box for text[from, to) of a word.
static struct break_item box_of(struct maker *m, const struct atom *atom,
                                size_t from, size_t to, sp width)
{
    struct break_item box = {.kind = BREAK_BOX, .width = width};
    struct span_font *font;
    struct str text = str_slice(atom->text, from, to);

    if (m->params->microtype) {
        box.stretch = width * EXPANSION_MAX / 1000;
        box.shrink = width * EXPANSION_MAX / 1000;
        font = span_font_next(m->context, &m->font, atom->span);
        box.hang_left = hang_left(m->context, font, atom->span, text);
        box.hang_right = hang_right(m->context, font, atom->span, text);
    }
    return box;
}

static struct break_item disc_of(struct maker *m, const struct atom *atom,
                                 sp width, sp pre)
{
    struct break_item disc = {.kind = BREAK_DISC,
                              .width = width,
                              .pre = pre,
                              .penalty = m->params->hyphen_penalty,
                              .flagged = true};

    if (m->params->microtype)
        disc.hang_right = hang_right(
            m->context, span_font_next(m->context, &m->font, atom->span),
            atom->span, STR("-"));
    return disc;
}

// A CV had rather end its lines between words than behind hyphens.
static int word_penalty(const struct maker *m, const struct atom *atom)
{
    int dislike = !m->params->cv_rules                  ? 1
                  : m->params->ragged && !atom->address ? RAGGED_HYPHEN_DISLIKE
                                                        : HYPHEN_DISLIKE;

    return dislike * atom->penalty + (m->params->commas ? NO_COMMA : 0);
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

            push(m, disc_of(m, atom, upto - before - own, pre),
                 (struct origin){index, from, from});
        }
        push(m, box_of(m, atom, from, to, own),
             (struct origin){index, from, to});
        from = to;
        before = upto;
    }
    if (atom->breaks_after)
        push_penalty(m, word_penalty(m, atom), atom->penalty > 0, index);
}

static void push_space(struct maker *m, size_t index,
                       const struct atom_list *atoms)
{
    const struct atom *atom = &atoms->ptr[index];
    int penalty =
        m->params->cv_rules ? space_penalty(m->context, atoms, index) : 0;
    struct break_item glue = {.kind = BREAK_GLUE, .width = atom->width};

    if (!m->params->ragged) {
        glue.stretch = atom->width / 2;
        glue.shrink = space_shrink(atom->width, atom->span->style.size);
        if (!m->params->cv_rules) {
            glue.stretch = glue.stretch * atom->space_factor / TEX_SPACE_FACTOR;
            glue.shrink = glue.shrink * TEX_SPACE_FACTOR / atom->space_factor;
        }
    }
    if (m->params->commas && !space_follows_comma(atoms, index))
        penalty += NO_COMMA;
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

struct break_input break_input_new(struct layout_context *context,
                                   const struct atom_list *atoms,
                                   const struct item_params *params)
{
    struct break_input input = {0};
    struct maker m = {.context = context, .params = params, .input = &input};

    // An item or two for each atom, and three at the end.
    vec_prepare(context->scratch, &input.items, 2 * atoms->len + END_ITEMS);
    vec_prepare(context->scratch, &input.origins, 2 * atoms->len + END_ITEMS);
    for (size_t i = 0; i < atoms->len; i++) {
        const struct atom *atom = &atoms->ptr[i];

        switch (atom->kind) {
        case ATOM_WORD:
            push_word(&m, i, atom);
            break;
        case ATOM_SPACE:
            push_space(&m, i, atoms);
            break;
        case ATOM_SEPARATOR:
            push(&m,
                 (struct break_item){.kind = BREAK_DISC, .width = atom->width},
                 (struct origin){i, 0, 0});
            break;
        case ATOM_ICON:
        case ATOM_KERN:
        case ATOM_FORMULA:
            push(&m,
                 (struct break_item){.kind = BREAK_BOX, .width = atom->width},
                 (struct origin){i, 0, 0});
            break;
        case ATOM_FORMULA_SPACE:
            push(&m,
                 (struct break_item){.kind = BREAK_DISC,
                                     .width = atom->width,
                                     .penalty = atom->penalty},
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
