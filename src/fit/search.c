// SPDX-License-Identifier: MIT
// Binary search for the loosest level that is good enough, then the best of
// its neighbours. Page need falls with tightness but for page breaks that
// come to lie better or worse; the neighbours on the loose side, which are
// looked at as well, make up for that.
#include "fit/search.h"

// More than any number of levels.
#define NO_PRICE INT64_MAX

struct search {
    const struct fit_question *question;
    struct fit_outcome *outcomes; // from the loosest level on
    bool *known;
};

static const struct fit_outcome *ask(struct search *s, int level)
{
    size_t at = (size_t)(level - s->question->loosest);

    if (!s->known[at]) {
        s->outcomes[at] = s->question->ask(s->question->data, level);
        s->known[at] = true;
    }
    return &s->outcomes[at];
}

bool fit_nearly_empty(const struct fit_outcome *outcome)
{
    return outcome->pages > 1 && !outcome->last_forced &&
           outcome->last_fill < FIT_LAST_FILL_MIN;
}

// What a level must come to.
struct goal {
    size_t pages;
    bool filled; // the last page not nearly empty
};

static bool reaches(struct search *s, int level, struct goal goal)
{
    const struct fit_outcome *outcome = ask(s, level);

    return outcome->pages <= goal.pages &&
           !(goal.filled && fit_nearly_empty(outcome));
}

// Returns the level nearest to 0, which does not reach the goal, between 0
// and limit that does, or 0 if limit does not.
static int nearest(struct search *s, int limit, struct goal goal)
{
    int bad = 0;
    int good = limit;

    if (limit == 0 || !reaches(s, limit, goal))
        return 0;
    while (good - bad > 1 || bad - good > 1) {
        int middle = bad + (good - bad) / 2;

        if (reaches(s, middle, goal))
            good = middle;
        else
            bad = middle;
    }
    return good;
}

static int64_t price(struct search *s, int level)
{
    const struct fit_outcome *outcome = ask(s, level);
    int64_t steps = level < 0 ? -level : level;

    return steps * FIT_LEVEL_PRICE + outcome->flaws;
}

// The cheapest of the level and its neighbours that reach the goal, too; of
// equals the one that changes the design least.
static int best_near(struct search *s, int level, struct goal goal)
{
    int side = level < 0 ? -1 : 1;
    int limit = level < 0 ? s->question->loosest : s->question->tightest;
    int64_t least = NO_PRICE;
    int best = level;

    for (int i = -FIT_NEIGHBOURS; i <= FIT_NEIGHBOURS; i++) {
        int at = level + side * i;

        if (at * side <= 0 || at * side > limit * side ||
            !reaches(s, at, goal) || price(s, at) >= least)
            continue;
        least = price(s, at);
        best = at;
    }
    return best;
}

// The last page is nearly empty. All goes onto one page less if that takes no
// more than half the scale; else looser pages make it fuller, if they can.
static int settle_last_page(struct search *s, size_t pages)
{
    struct goal fewer = {pages - 1, false};
    struct goal fuller = {pages, true};
    int tight = nearest(s, s->question->tightest, fewer);
    int loose = nearest(s, s->question->loosest, fuller);

    if (tight > 0 && (loose == 0 || tight <= s->question->tightest / 2))
        return best_near(s, tight, fewer);
    return loose < 0 ? best_near(s, loose, fuller) : 0;
}

bool fit_search(struct arena *arena, const struct fit_question *question,
                int *level)
{
    size_t levels = (size_t)(question->tightest - question->loosest) + 1;
    struct search s = {
        .question = question,
        .outcomes = arena_array_of(arena, levels, struct fit_outcome),
        .known = arena_array_of(arena, levels, bool),
    };
    struct goal goal = {question->pages, false};
    const struct fit_outcome *designed = ask(&s, 0);
    int found;

    *level = 0;
    if (designed->pages <= question->pages) {
        if (fit_nearly_empty(designed))
            *level = settle_last_page(&s, designed->pages);
        return true;
    }
    found = nearest(&s, question->tightest, goal);
    if (found == 0)
        return false;
    *level = best_near(&s, found, goal);
    return true;
}
