// SPDX-License-Identifier: MIT
// Choosing a level of tightness. Pure: it asks what comes of a level and
// knows neither design nor pages. Each level is asked for once at most, for
// each answer costs the layout of a whole CV.
#ifndef VITA_FIT_SEARCH_H
#define VITA_FIT_SEARCH_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

// What comes of a level.
struct fit_outcome {
    size_t pages;
    int last_fill;    // of the last page, in thousandths
    bool last_forced; // the last page begins where the profile asked for it
    int64_t flaws;    // price of what looks bad, FIT_LEVEL_PRICE a level
};

// What one level tighter costs: as much as a flaw of this price.
#define FIT_LEVEL_PRICE 1000

// A last page that is less full looks like an accident, in thousandths.
#define FIT_LAST_FILL_MIN 200

struct fit_question {
    struct fit_outcome (*ask)(void *data, int level);
    void *data;
    size_t pages; // at most so many
    int loosest;  // 0 or less
    int tightest; // 0 or more
};

// How many levels beyond the loosest that fits are looked at: up to here a
// flaw is worth more than the tightness that mends it.
#define FIT_NEIGHBOURS 4

// Whether the outcome's last page is nearly empty though vita chose where it
// begins.
bool fit_nearly_empty(const struct fit_outcome *outcome);

// Finds the level: 0 if it fits and its last page is not nearly empty; else
// the best of those about the loosest that does. Returns false if even the
// tightest level needs more pages. The arena is for the search alone.
bool fit_search(struct arena *arena, const struct fit_question *question,
                int *level) __attribute__((warn_unused_result));

#endif
