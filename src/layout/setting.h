// SPDX-License-Identifier: MIT
// How a paragraph is set: justified or ragged, with divided words or without.
#ifndef VITA_LAYOUT_SETTING_H
#define VITA_LAYOUT_SETTING_H

#include "layout/atoms.h"

// How a paragraph is set, and the lines that come of it.
struct setting {
    struct break_input input;
    struct break_result result;
    bool justified;
    bool microtype;
    bool hyphens;
    bool commas; // lines had rather end at commas
};

// Breaks with whole words if that is good enough, a short paragraph ragged
// if it is not, and a longer one with divided words. The setting is allocated
// in the scratch arena.
struct setting setting_choose(struct layout_context *context,
                              const struct para *para,
                              const struct atom_list *atoms, sp width);

#endif
