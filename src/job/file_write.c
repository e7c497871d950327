// SPDX-License-Identifier: MIT
// Writing files whole or not at all. The file has no name while it is written
// (Linux, O_TMPFILE), so that even a process that is killed leaves no part of
// one; where that is not to be had, it has a temporary name.
#define _GNU_SOURCE // O_TMPFILE
#include "job/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

bool folder_make(struct arena *arena, struct str folder, struct str *error)
{
    for (size_t at = 1; at <= folder.len; at++) {
        char *part;

        if (at < folder.len && folder.ptr[at] != '/')
            continue;
        part = str_to_cstr(arena, str_slice(folder, 0, at));
        if (mkdir(part, 0777) != 0 && errno != EEXIST)
            return file_failed(arena, error, "cannot make the folder", part);
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

static bool finish(int fd, struct str data, bool synced)
{
    return write_all(fd, data) && fchmod(fd, default_mode()) == 0 &&
           (!synced || fsync(fd) == 0);
}

// A name for the moment before a file takes its place.
static char *temporary_name(struct arena *arena, struct str folder)
{
    return str_to_cstr(arena,
                       str_format(arena, "%.*s/.vita-XXXXXX", STR_ARG(folder)));
}

static bool write_by_rename(struct arena *arena, const char *path,
                            struct str folder, struct str data, bool synced)
{
    char *temporary = temporary_name(arena, folder);
    int fd = mkstemp(temporary);
    bool good;

    if (fd < 0)
        return false;
    good = finish(fd, data, synced);
    if (close(fd) != 0)
        good = false;
    if (good && rename(temporary, path) == 0)
        return true;
    unlink(temporary);
    return false;
}

// Gives the nameless file its name. A file that is there already can only be
// replaced by rename(), so the new one gets another name for that moment.
static bool name_file(struct arena *arena, int fd, const char *path,
                      struct str folder)
{
    char *from = str_to_cstr(arena, str_format(arena, "/proc/self/fd/%d", fd));
    char *temporary;
    int reserved;

    if (linkat(AT_FDCWD, from, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0)
        return true;
    if (errno != EEXIST)
        return false;
    temporary = temporary_name(arena, folder);
    reserved = mkstemp(temporary);
    if (reserved < 0)
        return false;
    close(reserved);
    unlink(temporary);
    if (linkat(AT_FDCWD, from, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0 &&
        rename(temporary, path) == 0)
        return true;
    unlink(temporary);
    return false;
}

// Returns false with *tried false if the file system knows no such files.
static bool write_nameless(struct arena *arena, const char *path,
                           struct str folder, struct str data, bool synced,
                           bool *tried)
{
#ifdef O_TMPFILE
    int fd = open(str_to_cstr(arena, folder), O_TMPFILE | O_WRONLY | O_CLOEXEC,
                  0600);
    bool good;
    int error;

    *tried = fd >= 0 && access("/proc/self/fd", F_OK) == 0;
    if (!*tried) {
        if (fd >= 0)
            close(fd);
        return false;
    }
    good = finish(fd, data, synced) && name_file(arena, fd, path, folder);
    error = errno;
    close(fd);
    errno = error;
    return good;
#else
    *tried = false;
    return false;
#endif
}

// The folder's entry is on the disk as well.
static void sync_folder(struct arena *arena, struct str folder)
{
    int fd = open(str_to_cstr(arena, folder), O_RDONLY | O_DIRECTORY);

    if (fd < 0)
        return;
    (void)fsync(fd);
    close(fd);
}

static bool write_to_device(const char *path, struct str data)
{
    int fd = open(path, O_WRONLY);
    bool good = fd >= 0 && write_all(fd, data);
    int error = errno;

    if (fd >= 0)
        close(fd);
    errno = error;
    return good;
}

static bool write_file(struct arena *arena, const char *path, struct str data,
                       bool synced, struct str *error)
{
    struct str folder = path_folder(arena, str_from_cstr(path));
    struct stat status;
    bool tried;
    bool good;

    if (strcmp(path, "-") == 0)
        return write_all(STDOUT_FILENO, data) ||
               file_failed(arena, error, "cannot write to", "standard output");
    if (!folder_make(arena, folder, error))
        return false;
    // Devices and pipes are written to, not replaced.
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
        return write_to_device(path, data) ||
               file_failed(arena, error, "cannot write", path);
    good = write_nameless(arena, path, folder, data, synced, &tried) ||
           (!tried && write_by_rename(arena, path, folder, data, synced));
    if (!good)
        return file_failed(arena, error, "cannot write", path);
    if (synced)
        sync_folder(arena, folder);
    return true;
}

bool file_write(struct arena *arena, const char *path, struct str data,
                struct str *error)
{
    return write_file(arena, path, data, false, error);
}

bool file_write_synced(struct arena *arena, const char *path, struct str data,
                       struct str *error)
{
    return write_file(arena, path, data, true, error);
}
