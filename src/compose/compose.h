// SPDX-License-Identifier: MIT
// Profile and design to document: templates filled in, inline markup parsed,
// dates and phone numbers written out in the locale's way.
#ifndef VITA_COMPOSE_COMPOSE_H
#define VITA_COMPOSE_COMPOSE_H

#include "compose/document.h"
#include "design/locale.h"
#include "design/settings.h"

// The design of a section or a group that has options of its own: node.
struct own_design {
    const struct node *node;
    const struct design *design;
};
VEC_DECLARE(own_design_list, struct own_design);

// What compose works from; folder is the profile's, for relative paths.
struct compose_input {
    const struct cv *cv;
    const struct design *design;
    const struct design *sidebar_design; // NULL: there is no sidebar
    // The others have the document's or the sidebar's.
    struct own_design_list own_designs;
    const struct locale *locale;
    const struct settings *settings;
    struct str folder;
    // For compose_letter(), with the design of letter_design(); or NULL.
    const struct letter *letter;
};

// Fills *document; it lives in the arena and borrows from the input.
void compose(struct arena *arena, const struct compose_input *input,
             struct diags *diags, struct document *document);

// The same for the letter of the input: what its sections are does not count.
void compose_letter(struct arena *arena, const struct compose_input *input,
                    struct diags *diags, struct document *document);

#endif
