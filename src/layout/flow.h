// SPDX-License-Identifier: MIT
// Flows: rows on their way over the pages, one flow for each column of the
// page, broken into pages by itself. What is across the page comes before the
// others, which begin below it, or behind them. A CV of one column is one flow.
#ifndef VITA_LAYOUT_FLOW_H
#define VITA_LAYOUT_FLOW_H

#include "layout/context.h"
#include "layout/pagebreak.h"

// Columns of a page that one flow fills in turn.
#define FLOW_AREAS 2

struct flow {
    struct rows rows;
    struct index_list starts; // the first row of each of its columns
    struct column_area areas[FLOW_AREAS];
    size_t area_count; // on each page
    size_t first_page;
    sp first_top; // where it begins there, below the top margin
    struct page_frame frame;
    enum page_column column;
    bool continues; // the flow before, in another width
};

struct flows {
    struct flow list[PAGE_COLUMNS + 1];
    size_t count;
    size_t pages; // at least one
    // The sidebar's background begins and ends here, from the page's top; a
    // bottom of 0 is the page's.
    size_t strip_page;
    size_t strip_last;
    sp strip_top;
    sp strip_bottom;
};

// Lays out the document's body and breaks it into pages.
struct flows flows_make(struct layout_context *context,
                        const struct document *document);

// Draws the pages: backgrounds, then all columns in reading order.
void flows_draw(struct layout_context *context, const struct document *document,
                const struct flows *flows, struct pages *pages);

// Whether the sidebar's background is on the page.
bool flows_have_strip(const struct document *document,
                      const struct flows *flows, size_t page);

#endif
