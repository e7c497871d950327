// SPDX-License-Identifier: MIT
// Single lines: their width and stretch from prefix sums, badness, fitness
// and demerits.
#include "text/break_line.h"

// 297^3 is near 100 * 2^18; the two limits kept TeX's 32-bit arithmetic
// within range and are part of the result.
int break_badness(sp t, sp s)
{
    sp r;

    if (t <= 0)
        return 0;
    if (s <= 0)
        return BREAK_INFINITE;
    if (t <= 7230584)
        r = t * 297 / s;
    else if (s >= 1663497)
        r = t / (s / 297);
    else
        r = t;
    if (r > 1290)
        return BREAK_INFINITE;
    return (int)((r * r * r + 0x20000) / 0x40000);
}

bool break_discardable(const struct break_item *item)
{
    return item->kind == BREAK_GLUE || item->kind == BREAK_PENALTY;
}

void break_sum_items(struct breaker *breaker)
{
    struct sums *sums =
        arena_array_of(breaker->arena, breaker->count + 1, struct sums);

    for (size_t i = 0; i < breaker->count; i++) {
        const struct break_item *item = &breaker->items[i];

        sums[i + 1] = sums[i];
        if (item->kind == BREAK_PENALTY)
            continue; // its width counts only at a break
        sums[i + 1].width += item->width;
        if (item->kind == BREAK_BOX)
            sums[i + 1].hang_right = item->hang_right;
        else if (item->kind == BREAK_DISC)
            sums[i + 1].hang_right = 0;
        if (item->kind == BREAK_DISC)
            continue;
        sums[i + 1].shrink += item->shrink;
        if (item->fil)
            sums[i + 1].fils++;
        else
            sums[i + 1].stretch += item->stretch;
    }
    sums[breaker->count].solid = breaker->count;
    for (size_t i = breaker->count; i-- > 0;)
        sums[i].solid =
            break_discardable(&breaker->items[i]) ? sums[i + 1].solid : i;
    breaker->sums = sums;
}

struct measure break_measure(const struct breaker *breaker,
                             const struct node *node, size_t to)
{
    size_t from = node->from < to ? node->from : to;
    const struct sums *a = &breaker->sums[from];
    const struct sums *b = &breaker->sums[to];
    const struct break_item *item = &breaker->items[to];
    struct measure measure = {
        .width = b->width - a->width + node->post,
        .stretch = b->stretch - a->stretch,
        .shrink = b->shrink - a->shrink,
        .fil = b->fils > a->fils,
    };

    if (item->kind == BREAK_PENALTY)
        measure.width += item->width;
    else if (item->kind == BREAK_DISC)
        measure.width += item->pre;
    measure.width -=
        item->kind == BREAK_DISC ? item->hang_right : b->hang_right;
    if (node->post == 0 && from < to)
        measure.width -= breaker->items[from].hang_left;
    return measure;
}

sp break_line_width(const struct breaker *breaker, size_t line)
{
    size_t last = breaker->width_count;

    return breaker->widths[(line < last ? line : last) - 1];
}

bool break_hyphenated(const struct breaker *breaker, size_t item)
{
    // TeX counts every discretionary, and the end of the paragraph so that
    // finalhyphendemerits apply there.
    return breaker->items[item].kind == BREAK_DISC ||
           breaker->items[item].flagged || item + 1 == breaker->count;
}

int break_rate(const struct breaker *breaker, const struct measure *measure,
               sp width, enum fitness *fitness)
{
    sp shortfall = width - measure->width;
    int badness;

    *fitness = FIT_DECENT;
    if (shortfall > 0) {
        if (measure->fil)
            return 0;
        badness =
            break_badness(shortfall, measure->stretch + breaker->background);
        if (badness > 99)
            *fitness = FIT_VERY_LOOSE;
        else if (badness > 12)
            *fitness = FIT_LOOSE;
        return badness;
    }
    badness = -shortfall > measure->shrink
                  ? BREAK_INFINITE + 1
                  : break_badness(-shortfall, measure->shrink);
    if (badness > 12)
        *fitness = FIT_TIGHT;
    return badness;
}

// TeX: The Program, 859.
int64_t break_demerits(const struct breaker *breaker, const struct node *node,
                       size_t to, int penalty, int badness,
                       enum fitness fitness)
{
    const struct break_params *params = breaker->params;
    int64_t demerits = (int64_t)params->line_penalty + badness;
    int distance = (int)fitness - (int)node->fitness;

    if (demerits >= 10000 || demerits <= -10000)
        demerits = 100000000;
    else
        demerits *= demerits;
    if (penalty > 0)
        demerits += (int64_t)penalty * penalty;
    else if (penalty > -BREAK_INFINITE)
        demerits -= (int64_t)penalty * penalty;
    if (node->hyphenated && break_hyphenated(breaker, to))
        demerits += to + 1 < breaker->count ? params->double_hyphen_demerits
                                            : params->final_hyphen_demerits;
    if (distance > 1 || distance < -1)
        demerits += params->adj_demerits;
    return demerits;
}

struct break_line break_make_line(const struct breaker *breaker,
                                  const struct node *end)
{
    const struct break_params *params = breaker->params;
    const struct node *start = end->previous;
    struct measure measure = break_measure(breaker, start, end->item);
    sp shortfall = break_line_width(breaker, start->line) - measure.width;
    struct break_line line = {
        .from = start->from < end->item ? start->from : end->item,
        .to = end->item,
        .natural = measure.width,
        .stretch = measure.stretch + params->left_skip_stretch +
                   params->right_skip_stretch,
        .shrink = measure.shrink,
        .fil = measure.fil,
        .hyphen = breaker->items[end->item].flagged,
        .overfull = -shortfall > measure.shrink,
    };

    if (line.overfull)
        line.badness = BREAK_INFINITE;
    else if (shortfall < 0)
        line.badness = break_badness(-shortfall, line.shrink);
    else if (!line.fil)
        line.badness = break_badness(shortfall, line.stretch);
    return line;
}
