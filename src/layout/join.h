// SPDX-License-Identifier: MIT
// Two documents in one file: a letter and the CV that goes with it.
#ifndef VITA_LAYOUT_JOIN_H
#define VITA_LAYOUT_JOIN_H

#include "layout/pages.h"

// Appends the pages of more to those of *into, which keeps its title and the
// rest of what it says of itself. Each document becomes a part of the joined
// structure; pages keep the numbers that they have in their own document.
// Links of more lead to its own places: these get other names where *into has
// the same ones. More can be joined later on. *into borrows from more, which
// is not changed.
void pages_join(struct arena *arena, struct pages *into,
                const struct pages *more);

#endif
