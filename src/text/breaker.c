// SPDX-License-Identifier: MIT
// Knuth and Plass with TeX's refinements. A node is a feasible break with the
// best way to reach it; the active ones, from which a line to the present
// place may yet fit, are a list in order of line numbers. Of all ways to
// break at one place with equal line number and fitness class only the best
// is kept. Where two are equally good, the choice is TeX's.
#include "text/break_line.h"

#include <assert.h>

// A line number above all others.
#define LINE_NONE SIZE_MAX

struct break_params break_params_tex(void)
{
    return (struct break_params){
        .pretolerance = 100,
        .tolerance = 200,
        .line_penalty = 10,
        .adj_demerits = 10000,
        .double_hyphen_demerits = 10000,
        .final_hyphen_demerits = 5000,
    };
}

static void clear_candidates(struct breaker *breaker)
{
    for (int i = 0; i < FIT_COUNT; i++)
        breaker->best[i].demerits = AWFUL_BAD;
    breaker->minimum = AWFUL_BAD;
}

static struct node *node_from_candidate(struct breaker *breaker, size_t item,
                                        const struct candidate *candidate,
                                        enum fitness fitness)
{
    const struct break_item *at = &breaker->items[item];
    struct node *node = arena_new_of(breaker->arena, struct node);
    bool post = at->kind == BREAK_DISC && at->post != 0;

    *node = (struct node){
        .previous = candidate->node,
        .item = item,
        // What a disc leaves on the new line shields the items behind it.
        .from = post ? item + 1 : breaker->sums[item + 1].solid,
        .post = post ? at->post : 0,
        .line = candidate->line + 1,
        .demerits = candidate->demerits,
        .fitness = fitness,
        .hyphenated = break_hyphenated(breaker, item),
    };
    return node;
}

// Puts nodes for the best candidates into the list at *place; those that are
// worse than the best by more than adj_demerits cannot win. Returns the
// place behind them.
static struct node **insert_candidates(struct breaker *breaker, size_t item,
                                       struct node **place)
{
    int64_t slack = breaker->params->adj_demerits;
    int64_t limit = breaker->minimum + (slack < 0 ? -slack : slack);

    for (int i = 0; i < FIT_COUNT; i++) {
        struct node *node;

        if (breaker->best[i].demerits > limit ||
            breaker->best[i].demerits == AWFUL_BAD)
            continue;
        node = node_from_candidate(breaker, item, &breaker->best[i],
                                   (enum fitness)i);
        node->next = *place;
        *place = node;
        place = &node->next;
    }
    clear_candidates(breaker);
    return place;
}

static void add_candidate(struct breaker *breaker, const struct node *node,
                          int64_t demerits, enum fitness fitness)
{
    struct candidate *best = &breaker->best[fitness];

    // Of equals the later one, as TeX has it.
    if (demerits <= best->demerits) {
        best->demerits = demerits;
        best->node = node;
        best->line = node->line;
        if (demerits < breaker->minimum)
            breaker->minimum = demerits;
    }
}

// Considers the line from node to the item. Returns whether node stays
// active.
static bool try_line(struct breaker *breaker, const struct node *node,
                     size_t item, int penalty, sp width, bool last_hope)
{
    struct measure measure = break_measure(breaker, node, item);
    enum fitness fitness;
    int badness = break_rate(breaker, &measure, width, &fitness);
    bool stays = badness <= BREAK_INFINITE && penalty > -BREAK_INFINITE;
    int64_t demerits = node->demerits;

    if (!stays && last_hope && breaker->final_pass &&
        breaker->minimum == AWFUL_BAD) {
        // Something must be done: a line that does not fit, for nothing.
        add_candidate(breaker, node, demerits, fitness);
        return false;
    }
    if (badness <= breaker->threshold) {
        demerits +=
            break_demerits(breaker, node, item, penalty, badness, fitness);
        add_candidate(breaker, node, demerits, fitness);
    }
    return stays;
}

// Tries a break at the item from all active nodes (TeX: The Program, 829).
static void try_break(struct breaker *breaker, size_t item, int penalty)
{
    struct node **place = &breaker->active;
    size_t old_line = 0;
    sp width = 0;

    for (;;) {
        struct node *node = *place;

        if (!node || node->line > old_line) {
            if (breaker->minimum < AWFUL_BAD &&
                (old_line != breaker->easy_line || !node))
                place = insert_candidates(breaker, item, place);
            if (!node)
                return;
            width = break_line_width(breaker, node->line);
            old_line = node->line > breaker->easy_line ? LINE_NONE : node->line;
        }
        if (try_line(breaker, node, item, penalty, width,
                     !node->next && place == &breaker->active))
            place = &node->next;
        else
            *place = node->next;
    }
}

static bool is_legal(const struct breaker *breaker, size_t i)
{
    const struct break_item *item = &breaker->items[i];

    switch (item->kind) {
    case BREAK_GLUE:
        return i > 0 && !break_discardable(&breaker->items[i - 1]);
    case BREAK_PENALTY:
        return item->penalty < BREAK_INFINITE;
    case BREAK_DISC:
        return item->penalty < BREAK_INFINITE &&
               (breaker->hyphens || !item->flagged);
    default:
        return false;
    }
}

static int penalty_of(const struct break_item *item)
{
    if (item->kind == BREAK_GLUE)
        return 0;
    return item->penalty > -BREAK_INFINITE ? item->penalty : -BREAK_INFINITE;
}

static const struct node *fewest_demerits(const struct node *active)
{
    const struct node *best = active;

    for (const struct node *node = active; node; node = node->next)
        if (node->demerits < best->demerits)
            best = node;
    return best;
}

// Returns the node that comes nearest to the looseness that is wanted (TeX:
// The Program, 875).
static const struct node *apply_looseness(const struct node *active,
                                          const struct node *best, int wanted,
                                          bool *reached)
{
    int64_t best_line = (int64_t)best->line;
    int64_t actual = 0;

    for (const struct node *node = active; node; node = node->next) {
        int64_t difference = (int64_t)node->line - best_line;

        if ((difference < actual && wanted <= difference) ||
            (difference > actual && wanted >= difference) ||
            (difference == actual && node->demerits < best->demerits)) {
            best = node;
            actual = difference;
        }
    }
    *reached = actual == wanted;
    return best;
}

// One pass over the items. Returns the break at the end, or NULL if there is
// no feasible way to it.
static const struct node *run_pass(struct breaker *breaker)
{
    int looseness = breaker->params->looseness;
    const struct node *best;
    bool reached = true;

    breaker->active = arena_new_of(breaker->arena, struct node);
    breaker->active->line = 1;
    breaker->active->fitness = FIT_DECENT;
    clear_candidates(breaker);
    for (size_t i = 0; i < breaker->count && breaker->active; i++)
        if (is_legal(breaker, i))
            try_break(breaker, i, penalty_of(&breaker->items[i]));
    if (!breaker->active)
        return NULL;
    best = fewest_demerits(breaker->active);
    if (looseness != 0)
        best = apply_looseness(breaker->active, best, looseness, &reached);
    return reached || breaker->final_pass ? best : NULL;
}

static int clamp_tolerance(int tolerance)
{
    return tolerance > BREAK_INFINITE ? BREAK_INFINITE : tolerance;
}

static const struct node *run_passes(struct breaker *breaker, int *pass)
{
    const struct break_params *params = breaker->params;
    // The nodes of a pass that fails are of no use to the next.
    struct arena_mark mark = arena_mark(breaker->arena);
    const struct node *end;

    breaker->background =
        params->left_skip_stretch + params->right_skip_stretch;
    if (params->pretolerance >= 0) {
        *pass = 1;
        breaker->threshold = clamp_tolerance(params->pretolerance);
        end = run_pass(breaker);
        if (end)
            return end;
        arena_rewind(breaker->arena, mark);
    }
    *pass = 2;
    breaker->hyphens = true;
    breaker->threshold = clamp_tolerance(params->tolerance);
    breaker->final_pass = params->emergency_stretch <= 0;
    end = run_pass(breaker);
    if (end)
        return end;
    arena_rewind(breaker->arena, mark);
    *pass = 3;
    breaker->background += params->emergency_stretch;
    breaker->final_pass = true;
    return run_pass(breaker);
}

static void collect_lines(const struct breaker *breaker, const struct node *end,
                          struct break_lines *lines)
{
    size_t count = end->line - 1;

    lines->ptr = arena_array_of(breaker->arena, count, struct break_line);
    lines->len = count;
    lines->cap = count;
    for (; end->previous; end = end->previous)
        lines->ptr[--count] = break_make_line(breaker, end);
}

void break_paragraph(struct arena *arena, const struct break_item *items,
                     size_t count, const sp *widths, size_t width_count,
                     const struct break_params *params,
                     struct break_result *result)
{
    struct breaker breaker = {
        .arena = arena,
        .items = items,
        .count = count,
        .widths = widths,
        .width_count = width_count,
        .params = params,
        .easy_line = params->looseness != 0 ? LINE_NONE : width_count - 1,
    };
    const struct node *end;

    assert(width_count > 0);
    assert(count > 0 && items[count - 1].kind == BREAK_PENALTY &&
           items[count - 1].penalty <= -BREAK_INFINITE);
    *result = (struct break_result){.pass = 0};
    break_sum_items(&breaker);
    end = run_passes(&breaker, &result->pass);
    assert(end);
    result->demerits = end->demerits;
    collect_lines(&breaker, end, &result->lines);
}
