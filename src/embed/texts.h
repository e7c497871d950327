// SPDX-License-Identifier: MIT
// The generator of design_data.c, the tables that design/embedded.h declares.
#ifndef VITA_EMBED_TEXTS_H
#define VITA_EMBED_TEXTS_H

#include "base/str.h"

// Returns in *out the C source of the tables design_themes and
// design_locales: a file's folder, themes/ or locales/, says where it goes,
// its name without .yaml is the entry's. Returns false, with messages on
// stderr, if a file cannot be read, is elsewhere, or has what its schema does
// not know.
bool texts_generate(struct arena *arena, char *const *paths, size_t count,
                    struct str *out) __attribute__((warn_unused_result));

#endif
