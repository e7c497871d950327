// SPDX-License-Identifier: MIT
// What the PDFs of one process share: subsets of faces and their maps to
// text, packed, for many documents of a batch use the same glyphs. What is in
// the cache never changes a byte of a document.
#ifndef VITA_PDF_CACHE_H
#define VITA_PDF_CACHE_H

#include "text/subset.h"

struct pdf_cache;

// A subset as it is embedded; it lives in the cache.
struct packed_subset {
    struct subset subset;
    struct str packed; // subset.data, deflated
    struct str tag;    // six letters that stand for the subset
    uint16_t *codes;   // subset's glyph id -> code (CID) in the PDF
    size_t code_count; // above the highest
    int *widths;       // subset's glyph id -> advance in 1/1000 em, as in /W
    struct str widths_entry; // of the descendant font: /W, or /DW for all
};

struct pdf_cache *pdf_cache_new(void);
void pdf_cache_free(struct pdf_cache *cache);

// Empties it. To be done before a font store ends whose faces were written:
// the cache knows them by their addresses.
void pdf_cache_clear(struct pdf_cache *cache);

// Empties it if it has grown large; to be done between documents.
void pdf_cache_settle(struct pdf_cache *cache);

// Returns the subset of the font with these glyphs (ascending, unique); it
// lives until the cache is emptied. NULL if none can be made.
const struct packed_subset *pdf_cache_subset(struct pdf_cache *cache,
                                             const struct font *font,
                                             const uint32_t *ids, size_t count);

// Looks up what was packed under that key, all that it was made from. If
// there is none, the caller packs and adds it; the result lives as long as
// the cache.
bool pdf_cache_find(const struct pdf_cache *cache, struct str key,
                    struct str *packed) __attribute__((warn_unused_result));
struct str pdf_cache_add(struct pdf_cache *cache, struct str key,
                         struct str text);

// Returns the profile of sRGB, packed; it lives as long as the cache.
struct str pdf_cache_srgb(struct pdf_cache *cache);

// Returns text deflated as PDF's FlateDecode has it (zlib format), in the
// arena.
struct str pdf_cache_deflate(struct pdf_cache *cache, struct arena *arena,
                             struct str text);

// Returns a checksum of the data: both those that deflate's formats have,
// zlib's below, gzip's above.
uint64_t pdf_cache_checksum(struct str data);

#endif
