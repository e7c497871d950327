// SPDX-License-Identifier: MIT
// Pages: the seam between layout and drawing. Plain data in reading order,
// free of PDF; x grows to the right, y downwards from the page's top left
// corner, all in sp. pages_dump() writes it as text.
#ifndef VITA_LAYOUT_PAGES_H
#define VITA_LAYOUT_PAGES_H

#include "base/length.h"
#include "base/vec.h"
#include "compose/structure.h"
#include "image/image.h"
#include "text/outline.h"
#include "text/shape.h"

enum item_kind {
    ITEM_TEXT,
    ITEM_RULE,
    ITEM_ICON,
    ITEM_IMAGE,
};

// A glyph as drawn: advance includes kerning and the line's set glue.
struct placed_glyph {
    uint32_t id;
    uint32_t cluster; // byte offset in the item's text
    sp advance;
    sp x_offset;
    sp y_offset; // up
};

// What of an image is seen and what goes around it; lengths count from the
// item's top left corner.
struct image_frame {
    sp radius; // of the corners; half the width: a circle
    sp border; // width of the line along the edge, within it; in the item's
               // colour
    sp x, y, width, height; // of the whole image, which may be larger
};

// What is drawn but is no content: rules; notes in the margins, with page
// numbers.
enum item_role {
    ROLE_CONTENT,
    ROLE_ARTIFACT,
    ROLE_HEADER,
    ROLE_FOOTER,
};

struct item {
    enum item_kind kind;
    enum item_role role;
    uint32_t element; // of the structure, if it is content
    sp x;
    sp y; // text and icons: the baseline; rules and images: the top
    sp width;
    sp height;       // rules and images
    uint32_t colour; // 0xRRGGBB
    // ITEM_TEXT: glyphs of one font and what they stand for, in logical
    // order. Spaces are glyphs too.
    const struct font *font;
    sp size;       // also of an icon: the em
    int expansion; // of the glyphs' widths in 1/1000; advances include it
    struct str text;
    uint32_t line;  // number of the line in its paragraph, from 1
    uint32_t lines; // how many the paragraph has
    struct placed_glyph *glyphs;
    size_t glyph_count;
    // A space behind the glyphs, if there are any, that ends a paragraph and
    // is no part of the text, or NULL.
    const struct placed_glyph *end_space;
    // A word that a line end divides, or a logo: the first part's item
    // carries the whole word here, the others an empty string with ptr not
    // NULL. Raised letters have what they read.
    struct str actual_text;
    bool hidden;  // text that is read, and not seen
    bool goes_on; // the next text is under the same actual text
    const struct outline *outline;   // ITEM_ICON
    struct str label;                // ITEM_ICON: what it stands for
    struct image *image;             // ITEM_IMAGE
    const struct image_frame *frame; // ITEM_IMAGE; NULL: the image as it is
};
VEC_DECLARE(item_list, struct item);

struct link {
    sp x, y, width, height; // y is the top
    struct str url;
    struct str target; // an anchor of the pages, if there is no url
    uint32_t element;  // of the structure
};
VEC_DECLARE(link_list, struct link);

struct page {
    sp width;
    sp height;
    size_t number;          // in its document, from 1
    struct item_list items; // in reading order
    struct link_list links; // in reading order
    sp filled;              // from the top margin, before spaces grow
    int64_t break_price;    // of the break above: struct page_costs
    bool forced;            // the break above was asked for
};
VEC_DECLARE(page_list, struct page);

struct outline_entry {
    struct str title;
    int level; // 1 for sections
    size_t page;
    sp y;
};
VEC_DECLARE(outline_list, struct outline_entry);

// A named place that links lead to. Of several with one name the first counts.
struct anchor {
    struct str name;
    size_t page;
    sp y;
};
VEC_DECLARE(anchor_list, struct anchor);

struct pages {
    struct page_list pages;
    struct structure structure;
    struct outline_list outline;
    struct anchor_list anchors;
    struct str title; // the document's title
    struct str author;
    struct str subject;
    struct str_list keywords;
    struct str language; // BCP 47
    int64_t date;        // seconds since 1970, for the PDF's dates
};

// Returns the text form described in docs/layout.md, one drawn item a line.
struct str pages_dump(struct arena *arena, const struct pages *pages);

#endif
