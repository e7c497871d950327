// SPDX-License-Identifier: MIT
// Fitting a line's elements into its measure.
#ifndef VITA_LAYOUT_JUSTIFY_H
#define VITA_LAYOUT_JUSTIFY_H

#include "layout/line.h"

struct measure {
    sp width;
    enum para_align align;
    bool fill;                // stretch to the full width
    bool microtype;           // hang over the margins, expand letters
    const char *width_option; // as in struct para
};

// Sets spaces and letters of the line; returns where it begins, negative if
// its first character hangs over the margin. A line that is too wide even so
// is a warning.
sp line_justify(struct layout_context *context, struct element_list *elements,
                const struct measure *measure);

#endif
