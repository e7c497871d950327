// SPDX-License-Identifier: MIT
// Building the automaton of a set of patterns. Node 0 is the root.
#include "embed/trie.h"

#include <string.h>

static uint32_t new_node(struct trie *trie, uint32_t parent, char letter)
{
    struct trie_node node = {.first_child = TRIE_NONE,
                             .next_sibling = TRIE_NONE,
                             .parent = parent,
                             .fallback = TRIE_NONE,
                             .letter = letter};

    if (parent != TRIE_NONE)
        node.depth = trie->nodes.ptr[parent].depth + 1;
    vec_push(trie->arena, &trie->nodes, node);
    return (uint32_t)trie->nodes.len - 1;
}

void trie_init(struct trie *trie, struct arena *arena)
{
    *trie = (struct trie){.arena = arena};
    new_node(trie, TRIE_NONE, '\0');
}

static uint32_t find_child(const struct trie *trie, uint32_t at, char letter)
{
    uint32_t child = trie->nodes.ptr[at].first_child;

    while (child != TRIE_NONE && trie->nodes.ptr[child].letter != letter)
        child = trie->nodes.ptr[child].next_sibling;
    return child;
}

static uint32_t add_child(struct trie *trie, uint32_t at, char letter)
{
    uint32_t child = new_node(trie, at, letter);
    uint32_t *link = &trie->nodes.ptr[at].first_child;

    while (*link != TRIE_NONE)
        link = &trie->nodes.ptr[*link].next_sibling;
    *link = child;
    return child;
}

void trie_add(struct trie *trie, const char *letters, const char *digits,
              size_t count)
{
    uint32_t at = 0;

    for (size_t i = 0; i < count; i++) {
        uint32_t child = find_child(trie, at, letters[i]);

        at = child != TRIE_NONE ? child : add_child(trie, at, letters[i]);
    }
    trie->nodes.ptr[at].digits = arena_alloc(trie->arena, count + 1);
    memcpy(trie->nodes.ptr[at].digits, digits, count + 1);
}

static uint32_t find_fallback(const struct trie *trie, uint32_t at)
{
    const struct trie_node *node = &trie->nodes.ptr[at];
    uint32_t from = trie->nodes.ptr[node->parent].fallback;

    while (from != TRIE_NONE) {
        uint32_t child = find_child(trie, from, node->letter);

        if (child != TRIE_NONE)
            return child;
        from = trie->nodes.ptr[from].fallback;
    }
    return 0;
}

// Takes over the digits of a suffix where they are higher.
static void merge_digits(struct trie *trie, struct trie_node *node,
                         const struct trie_node *suffix)
{
    char *end;

    if (!suffix->digits)
        return;
    if (!node->digits) {
        node->digits = arena_alloc(trie->arena, node->depth + 1);
        memset(node->digits, '0', node->depth + 1);
    }
    end = node->digits + node->depth - suffix->depth;
    for (size_t i = 0; i <= suffix->depth; i++)
        if (end[i] < suffix->digits[i])
            end[i] = suffix->digits[i];
}

void trie_finish(struct trie *trie)
{
    struct trie_node *nodes = trie->nodes.ptr;
    size_t count = 1;

    trie->order = arena_array_of(trie->arena, trie->nodes.len, uint32_t);
    // Suffixes are shorter, so they come earlier and are complete already.
    for (size_t i = 0; i < count; i++) {
        struct trie_node *node = &nodes[trie->order[i]];

        node->number = (uint32_t)i;
        if (i > 0) {
            node->fallback = find_fallback(trie, trie->order[i]);
            merge_digits(trie, node, &nodes[node->fallback]);
        }
        for (uint32_t child = node->first_child; child != TRIE_NONE;
             child = nodes[child].next_sibling)
            trie->order[count++] = child;
    }
}
