// SPDX-License-Identifier: MIT
// Any bytes as a .bib file, through all that a section can ask of it, the
// checks of the entries, and the printing of what they have to say.
#include "bibliography/bibliography.h"
#include "profile/profile.h"
#include "profile/yaml.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char profile_text[] =
    "cv:\n"
    "  name: A\n"
    "  sections:\n"
    "    a: {bibliography: a.bib}\n"
    "    b: {bibliography: a.bib, sort: author, group_by: type}\n"
    "    c: {bibliography: a.bib, include: [article, book], sort: -title,\n"
    "        where: {author: e, year: 1900-, keywords: x, title: a}}\n"
    "    d: {bibliography: a.bib, keys: [a, b, noether1918], exclude: b}\n";

static const struct source *read(void *context, struct str path, struct pos pos)
{
    (void)path;
    (void)pos;
    return context;
}

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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct diags *diags = diags_new(arena);
    struct source yaml = {
        STR("cv.yaml"), {profile_text, sizeof profile_text - 1}, 0};
    struct source bib = {STR("a.bib"), {(const char *)data, size}, 1};
    struct bib_reader reader = {&bib, read};
    struct node *root = yaml_read(arena, &yaml, diags);
    struct profile profile;

    root = bibliography_expand(arena, root, &reader, diags);
    if (!profile_read(arena, root, diags, &profile) && diags_errors(diags) == 0)
        abort();
    print(diags);
    arena_free(arena);
    return 0;
}
