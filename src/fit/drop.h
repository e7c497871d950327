// SPDX-License-Identifier: MIT
// A CV without some of its entries and bullets.
#ifndef VITA_FIT_DROP_H
#define VITA_FIT_DROP_H

#include "profile/profile.h"

// An entry or a bullet, numbered in the order of the file.
struct fit_unit {
    const struct entry *entry;   // NULL: a bullet
    const struct bullet *bullet; // NULL: an entry
    size_t end;                  // behind the last unit inside
    int priority;                // 0: never dropped
};
VEC_DECLARE(fit_unit_list, struct fit_unit);

// Returns all entries and bullets of the cv, each before those inside.
struct fit_unit_list fit_units(struct arena *arena, const struct cv *cv);

VEC_DECLARE(fit_order, size_t);

// Returns the units that may be dropped, by number, in the order in which
// they go: the least priority first, of equals the last in the file.
struct fit_order fit_drop_order(struct arena *arena,
                                const struct fit_unit_list *units);

// Returns the cv without the units that are gone, by number; what is inside
// them goes, too, and so do entries and sections that are left without their
// entries. The copy borrows from cv.
struct cv cv_without(struct arena *arena, const struct cv *cv,
                     const bool *gone);

#endif
