// SPDX-License-Identifier: MIT
// The values of an entry's placeholders.
#ifndef VITA_COMPOSE_VALUES_H
#define VITA_COMPOSE_VALUES_H

#include "compose/template.h"

// Returns the values that entry gives to templates, to be read alone, for they
// may be kept (entry_values_kept): every field, AUTHORS,
// DATE (a range where there is one; all of several), START_DATE, END_DATE,
// URL and DOI. HIGHLIGHTS and SUMMARY are there if the entry has them.
struct value_list entry_values(const struct context *context,
                               const struct entry *entry);

// As entry_values(), and keeps them for it. The list stays as it is: the entry
// must, too, and must be where it is for as long as the context. Messages
// about its dates come now and not again.
struct value_list entry_values_kept(const struct context *context,
                                    const struct entry *entry);

// Returns the value DATE of one time.
struct value period_value(const struct context *context,
                          const struct period *period);

// Returns the value DATE of all times, of which there is at least one, with
// commas between them if the design does not say what.
struct value periods_value(const struct context *context,
                           const struct period_list *periods);

// Adds the names of RenderCV's placeholders and of every extra key in cv, and
// begins a cache for them.
void placeholders_collect(struct context *context);

#endif
