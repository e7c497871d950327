// SPDX-License-Identifier: MIT
// Files by POSIX calls; every error becomes a sentence.
#include "job/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// A profile of that size would be a mistake, or made to use up memory.
#define MAX_INPUT ((size_t)16 * 1024 * 1024)
#define CHUNK 65536

static bool fail(struct arena *arena, struct str *error, const char *what,
                 const char *path)
{
    *error = str_format(arena, "%s %s: %s", what, path, strerror(errno));
    return false;
}

static bool read_all(struct arena *arena, FILE *file, const char *path,
                     struct str *data, struct str *error)
{
    struct buf buf = {.arena = arena};
    char chunk[CHUNK];
    size_t count;

    while ((count = fread(chunk, 1, sizeof chunk, file)) > 0) {
        buf_add(&buf, (struct str){chunk, count});
        if (buf.len > MAX_INPUT) {
            *error = str_format(arena, "%s is larger than 16 MiB", path);
            return false;
        }
    }
    if (ferror(file))
        return fail(arena, error, "cannot read", path);
    *data = buf_str(&buf);
    return true;
}

bool file_read(struct arena *arena, const char *path, struct str *data,
               struct str *error)
{
    FILE *file;
    bool good;

    if (strcmp(path, "-") == 0)
        return read_all(arena, stdin, "standard input", data, error);
    file = fopen(path, "rb");
    if (!file)
        return fail(arena, error, "cannot open", path);
    good = read_all(arena, file, path, data, error);
    fclose(file);
    return good;
}

bool file_read_regular(struct arena *arena, const char *path, struct str *data,
                       struct str *error)
{
    // Opening a pipe must not wait for its other end.
    int fd = open(path, O_RDONLY | O_NONBLOCK);
    FILE *file = fd >= 0 ? fdopen(fd, "rb") : NULL;
    struct stat status;
    bool good = false;

    if (!file) {
        (void)fail(arena, error, "cannot open", path);
        if (fd >= 0)
            close(fd);
        return false;
    }
    if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
        *error = str_format(arena, "%s is no file", path);
    else
        good = read_all(arena, file, path, data, error);
    fclose(file);
    return good;
}

static bool write_all(int fd, struct str data)
{
    while (data.len > 0) {
        ssize_t written = write(fd, data.ptr, data.len);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        data = str_slice(data, (size_t)written, data.len);
    }
    return true;
}

// Makes the folders of a path that are not there yet.
static bool make_folders(struct arena *arena, struct str folder,
                         struct str *error)
{
    for (size_t at = 1; at <= folder.len; at++) {
        char *part;

        if (at < folder.len && folder.ptr[at] != '/')
            continue;
        part = str_to_cstr(arena, str_slice(folder, 0, at));
        if (mkdir(part, 0777) != 0 && errno != EEXIST)
            return fail(arena, error, "cannot make the folder", part);
    }
    return true;
}

// The permissions that open() would give: mkstemp() is stricter.
static mode_t default_mode(void)
{
    mode_t mask = umask(0);

    umask(mask);
    return 0666 & ~mask;
}

static bool write_by_rename(struct arena *arena, const char *path,
                            struct str folder, struct str data,
                            struct str *error)
{
    char *temporary = str_to_cstr(
        arena, str_format(arena, "%.*s/.vita-XXXXXX", STR_ARG(folder)));
    int fd = mkstemp(temporary);
    bool good;

    if (fd < 0)
        return fail(arena, error, "cannot write", path);
    good = write_all(fd, data) && fchmod(fd, default_mode()) == 0;
    if (close(fd) != 0)
        good = false;
    if (good && rename(temporary, path) == 0)
        return true;
    (void)fail(arena, error, "cannot write", path);
    unlink(temporary);
    return false;
}

bool file_write(struct arena *arena, const char *path, struct str data,
                struct str *error)
{
    struct str folder = path_folder(arena, str_from_cstr(path));
    struct stat status;

    if (strcmp(path, "-") == 0)
        return write_all(STDOUT_FILENO, data) ||
               fail(arena, error, "cannot write to", "standard output");
    if (!make_folders(arena, folder, error))
        return false;
    // Devices and pipes are written to, not replaced.
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) {
        int fd = open(path, O_WRONLY);
        bool good = fd >= 0 && write_all(fd, data);

        if (!good)
            (void)fail(arena, error, "cannot write", path);
        if (fd >= 0)
            close(fd);
        return good;
    }
    return write_by_rename(arena, path, folder, data, error);
}

struct str path_folder(struct arena *arena, struct str path)
{
    size_t end = path.len;

    while (end > 0 && path.ptr[end - 1] != '/')
        end--;
    if (end == 0)
        return STR(".");
    return str_copy(arena, str_slice(path, 0, end > 1 ? end - 1 : end));
}

struct str path_stem(struct str path)
{
    size_t start = path.len;
    size_t end = path.len;

    while (start > 0 && path.ptr[start - 1] != '/')
        start--;
    for (size_t i = path.len; i > start + 1; i--) {
        if (path.ptr[i - 1] == '.') {
            end = i - 1;
            break;
        }
    }
    return str_slice(path, start, end);
}
