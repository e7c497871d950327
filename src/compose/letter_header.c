// SPDX-License-Identifier: MIT
// The CV's header above a letter: without the photo, as low as there is room
// for, on the colour that the CV has behind its header or its sidebar.
#include "compose/letter_parts.h"
#include "design/contrast.h"

// The subject is the letter's title, and the name is none.
static void demote(struct block_list *blocks)
{
    for (size_t i = 0; i < blocks->len; i++) {
        if (blocks->ptr[i].type == STRUCTURE_H1)
            blocks->ptr[i].type = STRUCTURE_P;
        demote(&blocks->ptr[i].children);
    }
}

// Lines that are set closer than that part of the body size touch.
#define HEADER_SPACE_PERCENT 45

static sp tighter(sp space, int percent, sp body)
{
    sp least = body * HEADER_SPACE_PERCENT / 100;

    if (space * percent / 100 >= least)
        return space * percent / 100;
    return space < least ? space : least;
}

static void tighten(struct design *design, enum header_kind kind)
{
    sp *name = &design->typography.faces[FACE_NAME].size;
    sp *small = &design->typography.faces[FACE_CONNECTIONS].size;
    sp body = design->typography.faces[FACE_BODY].size;
    int percent = kind == HEADER_TIGHT ? 50 : 30;

    design->header.space_below_name =
        tighter(design->header.space_below_name, percent, body);
    design->header.space_below_headline =
        tighter(design->header.space_below_headline, percent, body);
    if (kind == HEADER_TIGHT)
        return;
    if (*name > body * 16 / 10)
        *name = body * 16 / 10;
    if (*small > body * 85 / 100)
        *small = body * 85 / 100;
}

// The area behind the header, from the page's top to padding below it. Pages
// of some languages are mirrored.
static const struct bleed *header_band(const struct letter_context *l, sp top,
                                       sp padding)
{
    const struct design *design = l->body.design;
    struct bleed *bleed = arena_new_of(l->body.arena, struct bleed);

    *bleed =
        (struct bleed){.colour = design->header.background.colour,
                       .left = l->body.locale->rtl ? design->page.right_margin
                                                   : design->page.left_margin,
                       .top = top,
                       .width = l->page_width,
                       .bottom = padding};
    return bleed;
}

void letter_header_append(const struct letter_context *l, enum header_kind kind,
                          sp top, sp padding, struct block_list *blocks)
{
    struct context own = l->header;
    struct design design = *own.design;
    struct cv cv = *own.cv;
    size_t first = blocks->len;

    cv.photo = (struct text){.str = {"", 0}};
    if (kind == HEADER_NAME)
        cv.connections = (struct connection_list){0};
    if (kind != HEADER_WHOLE)
        tighten(&design, kind);
    own.cv = &cv;
    header_paint(&design);
    context_set_design(&own, &design);
    header_append(&own, blocks);
    demote(blocks);
    if (design.header.background.kind == PAINT_COLOUR && blocks->len > first)
        blocks->ptr[first].bleed = header_band(l, top, padding);
}
