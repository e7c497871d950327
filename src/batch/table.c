// SPDX-License-Identifier: MIT
// What tables have in common, whatever they are written in: names of columns,
// and warnings about names that look like slips.
#include "batch/inputs.h"
#include "batch/table_parts.h"

#include "base/utf8.h"
#include "profile/excerpt.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// The columns that mean something by themselves; any other is for
// placeholders.
static const struct str known_columns[] = {
    {"profile", 7},  {"variant", 7},   {"tags", 4},   {"fit", 3},
    {"language", 8}, {"make", 4},      {"output", 6}, {"company", 7},
    {"role", 4},     {"recipient", 9},
};

// What paths begin with.
static const struct str roots[] = {
    {"cv", 2},     {"design", 6},   {"letter", 6},
    {"locale", 6}, {"settings", 8}, {"placeholders", 12},
};

bool table_is_root(struct str name)
{
    for (size_t i = 0; i < COUNT(roots); i++)
        if (str_eq(name, roots[i]))
            return true;
    return false;
}

bool table_is_path(struct str name)
{
    size_t dot = str_find_char(name, '.', 0);

    for (size_t i = 0; i < name.len; i++)
        if (name.ptr[i] == '\n' || name.ptr[i] == '\t')
            return false;
    return dot != SIZE_MAX && dot + 1 < name.len &&
           table_is_root(str_slice(name, 0, dot));
}

static bool is_name(struct str s)
{
    if (s.len == 0 || !ascii_is_lower(s.ptr[0]))
        return false;
    for (size_t i = 1; i < s.len; i++)
        if (!ascii_is_lower(s.ptr[i]) && !ascii_is_digit(s.ptr[i]) &&
            s.ptr[i] != '_')
            return false;
    return true;
}

// Returns s in lower case, with an underscore for each run of blanks.
static struct str fold(struct arena *arena, struct str s)
{
    struct buf buf = {.arena = arena};

    s = str_ascii_lower(arena, s);
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_space(s.ptr[i]))
            buf_add_char(&buf, s.ptr[i]);
        else if (i == 0 || !ascii_is_space(s.ptr[i - 1]))
            buf_add_char(&buf, '_');
    return buf_str(&buf);
}

// Returns a name that looks like s ("prenom" for "prénom"), or one that is
// none.
static struct str similar_name(struct arena *arena, struct str s)
{
    struct buf buf = {.arena = arena};
    bool gap = false;

    s = str_ascii_lower(arena, utf8_without_marks(arena, s));
    for (size_t i = 0; i < s.len; i++) {
        if (!ascii_is_alnum(s.ptr[i])) {
            gap = buf.len > 0;
            continue;
        }
        if (gap)
            buf_add_char(&buf, '_');
        gap = false;
        buf_add_char(&buf, s.ptr[i]);
    }
    return buf_str(&buf);
}

// Returns a path that was meant by s, or an empty text.
static struct str similar_path(struct arena *arena, struct str s)
{
    size_t dot = str_find_char(s, '.', 0);
    struct str root;

    if (dot == SIZE_MAX || dot + 1 == s.len)
        return (struct str){"", 0};
    root = suggest_nearest(str_slice(s, 0, dot), roots, COUNT(roots));
    if (root.len == 0)
        return root;
    return str_format(arena, "%.*s%.*s", STR_ARG(root),
                      STR_ARG(str_slice(s, dot, s.len)));
}

static void report_name(struct table_reader *reader, struct str header,
                        struct pos pos)
{
    struct str hint = STR("the first row names the columns: letters a-z, "
                          "digits and _, or paths such as cv.headline and "
                          "design.theme");
    struct str meant = similar_path(reader->arena, header);

    if (meant.len == 0 && str_find_char(header, '.', 0) == SIZE_MAX)
        meant = similar_name(reader->arena, header);
    if (is_name(meant) || table_is_path(meant))
        hint = str_format(reader->arena, "did you mean '%.*s'?",
                          STR_ARG(excerpt(reader->arena, meant)));
    diag_error(reader->diags, pos, hint, "'%.*s' is no name of a column",
               STR_ARG(excerpt(reader->arena, header)));
}

bool table_column_name(struct table_reader *reader, struct str header,
                       struct pos pos, struct str *name)
{
    header = str_trim(header);
    *name = header;
    if (!table_is_path(header))
        *name = fold(reader->arena, header);
    if (!table_is_path(header) && !is_name(*name)) {
        report_name(reader, header, pos);
        return false;
    }
    if (name->len > TABLE_MAX_NAME) {
        diag_error(reader->diags, pos, (struct str){"", 0},
                   "the column's name is longer than %zu bytes",
                   TABLE_MAX_NAME);
        return false;
    }
    return true;
}

size_t table_column_find(const struct table *table, struct str name)
{
    for (size_t i = 0; i < table->columns.len; i++)
        if (str_eq(table->columns.ptr[i].name, name))
            return i;
    return SIZE_MAX;
}

size_t table_column_add(struct table_reader *reader, struct str name,
                        struct pos pos)
{
    struct table_columns *columns = &reader->table->columns;

    if (columns->len < TABLE_MAX_COLUMNS) {
        vec_push(reader->arena, columns, (struct table_column){name, pos});
        return columns->len - 1;
    }
    if (!reader->full)
        diag_error(reader->diags, pos, (struct str){"", 0},
                   "the table has more than %zu columns", TABLE_MAX_COLUMNS);
    reader->full = true;
    return SIZE_MAX;
}

bool table_row_add(struct table_reader *reader, struct pos pos,
                   const struct cell *cells)
{
    struct table *table = reader->table;
    bool empty = true;

    for (size_t i = 0; i < table->columns.len && empty; i++)
        empty = cells[i].text.len == 0;
    if (empty)
        return true;
    if (table->rows.len == TABLE_MAX_ROWS) {
        diag_error(reader->diags, pos, (struct str){"", 0},
                   "the table has more than %zu rows", TABLE_MAX_ROWS);
        return false;
    }
    vec_push(reader->arena, &table->rows, (struct table_row){pos, cells});
    return true;
}

// Any name is good for a placeholder; one that is nearly a known one, which
// the table lacks, was hardly meant.
static void warn_of_slips(const struct table_reader *reader)
{
    for (size_t i = 0; i < reader->table->columns.len; i++) {
        const struct table_column *column = &reader->table->columns.ptr[i];
        struct str meant = suggest_within(column->name, known_columns,
                                          COUNT(known_columns), 1);

        if (meant.len == 0 ||
            table_column_find(reader->table, meant) != SIZE_MAX)
            continue;
        diag_warning(
            reader->diags, column->pos,
            str_format(reader->arena, "did you mean '%.*s'?", STR_ARG(meant)),
            "the column '%.*s' is only a placeholder", STR_ARG(column->name));
    }
}

bool table_read(struct arena *arena, const struct source *source,
                struct diags *diags, struct table *table)
{
    struct table_reader reader = {arena, diags, table, false};
    size_t errors = diags_errors(diags);

    *table = (struct table){.rows = {NULL, 0, 0}};
    if (inputs_is_profile(arena, source->name))
        table_read_yaml(&reader, source);
    else
        table_read_csv(&reader, source);
    warn_of_slips(&reader);
    if (diags_errors(diags) > errors)
        return false;
    if (table->rows.len > 0)
        return true;
    diag_error(
        diags, (struct pos){.source = source, .length = 1}, (struct str){"", 0},
        table->columns.len > 0 ? "the table names columns, but has no rows"
                               : "the table is empty");
    return false;
}

const struct cell *table_cell(const struct table *table,
                              const struct table_row *row, const char *column)
{
    size_t number = table_column_find(table, str_from_cstr(column));

    return number == SIZE_MAX ? NULL : &row->cells[number];
}
