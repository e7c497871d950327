// SPDX-License-Identifier: MIT
// Liang's patterns as an automaton that reads a word once (Aho and Corasick,
// 1975), in the form in which libhyphen runs it.
#ifndef VITA_EMBED_TRIE_H
#define VITA_EMBED_TRIE_H

#include "base/str.h"
#include "base/vec.h"

#include <stdint.h>

#define TRIE_NONE UINT32_MAX

struct trie_node {
    uint32_t first_child;
    uint32_t next_sibling;
    uint32_t parent;
    uint32_t fallback; // longest proper suffix that is a node too
    uint32_t number;   // in trie.order
    size_t depth;
    char letter;
    char *digits; // depth + 1 of them, '0' to '9'; NULL: no pattern ends here
};
VEC_DECLARE(trie_nodes, struct trie_node);

struct trie {
    struct arena *arena;
    struct trie_nodes nodes;
    uint32_t *order; // nodes breadth-first, after trie_finish()
};

void trie_init(struct trie *trie, struct arena *arena);

// Adds a pattern: count letters with count + 1 digits around them.
void trie_add(struct trie *trie, const char *letters, const char *digits,
              size_t count);

// Finds the fallbacks, and merges into each node the digits of all patterns
// that end where it ends: libhyphen looks at one node only.
void trie_finish(struct trie *trie);

#endif
