// SPDX-License-Identifier: MIT
// What compose has found out once for a document and asks for again: for its
// placeholders and for entry after entry of the same templates.
#ifndef VITA_COMPOSE_CACHE_H
#define VITA_COMPOSE_CACHE_H

#include "base/str_map.h"

struct compose_cache {
    struct str_map names;     // of placeholders, to themselves
    struct str_map templates; // to their lines (template.c)
    struct str_map lines;     // of templates, to what is in them (markup.c)
    struct str_map values;    // entries to their values (values.c)
};

#endif
