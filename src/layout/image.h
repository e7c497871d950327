// SPDX-License-Identifier: MIT
// Photos: reading the file and its size in pixels, with limits.
#ifndef VITA_LAYOUT_IMAGE_H
#define VITA_LAYOUT_IMAGE_H

#include "base/diag.h"
#include "layout/pages.h"

// Reads the PNG or JPEG file of the given path. A file that is missing,
// broken, too large or of another kind is an error at pos, and NULL is
// returned.
struct image *image_read(struct arena *arena, struct str path, struct pos pos,
                         struct diags *diags);

#endif
