// SPDX-License-Identifier: MIT
// Where in the profile a piece of a text stands.
#ifndef VITA_COMPOSE_FORMULA_PLACE_H
#define VITA_COMPOSE_FORMULA_PLACE_H

#include "base/diag.h"

// Returns the place of what, a part of the formula, in the source from pos on:
// in the nth formula of that text, counted from 0. Returns pos itself if it is
// not found near, for the text may be escaped there.
struct pos formula_place(const struct diags *diags, struct pos pos,
                         struct str formula, size_t nth, struct str what);

#endif
