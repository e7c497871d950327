// SPDX-License-Identifier: MIT
// From src/design/themes/*.yaml and locales/*.yaml to design_data.c: whole
// files, to be read at run time by the code that reads a user's own.
#include "embed/texts.h"

#include "embed/emit.h"

#include <stdio.h>

// Finds in path the folder that the file is in and its name without .yaml.
static bool split_path(struct str path, struct str *folder, struct str *name)
{
    struct str rest = path;
    *folder = (struct str){0};
    *name = (struct str){0};
    while (rest.ptr) {
        *folder = *name;
        *name = str_split(&rest, '/');
    }
    if (!str_ends(*name, STR(".yaml")))
        return false;
    *name = str_slice(*name, 0, name->len - STR(".yaml").len);
    return str_eq_cstr(*folder, "themes") || str_eq_cstr(*folder, "locales");
}

static bool emit_entry(struct buf *out, const char *path, struct str name)
{
    struct str text;
    if (!emit_read(out->arena, path, &text))
        return false;
    buf_add_cstr(out, "    {");
    emit_literal(out, name);
    buf_add_cstr(out, ",\n    ");
    emit_literal(out, text);
    buf_addf(out, ", %zu},\n", text.len);
    return true;
}

// Writes the table of the files in one folder. An entry of NULLs ends it:
// C has no empty arrays.
static bool emit_folder(struct buf *out, const char *wanted, char *const *paths,
                        size_t count)
{
    size_t found = 0;
    buf_addf(out, "const struct design_file design_%s[] = {\n", wanted);
    for (size_t i = 0; i < count; i++) {
        struct str folder;
        struct str name;
        if (!split_path(str_from_cstr(paths[i]), &folder, &name)) {
            fprintf(stderr, "embed: %s: neither theme nor locale\n", paths[i]);
            return false;
        }
        if (!str_eq_cstr(folder, wanted))
            continue;
        if (!emit_entry(out, paths[i], name))
            return false;
        found++;
    }
    buf_add_cstr(out, "    {NULL, NULL, 0},\n};\n");
    buf_addf(out, "const size_t design_%.*s_count = %zu;\n",
             (int)str_from_cstr(wanted).len - 1, wanted, found);
    return true;
}

bool texts_generate(struct arena *arena, char *const *paths, size_t count,
                    struct str *out)
{
    struct buf buf = {.arena = arena};
    buf_add_cstr(&buf, "// Generated from src/design by src/embed.\n"
                       "#include \"design/embedded.h\"\n\n");
    bool ok = emit_folder(&buf, "themes", paths, count) &&
              emit_folder(&buf, "locales", paths, count);
    *out = buf_str(&buf);
    return ok;
}
