// SPDX-License-Identifier: MIT
// A formula's box to items of a page: neighbours of one font, size and height
// become one item.
#include "layout/formula.h"

struct placer {
    struct layout_context *context;
    const struct span *span;
    const struct formula_box *box;
    sp x;
    sp y;
    struct piece *piece;
};

// In a document from right to left the page is mirrored at the end, item by
// item, and a formula runs from left to right there too.
static sp place_x(const struct placer *p, sp x, sp width)
{
    return p->x + (p->context->rtl ? p->box->width - x - width : x);
}

static bool continues(const struct formula_glyph *a,
                      const struct formula_glyph *b)
{
    return a->font == b->font && a->size == b->size && a->y == b->y &&
           b->x >= a->x;
}

static void add_text(struct placer *p, const struct formula_glyph *glyphs,
                     size_t count)
{
    struct arena *arena = p->context->arena;
    const struct formula_glyph *last = &glyphs[count - 1];
    struct buf text = {.arena = arena};
    struct item item = {
        .kind = ITEM_TEXT,
        .role = p->context->role,
        .element = p->span->element,
        .y = p->y - p->span->raise - glyphs->y,
        .width = last->x + last->advance - glyphs->x,
        .colour = p->span->style.colour,
        .font = glyphs->font,
        .size = glyphs->size,
        .glyphs = arena_array_of(arena, count, struct placed_glyph),
        .glyph_count = count,
    };

    item.x = place_x(p, glyphs->x, item.width);
    for (size_t i = 0; i < count; i++) {
        item.glyphs[i] = (struct placed_glyph){
            .id = glyphs[i].id,
            .cluster = (uint32_t)text.len,
            .advance = i + 1 < count ? glyphs[i + 1].x - glyphs[i].x
                                     : glyphs[i].advance,
        };
        buf_add(&text, glyphs[i].text);
    }
    item.text = buf_str(&text);
    vec_push(arena, &p->piece->items, item);
}

// Whether readers need more than the glyphs' own texts: several glyphs come
// apart where a reader takes an exponent for a line or the gap behind a
// leaning letter for a blank.
static bool needs_actual_text(const struct formula_part *part)
{
    const struct formula_glyphs *glyphs = &part->box.glyphs;

    return glyphs->len > 1 || (glyphs->len == 1 && glyphs->ptr->y != 0) ||
           (glyphs->len == 1 && !str_eq(glyphs->ptr->text, part->text));
}

// Lays one ActualText over the items from first on.
static void cover(struct item_list *items, size_t first, struct str text)
{
    for (size_t i = first; i < items->len; i++) {
        struct item *item = &items->ptr[i];

        item->actual_text = i == first ? text : STR("");
        item->goes_on = i + 1 < items->len;
    }
}

void formula_draw(struct layout_context *context, const struct span *span,
                  const struct formula_part *part, sp x, sp y,
                  struct piece *piece)
{
    const struct formula_box *box = &part->box;
    const struct formula_glyph *glyphs = box->glyphs.ptr;
    struct placer p = {context, span, box, x, y, piece};
    size_t first = piece->items.len;
    size_t end;

    for (size_t i = 0; i < box->glyphs.len; i = end) {
        end = i + 1;
        while (end < box->glyphs.len &&
               continues(&glyphs[end - 1], &glyphs[end]))
            end++;
        add_text(&p, glyphs + i, end - i);
    }
    if (needs_actual_text(part))
        cover(&piece->items, first, part->text);
    for (size_t i = 0; i < box->rules.len; i++) {
        const struct formula_rule *rule = &box->rules.ptr[i];

        piece_add_rule(context->arena, piece, place_x(&p, rule->x, rule->width),
                       y - span->raise - rule->y - rule->height, rule->width,
                       rule->height, span->style.colour);
    }
}
