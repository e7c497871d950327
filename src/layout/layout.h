// SPDX-License-Identifier: MIT
// Document to pages: paragraphs into lines, blocks into rows, rows onto
// pages.
#ifndef VITA_LAYOUT_LAYOUT_H
#define VITA_LAYOUT_LAYOUT_H

#include "compose/document.h"
#include "layout/pages.h"
#include "layout/paragraph_cache.h"
#include "text/languages.h"

// What the documents of a process share.
struct layout_stock {
    struct font_store *fonts;
    struct languages *languages;
    struct paragraph_cache *paragraphs; // NULL: none are kept
};

// Fills *pages; it lives in the arena and borrows from the stock, which must
// live as long as that. What does not fit, glyphs that no font has, and broken
// photos become diagnostics.
void layout(struct arena *arena, const struct document *document,
            const struct layout_stock *stock, struct diags *diags,
            struct pages *pages);

#endif
