// SPDX-License-Identifier: MIT
// Growth of arrays on an arena: by doubling, so that appending is linear.
#include "base/vec.h"

#include <stdint.h>

#define FIRST_CAP 8
// Lists of large elements are short, most of them of one.
#define LARGE 64
#define LARGE_FIRST_CAP 2

void *vec_room(struct arena *arena, size_t count, size_t size)
{
    if (count > SIZE_MAX / size)
        return arena_array(arena, SIZE_MAX, size); // ends the process
    return arena_extend(arena, NULL, 0, count * size);
}

void *vec_grow(struct arena *arena, void *ptr, size_t *cap, size_t size)
{
    size_t old = *cap;
    size_t first = size > LARGE ? LARGE_FIRST_CAP : FIRST_CAP;
    size_t new = old ? old * 2 : first;

    if (old > SIZE_MAX / 2 / size)
        return arena_array(arena, SIZE_MAX, size); // ends the process
    *cap = new;
    return arena_extend(arena, ptr, old * size, new *size);
}
