// SPDX-License-Identifier: MIT
// Growable arrays on an arena. A list is any struct with the members ptr, len
// and cap; an all-zero one is empty.
#ifndef VITA_BASE_VEC_H
#define VITA_BASE_VEC_H

#include "base/arena.h"

// Declares `struct name`, a list of type.
#define VEC_DECLARE(name, type)                                                \
    struct name {                                                              \
        type *ptr;                                                             \
        size_t len;                                                            \
        size_t cap;                                                            \
    }

// Makes room for one more element.
#define vec_reserve(arena, list)                                               \
    ((list)->ptr && (list)->len < (list)->cap                                  \
         ? (void)0                                                             \
         : (void)((list)->ptr = vec_grow(arena, (list)->ptr, &(list)->cap,     \
                                         sizeof *(list)->ptr)))

// Appends item, an expression of the element type.
#define vec_push(arena, list, ...)                                             \
    (vec_reserve(arena, list),                                                 \
     (void)((list)->ptr[(list)->len++] = (__VA_ARGS__)))

// Makes room in an empty list for count elements.
#define vec_prepare(arena, list, count)                                        \
    ((list)->cap = (count),                                                    \
     (void)((list)->ptr = vec_room(arena, (list)->cap, sizeof *(list)->ptr)))

// Returns an array of count elements of size bytes, which are not zeroed.
void *vec_room(struct arena *arena, size_t count, size_t size);

// Doubles an array of *cap elements of size bytes; returns its new place. The
// new elements are not zeroed.
void *vec_grow(struct arena *arena, void *ptr, size_t *cap, size_t size);

#endif
