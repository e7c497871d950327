// SPDX-License-Identifier: MIT
// Whether two trees of nodes say the same.
#ifndef VITA_TESTS_NODE_EQUAL_H
#define VITA_TESTS_NODE_EQUAL_H

#include "profile/node.h"

// Only such texts can be numbers or words that mean something.
static inline bool node_may_be_word(struct str text)
{
    bool word = false;

    for (size_t i = 0; i < text.len; i++) {
        word = word || ascii_is_alnum(text.ptr[i]);
        if (!ascii_is_alnum(text.ptr[i]) && text.ptr[i] != '.' &&
            (text.ptr[i] != '-' || i > 0))
            return false;
    }
    return word && !str_starts(text, STR("..."));
}

static inline bool node_equal(const struct node *a, const struct node *b)
{
    if (a->kind != b->kind || a->items.len != b->items.len ||
        a->pairs.len != b->pairs.len)
        return false;
    if (a->kind == NODE_SCALAR &&
        (!str_eq(a->text, b->text) ||
         (node_may_be_word(a->text) && a->plain != b->plain)))
        return false;
    for (size_t i = 0; i < a->items.len; i++)
        if (!node_equal(a->items.ptr[i], b->items.ptr[i]))
            return false;
    for (size_t i = 0; i < a->pairs.len; i++)
        if (!str_eq(a->pairs.ptr[i].key, b->pairs.ptr[i].key) ||
            !node_equal(a->pairs.ptr[i].value, b->pairs.ptr[i].value))
            return false;
    return true;
}

#endif
