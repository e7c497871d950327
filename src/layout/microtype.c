// SPDX-License-Identifier: MIT
// The width that counts is that of the character alone, without kerning.
#include "layout/microtype.h"

#include "base/utf8.h"
#include "text/protrusion.h"

#define MAX_RUNE_BYTES 4

static sp hang(const struct layout_context *context, const struct span *span,
               struct str character, bool left)
{
    const struct shape *shape = span_shape(context, span, character);
    struct protrusion protrusion;
    size_t offset = 0;

    if (shape->count == 0)
        return 0;
    protrusion =
        protrusion_lookup(shape->runs[0].font, utf8_next(character, &offset));
    if (protrusion.left == 0 && protrusion.right == 0)
        return 0;
    return shape_width(shape, span->style.size) *
           (left ? protrusion.left : protrusion.right) / 1000;
}

sp hang_left(const struct layout_context *context, const struct span *span,
             struct str text)
{
    size_t end = 0;

    if (text.len == 0)
        return 0;
    (void)utf8_next(text, &end);
    return hang(context, span, str_slice(text, 0, end), true);
}

sp hang_right(const struct layout_context *context, const struct span *span,
              struct str text)
{
    size_t start = text.len;

    if (text.len == 0)
        return 0;
    do
        start--;
    while (start > 0 && text.len - start < MAX_RUNE_BYTES &&
           ((unsigned char)text.ptr[start] & 0xC0) == 0x80);
    return hang(context, span, str_slice(text, start, text.len), false);
}
