// SPDX-License-Identifier: MIT
// The generator of families_data.c, the table that text/families.h declares.
#ifndef VITA_EMBED_FAMILIES_H
#define VITA_EMBED_FAMILIES_H

#include "base/str.h"

// Reads the manifests at paths and returns the C source in *out. A face
// whose file is not installed is left out, and a family without faces too.
// Returns false, with messages on stderr, if a manifest is wrong.
bool families_generate(struct arena *arena, char *const *paths, size_t count,
                       struct str *out) __attribute__((warn_unused_result));

#endif
