// SPDX-License-Identifier: MIT
// Size and height come from the family's upright regular face, so that bold
// or slanted scripts stand as high as others.
#include "layout/script.h"

#include "base/superscript.h"
#include "base/utf8.h"

// Medium of regular; semibold would be too heavy.
#define WEIGHT_STEP 100
#define WEIGHT_MAX 900

// Compares two shapes of one text: true if every glyph but those of blanks
// has become another of the same font.
static bool all_replaced(const struct shape *plain, const struct shape *raised,
                         struct str text)
{
    if (plain->count != 1 || raised->count != 1 ||
        plain->runs[0].font != raised->runs[0].font ||
        plain->runs[0].count != raised->runs[0].count)
        return false;
    for (size_t i = 0; i < plain->runs[0].count; i++) {
        const struct glyph *a = &plain->runs[0].glyphs[i];
        const struct glyph *b = &raised->runs[0].glyphs[i];

        if (a->cluster != b->cluster ||
            (a->id == b->id && !ascii_is_space(text.ptr[a->cluster])))
            return false;
    }
    return plain->runs[0].count > 0;
}

static bool has_own_glyphs(struct layout_context *context,
                           const struct span *span)
{
    struct shape_style style = shape_style_of(context, span);
    const struct shape *raised = shape_text(context->fonts, &style, span->text);

    style.features &= ~(unsigned)(SHAPE_SUPERSCRIPT | SHAPE_SUBSCRIPT);
    return all_replaced(shape_text(context->fonts, &style, span->text), raised,
                        span->text);
}

// Whether the face has the superscripts of Unicode, all figures, lest two
// numbers stand at different heights, and those of the text.
static bool has_characters(const struct layout_context *context,
                           const struct span *span)
{
    static const uint32_t figures[] = {0xB9,   0xB2,   0xB3,   0x2070, 0x2074,
                                       0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
    enum font_match match;
    const struct font *font = font_store_lookup(
        context->fonts, shape_style_of(context, span).query, &match);

    for (size_t i = 0; font && i < sizeof figures / sizeof *figures; i++)
        if (!font_has_rune(font, figures[i]))
            return false;
    for (size_t offset = 0; font && offset < span->reading.len;) {
        uint32_t rune = utf8_next(span->reading, &offset);

        if (rune < 0x80 || !font_has_rune(font, rune))
            return false;
    }
    return font && span->reading.len > 0;
}

// Smaller letters look lighter: the family's next weight sets it off, if it
// has one. A face drawn for the small size needs none.
static int heavier(struct layout_context *context, const struct span *span)
{
    struct font_query query = shape_style_of(context, span).query;
    enum font_match match;

    query.weight += WEIGHT_STEP;
    if (query.weight > WEIGHT_MAX)
        return span->style.weight;
    (void)font_store_lookup(context->fonts, query, &match);
    return match == FONT_EXACT ? query.weight : span->style.weight;
}

static void make_small(struct layout_context *context, struct span *span)
{
    struct font_query query = shape_style_of(context, span).query;
    enum font_match match;
    bool super = span->style.script == SCRIPT_SUPER;
    sp size = span->style.size;
    const struct font *font;
    const struct font_metrics *metrics;

    query.weight = 400;
    query.italic = false;
    font = font_store_lookup(context->fonts, query, &match);
    span->style.script = SCRIPT_NONE;
    if (!font)
        return;
    metrics = font_metrics(font);
    span->raise += super ? font_scale(font, metrics->superscript_raise, size)
                         : -font_scale(font, metrics->subscript_drop, size);
    span->style.size = font_scale(
        font, super ? metrics->superscript_size : metrics->subscript_size,
        size);
    span->style.weight = heavier(context, span);
}

const struct span *script_span(struct layout_context *context,
                               const struct span *span)
{
    struct span *script = arena_new_of(context->scratch, struct span);

    *script = *span;
    // A logo's text goes into the items.
    script->text = superscript_plain(context->arena, span->text);
    if (!str_eq(script->text, span->text))
        script->reading = span->text;
    if (!span->logo && has_own_glyphs(context, script))
        return script;
    if (has_characters(context, script)) {
        script->text = script->reading;
    } else {
        make_small(context, script);
    }
    return script;
}

bool span_is_raised(const struct span *span)
{
    return span->style.script != SCRIPT_NONE || span->raise != 0;
}

// Copies the shape with clusters that count in another text of as many
// characters.
static struct shape *shape_of_name(struct layout_context *context,
                                   const struct shape *shape, struct str text,
                                   struct str name)
{
    size_t *place = arena_array_of(context->scratch, text.len + 1, size_t);
    struct shape *copy = arena_new_of(context->scratch, struct shape);
    size_t in_name = 0;

    for (size_t offset = 0; offset < text.len;) {
        place[offset] = in_name;
        (void)utf8_next(text, &offset);
        (void)utf8_next(name, &in_name);
    }
    place[text.len] = name.len;
    copy->count = shape->count;
    copy->runs =
        arena_array_of(context->scratch, shape->count, struct glyph_run);
    for (size_t i = 0; i < shape->count; i++) {
        struct glyph_run *run = &copy->runs[i];

        *run = shape->runs[i];
        run->start = place[run->start];
        run->end = place[run->end];
        run->glyphs =
            arena_array_of(context->scratch, run->count, struct glyph);
        for (size_t j = 0; j < run->count; j++) {
            run->glyphs[j] = shape->runs[i].glyphs[j];
            run->glyphs[j].cluster =
                (uint32_t)place[shape->runs[i].glyphs[j].cluster];
        }
    }
    return copy;
}

void atom_rename(struct layout_context *context, struct atom *atom,
                 struct str name)
{
    if (str_eq(atom->text, name))
        return;
    atom->shape = shape_of_name(context, atom->shape, atom->text, name);
    atom->text = name;
}

void script_name(struct layout_context *context, struct atom *atom)
{
    struct str name = atom->span->reading;

    if (name.len > 0 && str_eq(atom->text, atom->span->text))
        atom_rename(context, atom, name);
}
