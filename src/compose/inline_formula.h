// SPDX-License-Identifier: MIT
// Formulas in running text: $x$. They are taken out before the text is read
// as Markdown, which would take their stars and brackets for its own.
#ifndef VITA_COMPOSE_INLINE_FORMULA_H
#define VITA_COMPOSE_INLINE_FORMULA_H

#include "compose/context.h"

// Returns the text with a mark for each formula, whose source without the
// dollars is added to formulas. Amounts of money and code are left alone, with
// a warning where they may have been meant as formulas, or the other way
// round; the text is at pos.
struct str inline_mark_formulas(const struct context *context, struct text text,
                                struct str_list *formulas);

// Takes what comes next off *rest: a text, or a mark, whose formula is
// returned. Returns NULL for a text.
const struct str *inline_next_formula(struct str *rest,
                                      const struct str_list *formulas,
                                      struct str *text);

#endif
