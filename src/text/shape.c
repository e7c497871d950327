// SPDX-License-Identifier: MIT
// Shaping with HarfBuzz and the cache of shaped texts: a hash table with open
// addressing, emptied by font_store_trim() alone.
#include "text/shape.h"

#include "base/utf8.h"
#include "text/itemise.h"
#include "text/store.h"

#include <limits.h>

// What a bit of enum shape_feature switches on or off.
static const struct feature {
    unsigned bit;
    hb_tag_t tag;
    uint32_t value;
} feature_table[] = {
    {SHAPE_SMALL_CAPS, HB_TAG('s', 'm', 'c', 'p'), 1},
    {SHAPE_NO_LIGATURES, HB_TAG('l', 'i', 'g', 'a'), 0},
    {SHAPE_NO_LIGATURES, HB_TAG('c', 'l', 'i', 'g'), 0},
    // Programmers' fonts draw "!=" as one sign by it.
    {SHAPE_NO_LIGATURES, HB_TAG('c', 'a', 'l', 't'), 0},
    {SHAPE_OLD_STYLE_FIGURES, HB_TAG('o', 'n', 'u', 'm'), 1},
    {SHAPE_LINING_FIGURES, HB_TAG('l', 'n', 'u', 'm'), 1},
    {SHAPE_PROPORTIONAL_FIGURES, HB_TAG('p', 'n', 'u', 'm'), 1},
    {SHAPE_TABULAR_FIGURES, HB_TAG('t', 'n', 'u', 'm'), 1},
    {SHAPE_FRACTIONS, HB_TAG('f', 'r', 'a', 'c'), 1},
    {SHAPE_CASE, HB_TAG('c', 'a', 's', 'e'), 1},
    {SHAPE_SUPERSCRIPT, HB_TAG('s', 'u', 'p', 's'), 1},
    {SHAPE_SUBSCRIPT, HB_TAG('s', 'u', 'b', 's'), 1},
};

#define FEATURE_COUNT (sizeof feature_table / sizeof feature_table[0])

static unsigned set_features(unsigned features,
                             hb_feature_t list[FEATURE_COUNT])
{
    unsigned count = 0;

    for (size_t i = 0; i < FEATURE_COUNT; i++)
        if (features & feature_table[i].bit)
            list[count++] = (hb_feature_t){
                .tag = feature_table[i].tag,
                .value = feature_table[i].value,
                .start = HB_FEATURE_GLOBAL_START,
                .end = HB_FEATURE_GLOBAL_END,
            };
    return count;
}

// Digits of scripts that run from right to left run from left to right.
static bool runs_rtl(const struct text_item *item, const struct shape_slot *key)
{
    if (key->rtl)
        return true;
    if (hb_script_get_horizontal_direction(item->script) != HB_DIRECTION_RTL)
        return false;
    for (size_t at = item->start; at < item->end;)
        if (rune_is_rtl(utf8_next(key->text, &at)))
            return true;
    return false;
}

static void fill_buffer(hb_buffer_t *buffer, const struct text_item *item,
                        const struct shape_slot *key)
{
    bool rtl = runs_rtl(item, key);
    hb_script_t script =
        item->script == HB_SCRIPT_COMMON ? HB_SCRIPT_LATIN : item->script;

    hb_buffer_clear_contents(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_set_cluster_level(buffer,
                                HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    // The whole text is given for context; only the item is shaped.
    hb_buffer_add_utf8(buffer, key->text.ptr, (int)key->text.len,
                       (unsigned)item->start, (int)(item->end - item->start));
    hb_buffer_set_direction(buffer, rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, script);
    if (key->language)
        hb_buffer_set_language(buffer,
                               hb_language_from_string(key->language, -1));
}

static void copy_glyphs(struct arena *arena, hb_buffer_t *buffer,
                        struct glyph_run *run)
{
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions =
        hb_buffer_get_glyph_positions(buffer, NULL);

    run->count = count;
    run->glyphs = arena_array_of(arena, count, struct glyph);
    for (unsigned i = 0; i < count; i++)
        run->glyphs[i] = (struct glyph){
            .id = infos[i].codepoint,
            .cluster = infos[i].cluster,
            .advance = positions[i].x_advance,
            .x_offset = positions[i].x_offset,
            .y_offset = positions[i].y_offset,
        };
}

// Adds to the last glyph of each cluster, so that marks stay on their base.
static void add_tracking(struct glyph_run *run, int tracking)
{
    int units = run->font->metrics.units_per_em;

    for (size_t i = 0; i < run->count; i++)
        if (i + 1 == run->count ||
            run->glyphs[i + 1].cluster != run->glyphs[i].cluster)
            run->glyphs[i].advance += tracking * units / 1000;
}

static void shape_item(struct font_store *store, const struct text_item *item,
                       const struct shape_slot *key, struct glyph_run *run)
{
    hb_feature_t features[FEATURE_COUNT];
    unsigned count = set_features(key->features, features);

    fill_buffer(store->buffer, item, key);
    hb_shape(item->font->hb, store->buffer, features, count);
    run->font = item->font;
    run->start = item->start;
    run->end = item->end;
    run->missing = item->missing;
    copy_glyphs(store->words, store->buffer, run);
    if (key->tracking != 0 && !key->rtl &&
        hb_script_get_horizontal_direction(item->script) != HB_DIRECTION_RTL)
        add_tracking(run, key->tracking);
}

static void shape_new(struct font_store *store, struct shape_slot *slot)
{
    struct text_items *items = store->items;

    if (!items)
        items = store->items = arena_new_of(store->arena, struct text_items);
    items->len = 0;
    text_itemise(store, slot->choice, slot->text, items);
    slot->shape.count = items->len;
    slot->shape.runs =
        arena_array_of(store->words, items->len, struct glyph_run);
    for (size_t i = 0; i < items->len; i++) {
        size_t place = slot->rtl ? items->len - 1 - i : i;

        shape_item(store, &items->ptr[i], slot, &slot->shape.runs[place]);
    }
}

static bool slot_matches(const struct shape_slot *a, const struct shape_slot *b)
{
    return a->hash == b->hash && a->choice == b->choice &&
           a->features == b->features && a->rtl == b->rtl &&
           a->tracking == b->tracking && a->language == b->language &&
           str_eq(a->text, b->text);
}

// Returns the place of the slot, or the free place where it belongs.
static size_t place_of(const struct font_store *store,
                       const struct shape_slot *key)
{
    size_t mask = store->shape_cap - 1;
    size_t at = (size_t)(key->hash ^ key->hash >> 32) & mask;

    while (store->shape_slots[at] && !slot_matches(store->shape_slots[at], key))
        at = (at + 1) & mask;
    return at;
}

static void grow_slots(struct font_store *store)
{
    struct shape_slot **old = store->shape_slots;
    size_t old_cap = store->shape_cap;

    store->shape_cap = old_cap ? 2 * old_cap : 1024;
    store->shape_slots =
        arena_array_of(store->words, store->shape_cap, struct shape_slot *);
    for (size_t i = 0; i < old_cap; i++)
        if (old[i])
            store->shape_slots[place_of(store, old[i])] = old[i];
}

// Small capitals come from a feature, from another family or from nowhere.
static void settle_small_caps(struct font_store *store, struct shape_face *face)
{
    if (font_store_caps_of(store, face->choice, &face->choice) != CAPS_FEATURE)
        face->features &= ~(unsigned)SHAPE_SMALL_CAPS;
}

struct shape_face shape_face_of(struct font_store *store,
                                const struct shape_style *style)
{
    struct shape_face face = {
        .choice = font_store_choose(store, style->query),
        .features = style->features,
        .language = style->language,
        .rtl = style->rtl,
        .tracking = style->tracking,
    };

    if (!face.choice->font)
        return face;
    if (face.tracking != 0)
        face.features |= SHAPE_NO_LIGATURES;
    if (face.features & SHAPE_SMALL_CAPS)
        settle_small_caps(store, &face);
    return face;
}

static struct shape_slot key_of(const struct shape_face *face, struct str text)
{
    return (struct shape_slot){
        .hash = str_hash(text) + (face->choice->number << 3) +
                ((uint64_t)face->features << 16) + face->rtl +
                ((uint64_t)face->tracking << 40),
        .choice = face->choice,
        .features = face->features,
        .rtl = face->rtl,
        .tracking = face->tracking,
        .language = face->language,
        .text = text,
    };
}

const struct shape *shape_in_face(struct font_store *store,
                                  const struct shape_face *face,
                                  struct str text)
{
    static const struct shape nothing = {NULL, 0};
    struct shape_slot key;
    struct shape_slot *slot;
    size_t at;

    // HarfBuzz counts in int; and without any font there are no glyphs.
    if (!face->choice->font || text.len > INT_MAX)
        return &nothing;
    key = key_of(face, text);
    if (2 * (store->shape_count + 1) > store->shape_cap)
        grow_slots(store);
    at = place_of(store, &key);
    if (store->shape_slots[at])
        return &store->shape_slots[at]->shape;
    slot = arena_new_of(store->words, struct shape_slot);
    *slot = key;
    slot->text = str_copy(store->words, text);
    store->shape_slots[at] = slot;
    store->shape_count++;
    shape_new(store, slot);
    return &slot->shape;
}

const struct shape *shape_text(struct font_store *store,
                               const struct shape_style *style, struct str text)
{
    struct shape_face face = shape_face_of(store, style);

    return shape_in_face(store, &face, text);
}

sp shape_width(const struct shape *shape, sp size)
{
    sp width = 0;

    for (size_t i = 0; i < shape->count; i++) {
        const struct glyph_run *run = &shape->runs[i];

        // Rounded glyph by glyph, as they are drawn: so lines end exactly
        // where they should.
        for (size_t j = 0; j < run->count; j++)
            width += font_scale(run->font, run->glyphs[j].advance, size);
    }
    return width;
}
