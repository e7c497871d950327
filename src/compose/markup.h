// SPDX-License-Identifier: MIT
// Inline markup: **bold**, *italic*, ***both***, `code`, [text](url) and
// backslash escapes, citations, to styled spans; straight quotes, dashes and
// ellipses become typographic ones.
#ifndef VITA_COMPOSE_MARKUP_H
#define VITA_COMPOSE_MARKUP_H

#include "compose/context.h"

// A value for a placeholder: a text with markup of its own, or spans that
// are ready (page numbers).
struct value {
    struct str name; // "COMPANY"
    struct text text;
    bool verbatim;          // no markup in it, no typography: dates, addresses
    struct str url;         // a verbatim text can be a link
    enum span_kind special; // SPAN_PAGE_NUMBER, SPAN_TOTAL_PAGES, SPAN_LEVEL;
                            // else TEXT
    const struct level *level; // SPAN_LEVEL
};
VEC_DECLARE(value_list, struct value);

// Appends text's spans in the given style. Words that are the name of a
// value are replaced by it, in the style that they stand in; values may be
// NULL. body tells whether settings.bold_keywords apply and addresses in the
// text become links.
void markup_append(const struct context *context, struct text text,
                   struct text_style style, const struct value_list *values,
                   bool body, struct span_list *spans);

// Sets every occurrence of the keyword in spans[first..] bold.
void spans_embolden(struct arena *arena, struct span_list *spans, size_t first,
                    struct str keyword);

// Returns the text of spans without markup: for titles and outlines.
struct str spans_plain(struct arena *arena, const struct span_list *spans);

// Splits a text at blank lines; line breaks in a part become blanks.
struct text_list text_paragraphs(struct arena *arena, struct text text);

#endif
