// SPDX-License-Identifier: MIT
// The design that a letter is set in: the CV's, with the letter's own type,
// spacing and margins in place of those of the page.
#ifndef VITA_DESIGN_LETTER_H
#define VITA_DESIGN_LETTER_H

#include "design/design.h"
#include "design/locale.h"

// Returns the CV's design as it is for the letter: no auto and no zero is left
// in design.letter, and src/fit can work on it as on any other. node is the
// profile's design, or NULL; mistakes in its letter become diagnostics.
struct design letter_design(const struct design *design,
                            const struct letter *letter,
                            const struct locale *locale,
                            const struct node *node, struct diags *diags);

// A form of DIN 5008, from the page's top edge.
struct din_form {
    sp field_top; // of the address and, above it, the line to return it to
    sp text_top;  // of the subject
    sp fold_1, fold_2;
};

// Fills *form for the forms A and B; returns false for other layouts.
bool din_form(int layout, struct din_form *form);

// Returns hundredths of a millimetre, in which the standard has its measures.
sp length_from_mm(int64_t hundredths);

#endif
