// SPDX-License-Identifier: MIT
// Scans a folder for fonts. Only regular files are opened: a named pipe
// would block.
#include "text/local_fonts.h"

#include "text/font.h"

#include <dirent.h>
#include <hb-ot.h>
#include <stdlib.h>
#include <sys/stat.h>

// Against a folder that is no font folder at all: the scan maps each file.
#define LOCAL_FILES_MAX 1000
// Collections of more faces are not known.
#define COLLECTION_FACES_MAX 64

VEC_DECLARE(names, struct str);

static bool is_font_name(struct arena *arena, struct str name)
{
    struct str lower = str_ascii_lower(arena, name);

    return str_ends(lower, STR(".otf")) || str_ends(lower, STR(".ttf")) ||
           str_ends(lower, STR(".ttc"));
}

static void list_files(struct arena *arena, const char *folder,
                       struct names *names)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;

    if (!dir)
        return;
    while (names->len < LOCAL_FILES_MAX && (entry = readdir(dir)) != NULL) {
        struct str name = str_from_cstr(entry->d_name);

        if (is_font_name(arena, name))
            vec_push(arena, names, str_copy(arena, name));
    }
    closedir(dir);
    if (names->len > 0)
        qsort(names->ptr, names->len, sizeof names->ptr[0], str_order);
}

static void add_face(struct arena *arena, struct local_faces *faces,
                     const char *path, hb_blob_t *blob, unsigned index)
{
    hb_face_t *face = hb_face_create(blob, index);
    struct local_face local = {.path = path, .index = index};

    local.legacy_family = face_name(arena, face, HB_OT_NAME_ID_FONT_FAMILY);
    local.family = face_name(arena, face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (local.family.len == 0)
        local.family = local.legacy_family;
    local.style = face_style(face);
    if (local.family.len > 0)
        vec_push(arena, faces, local);
    hb_face_destroy(face);
}

static void add_file(struct arena *arena, struct local_faces *faces,
                     const char *path)
{
    struct stat status;
    hb_blob_t *blob;
    unsigned count;

    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return;
    blob = hb_blob_create_from_file_or_fail(path);
    if (!blob)
        return;
    count = hb_face_count(blob);
    for (unsigned i = 0; i < count && i < COLLECTION_FACES_MAX; i++)
        add_face(arena, faces, path, blob, i);
    hb_blob_destroy(blob);
}

struct str font_folder_state(struct arena *arena, struct str folder)
{
    struct names names = {0};
    struct buf buf = {.arena = arena};

    list_files(arena, str_to_cstr(arena, folder), &names);
    for (size_t i = 0; i < names.len; i++) {
        struct str path = path_resolve(arena, folder, names.ptr[i]);
        struct stat status = {0};

        if (stat(str_to_cstr(arena, path), &status) != 0)
            continue;
        buf_addf(&buf, "%.*s %lld %lld %lld.%09ld\n", STR_ARG(names.ptr[i]),
                 (long long)status.st_ino, (long long)status.st_size,
                 (long long)status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
    }
    return buf_str(&buf);
}

void local_faces_scan(struct arena *arena, struct str folder,
                      struct local_faces *faces)
{
    struct names names = {0};

    if (folder.len == 0)
        return;
    list_files(arena, str_to_cstr(arena, folder), &names);
    for (size_t i = 0; i < names.len; i++) {
        struct str path = str_format(arena, "%.*s/%.*s", STR_ARG(folder),
                                     STR_ARG(names.ptr[i]));

        add_file(arena, faces, path.ptr);
    }
}
