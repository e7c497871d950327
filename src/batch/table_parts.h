// SPDX-License-Identifier: MIT
// What the readers of CSV and of YAML share: the columns' names and limits
// against files that are no tables or are made to do harm.
#ifndef VITA_BATCH_TABLE_PARTS_H
#define VITA_BATCH_TABLE_PARTS_H

#include "batch/table.h"
#include "profile/source_map.h"

// More applications than anyone sends; a table's cells fit in 100 MB.
#define TABLE_MAX_ROWS ((size_t)100000)
#define TABLE_MAX_COLUMNS ((size_t)200)
// A paragraph or two. A quotation mark that is not closed makes one cell of
// the rest of the file.
#define TABLE_MAX_CELL_KIBIBYTES ((size_t)64)
#define TABLE_MAX_CELL (TABLE_MAX_CELL_KIBIBYTES << 10)
// Of a CSV file, and of all texts that are made of a YAML file, whose aliases
// repeat what they stand for.
#define TABLE_MAX_MEBIBYTES ((size_t)16)
#define TABLE_MAX_BYTES (TABLE_MAX_MEBIBYTES << 20)
// The path of a value deep in the profile is far shorter.
#define TABLE_MAX_NAME ((size_t)256)

struct table_reader {
    struct arena *arena;
    struct diags *diags;
    struct table *table;
    bool full; // it was told that there are too many columns
};

// Fills reader->table; what is wrong becomes diagnostics.
void table_read_csv(struct table_reader *reader, const struct source *source);
void table_read_yaml(struct table_reader *reader, const struct source *source);

// Checks the bytes of a CSV file and fills *map, whose source has a line feed
// at the end of each line. What is wrong becomes diagnostics; returns false
// then.
bool table_check_csv(const struct table_reader *reader,
                     const struct source *source, struct source_map *map)
    __attribute__((warn_unused_result));

// Finds what separates cells: what a first line "sep=;" says, or what the
// first line with text has most of. Returns where the rows begin.
size_t table_find_separator(struct str text, char *separator);

// Makes the name of a column from its header: "company_name" of "Company
// Name"; a path stays as it is. Returns false with an error at pos if it is
// neither.
bool table_column_name(struct table_reader *reader, struct str header,
                       struct pos pos, struct str *name)
    __attribute__((warn_unused_result));

// Returns true if a column of that name holds values that are laid over the
// profile: "cv.headline"; with a root alone ("cv"), false.
bool table_is_path(struct str name);

// Returns true for "cv", "design" and the other words that paths begin with.
bool table_is_root(struct str name);

// Returns the column's number, or SIZE_MAX if there is none of that name.
size_t table_column_find(const struct table *table, struct str name);

// Appends a column and returns its number; SIZE_MAX with an error if there
// are too many.
size_t table_column_add(struct table_reader *reader, struct str name,
                        struct pos pos);

// Appends a row unless all its cells are empty. Returns false with an error
// if there are too many.
bool table_row_add(struct table_reader *reader, struct pos pos,
                   const struct cell *cells)
    __attribute__((warn_unused_result));

#endif
