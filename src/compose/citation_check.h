// SPDX-License-Identifier: MIT
// Slips in citations that show on the page and nowhere else.
#ifndef VITA_COMPOSE_CITATION_CHECK_H
#define VITA_COMPOSE_CITATION_CHECK_H

#include "compose/context.h"

// Warns of what is almost a citation in a text: brackets with a blank before
// the key, or without a key, and keys without brackets.
void citations_check(const struct context *context, struct text text);

// Warns of another key in what stands behind a key: "[@a, b]", "[@a @b]".
void citation_check_suffix(const struct context *context, struct str key,
                           struct str suffix, struct pos pos);

#endif
