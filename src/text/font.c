// SPDX-License-Identifier: MIT
// The font store: which face answers a query. Places are asked in the order
// of the cost of looking: the folder beside the profile, the table of
// families, then fontconfig, which an ordinary document never needs.
#include "text/data_file.h"
#include "text/font_match.h"
#include "text/store.h"
#include "text/system_fonts.h"

#include <string.h>

struct font_store *font_store_new(struct str local_fonts)
{
    struct arena *arena = arena_new();
    struct font_store *store = arena_new_of(arena, struct font_store);

    store->arena = arena;
    store->local_folder = str_copy(arena, local_fonts);
    store->buffer = hb_buffer_create();
    return store;
}

void font_store_free(struct font_store *store)
{
    if (!store)
        return;
    for (size_t i = 0; i < store->fonts.len; i++)
        face_close(store->fonts.ptr[i]);
    hb_buffer_destroy(store->buffer);
    system_fonts_free(store->system);
    arena_free(store->arena);
}

const struct local_faces *font_store_local(struct font_store *store)
{
    if (!store->local_scanned) {
        store->local_scanned = true;
        local_faces_scan(store->arena, store->local_folder, &store->local);
    }
    return &store->local;
}

struct system_fonts *font_store_system(struct font_store *store)
{
    if (!store->system_tried) {
        store->system_tried = true;
        store->system = system_fonts_new();
    }
    return store->system;
}

static struct font *opened_font(const struct font_store *store,
                                struct str origin, unsigned index)
{
    for (size_t i = 0; i < store->fonts.len; i++) {
        struct font *font = store->fonts.ptr[i];

        if (font->face_index == index && str_eq(font->origin, origin))
            return font;
    }
    return NULL;
}

static struct font *open_blob(struct font_store *store, hb_blob_t *blob,
                              struct str origin, unsigned index,
                              const bool *serif)
{
    struct font *font = face_open(store->arena, blob, index, serif);

    if (!font)
        return NULL;
    font->origin = str_copy(store->arena, origin);
    font->index = (int)store->fonts.len;
    vec_push(store->arena, &store->fonts, font);
    return font;
}

struct font *font_store_open_file(struct font_store *store, const char *path,
                                  unsigned index, const bool *serif)
{
    struct font *font = opened_font(store, str_from_cstr(path), index);
    hb_blob_t *blob;

    if (font)
        return font;
    blob = hb_blob_create_from_file_or_fail(path);
    if (!blob)
        return NULL;
    return open_blob(store, blob, str_from_cstr(path), index, serif);
}

static hb_blob_t *face_blob(struct font_store *store,
                            const struct family_face *face)
{
    const char *slash = strrchr(face->file, '/');
    struct str name = str_from_cstr(slash ? slash + 1 : face->file);
    hb_blob_t *blob;

    if (face->data)
        return hb_blob_create_or_fail((const char *)face->data,
                                      (unsigned)face->size,
                                      HB_MEMORY_MODE_READONLY, NULL, NULL);
    blob = hb_blob_create_from_file_or_fail(
        data_file_path(store->arena, "fonts", name));
    return blob ? blob : hb_blob_create_from_file_or_fail(face->file);
}

static struct font *open_face(struct font_store *store,
                              const struct family *family,
                              const struct family_face *face)
{
    struct str origin = str_from_cstr(face->file);
    struct font *font = opened_font(store, origin, 0);
    hb_blob_t *blob;

    if (font)
        return font;
    blob = face_blob(store, face);
    return blob ? open_blob(store, blob, origin, 0, &family->serif) : NULL;
}

// Rank of a candidate: by distance, equals by their place in the list.
static uint64_t rank(unsigned distance, size_t place)
{
    return (uint64_t)distance << 32 | (uint64_t)(place + 1);
}

static enum font_match match_from_rank(uint64_t ranked)
{
    return style_is_exact((unsigned)(ranked >> 32)) ? FONT_EXACT
                                                    : FONT_NEAR_STYLE;
}

struct font *font_store_open_family(struct font_store *store,
                                    const struct family *family,
                                    struct font_query query,
                                    enum font_match *match)
{
    uint64_t tried = 0;

    for (size_t round = 0; round < family->face_count; round++) {
        uint64_t best = UINT64_MAX;
        struct font *font;

        for (size_t i = 0; i < family->face_count; i++) {
            const struct family_face *face = &family->faces[i];
            uint64_t ranked =
                rank(style_distance(query, face->weight, face->italic), i);

            if (ranked > tried && ranked < best)
                best = ranked;
        }
        font =
            open_face(store, family, &family->faces[(best & UINT32_MAX) - 1]);
        if (font) {
            *match = match_from_rank(best);
            return font;
        }
        tried = best;
    }
    return NULL;
}

static bool names_contain(const char *const *names, struct str name)
{
    for (; names && *names; names++)
        if (family_name_eq(str_from_cstr(*names), name))
            return true;
    return false;
}

const struct family *family_lookup(struct str name)
{
    for (size_t i = 0; i < family_count; i++)
        if (family_name_eq(str_from_cstr(families[i].name), name))
            return &families[i];
    for (size_t i = 0; i < family_count; i++)
        if (names_contain(families[i].aliases, name))
            return &families[i];
    return NULL;
}

bool family_is_icons(const struct family *family)
{
    return family_name_eq(str_from_cstr(family->name), STR(ICON_FAMILY));
}

static bool choose_local(struct font_store *store, struct font_choice *choice)
{
    const struct local_faces *faces = font_store_local(store);
    uint64_t tried = 0;

    for (size_t round = 0; round < faces->len; round++) {
        uint64_t best = UINT64_MAX;
        const struct local_face *face;

        for (size_t i = 0; i < faces->len; i++) {
            uint64_t ranked;

            face = &faces->ptr[i];
            if (!family_name_eq(face->family, choice->query.family) &&
                !family_name_eq(face->legacy_family, choice->query.family))
                continue;
            ranked = rank(style_distance(choice->query, face->style.weight,
                                         face->style.italic),
                          i);
            if (ranked > tried && ranked < best)
                best = ranked;
        }
        if (best == UINT64_MAX)
            return false;
        face = &faces->ptr[(best & UINT32_MAX) - 1];
        choice->font =
            font_store_open_file(store, face->path, face->index, NULL);
        choice->match = match_from_rank(best);
        if (choice->font)
            return true;
        tried = best;
    }
    return false;
}

static bool choose_family(struct font_store *store, struct font_choice *choice,
                          const struct family *family)
{
    if (!family)
        return false;
    choice->font =
        font_store_open_family(store, family, choice->query, &choice->match);
    choice->family = choice->font ? family : NULL;
    return choice->font != NULL;
}

static bool choose_system(struct font_store *store, struct font_choice *choice,
                          bool any_family)
{
    struct system_fonts *system = font_store_system(store);
    struct system_face face;

    if (!system ||
        !system_fonts_match(system, choice->query, any_family, &face))
        return false;
    choice->font = font_store_open_file(store, face.path, face.index, NULL);
    choice->match = match_from_rank(
        rank(style_distance(choice->query, face.weight, face.italic), 0));
    return choice->font != NULL;
}

static bool choose_stand_in(struct font_store *store,
                            struct font_choice *choice)
{
    for (size_t i = 0; i < family_count; i++)
        if (names_contain(families[i].stands_in_for, choice->query.family) &&
            choose_family(store, choice, &families[i])) {
            choice->match = FONT_SUBSTITUTE;
            return true;
        }
    return false;
}

// The default family, which is the table's first; whatever opens if even
// that is not installed.
static void choose_any(struct font_store *store, struct font_choice *choice)
{
    const struct local_faces *local;

    for (size_t i = 0; i < family_count && !choice->font; i++)
        if (!family_is_icons(&families[i]))
            choose_family(store, choice, &families[i]);
    local = font_store_local(store);
    for (size_t i = 0; i < local->len && !choice->font; i++)
        choice->font = font_store_open_file(store, local->ptr[i].path,
                                            local->ptr[i].index, NULL);
    if (!choice->font)
        choose_system(store, choice, true);
    choice->match = FONT_FALLBACK;
}

static void choose(struct font_store *store, struct font_choice *choice)
{
    if (choose_local(store, choice) ||
        choose_family(store, choice, family_lookup(choice->query.family)) ||
        choose_system(store, choice, false) || choose_stand_in(store, choice))
        return;
    choose_any(store, choice);
}

const struct font_choice *font_store_choose(struct font_store *store,
                                            struct font_query query)
{
    struct font_choice *choice;

    for (size_t i = 0; i < store->choices.len; i++) {
        choice = store->choices.ptr[i];
        if (choice->query.weight == query.weight &&
            choice->query.italic == query.italic &&
            str_eq(choice->query.family, query.family))
            return choice;
    }
    choice = arena_new_of(store->arena, struct font_choice);
    choice->query = query;
    choice->query.family = str_copy(store->arena, query.family);
    choice->number = store->choices.len;
    vec_push(store->arena, &store->choices, choice);
    choose(store, choice);
    return choice;
}

struct font *font_store_lookup(struct font_store *store,
                               struct font_query query, enum font_match *match)
{
    const struct font_choice *choice = font_store_choose(store, query);

    *match = choice->match;
    return choice->font;
}
