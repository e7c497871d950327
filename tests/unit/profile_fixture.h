// SPDX-License-Identifier: MIT
// For the tests of src/profile: a text read into nodes or a profile, and the
// diagnostics as one string.
#ifndef VITA_TESTS_PROFILE_FIXTURE_H
#define VITA_TESTS_PROFILE_FIXTURE_H

#include "profile/profile.h"
#include "profile/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena *arena;
    struct diags *diags;
    struct source source;
    struct node *root;
    struct profile profile;
    bool valid; // what profile_read() returned
};

static inline struct fixture fixture_bytes(struct str text)
{
    struct fixture f = {.arena = arena_new()};

    f.diags = diags_new(f.arena);
    f.source.name = STR("t");
    f.source.text = str_copy(f.arena, text);
    return f;
}

// The result must not be copied once nodes point at its source.
static inline void fixture_read(struct fixture *f, const char *text)
{
    *f = fixture_bytes(str_from_cstr(text));
    f->root = yaml_read(f->arena, &f->source, f->diags);
}

static inline void fixture_profile(struct fixture *f, const char *text)
{
    fixture_read(f, text);
    assert_non_null(f->root);
    f->valid = profile_read(f->arena, f->root, f->diags, &f->profile);
}

static inline void fixture_free(struct fixture *f)
{
    arena_free(f->arena);
}

// All diagnostics as vita prints them, in the fixture's arena.
static inline const char *fixture_messages(struct fixture *f)
{
    char *text = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&text, &length);
    const char *copy;

    assert_non_null(file);
    diags_print(f->diags, file, true, false);
    fclose(file);
    copy = str_to_cstr(f->arena, (struct str){text, length});
    free(text);
    return copy;
}

// The first line of each message and its hint, without the excerpts:
// "t:1:2: error: ...\n    hint: ...\n".
static inline const char *fixture_brief(struct fixture *f)
{
    struct buf buf = {.arena = f->arena};
    struct str rest = str_from_cstr(fixture_messages(f));

    while (rest.ptr) {
        struct str line = str_split(&rest, '\n');

        if (!str_starts(line, STR("t:")) &&
            !str_starts(line, STR("    hint: ")))
            continue;
        buf_add(&buf, line);
        buf_add_char(&buf, '\n');
    }
    return str_to_cstr(f->arena, buf_str(&buf));
}

static inline void assert_str(struct str actual, const char *expected)
{
    if (!str_eq_cstr(actual, expected))
        fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(actual), expected);
}

static inline void assert_contains(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("no \"%s\" in \"%s\"", part, text);
}

static inline void assert_pos(struct pos pos, unsigned line, unsigned column,
                              unsigned length)
{
    assert_int_equal(pos.line, line);
    assert_int_equal(pos.column, column);
    assert_int_equal(pos.length, length);
}

struct message_case {
    const char *text, *messages; // all of them, excerpts left out
};

static inline void check_messages(const struct message_case *cases,
                                  size_t count, const char *before)
{
    for (size_t i = 0; i < count; i++) {
        struct fixture f;
        struct arena *arena = arena_new();
        struct str text = str_format(arena, "%s%s", before, cases[i].text);
        const char *brief;

        fixture_profile(&f, text.ptr);
        brief = fixture_brief(&f);
        if (strcmp(brief, cases[i].messages) != 0)
            fail_msg("%s:\n%s", text.ptr, brief);
        assert_true(f.valid == (diags_errors(f.diags) == 0));
        fixture_free(&f);
        arena_free(arena);
    }
}

static inline void read_valid(struct fixture *f, const char *text)
{
    fixture_profile(f, text);
    if (!f->valid || diags_warnings(f->diags) > 0)
        fail_msg("%s", fixture_messages(f));
}

#endif
