// SPDX-License-Identifier: MIT
// The line breaker's state, shared by breaker.c, which searches, and
// break_line.c, which rates single lines.
#ifndef VITA_TEXT_BREAK_LINE_H
#define VITA_TEXT_BREAK_LINE_H

#include "text/breaker.h"

// More than the demerits of any paragraph, and twice it does not overflow.
#define AWFUL_BAD (INT64_MAX / 2)

enum fitness {
    FIT_VERY_LOOSE,
    FIT_LOOSE,
    FIT_DECENT,
    FIT_TIGHT,
    FIT_COUNT,
};

// Sums over the items before one, and the first item from it on that does
// not vanish at a line's start.
struct sums {
    sp width;
    sp stretch;
    sp shrink;
    size_t fils;
    size_t solid;
    sp hang_right; // of the last item before that is not discardable
};

struct node {
    struct node *next;           // active nodes only
    const struct node *previous; // the break before; NULL at the start
    size_t item;                 // of the break
    size_t from;                 // item with which the next line starts
    sp post;                     // width that a disc adds to the next line
    size_t line;                 // number of the next line, from 1
    int64_t demerits;
    enum fitness fitness;
    bool hyphenated;
};

struct measure {
    sp width;
    sp stretch;
    sp shrink;
    bool fil;
};

// The best ways to a place so far, for one line number.
struct candidate {
    const struct node *node;
    int64_t demerits;
    size_t line;
};

struct breaker {
    struct arena *arena;
    const struct break_item *items;
    size_t count;
    const sp *widths;
    size_t width_count;
    const struct break_params *params;
    struct sums *sums;
    // One pass:
    struct node *active;
    int threshold; // badness that is still feasible
    sp background; // stretch of every line
    bool hyphens;
    bool final_pass;
    // Lines after this one have the same width, so that only the break
    // matters and not the number of the line.
    size_t easy_line;
    // The place that is tried:
    struct candidate best[FIT_COUNT];
    int64_t minimum;
};

// Fills breaker->sums.
void break_sum_items(struct breaker *breaker);

// Whether the item vanishes at a line's start.
bool break_discardable(const struct break_item *item);

// Whether a break at the item counts as hyphenated.
bool break_hyphenated(const struct breaker *breaker, size_t item);

// Width of the line of that number, from 1.
sp break_line_width(const struct breaker *breaker, size_t line);

// The line from the break at node to a break at the item, without skips.
struct measure break_measure(const struct breaker *breaker,
                             const struct node *node, size_t to);

// Badness of the line in this pass, BREAK_INFINITE + 1 if it is overfull.
int break_rate(const struct breaker *breaker, const struct measure *measure,
               sp width, enum fitness *fitness);

// Demerits of the line from node to a break at the item.
int64_t break_demerits(const struct breaker *breaker, const struct node *node,
                       size_t to, int penalty, int badness,
                       enum fitness fitness);

// The line that ends with the break at end, for the result.
struct break_line break_make_line(const struct breaker *breaker,
                                  const struct node *end);

#endif
