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

// The same, of what money may be as well: verbatim_is_money() tells.
size_t verbatim_dollars(struct str text, size_t dollar, struct str *source);

// Whether it is an amount, then words up to the next dollar: "90k) and bound
// (" of "$90k) and bound ($".
bool verbatim_is_money(struct str source);

// Whether a formula may begin at the dollar.
bool verbatim_may_open(struct str text, size_t dollar);

bool verbatim_has_blank(struct str source);

// Counts the words between blanks or marks; none if there is a command, for
// who writes commands, writes a formula.
size_t verbatim_words(struct str source);

// Returns the end of the key in a citation, "noether1918" of "@noether1918, p.
// 12", whose @ begins s.
size_t verbatim_key_end(struct str s);

#endif
