// SPDX-License-Identifier: MIT
// Fitting to pages: design.page.fit of a profile.
#ifndef VITA_DESIGN_FIT_OPTIONS_H
#define VITA_DESIGN_FIT_OPTIONS_H

#include "profile/profile.h"

// How many pages the CV fills at most, and how far src/fit may go for it.
struct page_fit {
    int pages;           // 0: as many as it needs
    struct pos pos;      // of the wish
    sp min_font_size;    // of the body
    sp min_line_spacing; // at the body size of the design
    sp min_margin;
    bool drop; // entries and bullets that have a priority
};

#endif
