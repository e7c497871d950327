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
    // So many of the first pages, or columns, begin below something else: how
    // high they are, and where their first baselines stand at least.
    size_t low_count;
    sp low_height;
    sp low_baseline;
};

// Returns how far the first row of a page is moved down.
sp page_drop(const struct page_frame *frame, const struct row *first,
             bool first_page);

// Returns the first row of each page, the first being row 0; no rows give no
// pages. A row that is higher than the page stands alone on its page. Of those
// that begin lower, one may stay empty: it begins where the next does.
struct index_list pagebreak(struct arena *arena, const struct page_costs *costs,
                            const struct row *rows, size_t count,
                            const struct page_frame *frame);

// The price of what cannot be.
#define PAGEBREAK_NO_PRICE INT64_MAX

// The same; *price is what all pages cost.
struct index_list pagebreak_priced(struct arena *arena,
                                   const struct page_costs *costs,
                                   const struct row *rows, size_t count,
                                   const struct page_frame *frame,
                                   int64_t *price);

// The same for rows that others follow, the first of which is rows[count]: the
// break before that counts, too.
struct index_list pagebreak_before(struct arena *arena,
                                   const struct page_costs *costs,
                                   const struct row *rows, size_t count,
                                   const struct page_frame *frame,
                                   int64_t *price);

// Returns the first row of the right of two columns that are to be equally
// high; count if all stand in the left one. The price of the break counts.
size_t pagebreak_balance(const struct row *rows, size_t count,
                         const struct page_frame *frame, bool low);

#endif
