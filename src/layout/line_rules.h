// SPDX-License-Identifier: MIT
// Underlines and struck words of a line.
#ifndef VITA_LAYOUT_LINE_RULES_H
#define VITA_LAYOUT_LINE_RULES_H

#include "layout/context.h"

enum rule_kind { RULE_UNDERLINE, RULE_STRIKE, RULE_KINDS };

struct line_rules {
    struct arena *arena;
    struct piece *piece;
    sp baseline;
    // The last rule of each kind: its place in the piece, from 1.
    size_t last[RULE_KINDS];
};

// Appends the rules of an item of the line, of text of the span.
void line_rules_add(struct line_rules *rules, const struct item *item,
                    const struct span *span);

#endif
