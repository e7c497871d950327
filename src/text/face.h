// SPDX-License-Identifier: MIT
// One opened face, as src/text itself sees it; all others use font.h.
#ifndef VITA_TEXT_FACE_H
#define VITA_TEXT_FACE_H

#include "text/families.h"
#include "text/font_match.h"

#include <hb.h>

struct font {
    hb_face_t *face;
    hb_font_t *hb; // at the scale of units_per_em
    struct font_metrics metrics;
    struct str postscript_name;
    struct str family_name;
    // What it was opened from: a file's path, or "embedded:" and a name.
    struct str origin;
    unsigned face_index; // in a collection
    sp design_size;      // as its manifest has it, 0: none
    int fallback_weight; // likewise: the weight that goes with it
};

// Returns a face of the blob, which it takes over, or NULL if it has no
// outlines that a PDF can embed (glyf or CFF). serif is a hint for faces
// that do not tell: NULL if unknown. face_close() ends it; the struct itself
// lives in the arena.
struct font *face_open(struct arena *arena, hb_blob_t *blob, unsigned index,
                       const bool *serif);
void face_close(struct font *font);

// What the file's tables say of its style.
struct face_style face_style(hb_face_t *face);

// The name of that id in English, or in the first language; empty if none.
struct str face_name(struct arena *arena, hb_face_t *face, unsigned id);

#endif
