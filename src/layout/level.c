// SPDX-License-Identifier: MIT
// Dots are icons with an outline of their own, bars are rules: artifacts, for
// the word that they stand for is set beneath them, unseen.
#include "layout/level.h"

#include "compose/level.h"

// In hundredths of the cap height.
#define DOT_PERCENT 78
#define DOT_GAP_PERCENT 42
#define BAR_HEIGHT_PERCENT 55
// A circle of this diameter, its four quarters as Bézier curves: their
// control points are 4/3 (√2 - 1) of the radius from their ends.
#define EM 2000
#define RADIUS 1000
#define KAPPA 552

static sp part(sp height, int percent)
{
    return sp_mul_div(height, percent, 100);
}

static const struct outline *circle(struct arena *arena)
{
    static const struct path_segment segments[] = {
        {PATH_MOVE, {EM}, {RADIUS}},
        {PATH_CURVE, {EM, RADIUS + KAPPA, RADIUS}, {RADIUS + KAPPA, EM, EM}},
        {PATH_CURVE, {RADIUS - KAPPA, 0, 0}, {EM, RADIUS + KAPPA, RADIUS}},
        {PATH_CURVE, {0, RADIUS - KAPPA, RADIUS}, {RADIUS - KAPPA, 0, 0}},
        {PATH_CURVE, {RADIUS + KAPPA, EM, EM}, {0, RADIUS - KAPPA, RADIUS}},
        {PATH_CLOSE, {0}, {0}},
    };
    struct outline *outline = arena_new_of(arena, struct outline);

    *outline = (struct outline){
        .units_per_em = EM, .advance = EM, .y_min = 0, .y_max = EM};
    for (size_t i = 0; i < sizeof segments / sizeof *segments; i++)
        vec_push(arena, &outline->segments, segments[i]);
    return outline;
}

void piece_add_dot(struct arena *arena, struct piece *piece, sp x, sp y,
                   sp diameter, uint32_t colour)
{
    struct item item = {.kind = ITEM_ICON,
                        .role = ROLE_ARTIFACT,
                        .x = x,
                        .y = y + diameter,
                        .width = diameter,
                        .size = diameter,
                        .colour = colour,
                        .outline = circle(arena),
                        .label = STR("dot")};

    vec_push(arena, &piece->items, item);
}

sp level_width(struct layout_context *context, const struct span *span)
{
    sp cap = style_cap_height(context, &span->style);
    int of = span->level->of;

    // What follows stands off by a gap, beside its own blank.
    return of * (part(cap, DOT_PERCENT) + part(cap, DOT_GAP_PERCENT));
}

static void draw_dots(struct layout_context *context, const struct span *span,
                      sp x, sp middle, struct piece *piece)
{
    const struct level *level = span->level;
    sp cap = style_cap_height(context, &span->style);
    sp dot = part(cap, DOT_PERCENT);

    for (int i = 0; i < level->of; i++)
        piece_add_dot(context->arena, piece,
                      x + i * (dot + part(cap, DOT_GAP_PERCENT)),
                      middle - dot / 2, dot,
                      i < level->reached ? level->colour : level->rest);
}

static void draw_bar(struct layout_context *context, const struct span *span,
                     sp x, sp middle, struct piece *piece)
{
    const struct level *level = span->level;
    sp height =
        part(style_cap_height(context, &span->style), BAR_HEIGHT_PERCENT);
    sp width = level_width(context, span) -
               part(style_cap_height(context, &span->style), DOT_GAP_PERCENT);
    sp filled = sp_mul_div(width, level->reached, level->of);

    if (filled > 0)
        piece_add_rule(context->arena, piece, x, middle - height / 2, filled,
                       height, level->colour);
    if (filled < width)
        piece_add_rule(context->arena, piece, x + filled, middle - height / 2,
                       width - filled, height, level->rest);
}

void level_draw(struct layout_context *context, const struct span *span, sp x,
                sp baseline, struct piece *piece)
{
    sp middle = baseline - style_cap_height(context, &span->style) / 2;

    if (span->level->bar)
        draw_bar(context, span, x, middle, piece);
    else
        draw_dots(context, span, x, middle, piece);
}
