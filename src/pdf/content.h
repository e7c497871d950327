// SPDX-License-Identifier: MIT
// A page's content stream while it is put together, with the part of the
// graphics state that items change.
#ifndef VITA_PDF_CONTENT_H
#define VITA_PDF_CONTENT_H

#include "pdf/writer.h"

struct content {
    struct writer *writer;
    HPDF_Page page;
    sp page_height;
    struct buf buf;
    // As the operators written so far leave it.
    uint32_t colour;
    const struct font *font;
    size_t reading; // of the font
    sp size;
    int open_marks;    // of marked content
    bool in_span;      // a text under ActualText goes on
    size_t first_mark; // of the page, among the writer's
    // The run that is drawn, or NULL; its marks are opened by what needs one.
    const struct tag_run *run;
    bool in_mark; // one with a number is open
    // As it was before the formula that is being drawn.
    const struct font *outer_font;
    sp outer_size;
    // Of glyphs that are to be shown, two bytes each.
    char codes[256];
    size_t code_bytes;
};

// Text that readers get instead of what the glyphs say. In an element it is a
// marked content of its own beside the others, lest it be nested; begin and
// end it outside of a text object then.
void content_begin_span(struct content *content, struct str actual_text);
void content_end_span(struct content *content);
// Whether spans are such contents here.
bool content_has_marks(const struct content *content);

// Sees to it that what follows is marked as the element's.
void content_begin_mark(struct content *content);

// Sets the fill colour 0xRRGGBB, of text too.
void content_set_colour(struct content *content, uint32_t colour);

// Appends the three numbers of a colour.
void content_add_colour(struct content *content, uint32_t colour);

// Appends a point, which counts from the page's top, and a blank.
void content_add_point(struct content *content, sp x, sp y);

// Of an image with a frame: has only what is in its shape drawn from now on,
// and draws the line along its edge (frame.c).
void content_clip(struct content *content, const struct item *item);
void content_draw_border(struct content *content, const struct item *item);

// Sets the font of the text that follows, and which reading of it.
void content_set_font(struct content *content, const struct pdf_font *font,
                      size_t reading, sp size);

// Draws an item of kind ITEM_ICON (icon.c).
void content_draw_icon(struct content *content, const struct item *item);

// Draws an item of kind ITEM_TEXT (text.c).
void content_draw_text(struct content *content, const struct item *item);

#endif
