// SPDX-License-Identifier: MIT
// Variants of one profile: which tags and sections are shown, and what is laid
// over the rest.
#ifndef VITA_PROFILE_VARIANT_H
#define VITA_PROFILE_VARIANT_H

#include "profile/tag_list.h"

// Stands for every variant on the command line, so none is called that.
#define VARIANT_ALL "all"

// What is chosen to be shown.
struct choice {
    bool by_tags;                // only what has no tags or one of include
    struct tag_list include;     // sorted, as is exclude
    struct tag_list exclude;     // wins over include
    const struct node *sections; // keys in the order wanted; NULL for all
};

// Checks all variants of the profile, whether chosen or not.
void variants_check(struct arena *arena, const struct node *root,
                    struct diags *diags);

// Returns the variant's name and value, or NULL.
const struct pair *variant_lookup(const struct node *root, struct str name);

// Adds the error that there is no variant of the name, which stands at pos.
void variant_report(const struct node *root, struct str name, struct pos pos,
                    struct diags *diags);

// Returns root with the variant's cv, letter, design and so on laid over.
struct node *variant_merge(struct arena *arena, struct node *root,
                           const struct pair *variant);

// Reads what the variant (or NULL) and the option --tags (or NULL) choose; the
// option stands in place of the variant's include. Tags that nothing in root
// has are told.
void choice_read(struct arena *arena, const struct node *root,
                 const struct pair *variant, const struct source *option,
                 struct diags *diags, struct choice *choice);

#endif
