// SPDX-License-Identifier: MIT
// The little of CFF (Adobe Technical Note 5176) that a PDF must know.
#ifndef VITA_TEXT_CFF_H
#define VITA_TEXT_CFF_H

#include "base/str.h"

// Reads the charset of a CFF table. *cids is an array of glyph_count CIDs in
// the arena if the font is CID-keyed, else NULL. Returns false if the table
// is broken.
bool cff_read_cids(struct arena *arena, struct str cff, size_t glyph_count,
                   const uint32_t **cids) __attribute__((warn_unused_result));

#endif
