// SPDX-License-Identifier: MIT
// HarfBuzz's view of the MATH table. Text faces have none: italic correction
// and the places of accents then come from the ink.
#include "text/math_font.h"

#include "text/store.h"

#include <hb-ot.h>

// Beside families that name none in their manifests.
#define DEFAULT_MATH_FAMILY "STIX Math"

static const struct font *open_math(struct font_store *store, const char *name)
{
    const struct family *family = family_lookup(str_from_cstr(name));
    struct font_query query = {.weight = 400};
    enum font_match match;
    const struct font *font =
        family ? font_store_open_family(store, family, query, &match) : NULL;

    return font && hb_ot_math_has_data(font->face) ? font : NULL;
}

struct math_fonts math_fonts_lookup(struct font_store *store,
                                    struct font_query query)
{
    const struct font_choice *choice = font_store_choose(store, query);
    const char *own = choice->family ? choice->family->math : NULL;
    struct math_fonts fonts = {0};

    // Only what the manifests name: any other would be a surprise.
    if (own)
        fonts.math = open_math(store, own);
    fonts.same_design = fonts.math != NULL;
    if (!fonts.math)
        fonts.math = open_math(store, DEFAULT_MATH_FAMILY);
    if (!fonts.math)
        fonts.math = open_math(store, "Latin Modern Math");
    return fonts;
}

int math_constant(const struct font *font, enum math_constant constant)
{
    static const hb_ot_math_constant_t constants[] = {
        [MATH_SCRIPT_PERCENT] = HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN,
        [MATH_SCRIPT_SCRIPT_PERCENT] =
            HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN,
        [MATH_AXIS_HEIGHT] = HB_OT_MATH_CONSTANT_AXIS_HEIGHT,
        [MATH_ACCENT_BASE_HEIGHT] = HB_OT_MATH_CONSTANT_ACCENT_BASE_HEIGHT,
        [MATH_SUBSCRIPT_SHIFT_DOWN] = HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN,
        [MATH_SUBSCRIPT_TOP_MAX] = HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX,
        [MATH_SUBSCRIPT_DROP_MIN] =
            HB_OT_MATH_CONSTANT_SUBSCRIPT_BASELINE_DROP_MIN,
        [MATH_SUPERSCRIPT_SHIFT_UP] = HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP,
        [MATH_SUPERSCRIPT_SHIFT_UP_CRAMPED] =
            HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP_CRAMPED,
        [MATH_SUPERSCRIPT_BOTTOM_MIN] =
            HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN,
        [MATH_SUPERSCRIPT_DROP_MAX] =
            HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX,
        [MATH_SUB_SUPERSCRIPT_GAP_MIN] =
            HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN,
        [MATH_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT] =
            HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT,
        [MATH_SPACE_AFTER_SCRIPT] = HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT,
        [MATH_NUMERATOR_SHIFT_UP] =
            HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_SHIFT_UP,
        [MATH_DENOMINATOR_SHIFT_DOWN] =
            HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_SHIFT_DOWN,
        [MATH_NUMERATOR_GAP_MIN] =
            HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_GAP_MIN,
        [MATH_FRACTION_RULE_THICKNESS] =
            HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS,
        [MATH_DENOMINATOR_GAP_MIN] =
            HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_GAP_MIN,
        [MATH_RADICAL_GAP] = HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP,
        [MATH_RADICAL_RULE_THICKNESS] =
            HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS,
    };

    return hb_ot_math_get_constant(font->hb, constants[constant]);
}

struct math_glyph math_glyph_measure(const struct font *font, uint32_t id)
{
    hb_glyph_extents_t extents = {0};
    struct math_glyph glyph = {.id = id};

    (void)hb_font_get_glyph_extents(font->hb, id, &extents);
    glyph.advance = hb_font_get_glyph_h_advance(font->hb, id);
    glyph.height = extents.y_bearing;
    glyph.depth = -(extents.y_bearing + extents.height);
    glyph.left = extents.x_bearing;
    glyph.right = extents.x_bearing + extents.width;
    if (hb_ot_math_has_data(font->face)) {
        glyph.italic = hb_ot_math_get_glyph_italics_correction(font->hb, id);
        glyph.attach = hb_ot_math_get_glyph_top_accent_attachment(font->hb, id);
    } else {
        glyph.italic =
            glyph.right > glyph.advance ? glyph.right - glyph.advance : 0;
        glyph.attach = (glyph.left + glyph.right) / 2;
    }
    return glyph;
}

// The form of a glyph for scripts, by the feature ssty.
static hb_codepoint_t script_form(const struct font *font, uint32_t rune,
                                  int level, hb_codepoint_t id)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_feature_t feature = {.tag = HB_TAG('s', 's', 't', 'y'),
                            .value = (uint32_t)level,
                            .start = HB_FEATURE_GLOBAL_START,
                            .end = HB_FEATURE_GLOBAL_END};
    const hb_glyph_info_t *infos;
    unsigned count;

    hb_buffer_add_codepoints(buffer, &rune, 1, 0, 1);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_MATH);
    hb_shape(font->hb, buffer, &feature, 1);
    infos = hb_buffer_get_glyph_infos(buffer, &count);
    if (count == 1)
        id = infos[0].codepoint;
    hb_buffer_destroy(buffer);
    return id;
}

bool math_glyph_lookup(const struct font *font, uint32_t rune, int level,
                       struct math_glyph *glyph)
{
    hb_codepoint_t id;

    if (!hb_font_get_nominal_glyph(font->hb, rune, &id))
        return false;
    if (level > 0 && hb_ot_math_has_data(font->face))
        id = script_form(font, rune, level, id);
    *glyph = math_glyph_measure(font, id);
    return true;
}

struct math_glyph math_glyph_variant(const struct font *font,
                                     const struct math_glyph *glyph, int height)
{
    struct math_glyph best = *glyph;

    for (unsigned i = 0; best.height + best.depth < height; i++) {
        hb_ot_math_glyph_variant_t variant;
        unsigned count = 1;

        hb_ot_math_get_glyph_variants(font->hb, glyph->id, HB_DIRECTION_BTT, i,
                                      &count, &variant);
        if (count == 0)
            break;
        best = math_glyph_measure(font, variant.glyph);
    }
    return best;
}

int math_kern(const struct font *font, uint32_t id, bool top, int height)
{
    if (!hb_ot_math_has_data(font->face))
        return 0;
    return hb_ot_math_get_glyph_kerning(
        font->hb, id,
        top ? HB_OT_MATH_KERN_TOP_RIGHT : HB_OT_MATH_KERN_BOTTOM_RIGHT, height);
}
