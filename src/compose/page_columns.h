// SPDX-License-Identifier: MIT
// The columns of a document's pages, and colours up to the edges of these.
#ifndef VITA_COMPOSE_PAGE_COLUMNS_H
#define VITA_COMPOSE_PAGE_COLUMNS_H

#include "compose/columns.h"
#include "design/page_columns.h"

// A coloured area behind a block that goes on to the edges of the page: how
// far it reaches beyond the block's top left corner, how wide it is, and how
// far it reaches below.
struct bleed {
    uint32_t colour;
    sp left, top;
    sp width;
    sp bottom;
};

// The columns of the pages, if there are several.
struct page_columns {
    bool several;
    bool flowing;  // PAGE_MAIN goes on in the area of PAGE_RIGHT
    bool balanced; // and its last page has both equally high
    bool banded;   // the header has a background, across the page
    bool mirrored; // something bleeds: mirror the page and not its text area
    bool needed_pages; // the sidebar ends where its content does
    struct page_areas areas;
    struct paint background; // of the sidebar
    sp padding;              // from its text to the background's edge
    sp sidebar_space;        // above its text at the first page's top
    struct shared_width sidebar_dates;
};

#endif
