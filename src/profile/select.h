// SPDX-License-Identifier: MIT
// What of a profile is shown, and in which language: done on nodes, so that
// nothing behind knows of tags, variants and languages.
#ifndef VITA_PROFILE_SELECT_H
#define VITA_PROFILE_SELECT_H

#include "profile/variant.h"

// Returns root with the values of the language (BCP 47) in place of maps of
// languages, without what is not chosen, and without tags; "- text: A" becomes
// "- A". The key variants goes, too, and so do those that begin with x-: what
// is not shown may stand there. root is not changed.
struct node *select_read(struct arena *arena, struct node *root,
                         const struct choice *choice, struct str language,
                         struct diags *diags);

#endif
