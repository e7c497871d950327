// SPDX-License-Identifier: MIT
// The table of colour names; colour.c reads it.
#ifndef VITA_DESIGN_COLOUR_DATA_H
#define VITA_DESIGN_COLOUR_DATA_H

#include <stddef.h>
#include <stdint.h>

struct colour_name {
    const char *name;
    uint32_t value; // 0xRRGGBB
};

extern const struct colour_name colour_names[];
extern const size_t colour_name_count;

#endif
