// SPDX-License-Identifier: MIT
// Levels of skills: dots or bars.
#ifndef VITA_LAYOUT_LEVEL_H
#define VITA_LAYOUT_LEVEL_H

#include "layout/context.h"

// How wide the span's dots or bar are.
sp level_width(struct layout_context *context, const struct span *span);

// Draws them at x, centred on half the cap height above the baseline.
void level_draw(struct layout_context *context, const struct span *span, sp x,
                sp baseline, struct piece *piece);

// Appends a filled circle; x and y are its top left corner.
void piece_add_dot(struct arena *arena, struct piece *piece, sp x, sp y,
                   sp diameter, uint32_t colour);

#endif
