// SPDX-License-Identifier: MIT
// Rows: the vertical list that blocks become and pages are cut from. A row
// is what cannot be divided; between rows are space and a price for a page
// break there.
#ifndef VITA_LAYOUT_ROWS_H
#define VITA_LAYOUT_ROWS_H

#include "layout/pages.h"

// Prices of page breaks; pagebreak.c adds them up over the document. Each
// is far above the next, for a heading that ends its page is worse than any
// number of divided entries.
struct page_costs {
    int64_t heading;   // between a heading and what it heads
    int64_t keep;      // in what is to be kept together
    int64_t entry_top; // between an entry's title and its first lines
    int64_t widow;     // behind a paragraph's first line, before its last
    int64_t hyphen;    // behind a line that ends with a hyphen
    int64_t lead_in;   // between a text and the list that it leads in
    int64_t page;      // each page, so that fewer pages win
};

struct page_costs page_costs_default(void);

// The price of a break where one is asked for.
#define PAGE_BREAK_FORCED INT64_MIN

// Where a row of an entry stands along a line, which runs from the first of
// its rows on a page to the last.
struct timeline_mark {
    size_t line; // which one of the document
    sp height;   // of the row
    sp dot;      // from its top to the middle of its dot; 0: none
    sp diameter;
    uint32_t colour;
};

// Something drawn, relative to its row's top left corner. Pages are drawn
// in the order of the numbers, which is reading order.
struct piece {
    size_t order;
    sp x;
    sp y;
    struct item_list items;
    struct link_list links;
    // An entry of the outline begins here, at a level from 1; empty: none.
    struct str outline_title;
    int outline_level;
    struct str_list anchors;          // names of the piece's place
    const struct timeline_mark *mark; // x is the line's; nothing else is drawn
};
VEC_DECLARE(piece_list, struct piece);

struct row {
    sp space;        // above; vanishes at the top of a page
    int64_t penalty; // for a page break above
    sp height;
    sp ascent;  // from the top to the first baseline
    sp stretch; // how much the space above may grow, in proportion
    struct piece_list pieces;
};
VEC_DECLARE(row_list, struct row);

struct rows {
    struct row_list list;
    sp below;         // weak space under the last row
    bool break_after; // what follows begins a page
    bool overfull;    // something in it is too high for its area
};

// Appends a row that holds one piece at its top left.
void rows_push(struct arena *arena, struct rows *rows, sp space,
               int64_t penalty, sp height, struct piece piece);

// Appends all rows of more, which begins with the given price; of the two
// spaces that meet the larger one stays.
void rows_append(struct arena *arena, struct rows *rows,
                 const struct rows *more, int64_t penalty);

// Moves all pieces to the right.
void rows_shift(struct rows *rows, sp dx);

// Adds to the price of every break inside.
void rows_keep(struct rows *rows, int64_t penalty);

// The same, of those above which less than that height stands.
void rows_keep_within(struct rows *rows, sp height, int64_t penalty);

// Adds to the price of a break before the last row.
void rows_keep_end(struct rows *rows, int64_t penalty);

// Raises the space above the first row to at least space.
void rows_space_above(struct rows *rows, sp space);

// From the top of the first row to the bottom of the last.
sp rows_height(const struct rows *rows);

#endif
