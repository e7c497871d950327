// SPDX-License-Identifier: MIT
// The space between atoms by the table of The TeXbook, ch. 18. It reads as a
// blank, but for that before punctuation.
#include "compose/formula.h"

// In 1/18 em: thin, medium and thick spaces; negative ones are left out of
// scripts. Pairs with a binary operator that cannot occur have none.
#define THIN 3
#define MEDIUM (-4)
#define THICK (-5)
#define NONSCRIPT (-3)

static const int spaces[8][8] = {
    // ORD OP BIN REL OPEN CLOSE PUNCT INNER
    {0, THIN, MEDIUM, THICK, 0, 0, 0, NONSCRIPT},
    {THIN, THIN, 0, THICK, 0, 0, 0, NONSCRIPT},
    {MEDIUM, MEDIUM, 0, 0, MEDIUM, 0, 0, MEDIUM},
    {THICK, THICK, 0, 0, THICK, 0, 0, THICK},
    {0, 0, 0, 0, 0, 0, 0, 0},
    {0, THIN, MEDIUM, THICK, 0, 0, 0, NONSCRIPT},
    {NONSCRIPT, NONSCRIPT, 0, NONSCRIPT, NONSCRIPT, NONSCRIPT, NONSCRIPT,
     NONSCRIPT},
    {NONSCRIPT, THIN, MEDIUM, THICK, NONSCRIPT, 0, NONSCRIPT, NONSCRIPT},
};

static int space_between(enum formula_class left, enum formula_class right,
                         bool script)
{
    int space = spaces[left][right];

    if (space >= 0)
        return space;
    return script ? 0 : -space;
}

static bool lacks_left_operand(const struct formula_node *before)
{
    if (!before)
        return true;
    switch (before->class) {
    case FORMULA_OP:
    case FORMULA_BIN:
    case FORMULA_REL:
    case FORMULA_OPEN:
    case FORMULA_PUNCT:
        return true;
    case FORMULA_ORD:
    case FORMULA_CLOSE:
    case FORMULA_INNER:
        break;
    }
    return false;
}

// A binary operator without an operand on either side is a sign: "-1".
static void set_classes(struct formula_list *list)
{
    struct formula_node *before = NULL;

    for (size_t i = 0; i < list->len; i++) {
        struct formula_node *node = &list->ptr[i];

        if (node->kind == FORMULA_SPACE)
            continue;
        if (node->class == FORMULA_BIN && lacks_left_operand(before))
            node->class = FORMULA_ORD;
        if (before && before->class == FORMULA_BIN &&
            (node->class == FORMULA_REL || node->class == FORMULA_CLOSE ||
             node->class == FORMULA_PUNCT))
            before->class = FORMULA_ORD;
        before = node;
    }
    if (before && before->class == FORMULA_BIN)
        before->class = FORMULA_ORD;
}

static void space_part(struct formula_list *list, bool script)
{
    if (list)
        formula_space(list, script);
}

void formula_space(struct formula_list *list, bool script)
{
    const struct formula_node *before = NULL;
    bool blank = false;

    set_classes(list);
    for (size_t i = 0; i < list->len; i++) {
        struct formula_node *node = &list->ptr[i];

        if (node->kind != FORMULA_SPACE) {
            if (before)
                node->space = space_between(before->class, node->class, script);
            before = node;
        }
        node->blank = node->space > 0 && !blank && node->class != FORMULA_PUNCT;
        blank = node->kind == FORMULA_SPACE && node->space > 0;
        space_part(node->body, script || node->kind == FORMULA_FRACTION);
        space_part(node->below, true);
        space_part(node->sub, true);
        space_part(node->sup, true);
    }
}
