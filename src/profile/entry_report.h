// SPDX-License-Identifier: MIT
// Messages for entries that lack something or are of no type.
#ifndef VITA_PROFILE_ENTRY_REPORT_H
#define VITA_PROFILE_ENTRY_REPORT_H

#include "profile/check.h"
#include "profile/entry_type.h"

// What entries are checked against.
struct entry_frame {
    const struct checker *checker;
    const struct entry_type *type; // NULL if no entry tells
    struct pos example;            // the entry that told
    bool group;                    // in a group, where there can be none
};

// Returns what a map lacks of the type, "no institution and no area", or an
// empty text.
struct str entry_lacks(struct arena *arena, const struct node *node,
                       const struct entry_type *type);

// Adds the error that a map is complete for no type: what it lacks of the
// one that it was most likely meant to be, or that it is of none.
void entry_report(const struct entry_frame *frame, const struct node *node);

// Adds the error that a map has entries and no title for them.
void entry_report_untitled(const struct checker *checker,
                           const struct node *node);

#endif
