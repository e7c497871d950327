// SPDX-License-Identifier: MIT
// The commands and characters that formulas know.
#ifndef VITA_COMPOSE_FORMULA_SYMBOLS_H
#define VITA_COMPOSE_FORMULA_SYMBOLS_H

#include "compose/formula.h"

enum formula_command_kind {
    COMMAND_SYMBOL,
    COMMAND_WORD,     // \log: its name upright
    COMMAND_MOD,      // \pmod; value is an enum formula_mod
    COMMAND_NOT,      // \not: strikes out what follows
    COMMAND_SPACE,    // value is its width in 1/18 em
    COMMAND_ACCENT,   // value is the combining character
    COMMAND_ALPHABET, // value is an enum formula_alphabet
    COMMAND_TEXT,     // \text
    COMMAND_OPERATOR, // \operatorname
    COMMAND_FRACTION,
    COMMAND_ROOT,
    COMMAND_LEFT,
    COMMAND_RIGHT,
    COMMAND_NOTHING, // \limits, \big: without effect in a line
};

struct formula_command {
    const char *name; // without its backslash
    enum formula_command_kind kind;
    enum formula_class class;
    int value; // COMMAND_SYMBOL: the character
};

enum formula_mod {
    FORMULA_BMOD, // a mod b
    FORMULA_MOD,  // mod b
    FORMULA_PMOD, // (mod b)
};

extern const struct formula_command formula_commands[];
extern const size_t formula_command_count;

// Returns NULL if there is no such command.
const struct formula_command *formula_command_lookup(struct str name);

// Returns the name nearest to it, empty if none is near.
struct str formula_command_suggest(struct arena *arena, struct str name);

// What a character is that is typed as it is; *shown is what is drawn for
// it: a minus for a hyphen.
enum formula_class formula_class_of(uint32_t rune, uint32_t *shown);

// A superscript or subscript character: sets *plain to what it stands for
// and returns 1 or -1, else 0.
int formula_script_of(uint32_t rune, uint32_t *plain);

// Returns the relation that denies the one, 0 if there is no character for it.
uint32_t formula_negated(uint32_t relation);

// The superscript character of a digit or sign, 0 for none.
uint32_t formula_superscript(uint32_t rune);

#endif
