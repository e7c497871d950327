// SPDX-License-Identifier: MIT
// A table of applications: one row per application, as spreadsheets write it
// (CSV, RFC 4180 and what programs make of it) or as YAML.
#ifndef VITA_BATCH_TABLE_H
#define VITA_BATCH_TABLE_H

#include "base/diag.h"

// A value of a row and where it stands. Cells that are empty or missing have
// text.len 0.
struct cell {
    struct str text; // NFC, lines end with \n; unless yaml, trimmed
    struct pos pos;
    // The text is YAML for a list, a map or, in a column with a path, null:
    // only in YAML tables.
    bool yaml;
};

struct table_column {
    struct str name; // "company", "cv.headline"
    struct pos pos;
};
VEC_DECLARE(table_columns, struct table_column);

struct table_row {
    struct pos pos;
    const struct cell *cells; // one for each column
};
VEC_DECLARE(table_rows, struct table_row);

struct table {
    struct table_columns columns;
    struct table_rows rows;
};

// Reads the table; a source whose name ends with .yaml, .yml or .json is YAML
// (a list of maps, or a map with the list as "applications"), anything else
// CSV. Rows without a text in any cell are left out, as are columns without
// name and text. What is wrong becomes diagnostics; returns false if there
// were errors. Places in a CSV file whose lines end with a carriage return
// alone point into a copy of the source that ends them with line feeds.
bool table_read(struct arena *arena, const struct source *source,
                struct diags *diags, struct table *table)
    __attribute__((warn_unused_result));

// Returns the row's cell of that column, or NULL if there is no such column.
const struct cell *table_cell(const struct table *table,
                              const struct table_row *row, const char *column);

#endif
