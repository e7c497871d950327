// SPDX-License-Identifier: MIT
// Paragraphs for comparisons with TeX: from a text to the breaker's items as
// vita's layout makes them. Latin Modern Roman 10 pt, American English,
// TeX's rules, microtypography off.
#ifndef VITA_TESTS_SETTER_H
#define VITA_TESTS_SETTER_H

#include "layout/atoms.h"

struct setter {
    struct arena *arena; // rewound after each paragraph
    struct arena *kept;  // what paragraphs share
    struct layout_context context;
    struct languages *languages;
};

struct setting {
    struct atom_list atoms;
    struct break_input input;
    struct break_result result;
};

void setter_init(struct setter *setter);
void setter_done(struct setter *setter);

// Returns atoms and items of the text; the result's lines are still empty.
struct setting setter_make_items(struct setter *setter, struct str text);

#endif
