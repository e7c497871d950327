// SPDX-License-Identifier: MIT
// The line beside entries with dates at the left, with a dot for each. Rows
// are marked when they are laid out; only when a page is put together is it
// known where its lines begin and end.
#include "layout/context.h"
#include "layout/level.h"

// In hundredths of the body size.
#define DOT_PERCENT 55
#define LINE_WIDTH (SP_PER_PT * 6 / 10)
// The line has the dots' colour at this strength.
#define LINE_PERCENT 40

void timeline_mark(struct layout_context *context, const struct block *block,
                   sp x, struct rows *rows)
{
    for (size_t i = 0; i < rows->list.len; i++) {
        struct row *row = &rows->list.ptr[i];
        struct timeline_mark *mark =
            arena_new_of(context->arena, struct timeline_mark);
        // It comes last, for the first piece of a row names its place.
        struct piece piece = {.order = SIZE_MAX, .x = x, .mark = mark};

        *mark = (struct timeline_mark){
            .line = context->timelines,
            .height = row->height,
            .dot =
                i == 0 && block->timeline == TIMELINE_DOT ? row->ascent / 2 : 0,
            .diameter = block->para.base.size * DOT_PERCENT / 100,
            .colour = block->para.base.colour,
        };
        vec_push(context->arena, &row->pieces, piece);
    }
}

static uint32_t lighter(uint32_t colour)
{
    uint32_t out = 0;

    for (int shift = 16; shift >= 0; shift -= 8) {
        int part = (int)(colour >> shift & 0xFF);

        out |= (uint32_t)(255 - (255 - part) * LINE_PERCENT / 100) << shift;
    }
    return out;
}

// Adds the rule from the first to the last of the marks of one line on the
// page. Only a row that begins an entry has a dot: there the line ends too.
static void add_line(struct layout_context *context, const struct piece *first,
                     const struct piece *last, struct piece *drawing)
{
    sp top = first->y + first->mark->dot;
    sp bottom =
        last->y + (last->mark->dot > 0 ? last->mark->dot : last->mark->height);

    if (bottom > top)
        piece_add_rule(context->arena, drawing, first->x - LINE_WIDTH / 2, top,
                       LINE_WIDTH, bottom - top, lighter(first->mark->colour));
}

static void add_dot(struct layout_context *context, const struct piece *piece,
                    struct piece *drawing)
{
    const struct timeline_mark *mark = piece->mark;

    if (mark->dot > 0)
        piece_add_dot(context->arena, drawing, piece->x - mark->diameter / 2,
                      piece->y + mark->dot - mark->diameter / 2, mark->diameter,
                      mark->colour);
}

void timelines_draw(struct layout_context *context,
                    const struct piece_list *pieces, sp left, struct page *page)
{
    struct piece lines = {0};
    struct piece dots = {0};
    const struct piece *first = NULL;
    const struct piece *last = NULL;

    for (size_t i = 0; i < pieces->len; i++) {
        const struct piece *piece = &pieces->ptr[i];

        if (!piece->mark)
            continue;
        if (first && first->mark->line != piece->mark->line) {
            add_line(context, first, last, &lines);
            first = NULL;
        }
        first = first ? first : piece;
        last = piece;
        add_dot(context, piece, &dots);
    }
    if (first)
        add_line(context, first, last, &lines);
    piece_draw(context->arena, &lines, left, 0, page);
    piece_draw(context->arena, &dots, left, 0, page);
}
