// SPDX-License-Identifier: MIT
// The font store: faces are opened once, from a file, from the executable or
// as the nearest of a family.
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
    store->words = arena_new();
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
    arena_free(store->words);
    arena_free(store->arena);
}

void font_store_trim(struct font_store *store, size_t limit)
{
    if (arena_size(store->words) <= limit)
        return;
    arena_clear(store->words, limit);
    store->asked = (struct asked_queries){0};
    store->fallback_slots = NULL;
    store->fallback_count = store->fallback_cap = 0;
    store->shape_slots = NULL;
    store->shape_count = store->shape_cap = 0;
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
    vec_push(store->arena, &store->fonts, font);
    return font;
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
    if (!blob)
        return NULL;
    font = open_blob(store, blob, origin, 0, &family->serif);
    if (font) {
        font->design_size = PT(face->design_size);
        font->fallback_weight = face->fallback_weight;
    }
    return font;
}

// Returns the face of the table with that file and its family, or NULL.
static const struct family_face *known_face(const char *path,
                                            const struct family **family)
{
    for (size_t i = 0; i < family_count; i++)
        for (size_t k = 0; k < families[i].face_count; k++)
            if (strcmp(families[i].faces[k].file, path) == 0) {
                *family = &families[i];
                return &families[i].faces[k];
            }
    return NULL;
}

struct font *font_store_open_file(struct font_store *store, const char *path,
                                  unsigned index, const bool *serif)
{
    struct font *font = opened_font(store, str_from_cstr(path), index);
    const struct family *family;
    const struct family_face *face;
    hb_blob_t *blob;

    if (font)
        return font;
    // What the table says of a face holds by whatever name it was found.
    face = index == 0 ? known_face(path, &family) : NULL;
    if (face)
        return open_face(store, family, face);
    blob = hb_blob_create_from_file_or_fail(path);
    if (!blob)
        return NULL;
    return open_blob(store, blob, str_from_cstr(path), index, serif);
}

static struct face_style style_of(const struct family_face *face)
{
    struct face_style style = {
        .weight = face->weight,
        .width = face->width,
        .slant = face->italic ? SLANT_ITALIC : SLANT_NONE,
        .size = PT(face->design_size),
    };

    if (face->oblique)
        style.slant = SLANT_OBLIQUE;
    return style;
}

// The face that is best after those ranked up to tried.
static uint64_t next_rank(const struct family *family, struct font_query query,
                          uint64_t tried)
{
    uint64_t best = STYLE_RANK_NONE;

    for (size_t i = 0; i < family->face_count; i++) {
        uint64_t rank = style_rank(query, style_of(&family->faces[i]), i);

        if (rank > tried && rank < best)
            best = rank;
    }
    return best;
}

struct font *font_store_open_family(struct font_store *store,
                                    const struct family *family,
                                    struct font_query query,
                                    enum font_match *match)
{
    uint64_t rank = 0;

    while ((rank = next_rank(family, query, rank)) != STYLE_RANK_NONE) {
        const struct family_face *face = &family->faces[style_rank_place(rank)];
        struct font *font = open_face(store, family, face);

        if (!font)
            continue;
        *match =
            style_matches(query, style_of(face)) ? FONT_EXACT : FONT_NEAR_STYLE;
        return font;
    }
    return NULL;
}
