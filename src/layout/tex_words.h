// SPDX-License-Identifier: MIT
// Words as LuaTeX sees them, for paragraphs that are to break as TeX breaks
// them: behind which hyphens a line may end, which letters are divided, and
// how spaces behind capitals stretch. vita's own rules are in atoms.c.
#ifndef VITA_LAYOUT_TEX_WORDS_H
#define VITA_LAYOUT_TEX_WORDS_H

#include "base/str.h"
#include "base/vec.h"

// TeX's space factor of common characters. Behind a capital it is one less,
// so that a full stop there does not end a sentence; with \frenchspacing
// only that trace is left of it.
#define TEX_SPACE_FACTOR 1000

// A part of a word that stands between two hyphens.
struct tex_part {
    struct str text;
    bool breaks_after;
    // Runs of letters in bytes [divide_from, divide_to) may be divided.
    size_t divide_from;
    size_t divide_to;
};
VEC_DECLARE(tex_parts, struct tex_part);

// Cuts a word, text between two spaces, into its parts.
void tex_word_cut(struct arena *arena, struct str word,
                  struct tex_parts *parts);

// Finds the next run of letters in text[*from, to) that TeX would divide:
// not one with a hyphen right behind it. Returns false at the end, else the
// run and in *from the place behind it.
bool tex_next_run(struct str text, size_t *from, size_t to, size_t *start,
                  size_t *end);

// The space factor behind the text if it was factor before.
int tex_space_factor(struct str text, int factor);

#endif
