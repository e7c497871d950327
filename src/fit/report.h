// SPDX-License-Identifier: MIT
// What the user is told of a fit, found or not.
#ifndef VITA_FIT_REPORT_H
#define VITA_FIT_REPORT_H

#include "fit/drop.h"
#include "fit/trial.h"

// Where a search ended: the level, and which units are gone.
struct fit_plan {
    int level;
    struct fit_unit_list units;
    bool *gone; // by unit
};

// Returns what the plan changes: "spacing 80 %; dropped 1 entry: ...", or an
// empty text.
struct str fit_report(struct arena *arena, const struct fit_scale *scale,
                      const struct fit_plan *plan);

// Adds the error that the CV does not fit even so tight and with all dropped
// that may be; the hint is what else would help. fitter has the CV without
// what is gone; trial is of the tightest level.
void fit_report_failure(struct arena *arena, struct fitter *fitter,
                        const struct fit_plan *plan,
                        const struct fit_trial *trial, struct diags *diags);

// Appends "Title" (line 12).
void fit_add_unit(struct buf *buf, const struct fit_unit *unit);

#endif
