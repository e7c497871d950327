// SPDX-License-Identifier: MIT
// Runs of one style become one item, words and spaces together: so a reader
// that follows the content stream finds whole phrases, and the PDF stays
// small. Links and underlines follow their words.
#include "layout/line.h"

#include "base/utf8.h"
#include "layout/atoms.h"
#include "layout/level.h"
#include "layout/line_rules.h"
#include "layout/span_font.h"

// A link's area from its baseline, in percent of the size.
#define LINK_ASCENT_PERCENT 80
#define LINK_DESCENT_PERCENT 22

// Room that is made for an item's glyphs before they come.
#define GLYPHS_MAX 200

struct setter {
    struct layout_context *context;
    struct piece *piece;
    sp baseline;
    sp x; // of the next element
    // The item under construction: elements of one style, link and font.
    bool open;
    struct item item;
    struct buf text;
    size_t glyph_cap;
    struct span_font_memo font;
    const struct element *end; // behind the line's last element
    const struct span *span;
    unsigned char level; // of the open item
    struct line_rules rules;
};

// An advance as drawn: each is rounded by itself, so widths must be added up
// in the same way.
static sp glyph_advance(const struct glyph_run *run, const struct glyph *glyph,
                        sp size, int expansion)
{
    sp advance = font_scale(run->font, glyph->advance, size);

    return expansion == 0 ? advance
                          : sp_mul_div(advance, 1000 + expansion, 1000);
}

sp element_text_width(const struct element *element)
{
    sp width = 0;

    for (size_t i = 0; i < element->shape->count; i++) {
        const struct glyph_run *run = &element->shape->runs[i];

        for (size_t j = 0; j < run->count; j++)
            width +=
                glyph_advance(run, &run->glyphs[j], element->span->style.size,
                              element->expansion);
    }
    return width;
}

static bool same_style(const struct span *a, const struct span *b)
{
    const struct text_style *s = &a->style;
    const struct text_style *t = &b->style;

    return a == b ||
           (str_eq(s->family, t->family) && s->weight == t->weight &&
            s->italic == t->italic && s->small_caps == t->small_caps &&
            s->underline == t->underline && s->strike == t->strike &&
            s->size == t->size && s->script == t->script &&
            s->colour == t->colour && a->raise == b->raise &&
            a->element == b->element && str_eq(a->url, b->url) &&
            str_eq(a->target, b->target));
}

// Two items of one link on a line make one clickable area. Nothing happens
// if the span is no link.
static void add_link(struct setter *s, const struct span *span, sp x, sp width)
{
    struct link_list *links = &s->piece->links;
    sp size = span->style.size;
    struct link link = {
        .x = x,
        .y = s->baseline - size * LINK_ASCENT_PERCENT / 100,
        .width = width,
        .height = size * (LINK_ASCENT_PERCENT + LINK_DESCENT_PERCENT) / 100,
        .url = span->url,
        .target = span->target,
        .element =
            span->kind == SPAN_FORMULA ? span->outer_element : span->element,
    };
    struct link *last = links->len > 0 ? &links->ptr[links->len - 1] : NULL;

    if (span->url.len == 0 && span->target.len == 0)
        return;
    if (last && last->element == link.element && last->x + last->width == x) {
        last->width += width;
        if (link.y < last->y) {
            last->height += last->y - link.y;
            last->y = link.y;
        }
    } else {
        vec_push(s->context->arena, links, link);
    }
}

static void close_item(struct setter *s)
{
    struct item *item = &s->item;

    if (!s->open)
        return;
    s->open = false;
    item->text = buf_str(&s->text);
    item->width = s->x - item->x;
    vec_push(s->context->arena, &s->piece->items, *item);
    add_link(s, s->span, item->x, item->width);
    if (s->span->style.underline || s->span->style.strike)
        line_rules_add(&s->rules, item, s->span);
}

// The one font of the element's glyphs, or NULL.
static const struct font *font_of(struct setter *s,
                                  const struct element *element)
{
    const struct shape *shape =
        element->kind == ELEMENT_TEXT
            ? element->shape
            : span_font_next(s->context, &s->font, element->span)->space;

    return shape->count == 1 ? shape->runs[0].font : NULL;
}

// How many glyphs the item has that begins with the element, at least: those
// of the font and the span that follow each other on this line.
static size_t count_glyphs(struct setter *s, const struct element *element,
                           const struct font *font)
{
    const struct span *span = element->span;
    size_t count = 0;

    for (; element < s->end && element->span == span && count < GLYPHS_MAX &&
           element->kind <= ELEMENT_LAST_SPACE && font_of(s, element) == font;
         element++)
        count +=
            element->kind == ELEMENT_TEXT ? element->shape->runs[0].count : 1;
    return count < GLYPHS_MAX ? count : GLYPHS_MAX;
}

static void open_item(struct setter *s, const struct element *element,
                      const struct font *font)
{
    s->open = true;
    s->span = element->span;
    s->level = element->level;
    s->text = (struct buf){.arena = s->context->arena};
    s->glyph_cap = count_glyphs(s, element, font);
    s->item = (struct item){
        .glyphs =
            vec_room(s->context->arena, s->glyph_cap, sizeof *s->item.glyphs),
        .kind = ITEM_TEXT,
        .role = s->context->role,
        .element = element->span->element,
        .x = s->x,
        .y = s->baseline - element->span->raise,
        .colour = element->span->style.colour,
        .font = font,
        .size = element->span->style.size,
        .expansion = element->expansion,
        .hidden = element->span->kind == SPAN_LEVEL,
        .actual_text = element->actual_text,
        .goes_on = element->goes_on,
    };
}

// Makes the open item fit for glyphs of font in the element's style.
static void prepare(struct setter *s, const struct element *element,
                    const struct font *font)
{
    if (s->open && s->item.font == font && !s->item.actual_text.ptr &&
        !element->actual_text.ptr && same_style(s->span, element->span) &&
        s->level == 0 && element->level == 0)
        return;
    close_item(s);
    open_item(s, element, font);
}

static void push_glyph(struct setter *s, const struct glyph *glyph,
                       uint32_t cluster, sp advance)
{
    struct item *item = &s->item;
    struct placed_glyph placed = {
        .id = glyph->id, .cluster = cluster, .advance = advance};

    if (glyph->x_offset != 0)
        placed.x_offset =
            sp_mul_div(font_scale(item->font, glyph->x_offset, item->size),
                       1000 + item->expansion, 1000);
    if (glyph->y_offset != 0)
        placed.y_offset = font_scale(item->font, glyph->y_offset, item->size);

    if (item->glyph_count == s->glyph_cap)
        item->glyphs = vec_grow(s->context->arena, item->glyphs, &s->glyph_cap,
                                sizeof *item->glyphs);
    item->glyphs[item->glyph_count++] = placed;
}

static void report_missing(struct setter *s, const struct element *element,
                           struct str text)
{
    for (size_t offset = 0; offset < text.len;) {
        size_t start = offset;
        uint32_t rune = utf8_next(text, &offset);

        diag_warning(s->context->diags, element->span->pos,
                     STR("install a font that has it, or put one into a "
                         "folder fonts/ beside the profile"),
                     "no font has the character %.*s (U+%04X)",
                     (int)(offset - start), text.ptr + start, rune);
    }
}

static sp run_width(const struct glyph_run *run, const struct element *element)
{
    sp width = 0;

    for (size_t i = 0; i < run->count; i++)
        width += glyph_advance(run, &run->glyphs[i], element->span->style.size,
                               element->expansion);
    return width;
}

static void set_run(struct setter *s, const struct element *element,
                    const struct glyph_run *run)
{
    size_t base;

    if (run->missing)
        report_missing(s, element,
                       str_slice(element->text, run->start, run->end));
    prepare(s, element, run->font);
    base = s->text.len;
    buf_add(&s->text, str_slice(element->text, run->start, run->end));
    for (size_t i = 0; i < run->count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        sp advance =
            glyph_advance(run, glyph, s->item.size, element->expansion);

        push_glyph(s, glyph, (uint32_t)(base + glyph->cluster - run->start),
                   advance);
        s->x += advance;
    }
}

// Runs are given as they are drawn from left to right; they are set in the
// order of the text, each at its place, which is mirrored if the page is.
static void set_runs(struct setter *s, const struct element *element)
{
    const struct shape *shape = element->shape;
    sp start = s->x;
    sp end = start + element_text_width(element);
    bool backwards = element->level % 2 == 1;

    for (size_t i = 0; i < shape->count; i++) {
        size_t number = backwards ? shape->count - 1 - i : i;
        sp before = 0;

        for (size_t j = 0; j < number; j++)
            before += run_width(&shape->runs[j], element);
        close_item(s);
        s->x = s->context->rtl
                   ? end - before - run_width(&shape->runs[number], element)
                   : start + before;
        set_run(s, element, &shape->runs[number]);
    }
    close_item(s);
    s->x = end;
}

static void set_text(struct setter *s, const struct element *element)
{
    if (element->level > 0 && element->shape->count > 1) {
        set_runs(s, element);
        return;
    }
    for (size_t i = 0; i < element->shape->count; i++)
        set_run(s, element, &element->shape->runs[i]);
}

// A space is drawn as a glyph, stretched by its advance: words that are only
// placed apart run together in some extractors.
static void set_glue(struct setter *s, const struct element *element)
{
    const struct shape *space =
        span_font_next(s->context, &s->font, element->span)->space;
    const struct glyph_run *run = &space->runs[0];

    if (space->count == 0 || run->count == 0)
        return;
    prepare(s, element, run->font);
    push_glyph(s, &run->glyphs[0], (uint32_t)s->text.len, element->width);
    buf_add_char(&s->text, ' ');
    s->x += element->width;
}

// The space at which a line ended is drawn too, for words are told apart by
// spaces (ISO 32000-1, 14.8.2.5); it takes no room.
static void set_last_space(struct setter *s, const struct element *element)
{
    sp x = s->x;

    set_glue(s, element);
    s->x = x;
}

// The space that ends a paragraph is the layout's own and no part of the text.
// Behind a formula, or what has another text than its own, it stands alone.
static void set_end_space(struct setter *s, const struct element *element)
{
    bool alone = !s->open || s->item.actual_text.ptr;
    const struct font *font = alone ? font_of(s, element) : s->item.font;
    uint32_t id = font ? font_glyph(font, ' ') : 0;
    struct placed_glyph *glyph;

    if (id == 0)
        return;
    if (alone) {
        close_item(s);
        open_item(s, element, font);
    }
    glyph = arena_new_of(s->context->arena, struct placed_glyph);
    *glyph = (struct placed_glyph){.id = id, .advance = element->width};
    s->item.end_space = glyph;
    if (alone) { // neither a link nor underlined
        vec_push(s->context->arena, &s->piece->items, s->item);
        s->open = false;
    }
}

static void set_icon(struct setter *s, const struct element *element)
{
    const struct span *span = element->span;
    sp width = sp_mul_div(span->style.size, element->outline->advance,
                          element->outline->units_per_em);
    struct item item = {
        .kind = ITEM_ICON,
        .role = ROLE_ARTIFACT,
        .x = s->x + (element->width - width) / 2, // in the middle of its box
        .y = s->baseline - span->raise,
        .width = width,
        .colour = span->style.colour,
        .size = span->style.size,
        .outline = element->outline,
        .label = span->label,
    };

    close_item(s);
    vec_push(s->context->arena, &s->piece->items, item);
    add_link(s, span, s->x, element->width);
    s->x += element->width;
}

// Draws a level and sets its word beneath it, as wide as it, for programs
// that extract text.
static void set_level(struct setter *s, const struct element *element)
{
    struct element word = *element;
    sp natural;
    sp x = s->x;

    close_item(s);
    level_draw(s->context, element->span, x, s->baseline, s->piece);
    word.shape = span_shape(s->context, element->span, element->text);
    natural = shape_width(word.shape, element->span->style.size);
    if (natural > 0)
        word.expansion =
            (int)(sp_mul_div(element->width, 1000, natural) - 1000);
    set_text(s, &word);
    close_item(s);
    s->x = x + element->width;
}

static void set_formula(struct setter *s, const struct element *element)
{
    close_item(s);
    formula_draw(s->context, element->span, element->formula, s->x, s->baseline,
                 s->piece);
    if (element->span->url.len > 0)
        add_link(s, element->span, s->x, element->width);
    s->x += element->width;
}

static void set_kern(struct setter *s, const struct element *element)
{
    close_item(s);
    add_link(s, element->span, s->x, element->width);
    s->x += element->width;
}

// The names of the place where a span begins, on the first of its lines.
static void add_anchors(struct setter *s, const struct span *span)
{
    if (span->anchors.len == 0 || s->context->anchored == span)
        return;
    s->context->anchored = span;
    for (size_t i = 0; i < span->anchors.len; i++)
        vec_push(s->context->arena, &s->piece->anchors, span->anchors.ptr[i]);
}

void line_set(struct layout_context *context,
              const struct element_list *elements, sp x, sp baseline,
              struct piece *piece)
{
    struct setter s = {.context = context,
                       .piece = piece,
                       .end = elements->ptr + elements->len,
                       .baseline = baseline,
                       .x = x,
                       .rules = {context->arena, piece, baseline, {0}}};

    for (size_t i = 0; i < elements->len; i++) {
        const struct element *element = &elements->ptr[i];

        // In text of one direction each begins where the last one ends.
        if (s.x != x + element->x) {
            close_item(&s);
            s.x = x + element->x;
        }
        add_anchors(&s, element->span);
        switch (element->kind) {
        case ELEMENT_TEXT:
            set_text(&s, element);
            break;
        case ELEMENT_GLUE:
        case ELEMENT_FIXED_SPACE:
            set_glue(&s, element);
            break;
        case ELEMENT_LAST_SPACE:
            set_last_space(&s, element);
            break;
        case ELEMENT_END_SPACE:
            set_end_space(&s, element);
            break;
        case ELEMENT_KERN:
            set_kern(&s, element);
            break;
        case ELEMENT_ICON:
            if (element->span->kind == SPAN_LEVEL)
                set_level(&s, element);
            else
                set_icon(&s, element);
            break;
        case ELEMENT_FORMULA:
            set_formula(&s, element);
            break;
        }
    }
    close_item(&s);
}
