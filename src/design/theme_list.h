// SPDX-License-Identifier: MIT
// The themes that the executable carries.
#ifndef VITA_DESIGN_THEME_LIST_H
#define VITA_DESIGN_THEME_LIST_H

#include "base/diag.h"

struct theme_about {
    struct str name;
    struct str description;      // one line
    const struct source *source; // the whole file
};

// In the order of their names; number is below the count.
size_t theme_list_count(void);
struct theme_about theme_list_at(size_t number);

// Returns the number of the theme of that name, or SIZE_MAX.
size_t theme_list_lookup(struct str name);

#endif
