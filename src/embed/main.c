// SPDX-License-Identifier: MIT
// embed: a program of the build, not installed. It turns data files into the
// C tables that the executable carries:
//   embed families OUT.c fonts/*.yaml
//   embed design OUT.c src/design/themes/*.yaml src/design/locales/*.yaml
#include "embed/emit.h"
#include "embed/families.h"
#include "embed/texts.h"

#include <stdio.h>
#include <string.h>

static bool generate(struct arena *arena, const char *what, const char *path,
                     char *const *inputs, size_t count)
{
    struct str out = {0};
    bool ok = strcmp(what, "families") == 0
                  ? families_generate(arena, inputs, count, &out)
                  : texts_generate(arena, inputs, count, &out);
    return ok && emit_write(path, out);
}

int main(int argc, char **argv)
{
    if (argc < 3 ||
        (strcmp(argv[1], "families") != 0 && strcmp(argv[1], "design") != 0)) {
        fputs("usage: embed families|design OUT.c FILE...\n", stderr);
        return 2;
    }
    struct arena *arena = arena_new();
    bool ok = generate(arena, argv[1], argv[2], argv + 3, (size_t)argc - 3);
    arena_free(arena);
    return ok ? 0 : 1;
}
