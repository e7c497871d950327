// SPDX-License-Identifier: MIT
// The generator of patterns_data.c, the tables that text/patterns.h declares.
#ifndef VITA_EMBED_PATTERNS_H
#define VITA_EMBED_PATTERNS_H

#include "base/str.h"

// Returns in *out the C source of a table for each file: a dictionary of
// libhyphen (hyph_LANGUAGE.dic) or a pattern file of TeX (NAME.tex). Returns
// false, with a message on stderr, if a file cannot be read or has what the
// tables cannot hold.
bool patterns_generate(struct arena *arena, char *const *paths, size_t count,
                       struct str *out) __attribute__((warn_unused_result));

#endif
