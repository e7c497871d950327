// SPDX-License-Identifier: MIT
// A table from texts to what is known of them, on an arena; an all-zero one is
// empty. For looking up alone: it has no order.
#ifndef VITA_BASE_STR_MAP_H
#define VITA_BASE_STR_MAP_H

#include "base/str.h"

struct str_map_slot {
    uint64_t hash;
    struct str key;
    void *value; // NULL is an empty slot
};

struct str_map {
    struct str_map_slot *slots; // open addressing, a power of 2
    size_t count;
    size_t cap;
};

// Returns what was added under the key, or NULL.
void *str_map_lookup(const struct str_map *map, struct str key);

// The same with a hash of the key, by any function that all calls for the map
// share; the calls without use str_hash().
void *str_map_find(const struct str_map *map, struct str key, uint64_t hash);

// Adds a value, not NULL, under a key that is not there. The map keeps key's
// bytes where they are.
void str_map_add(struct arena *arena, struct str_map *map, struct str key,
                 void *value);
void str_map_put(struct arena *arena, struct str_map *map, struct str key,
                 uint64_t hash, void *value);

#endif
