// SPDX-License-Identifier: MIT
// What the font store has for a style of spans, looked up once for each style
// of a document: words by the thousand share a dozen of them.
#ifndef VITA_LAYOUT_SPAN_FONT_H
#define VITA_LAYOUT_SPAN_FONT_H

#include "layout/context.h"

struct span_hang; // microtype.c

struct span_font {
    struct shape_style style;
    struct shape_face face;     // of most texts
    struct shape_face capitals; // of those in capitals
    const struct shape *space;
    sp space_width;
    struct span_hang *hang; // NULL until it is asked for
};

// The font of the last span that was asked for, while none of them is given
// back: words of a span follow each other.
struct span_font_memo {
    const struct span *span;
    struct span_font *font;
};

// Returns a document's set of them, all on the arena.
struct span_fonts *span_fonts_new(struct arena *arena);

// Returns the one for the span's style and language, always the same.
struct span_font *span_font_of(const struct layout_context *context,
                               const struct span *span);

static inline struct span_font *
span_font_next(const struct layout_context *context,
               struct span_font_memo *memo, const struct span *span)
{
    if (memo->span != span) {
        memo->font = span_font_of(context, span);
        memo->span = span;
    }
    return memo->font;
}

// As span_shape(), in the span's font.
const struct shape *span_font_shape(const struct layout_context *context,
                                    const struct span_font *font,
                                    const struct span *span, struct str text);

#endif
