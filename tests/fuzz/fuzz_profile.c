// SPDX-License-Identifier: MIT
// Any bytes through the YAML reader, the choice of tags and languages, the
// profile's checks, and the printing of what they have to say. Without a
// function that finds files, includes are off. What was chosen must come back
// from YAML as it was.
#include "../tools/node_equal.h"
#include "profile/profile.h"
#include "profile/select.h"
#include "profile/yaml.h"
#include "profile/yaml_write.h"

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

// Each variant, and the profile as it is.
static void choose(struct arena *arena, struct node *root, struct diags *diags,
                   struct node **chosen)
{
    const struct node *variants = node_lookup(root, "variants");
    struct choice choice;

    variants_check(arena, root, diags);
    for (size_t i = 0; variants && i < variants->pairs.len && i < 4; i++) {
        const struct pair *variant = &variants->pairs.ptr[i];
        struct node *merged = variant_merge(arena, root, variant);

        choice_read(arena, merged, variant, NULL, diags, &choice);
        *chosen = select_read(arena, merged, &choice, STR("de"), diags);
    }
    choice_read(arena, root, NULL, NULL, diags, &choice);
    *chosen = select_read(arena, root, &choice, STR("en"), diags);
}

static void check_writing(struct arena *arena, const struct node *root)
{
    struct source source = {.name = STR("written.yaml")};
    struct diags *diags = diags_new(arena);
    const struct node *again;

    if (!node_to_yaml(arena, root, &source.text))
        abort();
    again = yaml_read(arena, &source, diags);
    if (again ? !node_equal(root, again) : source.text.len < 1 << 20)
        abort();
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
    if (root) {
        bool good = diags_errors(diags) == 0;

        choose(arena, root, diags, &root);
        if (good)
            check_writing(arena, root);
    }
    if (root && !profile_read(arena, root, diags, &profile) &&
        diags_errors(diags) == 0)
        abort();
    print(diags);
    arena_free(arena);
    return 0;
}
