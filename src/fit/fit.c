// SPDX-License-Identifier: MIT
// The search's two ways: a level of tightness with the whole CV; if even the
// tightest is too long, as few dropped as that one needs, and then the
// loosest level without those.
#include "fit/fit.h"

#include "fit/report.h"

struct plan_maker {
    struct arena *arena;
    struct fitter *fitter;
    struct fit_plan *plan;
    struct fit_order order; // in which units are dropped
};

static struct fit_outcome ask(void *data, int level)
{
    struct fitter *fitter = data;
    struct fit_trial trial = fitter_try(fitter, level);

    fitter->errors = fitter->errors || trial.errors;
    return trial.outcome;
}

static bool find_level(struct plan_maker *m)
{
    const struct fitter *fitter = m->fitter;
    struct fit_question question = {
        .ask = ask,
        .data = m->fitter,
        .pages = (size_t)fitter->scale.design->page.fit.pages,
        .loosest = fitter->scale.loosest,
        .tightest = fitter->scale.tightest,
    };

    return fit_search(m->arena, &question, &m->plan->level);
}

// Gives the fitter the CV without the first count units of the order.
static void drop(struct plan_maker *m, size_t count)
{
    const struct cv *whole = m->fitter->input->compose->cv;

    for (size_t i = 0; i < m->order.len; i++)
        m->plan->gone[m->order.ptr[i]] = i < count;
    m->fitter->cv = cv_without(m->arena, whole, m->plan->gone);
}

static bool fits_without(struct plan_maker *m, size_t count)
{
    struct fit_trial trial;

    drop(m, count);
    trial = fitter_try(m->fitter, m->fitter->scale.tightest);
    return trial.outcome.pages <=
           (size_t)m->fitter->scale.design->page.fit.pages;
}

// Drops as few units as the tightest level needs. Returns false, with all
// dropped that may be, if that is not enough.
static bool drop_enough(struct plan_maker *m)
{
    size_t bad = 0;
    size_t good = m->order.len;

    if (good == 0 || !fits_without(m, good))
        return false;
    while (good - bad > 1) {
        size_t middle = bad + (good - bad) / 2;

        if (fits_without(m, middle))
            good = middle;
        else
            bad = middle;
    }
    drop(m, good);
    return true;
}

// Returns false if the pages cannot be had.
static bool make_plan(struct plan_maker *m)
{
    const struct cv *whole = m->fitter->input->compose->cv;

    m->plan->units = fit_units(m->arena, whole);
    m->plan->gone = arena_array_of(m->arena, m->plan->units.len, bool);
    if (m->fitter->scale.design->page.fit.drop)
        m->order = fit_drop_order(m->arena, &m->plan->units);
    return find_level(m) || (drop_enough(m) && find_level(m));
}

static void report_failure(struct plan_maker *m, struct diags *diags)
{
    struct fit_trial trial = fitter_try(m->fitter, m->fitter->scale.tightest);

    // A profile with mistakes has other worries.
    if (!m->fitter->errors)
        fit_report_failure(m->arena, m->fitter, m->plan, &trial, diags);
}

struct fit_result fit(struct arena *arena, const struct fit_input *input,
                      struct diags *diags, struct document *document,
                      struct pages *pages)
{
    const struct design *design = input->compose->design;
    struct fitter *fitter = arena_new_of(arena, struct fitter);
    struct fit_plan plan = {0};
    struct plan_maker maker = {arena, fitter, &plan, {0}};
    struct compose_input final;
    struct fit_result result = {0};

    *fitter = fitter_new(input);
    if (design->page.fit.pages > 0 && !make_plan(&maker)) {
        report_failure(&maker, diags);
        // What else is wrong is told of the CV as it is.
        *fitter = fitter_new(input);
        plan.level = 0;
    }
    final = fitter_compose_input(arena, fitter, plan.level);
    fitter_compose(arena, fitter, &final, diags, document);
    layout(arena, document, &input->stock, diags, pages);
    if (design->page.fit.pages > 0)
        result.changes = fit_report(arena, &fitter->scale, &plan);
    result.cv = &fitter->cv;
    return result;
}
