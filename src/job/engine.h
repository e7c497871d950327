// SPDX-License-Identifier: MIT
// What stays warm from one profile to the next: faces, shapes,
// paragraphs, subsets, hyphenation patterns. What is warm never changes a page
// or a byte.
#ifndef VITA_JOB_ENGINE_H
#define VITA_JOB_ENGINE_H

#include "layout/layout.h"
#include "pdf/cache.h"

struct engine;

struct engine *engine_new(void);
void engine_free(struct engine *engine);

// Returns what a profile in that folder is set with: the fonts that all
// profiles share, unless fonts/ stands beside it. Pages made with an earlier
// answer must be gone: caches that have grown large are emptied here.
struct layout_stock engine_stock(struct engine *engine, struct str folder);

struct pdf_cache *engine_cache(struct engine *engine);

#endif
