// SPDX-License-Identifier: MIT
// Any bytes through the YAML reader, the profile's checks, and the printing
// of what they have to say.
#include "profile/profile.h"
#include "profile/yaml.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

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
    struct source source = {.name = STR("fuzz.yaml"),
                            .text = {(const char *)data, size}};
    struct node *root = yaml_read(arena, &source, diags);
    struct profile profile;

    // A malformed file must not go without a message.
    if (!root && diags_errors(diags) == 0)
        abort();
    if (root && !profile_read(arena, root, diags, &profile) &&
        diags_errors(diags) == 0)
        abort();
    print(diags);
    arena_free(arena);
    return 0;
}
