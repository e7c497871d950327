// SPDX-License-Identifier: MIT
// Trying a design and a CV: compose, lay out, look at the pages, forget them.
#ifndef VITA_FIT_TRIAL_H
#define VITA_FIT_TRIAL_H

#include "fit/drop.h"
#include "fit/fit.h"
#include "fit/scale.h"
#include "fit/search.h"

struct fit_trial {
    struct fit_outcome outcome;
    sp page_height; // of the text area
    sp over;        // how much stands on the pages beyond those asked for
    size_t forced;  // page breaks that the profile asks for
    bool errors;    // the profile has mistakes that stop it from rendering
};

// What all trials share, and the CV of the next ones.
struct fitter {
    const struct fit_input *input;
    struct fit_scale scale;
    struct cv cv;
    bool errors; // some trial had them
};

// Returns fitter that has the whole CV.
struct fitter fitter_new(const struct fit_input *input);

// The input of compose() at the level, for the CV that fitter has; it
// borrows from fitter.
struct compose_input fitter_compose_input(struct arena *arena,
                                          const struct fitter *fitter,
                                          int level);

// Makes the input's CV or letter.
void fitter_compose(struct arena *arena, const struct fitter *fitter,
                    const struct compose_input *input, struct diags *diags,
                    struct document *document);

struct fit_trial fitter_try(const struct fitter *fitter, int level);

#endif
