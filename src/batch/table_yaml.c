// SPDX-License-Identifier: MIT
// A table as YAML: a list of maps. The maps below cv, design and the like
// become columns with paths, as a spreadsheet would have them; columns are
// known only behind the last row, so cells are collected first.
#include "batch/table_parts.h"

#include "base/utf8.h"
#include "profile/check.h"
#include "profile/yaml.h"
#include "profile/yaml_write.h"

// A cell of a row whose number of columns is not known yet.
struct given {
    size_t column;
    struct cell cell;
};
VEC_DECLARE(given_list, struct given);

struct application {
    struct pos pos;
    struct given_list given;
};
VEC_DECLARE(application_list, struct application);

struct yaml_reader {
    struct table_reader *table;
    struct application_list applications;
    struct application *current;
    size_t bytes; // of all texts so far
    bool stop;
};

// --- Values ------------------------------------------------------------------

// Returns how long the texts in the node are, or limit if that is less.
static size_t node_bytes(const struct node *node, size_t limit)
{
    size_t bytes = node->text.len;

    for (size_t i = 0; i < node->items.len && bytes < limit; i++)
        bytes += node_bytes(node->items.ptr[i], limit - bytes);
    for (size_t i = 0; i < node->pairs.len && bytes < limit; i++) {
        bytes += node->pairs.ptr[i].key.len;
        if (bytes < limit)
            bytes += node_bytes(node->pairs.ptr[i].value, limit - bytes);
    }
    return bytes < limit ? bytes : limit;
}

static bool check_size(struct yaml_reader *reader, const struct node *value)
{
    struct diags *diags = reader->table->diags;

    if (node_bytes(value, TABLE_MAX_CELL + 1) > TABLE_MAX_CELL) {
        diag_error(diags, value->pos, (struct str){"", 0},
                   "the value is larger than %zu KiB",
                   TABLE_MAX_CELL_KIBIBYTES);
        return false;
    }
    if (reader->bytes > TABLE_MAX_BYTES) {
        diag_error(diags, value->pos, (struct str){"", 0},
                   "the table is larger than %zu MiB", TABLE_MAX_MEBIBYTES);
        reader->stop = true;
    }
    return !reader->stop;
}

// In a path, null is a value: it takes away what the profile has.
static bool make_cell(struct yaml_reader *reader, const struct node *value,
                      bool path, struct cell *cell)
{
    *cell = (struct cell){.text = {"", 0}, .pos = value->pos};
    if (!check_size(reader, value))
        return false;
    if (value->kind == NODE_SCALAR)
        cell->text = str_trim(value->text);
    cell->yaml = value->kind == NODE_LIST || value->kind == NODE_MAP ||
                 (value->kind == NODE_NULL && path);
    if (cell->yaml && !node_to_yaml(reader->table->arena, value, &cell->text)) {
        diag_error(reader->table->diags, value->pos, (struct str){"", 0},
                   "cannot write this value as YAML");
        return false;
    }
    reader->bytes += cell->text.len;
    return true;
}

// --- Names -------------------------------------------------------------------

// True if the key must be quoted in a path.
static bool is_special(struct str key)
{
    bool digits = true;

    for (size_t i = 0; i < key.len; i++) {
        char c = key.ptr[i];

        if (c == '.' || c == '[' || c == '"' || c == '\'' || ascii_is_space(c))
            return true;
        digits = digits && ascii_is_digit(c);
    }
    return digits;
}

// Returns the path of a key below the map at path. Returns false with an
// error if there is none.
static bool path_below(struct yaml_reader *reader, struct str path,
                       const struct pair *pair, struct str *below)
{
    struct arena *arena = reader->table->arena;
    const char *mark = !is_special(pair->key)                         ? ""
                       : str_find_char(pair->key, '"', 0) == SIZE_MAX ? "\""
                                                                      : "'";

    if (path.len + pair->key.len > TABLE_MAX_NAME) {
        diag_error(reader->table->diags, pair->key_pos, (struct str){"", 0},
                   "the column's name is longer than %zu bytes",
                   TABLE_MAX_NAME);
        return false;
    }
    if (*mark == '\'' && str_find_char(pair->key, '\'', 0) != SIZE_MAX) {
        diag_error(reader->table->diags, pair->key_pos, (struct str){"", 0},
                   "a key with both kinds of quotation marks");
        return false;
    }
    *below = str_format(arena, "%.*s.%s%.*s%s", STR_ARG(path), mark,
                        STR_ARG(pair->key), mark);
    return true;
}

// Returns the number of the column, a new one if need be; SIZE_MAX with an
// error if the row has it already, or if there are too many.
static size_t find_column(struct yaml_reader *reader, struct str name,
                          struct pos pos)
{
    size_t column = table_column_find(reader->table->table, name);

    if (column == SIZE_MAX)
        return table_column_add(reader->table, name, pos);
    for (size_t i = 0; i < reader->current->given.len; i++) {
        if (reader->current->given.ptr[i].column != column)
            continue;
        diag_error(reader->table->diags, pos, (struct str){"", 0},
                   "the column '%.*s' is here twice", STR_ARG(name));
        return SIZE_MAX;
    }
    return column;
}

// --- Rows --------------------------------------------------------------------

static void add_given(struct yaml_reader *reader, struct str name,
                      const struct pair *pair)
{
    size_t column = find_column(reader, name, pair->key_pos);
    struct given given = {.column = column};

    if (column == SIZE_MAX ||
        !make_cell(reader, pair->value, table_is_path(name), &given.cell))
        return;
    vec_push(reader->table->arena, &reader->current->given, given);
}

// Adds all that is below the map at path, as deep as there are maps. An empty
// map changes nothing in the profile.
static void add_below(struct yaml_reader *reader, struct str path,
                      const struct node *map)
{
    for (size_t i = 0; i < map->pairs.len && !reader->stop; i++) {
        const struct pair *pair = &map->pairs.ptr[i];
        struct str below;

        if (!path_below(reader, path, pair, &below))
            continue;
        if (pair->value->kind == NODE_MAP)
            add_below(reader, below, pair->value);
        else
            add_given(reader, below, pair);
    }
}

static void add_application(struct yaml_reader *reader, const struct node *map)
{
    struct checker checker = {reader->table->arena, reader->table->diags};
    struct application empty = {.pos = map->pos};

    if (node_is_null(map))
        return;
    if (map->kind != NODE_MAP) {
        check_expected(&checker, map, "a map, as 'company: Acme'");
        return;
    }
    vec_push(reader->table->arena, &reader->applications, empty);
    reader->current = &reader->applications.ptr[reader->applications.len - 1];
    for (size_t i = 0; i < map->pairs.len && !reader->stop; i++) {
        const struct pair *pair = &map->pairs.ptr[i];
        struct str name;

        if (!table_column_name(reader->table,
                               utf8_nfc(checker.arena, pair->key),
                               pair->key_pos, &name))
            continue;
        if (pair->value->kind == NODE_MAP &&
            (table_is_root(name) || table_is_path(name)))
            add_below(reader, name, pair->value);
        else
            add_given(reader, name, pair);
    }
}

static bool is_empty(const struct application *application)
{
    for (size_t i = 0; i < application->given.len; i++)
        if (application->given.ptr[i].cell.text.len > 0)
            return false;
    return true;
}

static void add_rows(struct yaml_reader *reader)
{
    struct table_reader *table = reader->table;
    size_t count = table->table->columns.len;

    for (size_t i = 0; i < reader->applications.len; i++) {
        const struct application *from = &reader->applications.ptr[i];
        struct cell *cells;

        if (is_empty(from))
            continue;
        cells = arena_array_of(table->arena, count, struct cell);
        for (size_t k = 0; k < count; k++)
            cells[k] = (struct cell){.text = {"", 0}, .pos = from->pos};
        for (size_t k = 0; k < from->given.len; k++)
            cells[from->given.ptr[k].column] = from->given.ptr[k].cell;
        if (!table_row_add(table, from->pos, cells))
            return;
    }
}

// Returns the list of applications, or NULL with an error unless the table is
// empty.
static const struct node *find_list(struct table_reader *table,
                                    const struct node *root)
{
    static const char *const keys[] = {"applications", NULL};
    struct checker checker = {table->arena, table->diags};
    const struct node *list = root;

    if (root->kind == NODE_MAP) {
        list = node_lookup(root, keys[0]);
        for (size_t i = 0; i < root->pairs.len && !list; i++)
            if (check_nearest(table->arena, root->pairs.ptr[i].key, keys).len)
                list = root->pairs.ptr[i].value;
        if (list)
            check_keys(&checker, root, keys, "the table");
        else
            list = root;
    }
    if (node_is_null(list))
        return NULL;
    if (list->kind != NODE_LIST) {
        check_expected(&checker, list, "a list of applications");
        return NULL;
    }
    return list;
}

void table_read_yaml(struct table_reader *table, const struct source *source)
{
    struct yaml_reader reader = {.table = table};
    const struct node *root = yaml_read(table->arena, source, table->diags);
    const struct node *list = root ? find_list(table, root) : NULL;

    for (size_t i = 0; list && i < list->items.len && !reader.stop; i++)
        add_application(&reader, list->items.ptr[i]);
    add_rows(&reader);
}
