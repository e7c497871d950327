// SPDX-License-Identifier: MIT
// For the tests of src/bibliography: a .bib file in memory and the entries that
// a profile makes of it.
#ifndef VITA_TESTS_BIBLIOGRAPHY_FIXTURE_H
#define VITA_TESTS_BIBLIOGRAPHY_FIXTURE_H

#include "bibliography/bibliography.h"
#include "bibliography/parts.h"
#include "profile/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

// cmocka has a macro of that name; it comes behind our headers.
#include <cmocka.h>

struct fixture {
    struct arena *arena;
    struct diags *diags;
    struct str bib;
    int reads;
};

static inline struct fixture fixture_new(const char *bib)
{
    struct fixture fixture = {.arena = arena_new(), .bib = str_from_cstr(bib)};

    fixture.diags = diags_new(fixture.arena);
    return fixture;
}

static inline const struct source *read_bib(void *context, struct str path,
                                            struct pos pos)
{
    struct fixture *fixture = context;
    struct source *source;

    if (!str_eq_cstr(path, "a.bib")) {
        diag_error(fixture->diags, pos, (struct str){"", 0}, "no file");
        return NULL;
    }
    source = arena_new_of(fixture->arena, struct source);
    *source = (struct source){path, fixture->bib, ++fixture->reads};
    return source;
}

// Returns the entries of the section that the options (YAML, flow style)
// make.
static inline const struct node *entries_of(struct fixture *fixture,
                                            const char *options)
{
    struct source *source = arena_new_of(fixture->arena, struct source);
    struct bib_reader reader = {fixture, read_bib};
    struct node *root;

    *source = (struct source){
        STR("cv.yaml"),
        str_format(fixture->arena,
                   "cv: {sections: {s: {bibliography: a.bib%s%s}}}",
                   *options ? ", " : "", options),
        0};
    root = yaml_read(fixture->arena, source, fixture->diags);
    assert_non_null(root);
    root = bibliography_expand(fixture->arena, root, &reader, fixture->diags);
    return node_lookup(
        node_lookup(node_lookup(node_lookup(root, "cv"), "sections"), "s"),
        "entries");
}

static inline void assert_text(struct str text, const char *expected)
{
    if (!str_eq_cstr(text, expected))
        fail_msg("'%.*s' is not '%s'", STR_ARG(text), expected);
}

struct pair_of_texts {
    const char *input;
    const char *output;
};

#endif
