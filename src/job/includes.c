// SPDX-License-Identifier: MIT
// Finds and opens the files of "!include". Only ordinary files in the folder
// of the including profile, or below it, wherever symbolic links lead: a
// profile of somebody else must not put /etc/passwd into a PDF. An id is the
// absolute path without links.
#define _XOPEN_SOURCE 700 // realpath()
#include "job/includes.h"

#include "job/files.h"
#include "job/inputs.h"
#include "profile/yaml.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// What src/profile reads of one file.
#define INCLUDE_MAX_SIZE ((off_t)2 * 1024 * 1024)

struct finder {
    struct job *job;
    struct str folder; // of the top file, as the user wrote it
    struct str real;   // the same, absolute and without links
};

// Returns the path without links, or an empty text with errno set.
static struct str real_path(struct arena *arena, struct str path)
{
    char *real = realpath(str_to_cstr(arena, path), NULL);
    struct str copy = {"", 0};

    if (real)
        copy = str_copy(arena, str_from_cstr(real));
    free(real);
    return copy;
}

// Returns the part of the id below the folder, or an empty text.
static struct str path_below(struct str folder, struct str id)
{
    if (str_eq_cstr(folder, "/"))
        return str_slice(id, 1, id.len);
    if (!str_starts(id, folder) || id.len <= folder.len ||
        id.ptr[folder.len] != '/')
        return (struct str){"", 0};
    return str_slice(id, folder.len + 1, id.len);
}

static bool find_file(void *context, struct str from, struct str path,
                      struct str *id, struct str *problem)
{
    const struct finder *finder = context;
    struct arena *arena = finder->job->arena;
    struct str folder = from.len > 0 ? path_folder(arena, from) : finder->real;

    if (path.ptr[0] == '/') {
        *problem = STR("its path must not begin with '/'; it counts from the "
                       "including file's folder");
        return false;
    }
    if (finder->real.len == 0) {
        *problem = STR("the folder that paths count from is not there");
        return false;
    }
    *id = real_path(arena, path_resolve(arena, folder, path));
    if (id->len == 0) {
        *problem = str_from_cstr(strerror(errno));
        return false;
    }
    if (path_below(finder->real, *id).len == 0) {
        *problem = STR("it is not in the profile's folder, nor below it");
        return false;
    }
    return true;
}

// A pipe would wait for ever, and a device has no end.
static bool check_file(const char *path, struct str *problem)
{
    struct stat status;

    if (stat(path, &status) != 0 || access(path, R_OK) != 0)
        *problem = str_from_cstr(strerror(errno));
    else if (S_ISDIR(status.st_mode))
        *problem = STR("it is a folder");
    else if (!S_ISREG(status.st_mode))
        *problem = STR("it is not an ordinary file");
    else if (status.st_size > INCLUDE_MAX_SIZE)
        *problem = STR("it is larger than 2 MB");
    else
        return true;
    return false;
}

static bool read_file(void *context, struct str id,
                      const struct source **source, struct str *problem)
{
    const struct finder *finder = context;
    struct job *job = finder->job;
    const char *path = str_to_cstr(job->arena, id);
    struct str name = path_below(finder->real, id);
    struct str text;

    if (!check_file(path, problem) ||
        !file_read(job->arena, path, &text, problem))
        return false;
    job_note_file(job, id, text);
    *source =
        job_source(job, path_resolve(job->arena, finder->folder, name), text);
    return true;
}

struct node *includes_read(struct job *job, const char *path,
                           const struct source *source)
{
    struct arena *arena = job->arena;
    struct str top = str_from_cstr(path);
    struct finder finder = {.job = job, .folder = path_folder(arena, top)};
    struct includer includer = {
        .context = &finder, .find = find_file, .read = read_file};

    finder.real = real_path(arena, finder.folder);
    if (!str_eq_cstr(top, "-"))
        includer.top = real_path(arena, top);
    return yaml_read_including(arena, source, &includer, job->diags);
}
