// SPDX-License-Identifier: MIT
// A line has the hash of the request, the day if "today" went into the pages,
// the files that were read, with the hashes of their contents, and those that
// were made. Of two lines for one request the later one holds. A last line
// that was cut off is no JSON, and skipped.
#include "batch/state.h"

#include "batch/names.h"
#include "batch/state_line.h"
#include "job/files.h"
#include "job/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef VITA_VERSION
#define VITA_VERSION "0.0.0"
#endif

#define STATE_NAME ".vita-batch"

struct state {
    struct arena *arena;
    FILE *file;         // to which lines are added
    struct str program; // version and hash of this program
    int64_t day;        // today, in days since 1970
    struct str path;    // of the file
    struct state_lines lines;
    size_t superseded;    // lines that count no more
    struct names line_of; // key of a request -> its last line
    struct names hash_of; // path -> its place in hashes
    struct state_hashes hashes;
};

// Neither a folder nor a pipe that would wait, nor a device without end.
static bool is_file(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static void load_line(struct state *state, struct str text)
{
    struct state_line line;
    size_t place;

    if (!state_line_read(state->arena, text, &line))
        return;
    place =
        names_add(state->arena, &state->line_of, line.key, state->lines.len);
    if (place < state->lines.len) {
        state->lines.ptr[place] = line;
        state->superseded++;
    } else {
        vec_push(state->arena, &state->lines, line);
    }
}

static void load_file(struct state *state, const char *path)
{
    FILE *file = is_file(path) ? fopen(path, "rb") : NULL;
    char *line = NULL;
    size_t size = 0;
    ssize_t length;

    while (file && (length = getline(&line, &size, file)) > 0)
        load_line(state, (struct str){line, (size_t)length});
    free(line);
    if (file)
        fclose(file);
}

// Those of all shards, for a batch may be cut otherwise the next time.
static void load(struct state *state, struct str folder)
{
    DIR *entries = opendir(str_to_cstr(state->arena, folder));
    const struct dirent *entry;

    while (entries && (entry = readdir(entries))) {
        struct str name = str_from_cstr(entry->d_name);

        if (str_starts(name, STR(STATE_NAME)))
            load_file(state,
                      str_to_cstr(state->arena,
                                  path_resolve(state->arena, folder, name)));
    }
    if (entries)
        closedir(entries);
}

static struct str state_name(struct arena *arena,
                             const struct batch_options *options)
{
    if (options->shards == 0)
        return STR(STATE_NAME);
    return str_format(arena, STATE_NAME "-%d-of-%d", options->shard,
                      options->shards);
}

// Opens the file to which lines are added.
static bool open_file(struct state *state, struct str *error)
{
    const char *path = str_to_cstr(state->arena, state->path);

    if (access(path, F_OK) == 0 && !is_file(path)) {
        *error =
            str_format(state->arena, "cannot write %s: it is no file", path);
        return false;
    }
    state->file = fopen(path, "ab");
    if (!state->file)
        return file_failed(state->arena, error, "cannot write", path);
    // If the last run was killed while it wrote, its line ends here.
    fputc('\n', state->file);
    return true;
}

struct state *state_open(struct arena *arena,
                         const struct batch_options *options, int64_t now,
                         struct str *error)
{
    struct arena *own = arena_new();
    struct state *state = arena_new_of(own, struct state);
    struct str folder = STR(".");

    state->arena = own;
    state->day = now / 86400;
    state->program =
        str_format(own, VITA_VERSION " %016llx",
                   (unsigned long long)input_hash(STR("/proc/self/exe")));
    if (options->folder)
        folder = str_from_cstr(options->folder);
    state->path = path_resolve(own, folder, state_name(own, options));
    if (!folder_make(own, folder, error) || !open_file(state, error)) {
        *error = str_copy(arena, *error);
        arena_free(own);
        return NULL;
    }
    load(state, folder);
    return state;
}

// Writes the file anew when most of it counts no more.
static void compact(struct state *state)
{
    struct buf buf = {.arena = state->arena};
    struct str error;

    for (size_t i = 0; i < state->lines.len; i++)
        state_line_write(&buf, &state->lines.ptr[i]);
    // Without it the file is only longer.
    (void)!file_write(state->arena, str_to_cstr(state->arena, state->path),
                      buf_str(&buf), &error);
}

void state_close(struct state *state)
{
    if (!state)
        return;
    fclose(state->file);
    if (state->superseded > state->lines.len)
        compact(state);
    arena_free(state->arena);
}

// A file's hash is taken once in a run.
static uint64_t hash_of(struct state *state, struct str path)
{
    size_t place =
        names_add(state->arena, &state->hash_of, path, state->hashes.len);

    if (place == state->hashes.len)
        vec_push(state->arena, &state->hashes, input_hash(path));
    return state->hashes.ptr[place];
}

static bool inputs_are_same(struct state *state, const struct state_line *line)
{
    for (size_t i = 0; i < line->inputs.len; i++)
        if (hash_of(state, line->inputs.ptr[i].path) !=
            line->inputs.ptr[i].hash)
            return false;
    return true;
}

static bool files_are_there(const struct state_line *line)
{
    struct arena *arena = arena_new();
    bool there = true;

    for (size_t i = 0; i < line->files.len && there; i++) {
        const struct result_file *file = &line->files.ptr[i];
        struct stat status;

        there = stat(str_to_cstr(arena, file->path), &status) == 0 &&
                S_ISREG(status.st_mode) &&
                (size_t)status.st_size == file->bytes;
    }
    arena_free(arena);
    return there;
}

bool state_is_current(struct state *state, struct arena *arena,
                      const struct task *task, struct result_files *files)
{
    struct str key = state_key(arena, state->program, task);
    size_t place = names_add(state->arena, &state->line_of, key, SIZE_MAX);
    const struct state_line *line;

    if (place == SIZE_MAX)
        return false;
    line = &state->lines.ptr[place];
    if ((line->dated && line->day != state->day) || !files_are_there(line) ||
        !inputs_are_same(state, line))
        return false;
    *files = line->files;
    return true;
}

void state_add(struct state *state, const struct task *task,
               const struct result *result)
{
    struct arena *arena = arena_new();
    struct buf buf = {.arena = arena};
    struct str text;
    struct state_line line = {
        .key = state_key(arena, state->program, task),
        .dated = result->dated,
        .day = state->day,
        .inputs = result->inputs,
        .files = result->files,
    };

    for (size_t i = 0; i < line.inputs.len; i++)
        if (line.inputs.ptr[i].hash == 0)
            line.inputs.ptr[i].hash = hash_of(state, line.inputs.ptr[i].path);
    state_line_write(&buf, &line);
    text = buf_str(&buf);
    fwrite(text.ptr, 1, text.len, state->file);
    fflush(state->file);
    load_line(state, text);
    arena_free(arena);
}
