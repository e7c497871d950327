// SPDX-License-Identifier: MIT
// Text in two directions: levels for a paragraph's atoms, and the places of a
// line's elements. A document that runs from right to left is laid out as
// its mirror image, from the edge where reading starts, and its pages are
// mirrored at the end.
#ifndef VITA_LAYOUT_DIRECTION_H
#define VITA_LAYOUT_DIRECTION_H

#include "layout/atoms.h"
#include "layout/line.h"

// Sets the atoms' levels (UAX #9) and shapes those that run from right to
// left so; words of two directions are cut in parts.
void atoms_set_levels(struct layout_context *context, struct atom_list *atoms);

// Sets the elements' offsets from the line's start edge.
void line_place(const struct layout_context *context,
                struct element_list *elements);

#endif
