// SPDX-License-Identifier: MIT
// What the generators of src/embed share: reading inputs and writing C.
#ifndef VITA_EMBED_EMIT_H
#define VITA_EMBED_EMIT_H

#include "base/str.h"

// Reads a whole file into the arena. Returns false, with a message on
// stderr, if it cannot.
bool emit_read(struct arena *arena, const char *path, struct str *bytes)
    __attribute__((warn_unused_result));

// Writes text to path. Returns false, with a message on stderr and the file
// removed, if it cannot.
bool emit_write(const char *path, struct str text)
    __attribute__((warn_unused_result));

// Appends bytes as a C string literal, over several lines if it is long.
void emit_literal(struct buf *out, struct str bytes);

#endif
