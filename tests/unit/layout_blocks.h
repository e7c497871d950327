// SPDX-License-Identifier: MIT
// For the tests of layout: blocks of one-line paragraphs.
#ifndef VITA_TESTS_LAYOUT_BLOCKS_H
#define VITA_TESTS_LAYOUT_BLOCKS_H

#include "layout_fixture.h"

#define GAP PT(6)

static inline sp cap_height(struct layout_fixture *l)
{
    struct text_style style = style_of(PT(10));

    return style_cap_height(&l->context, &style);
}

// A stack of one-line paragraphs, GAP below each other.
static inline struct block stack_of(struct layout_fixture *l,
                                    const char *const *lines, size_t count)
{
    struct block stack = {.kind = BLOCK_STACK};

    for (size_t i = 0; i < count; i++) {
        struct block line = block_of(l, lines[i]);

        line.space_above = GAP;
        vec_push(l->f.arena, &stack.children, line);
    }
    return stack;
}

static inline void add_cell(struct layout_fixture *l, struct block *columns,
                            struct block cell, int first, int last)
{
    cell.placement = (struct placement){first, last};
    vec_push(l->f.arena, &columns->children, cell);
}

static inline struct block columns_of(sp first, sp second, int count)
{
    return (struct block){.kind = BLOCK_COLUMNS,
                          .column_count = count,
                          .column_gap = PT(10),
                          .widths = {first, second, PT(40)}};
}

static const char *const one[] = {"one"};
static const char *const two[] = {"left", "right"};
static const char *const three[] = {"aa", "bb", "cc"};

#endif
