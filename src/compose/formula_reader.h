// SPDX-License-Identifier: MIT
// What the parts of the reader of formulas share.
#ifndef VITA_COMPOSE_FORMULA_READER_H
#define VITA_COMPOSE_FORMULA_READER_H

#include "compose/formula_symbols.h"

struct formula_reader {
    struct arena *arena;
    struct diags *diags;
    struct pos pos;
    struct str s;
    size_t nth; // of the formulas with this source in the text
    size_t at;
    int depth;
    int fences; // \left that are open
    bool too_deep;
    enum formula_alphabet alphabet;
};

// Returns the next byte, or 0 at the end.
char reader_peek(const struct formula_reader *r);
void reader_skip_blanks(struct formula_reader *r);

// Returns the command at the offset without its backslash: letters, or one
// character; empty if there is none.
struct str reader_command(const struct formula_reader *r, size_t at);

// Whether the command of that name is next.
bool reader_at_command(const struct formula_reader *r, const char *name);

// Adds an error about what was read from the offset on.
void reader_complain(struct formula_reader *r, size_t from, struct str hint,
                     const char *message);

// Returns an atom of one character in the alphabet in force.
struct formula_node reader_symbol(const struct formula_reader *r, uint32_t rune,
                                  enum formula_class class);

// Reads up to the end, a '}' or a \right that is not the list's own.
void reader_list(struct formula_reader *r, struct formula_list *list);

// Reads one atom without its scripts; false if it is nothing.
bool reader_nucleus(struct formula_reader *r, struct formula_node *node);

// Reads what a command or a script is applied to: a group or one symbol.
struct formula_list *reader_argument(struct formula_reader *r);

// Reads a command and its arguments; false if it is nothing
// (formula_apply.c).
bool reader_apply(struct formula_reader *r, struct formula_node *node);

#endif
