// SPDX-License-Identifier: MIT
// How options name the sections that they are about.
#ifndef VITA_DESIGN_SECTION_NAMES_H
#define VITA_DESIGN_SECTION_NAMES_H

#include "design/design.h"

// Whether both names are one: in any case, with blanks or low lines.
bool section_names_are_same(struct str a, struct str b);

// Whether the name is the section's key or title.
bool section_is_named(const struct section *section, struct str name);

// Tells which sections the profile's own options name that are not there. node
// is these options, without those of themes: a theme names what is usual.
void section_names_check(const struct node *node, const struct design *design,
                         const struct cv *cv, struct diags *diags);

#endif
