// SPDX-License-Identifier: MIT
// Any bytes as a table in CSV and in YAML, with its messages printed. A CSV
// table without errors is written again, all cells in quotation marks, and must
// be the same when it is read.
#include "batch/table.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// Doubled quotation marks of longer texts could exceed the limits of a cell
// and of a name.
#define WRITTEN_MAX 16384

static void print(const struct diags *diags)
{
    char *text = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&text, &length);

    if (!file)
        abort();
    diags_print(diags, file, true, true);
    fclose(file);
    free(text);
}

static void add_quoted(struct buf *buf, struct str text, bool last)
{
    buf_add_char(buf, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"')
            buf_add_char(buf, '"');
        buf_add_char(buf, text.ptr[i]);
    }
    buf_add_cstr(buf, last ? "\"\n" : "\",");
}

static struct str write_csv(struct arena *arena, const struct table *table)
{
    struct buf buf = {.arena = arena};
    size_t count = table->columns.len;

    for (size_t i = 0; i < count; i++)
        add_quoted(&buf, table->columns.ptr[i].name, i + 1 == count);
    for (size_t i = 0; i < table->rows.len; i++)
        for (size_t k = 0; k < count; k++)
            add_quoted(&buf, table->rows.ptr[i].cells[k].text, k + 1 == count);
    return buf_str(&buf);
}

static void compare(const struct table *a, const struct table *b)
{
    if (a->columns.len != b->columns.len || a->rows.len != b->rows.len)
        abort();
    for (size_t i = 0; i < a->columns.len; i++)
        if (!str_eq(a->columns.ptr[i].name, b->columns.ptr[i].name))
            abort();
    for (size_t i = 0; i < a->rows.len; i++)
        for (size_t k = 0; k < a->columns.len; k++)
            if (!str_eq(a->rows.ptr[i].cells[k].text,
                        b->rows.ptr[i].cells[k].text))
                abort();
}

static void check_places(const struct source *source, const struct table *table)
{
    for (size_t i = 0; i < table->rows.len; i++)
        for (size_t k = 0; k < table->columns.len; k++) {
            struct pos pos = table->rows.ptr[i].cells[k].pos;

            if (!pos.source || pos.line == 0 || pos.column == 0 ||
                pos.length == 0 || pos.line > source->text.len + 1 ||
                pos.column > source->text.len + 1)
                abort();
        }
}

static void read_one(struct str name, struct str text, bool csv)
{
    struct arena *arena = arena_new();
    struct diags *diags = diags_new(arena);
    struct source source = {name, text, 0};
    struct source again = {STR("again.csv"), {"", 0}, 1};
    struct table table;
    struct table copy;
    bool good = table_read(arena, &source, diags, &table);

    if (good != (diags_errors(diags) == 0) || (good && table.rows.len == 0))
        abort();
    print(diags);
    if (good)
        check_places(&source, &table);
    if (good && csv && text.len <= WRITTEN_MAX) {
        again.text = write_csv(arena, &table);
        if (!table_read(arena, &again, diags, &copy))
            abort();
        compare(&table, &copy);
    }
    arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};

    read_one(STR("a.csv"), text, true);
    read_one(STR("a.yaml"), text, false);
    return 0;
}
