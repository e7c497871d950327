// SPDX-License-Identifier: MIT
// Collects families from the places that font_choose.c asks, in its order.
#include "text/font_list.h"

#include "text/data_file.h"
#include "text/store.h"
#include "text/system_fonts.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct lister {
    struct font_store *store;
    struct arena *arena;
    struct str filter; // in lower case
    struct font_listings *list;
};

static bool contains(const struct lister *lister, struct str name)
{
    return str_find(str_ascii_lower(lister->arena, name), lister->filter, 0) !=
           SIZE_MAX;
}

static bool is_wanted(const struct lister *lister, const struct family *family)
{
    if (contains(lister, str_from_cstr(family->name)))
        return true;
    for (size_t i = 0; family->aliases && family->aliases[i]; i++)
        if (contains(lister, str_from_cstr(family->aliases[i])))
            return true;
    return false;
}

static struct font_listing *find(const struct lister *lister, struct str name)
{
    for (size_t i = 0; i < lister->list->len; i++)
        if (family_name_eq(lister->list->ptr[i].name, name))
            return &lister->list->ptr[i];
    return NULL;
}

static struct font_listing *add(const struct lister *lister, struct str name)
{
    vec_push(lister->arena, lister->list, (struct font_listing){.name = name});
    return &lister->list->ptr[lister->list->len - 1];
}

static void add_style(struct font_listing *listing, struct face_style style)
{
    listing->weights |= 1U << (style.weight + 50) / 100;
    listing->italic = listing->italic || style.slant != SLANT_NONE;
}

static void list_local(const struct lister *lister)
{
    const struct local_faces *faces = font_store_local(lister->store);

    for (size_t i = 0; i < faces->len; i++) {
        const struct local_face *face = &faces->ptr[i];
        struct font_listing *listing = find(lister, face->family);

        if (!listing && !contains(lister, face->family))
            continue;
        if (!listing) {
            listing = add(lister, face->family);
            listing->places = FONT_BESIDE;
            listing->path = str_from_cstr(face->path);
        }
        add_style(listing, face->style);
    }
}

// Returns where the face's file is now, or NULL.
static const char *file_of(const struct lister *lister,
                           const struct family_face *face)
{
    const char *slash = strrchr(face->file, '/');
    const char *staged = data_file_path(
        lister->arena, "fonts", str_from_cstr(slash ? slash + 1 : face->file));

    if (access(staged, R_OK) == 0)
        return staged;
    return access(face->file, R_OK) == 0 ? face->file : NULL;
}

static void add_faces(const struct lister *lister, const struct family *family,
                      struct font_listing *listing)
{
    for (size_t i = 0; i < family->face_count; i++) {
        const struct family_face *face = &family->faces[i];
        const char *path = face->data ? NULL : file_of(lister, face);

        if (!face->data && !path)
            continue;
        listing->places |= face->data ? FONT_EMBEDDED : FONT_FILES;
        if (path && listing->path.len == 0)
            listing->path = str_from_cstr(path);
        add_style(listing,
                  (struct face_style){.weight = face->weight,
                                      .slant = face->italic ? SLANT_ITALIC
                                                            : SLANT_NONE});
    }
}

static void list_table(const struct lister *lister)
{
    for (size_t i = 0; i < family_count; i++) {
        const struct family *family = &families[i];
        struct font_listing listing = {.name = str_from_cstr(family->name),
                                       .family = family};

        if (family_is_icons(family) || !is_wanted(lister, family) ||
            find(lister, listing.name))
            continue;
        add_faces(lister, family, &listing);
        if (listing.places)
            vec_push(lister->arena, lister->list, listing);
    }
}

static int by_name(const void *a_ptr, const void *b_ptr)
{
    const struct font_listing *a = a_ptr;
    const struct font_listing *b = b_ptr;

    return str_cmp(a->name, b->name);
}

static void list_system(const struct lister *lister)
{
    struct system_fonts *system = font_store_system(lister->store);
    size_t first = lister->list->len;
    struct system_face face;
    struct str name;

    for (size_t i = 0; system && system_fonts_face(system, i, &name, &face);
         i++) {
        struct font_listing *listing = find(lister, name);

        if (family_lookup(name) || (!listing && !contains(lister, name)))
            continue;
        if (!listing) {
            listing = add(lister, name);
            listing->places = FONT_SYSTEM;
            listing->path = str_from_cstr(face.path);
        }
        if (listing->places & FONT_SYSTEM)
            add_style(listing, face.style);
    }
    if (lister->list->len > first)
        qsort(&lister->list->ptr[first], lister->list->len - first,
              sizeof *lister->list->ptr, by_name);
}

void font_store_list(struct font_store *store, struct arena *arena,
                     struct str filter, struct font_listings *list)
{
    struct lister lister = {store, arena, str_ascii_lower(arena, filter), list};

    list_local(&lister);
    list_table(&lister);
    list_system(&lister);
    for (size_t i = 0; i < list->len; i++)
        list->ptr[i].small_caps = font_store_small_caps(
            store,
            (struct font_query){.family = list->ptr[i].name, .weight = 400});
}
