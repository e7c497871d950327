// SPDX-License-Identifier: MIT
// Font subsets for embedding (hb-subset): the bytes that go into the PDF and
// what the PDF must say about them.
#ifndef VITA_TEXT_SUBSET_H
#define VITA_TEXT_SUBSET_H

#include "text/font.h"

enum subset_format {
    SUBSET_TRUETYPE, // an sfnt with glyf, for FontFile2
    SUBSET_CFF,      // the bare CFF table, for FontFile3 CIDFontType0C
};

struct subset {
    enum subset_format format;
    struct str data;
    size_t glyph_count;      // glyphs in the subset
    const uint32_t *old_ids; // new glyph id -> id in the font
    const int *advances;     // new glyph id -> advance in font units
    // New glyph id -> CID, for a CFF font that is CID-keyed; NULL: the CID is
    // the glyph id (name-keyed CFF, TrueType).
    const uint32_t *cids;
};

// Makes a subset of font with glyph 0 and the glyphs in ids (ascending,
// unique). The result lives in the arena. Returns false if hb-subset fails.
bool subset_font(struct arena *arena, const struct font *font,
                 const uint32_t *ids, size_t count, struct subset *subset)
    __attribute__((warn_unused_result));

#endif
