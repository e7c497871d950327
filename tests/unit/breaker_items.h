// SPDX-License-Identifier: MIT
// For the tests of the line breaker: items, and what must hold of every result.
#ifndef VITA_TESTS_BREAKER_ITEMS_H
#define VITA_TESTS_BREAKER_ITEMS_H

#include "text/breaker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static inline struct break_item box(sp width)
{
    return (struct break_item){.kind = BREAK_BOX, .width = width};
}

static inline struct break_item glue(sp width, sp stretch, sp shrink)
{
    return (struct break_item){.kind = BREAK_GLUE,
                               .width = width,
                               .stretch = stretch,
                               .shrink = shrink};
}

static inline struct break_item penalty(int value)
{
    return (struct break_item){.kind = BREAK_PENALTY, .penalty = value};
}

static inline struct break_item disc(sp pre, int value, bool flagged)
{
    return (struct break_item){
        .kind = BREAK_DISC, .pre = pre, .penalty = value, .flagged = flagged};
}

static inline void add(struct arena *arena, struct break_items *list,
                       struct break_item item)
{
    vec_push(arena, list, item);
}

static inline void finish(struct arena *arena, struct break_items *list)
{
    struct break_item fill = glue(0, 1, 0);

    fill.fil = true;
    add(arena, list, penalty(BREAK_INFINITE));
    add(arena, list, fill);
    add(arena, list, penalty(-BREAK_INFINITE));
}

// What must hold of every result.
static inline void check_result(const struct break_items *list,
                                const sp *widths, size_t width_count,
                                const struct break_result *result)
{
    const struct break_lines *lines = &result->lines;
    size_t from = 0;

    assert_true(lines->len > 0);
    for (size_t i = 0; i < lines->len; i++) {
        const struct break_line *line = &lines->ptr[i];
        sp width = widths[i < width_count ? i : width_count - 1];

        assert_true(line->from >= from && line->from <= line->to);
        // Only what vanishes at a break lies between two lines.
        for (size_t j = from; j < line->from; j++)
            assert_true(list->ptr[j].kind == BREAK_GLUE ||
                        list->ptr[j].kind == BREAK_PENALTY);
        assert_int_equal(line->overfull, line->natural - line->shrink > width);
        for (size_t j = line->from; j < line->to; j++)
            assert_false(list->ptr[j].kind == BREAK_PENALTY &&
                         list->ptr[j].penalty <= -BREAK_INFINITE);
        from = line->to + 1;
    }
    assert_int_equal(lines->ptr[lines->len - 1].to, list->len - 1);
}

#endif
