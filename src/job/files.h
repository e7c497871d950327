// SPDX-License-Identifier: MIT
// Reading whole files and writing them so that they appear whole.
#ifndef VITA_JOB_FILES_H
#define VITA_JOB_FILES_H

#include "base/str.h"

// Reads a file, or standard input for "-". Returns false with a message; also
// if the file was changed while it was read.
bool file_read(struct arena *arena, const char *path, struct str *data,
               struct str *error) __attribute__((warn_unused_result));

// The same for a regular file, which "-" may name, too: neither a folder nor
// a pipe that would wait.
bool file_read_regular(struct arena *arena, const char *path, struct str *data,
                       struct str *error) __attribute__((warn_unused_result));

// Writes a file so that it is there whole or not at all, whatever happens: by
// way of one without a name, where the system has such, or a temporary one in
// the same folder, and rename(). Folders on the way are made. "-" is standard
// output. Returns false with a message.
bool file_write(struct arena *arena, const char *path, struct str data,
                struct str *error) __attribute__((warn_unused_result));

// The same; the file is on the disk when it returns.
bool file_write_synced(struct arena *arena, const char *path, struct str data,
                       struct str *error) __attribute__((warn_unused_result));

// Whether both paths lead to one file that is there.
bool file_is_same(const char *a, const char *b);

// Makes the folder, with those on the way, unless it is there. Returns false
// with a message.
bool folder_make(struct arena *arena, struct str folder, struct str *error)
    __attribute__((warn_unused_result));

// Makes the message of errno: what ("cannot read") and the path. Returns
// false.
bool file_failed(struct arena *arena, struct str *error, const char *what,
                 const char *path);

// Returns the folder of a path, "." for a bare name.
struct str path_folder(struct arena *arena, struct str path);

// Returns the name without folders and without the last extension.
struct str path_stem(struct str path);

#endif
