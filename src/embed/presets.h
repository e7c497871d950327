// SPDX-License-Identifier: MIT
// A theme's or a locale's options as rows of C (struct preset).
#ifndef VITA_EMBED_PRESETS_H
#define VITA_EMBED_PRESETS_H

#include "design/embedded.h"

struct presets {
    struct buf rows; // initialisers of struct preset
    size_t count;
    struct buf texts; // what the rows have as text
};

// Adds the options of map to *presets, whose buffers have an arena. A key or
// a value that the schema does not know becomes a diagnostic.
void presets_read(struct presets *presets, const struct schema *schema,
                  const struct node *map, struct diags *diags);

#endif
