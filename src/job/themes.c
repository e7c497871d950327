// SPDX-License-Identifier: MIT
// A theme's file is read as the profile is, so that its mistakes are shown in
// it, and its design is merged with the profile's: nothing behind knows where
// an option was written.
#include "job/themes.h"

#include "design/theme_list.h"
#include "job/files.h"
#include "job/inputs.h"
#include "profile/yaml.h"

#include <unistd.h>

// Nobody lays more themes over one another.
#define MAX_DEPTH 16

struct expander {
    struct job *job;
    struct str_list paths; // of the files that are open, the first one first
};

static bool is_path(struct str name)
{
    return str_find_char(name, '/', 0) != SIZE_MAX ||
           str_ends(name, STR(".yaml")) || str_ends(name, STR(".yml"));
}

// Paths count from the file that they stand in, those of options from the
// current folder.
static struct str folder_of(struct job *job, struct pos pos)
{
    if (!pos.source || str_starts(pos.source->name, STR("-")))
        return str_eq_cstr(pos.source ? pos.source->name : STR(""), "-")
                   ? job->folder
                   : (struct str){"", 0};
    if (str_starts(pos.source->name, STR("<")))
        return job->folder;
    return path_folder(job->arena, pos.source->name);
}

static bool is_open(const struct expander *expander, struct str path)
{
    for (size_t i = 0; i < expander->paths.len; i++)
        if (str_eq(expander->paths.ptr[i], path))
            return true;
    return false;
}

// Finds the file of a theme; ptr NULL if it is to be an embedded one. A file
// may have the name of the theme that it extends.
static struct str find_file(struct expander *expander, const struct node *theme)
{
    struct job *job = expander->job;
    struct theme_files files = {0};
    struct str_list folders;

    if (is_path(theme->text))
        return path_resolve(job->arena, folder_of(job, theme->pos),
                            theme->text);
    folders = theme_folders(job->arena, job->folder);
    for (size_t i = 0; i < folders.len; i++)
        job_note_folder(job, folders.ptr[i]);
    theme_files_list(job->arena, job->folder, &files);
    for (size_t i = 0; i < files.len; i++)
        if (str_eq(files.ptr[i].name, theme->text) &&
            !is_open(expander, files.ptr[i].path))
            return files.ptr[i].path;
    return (struct str){NULL, 0};
}

static void check_keys(struct job *job, const struct node *root)
{
    static const struct str keys[] = {
        {"extends", 7}, {"description", 11}, {"design", 6}};

    for (size_t i = 0; i < root->pairs.len; i++) {
        const struct pair *pair = &root->pairs.ptr[i];
        struct str near = suggest_nearest(pair->key, keys, 3);

        if (str_eq(pair->key, keys[0]) || str_eq(pair->key, keys[1]) ||
            str_eq(pair->key, keys[2]))
            continue;
        diag_error(job->diags, pair->key_pos,
                   near.len > 0 ? str_format(job->arena, "did you mean '%.*s'?",
                                             STR_ARG(near))
                                : STR("the keys are extends, description, "
                                      "design"),
                   "unknown key '%.*s' in a theme", STR_ARG(pair->key));
    }
}

static struct node *read_file(struct expander *expander,
                              const struct node *theme, struct str path)
{
    struct job *job = expander->job;
    const struct source *source;
    struct node *root;
    struct str text;
    struct str error;

    if (!file_read_regular(job->arena, str_to_cstr(job->arena, path), &text,
                           &error)) {
        diag_error(job->diags, theme->pos,
                   STR("the path of a theme counts from the file that names "
                       "it"),
                   "%.*s", STR_ARG(error));
        return NULL;
    }
    job_note_file(job, path, text);
    source = job_source(job, path, text);
    root = yaml_read(job->arena, source, job->diags);
    if (root && root->kind != NODE_MAP) {
        diag_error(job->diags, root->pos,
                   STR("a theme has a map: extends, description, design"),
                   "this file is no theme");
        return NULL;
    }
    if (root)
        check_keys(job, root);
    return root;
}

static struct node *expand(struct expander *expander, struct node *design);

// Returns what the theme's file says, over what it extends.
static struct node *expand_file(struct expander *expander,
                                const struct node *theme, struct str path)
{
    struct job *job = expander->job;
    struct node *root;
    struct node *design;
    struct node *extends;

    if (is_open(expander, path)) {
        diag_error(job->diags, theme->pos, (struct str){"", 0},
                   "the theme extends itself: %.*s", STR_ARG(path));
        return NULL;
    }
    if (expander->paths.len >= MAX_DEPTH) {
        diag_error(job->diags, theme->pos, (struct str){"", 0},
                   "more than %d themes that extend one another", MAX_DEPTH);
        return NULL;
    }
    root = read_file(expander, theme, path);
    if (!root)
        return NULL;
    vec_push(job->arena, &expander->paths, path);
    design = node_lookup(root, "design");
    extends = node_lookup(root, "extends");
    if (design && design->kind != NODE_MAP && design->kind != NODE_NULL) {
        diag_error(job->diags, design->pos, (struct str){"", 0},
                   "a theme's design is a map of options");
        return NULL;
    }
    if (node_is_null(design)) {
        design = arena_new_of(job->arena, struct node);
        design->kind = NODE_MAP;
        design->pos = root->pos;
    }
    if (!node_is_null(extends))
        design = node_merge(job->arena, design,
                            node_map_of(job->arena, "theme", extends));
    return expand(expander, design);
}

static struct node *expand(struct expander *expander, struct node *design)
{
    struct job *job = expander->job;
    const struct node *theme = node_lookup(design, "theme");
    struct node *below;
    struct node *base;
    struct str path;

    if (node_is_null(theme) || theme->kind != NODE_SCALAR)
        return design;
    path = find_file(expander, theme);
    if (!path.ptr)
        return design;
    below = expand_file(expander, theme, path);
    if (!below)
        // The mistake is told; the rest is checked over the default theme.
        below =
            node_map_of(job->arena, "theme",
                        node_text_of(job->arena, STR("classic"), theme->pos));
    base = node_lookup(below, "theme");
    if (node_is_null(base))
        base = node_text_of(job->arena, STR("classic"), theme->pos);
    design = node_merge(job->arena, below, design);
    return node_merge(job->arena, design,
                      node_map_of(job->arena, "theme", base));
}

struct node *themes_expand(struct job *job, struct node *design,
                           struct str *name)
{
    struct expander expander = {.job = job};
    const struct node *theme = node_lookup(design, "theme");
    struct node *expanded;

    *name = (struct str){"", 0};
    if (node_is_null(theme) || theme->kind != NODE_SCALAR)
        return design;
    expanded = expand(&expander, design);
    if (expanded != design)
        *name = is_path(theme->text) ? path_stem(theme->text) : theme->text;
    return expanded;
}
