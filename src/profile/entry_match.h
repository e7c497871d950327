// SPDX-License-Identifier: MIT
// What an entry that is of no type by its fields was most likely meant to be,
// and which fields its keys stand for. For messages alone.
#ifndef VITA_PROFILE_ENTRY_MATCH_H
#define VITA_PROFILE_ENTRY_MATCH_H

#include "profile/entry_type.h"

// Returns the type that the keys of a map fit best, misspelt or known by
// another name as they may be, or NULL if none tells. usual, the type of the
// entries around, wins over others that fit as well; it may be NULL.
const struct entry_type *entry_match(const struct node *node,
                                     const struct entry_type *usual);

// Returns the key of node that most likely stands for the field of the type,
// or an empty text.
struct str entry_meant_by(const struct node *node, const char *field,
                          const struct entry_type *type);

// Returns the field that the key is a misspelling of, one of the type or of
// those that any entry can have; or an empty text.
struct str entry_misspelt(struct str key, const struct entry_type *type);

// True if entries of any type have the field.
bool entry_is_field(struct str key);

#endif
