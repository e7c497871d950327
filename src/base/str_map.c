// SPDX-License-Identifier: MIT
// Open addressing, at most half full.
#include "base/str_map.h"

#define FIRST_CAP 64

// Returns the slot of the key, or the free one where it belongs.
static struct str_map_slot *slot_of(const struct str_map *map, uint64_t hash,
                                    struct str key)
{
    size_t mask = map->cap - 1;
    size_t at = (size_t)(hash ^ hash >> 32) & mask;

    while (map->slots[at].value &&
           (map->slots[at].hash != hash || !str_eq(map->slots[at].key, key)))
        at = (at + 1) & mask;
    return &map->slots[at];
}

void *str_map_lookup(const struct str_map *map, struct str key)
{
    return str_map_find(map, key, str_hash(key));
}

void *str_map_find(const struct str_map *map, struct str key, uint64_t hash)
{
    return map->cap == 0 ? NULL : slot_of(map, hash, key)->value;
}

static void grow(struct arena *arena, struct str_map *map)
{
    struct str_map old = *map;

    map->cap = old.cap ? 2 * old.cap : FIRST_CAP;
    map->slots = arena_array_of(arena, map->cap, struct str_map_slot);
    for (size_t i = 0; i < old.cap; i++)
        if (old.slots[i].value)
            *slot_of(map, old.slots[i].hash, old.slots[i].key) = old.slots[i];
}

void str_map_add(struct arena *arena, struct str_map *map, struct str key,
                 void *value)
{
    str_map_put(arena, map, key, str_hash(key), value);
}

void str_map_put(struct arena *arena, struct str_map *map, struct str key,
                 uint64_t hash, void *value)
{
    if (2 * (map->count + 1) > map->cap)
        grow(arena, map);
    *slot_of(map, hash, key) = (struct str_map_slot){hash, key, value};
    map->count++;
}
