// SPDX-License-Identifier: MIT
// Lists of authors, with the person's own names in bold.
#ifndef VITA_COMPOSE_AUTHORS_H
#define VITA_COMPOSE_AUTHORS_H

#include "compose/context.h"

// Returns the authors as the locale joins them, in Markdown; of long lists,
// design.entries.authors_max of them, the person and "et al.".
struct str authors_join(const struct context *context,
                        const struct text_list *authors);

// Whether the last name of a list stands for authors who are not named.
bool author_means_others(const struct context *context, struct str name);

// Warns if there are publications, but settings.me is in none of them.
void authors_check(const struct context *context);

#endif
