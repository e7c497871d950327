// SPDX-License-Identifier: MIT
// What the checks of all parts of a profile share.
#ifndef VITA_PROFILE_CHECK_H
#define VITA_PROFILE_CHECK_H

#include "profile/profile.h"

struct checker {
    struct arena *arena;
    struct diags *diags;
};

// Reads a text from a scalar, blanks at its ends removed. Returns false if
// node is absent or empty; a list or a map is an error, too.
bool check_text(const struct checker *checker, const struct node *node,
                struct text *text);

// As check_text() for the path of a picture, which must not be an address; what
// it is, "photo", is for the message.
bool check_picture(const struct checker *checker, const struct node *node,
                   const char *what, struct text *text);

// Appends a text, or each text of a list.
void check_texts(const struct checker *checker, const struct node *node,
                 struct text_list *texts);

// As check_text() for a key of map that must be there: its lack is an error,
// too; owner names the map: "custom connection".
bool check_mandatory(const struct checker *checker, const struct node *map,
                     const char *key, const char *owner, struct text *text);

// Returns the hint for "- GPA: 3.9", which is a map to YAML and was meant to be
// a text; an empty text if node is no such map.
struct str check_quote_hint(struct arena *arena, const struct node *node);

// Adds the error that `what` was expected where node is, unless the node is
// partial.
void check_expected(const struct checker *checker, const struct node *node,
                    const char *what);

// Adds an error for each key of map that is not among known, which ends with
// NULL; where names the map: "cv", "a social network".
void check_keys(const struct checker *checker, const struct node *map,
                const char *const *known, const char *where);

// Adds that error for one pair; with an empty hint, the hint is the nearest
// of the known keys, or all of them.
void check_report_key(const struct checker *checker, const struct pair *pair,
                      const char *const *known, const char *where,
                      struct str hint);

// True if word is among keys, which end with NULL.
bool check_is_key(struct str word, const char *const *keys);

// Returns the key nearest to word, or an empty string.
struct str check_nearest(struct arena *arena, struct str word,
                         const char *const *keys);

// Returns the keys as a list for a hint: "network, username".
struct str check_join(struct arena *arena, const char *const *keys);

// Returns the hint "did you mean 'word'?", or other if word is empty.
struct str check_did_you_mean(struct arena *arena, struct str word,
                              struct str other);

#endif
