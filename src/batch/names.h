// SPDX-License-Identifier: MIT
// A set of names that is asked again and again which it has.
#ifndef VITA_BATCH_NAMES_H
#define VITA_BATCH_NAMES_H

#include "base/str.h"

struct name_slot {
    struct str name; // ptr NULL: free
    size_t owner;
};

// All zero is an empty set.
struct names {
    struct name_slot *slots; // open addressing, a power of 2
    size_t count;
    size_t cap;
};

// Adds the name for the owner unless there is one already; returns the owner
// that it has now. The name's bytes are copied.
size_t names_add(struct arena *arena, struct names *names, struct str name,
                 size_t owner);

#endif
