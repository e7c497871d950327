// SPDX-License-Identifier: MIT
// What glyphs stand for. Readers get the source text by /ToUnicode maps: a
// font has as many (struct font_reading) as its glyphs have different texts.
// What no map can tell is put under /ActualText.
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

// Returns the printable ASCII character that the glyph alone stands for, 0 if
// it is anything else; a cluster must begin with the glyph.
static inline char glyph_ascii(const struct item *item, size_t number)
{
    const struct placed_glyph *glyphs = item->glyphs;
    uint32_t from = glyphs[number].cluster;
    size_t to = item->text.len;

    if (number + 1 < item->glyph_count && glyphs[number + 1].cluster >= from)
        to = glyphs[number + 1].cluster;
    else if (number > 0 && glyphs[number - 1].cluster > from)
        to = glyphs[number - 1].cluster;
    // Glyphs of one cluster leave nothing between them.
    if (to - from != 1 || to > item->text.len || glyphs[number].id == 0 ||
        item->text.ptr[from] < 0x20 || item->text.ptr[from] > 0x7e)
        return 0;
    return item->text.ptr[from];
}

// Finds the cluster that begins at glyph first.
struct cluster cluster_at(struct arena *arena, const struct item *item,
                          size_t first);

// Shares the cluster's text out among its glyphs, in the order of the text:
// one character each, the first gets what is too much. A letter that the font
// takes apart is taken apart, too: the pieces together are the text in another
// normalisation then.
void cluster_pieces(struct arena *arena, const struct cluster *cluster,
                    struct str *pieces);

// Finds a reading of the font whose /ToUnicode map has the pieces of the
// cluster: *reading if it can be that, else the first; the font's own if there
// is none. Returns whether they are the cluster's very text.
bool cluster_reading(struct arena *arena, const struct pdf_font *font,
                     const struct item *item, const struct cluster *cluster,
                     size_t *reading);

// Fills the texts of the fonts' readings from all text items of the pages.
void tounicode_collect(struct writer *writer);

// Writes a /ToUnicode map of texts by code.
HPDF_Dict tounicode_stream(struct writer *writer, const struct str *texts,
                           struct str name);

#endif
