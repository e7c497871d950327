// SPDX-License-Identifier: MIT
// What stays warm from one profile to the next: faces, shapes, subsets,
// hyphenation patterns. What is warm never changes a page or a byte.
#ifndef VITA_JOB_ENGINE_H
#define VITA_JOB_ENGINE_H

#include "pdf/cache.h"
#include "text/font.h"
#include "text/languages.h"

struct engine;

struct engine *engine_new(void);
void engine_free(struct engine *engine);

// Returns the fonts for a profile in that folder: those that all profiles
// share, unless fonts/ stands beside it. Pages made with an earlier answer
// must be gone: caches that have grown large are emptied here.
struct font_store *engine_fonts(struct engine *engine, struct str folder);

struct languages *engine_languages(struct engine *engine);
struct pdf_cache *engine_cache(struct engine *engine);

#endif
