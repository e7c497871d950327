// SPDX-License-Identifier: MIT
// For the tests of src/fit: a table of what comes of every level, the search
// over it, and the answer that trying every level gives.
#ifndef VITA_TESTS_FIT_FIXTURE_H
#define VITA_TESTS_FIT_FIXTURE_H

#include "profile_fixture.h"

#include "fit/search.h"

#define MAX_LEVELS 80

// Outcomes by level from loosest on, and how often each was asked for.
struct table {
    struct fit_outcome outcomes[MAX_LEVELS];
    int asked[MAX_LEVELS];
    int loosest, tightest;
};

static inline struct fit_outcome ask(void *data, int level)
{
    struct table *t = data;

    assert_in_range(level - t->loosest, 0, t->tightest - t->loosest);
    t->asked[level - t->loosest]++;
    return t->outcomes[level - t->loosest];
}

static inline const struct fit_outcome *at(const struct table *t, int level)
{
    return &t->outcomes[level - t->loosest];
}

// Even the tightest level is too long.
#define NOTHING (-1000)

static inline int search(struct table *t, size_t pages, int *trials)
{
    struct arena *arena = arena_new();
    struct fit_question question = {ask, t, pages, t->loosest, t->tightest};
    int level = NOTHING;
    bool found = fit_search(arena, &question, &level);

    *trials = 0;
    for (size_t i = 0; i < MAX_LEVELS; i++) {
        assert_true(t->asked[i] <= 1);
        *trials += t->asked[i];
        t->asked[i] = 0;
    }
    arena_free(arena);
    return found ? level : NOTHING;
}

// --- Trying every level ------------------------------------------------------

static inline bool good(const struct table *t, int level, size_t pages,
                        bool filled)
{
    return at(t, level)->pages <= pages &&
           !(filled && fit_nearly_empty(at(t, level)));
}

// The cheapest level from the one nearest to 0 that is good to the fourth
// behind it; 0 if none is good on that side.
static inline int brute_side(const struct table *t, int side, size_t pages,
                             bool filled)
{
    int limit = side < 0 ? -t->loosest : t->tightest;
    int first = 1;
    int best = 0;
    int64_t least = INT64_MAX;

    while (first <= limit && !good(t, side * first, pages, filled))
        first++;
    for (int i = first; i <= limit && i <= first + FIT_NEIGHBOURS; i++) {
        int64_t price = i * FIT_LEVEL_PRICE + at(t, side * i)->flaws;

        if (good(t, side * i, pages, filled) && price < least) {
            least = price;
            best = side * i;
        }
    }
    return best;
}

static inline int brute_force(const struct table *t, size_t pages)
{
    const struct fit_outcome *designed = at(t, 0);
    int tight;
    int loose;
    int first = 1;

    if (designed->pages > pages) {
        tight = brute_side(t, 1, pages, false);
        return tight == 0 ? NOTHING : tight;
    }
    if (!fit_nearly_empty(designed))
        return 0;
    tight = brute_side(t, 1, designed->pages - 1, false);
    loose = brute_side(t, -1, designed->pages, true);
    while (first <= t->tightest && !good(t, first, designed->pages - 1, false))
        first++;
    return tight > 0 && (loose == 0 || first <= t->tightest / 2) ? tight
                                                                 : loose;
}

#endif
