// SPDX-License-Identifier: MIT
// Subsetting with hb-subset. Only the tables that a PDF reader needs are
// kept: text is drawn by glyph id, so that no table for layout, naming or
// character lookup is of use. Dropping fvar and its kin leaves the default
// instance of a variable font.
#include "text/subset.h"

#include "text/cff.h"
#include "text/face.h"

#include <hb-subset.h>

static bool is_needed(hb_tag_t tag)
{
    // PDF 1.7, 9.9, and CFF, which is taken out of its sfnt afterwards.
    static const hb_tag_t needed[] = {
        HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
        HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
        HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
        HB_TAG('C', 'F', 'F', ' '),
    };

    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++)
        if (needed[i] == tag)
            return true;
    return false;
}

static void drop_tables(hb_face_t *face, hb_set_t *dropped)
{
    unsigned total = hb_face_get_table_tags(face, 0, NULL, NULL);

    for (unsigned i = 0; i < total; i++) {
        hb_tag_t tag;
        unsigned count = 1;

        hb_face_get_table_tags(face, i, &count, &tag);
        if (count == 1 && !is_needed(tag))
            hb_set_add(dropped, tag);
    }
}

static hb_subset_input_t *input_new(hb_face_t *face, const uint32_t *ids,
                                    size_t count, bool cff)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_set_t *glyphs;
    unsigned flags = HB_SUBSET_FLAGS_NOTDEF_OUTLINE;

    if (!input)
        return NULL;
    // TrueType instructions are programs that need tables of their own and
    // are often larger than the outlines; CFF hints cost little.
    if (!cff)
        flags |= HB_SUBSET_FLAGS_NO_HINTING;
    hb_subset_input_set_flags(input, flags);
    glyphs = hb_subset_input_glyph_set(input);
    hb_set_add(glyphs, 0);
    for (size_t i = 0; i < count; i++)
        hb_set_add(glyphs, ids[i]);
    drop_tables(face,
                hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG));
    return input;
}

static struct str copy_blob(struct arena *arena, hb_blob_t *blob)
{
    unsigned size;
    const char *data = hb_blob_get_data(blob, &size);
    struct str copy = str_copy(arena, (struct str){data, size});

    hb_blob_destroy(blob);
    return copy;
}

static void map_glyphs(struct arena *arena, const struct font *font,
                       const hb_subset_plan_t *plan, struct subset *subset)
{
    const hb_map_t *map = hb_subset_plan_new_to_old_glyph_mapping(plan);
    uint32_t *old_ids = arena_array_of(arena, subset->glyph_count, uint32_t);
    int *advances = arena_array_of(arena, subset->glyph_count, int);

    for (size_t i = 0; i < subset->glyph_count; i++) {
        old_ids[i] = hb_map_get(map, (hb_codepoint_t)i);
        advances[i] = hb_font_get_glyph_h_advance(font->hb, old_ids[i]);
    }
    subset->old_ids = old_ids;
    subset->advances = advances;
}

static bool fill_subset(struct arena *arena, const struct font *font,
                        const hb_subset_plan_t *plan, hb_face_t *face, bool cff,
                        struct subset *subset)
{
    subset->format = cff ? SUBSET_CFF : SUBSET_TRUETYPE;
    subset->glyph_count =
        hb_map_get_population(hb_subset_plan_new_to_old_glyph_mapping(plan));
    subset->data = copy_blob(
        arena, cff ? hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '))
                   : hb_face_reference_blob(face));
    subset->cids = NULL;
    map_glyphs(arena, font, plan, subset);
    if (subset->data.len == 0)
        return false;
    return !cff || cff_read_cids(arena, subset->data, subset->glyph_count,
                                 &subset->cids);
}

static bool has_cff(hb_face_t *face)
{
    hb_blob_t *blob = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    bool found = hb_blob_get_length(blob) > 0;

    hb_blob_destroy(blob);
    return found;
}

bool subset_font(struct arena *arena, const struct font *font,
                 const uint32_t *ids, size_t count, struct subset *subset)
{
    bool cff = has_cff(font->face);
    hb_subset_input_t *input = input_new(font->face, ids, count, cff);
    hb_subset_plan_t *plan;
    hb_face_t *face;
    bool done = false;

    if (!input)
        return false;
    plan = hb_subset_plan_create_or_fail(font->face, input);
    face = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    if (face) {
        done = fill_subset(arena, font, plan, face, cff, subset);
        hb_face_destroy(face);
    }
    if (plan)
        hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return done;
}
