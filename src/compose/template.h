// SPDX-License-Identifier: MIT
// Templates: placeholders in capitals, found as whole words; what stands
// around a missing one is cleaned up.
#ifndef VITA_COMPOSE_TEMPLATE_H
#define VITA_COMPOSE_TEMPLATE_H

#include "compose/markup.h"

// Returns the value of name, or NULL.
const struct value *value_lookup(const struct value_list *values,
                                 struct str name);

void value_add(struct arena *arena, struct value_list *values, const char *name,
               struct text text);

// Returns the next word of capitals, digits and underscores at or after
// *offset that is no part of a larger word, and moves *offset behind it;
// empty if there is none.
struct str placeholder_next(struct str s, size_t *offset);

// True if a placeholder of that name stands in the template.
bool template_names(struct str template, struct str name);

// Returns the lines of the template that have something to show, cleaned of
// missing placeholders, which are known names without a value. Lines that are
// empty in the template are kept before others: they hold a row free.
struct text_list template_lines(const struct context *context,
                                struct text template,
                                const struct value_list *values);

// Replaces placeholders by their values as plain text, for dates and paths.
struct str template_fill(struct arena *arena, struct str template,
                         const struct value_list *values);

#endif
