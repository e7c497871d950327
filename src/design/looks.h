// SPDX-License-Identifier: MIT
// Options of the design beside RenderCV's that are about the look alone
// (docs/looks.md).
#ifndef VITA_DESIGN_LOOKS_H
#define VITA_DESIGN_LOOKS_H

#include "base/length.h"

enum photo_shape { PHOTO_RECTANGLE, PHOTO_ROUNDED, PHOTO_CIRCLE };

struct photo_look {
    int shape; // enum photo_shape
    sp border; // 0: none
    uint32_t border_colour;
};

#endif
