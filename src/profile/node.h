// SPDX-License-Identifier: MIT
// A parsed YAML or JSON value: what the reader makes, what overlays, --set
// and themes merge, and what the schemas read. Every node keeps its place.
// Nodes are shared by aliases and merged trees: once made, they never change.
#ifndef VITA_PROFILE_NODE_H
#define VITA_PROFILE_NODE_H

#include "base/diag.h"
#include "base/vec.h"

enum node_kind {
    NODE_NULL, // empty, ~, null
    NODE_SCALAR,
    NODE_LIST,
    NODE_MAP,
};

struct node;

struct pair {
    struct str key;
    struct pos key_pos;
    struct node *value;
};

VEC_DECLARE(node_list, struct node *);
VEC_DECLARE(pair_list, struct pair);

struct node {
    enum node_kind kind;
    // A plain (unquoted) scalar: only these can be numbers and booleans.
    bool plain;
    // Not read to its end, or not surely as it was meant, because of a syntax
    // error: only what it has can be checked, not what it lacks or is.
    bool partial;
    struct pos pos;
    // Scalars: NFC text. A line break stands where the source had a literal
    // one, and also where a folded line of the source begins with "- " (the
    // sub-bullets of highlights; deeper ones keep their relative indentation);
    // text fields turn breaks into spaces.
    struct str text;
    struct node_list items; // lists
    struct pair_list pairs; // maps, in file order, keys unique
};

// Returns the value of key in map, or NULL; NULL too if map is NULL or no
// map. A value of kind NODE_NULL is returned as it is.
static inline struct node *node_lookup(const struct node *map, const char *key);

// Returns the pair of key, or NULL.
struct pair *node_lookup_pair(const struct node *map, struct str key);

static inline struct node *node_lookup(const struct node *map, const char *key)
{
    struct pair *pair = node_lookup_pair(map, str_from_cstr(key));

    return pair ? pair->value : NULL;
}

// True for NULL and for NODE_NULL.
bool node_is_null(const struct node *node);

// Describes a node's kind in the user's words: "a list", "a text", ...
const char *node_describe(const struct node *node);

// Returns base with over laid on it: maps merge key by key, anything else
// (lists, scalars, null) replaces. Neither argument is changed.
struct node *node_merge(struct arena *arena, struct node *base,
                        struct node *over);

// Returns a new map with that one key, at the value's place.
struct node *node_map_of(struct arena *arena, const char *key,
                         struct node *value);

// Returns a new quoted text; it borrows the bytes.
struct node *node_text_of(struct arena *arena, struct str text, struct pos pos);

// Sets the value at a path such as cv.sections.education[0].institution
// (or .0., the RenderCV spelling) in *root, creating maps on the way; an
// index equal to a list's length appends. A key with dots or blanks is quoted:
// cv.sections."My Section"[0]. pos is where the path begins in its source; a
// wrong step is a diagnostic there, with a hint, and *root stays as it was.
bool node_set(struct arena *arena, struct node **root, struct str path,
              struct node *value, struct pos pos, struct diags *diags)
    __attribute__((warn_unused_result));

#endif
