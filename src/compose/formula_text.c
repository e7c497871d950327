// SPDX-License-Identifier: MIT
// How a formula reads: x_1 as "x1", x^2 as "x²", x^n as "x^n", a fraction as
// "a/b", a root as "√(x + y)". Each drawn symbol carries its part of that, in
// drawing order, so that a PDF's text and the plain text are the same.
#include "base/utf8.h"
#include "compose/formula_symbols.h"

static struct str join(struct arena *arena, struct str a, struct str b)
{
    if (a.len == 0)
        return b;
    if (b.len == 0)
        return a;
    return str_format(arena, "%.*s%.*s", STR_ARG(a), STR_ARG(b));
}

static struct formula_node *first_leaf(struct formula_list *list);
static struct formula_node *last_leaf(struct formula_list *list);

static struct formula_node *first_of(struct formula_node *node)
{
    struct formula_node *leaf = NULL;

    if (node->kind == FORMULA_SYMBOL || node->kind == FORMULA_WORD ||
        node->kind == FORMULA_RADICAL)
        return node;
    if (node->open)
        return node->open;
    if (node->body)
        leaf = first_leaf(node->body);
    if (!leaf && node->kind == FORMULA_ACCENT)
        return node;
    if (!leaf && node->below)
        leaf = first_leaf(node->below);
    if (!leaf && node->close)
        return node->close;
    if (!leaf && node->sub)
        leaf = first_leaf(node->sub);
    if (!leaf && node->sup)
        leaf = first_leaf(node->sup);
    return leaf;
}

static struct formula_node *last_of(struct formula_node *node)
{
    struct formula_node *leaf = NULL;

    if (node->sup)
        leaf = last_leaf(node->sup);
    if (!leaf && node->sub)
        leaf = last_leaf(node->sub);
    if (leaf)
        return leaf;
    if (node->kind == FORMULA_SYMBOL || node->kind == FORMULA_WORD ||
        node->kind == FORMULA_ACCENT)
        return node;
    if (node->close)
        return node->close;
    if (node->below)
        leaf = last_leaf(node->below);
    if (!leaf && node->body)
        leaf = last_leaf(node->body);
    if (!leaf && node->kind == FORMULA_RADICAL)
        return node;
    return leaf ? leaf : node->open;
}

static struct formula_node *first_leaf(struct formula_list *list)
{
    struct formula_node *leaf = NULL;

    for (size_t i = 0; i < list->len && !leaf; i++)
        leaf = first_of(&list->ptr[i]);
    return leaf;
}

static struct formula_node *last_leaf(struct formula_list *list)
{
    struct formula_node *leaf = NULL;

    for (size_t i = list->len; i > 0 && !leaf; i--)
        leaf = last_of(&list->ptr[i - 1]);
    return leaf;
}

static void wrap(struct arena *arena, struct formula_list *list,
                 const char *before, const char *after)
{
    struct formula_node *first = first_leaf(list);
    struct formula_node *last = last_leaf(list);

    if (!first || !last)
        return;
    first->before = join(arena, str_from_cstr(before), first->before);
    last->after = join(arena, last->after, str_from_cstr(after));
}

static bool is_number(const struct formula_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct formula_node *node = &list->ptr[i];

        if (node->kind != FORMULA_SYMBOL || node->sub || node->sup ||
            ((node->rune < '0' || node->rune > '9') && node->rune != '.'))
            return false;
    }
    return list->len > 0;
}

// Whether it reads as one thing, without brackets; scripts tells whether it
// may have scripts.
static bool is_simple(const struct formula_list *list, bool scripts)
{
    const struct formula_node *node = list->ptr;

    if (list->len == 0 || is_number(list))
        return true;
    if (list->len > 1 || (!scripts && (node->sub || node->sup)))
        return false;
    if (node->kind == FORMULA_GROUP)
        return is_simple(node->body, scripts);
    return node->kind != FORMULA_FRACTION && node->kind != FORMULA_SPACE;
}

static bool all_super(const struct formula_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct formula_node *node = &list->ptr[i];

        if (node->kind != FORMULA_SYMBOL || node->sub || node->sup ||
            formula_superscript(node->rune) == 0)
            return false;
    }
    return list->len > 0;
}

static bool all_primes(const struct formula_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        if (list->ptr[i].kind != FORMULA_SYMBOL || list->ptr[i].rune != 0x2032)
            return false;
    return true;
}

static struct str rune_str(struct arena *arena, uint32_t rune)
{
    struct buf buf = {.arena = arena};

    buf_add_rune(&buf, rune);
    return buf_str(&buf);
}

static void read_sup(struct arena *arena, struct formula_list *sup)
{
    bool degree = sup->len == 1 && sup->ptr[0].kind == FORMULA_SYMBOL &&
                  sup->ptr[0].rune == 0x2218 && !sup->ptr[0].sup &&
                  !sup->ptr[0].sub;

    if (degree) {
        sup->ptr[0].reads = STR("\u00B0");
    } else if (all_super(sup)) {
        for (size_t i = 0; i < sup->len; i++)
            sup->ptr[i].reads =
                rune_str(arena, formula_superscript(sup->ptr[i].rune));
    } else if (!all_primes(sup)) {
        bool simple = is_simple(sup, false);

        wrap(arena, sup, simple ? "^" : "^(", simple ? "" : ")");
    }
}

// "x1" for x_1; but 10_2 and (x)_2 keep their mark.
static void read_sub(struct arena *arena, struct formula_list *sub,
                     const struct formula_node *base)
{
    bool simple = is_simple(sub, false);
    bool letter =
        base->kind == FORMULA_SYMBOL
            ? rune_is_word(base->rune) && (base->rune < '0' || base->rune > '9')
            : base->kind == FORMULA_GROUP && base->body->len == 0;

    if (letter && is_number(sub))
        return;
    wrap(arena, sub, simple ? "_" : "_(", simple ? "" : ")");
}

// A star that is drawn as an operator reads as a star.
static void read_symbol(struct arena *arena, struct formula_node *node)
{
    if (!node || node->rune == 0)
        return;
    node->reads = node->rune == 0x2217 ? STR("*") : rune_str(arena, node->rune);
}

static void read_nucleus(struct arena *arena, struct formula_node *node)
{
    read_symbol(arena, node);
    read_symbol(arena, node->open);
    read_symbol(arena, node->close);
    if (node->kind == FORMULA_RADICAL && !is_simple(node->body, false))
        wrap(arena, node->body, "(", ")");
    if (node->kind != FORMULA_FRACTION)
        return;
    if (!is_simple(node->body, true))
        wrap(arena, node->body, "(", ")");
    if (!is_simple(node->below, true))
        wrap(arena, node->below, "(", ")");
    wrap(arena, node->below, "/", "");
}

static void read_part(struct arena *arena, struct formula_list *list)
{
    if (list)
        formula_read(arena, list);
}

void formula_read(struct arena *arena, struct formula_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        struct formula_node *node = &list->ptr[i];

        read_part(arena, node->body);
        read_part(arena, node->below);
        read_part(arena, node->sub);
        read_part(arena, node->sup);
        read_nucleus(arena, node);
        if (node->sub)
            read_sub(arena, node->sub, node);
        if (node->sup)
            read_sup(arena, node->sup);
    }
}

static void add_list(struct buf *buf, const struct formula_list *list);

static void add_leaf(struct buf *buf, const struct formula_node *node)
{
    buf_add(buf, node->before);
    buf_add(buf, node->kind == FORMULA_WORD ? node->text : node->reads);
    buf_add(buf, node->after);
}

void formula_add_linear(struct buf *buf, const struct formula_node *node)
{
    bool leaf = node->kind == FORMULA_SYMBOL || node->kind == FORMULA_WORD ||
                node->kind == FORMULA_RADICAL;

    if (leaf)
        add_leaf(buf, node);
    if (node->open)
        add_leaf(buf, node->open);
    if (node->body)
        add_list(buf, node->body);
    if (node->kind == FORMULA_ACCENT)
        add_leaf(buf, node);
    if (node->below)
        add_list(buf, node->below);
    if (node->close)
        add_leaf(buf, node->close);
    if (node->sub)
        add_list(buf, node->sub);
    if (node->sup)
        add_list(buf, node->sup);
}

static void add_list(struct buf *buf, const struct formula_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        if (list->ptr[i].blank)
            buf_add_char(buf, ' ');
        formula_add_linear(buf, &list->ptr[i]);
    }
}
