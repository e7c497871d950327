// SPDX-License-Identifier: MIT
// Which families there are, for those who choose one.
#ifndef VITA_TEXT_FONT_LIST_H
#define VITA_TEXT_FONT_LIST_H

#include "text/families.h"
#include "text/font.h"

// Where a family was found; several at once are possible.
enum font_place {
    FONT_BESIDE = 1,   // in the folder beside the profile
    FONT_EMBEDDED = 2, // in the executable
    FONT_FILES = 4,    // in files of its package, or in copies of these
    FONT_SYSTEM = 8,   // by fontconfig
};

struct font_listing {
    struct str name;
    unsigned places;             // of enum font_place
    struct str path;             // of the first file; empty if there is none
    unsigned weights;            // bit n: n hundred
    bool italic;                 // or slanted
    bool small_caps;             // in the regular face
    const struct family *family; // of the table, or NULL
};
VEC_DECLARE(font_listings, struct font_listing);

// Lists the families whose name or alias has the filter in it, whatever the
// case; all with an empty one. First those beside the profile, then those of
// the table in its order, then the system's in the order of their names. A
// family that was found stands there once. Texts live as long as the arena
// and the store.
void font_store_list(struct font_store *store, struct arena *arena,
                     struct str filter, struct font_listings *list);

#endif
