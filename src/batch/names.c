// SPDX-License-Identifier: MIT
// A hash table with open addressing.
#include "batch/names.h"

static struct name_slot *slot_of(const struct names *names, struct str name)
{
    size_t mask = names->cap - 1;
    uint64_t hash = str_hash(name);
    size_t at = (size_t)(hash ^ hash >> 32) & mask;

    while (names->slots[at].name.ptr && !str_eq(names->slots[at].name, name))
        at = (at + 1) & mask;
    return &names->slots[at];
}

static void grow(struct arena *arena, struct names *names)
{
    struct names old = *names;

    names->cap = old.cap ? 2 * old.cap : 256;
    names->slots = arena_array_of(arena, names->cap, struct name_slot);
    for (size_t i = 0; i < old.cap; i++)
        if (old.slots[i].name.ptr)
            *slot_of(names, old.slots[i].name) = old.slots[i];
}

size_t names_add(struct arena *arena, struct names *names, struct str name,
                 size_t owner)
{
    struct name_slot *slot;

    if (2 * (names->count + 1) > names->cap)
        grow(arena, names);
    slot = slot_of(names, name);
    if (!slot->name.ptr) {
        slot->name = str_copy(arena, name);
        slot->owner = owner;
        names->count++;
    }
    return slot->owner;
}
