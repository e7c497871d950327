// SPDX-License-Identifier: MIT
// Paragraphs that were set before, for the next documents of a batch: of the
// CVs that one person sends around most paragraphs are the same. What a
// paragraph looks like depends on nothing but its key, so that the cache never
// changes a page.
#ifndef VITA_LAYOUT_PARAGRAPH_CACHE_H
#define VITA_LAYOUT_PARAGRAPH_CACHE_H

#include "compose/document.h"
#include "layout/rows.h"

struct layout_context;
struct paragraph_cache;

struct paragraph_cache *paragraph_cache_new(void);
void paragraph_cache_free(struct paragraph_cache *cache);

// Empties it. To be done before a font store ends that paragraphs were set
// with: they point to its fonts.
void paragraph_cache_clear(struct paragraph_cache *cache);

// Empties it if it is full; to be done when no pages are left that were laid
// out with it.
void paragraph_cache_settle(struct paragraph_cache *cache);

// Returns the number of what all paragraphs of the context's document share:
// fonts, language and the like.
size_t paragraph_cache_scope(struct paragraph_cache *cache,
                             const struct layout_context *context);

// All that a paragraph's look depends on.
struct paragraph_key {
    struct str bytes; // empty: it cannot be kept
    uint64_t hash;
    bool wanted; // it was met before, and is worth keeping
};

// Fills *key, on the scratch arena, and returns whether the paragraph was set
// before: *rows is it then, in the context's order. Glyphs and texts of its
// items live in the cache.
bool paragraph_cache_find(struct layout_context *context,
                          const struct para *para, sp width,
                          struct paragraph_key *key, struct rows *rows)
    __attribute__((warn_unused_result));

// Keeps a paragraph that was not found, if that is wanted. Nothing must have
// been reported while it was set.
void paragraph_cache_add(struct layout_context *context,
                         const struct para *para,
                         const struct paragraph_key *key,
                         const struct rows *rows);

#endif
