// SPDX-License-Identifier: MIT
// What is left of a profile's nodes when entries and bullets were left out of
// its CV: for the copy that the PDF carries.
#ifndef VITA_PROFILE_WITHOUT_H
#define VITA_PROFILE_WITHOUT_H

#include "profile/profile.h"

// Returns the keys of all entries below cv.sections.
struct str_list keys_written(struct arena *arena, const struct node *root);

// Returns root without what shown->whole has and shown has not, and without
// citations of entries that are not shown. root is not changed.
struct node *node_without(struct arena *arena, struct node *root,
                          const struct cv *shown);

#endif
