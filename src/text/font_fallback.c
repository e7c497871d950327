// SPDX-License-Identifier: MIT
// Which face shows a character that the chosen face lacks. The order is
// fixed and does not depend on what was asked before: the family's own
// fallbacks, the other families of the table, the folder beside the profile,
// fontconfig.
#include "text/font_match.h"
#include "text/store.h"
#include "text/system_fonts.h"

// fontconfig's lists name files that cannot be embedded (bitmaps, Type 1);
// after this many there is little hope.
#define SYSTEM_TRIES_MAX 16

static struct font *family_with_rune(struct font_store *store,
                                     const struct family *family,
                                     struct font_query query, uint32_t rune)
{
    enum font_match match;
    struct font *font;

    if (!family || family_is_icons(family))
        return NULL;
    font = font_store_open_family(store, family, query, &match);
    return font && font_has_rune(font, rune) ? font : NULL;
}

static struct font *table_with_rune(struct font_store *store,
                                    const struct font_choice *choice,
                                    uint32_t rune)
{
    const struct family *own = choice->family;
    struct font *font = NULL;

    if (!own && family_count > 0)
        own = &families[0];
    for (size_t i = 0; own && own->fallbacks && own->fallbacks[i]; i++) {
        struct str name = str_from_cstr(own->fallbacks[i]);

        font =
            family_with_rune(store, family_lookup(name), choice->query, rune);
        if (font)
            return font;
    }
    for (size_t i = 0; i < family_count && !font; i++)
        font = family_with_rune(store, &families[i], choice->query, rune);
    return font;
}

static struct font *local_with_rune(struct font_store *store,
                                    struct font_query query, uint32_t rune)
{
    const struct local_faces *faces = font_store_local(store);
    struct font *best = NULL;
    unsigned least = 0;

    for (size_t i = 0; i < faces->len; i++) {
        const struct local_face *face = &faces->ptr[i];
        unsigned distance =
            style_distance(query, face->style.weight, face->style.italic);
        struct font *font;

        if (best && distance >= least)
            continue;
        font = font_store_open_file(store, face->path, face->index, NULL);
        if (font && font_has_rune(font, rune)) {
            best = font;
            least = distance;
        }
    }
    return best;
}

static struct font *system_with_rune(struct font_store *store,
                                     struct font_query query, uint32_t rune)
{
    struct system_fonts *system = font_store_system(store);
    struct system_face face;

    for (size_t i = 0; system && i < SYSTEM_TRIES_MAX; i++) {
        struct font *font;

        if (!system_fonts_with_rune(system, query, rune, i, &face))
            return NULL;
        font = font_store_open_file(store, face.path, face.index, NULL);
        if (font && font_has_rune(font, rune))
            return font;
    }
    return NULL;
}

static bool is_private_use(uint32_t rune)
{
    return (rune >= 0xe000 && rune <= 0xf8ff) || rune >= 0xf0000;
}

static struct font *find(struct font_store *store,
                         const struct font_choice *choice, uint32_t rune)
{
    struct font *font;

    // It means something else in every font.
    if (is_private_use(rune))
        return NULL;
    font = table_with_rune(store, choice, rune);
    if (!font)
        font = local_with_rune(store, choice->query, rune);
    if (!font)
        font = system_with_rune(store, choice->query, rune);
    return font;
}

// Returns the slot of the key, or the empty one where it belongs.
static struct rune_slot *slot_of(const struct font_store *store, uint64_t key)
{
    size_t mask = store->rune_cap - 1;
    // Fibonacci hashing: 2^64 over the golden ratio.
    size_t at = (size_t)((key * 11400714819323198485u) >> 32) & mask;

    while (store->rune_slots[at].key != 0 && store->rune_slots[at].key != key)
        at = (at + 1) & mask;
    return &store->rune_slots[at];
}

static void grow_slots(struct font_store *store)
{
    struct rune_slot *old = store->rune_slots;
    size_t old_cap = store->rune_cap;

    store->rune_cap = old_cap ? 2 * old_cap : 64;
    store->rune_slots =
        arena_array_of(store->arena, store->rune_cap, struct rune_slot);
    for (size_t i = 0; i < old_cap; i++)
        if (old[i].key != 0)
            *slot_of(store, old[i].key) = old[i];
}

struct font *font_store_fallback(struct font_store *store,
                                 struct font_query query, uint32_t rune)
{
    const struct font_choice *choice = font_store_choose(store, query);
    uint64_t key = ((uint64_t)choice->number + 1) << 32 | rune;
    struct rune_slot *slot;

    if (2 * (store->rune_count + 1) > store->rune_cap)
        grow_slots(store);
    slot = slot_of(store, key);
    if (slot->key == 0) {
        slot->key = key;
        slot->font = find(store, choice, rune);
        store->rune_count++;
    }
    return slot->font;
}
