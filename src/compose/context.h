// SPDX-License-Identifier: MIT
// What the parts of compose share: the input, where to allocate and to
// report, the styles of the five faces, and the placeholder names in use.
#ifndef VITA_COMPOSE_CONTEXT_H
#define VITA_COMPOSE_CONTEXT_H

#include "compose/compose.h"

struct compose_cache; // cache.h

struct context {
    struct arena *arena;
    struct diags *diags;
    const struct cv *cv;
    const struct design *design;
    const struct design *document_design;
    struct own_design_list own_designs;
    const struct locale *locale;
    const struct settings *settings;
    struct str folder;
    struct text_style styles[FACE_ROLES];
    int outline_level; // of an entry
    bool logos;        // there is room for one at the left of entries
    struct references *references; // NULL: brackets are no citations
    // Of the texts of the entry being composed; empty for the document's.
    struct str language;
    // Upper-case names that templates can mean: RenderCV's fields and every
    // extra key that an entry of this profile has.
    struct str_list placeholders;
    // What goes with them; NULL: nothing is kept.
    struct compose_cache *cache;
};

// A paragraph in the body's style and alignment.
struct para para_body(const struct context *context);

// A paragraph block, set off by the design's line spacing.
struct block block_para(const struct context *context, struct para para);

#endif
