// SPDX-License-Identifier: MIT
// The width that counts is that of the character alone, without kerning.
#include "layout/microtype.h"

#include "base/utf8.h"
#include "layout/span_font.h"
#include "text/protrusion.h"

#define MAX_RUNE_BYTES 4
#define ASCII_COUNT 0x80

struct hang {
    sp left;
    sp right;
};

// Of the characters that most words begin and end with.
struct span_hang {
    bool known[ASCII_COUNT];
    struct hang of[ASCII_COUNT];
};

static struct hang measure(const struct layout_context *context,
                           const struct span *span, struct str character)
{
    const struct shape *shape = span_shape(context, span, character);
    struct protrusion protrusion;
    size_t offset = 0;
    sp width;

    if (shape->count == 0)
        return (struct hang){0, 0};
    protrusion =
        protrusion_lookup(shape->runs[0].font, utf8_next(character, &offset));
    if (protrusion.left == 0 && protrusion.right == 0)
        return (struct hang){0, 0};
    width = shape_width(shape, span->style.size);
    return (struct hang){width * protrusion.left / 1000,
                         width * protrusion.right / 1000};
}

static struct hang hang_of(const struct layout_context *context,
                           struct span_font *font, const struct span *span,
                           struct str character)
{
    unsigned char first = (unsigned char)character.ptr[0];

    if (first >= ASCII_COUNT || character.len > 1)
        return measure(context, span, character);
    if (!font->hang)
        font->hang = arena_new_of(context->arena, struct span_hang);
    if (!font->hang->known[first]) {
        font->hang->known[first] = true;
        font->hang->of[first] = measure(context, span, character);
    }
    return font->hang->of[first];
}

sp hang_left(const struct layout_context *context, struct span_font *font,
             const struct span *span, struct str text)
{
    size_t end = 0;

    if (text.len == 0)
        return 0;
    (void)utf8_next(text, &end);
    return hang_of(context, font, span, str_slice(text, 0, end)).left;
}

sp hang_right(const struct layout_context *context, struct span_font *font,
              const struct span *span, struct str text)
{
    size_t start = text.len;

    if (text.len == 0)
        return 0;
    do
        start--;
    while (start > 0 && text.len - start < MAX_RUNE_BYTES &&
           ((unsigned char)text.ptr[start] & 0xC0) == 0x80);
    return hang_of(context, font, span, str_slice(text, start, text.len)).right;
}
