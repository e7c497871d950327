// SPDX-License-Identifier: MIT
// What is in the pages and does not go with a standard, or with a font's
// licence. All that vita draws by itself conforms, photos are checked when
// they are read; fonts come from elsewhere.
#include "pdf/pdf.h"

struct checker {
    const struct pdf_options *options;
    const struct design *design;
    struct diags *diags;
};

// Returns where the font's family, or one of its styles, was asked for; of a
// font that has another name or stands in for another, where that of the body
// was.
static struct pos font_place(const struct checker *checker,
                             const struct font *font)
{
    struct arena *arena = diags_arena(checker->diags);
    const struct face_style *faces = checker->design->typography.faces;
    struct str family = str_ascii_lower(arena, font_family_name(font));

    for (int i = 0; i < FACE_ROLES; i++)
        if (str_starts(str_ascii_lower(arena, faces[i].family.str), family))
            return faces[i].family.pos;
    return faces[FACE_BODY].family.pos;
}

static void check_font(const struct checker *checker, const struct font *font)
{
    static const char *const reasons[] = {
        [FONT_MAY_EMBED] = NULL,
        [FONT_RESTRICTED] = "its licence forbids embedding",
        [FONT_NO_SUBSET] = "its licence forbids to embed a part of it",
        [FONT_BITMAPS_ONLY] = "its licence allows to embed bitmaps only",
    };
    const char *reason = reasons[font_rights(font)];
    struct str name = font_postscript_name(font);
    struct pos pos;

    if (!reason)
        return;
    pos = font_place(checker, font);
    if (checker->options->conformance)
        diag_error(checker->diags, pos,
                   STR("take another font, or write conformance: [] in "
                       "settings.pdf if you have a licence"),
                   "the font %.*s cannot be used: %s, and the standards want "
                   "fonts that may be embedded (ISO 19005-2, 6.2.11.4; ISO "
                   "14289-1, 7.21.4)",
                   STR_ARG(name), reason);
    else
        diag_warning(checker->diags, pos,
                     STR("ask its maker for a licence, or take another font"),
                     "the font %.*s goes into the PDF, although %s",
                     STR_ARG(name), reason);
}

void pdf_check(const struct pages *pages, const struct pdf_options *options,
               const struct design *design, struct diags *diags)
{
    struct checker checker = {options, design, diags};
    const struct font *last = NULL;

    for (size_t p = 0; p < pages->pages.len; p++)
        for (size_t i = 0; i < pages->pages.ptr[p].items.len; i++) {
            const struct item *item = &pages->pages.ptr[p].items.ptr[i];

            // Neighbours mostly share a font; the others are told once.
            if (item->kind == ITEM_TEXT && item->font && item->font != last)
                check_font(&checker, item->font);
            if (item->kind == ITEM_TEXT)
                last = item->font;
        }
}
