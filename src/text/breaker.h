// SPDX-License-Identifier: MIT
// Line breaking: "Breaking Paragraphs into Lines", Knuth and Plass (1981),
// as TeX does it (The TeXbook, ch. 14; TeX: The Program, parts 38 and 39).
// Pure: items in, breaks out; it knows nothing of fonts or text.
#ifndef VITA_TEXT_BREAKER_H
#define VITA_TEXT_BREAKER_H

#include "base/length.h"
#include "base/vec.h"

enum break_item_kind {
    BREAK_BOX,     // width; stretch and shrink by font expansion
    BREAK_GLUE,    // width, stretch, shrink; legal break if after a box or
                   // disc; vanishes at a break, with all glue and penalties
                   // that follow it
    BREAK_PENALTY, // width (if a break is here), penalty; legal break
    BREAK_DISC,    // discretionary: pre before, post behind a break here,
                   // width (the replacement) if there is none
};

#define BREAK_INFINITE 10000 // penalty: >= never, <= -INFINITE always

struct break_item {
    enum break_item_kind kind;
    sp width;
    sp stretch;
    sp shrink;
    sp pre;
    sp post;
    int penalty;  // also of a disc
    bool flagged; // a break here shows a hyphen
    bool fil;     // stretch is infinite (fil)
    // Protrusion: how far a box may hang over the margin as the first or the
    // last of a line; hang_right of a disc is that of its pre text.
    sp hang_left;
    sp hang_right;
};
VEC_DECLARE(break_items, struct break_item);

// TeX's parameters, by its names. break_params_tex() gives plain TeX's
// values.
struct break_params {
    int pretolerance; // negative: no first pass
    int tolerance;
    sp emergency_stretch;
    int line_penalty;
    int adj_demerits;
    int double_hyphen_demerits;
    int final_hyphen_demerits;
    int looseness;
    sp left_skip_stretch;  // finite stretch at each line's start and end,
    sp right_skip_stretch; // for ragged setting
};

struct break_params break_params_tex(void);

// One line: items [from, to) are on it; to is the item at which it is
// broken. Discardable items at its start are skipped already.
struct break_line {
    size_t from;
    size_t to;
    sp natural; // width before glue is set, pre and post included
    sp stretch; // finite stretchability, skips included
    sp shrink;
    bool fil;      // infinite stretch on the line: its glue stays natural
    bool hyphen;   // broken at a flagged item
    bool overfull; // does not fit even with all its shrink
    int badness;   // TeX's integer badness
};
VEC_DECLARE(break_lines, struct break_line);

struct break_result {
    struct break_lines lines;
    int64_t demerits;
    int pass; // 1 without hyphens, 2 with them, 3 with emergency stretch
};

// Line widths: line i has widths[i], or the last one for all later lines.
// The list of items ends with what TeX ends it with: the caller appends
// penalty INFINITE, the parfillskip glue and penalty -INFINITE. Never fails;
// when nothing fits, lines are overfull and say so. Hyphens (flagged discs)
// are left out of the first pass.
void break_paragraph(struct arena *arena, const struct break_item *items,
                     size_t count, const sp *widths, size_t width_count,
                     const struct break_params *params,
                     struct break_result *result);

// TeX's badness: about 100 (t/s)^3, at most 10000 (TeX: The Program, 108).
int break_badness(sp t, sp s);

#endif
