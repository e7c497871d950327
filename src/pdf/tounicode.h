// SPDX-License-Identifier: MIT
// What glyphs stand for. Readers get the source text: by the font's
// /ToUnicode map wherever a glyph always means the same characters, and by
// /ActualText on the exceptions.
#ifndef VITA_PDF_TOUNICODE_H
#define VITA_PDF_TOUNICODE_H

#include "pdf/writer.h"

// Neighbouring glyphs of an item that stand for one piece of its text.
struct cluster {
    size_t first;
    size_t end;      // behind the last glyph
    struct str text; // as a reader should get it
    // Draws nothing and takes no room: a soft hyphen or a joiner for which
    // the shaper put in a blank.
    bool invisible;
    bool rtl;     // of a script from right to left
    bool missing; // no font has it: it has glyph 0
};

// Finds the cluster that begins at glyph first.
struct cluster cluster_at(struct arena *arena, const struct item *item,
                          size_t first);

// Returns whether the /ToUnicode map alone gives the cluster's text.
bool cluster_is_mapped(const struct pdf_font *font, const struct item *item,
                       const struct cluster *cluster);

// Fills the fonts' texts from all text items of the pages.
void tounicode_collect(struct writer *writer);

// Writes the font's /ToUnicode map.
HPDF_Dict tounicode_stream(struct writer *writer, const struct pdf_font *font,
                           struct str name);

#endif
