// SPDX-License-Identifier: MIT
// Lines below words and through them: those of neighbours that go on become
// one.
#include "layout/line_rules.h"

// Makes the last rule of the kind longer if it ends where the new one begins.
// Of lines at different heights the thickest one counts, that of the largest
// letters, so that an underline runs level below raised ones.
static bool extend_rule(struct line_rules *rules, enum rule_kind kind,
                        const struct item *rule)
{
    struct item *last;

    if (rules->last[kind] == 0)
        return false;
    last = &rules->piece->items.ptr[rules->last[kind] - 1];
    if (last->colour != rule->colour || rule->x < last->x ||
        rule->x > last->x + last->width ||
        (kind == RULE_STRIKE && last->y != rule->y))
        return false;
    if (rule->x + rule->width > last->x + last->width)
        last->width = rule->x + rule->width - last->x;
    if (rule->height > last->height) {
        last->height = rule->height;
        last->y = rule->y;
    }
    return true;
}

// Where a rule is above the baseline, in the font's units.
struct stroke {
    int middle;
    int thickness;
};

// Draws a rule along an item, its middle above the baseline y.
static void add_rule(struct line_rules *rules, enum rule_kind kind,
                     const struct item *item, sp y, struct stroke stroke)
{
    sp height = font_scale(item->font, stroke.thickness, item->size);
    struct item rule = {
        .x = item->x,
        .y = y - font_scale(item->font, stroke.middle, item->size) - height / 2,
        .width = item->width,
        .height = height,
        .colour = item->colour,
    };

    if (extend_rule(rules, kind, &rule))
        return;
    piece_add_rule(rules->arena, rules->piece, rule.x, rule.y, rule.width,
                   rule.height, rule.colour);
    rules->last[kind] = rules->piece->items.len;
}

// The middle of a struck line above the item's baseline: a font's own
// superscripts stand on it and are drawn higher.
static int strike_middle(const struct span *span,
                         const struct font_metrics *metrics)
{
    int em = metrics->units_per_em;

    switch (span->style.script) {
    case SCRIPT_SUPER:
        return metrics->superscript_raise +
               metrics->strikeout_position * metrics->superscript_size / em;
    case SCRIPT_SUB:
        return metrics->strikeout_position * metrics->subscript_size / em -
               metrics->subscript_drop;
    default:
        return metrics->strikeout_position;
    }
}

// Underlines are below the line's letters, whatever is raised; a struck
// superscript is struck where it stands, a logo as the word that it is.
void line_rules_add(struct line_rules *rules, const struct item *item,
                    const struct span *span)
{
    const struct font_metrics *metrics = font_metrics(item->font);

    if (span->style.underline)
        add_rule(rules, RULE_UNDERLINE, item, rules->baseline,
                 (struct stroke){metrics->underline_position,
                                 metrics->underline_thickness});
    if (span->style.strike)
        add_rule(rules, RULE_STRIKE, item,
                 span->logo ? rules->baseline : item->y,
                 (struct stroke){strike_middle(span, metrics),
                                 metrics->strikeout_thickness});
}
