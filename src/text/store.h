// SPDX-License-Identifier: MIT
// The font store as src/text itself sees it: faces, answered queries and the
// caches of shape.c and icons.c. What is cached never changes an answer, so
// a document is the same whatever was rendered before it.
#ifndef VITA_TEXT_STORE_H
#define VITA_TEXT_STORE_H

#include "text/face.h"
#include "text/local_fonts.h"
#include "text/outline.h"
#include "text/shape.h"

// The family of the table that holds the icons; never used for text.
#define ICON_FAMILY "Fork Awesome"

// Where a choice's small capitals come from.
enum small_caps {
    CAPS_UNKNOWN, // not yet asked
    CAPS_NONE,
    CAPS_FEATURE,
    CAPS_FAMILY,
};

// A query's answer. Queries that differ only in what makes no difference,
// the size above all, share one: its query has the style words taken from
// the family's name, and the size that the face is drawn for.
struct font_choice {
    struct font_query query;
    struct font *font; // NULL if no font file can be opened at all
    enum font_match match;
    const struct family *family; // NULL if from elsewhere than the table
    size_t number;
    enum small_caps small_caps;
    const struct font_choice *caps; // CAPS_FAMILY
};

struct asked_query {
    struct font_query query;
    const struct font_choice *choice;
};

struct fallback_slot {
    uint64_t hash;
    const struct font_choice *choice; // NULL is an empty slot
    struct str cluster;
    struct font *font;
};

struct shape_slot {
    uint64_t hash;
    const struct font_choice *choice; // NULL is an empty slot
    unsigned features;
    bool rtl;
    int tracking;
    const char *language;
    struct str text;
    struct shape shape;
};

struct icon_entry {
    struct str name;
    const struct outline *outline; // NULL: there is no such icon
};

VEC_DECLARE(font_list, struct font *);
VEC_DECLARE(font_choices, struct font_choice *);
VEC_DECLARE(asked_queries, struct asked_query);
VEC_DECLARE(icon_entries, struct icon_entry);

struct font_store {
    struct arena *arena;
    struct arena *words; // what font_store_trim() empties: queries, shapes
    struct str local_folder;
    bool local_scanned;
    bool system_tried;
    struct local_faces local;
    struct system_fonts *system; // NULL until it is needed
    struct font_list fonts;
    struct font_choices choices;
    struct asked_queries asked;
    struct fallback_slot *fallback_slots; // open addressing, a power of 2
    size_t fallback_count, fallback_cap;
    struct shape_slot **shape_slots; // likewise
    size_t shape_count, shape_cap;
    struct icon_entries icons;
    hb_buffer_t *buffer;      // for shaping, reused
    struct text_items *items; // likewise; itemise.h
};

// Returns the answer to the query, the same struct for the same query.
const struct font_choice *font_store_choose(struct font_store *store,
                                            struct font_query query);

// As font_store_fallback(); the answer is cached.
struct font *font_store_fallback_of(struct font_store *store,
                                    const struct font_choice *choice,
                                    struct str cluster);

// Where the choice's small capitals come from; *caps is the choice that they
// are set with.
enum small_caps font_store_caps_of(struct font_store *store,
                                   const struct font_choice *choice,
                                   const struct font_choice **caps);

// Returns the family of the table with that name or alias, or NULL.
const struct family *family_lookup(struct str name);

// Whether it is the family of the icons.
bool family_is_icons(const struct family *family);

// Returns the family's face that is nearest in style and can be opened, or
// NULL. *match is FONT_EXACT or FONT_NEAR_STYLE.
struct font *font_store_open_family(struct font_store *store,
                                    const struct family *family,
                                    struct font_query query,
                                    enum font_match *match);

// Opens the face of a file, once; NULL if it cannot be used.
struct font *font_store_open_file(struct font_store *store, const char *path,
                                  unsigned index, const bool *serif);

// The faces beside the profile, scanned at the first call.
const struct local_faces *font_store_local(struct font_store *store);

// fontconfig's fonts, loaded at the first call; NULL if it fails.
struct system_fonts *font_store_system(struct font_store *store);

#endif
