// SPDX-License-Identifier: MIT
// The generator of srgb_data.c, the table that pdf/srgb.h declares.
#ifndef VITA_EMBED_SRGB_H
#define VITA_EMBED_SRGB_H

#include "base/str.h"

// Returns in *out the C source of an ICC profile of sRGB; it takes no
// inputs. Returns false, with a message on stderr, if Little CMS fails.
bool srgb_generate(struct arena *arena, char *const *paths, size_t count,
                   struct str *out) __attribute__((warn_unused_result));

#endif
