// SPDX-License-Identifier: MIT
// The document between profile and pages: blocks in reading order, with
// runs of styled text in them. It knows what things are and how they are to
// look, but no glyph, line or page. Layout reads it; the lengths are sp.
#ifndef VITA_COMPOSE_DOCUMENT_H
#define VITA_COMPOSE_DOCUMENT_H

#include "base/length.h"
#include "compose/area.h"
#include "compose/columns.h"
#include "compose/formula.h"
#include "compose/page_columns.h"
#include "compose/structure.h"
#include "compose/text_style.h"

enum span_kind {
    SPAN_TEXT,
    SPAN_BREAK,     // forced line break
    SPAN_SPACE,     // unbreakable space of a fixed width
    SPAN_ICON,      // text is the icon's name, label what it stands for
    SPAN_SEPARATOR, // between two connections: a legal break at which it
                    // vanishes; text in the middle of width
    SPAN_PAGE_NUMBER,
    SPAN_TOTAL_PAGES,
    SPAN_FORMULA, // text is in TeX's notation, label how it reads
    SPAN_LEVEL,   // dots or a bar, text is the word that they stand for
};

// A run of one kind and style.
struct span {
    enum span_kind kind;
    struct str text;
    // SPAN_ICON, SPAN_FORMULA; of a target, what it leads to; of a link that
    // stands apart from its icon, the icon's.
    struct str label;
    const struct formula *formula; // SPAN_FORMULA
    const struct level *level;     // SPAN_LEVEL
    // What letters read that are drawn as others: ⁹ for a raised 9; empty:
    // themselves.
    struct str reading;
    bool logo; // SPAN_TEXT: a name of TeX's, set as its logo
    sp width;  // SPACE, SEPARATOR; ICON: of its box, or 0
    sp raise;  // above the baseline
    struct text_style style;
    struct str url;          // link target, empty for none
    struct str target;       // likewise an anchor of the document
    struct str_list anchors; // names of the place where the span begins
    struct str language;     // BCP 47; empty for the document's
    struct pos pos;          // in the profile or theme, for warnings
    uint32_t element;        // of the structure
    uint32_t outer_element;  // SPAN_FORMULA: the one around its own
};
VEC_DECLARE(span_list, struct span);

enum para_align {
    PARA_LEFT, // ragged right
    PARA_CENTER,
    PARA_RIGHT,
    PARA_JUSTIFIED,
};

struct para {
    struct span_list spans;
    struct text_style base; // gives the lines their height
    enum para_align align;
    enum hyphenation hyphenation;
    sp leading;    // from a baseline to the next line's cap height
    sp min_height; // of a line above its baseline, if over the cap height
    bool unbreakable_spaces;  // break only at separators
    bool microtype;           // protrusion and font expansion, if justified
    bool break_at_commas;     // rather than elsewhere: places
    const char *width_option; // of the design, that makes its column wider:
                              // for messages; NULL if there is none
};

enum block_kind {
    BLOCK_PARA,
    BLOCK_STACK,   // children below each other
    BLOCK_LIST,    // children are items of kind BLOCK_ITEM
    BLOCK_ITEM,    // a marker and children beside it
    BLOCK_COLUMNS, // children stand in columns
    BLOCK_TITLE,   // a section's title with its line
    BLOCK_IMAGE,
    BLOCK_RULE,   // a line, as wide as there is room
    BLOCK_FIXED,  // children stand at places of their own
    BLOCK_CHOICE, // of its children the first whose areas are large enough
};

enum timeline { TIMELINE_NONE, TIMELINE_LINE, TIMELINE_DOT };

struct block;
VEC_DECLARE(block_list, struct block);

struct block {
    enum block_kind kind;
    enum structure_type type; // if it is not what its kind says
    // Weak space: of two that meet only the larger one is set, and none at
    // the top of a page.
    sp space_above;
    sp space_below;
    sp indent_left;
    sp indent_right;
    sp min_height;      // of all its rows
    bool keep_together; // not divided between pages unless it must be
    bool keep_with_next;
    bool break_before; // begins a page
    bool break_after;  // what follows begins a page
    bool keep_ends;    // no first or last child alone on a page
    bool keep_lines;   // so if the child is a single line
    bool keep_end;     // its last two lines stay with each other
    bool stretchable;  // the space above may grow to fill a page
    struct para para;  // PARA, TITLE; ITEM: the marker
    struct block_list children;
    struct placement placement;   // in the parent's columns
    enum page_column page_column; // of the document's children
    size_t first_order;           // number of the first piece; 0: the next one
    const struct bleed *bleed;    // NULL for none
    struct area area;             // in a parent of kind BLOCK_FIXED
    sp fixed_height;              // FIXED
    // LIST: from the left edge to the marker, and from it to the text.
    sp marker_indent;
    sp marker_gap;
    bool marker_right;     // markers flush right: numbers
    bool marker_center;    // centred to each other: icons
    bool marker_in_column; // the items' first column makes room for them
    enum list_numbering numbering;
    // COLUMNS
    sp widths[MAX_COLUMNS];
    int column_count;
    sp column_gap;
    sp gaps[MAX_COLUMNS];   // behind a column, instead; 0: column_gap
    bool centre_vertically; // shorter columns in the middle of the others
    bool side_column;       // the first one is the others' COLUMN_SIDE
    // A cell: it begins below what is in the first column, too.
    bool below_side;
    struct shared_width shared[SHARED_COLUMNS];
    // STACK, LIST: its entries stand along one line; COLUMNS: it is one of
    // these, in the colour of para.base, with a dot if it has a date.
    enum timeline timeline;
    // Begins at the right of the shared column of dates, column_gap from it.
    bool beside_dates;
    // TITLE
    int title_type;    // enum title_type
    sp rule_thickness; // also of RULE
    sp rule_gap;       // above a rule that has a line of its own, or beside
                       // a partial one
    sp rule_column;    // the rule is longer than the dates' shared column by
                       // this (moderncv)
    struct str outline_title; // plain text for the PDF's outline
    int outline_level;        // from 1
    struct str anchor;        // name of the place where it begins, or empty
    // IMAGE
    struct text image_path; // resolved against the profile's folder
    sp image_width;
    sp image_height;      // instead of the width, if not 0
    struct str image_alt; // what it shows
    struct photo_look image_look;
    // It is fitted into a box of image_width and image_height, and takes no
    // height from its row: what is around it says min_height.
    bool image_boxed;
    bool decorative;  // and read by no one
    uint32_t element; // of the structure
};

// A typeface of the design, for telling what the system lacks of it.
struct face {
    struct text_style style;
    struct pos pos; // of the family's name
};
VEC_DECLARE(face_list, struct face);

struct document {
    struct block body; // BLOCK_STACK
    struct page_columns columns;
    struct structure structure;
    struct text_list exceptions; // words with the user's own hyphens
    struct text_list months;     // the locale's names and abbreviations
    struct face_list faces;      // that the document is set in
    bool rtl;          // written from right to left: pages are mirrored
    bool flush_bottom; // full pages end at the bottom margin
    bool footer_later; // the first page has no footer
    struct text_style title_style;    // of section titles: sets the height of
                                      // the first baseline of later pages
    struct para footer;               // no spans: none
    struct para top_note;             // no spans: none
    sp top_note_inset;                // from the right margin
    const struct margin_notes *notes; // notes.h: instead of these; or NULL
    sp page_width, page_height;
    sp top_margin, bottom_margin, left_margin, right_margin;
    struct str title; // of the PDF
    struct str author, subject;
    struct str_list keywords;
    struct str language; // BCP 47
    uint32_t zero;       // of page numbers' digits; 0 for 0 to 9
    struct date date;    // of the PDF
};

#endif
