// SPDX-License-Identifier: MIT
// The logos of TeX and its kin: letters set apart and together by kerns.
#ifndef VITA_LAYOUT_LOGO_H
#define VITA_LAYOUT_LOGO_H

#include "layout/atoms.h"

// Appends the atoms of a span that is a logo. No line ends between them, and
// the first one has the whole word as what it reads.
void logo_push(struct layout_context *context, const struct span *span,
               struct atom_list *atoms);

#endif
