// SPDX-License-Identifier: MIT
// Operands to profiles. Names are in the order of their bytes, whatever the
// folder or the locale has them in, so that a batch does the same everywhere.
// Paths are kept without "./" and doubled slashes, for one file is made once;
// ".." and links are left alone.
#include "batch/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct inputs {
    struct arena *arena;
    struct str_list *paths;
    struct str *error;
    size_t known; // paths that were there before the operand
    size_t found; // profiles of the operand, new or not
};

// --- Paths -------------------------------------------------------------------

// Returns path without what changes nothing in it. What would become "-", the
// name of standard input, or nothing keeps its "./".
static struct str clean_path(struct arena *arena, struct str path)
{
    struct buf buf = {.arena = arena};
    struct str rest = path;
    bool absolute = str_starts(path, STR("/"));

    if (path.len > 0 && path.ptr[path.len - 1] == '/')
        return path; // a folder; its last slash matters for a link
    while (rest.ptr) {
        struct str part = str_split(&rest, '/');

        if (part.len == 0 || str_eq_cstr(part, "."))
            continue;
        if (buf.len > 0 || absolute)
            buf_add_char(&buf, '/');
        buf_add(&buf, part);
    }
    if (buf.len == 0 || (buf.len == 1 && *buf.ptr == '-'))
        return path;
    return buf_str(&buf);
}

static bool is_among(const struct str_list *paths, size_t count,
                     struct str path)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(paths->ptr[i], path))
            return true;
    return false;
}

// A walk finds nothing twice, and all matches of a pattern are equally deep, so
// only what was there before is looked at.
static void add_path(struct inputs *inputs, struct str path)
{
    path = clean_path(inputs->arena, str_copy(inputs->arena, path));
    inputs->found++;
    if (!is_among(inputs->paths, inputs->known, path))
        vec_push(inputs->arena, inputs->paths, path);
}

static bool fail(struct inputs *inputs, const char *what, const char *path,
                 const char *why)
{
    *inputs->error = str_format(inputs->arena, "%s %s: %s", what, path, why);
    return false;
}

bool inputs_is_profile(struct arena *arena, struct str name)
{
    name = str_ascii_lower(arena, name);
    return str_ends(name, STR(".yaml")) || str_ends(name, STR(".yml")) ||
           str_ends(name, STR(".json"));
}

// --- Folders -----------------------------------------------------------------

// Lists what is not hidden, sorted. The folder is closed again, so that deep
// ones need no more than one open file.
static bool list_folder(struct inputs *inputs, const char *folder,
                        struct str_list *names)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    int failure;

    if (!dir)
        return fail(inputs, "cannot read the folder", folder, strerror(errno));
    while (errno = 0, (entry = readdir(dir)) != NULL)
        if (entry->d_name[0] != '.')
            vec_push(inputs->arena, names,
                     str_copy(inputs->arena, str_from_cstr(entry->d_name)));
    failure = errno;
    closedir(dir);
    if (failure != 0)
        return fail(inputs, "cannot read the folder", folder,
                    strerror(failure));
    if (names->len > 1)
        qsort(names->ptr, names->len, sizeof *names->ptr, str_order);
    return true;
}

// Adds the profiles in the folder and below. A link to a file counts as the
// file, also one that leads nowhere: reading will tell. Links to folders could
// make a circle.
static bool add_folder(struct inputs *inputs, const char *folder)
{
    struct str_list names = {NULL, 0, 0};
    const char *slash = folder[strlen(folder) - 1] == '/' ? "" : "/";

    if (!list_folder(inputs, folder, &names))
        return false;
    for (size_t i = 0; i < names.len; i++) {
        struct str path = str_format(inputs->arena, "%s%s%.*s", folder, slash,
                                     STR_ARG(names.ptr[i]));
        const char *cpath = str_to_cstr(inputs->arena, path);
        struct stat status;
        struct stat target;

        if (lstat(cpath, &status) != 0)
            continue; // it has just been removed
        if (S_ISDIR(status.st_mode)) {
            if (!add_folder(inputs, cpath))
                return false;
            continue;
        }
        if (S_ISLNK(status.st_mode) && stat(cpath, &target) == 0)
            status = target;
        if ((S_ISREG(status.st_mode) || S_ISLNK(status.st_mode)) &&
            inputs_is_profile(inputs->arena, names.ptr[i]))
            add_path(inputs, path);
    }
    return true;
}

// --- Patterns ----------------------------------------------------------------

static bool is_pattern(const char *operand)
{
    return strpbrk(operand, "*?[") != NULL;
}

static bool add_match(struct inputs *inputs, const char *path)
{
    struct stat status;

    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return add_folder(inputs, path);
    add_path(inputs, str_from_cstr(path));
    return true;
}

static bool add_matches(struct inputs *inputs, const glob_t *matches,
                        const char *pattern)
{
    struct str_list paths = {NULL, 0, 0};

    for (size_t i = 0; i < matches->gl_pathc; i++)
        vec_push(inputs->arena, &paths, str_from_cstr(matches->gl_pathv[i]));
    if (paths.len > 1)
        qsort(paths.ptr, paths.len, sizeof *paths.ptr, str_order);
    for (size_t i = 0; i < paths.len; i++)
        if (!add_match(inputs, paths.ptr[i].ptr))
            return false;
    if (inputs->found == 0)
        return fail(inputs, "cannot use", pattern,
                    "nothing that matches is or has a profile");
    return true;
}

static bool add_pattern(struct inputs *inputs, const char *pattern)
{
    glob_t matches;
    int result = glob(pattern, GLOB_NOSORT, NULL, &matches);
    bool good = false;

    if (result == 0)
        good = add_matches(inputs, &matches, pattern);
    else if (result == GLOB_NOMATCH)
        (void)fail(inputs, "cannot use", pattern, "no file matches");
    else
        (void)fail(inputs, "cannot use", pattern,
                   result == GLOB_NOSPACE ? "out of memory"
                                          : "a folder cannot be read");
    globfree(&matches);
    return good;
}

// --- Operands ----------------------------------------------------------------

bool inputs_add(struct arena *arena, const char *operand,
                struct str_list *paths, struct str *error)
{
    struct inputs inputs = {arena, paths, error, paths->len, 0};
    struct stat status;

    if (stat(operand, &status) != 0) {
        if (errno == ENOENT && is_pattern(operand))
            return add_pattern(&inputs, operand);
        return fail(&inputs, "cannot open", operand,
                    errno == ENOENT ? "no such file" : strerror(errno));
    }
    if (!S_ISDIR(status.st_mode)) {
        add_path(&inputs, str_from_cstr(operand));
        return true;
    }
    if (!add_folder(&inputs, operand))
        return false;
    if (inputs.found == 0)
        return fail(&inputs, "cannot use", operand,
                    "the folder has no .yaml, .yml or .json files");
    return true;
}

// --- Lists -------------------------------------------------------------------

// A set of the numbers of paths, for lists may be long: open addressing with
// at least half of the slots empty. A slot has the number plus 1.
struct path_set {
    const struct str_list *paths;
    size_t *slots;
    size_t size; // a power of two
};

// Returns the slot of the path, or the empty one that it would have.
static size_t *path_slot(const struct path_set *set, struct str path)
{
    size_t i = (size_t)str_hash(path) & (set->size - 1);

    while (set->slots[i] > 0 &&
           !str_eq(set->paths->ptr[set->slots[i] - 1], path))
        i = (i + 1) & (set->size - 1);
    return &set->slots[i];
}

static struct path_set path_set_new(struct arena *arena,
                                    const struct str_list *paths, size_t more)
{
    struct path_set set = {.paths = paths, .size = 2};

    while (set.size / 2 < paths->len + more)
        set.size *= 2;
    set.slots = arena_array_of(arena, set.size, size_t);
    for (size_t i = 0; i < paths->len; i++)
        *path_slot(&set, paths->ptr[i]) = i + 1;
    return set;
}

static size_t count_char(struct str text, char c)
{
    size_t count = 0;

    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == c;
    return count;
}

void inputs_add_list(struct arena *arena, struct str text,
                     struct str_list *paths)
{
    char separator = str_find_char(text, '\0', 0) == SIZE_MAX ? '\n' : '\0';
    struct path_set set =
        path_set_new(arena, paths, count_char(text, separator) + 1);
    struct str rest = text;

    if (str_starts(text, STR("\xef\xbb\xbf"))) // byte order mark
        rest = str_slice(text, 3, text.len);
    while (rest.ptr) {
        struct str path = str_split(&rest, separator);
        size_t *slot;

        if (separator == '\n' && path.len > 0 && path.ptr[path.len - 1] == '\r')
            path.len--;
        if (path.len == 0)
            continue;
        path = clean_path(arena, str_copy(arena, path));
        slot = path_slot(&set, path);
        if (*slot > 0)
            continue;
        vec_push(arena, paths, path);
        *slot = paths->len;
    }
}
