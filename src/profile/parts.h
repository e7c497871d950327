// SPDX-License-Identifier: MIT
// The parts of a profile, each read by a file of its own.
#ifndef VITA_PROFILE_PARTS_H
#define VITA_PROFILE_PARTS_H

#include "profile/check.h"
#include "profile/entry_type.h"

// Reads the value of the key cv; node is not null.
void cv_read(const struct checker *checker, const struct node *node,
             struct cv *cv);

// Reads one item of social_networks. Returns false, with diagnostics, if it
// is none.
bool social_read(const struct checker *checker, const struct node *node,
                 struct connection *connection);

// Adds an error, with the right form, for each "GitHub: ada" of map. Returns
// false if there is none.
bool social_report_shorthand(const struct checker *checker,
                             const struct node *map);

// Reads the value of the key letter; node is not null.
struct letter *letter_read(const struct checker *checker,
                           const struct node *node);

// Reads cv.sections.
void sections_read(const struct checker *checker, const struct node *node,
                   struct cv *cv);

// Reads the entries of a list, of one type or several.
void entries_read(const struct checker *checker, const struct node *list,
                  struct entry_list *entries);

// Reads an entry of the type; that it has all mandatory fields was checked.
void entry_read(const struct checker *checker, const struct node *node,
                const struct entry_type *type, struct entry *entry);

// Reads a group: its title, which becomes the field "group", and its entries.
void group_read(const struct checker *checker, const struct node *node,
                struct entry *group);

// Reads highlights: a text, or a list of texts and of lists of sub-bullets.
void bullets_read(const struct checker *checker, const struct node *node,
                  struct bullet_list *list);

// Reads the key page_break of an entry or a section.
enum page_break page_break_read(const struct checker *checker,
                                const struct node *map);

// Reads the key column of a section.
enum section_column column_read(const struct checker *checker,
                                const struct node *map);

// Reads the key lang of an entry or a section; empty if there is none.
struct str language_read(const struct checker *checker, const struct node *map);

// Reads the key priority of an entry or a bullet: 1 to 9, or 0 if there is
// none.
int priority_read(const struct checker *checker, const struct node *map);

// Reads start_date, end_date and date of the map, or the list dates.
void periods_read(const struct checker *checker, const struct node *map,
                  struct period_list *periods);

#endif
