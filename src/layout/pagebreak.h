// SPDX-License-Identifier: MIT
// Page breaking: the best set of breaks over the whole document, by dynamic
// programming over the rows (as Plass 1981, chapter 4, for one column
// without floats). Pure: heights and prices in, breaks out.
#ifndef VITA_LAYOUT_PAGEBREAK_H
#define VITA_LAYOUT_PAGEBREAK_H

#include "layout/rows.h"

VEC_DECLARE(index_list, size_t);

// The page that rows are set on.
struct page_frame {
    sp height;
    // Where the first baseline of every page but the first stands at least,
    // from the top: so a page that begins with small type aligns with one
    // that begins with a heading.
    sp first_baseline;
};

// Returns how far the first row of a page is moved down.
sp page_drop(const struct page_frame *frame, const struct row *first,
             bool first_page);

// Returns the first row of each page, the first being row 0; no rows give no
// pages. A row that is higher than the page stands alone on its page.
struct index_list pagebreak(struct arena *arena, const struct page_costs *costs,
                            const struct row *rows, size_t count,
                            const struct page_frame *frame);

#endif
