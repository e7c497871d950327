// SPDX-License-Identifier: MIT
// From font manifests to families_data.c: the default family first, then the
// others in the order given. Only what is installed at build time gets into
// the table, so that the program never looks for what cannot be there.
#include "embed/families.h"

#include "embed/emit.h"
#include "embed/manifest.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static bool same_style(const struct manifest_face *a,
                       const struct manifest_face *b)
{
    return a->weight == b->weight && a->width == b->width &&
           a->size == b->size && a->italic == b->italic &&
           a->oblique == b->oblique;
}

// Drops faces that are not installed. Of several files for one style, which
// releases of Debian name differently, the first that is there stays.
static void keep_installed(struct arena *arena, struct manifest *manifest)
{
    size_t kept = 0;
    for (size_t i = 0; i < manifest->faces.len; i++) {
        const struct manifest_face *face = &manifest->faces.ptr[i];
        bool known = false;
        for (size_t j = 0; j < kept; j++)
            known = known || same_style(face, &manifest->faces.ptr[j]);
        if (!known && access(str_to_cstr(arena, face->file), R_OK) == 0)
            manifest->faces.ptr[kept++] = *face;
    }
    manifest->faces.len = kept;
}

static bool read_all(struct arena *arena, char *const *paths, size_t count,
                     struct manifest_list *list)
{
    struct diags *diags = diags_new(arena);
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        struct source *source = arena_new_of(arena, struct source);
        struct manifest manifest;
        source->name = str_from_cstr(paths[i]);
        source->order = (int)i;
        if (!emit_read(arena, paths[i], &source->text)) {
            ok = false;
            continue;
        }
        ok = manifest_read(arena, source, diags, &manifest) && ok;
        vec_push(arena, list, manifest);
    }
    diags_print(diags, stderr, true, false);
    return ok;
}

// Moves the default family to the front.
static bool order(struct manifest_list *list)
{
    size_t found = list->len;
    for (size_t i = 0; i < list->len; i++) {
        if (list->ptr[i].is_default && found < list->len)
            found = SIZE_MAX;
        else if (list->ptr[i].is_default && found == list->len)
            found = i;
    }
    if (found >= list->len) {
        fputs("embed: exactly one manifest must have `default: true`\n",
              stderr);
        return false;
    }
    struct manifest first = list->ptr[found];
    for (size_t i = found; i > 0; i--)
        list->ptr[i] = list->ptr[i - 1];
    list->ptr[0] = first;
    return true;
}

// Writes the array of names NAME_I, unless there are none.
static void emit_names(struct buf *out, const char *name, size_t index,
                       const struct name_list *names)
{
    if (names->len == 0)
        return;
    buf_addf(out, "static const char *const %s_%zu[] = {", name, index);
    for (size_t i = 0; i < names->len; i++) {
        emit_literal(out, names->ptr[i]);
        buf_add_cstr(out, ", ");
    }
    buf_add_cstr(out, "NULL};\n");
}

static void emit_ref(struct buf *out, const char *name, size_t index,
                     const struct name_list *names)
{
    if (names->len == 0)
        buf_add_cstr(out, "NULL, ");
    else
        buf_addf(out, "%s_%zu, ", name, index);
}

static bool emit_data(struct buf *out, size_t family, size_t face,
                      struct str file, size_t *size)
{
    struct str bytes;
    if (!emit_read(out->arena, str_to_cstr(out->arena, file), &bytes))
        return false;
    buf_addf(out, "static const unsigned char data_%zu_%zu[%zu] =\n    ",
             family, face, bytes.len);
    emit_literal(out, bytes);
    buf_add_cstr(out, ";\n");
    *size = bytes.len;
    return true;
}

static bool emit_faces(struct buf *out, size_t index,
                       const struct manifest_faces *faces)
{
    size_t *sizes = arena_array_of(out->arena, faces->len, size_t);
    for (size_t i = 0; i < faces->len; i++) {
        const struct manifest_face *face = &faces->ptr[i];
        if (face->embed && !emit_data(out, index, i, face->file, &sizes[i]))
            return false;
    }
    buf_addf(out, "static const struct family_face faces_%zu[] = {\n", index);
    for (size_t i = 0; i < faces->len; i++) {
        const struct manifest_face *face = &faces->ptr[i];
        buf_add_cstr(out, "    {");
        emit_literal(out, face->file);
        buf_addf(out, ", %d, %d, %d, %d, %s, %s, ", face->weight, face->width,
                 face->size, face->fallback_weight,
                 face->italic ? "true" : "false",
                 face->oblique ? "true" : "false");
        if (face->embed)
            buf_addf(out, "data_%zu_%zu, %zu},\n", index, i, sizes[i]);
        else
            buf_add_cstr(out, "NULL, 0},\n");
    }
    buf_add_cstr(out, "};\n");
    return true;
}

static void emit_name(struct buf *out, struct str name)
{
    if (name.len > 0)
        emit_literal(out, name);
    else
        buf_add_cstr(out, "NULL");
    buf_add_cstr(out, ", ");
}

static void emit_family(struct buf *out, size_t index,
                        const struct manifest *manifest)
{
    buf_add_cstr(out, "    {");
    emit_literal(out, manifest->family);
    buf_add_cstr(out, ", ");
    emit_ref(out, "aliases", index, &manifest->aliases);
    emit_ref(out, "stands_in_for", index, &manifest->stands_in_for);
    emit_ref(out, "fallbacks", index, &manifest->fallbacks);
    emit_ref(out, "scripts", index, &manifest->scripts);
    emit_ref(out, "packages", index, &manifest->packages);
    emit_name(out, manifest->caps);
    emit_name(out, manifest->math);
    emit_name(out, manifest->licence);
    buf_addf(out, "%s, faces_%zu, %zu},\n", manifest->serif ? "true" : "false",
             index, manifest->faces.len);
}

static bool emit_table(struct buf *out, const struct manifest_list *list)
{
    buf_add_cstr(out, "// Generated from fonts/*.yaml by src/embed.\n"
                      "#include \"text/families.h\"\n\n");
    for (size_t i = 0; i < list->len; i++) {
        const struct manifest *manifest = &list->ptr[i];
        emit_names(out, "aliases", i, &manifest->aliases);
        emit_names(out, "stands_in_for", i, &manifest->stands_in_for);
        emit_names(out, "fallbacks", i, &manifest->fallbacks);
        emit_names(out, "scripts", i, &manifest->scripts);
        emit_names(out, "packages", i, &manifest->packages);
        if (!emit_faces(out, i, &manifest->faces))
            return false;
    }
    buf_add_cstr(out, "const struct family families[] = {\n");
    for (size_t i = 0; i < list->len; i++)
        emit_family(out, i, &list->ptr[i]);
    buf_addf(out, "};\nconst size_t family_count = %zu;\n", list->len);
    return true;
}

bool families_generate(struct arena *arena, char *const *paths, size_t count,
                       struct str *out)
{
    struct manifest_list all = {0};
    struct manifest_list found = {0};
    if (!read_all(arena, paths, count, &all) || !order(&all))
        return false;
    for (size_t i = 0; i < all.len; i++) {
        keep_installed(arena, &all.ptr[i]);
        if (all.ptr[i].faces.len > 0)
            vec_push(arena, &found, all.ptr[i]);
    }
    if (found.len == 0 || !found.ptr[0].is_default) {
        fputs("embed: the default family of fonts/*.yaml is not installed\n",
              stderr);
        return false;
    }
    struct buf buf = {.arena = arena};
    if (!emit_table(&buf, &found))
        return false;
    *out = buf_str(&buf);
    return true;
}
