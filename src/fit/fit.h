// SPDX-License-Identifier: MIT
// Fitting a CV, or a letter, to pages (design.page.fit): composes and lays out
// again with a tighter or a looser design, then with fewer entries and bullets,
// until the pages are as many as asked for and look well. docs/fit.md says how.
#ifndef VITA_FIT_FIT_H
#define VITA_FIT_FIT_H

#include "compose/compose.h"
#include "layout/layout.h"

struct fit_input {
    const struct compose_input *compose;
    struct layout_stock stock;
    bool letter; // what is made is the letter of the input, not its CV
};

struct fit_result {
    struct str changes;  // what was changed to fit, for the user; or empty
    const struct cv *cv; // what is shown
};

// Fills *document and *pages, as compose() and layout() do; they live in the
// arena. If the pages cannot be had, that is an error at design.page.fit.
struct fit_result fit(struct arena *arena, const struct fit_input *input,
                      struct diags *diags, struct document *document,
                      struct pages *pages);

#endif
