// SPDX-License-Identifier: MIT
// A formula in a text: TeX's notation to a tree that says what is drawn, how
// far apart, and how it reads. Pure; it knows no font. layout/formula.h sets
// it.
#ifndef VITA_COMPOSE_FORMULA_H
#define VITA_COMPOSE_FORMULA_H

#include "base/diag.h"
#include "base/vec.h"

// TeX's kinds of atoms, which decide about the space between them.
enum formula_class {
    FORMULA_ORD,
    FORMULA_OP,
    FORMULA_BIN,
    FORMULA_REL,
    FORMULA_OPEN,
    FORMULA_CLOSE,
    FORMULA_PUNCT,
    FORMULA_INNER,
};

enum formula_kind {
    FORMULA_SYMBOL,
    FORMULA_WORD,     // upright text: \log, \text{...}
    FORMULA_GROUP,    // body
    FORMULA_FRACTION, // body over below
    FORMULA_RADICAL,  // body under a root
    FORMULA_ACCENT,   // rune above body
    FORMULA_FENCE,    // body between open and close, as high as it
    FORMULA_SPACE,    // white space and nothing else
};

enum formula_alphabet {
    FORMULA_PLAIN,  // italic letters, upright figures
    FORMULA_ROMAN,  // \mathrm
    FORMULA_BOLD,   // \mathbf
    FORMULA_SANS,   // \mathsf
    FORMULA_DOUBLE, // \mathbb
    FORMULA_SCRIPT, // \mathcal
    FORMULA_FRAKTUR,
};

struct formula_node;
VEC_DECLARE(formula_list, struct formula_node);

struct formula_node {
    enum formula_kind kind;
    enum formula_class class;
    enum formula_alphabet alphabet;
    uint32_t rune;   // SYMBOL, ACCENT, RADICAL: the plain character
    struct str text; // WORD
    bool roman;      // WORD: upright whatever the text around it is
    int space;       // before it, in 1/18 em of its style
    bool blank;      // this space reads as one
    int penalty;     // of a line break behind it
    // How SYMBOL, RADICAL and ACCENT read in their place, and what is read
    // before and after that or a WORD: all nodes in drawing order read as the
    // formula does.
    struct str reads; // "²"
    struct str before;
    struct str after;
    struct formula_list *body;
    struct formula_list *below; // FRACTION
    struct formula_node *open;  // FENCE; NULL for none
    struct formula_node *close;
    struct formula_list *sub; // NULL for none
    struct formula_list *sup;
};

// The penalty where no line may end.
#define FORMULA_NO_BREAK 10000

struct formula {
    struct formula_list list;
    struct str linear; // as a line of text
};

// Reads TeX's notation. Mistakes become errors at pos, where the text begins,
// or, if the source shows it, at the very command in the nth formula that is
// written so; what is left of the formula is returned.
const struct formula *formula_parse(struct arena *arena, struct diags *diags,
                                    struct str source, size_t nth,
                                    struct pos pos);

// Of a list that was parsed: sets classes and spaces, then how it reads.
void formula_space(struct formula_list *list, bool script);
void formula_read(struct arena *arena, struct formula_list *list);

// Appends the node as it reads, without a blank before it.
void formula_add_linear(struct buf *buf, const struct formula_node *node);

#endif
