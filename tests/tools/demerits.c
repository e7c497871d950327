// SPDX-License-Identifier: MIT
// The sum over the lines, by the breaker's own functions.
#include "demerits.h"

#include "text/break_line.h"

int64_t demerits_of(struct arena *arena, const struct break_items *items,
                    const size_t *breaks, size_t count, sp width,
                    const struct break_params *params)
{
    struct breaker breaker = {.arena = arena,
                              .items = items->ptr,
                              .count = items->len,
                              .widths = &width,
                              .width_count = 1,
                              .params = params};
    struct node node = {.line = 1, .fitness = FIT_DECENT};

    break_sum_items(&breaker);
    for (size_t i = 0; i < count; i++) {
        const struct break_item *item = &items->ptr[breaks[i]];
        struct measure measure = break_measure(&breaker, &node, breaks[i]);
        enum fitness fitness;
        int badness = break_rate(&breaker, &measure, width, &fitness);

        // An overfull line, when there is no other way, costs nothing.
        if (badness <= BREAK_INFINITE)
            node.demerits += break_demerits(
                &breaker, &node, breaks[i],
                item->kind == BREAK_GLUE ? 0 : item->penalty, badness, fitness);
        node.from = breaker.sums[breaks[i] + 1].solid;
        node.fitness = fitness;
        node.hyphenated = break_hyphenated(&breaker, breaks[i]);
        node.line++;
    }
    return node.demerits;
}
