// SPDX-License-Identifier: MIT
// The tags of sections, entries and texts, and lists of tags to choose by.
#ifndef VITA_PROFILE_TAG_LIST_H
#define VITA_PROFILE_TAG_LIST_H

#include "profile/node.h"

struct tag {
    struct str name;
    struct pos pos;
};
VEC_DECLARE(tag_list, struct tag);

// Reads a text or a list of texts into *list; what names it in messages:
// "tags". What is no tag is a diagnostic and left out.
void tag_list_read(struct arena *arena, const struct node *node,
                   const char *what, struct diags *diags,
                   struct tag_list *list);

// Splits an option's value at its commas; source is that value.
void tag_list_split(struct arena *arena, const struct source *source,
                    struct tag_list *list);

// Orders by name, each name once, for tag_list_has().
void tag_list_sort(struct tag_list *list);

// True if the list, which is sorted, has the name.
bool tag_list_has(const struct tag_list *list, struct str name);

// Returns the name in the list that is nearest, or an empty text.
struct str tag_list_nearest(struct arena *arena, const struct tag_list *list,
                            struct str name);

// Adds the tags of all values in node, at any depth.
void tag_list_collect(struct arena *arena, const struct node *node,
                      struct tag_list *list);

#endif
