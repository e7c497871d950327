// SPDX-License-Identifier: MIT
// Page breaking: the best set of breaks over the whole document, by dynamic
// programming over the rows (as Plass 1981, chapter 4, for one column
// without floats). Pure: heights and prices in, breaks out.
#ifndef VITA_LAYOUT_PAGEBREAK_H
#define VITA_LAYOUT_PAGEBREAK_H

#include "layout/rows.h"

VEC_DECLARE(index_list, size_t);

// Returns the first row of each page, the first being row 0; no rows give no
// pages. A row that is higher than the page stands alone on its page.
struct index_list pagebreak(struct arena *arena, const struct row *rows,
                            size_t count, sp page_height);

#endif
