// SPDX-License-Identifier: MIT
// Which face shows a grapheme cluster that the chosen face lacks. The order
// is fixed and does not depend on what was asked before: the family's own
// fallbacks, the folder beside the profile, the families of the table made
// for the cluster's script, the other families, those made for other scripts
// (the Latin of an Arabic font is for Arabic text), fontconfig. Among
// families of one kind those come first that have serifs as the chosen face
// has, and of a list the first with the very style.
#include "base/utf8.h"
#include "text/coverage.h"
#include "text/font_match.h"
#include "text/store.h"
#include "text/system_fonts.h"

// fontconfig's lists name files that cannot be embedded (bitmaps, Type 1);
// after this many there is little hope.
#define SYSTEM_TRIES_MAX 16

struct search {
    struct font_store *store;
    const struct font_choice *choice;
    struct font_query query; // the choice's, in the weight that goes with it
    struct str cluster;
    hb_script_t script;
    struct font *near; // the first with another style
};

static bool is_face_for(struct search *s, const struct font *font)
{
    return font && font_shows(s->store->arena, font, s->cluster);
}

// Returns the family's face if it has the cluster and the style.
static struct font *try_family(struct search *s, const struct family *family)
{
    enum font_match match;
    struct font *font;

    if (!family || family_is_icons(family))
        return NULL;
    font = font_store_open_family(s->store, family, s->query, &match);
    if (!is_face_for(s, font))
        return NULL;
    if (match == FONT_EXACT)
        return font;
    if (!s->near)
        s->near = font;
    return NULL;
}

static struct font *take_near(struct search *s)
{
    struct font *font = s->near;

    s->near = NULL;
    return font;
}

static bool is_made_for(const struct family *family, hb_script_t script)
{
    for (size_t i = 0; family->scripts && family->scripts[i]; i++)
        if (hb_script_from_string(family->scripts[i], -1) == script)
            return true;
    return false;
}

enum purpose { MADE_FOR_SCRIPT, MADE_FOR_ANY, MADE_FOR_OTHERS };

static enum purpose purpose_of(const struct family *family, hb_script_t script)
{
    if (!family->scripts)
        return MADE_FOR_ANY;
    return is_made_for(family, script) ? MADE_FOR_SCRIPT : MADE_FOR_OTHERS;
}

static struct font *find_own(struct search *s)
{
    const struct family *own = s->choice->family;

    for (size_t i = 0; own && own->fallbacks && own->fallbacks[i]; i++) {
        const struct family *family =
            family_lookup(str_from_cstr(own->fallbacks[i]));
        struct font *font = NULL;

        if (family && purpose_of(family, s->script) != MADE_FOR_OTHERS)
            font = try_family(s, family);
        if (font)
            return font;
    }
    return take_near(s);
}

static struct font *find_in_table(struct search *s, enum purpose purpose,
                                  bool serif)
{
    for (size_t i = 0; i < family_count; i++) {
        struct font *font = NULL;

        if (families[i].serif == serif &&
            purpose_of(&families[i], s->script) == purpose)
            font = try_family(s, &families[i]);
        if (font)
            return font;
    }
    return take_near(s);
}

static struct font *find_local(struct search *s)
{
    const struct local_faces *faces = font_store_local(s->store);
    struct font *best = NULL;
    uint64_t least = STYLE_RANK_NONE;

    for (size_t i = 0; i < faces->len; i++) {
        const struct local_face *face = &faces->ptr[i];
        uint64_t rank = style_rank(s->query, face->style, i);
        struct font *font;

        if (rank >= least)
            continue;
        font = font_store_open_file(s->store, face->path, face->index, NULL);
        if (is_face_for(s, font)) {
            best = font;
            least = rank;
        }
    }
    return best;
}

static struct font *find_in_system(struct search *s)
{
    struct system_fonts *system = font_store_system(s->store);
    size_t first = 0;
    uint32_t rune = utf8_next(s->cluster, &first);
    struct system_face face;

    for (size_t i = 0; system && i < SYSTEM_TRIES_MAX; i++) {
        struct font *font;

        if (!system_fonts_with_rune(system, s->query, rune, i, &face))
            return NULL;
        font = font_store_open_file(s->store, face.path, face.index, NULL);
        if (is_face_for(s, font))
            return font;
    }
    return NULL;
}

static bool is_private_use(uint32_t rune)
{
    return (rune >= 0xe000 && rune <= 0xf8ff) || rune >= 0xf0000;
}

static bool has_private_use(struct str cluster)
{
    size_t at = 0;

    while (at < cluster.len)
        if (is_private_use(utf8_next(cluster, &at)))
            return true;
    return false;
}

static struct font *find(struct font_store *store,
                         const struct font_choice *choice, struct str cluster)
{
    struct search s = {.store = store,
                       .choice = choice,
                       .query = choice->query,
                       .cluster = cluster,
                       .script = text_script(cluster)};
    bool serif = choice->font ? choice->font->metrics.serif
                              : choice->family && choice->family->serif;
    struct font *font;

    // It means something else in every font.
    if (has_private_use(cluster))
        return NULL;
    if (choice->font && choice->font->fallback_weight > 0)
        s.query.weight = choice->font->fallback_weight;
    font = find_own(&s);
    if (!font)
        font = find_local(&s);
    for (int purpose = MADE_FOR_SCRIPT; purpose <= MADE_FOR_OTHERS; purpose++)
        for (int round = 0; round < 2 && !font; round++)
            font = find_in_table(&s, (enum purpose)purpose,
                                 round == 0 ? serif : !serif);
    return font ? font : find_in_system(&s);
}

static bool slot_matches(const struct fallback_slot *slot,
                         const struct fallback_slot *key)
{
    return slot->hash == key->hash && slot->choice == key->choice &&
           str_eq(slot->cluster, key->cluster);
}

// Returns the slot of the key, or the empty one where it belongs.
static struct fallback_slot *slot_of(const struct font_store *store,
                                     const struct fallback_slot *key)
{
    size_t mask = store->fallback_cap - 1;
    size_t at = (size_t)(key->hash ^ key->hash >> 32) & mask;

    while (store->fallback_slots[at].choice &&
           !slot_matches(&store->fallback_slots[at], key))
        at = (at + 1) & mask;
    return &store->fallback_slots[at];
}

static void grow_slots(struct font_store *store)
{
    struct fallback_slot *old = store->fallback_slots;
    size_t old_cap = store->fallback_cap;

    store->fallback_cap = old_cap ? 2 * old_cap : 64;
    store->fallback_slots =
        arena_array_of(store->words, store->fallback_cap, struct fallback_slot);
    for (size_t i = 0; i < old_cap; i++)
        if (old[i].choice)
            *slot_of(store, &old[i]) = old[i];
}

struct font *font_store_fallback_of(struct font_store *store,
                                    const struct font_choice *choice,
                                    struct str cluster)
{
    struct fallback_slot key = {.choice = choice, .cluster = cluster};
    struct fallback_slot *slot;

    key.hash = str_hash(cluster) + (choice->number << 3);
    if (2 * (store->fallback_count + 1) > store->fallback_cap)
        grow_slots(store);
    slot = slot_of(store, &key);
    if (!slot->choice) {
        *slot = key;
        slot->cluster = str_copy(store->words, cluster);
        slot->font = find(store, choice, cluster);
        store->fallback_count++;
    }
    return slot->font;
}

struct font *font_store_fallback(struct font_store *store,
                                 struct font_query query, struct str cluster)
{
    if (cluster.len == 0)
        return NULL;
    return font_store_fallback_of(store, font_store_choose(store, query),
                                  cluster);
}
