// SPDX-License-Identifier: MIT
// Prints what src/reference makes.
#include "cli/reference.h"

#include "reference/font_table.h"
#include "reference/json_schema.h"

#include <stdio.h>

static enum exit_code fail(const char *why)
{
    fprintf(stderr, "vita: %s\n", why);
    return EXIT_SYSTEM;
}

static enum exit_code print(struct str text)
{
    if (fwrite(text.ptr, 1, text.len, stdout) == text.len &&
        fflush(stdout) == 0)
        return EXIT_FINE;
    return fail("cannot write to standard output");
}

enum exit_code schema_print(struct arena *arena)
{
    struct str text;

    if (!json_schema_make(arena, &text))
        return fail("out of memory");
    return print(text);
}

enum exit_code fonts_print(struct arena *arena, const char *name)
{
    struct str text =
        font_table_make(arena, STR("fonts"), str_from_cstr(name ? name : ""));

    if (text.len > 0)
        return print(text);
    fprintf(stderr, "vita: no family of fonts is called %s\n",
            name ? name : "anything");
    return EXIT_PROFILE;
}
