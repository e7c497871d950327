// SPDX-License-Identifier: MIT
// How a run of text looks.
#ifndef VITA_COMPOSE_TEXT_STYLE_H
#define VITA_COMPOSE_TEXT_STYLE_H

#include "base/length.h"
#include "base/str.h"

enum script { SCRIPT_NONE, SCRIPT_SUPER, SCRIPT_SUB };

struct text_style {
    struct str family;
    int weight; // 400, 700
    bool italic;
    bool small_caps;
    bool small_caps_marked;     // in the text, not by the design
    bool code;                  // monospaced, no ligatures, no hyphenation
    unsigned char figures;      // enum figure_style
    unsigned char figure_width; // enum figure_width
    int capitals_tracking;      // in 1/1000 em
    int small_caps_tracking;
    bool fractions;
    bool underline;
    bool strike;
    unsigned char script; // enum script
    sp size;
    uint32_t colour; // 0xRRGGBB
};

#endif
