// SPDX-License-Identifier: MIT
// What given breaks of a paragraph cost, for comparisons with other breaks.
#ifndef VITA_TESTS_DEMERITS_H
#define VITA_TESTS_DEMERITS_H

#include "text/breaker.h"

// Returns the demerits of breaking the items there, as the breaker counts
// them. The last break is the last item.
int64_t demerits_of(struct arena *arena, const struct break_items *items,
                    const size_t *breaks, size_t count, sp width,
                    const struct break_params *params);

#endif
