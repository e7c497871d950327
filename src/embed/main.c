// SPDX-License-Identifier: MIT
// embed: a program of the build, not installed. It turns data files into the
// C tables that the executable carries:
//   embed families OUT.c fonts/*.yaml
//   embed design OUT.c src/design/themes/*.yaml src/design/locales/*.yaml
//   embed patterns OUT.c hyphen.tex hyph_en_US.dic
//   embed srgb OUT.c
#include "embed/emit.h"
#include "embed/families.h"
#include "embed/patterns.h"
#include "embed/srgb.h"
#include "embed/texts.h"

#include <stdio.h>
#include <string.h>

typedef bool generator(struct arena *arena, char *const *inputs, size_t count,
                       struct str *out);

static generator *find_generator(const char *what)
{
    if (strcmp(what, "families") == 0)
        return families_generate;
    if (strcmp(what, "design") == 0)
        return texts_generate;
    if (strcmp(what, "srgb") == 0)
        return srgb_generate;
    return strcmp(what, "patterns") == 0 ? patterns_generate : NULL;
}

int main(int argc, char **argv)
{
    generator *generate = argc < 3 ? NULL : find_generator(argv[1]);
    if (!generate) {
        fputs("usage: embed families|design|patterns|srgb OUT.c FILE...\n",
              stderr);
        return 2;
    }
    struct arena *arena = arena_new();
    struct str out = {0};
    bool ok = generate(arena, argv + 3, (size_t)argc - 3, &out) &&
              emit_write(argv[2], out);
    arena_free(arena);
    return ok ? 0 : 1;
}
