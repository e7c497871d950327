// SPDX-License-Identifier: MIT
// The scale of tightness: level 0 is the design as it is, each higher level
// a little tighter, each negative one a little looser. The order is spacing,
// leading, size, margins: first each goes half its way to its floor, then,
// in the same order, the rest. Several small changes are seen less than one
// large one.
#ifndef VITA_FIT_SCALE_H
#define VITA_FIT_SCALE_H

#include "design/design.h"

enum fit_knob {
    FIT_SPACING, // white space around titles, entries and bullets
    FIT_LEADING, // typography.line_spacing
    FIT_SIZE,    // of all type, with what is measured in it
    FIT_MARGINS,
    FIT_KNOBS
};

struct fit_scale {
    const struct design *design;
    bool fixed[FIT_KNOBS]; // at its floor already
    int loosest;           // 0 or less
    int tightest;          // 0 or more
};

struct fit_scale fit_scale_new(const struct design *design);

// How far the knob is from the design at the level, in thousandths of the way
// to its floor; negative: to its ceiling.
int fit_scale_part(const struct fit_scale *scale, int level,
                   enum fit_knob knob);

// The white space of the level in per cent of the design's.
int fit_scale_spacing(const struct fit_scale *scale, int level);

// The design of, of a section for example, at the level.
struct design fit_scale_apply(const struct fit_scale *scale, int level,
                              const struct design *of);

// The document's design at the level.
struct design fit_scale_design(const struct fit_scale *scale, int level);

#endif
