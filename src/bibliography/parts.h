// SPDX-License-Identifier: MIT
// The steps between the database and the nodes: options, names, dates,
// selection, publications.
#ifndef VITA_BIBLIOGRAPHY_PARTS_H
#define VITA_BIBLIOGRAPHY_PARTS_H

#include "bibliography/bibliography.h"
#include "bibliography/database.h"
#include "bibliography/tex.h"
#include "profile/check.h"

struct bib_name {
    struct str text; // Markdown: "Ludwig van Beethoven"
    struct str sort; // "van Beethoven, Ludwig", without accents
};
VEC_DECLARE(bib_names, struct bib_name);

// Returns the names of a list "A and B and others".
struct bib_names bib_names_read(struct bib_database *database,
                                const struct bib_value *value,
                                enum tex_warnings warnings);

struct bib_date {
    int year;        // 0 if none is known
    int month;       // 0 if none is known
    struct str text; // for the node: "1918-07", "in press"; may be empty
    struct pos pos;
};

// Returns the date by the fields date, or year and month.
struct bib_date bib_date_read(struct bib_database *database,
                              const struct bib_entry *entry,
                              enum tex_warnings warnings);

enum bib_sort {
    BIB_SORT_DATE,
    BIB_SORT_TITLE,
    BIB_SORT_AUTHOR,
    BIB_SORT_FILE, // or the order of keys
};

enum bib_group {
    BIB_GROUP_NONE,
    BIB_GROUP_TYPE,
    BIB_GROUP_YEAR,
};

// What a section's map asks for.
struct bib_options {
    struct text_list paths;
    struct text_list include;
    struct text_list exclude;
    struct text_list keys;
    const struct node *where; // a map, or NULL
    const struct node *group_titles;
    enum bib_sort sort;
    bool descending;
    enum bib_group group;
};

// Reads the options of a section. Keys that are not known here are left to
// the section, but for misspellings.
void bib_options_read(const struct checker *checker, const struct node *section,
                      struct bib_options *options);

// True for the keys that bib_options_read() reads.
bool bib_options_has(struct str key);

// True for what is near to one of those and was told so.
bool bib_options_misspelt(struct arena *arena, struct str key);

struct bib_publication {
    const struct bib_entry *entry;
    struct str title; // Markdown
    struct bib_names authors;
    struct pos authors_pos;
    struct bib_date date;
    struct str sort_text; // title or author
    size_t number;        // in the order of selection
};
VEC_DECLARE(bib_publications, struct bib_publication);

// Returns the publications of the files that the options ask for, sorted.
// files are those of options->paths.
struct bib_publications bib_select(struct bib_database *database,
                                   const struct bib_files *files,
                                   const struct bib_options *options);

// Returns text in lower case without accents, for comparing.
struct str bib_folded(struct arena *arena, struct str text);

// Returns the entries, or groups of them, as a list node.
struct node *
bib_publications_to_node(struct bib_database *database,
                         const struct bib_publications *publications,
                         const struct bib_options *options, struct pos pos);

// Returns the entry that a person would have written.
struct node *bib_publication_to_node(struct bib_database *database,
                                     const struct bib_publication *publication);

struct node *bib_scalar(struct arena *arena, struct str text, struct pos pos);
struct node *bib_new_node(struct arena *arena, enum node_kind kind,
                          struct pos pos);
void bib_map_add(struct arena *arena, struct node *map, const char *key,
                 struct node *value);

#endif
