// SPDX-License-Identifier: MIT
// Region allocator. One arena lives as long as one document; a second one is
// scratch space that is rewound. Memory is zeroed, but where a function says
// otherwise, and never freed piecemeal; an arena that is cleared keeps some.
// Running out of memory ends the process with exit code 3: a typesetter has
// nothing useful to do without memory, and output files appear only by rename.
#ifndef VITA_BASE_ARENA_H
#define VITA_BASE_ARENA_H

#include <stddef.h>

struct arena;

// Returns a new arena; the caller ends it with arena_free().
struct arena *arena_new(void);

// Ends the process as no memory does, for those who get theirs elsewhere.
_Noreturn void arena_exhausted(void);

// Frees the arena and all that was allocated from it. NULL is fine.
void arena_free(struct arena *arena);

// Releases all that was allocated and keeps up to that many bytes of memory for
// what comes next.
void arena_clear(struct arena *arena, size_t keep);

// Bytes that a cleared arena keeps.
size_t arena_spare(const struct arena *arena);

// Returns size bytes, zeroed and aligned for any type.
void *arena_alloc(struct arena *arena, size_t size);

// Returns count * size bytes, zeroed; an overflow ends like no memory.
void *arena_array(struct arena *arena, size_t count, size_t size);

// Returns a copy of old (old_size bytes) with room for new_size bytes. The
// last allocation grows in place where it can.
void *arena_grow(struct arena *arena, void *old, size_t old_size,
                 size_t new_size);

// As arena_grow(), but what is behind the copy is not zeroed.
void *arena_extend(struct arena *arena, void *old, size_t old_size,
                   size_t new_size);

// A point to which arena_rewind() goes back.
struct arena_mark {
    void *chunk;
    size_t used;
};

struct arena_mark arena_mark(const struct arena *arena);

// Releases all that was allocated since mark; it must not be used any more.
void arena_rewind(struct arena *arena, struct arena_mark mark);

// Bytes that were taken from the arena, with what chunks could not use.
size_t arena_size(const struct arena *arena);

#define arena_new_of(arena, type) ((type *)arena_alloc(arena, sizeof(type)))
#define arena_array_of(arena, count, type)                                     \
    ((type *)arena_array(arena, count, sizeof(type)))

#endif
