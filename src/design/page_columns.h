// SPDX-License-Identifier: MIT
// The columns of a page: where they stand, and which section is in which.
#ifndef VITA_DESIGN_PAGE_COLUMNS_H
#define VITA_DESIGN_PAGE_COLUMNS_H

#include "design/design.h"

enum page_column {
    PAGE_MAIN,    // the only one, or the left one of two
    PAGE_RIGHT,   // the right one of two
    PAGE_SIDEBAR, // at the page's edge
    PAGE_ACROSS,  // above all of them
    PAGE_BELOW,   // below all of them, as wide
    PAGE_COLUMNS
};

// From the page's left edge.
struct column_area {
    sp x;
    sp width;
};

struct page_areas {
    struct column_area columns[PAGE_COLUMNS];
    struct column_area main;  // both main columns and what is between them
    struct column_area strip; // the sidebar's background
};

// Whether pages have more than one column.
bool page_has_columns(const struct design *design);

// Whether the two main columns are of one width, so that text can go on from
// one to the other.
bool page_columns_are_equal(const struct design *design);

// Takes a sidebar away that nothing stands in.
void page_columns_settle(struct design *design, const struct cv *cv);

void page_areas(const struct design *design, struct page_areas *areas);

// Returns where the section stands; of what is across the page, PAGE_ACROSS.
// What asks for a column that the design lacks is in the main one, so that a
// profile can be shown in any theme.
enum page_column section_page_column(const struct design *design,
                                     const struct section *section);

// Tells what leaves a column too little room.
void page_columns_check(const struct design *design, struct diags *diags);

#endif
