// SPDX-License-Identifier: MIT
// {company} in the texts of a profile, filled in from its key placeholders:
// done on nodes, once it is decided what is shown, so that nothing behind
// knows of them.
#ifndef VITA_PROFILE_PLACEHOLDERS_H
#define VITA_PROFILE_PLACEHOLDERS_H

#include "profile/node.h"

// Returns root without the key placeholders, and with the values that it has
// in the texts of cv, letter and settings. {name} is the value of cv.name and
// {date} the given one unless the profile says otherwise. A name without a
// value is an error. Without the key, texts stay as they are. root is not
// changed.
struct node *placeholders_fill(struct arena *arena, struct node *root,
                               struct str date, struct diags *diags);

#endif
