// SPDX-License-Identifier: MIT
// The last one is asked first, for a style goes on for many words. Of the
// style counts all that shape_style_of() and span_shape() read.
#include "layout/span_font.h"

struct known {
    struct text_style style;
    struct str language;
    const struct language *around; // the document's
    struct span_font *font;
};
VEC_DECLARE(known_list, struct known);

struct span_fonts {
    struct arena *arena;
    struct known_list known;
    size_t last;
};

struct span_fonts *span_fonts_new(struct arena *arena)
{
    struct span_fonts *fonts = arena_new_of(arena, struct span_fonts);

    fonts->arena = arena;
    return fonts;
}

static bool same_text(struct str a, struct str b)
{
    return a.len == b.len && (a.ptr == b.ptr || str_eq(a, b));
}

static bool is_of(const struct known *known,
                  const struct layout_context *context, const struct span *span)
{
    const struct text_style *a = &known->style;
    const struct text_style *b = &span->style;

    return a->size == b->size && a->weight == b->weight &&
           a->italic == b->italic && a->code == b->code &&
           a->script == b->script && a->small_caps == b->small_caps &&
           a->small_caps_tracking == b->small_caps_tracking &&
           a->capitals_tracking == b->capitals_tracking &&
           a->figures == b->figures && a->figure_width == b->figure_width &&
           known->around == context->language &&
           same_text(a->family, b->family) &&
           same_text(known->language, span->language);
}

static struct span_font *font_new(const struct layout_context *context,
                                  const struct span *span)
{
    struct span_font *font =
        arena_new_of(context->span_fonts->arena, struct span_font);
    struct shape_style capitals = shape_style_of(context, span);

    font->style = capitals;
    font->face = shape_face_of(context->fonts, &font->style);
    capitals.features |= SHAPE_CASE;
    capitals.tracking = span->style.capitals_tracking;
    font->capitals = shape_face_of(context->fonts, &capitals);
    font->space = shape_in_face(context->fonts, &font->face, STR(" "));
    font->space_width = shape_width(font->space, span->style.size);
    return font;
}

struct span_font *span_font_of(const struct layout_context *context,
                               const struct span *span)
{
    struct span_fonts *fonts = context->span_fonts;
    struct known known = {.style = span->style,
                          .language = span->language,
                          .around = context->language};

    if (fonts->last < fonts->known.len &&
        is_of(&fonts->known.ptr[fonts->last], context, span))
        return fonts->known.ptr[fonts->last].font;
    for (size_t i = 0; i < fonts->known.len; i++)
        if (is_of(&fonts->known.ptr[i], context, span)) {
            fonts->last = i;
            return fonts->known.ptr[i].font;
        }
    known.font = font_new(context, span);
    fonts->last = fonts->known.len;
    vec_push(fonts->arena, &fonts->known, known);
    return known.font;
}
