// SPDX-License-Identifier: MIT
// From src/design/themes/*.yaml and locales/*.yaml to design_data.c: their
// options as rows, and the whole files, for messages show their lines.
#include "embed/texts.h"

#include "base/utf8.h"
#include "design/options.h"
#include "embed/emit.h"
#include "embed/presets.h"
#include "profile/yaml.h"

#include <stdio.h>

// What a folder has: "theme", in the map "design".
struct kind {
    const char *name;
    const char *key;
    const struct schema *schema;
    bool locale;
};

static const struct kind kinds[] = {
    {"theme", "design", &design_schema, false},
    {"locale", "locale", &locale_schema, true},
};

// The tables of one kind while they are written.
struct tables {
    const struct kind *kind;
    struct buf *rows;    // a table for each file
    struct buf *entries; // of the files
    size_t count;
};

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

static void emit_str(struct buf *out, struct str s)
{
    buf_add_char(out, '{');
    emit_literal(out, s);
    buf_addf(out, ", %zu}, ", s.len);
}

// What stands beside a locale's words.
static void emit_head(struct buf *out, const struct node *root,
                      struct diags *diags)
{
    const struct node *tag = node_lookup(root, "tag");
    const struct node *direction = node_lookup(root, "direction");
    const struct node *package = node_lookup(root, "hyphenation");
    const struct node *quotes = node_lookup(root, "quotes");
    const struct node *own_name = node_lookup(root, "own_name");
    const struct node *zero = node_lookup(root, "zero");
    size_t offset = 0;

    if (!tag || !direction || !own_name || !quotes || quotes->items.len != 4) {
        diag_error(diags, root->pos, (struct str){"", 0},
                   "a locale has a tag, an own_name, a direction and four "
                   "quotes");
        return;
    }
    emit_str(out, tag->text);
    emit_str(out, own_name->text);
    emit_str(out, package ? package->text : (struct str){"", 0});
    buf_add_char(out, '{');
    for (size_t i = 0; i < 4; i++)
        emit_str(out, quotes->items.ptr[i]->text);
    buf_addf(out, "}, %s, %s, %u",
             str_eq_cstr(direction->text, "rtl") ? "true" : "false",
             node_lookup(root, "letters") ? "true" : "false",
             zero && zero->text.len > 0 ? utf8_next(zero->text, &offset) : 0);
}

// The first of the presets are the file's own, the others its sidebar's.
static void emit_entry(struct tables *tables, const struct source *source,
                       struct str name, struct str description,
                       const struct presets *presets, size_t own)
{
    struct buf *out = tables->entries;
    const char *kind = tables->kind->name;

    buf_add_cstr(out, "    {");
    emit_literal(out, name);
    buf_add_cstr(out, ", {");
    emit_str(out, str_format(out->arena, "<%s %.*s>", kind, STR_ARG(name)));
    emit_str(out, source->text);
    buf_addf(out, "EMBEDDED_ORDER}, %s_%zu, %zu,\n    ", kind, tables->count,
             own);
    emit_literal(out, buf_str(&presets->texts));
    buf_add_cstr(out, ",\n    ");
    emit_str(out, description);
    buf_addf(out, "%zu,\n    ", presets->count - own);
}

// A theme says what it looks like.
static struct str description_of(const struct tables *tables,
                                 const struct node *root, struct diags *diags)
{
    const struct node *description = node_lookup(root, "description");

    if (description)
        return description->text;
    if (!tables->kind->locale)
        diag_error(diags, root->pos, (struct str){"", 0},
                   "a theme has a description of one line");
    return (struct str){"", 0};
}

static bool emit_file(struct tables *tables, const char *path, struct str name)
{
    struct arena *arena = tables->rows->arena;
    struct diags *diags = diags_new(arena);
    struct presets presets = {.rows = {.arena = arena},
                              .texts = {.arena = arena}};
    struct source source = {.name = str_from_cstr(path)};
    const struct node *root;
    const struct node *map;
    const struct node *sidebar;
    size_t own;

    if (!emit_read(arena, path, &source.text))
        return false;
    root = yaml_read(arena, &source, diags);
    if (!root) {
        diags_print(diags, stderr, true, false);
        return false;
    }
    map = node_lookup(root, tables->kind->key);
    if (map && map->kind == NODE_MAP)
        presets_read(&presets, tables->kind->schema, map, diags);
    else
        diag_error(diags, root->pos, (struct str){"", 0},
                   "the file has no map '%s'", tables->kind->key);
    own = presets.count;
    sidebar = node_lookup(node_lookup(map, "sidebar"), "design");
    if (sidebar)
        presets_read(&presets, tables->kind->schema, sidebar, diags);
    // The files' names are no names in C: not all are ASCII.
    buf_addf(tables->rows, "static const struct preset %s_%zu[] = {\n",
             tables->kind->name, tables->count);
    buf_add(tables->rows, buf_str(&presets.rows));
    buf_add_cstr(tables->rows, "};\n");
    emit_entry(tables, &source, name, description_of(tables, root, diags),
               &presets, own);
    if (tables->kind->locale)
        emit_head(tables->entries, root, diags);
    buf_add_cstr(tables->entries, "},\n");
    tables->count++;
    diags_print(diags, stderr, true, false);
    return diags_errors(diags) == 0;
}

// Writes the tables of the files in the kind's folder. An entry of zeros ends
// the table of files: C has no empty arrays.
static bool emit_folder(struct buf *out, const struct kind *kind,
                        char *const *paths, size_t count)
{
    struct buf entries = {.arena = out->arena};
    struct tables tables = {kind, out, &entries, 0};

    for (size_t i = 0; i < count; i++) {
        struct str folder;
        struct str name;

        if (!split_path(str_from_cstr(paths[i]), &folder, &name)) {
            fprintf(stderr, "embed: %s: neither theme nor locale\n", paths[i]);
            return false;
        }
        folder.len--; // its plural
        if (str_eq_cstr(folder, kind->name) &&
            !emit_file(&tables, paths[i], name))
            return false;
    }
    buf_addf(out, "const struct design_file design_%ss[] = {\n", kind->name);
    buf_add(out, buf_str(&entries));
    buf_addf(out, "    {0},\n};\nconst size_t design_%s_count = %zu;\n",
             kind->name, tables.count);
    return true;
}

bool texts_generate(struct arena *arena, char *const *paths, size_t count,
                    struct str *out)
{
    struct buf buf = {.arena = arena};
    bool ok = true;

    buf_add_cstr(&buf, "// Generated from src/design by src/embed.\n"
                       "#include \"design/embedded.h\"\n\n");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        ok = ok && emit_folder(&buf, &kinds[i], paths, count);
    *out = buf_str(&buf);
    return ok;
}
