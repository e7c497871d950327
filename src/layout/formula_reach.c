// SPDX-License-Identifier: MIT
// Lines keep the design's leading as long as no formula comes too near to the
// line above or below it.
#include "layout/formula.h"

// How far ordinary text reaches below its baseline, and the least distance
// between a formula and what another line draws, in percent of the size.
// TeX's \lineskip is 1 pt.
#define DESCENT_PERCENT 20
#define CLEARANCE_PERCENT 10

void formula_reach_add(struct formula_reach *reach,
                       const struct formula_part *part, sp raise, sp height)
{
    sp above = part->box.height + raise - height;
    sp below = part->box.depth - raise;

    if (above > reach->above)
        reach->above = above;
    if (below > reach->below)
        reach->below = below;
}

sp formula_leading(const struct formula_reach *first,
                   const struct formula_reach *second, sp size, sp leading)
{
    sp descent = size * DESCENT_PERCENT / 100;
    sp clearance = size * CLEARANCE_PERCENT / 100;
    sp below = first->below > 0 ? first->below + clearance : 0;
    sp needed;

    if (below == 0 && second->above == 0)
        return leading;
    // The clearance counts from a formula; letters rarely reach so far down
    // where one stands below them.
    needed = second->above + (below > descent ? below : descent);
    return needed > leading ? needed : leading;
}
