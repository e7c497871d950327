// SPDX-License-Identifier: MIT
// A paragraph's text cut into atoms: words at which lines break or not,
// spaces, icons; each shaped and measured. Items for the line breaker are
// made from them.
#ifndef VITA_LAYOUT_ATOMS_H
#define VITA_LAYOUT_ATOMS_H

#include "layout/context.h"
#include "layout/formula.h"
#include "text/breaker.h"

enum atom_kind {
    ATOM_WORD, // text without a break opportunity inside
    ATOM_SPACE,
    ATOM_SEPARATOR, // vanishes at a line's end
    ATOM_ICON,
    ATOM_KERN,
    ATOM_BREAK, // forced
    ATOM_FORMULA,
    ATOM_FORMULA_SPACE, // between parts of one: vanishes at a line's end
};

struct atom {
    enum atom_kind kind;
    const struct span *span;
    struct str text;
    // What the glyphs stand for if it is not the text: as in struct element.
    struct str actual_text;
    bool goes_on;
    const struct shape *shape;
    const struct outline *outline;
    const struct formula_part *formula;
    sp width;
    bool breaks_after;   // ATOM_WORD: a line may end here without a space
    int penalty;         // of that, or of a line end in an ATOM_FORMULA_SPACE
    bool blank;          // ATOM_FORMULA_SPACE: it reads as one
    bool unbreakable;    // ATOM_SPACE
    unsigned char level; // of bidi: odd from right to left
    bool address;        // ATOM_WORD: part of one, never divided by a hyphen
    // In a paragraph that breaks as TeX's do: runs of letters in bytes
    // [divide_from, divide_to) of a word may be divided; and a space has
    // TeX's space factor.
    size_t divide_from;
    size_t divide_to;
    int space_factor;
};
VEC_DECLARE(atom_list, struct atom);

struct atom_list atoms_new(struct layout_context *context,
                           const struct para *para);

// What a break item was made of: bytes [from, to) of an atom's text.
struct origin {
    size_t atom;
    size_t from;
    size_t to;
};
VEC_DECLARE(origin_list, struct origin);

struct break_input {
    struct break_items items;
    struct origin_list origins; // one for each item
};

// How the atoms become items.
struct item_params {
    bool ragged;   // spaces keep their width
    bool balanced; // the last line is to be as long as the others
    bool hyphens;  // words may be divided
    int hyphen_penalty;
    // binding.h; without them breaks are TeX's, and so must the atoms be:
    // of a paragraph with HYPHENATION_TEX.
    bool cv_rules;
    bool commas;    // breaks are to be behind commas
    bool microtype; // boxes hang over the margins and stretch
};

struct break_input break_input_new(struct layout_context *context,
                                   const struct atom_list *atoms,
                                   const struct item_params *params);

// The natural width of a space in the span's style.
sp space_width(const struct layout_context *context, const struct span *span);

// Shapes text in the span's style.
const struct shape *span_shape(const struct layout_context *context,
                               const struct span *span, struct str text);

#endif
