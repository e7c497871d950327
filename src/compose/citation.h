// SPDX-License-Identifier: MIT
// Citations in texts, in Pandoc's syntax: [@noether1918],
// [@noether1918, p. 12; @klein1918].
#ifndef VITA_COMPOSE_CITATION_H
#define VITA_COMPOSE_CITATION_H

#include "compose/context.h"

// Appends the spans of a citation; text has its brackets. like has the style,
// link, language and place of the text around it. References are noted as
// cited, unknown keys are errors.
void citation_append(const struct context *context, struct str text,
                     const struct span *like, struct span_list *spans);

#endif
