// SPDX-License-Identifier: MIT
// Hyphenation patterns that the executable carries, ready for libhyphen: its
// own loader takes 20 ms for a dictionary of English, more than all the rest
// of a document. src/embed makes the tables.
#ifndef VITA_TEXT_PATTERNS_H
#define VITA_TEXT_PATTERNS_H

#include <stddef.h>
#include <stdint.h>

// libhyphen's automaton. States are in breadth-first order, so those to
// which a state leads follow those of the states before it.
struct pattern_table {
    const char *name; // "en_US" of hyph_en_US.dic, "hyphen.tex"
    int left_min;
    int right_min;
    size_t state_count;
    const uint8_t *children;   // how many states a state leads to
    const char *chars;         // by which character a state is reached
    const uint16_t *fallbacks; // state of its longest suffix
    const uint16_t *matches;   // where in digits; 0: no pattern ends here
    const char *digits;        // zero-terminated strings
    size_t digits_size;
};

extern const struct pattern_table pattern_tables[];
extern const size_t pattern_table_count;

#endif
