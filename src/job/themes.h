// SPDX-License-Identifier: MIT
// Themes in files of the user's own: a YAML file with a map "design" over
// another theme.
#ifndef VITA_JOB_THEMES_H
#define VITA_JOB_THEMES_H

#include "job/job.h"

// Returns the design with the user's theme that it names laid below it, and
// what that theme extends below that; then design.theme names an embedded
// theme. *name is the theme's own name. A design without such a theme is
// returned as it is. Mistakes become diagnostics.
struct node *themes_expand(struct job *job, struct node *design,
                           struct str *name);

// A theme in a file.
struct theme_file {
    struct str name;
    struct str path;
};
VEC_DECLARE(theme_files, struct theme_file);

// Returns the folders in which themes are looked for, whether there or not.
struct str_list theme_folders(struct arena *arena, struct str folder);

// Lists the themes in the folder themes/ of that folder and in the user's
// configuration (XDG Base Directory), in the order in which they are found.
void theme_files_list(struct arena *arena, struct str folder,
                      struct theme_files *files);

// Returns the one-line description that a theme's file has; empty if it has
// none, or is malformed.
struct str theme_file_description(struct arena *arena, struct str path);

// Returns the text of a new theme over the named one, an embedded one, with
// every option in a comment; or an empty text if there is no such theme.
struct str theme_template(struct arena *arena, struct str name,
                          struct str extends);

#endif
