// SPDX-License-Identifier: MIT
// For the tests of tables: a table in memory, and what it has as a text.
#ifndef VITA_TESTS_TABLE_FIXTURE_H
#define VITA_TESTS_TABLE_FIXTURE_H

#include "batch/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

// cmocka has a macro of that name; it comes behind our headers.
#include <cmocka.h>

struct fixture {
    struct arena *arena;
    struct diags *diags;
    struct source *source;
    struct table table;
    bool good;
};

static inline struct fixture read_table(const char *name, struct str text)
{
    struct fixture fixture = {.arena = arena_new()};
    // A block of its own, so that the address sanitizer sees its end.
    char *bytes = malloc(text.len > 0 ? text.len : 1);

    assert_non_null(bytes);
    memcpy(bytes, text.ptr, text.len);
    fixture.diags = diags_new(fixture.arena);
    fixture.source = arena_new_of(fixture.arena, struct source);
    *fixture.source =
        (struct source){str_from_cstr(name), {bytes, text.len}, 0};
    fixture.good = table_read(fixture.arena, fixture.source, fixture.diags,
                              &fixture.table);
    return fixture;
}

static inline void done(struct fixture *fixture)
{
    char *bytes = NULL;

    memcpy(&bytes, &fixture->source->text.ptr, sizeof bytes);
    free(bytes);
    arena_free(fixture->arena);
}

// Returns the messages without the excerpts of the source.
static inline struct str messages(struct fixture *fixture)
{
    struct buf buf = {.arena = fixture->arena};
    char *text = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&text, &length);
    struct str rest;

    assert_non_null(file);
    diags_print(fixture->diags, file, true, false);
    fclose(file);
    rest = (struct str){text, length};
    while (rest.ptr) {
        struct str line = str_split(&rest, '\n');

        if (str_starts(line, STR("    hint: ")))
            line = str_slice(line, 4, line.len);
        else if (line.len == 0 || *line.ptr == ' ')
            continue;
        buf_addf(&buf, "%.*s\n", STR_ARG(line));
    }
    free(text);
    return buf_str(&buf);
}

// Returns "name|name", then "text|text" for each row; line breaks as "\n", a
// value that is YAML in braces.
static inline struct str dump(struct fixture *fixture)
{
    struct buf buf = {.arena = fixture->arena};

    for (size_t i = 0; i < fixture->table.columns.len; i++)
        buf_addf(&buf, "%s%.*s", i > 0 ? "|" : "",
                 STR_ARG(fixture->table.columns.ptr[i].name));
    buf_add_char(&buf, '\n');
    for (size_t i = 0; i < fixture->table.rows.len; i++) {
        const struct table_row *row = &fixture->table.rows.ptr[i];

        for (size_t k = 0; k < fixture->table.columns.len; k++) {
            struct str text = row->cells[k].text;

            buf_add_cstr(&buf, k > 0 ? "|" : "");
            buf_add_cstr(&buf, row->cells[k].yaml ? "{" : "");
            for (size_t n = 0; n < text.len; n++)
                if (text.ptr[n] == '\n')
                    buf_add_cstr(&buf, "\\n");
                else
                    buf_add_char(&buf, text.ptr[n]);
            buf_add_cstr(&buf, row->cells[k].yaml ? "}" : "");
        }
        buf_add_char(&buf, '\n');
    }
    return buf_str(&buf);
}

// Returns "L:C+N" of the columns, then of each row and its cells.
static inline struct str places(struct fixture *fixture)
{
    struct buf buf = {.arena = fixture->arena};
    const struct table *table = &fixture->table;

    for (size_t i = 0; i < table->columns.len; i++) {
        struct pos pos = table->columns.ptr[i].pos;

        buf_addf(&buf, "%s%u:%u+%u", i > 0 ? " " : "", pos.line, pos.column,
                 pos.length);
    }
    for (size_t i = 0; i < table->rows.len; i++) {
        const struct table_row *row = &table->rows.ptr[i];

        buf_addf(&buf, "\n%u:%u:", row->pos.line, row->pos.column);
        for (size_t k = 0; k < table->columns.len; k++) {
            struct pos pos = row->cells[k].pos;

            assert_non_null(pos.source);
            buf_addf(&buf, " %u:%u+%u", pos.line, pos.column, pos.length);
        }
    }
    return buf_str(&buf);
}

static inline void assert_text(struct str text, const char *expected)
{
    if (!str_eq_cstr(text, expected))
        fail_msg("'%.*s' is not '%s'", STR_ARG(text), expected);
}

struct sample {
    struct str input;
    const char *output;
};

#define SAMPLE(input, output)                                                  \
    {                                                                          \
        {"" input, sizeof(input) - 1}, output                                  \
    }

typedef struct str view(struct fixture *fixture);

static inline void check(const char *name, const struct sample *samples,
                         size_t count, view *show)
{
    for (size_t i = 0; i < count; i++) {
        struct fixture fixture = read_table(name, samples[i].input);

        if (show != messages) {
            assert_text(messages(&fixture), "");
            assert_true(fixture.good);
        } else {
            assert_int_equal(fixture.good, diags_errors(fixture.diags) == 0);
        }
        assert_text(show(&fixture), samples[i].output);
        done(&fixture);
    }
}

#endif
