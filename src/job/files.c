// SPDX-License-Identifier: MIT
// Reading files, and paths; every error becomes a sentence.
#include "job/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// A profile of that size would be a mistake, or made to use up memory.
#define MAX_INPUT ((size_t)16 * 1024 * 1024)
#define CHUNK 65536

bool file_failed(struct arena *arena, struct str *error, const char *what,
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
        return file_failed(arena, error, "cannot read", path);
    *data = buf_str(&buf);
    return true;
}

// Half of the old text and half of the new would be set as one.
static bool read_unchanged(struct arena *arena, FILE *file, const char *path,
                           struct str *data, struct str *error)
{
    struct stat before;
    struct stat after;

    if (fstat(fileno(file), &before) != 0)
        return file_failed(arena, error, "cannot read", path);
    if (!read_all(arena, file, path, data, error))
        return false;
    if (!S_ISREG(before.st_mode))
        return true;
    if (fstat(fileno(file), &after) != 0)
        return file_failed(arena, error, "cannot read", path);
    if (before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
        before.st_mtim.tv_nsec == after.st_mtim.tv_nsec &&
        (size_t)after.st_size == data->len)
        return true;
    *error = str_format(arena, "%s was changed while it was read", path);
    return false;
}

bool file_is_same(const char *a, const char *b)
{
    struct stat first;
    struct stat second;

    return stat(a, &first) == 0 && stat(b, &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
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
        return file_failed(arena, error, "cannot open", path);
    good = read_unchanged(arena, file, path, data, error);
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
        (void)file_failed(arena, error, "cannot open", path);
        if (fd >= 0)
            close(fd);
        return false;
    }
    if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
        *error = str_format(arena, "%s is no file", path);
    else
        good = read_unchanged(arena, file, path, data, error);
    fclose(file);
    return good;
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
