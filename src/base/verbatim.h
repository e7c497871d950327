// SPDX-License-Identifier: MIT
// Parts of a text that are taken as they are: code and formulas. Both what
// fills in placeholders and what reads markup must agree where these end.
#ifndef VITA_BASE_VERBATIM_H
#define VITA_BASE_VERBATIM_H

#include "base/str.h"

// Returns the offset behind the code that begins at from with a backtick, or
// behind its backticks if it does not end.
size_t verbatim_code_end(struct str text, size_t from);

// Returns the end of the formula that begins at the dollar and sets *source to
// what is in it, or returns 0 if there is none. In a text, "$$x$$" is the same
// as "$x$".
size_t verbatim_formula_end(struct str text, size_t dollar, struct str *source);

#endif
