// SPDX-License-Identifier: MIT
// Why a CV does not fit, by how much, and which entries are in the way: each
// is left out for a trial, since how much room one takes is not known before
// pages are made without it.
#include "fit/report.h"

#include <stdlib.h>

// More trials would keep the user waiting: 60 of a CV of two pages take a
// tenth of a second.
#define MAX_TRIED_PAGES 120
#define MAX_NAMED 3
// The height of capitals in most typefaces, in per cent of the size.
#define CAP_PERCENT 66

// What is saved by leaving out a unit.
struct saving {
    size_t unit;
    bool enough; // the rest fits
    sp saved;
};
VEC_DECLARE(savings, struct saving);

// Enough comes first, the least of those before the others: it is the least
// loss. What alone is not enough comes with the largest first.
static int by_use(const void *a_ptr, const void *b_ptr)
{
    const struct saving *a = a_ptr;
    const struct saving *b = b_ptr;

    if (a->enough != b->enough)
        return a->enough ? -1 : 1;
    if (a->saved != b->saved)
        return (a->saved < b->saved) == a->enough ? -1 : 1;
    return a->unit > b->unit ? -1 : 1;
}

// Tries the CV without what is gone.
static struct fit_trial try_without(struct arena *arena, struct fitter *fitter,
                                    const bool *gone)
{
    fitter->cv = cv_without(arena, fitter->input->compose->cv, gone);
    return fitter_try(fitter, fitter->scale.tightest);
}

static bool fits(const struct fitter *fitter, const struct fit_trial *trial)
{
    return trial->outcome.pages <= (size_t)fitter->scale.design->page.fit.pages;
}

// Tries each entry that is left, the last ones first: they are mostly the
// oldest.
static struct savings find_savings(struct arena *arena, struct fitter *fitter,
                                   const struct fit_plan *plan, sp over)
{
    size_t pages = (size_t)fitter->scale.design->page.fit.pages;
    size_t most = MAX_TRIED_PAGES / pages;
    struct savings savings = {0};

    for (size_t i = plan->units.len; i > 0 && savings.len < most; i--) {
        struct fit_trial trial;

        if (!plan->units.ptr[i - 1].entry || plan->gone[i - 1])
            continue;
        plan->gone[i - 1] = true;
        trial = try_without(arena, fitter, plan->gone);
        plan->gone[i - 1] = false;
        vec_push(
            arena, &savings,
            (struct saving){i - 1, fits(fitter, &trial), over - trial.over});
    }
    if (savings.len > 0)
        qsort(savings.ptr, savings.len, sizeof *savings.ptr, by_use);
    return savings;
}

// Several entries that are enough together, the largest first; returns how
// many, or 0.
static size_t enough_together(struct arena *arena, struct fitter *fitter,
                              const struct fit_plan *plan,
                              const struct savings *savings)
{
    size_t count = 0;
    bool enough = false;

    while (!enough && count < savings->len && count < MAX_NAMED) {
        struct fit_trial trial;

        plan->gone[savings->ptr[count++].unit] = true;
        trial = try_without(arena, fitter, plan->gone);
        enough = fits(fitter, &trial);
    }
    for (size_t i = 0; i < count; i++)
        plan->gone[savings->ptr[i].unit] = false;
    return enough ? count : 0;
}

// Appends the first units, with a word before the last.
static void add_units(struct buf *buf, const struct fit_plan *plan,
                      const struct savings *savings, size_t count,
                      const char *word)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && i + 1 == count)
            buf_addf(buf, " %s ", word);
        else if (i > 0)
            buf_add_cstr(buf, ", ");
        fit_add_unit(buf, &plan->units.ptr[savings->ptr[i].unit]);
    }
}

// Returns which entries would help, or an empty text.
static struct str which_entries(struct arena *arena, struct fitter *fitter,
                                const struct fit_plan *plan, sp over)
{
    struct savings savings = find_savings(arena, fitter, plan, over);
    struct buf buf = {.arena = arena};
    size_t count = 0;

    if (savings.len == 0)
        return (struct str){"", 0};
    buf_add_cstr(&buf, "it fits without ");
    while (count < savings.len && count < MAX_NAMED &&
           savings.ptr[count].enough)
        count++;
    if (count > 0) {
        add_units(&buf, plan, &savings, count, "or");
    } else {
        count = enough_together(arena, fitter, plan, &savings);
        add_units(&buf, plan, &savings, count, "and");
    }
    if (fitter->scale.design->page.fit.drop)
        buf_add_cstr(&buf, "; entries with a priority are dropped, the least "
                           "first");
    return count > 0 ? buf_str(&buf) : (struct str){"", 0};
}

static struct str hint_of(struct arena *arena, struct fitter *fitter,
                          const struct fit_plan *plan,
                          const struct fit_trial *trial)
{
    struct str hint = {"", 0};

    // What is over a page is more than a few entries.
    if (trial->over <= trial->page_height)
        hint = which_entries(arena, fitter, plan, trial->over);
    if (hint.len > 0)
        return hint;
    return str_format(arena,
                      "it fits on %zu pages; or lower the floors of "
                      "design.page.fit",
                      trial->outcome.pages);
}

// A page break that is asked for cannot be tightened away.
static void report_forced(struct arena *arena, const struct page_fit *fit,
                          size_t forced, struct diags *diags)
{
    diag_error(diags, fit->pos,
               str_format(arena, "take a page_break out, or ask for %zu pages",
                          forced + 1),
               "the CV does not fit on %d page%s: page_break begins %zu more",
               fit->pages, fit->pages == 1 ? "" : "s", forced);
}

// In lines of the tightest level, rounded up.
static long long lines_over(const struct fit_scale *scale, sp over)
{
    struct design tight = fit_scale_design(scale, scale->tightest);
    sp line = tight.typography.faces[FACE_BODY].size * CAP_PERCENT / 100 +
              tight.typography.line_spacing;

    return line > 0 ? (over + line - 1) / line : 0;
}

static bool any_gone(const struct fit_plan *plan)
{
    for (size_t i = 0; i < plan->units.len; i++)
        if (plan->gone[i])
            return true;
    return false;
}

void fit_report_failure(struct arena *arena, struct fitter *fitter,
                        const struct fit_plan *plan,
                        const struct fit_trial *trial, struct diags *diags)
{
    const struct page_fit *fit = &fitter->scale.design->page.fit;
    long long lines = lines_over(&fitter->scale, trial->over);
    struct buf over = {.arena = arena};

    if (trial->forced >= (size_t)fit->pages) {
        report_forced(arena, fit, trial->forced, diags);
        return;
    }
    buf_add_pt(&over, trial->over, 0);
    diag_error(diags, fit->pos, hint_of(arena, fitter, plan, trial),
               "the %s does not fit on %d page%s: as tight as it may get%s, it "
               "is about %lld line%s (%.*spt) too long",
               fitter->input->letter ? "letter" : "CV", fit->pages,
               fit->pages == 1 ? "" : "s",
               any_gone(plan) ? ", without what may be dropped" : "", lines,
               lines == 1 ? "" : "s", STR_ARG(buf_str(&over)));
}
