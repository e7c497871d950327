// SPDX-License-Identifier: MIT
// Where themes in files are, what they say of themselves, and new ones.
#include "design/theme_list.h"
#include "job/files.h"
#include "job/themes.h"
#include "profile/yaml.h"
#include "profile/yaml_write.h"

#include <dirent.h>
#include <stdlib.h>

static int compare_files(const void *a, const void *b)
{
    return str_cmp(((const struct theme_file *)a)->name,
                   ((const struct theme_file *)b)->name);
}

static bool is_listed(const struct theme_files *files, struct str name)
{
    for (size_t i = 0; i < files->len; i++)
        if (str_eq(files->ptr[i].name, name))
            return true;
    return false;
}

static void list_folder(struct arena *arena, struct str folder,
                        struct theme_files *files)
{
    DIR *entries = opendir(str_to_cstr(arena, folder));
    size_t first = files->len;
    const struct dirent *entry;

    while (entries && (entry = readdir(entries))) {
        struct str name = str_copy(arena, str_from_cstr(entry->d_name));
        struct theme_file file = {path_stem(name),
                                  path_resolve(arena, folder, name)};

        if (name.ptr[0] != '.' && str_ends(name, STR(".yaml")) &&
            !is_listed(files, file.name))
            vec_push(arena, files, file);
    }
    if (entries)
        closedir(entries);
    // In what order a folder is read is the system's affair.
    if (files->len > first)
        qsort(files->ptr + first, files->len - first, sizeof *files->ptr,
              compare_files);
}

struct str_list theme_folders(struct arena *arena, struct str folder)
{
    const char *config = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    struct str_list folders = {0};

    vec_push(arena, &folders, path_resolve(arena, folder, STR("themes")));
    if (config && config[0] == '/')
        vec_push(arena, &folders, str_format(arena, "%s/vita/themes", config));
    else if (home && home[0] == '/')
        vec_push(arena, &folders,
                 str_format(arena, "%s/.config/vita/themes", home));
    return folders;
}

void theme_files_list(struct arena *arena, struct str folder,
                      struct theme_files *files)
{
    struct str_list folders = theme_folders(arena, folder);

    for (size_t i = 0; i < folders.len; i++)
        list_folder(arena, folders.ptr[i], files);
}

struct str theme_file_description(struct arena *arena, struct str path)
{
    struct source source = {.name = path};
    const struct node *description;
    struct str error;

    if (!file_read_regular(arena, str_to_cstr(arena, path), &source.text,
                           &error))
        return (struct str){"", 0};
    description = node_lookup(
        yaml_read_partial(arena, &source, diags_new(arena)), "description");
    return description && description->kind == NODE_SCALAR
               ? description->text
               : (struct str){"", 0};
}

// The options of an embedded theme, over those of classic.
static struct node *all_options(struct arena *arena, struct str theme)
{
    struct diags *unheard = diags_new(arena);
    struct node *base;
    struct node *own;

    base = node_lookup(
        yaml_read(arena,
                  theme_list_at(theme_list_lookup(STR("classic"))).source,
                  unheard),
        "design");
    own = node_lookup(yaml_read(arena,
                                theme_list_at(theme_list_lookup(theme)).source,
                                unheard),
                      "design");
    return node_merge(arena, base, own);
}

struct str theme_template(struct arena *arena, struct str name,
                          struct str extends)
{
    struct buf out = {.arena = arena};
    struct str options;

    if (theme_list_lookup(extends) == SIZE_MAX ||
        !node_to_yaml(arena, all_options(arena, extends), &options))
        return (struct str){"", 0};
    buf_addf(
        &out,
        "# %.*s: a theme over %.*s. A profile beside this folder says\n"
        "# design: {theme: %.*s}. Below are all options as they are: take away "
        "\"# \"\n"
        "# before one, and before the lines that it stands under, and change "
        "it.\n"
        "extends: %.*s\n"
        "description: what it looks like, in one line\n"
        "design:\n",
        STR_ARG(name), STR_ARG(extends), STR_ARG(name), STR_ARG(extends));
    while (options.ptr && options.len > 0) {
        struct str line = str_split(&options, '\n');

        buf_addf(&out, "#   %.*s\n", STR_ARG(line));
    }
    return buf_str(&out);
}
