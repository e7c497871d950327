// SPDX-License-Identifier: MIT
// Profile and design to document: templates filled in, inline markup parsed,
// dates and phone numbers written out in the locale's way.
#ifndef VITA_COMPOSE_COMPOSE_H
#define VITA_COMPOSE_COMPOSE_H

#include "compose/document.h"
#include "design/locale.h"
#include "design/settings.h"

// What compose works from; folder is the profile's, for relative paths.
struct compose_input {
    const struct cv *cv;
    const struct design *design;
    // Of each section; NULL for the document's, or for all.
    const struct design *const *section_designs;
    const struct locale *locale;
    const struct settings *settings;
    struct str folder;
};

// Fills *document; it lives in the arena and borrows from the input.
void compose(struct arena *arena, const struct compose_input *input,
             struct diags *diags, struct document *document);

#endif
