// SPDX-License-Identifier: MIT
// Contents count, not times: a checkout or a copy changes those alone.
#include "job/inputs.h"

#include "image/image.h"
#include "job/files.h"
#include "text/font.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

static bool is_noted(const struct job *job, struct str path)
{
    for (size_t i = 0; i < job->inputs.len; i++)
        if (str_eq(job->inputs.ptr[i].path, path))
            return true;
    return false;
}

static void note(struct job *job, struct str path, uint64_t hash)
{
    vec_push(job->arena, &job->inputs, (struct job_input){path, hash});
}

void job_note_file(struct job *job, struct str path, struct str data)
{
    if (job->request->notes_inputs && !is_noted(job, path))
        note(job, path, str_hash(data));
}

// In what order a folder is read is the system's affair.
static uint64_t folder_hash(struct arena *arena, DIR *folder)
{
    struct str_list names = {0};
    struct buf all = {.arena = arena};
    const struct dirent *entry;

    while ((entry = readdir(folder)))
        vec_push(arena, &names, str_copy(arena, str_from_cstr(entry->d_name)));
    if (names.len > 0)
        qsort(names.ptr, names.len, sizeof *names.ptr, str_order);
    for (size_t i = 0; i < names.len; i++) {
        buf_add(&all, names.ptr[i]);
        buf_add_char(&all, '/');
    }
    return str_hash(buf_str(&all));
}

uint64_t input_hash(struct str path)
{
    struct arena *arena = arena_new();
    const char *name = str_to_cstr(arena, path);
    DIR *folder = opendir(name);
    struct str data;
    struct str error;
    uint64_t hash = 0;

    if (folder) {
        hash = folder_hash(arena, folder);
        closedir(folder);
    } else if (file_read_regular(arena, name, &data, &error)) {
        hash = str_hash(data);
    }
    arena_free(arena);
    return hash;
}

// Faces stay open in a warm process, so their files are read for the hash
// once in a run: the caller keeps it. Here the name alone is noted.
static void note_unread(struct job *job, struct str path)
{
    if (!is_noted(job, path))
        note(job, str_copy(job->arena, path), 0);
}

void job_note_folder(struct job *job, struct str path)
{
    if (job->request->notes_inputs)
        note_unread(job, path);
}

void job_note_pages(struct job *job, const struct pages *pages)
{
    const struct font *last = NULL;

    if (!job->request->notes_inputs)
        return;
    note_unread(job,
                str_format(job->arena, "%.*s/fonts", STR_ARG(job->folder)));
    for (size_t i = 0; i < pages->pages.len; i++) {
        const struct item_list *items = &pages->pages.ptr[i].items;

        for (size_t k = 0; k < items->len; k++) {
            const struct font *font = items->ptr[k].font;

            if (items->ptr[k].image)
                note_unread(job, items->ptr[k].image->path);
            if (font && font != last && font_path(font).len > 0)
                note_unread(job, font_path(font));
            last = font ? font : last;
        }
    }
}
