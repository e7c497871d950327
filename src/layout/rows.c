// SPDX-License-Identifier: MIT
// Putting rows together.
#include "layout/rows.h"

struct page_costs page_costs_default(void)
{
    return (struct page_costs){
        .heading = 100000000,
        .keep = 1000000,
        .entry_top = 100000,
        .widow = 20000,
        .hyphen = 15000,
        .lead_in = 15000,
        .page = 50000,
    };
}

// Adds a price; what is forced stays so.
static void add_penalty(struct row *row, int64_t penalty)
{
    if (penalty == PAGE_BREAK_FORCED)
        row->penalty = PAGE_BREAK_FORCED;
    else if (row->penalty != PAGE_BREAK_FORCED)
        row->penalty += penalty;
}

void rows_push(struct arena *arena, struct rows *rows, sp space,
               int64_t penalty, sp height, struct piece piece)
{
    struct row row = {.space = space > rows->below ? space : rows->below,
                      .penalty = penalty,
                      .height = height,
                      .ascent = height};

    vec_push(arena, &row.pieces, piece);
    vec_push(arena, &rows->list, row);
    rows->below = 0;
}

void rows_append(struct arena *arena, struct rows *rows,
                 const struct rows *more, int64_t penalty)
{
    if (rows->break_after && rows->list.len > 0)
        penalty = PAGE_BREAK_FORCED;
    for (size_t i = 0; i < more->list.len; i++) {
        struct row row = more->list.ptr[i];

        if (i == 0) {
            add_penalty(&row, penalty);
            if (row.space < rows->below)
                row.space = rows->below;
        }
        vec_push(arena, &rows->list, row);
    }
    if (more->list.len > 0)
        rows->break_after = more->break_after;
    if (more->list.len > 0 || rows->below < more->below)
        rows->below = more->below;
}

void rows_shift(struct rows *rows, sp dx)
{
    for (size_t i = 0; i < rows->list.len; i++)
        for (size_t j = 0; j < rows->list.ptr[i].pieces.len; j++)
            rows->list.ptr[i].pieces.ptr[j].x += dx;
}

void rows_keep(struct rows *rows, int64_t penalty)
{
    for (size_t i = 1; i < rows->list.len; i++)
        add_penalty(&rows->list.ptr[i], penalty);
}

void rows_keep_within(struct rows *rows, sp height, int64_t penalty)
{
    sp top = 0;

    for (size_t i = 0; i < rows->list.len; i++) {
        struct row *row = &rows->list.ptr[i];

        top += i > 0 ? row->space : 0;
        if (i > 0 && top < height)
            add_penalty(row, penalty);
        top += row->height;
    }
}

void rows_keep_end(struct rows *rows, int64_t penalty)
{
    if (rows->list.len > 1)
        add_penalty(&rows->list.ptr[rows->list.len - 1], penalty);
}

void rows_space_above(struct rows *rows, sp space)
{
    if (rows->list.len > 0 && rows->list.ptr[0].space < space)
        rows->list.ptr[0].space = space;
}

sp rows_height(const struct rows *rows)
{
    sp height = 0;

    for (size_t i = 0; i < rows->list.len; i++)
        height +=
            rows->list.ptr[i].height + (i > 0 ? rows->list.ptr[i].space : 0);
    return height;
}
