// SPDX-License-Identifier: MIT
// The entries that texts can cite, and their numbers. The document is
// composed twice: at first to learn which lists are numbered and what is
// cited in which order, then, all numbers known, for good.
#ifndef VITA_COMPOSE_REFERENCES_H
#define VITA_COMPOSE_REFERENCES_H

#include "compose/context.h"

// An entry with a key.
struct reference {
    struct text key;
    const struct entry *entry;
    struct str authors; // as citations name them: "Noether and Emmy"
    struct str year;    // empty if it has none
    struct str label;   // what a link to it is: "Reference 1: its title"
    size_t number;      // in a numbered list; 0 for none
    size_t rank;        // among the first citations, from 1; 0: not cited
    bool has_anchor;    // at its first citation
};
VEC_DECLARE(reference_list, struct reference);

// An entry of a numbered list.
struct listed {
    const struct entry *entry;
    size_t number; // of the document's lists together
    size_t list;
    size_t rank; // of its reference; 0 for none
};
VEC_DECLARE(listed_list, struct listed);

// Finds what can be cited; a key that two entries have is an error.
struct references *references_new(const struct context *context);

// Whether there can be a citation or, where publications have numbers, a
// numbered list.
bool references_are_needed(const struct references *references, bool numbers);

// Returns the entry with that key, or NULL.
struct reference *references_lookup(const struct references *references,
                                    struct str key);

// Whether an entry that is left out has the key: fit, a variant or tags
// dropped it.
bool references_are_dropped(const struct references *references,
                            struct str key);

// Returns the place of a word of the text that begins at pos; pos itself if it
// is written in another way or too many were asked for.
struct pos references_place(const struct context *context, struct pos pos,
                            struct str word);

// Adds the error that there is none; the text that cites it begins at pos.
void references_report(const struct context *context, struct str key,
                       struct pos pos);

// Returns the reference of an entry, or NULL.
const struct reference *references_of(const struct references *references,
                                      const struct entry *entry);

// Notes that it is cited.
void references_cite(struct references *references,
                     struct reference *reference);

// Returns the entries [from, to) of a numbered list in the order in which
// they are to stand.
const struct listed *references_list(struct references *references,
                                     const struct entry_list *entries,
                                     size_t from, size_t to);

// Ends the first composing: gives the numbers.
void references_arrange(const struct context *context);
bool references_are_arranged(const struct references *references);

// Fills in authors, year and label (reference_label.c).
void reference_describe(const struct context *context,
                        struct reference *reference);

// Returns the item of a numbered list around an entry: its number, which
// leads back to where the entry is first cited (reference_label.c).
struct block reference_item(const struct context *context, struct block entry,
                            const struct listed *listed);

// Names of places: of the entry, and of its first citation.
struct str reference_anchor(struct arena *arena, struct str key);
struct str citation_anchor(struct arena *arena, struct str key);

#endif
