// SPDX-License-Identifier: MIT
// The families of fonts that there are, as a text for people.
#ifndef VITA_REFERENCE_FONT_TABLE_H
#define VITA_REFERENCE_FONT_TABLE_H

#include "base/str.h"

// Returns a paragraph for each family whose name has the filter in it; all
// with an empty one. folder is that of fonts beside the profile.
struct str font_table_make(struct arena *arena, struct str folder,
                           struct str filter);

#endif
