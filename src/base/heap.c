// SPDX-License-Identifier: MIT
// glibc gives memory back as soon as 128 KiB are free at the end of the heap,
// and at once if it was a larger piece.
#include "base/heap.h"

#include <stdlib.h> // says which C library it is

#ifdef __GLIBC__
#include <malloc.h>

// Pieces above are the system's own: only very long documents have such, and
// the arena's largest is smaller.
#define OWN_PIECE (16 * 1024 * 1024)
// What may stay free at the heap's end.
#define KEPT_FREE (32 * 1024 * 1024)

void heap_keep(void)
{
    (void)mallopt(M_MMAP_THRESHOLD, OWN_PIECE);
    (void)mallopt(M_TRIM_THRESHOLD, KEPT_FREE);
}
#else
void heap_keep(void)
{
}
#endif
