// SPDX-License-Identifier: MIT
// What the PDFs of one process share: subsets of faces, packed, for most
// documents of a batch use the same glyphs. What is in the cache never changes
// a byte of a document.
#ifndef VITA_PDF_CACHE_H
#define VITA_PDF_CACHE_H

#include "base/str.h"

struct pdf_cache;
struct pdf_font;

struct pdf_cache *pdf_cache_new(void);
void pdf_cache_free(struct pdf_cache *cache);

// Empties it. To be done before a font store ends whose faces were written:
// the cache knows them by their addresses.
void pdf_cache_clear(struct pdf_cache *cache);

// Empties it if it has grown large; to be done between documents.
void pdf_cache_settle(struct pdf_cache *cache);

// Fills the font's subset, packed and tag for these glyphs (ascending,
// unique); they live until the cache is emptied. Returns false if no subset can
// be made.
bool pdf_cache_font(struct pdf_cache *cache, struct pdf_font *font,
                    const uint32_t *ids, size_t count)
    __attribute__((warn_unused_result));

// Returns the profile of sRGB, packed; it lives as long as the cache.
struct str pdf_cache_srgb(struct pdf_cache *cache);

// Returns text deflated as PDF's FlateDecode has it (zlib format), in the
// arena.
struct str pdf_cache_deflate(struct pdf_cache *cache, struct arena *arena,
                             struct str text);

#endif
