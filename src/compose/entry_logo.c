// SPDX-License-Identifier: MIT
// The logo of an entry: a picture in a box at the left of its text. Beside the
// name of a company it is decoration, unless the profile says what it shows.
#include "compose/entry_parts.h"
#include "compose/parts.h"

// The height of capitals in most typefaces, in per cent of the size.
#define CAP_PERCENT 66

bool section_has_logos(const struct entry_list *entries)
{
    for (size_t i = 0; i < entries->len; i++)
        if (entries->ptr[i].logo.str.len > 0 ||
            section_has_logos(&entries->ptr[i].entries))
            return true;
    return false;
}

// By default from the top of the first line to the baseline of the second.
sp logo_height(const struct context *context)
{
    const struct design *design = context->design;

    if (design->entries.logo.height != LENGTH_AUTO)
        return design->entries.logo.height;
    return 2 * context->styles[FACE_BODY].size * CAP_PERCENT / 100 +
           design->typography.line_spacing;
}

struct block entry_logo(const struct context *context,
                        const struct entry *entry)
{
    struct block cell = {.kind = BLOCK_STACK};
    struct block image = {
        .kind = BLOCK_IMAGE,
        .image_path = entry->logo,
        .image_alt = entry->logo_alt.str,
        .image_width = context->design->entries.logo.width,
        .image_height = logo_height(context),
        .image_boxed = true,
        .decorative = entry->logo_alt.str.len == 0,
    };

    if (!context->logos || entry->logo.str.len == 0)
        return cell;
    image.image_path.str =
        path_resolve(context->arena, context->folder, entry->logo.str);
    vec_push(context->arena, &cell.children, image);
    return cell;
}
