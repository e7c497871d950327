// SPDX-License-Identifier: MIT
// Themes on the command line.
#include "cli/themes.h"

#include "design/theme_list.h"
#include "job/files.h"
#include "job/themes.h"

#include <stdio.h>
#include <unistd.h>

static void print_theme(struct str name, struct str description)
{
    printf("%-20.*s %.*s\n", STR_ARG(name), STR_ARG(description));
}

enum exit_code list_themes(void)
{
    struct arena *arena = arena_new();
    struct theme_files files = {0};

    for (size_t i = 0; i < theme_list_count(); i++) {
        struct theme_about about = theme_list_at(i);

        print_theme(about.name, about.description);
    }
    theme_files_list(arena, (struct str){"", 0}, &files);
    for (size_t i = 0; i < files.len; i++) {
        struct str path = files.ptr[i].path;
        struct str description = theme_file_description(arena, path);

        print_theme(files.ptr[i].name,
                    str_format(arena, "%.*s%s(%.*s)", STR_ARG(description),
                               description.len > 0 ? " " : "", STR_ARG(path)));
    }
    arena_free(arena);
    return EXIT_FINE;
}

static bool is_theme_name(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (!ascii_is_alnum(name.ptr[i]) && name.ptr[i] != '-' &&
            name.ptr[i] != '_')
            return false;
    return name.len > 0;
}

static enum exit_code fail(enum exit_code code, struct str why)
{
    fprintf(stderr, "vita: %.*s\n", STR_ARG(why));
    return code;
}

static enum exit_code write_theme(struct arena *arena, struct str name,
                                  struct str extends)
{
    const char *path = str_to_cstr(
        arena, str_format(arena, "themes/%.*s.yaml", STR_ARG(name)));
    struct str text = theme_template(arena, name, extends);
    struct str error;

    if (!is_theme_name(name))
        return fail(EXIT_USAGE, STR("a theme's name has letters, digits, - "
                                    "and _"));
    if (text.len == 0)
        return fail(EXIT_USAGE,
                    str_format(arena,
                               "there is no theme %.*s; vita themes lists them",
                               STR_ARG(extends)));
    if (access(path, F_OK) == 0)
        return fail(EXIT_SYSTEM,
                    str_format(arena, "%s is already there", path));
    if (!file_write(arena, path, text, &error))
        return fail(EXIT_SYSTEM, error);
    printf("%s: write design: {theme: %.*s} into a profile in this folder\n",
           path, STR_ARG(name));
    return EXIT_FINE;
}

enum exit_code make_theme(const struct options *options)
{
    struct arena *arena = arena_new();
    enum exit_code code = write_theme(
        arena, str_from_cstr(options->new_theme),
        options->from ? str_from_cstr(options->from) : STR("classic"));

    arena_free(arena);
    return code;
}
