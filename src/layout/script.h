// SPDX-License-Identifier: MIT
// Superscripts and subscripts: the font's own glyphs if it has them for the
// whole text, else its letters, smaller and at another height.
#ifndef VITA_LAYOUT_SCRIPT_H
#define VITA_LAYOUT_SCRIPT_H

#include "layout/atoms.h"

// Returns a span to set instead of one that has style.script.
const struct span *script_span(struct layout_context *context,
                               const struct span *span);

// Whether it is one of these spans.
bool span_is_raised(const struct span *span);

// Gives an atom of such a span what it reads if that is not its text: "10^9"
// is not 109.
void script_name(struct layout_context *context, struct atom *atom);

// Lets the atom's glyphs stand for another text of as many characters.
void atom_rename(struct layout_context *context, struct atom *atom,
                 struct str name);

#endif
