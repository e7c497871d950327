// SPDX-License-Identifier: MIT
// Arena of chunks that double in size. Rewinding keeps the chunks that were
// there at the mark and frees the later ones; released bytes are poisoned
// under AddressSanitizer so that stale pointers are caught.
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif
#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n) ASAN_POISON_MEMORY_REGION(p, n)
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#else
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#endif

// Large enough that a short CV needs few chunks, small enough to waste little.
#define FIRST_CHUNK ((size_t)64 * 1024)
#define LARGEST_CHUNK ((size_t)4 * 1024 * 1024)
#define ALIGNMENT alignof(max_align_t)

struct chunk {
    struct chunk *previous;
    size_t size; // of data
    size_t used;
    alignas(max_align_t) unsigned char data[];
};

struct arena {
    struct chunk *last;
    size_t total;
    struct chunk *spare; // kept by arena_clear(), in no order
    size_t spare_total;
};

_Noreturn void arena_exhausted(void)
{
    fputs("vita: out of memory\n", stderr);
    exit(3);
}

struct arena *arena_new(void)
{
    struct arena *arena = calloc(1, sizeof *arena);

    if (!arena)
        arena_exhausted();
    return arena;
}

static void chunk_free(struct chunk *chunk)
{
    UNPOISON(chunk->data, chunk->size);
    free(chunk);
}

static void chunks_free(struct chunk *last)
{
    while (last) {
        struct chunk *previous = last->previous;

        chunk_free(last);
        last = previous;
    }
}

static void drop_spares(struct arena *arena, size_t keep)
{
    while (arena->spare_total > keep) {
        struct chunk *chunk = arena->spare;

        arena->spare = chunk->previous;
        arena->spare_total -= chunk->size;
        chunk_free(chunk);
    }
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    chunks_free(arena->last);
    chunks_free(arena->spare);
    free(arena);
}

void arena_clear(struct arena *arena, size_t keep)
{
    drop_spares(arena, keep);
    while (arena->last) {
        struct chunk *chunk = arena->last;

        arena->last = chunk->previous;
        if (chunk->size > keep || arena->spare_total > keep - chunk->size) {
            chunk_free(chunk);
            continue;
        }
        POISON(chunk->data, chunk->size);
        chunk->used = 0;
        chunk->previous = arena->spare;
        arena->spare = chunk;
        arena->spare_total += chunk->size;
    }
    arena->total = 0;
}

size_t arena_spare(const struct arena *arena)
{
    return arena->spare_total;
}

static bool take_spare(struct arena *arena, size_t need)
{
    for (struct chunk **at = &arena->spare; *at; at = &(*at)->previous) {
        struct chunk *chunk = *at;

        if (chunk->size < need)
            continue;
        *at = chunk->previous;
        arena->spare_total -= chunk->size;
        chunk->previous = arena->last;
        arena->last = chunk;
        arena->total += chunk->size;
        return true;
    }
    return false;
}

static void chunk_add(struct arena *arena, size_t need)
{
    size_t size = arena->last ? arena->last->size * 2 : FIRST_CHUNK;
    struct chunk *chunk;

    if (size > LARGEST_CHUNK)
        size = LARGEST_CHUNK;
    if (size < need)
        size = need;
    if (size > SIZE_MAX - sizeof *chunk)
        arena_exhausted();
    chunk = malloc(sizeof *chunk + size);
    if (!chunk)
        arena_exhausted();
    chunk->previous = arena->last;
    chunk->size = size;
    chunk->used = 0;
    POISON(chunk->data, size);
    arena->last = chunk;
    arena->total += size;
}

// Returns size bytes as they are.
static void *take(struct arena *arena, size_t size)
{
    size_t rounded;
    void *ptr;

    if (size > SIZE_MAX - ALIGNMENT)
        arena_exhausted();
    rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if ((!arena->last || arena->last->size - arena->last->used < rounded) &&
        !take_spare(arena, rounded))
        chunk_add(arena, rounded);
    ptr = arena->last->data + arena->last->used;
    arena->last->used += rounded;
    UNPOISON(ptr, size);
    return ptr;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    void *ptr = take(arena, size);

    if (size > 0)
        memset(ptr, 0, size);
    return ptr;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size)
        arena_exhausted();
    return arena_alloc(arena, count * size);
}

// Returns the offset in the last chunk of [old, old + old_size) if that is
// the newest allocation of the arena, else SIZE_MAX.
static size_t newest_offset(const struct arena *arena, const void *old,
                            size_t old_size)
{
    const struct chunk *chunk = arena->last;
    size_t rounded = (old_size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;

    if (!old || !chunk || chunk->used < rounded ||
        chunk->data + (chunk->used - rounded) != (const unsigned char *)old)
        return SIZE_MAX;
    return chunk->used - rounded;
}

void *arena_extend(struct arena *arena, void *old, size_t old_size,
                   size_t new_size)
{
    size_t offset = newest_offset(arena, old, old_size);
    void *ptr;

    if (offset != SIZE_MAX && new_size >= old_size &&
        arena->last->size - offset >= ALIGNMENT &&
        new_size <= arena->last->size - offset - ALIGNMENT) {
        arena->last->used =
            offset + (new_size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        UNPOISON(old, new_size);
        return old;
    }
    ptr = take(arena, new_size);
    if (old_size > 0)
        memcpy(ptr, old, old_size < new_size ? old_size : new_size);
    return ptr;
}

void *arena_grow(struct arena *arena, void *old, size_t old_size,
                 size_t new_size)
{
    unsigned char *ptr = arena_extend(arena, old, old_size, new_size);

    if (new_size > old_size)
        memset(ptr + old_size, 0, new_size - old_size);
    return ptr;
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){arena->last,
                               arena->last ? arena->last->used : 0};
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    while (arena->last && arena->last != mark.chunk) {
        struct chunk *previous = arena->last->previous;

        arena->total -= arena->last->size;
        chunk_free(arena->last);
        arena->last = previous;
    }
    if (arena->last) {
        POISON(arena->last->data + mark.used, arena->last->used - mark.used);
        arena->last->used = mark.used;
    }
}

size_t arena_size(const struct arena *arena)
{
    return arena->last ? arena->total - arena->last->size + arena->last->used
                       : 0;
}
