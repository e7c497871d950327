// SPDX-License-Identifier: MIT
// Reading the value of one option.
#ifndef VITA_DESIGN_SCHEMA_VALUE_H
#define VITA_DESIGN_SCHEMA_VALUE_H

#include "design/schema.h"

// Names for a hint: keys of one group or words of a choice; none has more.
#define SCHEMA_SIBLINGS_MAX 64

// An option in its table, to be read.
struct schema_place {
    const struct schema *schema;
    const struct option *option;
};

// "design.page.size", for messages.
struct str schema_place_path(const struct schema_target *t,
                             const struct schema_place *place);

// Reads the node into the option's place in the target; null is as if it were
// absent, but for a template.
void schema_read_option(const struct schema_target *t,
                        const struct schema_place *place,
                        const struct node *node);

// Reads an option of several items from a node of the right kind
// (schema_items.c).
void schema_read_items(const struct schema_target *t,
                       const struct schema_place *place,
                       const struct node *node);

#endif
