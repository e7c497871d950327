// SPDX-License-Identifier: MIT
// Keys that are right, but stand in the wrong place.
#ifndef VITA_PROFILE_MISPLACED_H
#define VITA_PROFILE_MISPLACED_H

#include "profile/check.h"

// As check_keys(); an unknown key that belongs elsewhere gets the hint where.
// where is "the profile" or "cv".
void misplaced_check_keys(const struct checker *checker, const struct node *map,
                          const char *const *known, const char *where);

// Returns the hint for a key that is known elsewhere, or an empty text.
struct str misplaced_hint(struct arena *arena, struct str key);

#endif
