// SPDX-License-Identifier: MIT
// What the files formula*.c share.
#ifndef VITA_LAYOUT_FORMULA_INNER_H
#define VITA_LAYOUT_FORMULA_INNER_H

#include "layout/formula.h"
#include "text/math_font.h"

// TeX's styles: text, script, scriptscript; exponents are lower in a cramped
// one.
#define FORMULA_LEVELS 3

struct formula_style {
    int level;
    bool cramped;
};

// Returns the style of what is set smaller: scripts, parts of fractions.
static inline struct formula_style
formula_style_smaller(struct formula_style style, bool cramped)
{
    if (style.level + 1 < FORMULA_LEVELS)
        style.level++;
    style.cramped = style.cramped || cramped;
    return style;
}

struct formula_setter {
    struct layout_context *context;
    const struct span *span;
    struct math_fonts fonts;
    // The em of the math font and that of text faces, by the style's level.
    sp math_size[FORMULA_LEVELS];
    sp text_size[FORMULA_LEVELS];
};

// A glyph that was chosen for a symbol.
struct formula_symbol {
    const struct font *font;
    sp size;
    struct math_glyph glyph;
};

// What scripts are attached to.
struct formula_nucleus {
    struct formula_box box;
    bool is_char;                 // one glyph that stands on the baseline
    struct formula_symbol symbol; // of that, or of a large operator
    sp italic;                    // correction: superscripts move by it
    sp attach;                    // where an accent stands
};

// formula_box.c
sp formula_constant(const struct formula_setter *s, int level,
                    enum math_constant constant);
// The length of so many mu, 1/18 em.
sp formula_mu(const struct formula_setter *s, int level, int mu);
// Appends inner to box, moved by x and y, and lets the box grow to hold it.
void formula_box_add(struct formula_setter *s, struct formula_box *box,
                     const struct formula_box *inner, sp x, sp y);
void formula_box_add_rule(struct formula_setter *s, struct formula_box *box,
                          struct formula_rule rule);
// A box that holds one glyph, which stands for the text.
struct formula_box formula_box_of(struct formula_setter *s,
                                  const struct formula_symbol *symbol,
                                  struct str text);

// What the glyph of a symbol, a root or an accent reads: drawn one after the
// other, they read as the formula does.
struct str formula_text(const struct formula_setter *s,
                        const struct formula_node *node);

// formula_font.c
// Chooses the glyph of a symbol; false, with a warning, if there is none.
bool formula_symbol_find(struct formula_setter *s,
                         const struct formula_node *node, int level,
                         struct formula_symbol *symbol);
// The same in the math font, in a size at least that high.
bool formula_symbol_stretch(struct formula_setter *s,
                            const struct formula_node *node, int level,
                            sp height, struct formula_symbol *symbol);
sp formula_symbol_length(const struct formula_symbol *symbol, int units);
// Upright text, as \log.
struct formula_box formula_word(struct formula_setter *s,
                                const struct formula_node *node, int level);
// A blank of that width, drawn as a space glyph.
void formula_blank(struct formula_setter *s, struct formula_box *box, int level,
                   sp width);

// formula_atom.c
struct formula_nucleus formula_nucleus(struct formula_setter *s,
                                       const struct formula_node *node,
                                       struct formula_style style);

// formula_script.c
// The nucleus with the node's scripts.
struct formula_box formula_scripts(struct formula_setter *s,
                                   const struct formula_node *node,
                                   struct formula_style style,
                                   const struct formula_nucleus *nucleus);

// formula.c
struct formula_box formula_list_box(struct formula_setter *s,
                                    const struct formula_list *list,
                                    struct formula_style style);

#endif
