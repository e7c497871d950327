// SPDX-License-Identifier: MIT
// Which form of a word a number wants: CLDR's plural rules for the cardinal
// whole numbers of vita's languages.
#ifndef VITA_DESIGN_PLURAL_H
#define VITA_DESIGN_PLURAL_H

#include "base/str.h"

enum plural {
    PLURAL_ONE,
    PLURAL_TWO,
    PLURAL_FEW,
    PLURAL_MANY,
    PLURAL_OTHER,
    PLURAL_CATEGORIES,
};

// Returns the category of count, from 1 to 999999, in the language with that
// tag; of a language without rules, English has the rule.
enum plural plural_of(struct str tag, int count);

#endif
