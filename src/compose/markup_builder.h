// SPDX-License-Identifier: MIT
// What the parts of the markup reader share: the spans that come of a text
// and the marks that are open where it is being read.
#ifndef VITA_COMPOSE_MARKUP_BUILDER_H
#define VITA_COMPOSE_MARKUP_BUILDER_H

#include "compose/inline.h"
#include "compose/inline_marks.h"
#include "compose/markup.h"
#include "compose/typographer.h"

struct markup_builder {
    const struct context *context;
    struct pos pos;
    struct text_style style;
    struct str url;
    struct str language;
    int bold;                    // nesting of **
    int italic;                  // nesting of *
    int opened[MARK_ATTRIBUTES]; // nesting of marks by their kind
    int small_caps;              // likewise
    bool code;
    bool body;        // bare addresses become links
    bool after_value; // of a placeholder
    const struct value_list *values;
    struct span_list *spans;
    struct buf pending;         // text of the span being built
    struct typographer letters; // what stands before the pending text
    int depth;
    struct autolink_list links;    // that the text being parsed has marks for
    int nested;                    // links within a link
    struct inline_mark_list marks; // that the text being parsed has tokens for
    struct str *outer_languages;   // around each of the marks
    struct str_list formulas;      // likewise, in TeX's notation
};

// Returns the style of a text between the marks that are open.
struct text_style markup_style(const struct markup_builder *b);

// Ends the span being built: what is added next begins another one.
void markup_flush(struct markup_builder *b);

// Adds text as it stands.
static inline void markup_add_literal(struct markup_builder *b, struct str s,
                                      bool verbatim)
{
    typographer_add(&b->letters, s, verbatim, &b->pending);
}

// Begins a link; within another one, that one's address stays.
void markup_open_link(struct markup_builder *b, struct str url);
void markup_close_link(struct markup_builder *b);

// Adds the text of an event, with all marks in it.
void markup_add_text(struct markup_builder *b, struct str s);

// Adds a text with its markup.
void markup_parse(struct markup_builder *b, struct str s);

#endif
