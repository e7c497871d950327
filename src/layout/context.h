// SPDX-License-Identifier: MIT
// What the parts of layout share.
#ifndef VITA_LAYOUT_CONTEXT_H
#define VITA_LAYOUT_CONTEXT_H

#include "compose/document.h"
#include "layout/rows.h"
#include "text/languages.h"
#include "text/shape.h"

// What the blocks around the one that is being laid out say of columns.
struct column_scope {
    sp shared[SHARED_COLUMNS]; // widths
    sp side_x;                 // of COLUMN_SIDE, from the block's left edge
    sp side_width;
};

struct span_fonts; // span_font.h

VEC_DECLARE(image_list, struct image *);

struct layout_context {
    struct arena *arena;
    struct arena *scratch; // rewound after each paragraph
    struct diags *diags;
    struct font_store *fonts;
    struct span_fonts *span_fonts;
    struct languages *languages;
    struct language *language;   // the document's; NULL for none
    struct text_list exceptions; // words with the user's own hyphens
    struct text_list months;     // names and abbreviations, kept with numbers
    struct image_list images;    // that were read
    struct paragraph_cache *paragraphs; // NULL: none are kept
    size_t paragraph_scope;
    struct page_costs costs;
    bool rtl;     // laid out as the mirror image of what is drawn
    size_t order; // next piece's number
    // Numbers for SPAN_PAGE_NUMBER and SPAN_TOTAL_PAGES, in footers.
    size_t page_number;
    size_t total_pages;
    size_t timelines;    // how many there are, the last one being laid out
    uint32_t zero;       // of their digits; 0 for 0 to 9
    enum item_role role; // of what is being laid out
    struct column_scope columns;
    const struct span *anchored; // the last span whose anchors are set
};

// Returns an empty piece with the next number in reading order.
struct piece piece_new(struct layout_context *context);

// The language of a span's text, NULL for none.
struct language *span_language(const struct layout_context *context,
                               const struct span *span);

// The style to shape a span in.
struct shape_style shape_style_of(const struct layout_context *context,
                                  const struct span *span);

// Height of a line above its baseline: the cap height of the style's font,
// whatever glyphs the line has, so that accents push no lines apart.
sp style_cap_height(struct layout_context *context,
                    const struct text_style *style);

// Lays out a block in the given width.
struct rows block_layout(struct layout_context *context,
                         const struct block *block, sp width);

// The width of the block's text on one line for each paragraph.
sp block_natural_width(struct layout_context *context,
                       const struct block *block);
sp paragraph_natural_width(struct layout_context *context,
                           const struct para *para);

// How far the text of a list's items stands from the list's left edge.
sp list_indent(struct layout_context *context, const struct block *list,
               sp width);

// Enters a block of that width: measures the columns that share their widths
// in it. The caller puts the old scope back.
void columns_enter(struct layout_context *context, const struct block *block,
                   sp width);

// Returns the width of a column that says so itself or shares it; 0 for the
// other kinds.
sp column_width(const struct layout_context *context, sp width);

// As block_layout() for the kinds that have files of their own.
struct rows paragraph_layout(struct layout_context *context,
                             const struct para *para, sp width);
struct rows columns_layout(struct layout_context *context,
                           const struct block *block, sp width);
struct rows title_layout(struct layout_context *context,
                         const struct block *block, sp width);
struct rows image_layout(struct layout_context *context,
                         const struct block *block, sp width);
struct rows fixed_layout(struct layout_context *context,
                         const struct block *block);
struct rows choice_layout(struct layout_context *context,
                          const struct block *block, sp width);
struct rows rule_layout(struct layout_context *context,
                        const struct block *block, sp width);

// Marks the rows of an entry as standing along the line at x (timeline.c).
void timeline_mark(struct layout_context *context, const struct block *block,
                   sp x, struct rows *rows);

// Draws the lines and dots of the page's pieces, which stand below each other
// in their order; left is the page's margin.
void timelines_draw(struct layout_context *context,
                    const struct piece_list *pieces, sp left,
                    struct page *page);

// Copies a piece's items and links onto the page at x, y.
void piece_draw(struct arena *arena, const struct piece *piece, sp x, sp y,
                struct page *page);

// Draws what stands in the margins of all pages.
struct flows;
void notes_draw(struct layout_context *context, const struct document *document,
                const struct flows *flows, struct pages *pages);

// Appends a filled rectangle.
void piece_add_rule(struct arena *arena, struct piece *piece, sp x, sp y,
                    sp width, sp height, uint32_t colour);

#endif
