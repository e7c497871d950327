// SPDX-License-Identifier: MIT
// Document to pages: paragraphs into lines, blocks into rows, rows onto
// pages.
#ifndef VITA_LAYOUT_LAYOUT_H
#define VITA_LAYOUT_LAYOUT_H

#include "compose/document.h"
#include "layout/pages.h"
#include "text/languages.h"

// Fills *pages; it lives in the arena and borrows outlines and shapes from
// the store, and languages must live as long as that. What does not fit,
// glyphs that no font has, and broken photos become diagnostics.
void layout(struct arena *arena, const struct document *document,
            struct font_store *fonts, struct languages *languages,
            struct diags *diags, struct pages *pages);

#endif
