// SPDX-License-Identifier: MIT
// The types of entries: which fields they have, and which type an entry is
// of.
#ifndef VITA_PROFILE_ENTRY_TYPE_H
#define VITA_PROFILE_ENTRY_TYPE_H

#include "profile/profile.h"

struct entry_type {
    enum entry_kind kind;
    const char *article;
    const char *name; // "education entry"
    // Ends with NULL. First the fields by which an entry is known to be of
    // this type, among them and before the others the mandatory ones; then
    // those without which it may be of another type that has all of its own.
    const char *const *fields;
    size_t mandatory;
    size_t wanted;
    size_t characteristic;
};

// Returns the type of an entry by itself, or NULL if it is of none.
const struct entry_type *entry_type_of(const struct node *node);

// Returns the type of read entries of the kind.
const struct entry_type *entry_type_of_kind(enum entry_kind kind);

// Whether it is the type of normal entries without a name.
bool entry_type_is_untitled(const struct entry_type *type);

// Returns the types that maps in a section can be of.
const struct entry_type *entry_types(size_t *count);

// Returns the type of texts.
const struct entry_type *entry_type_text(void);

// Returns the type of one of several positions with an employer.
const struct entry_type *entry_type_position(void);

// Returns all characteristic fields, ending with NULL.
const char *const *entry_type_marks(void);

#endif
