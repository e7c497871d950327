// SPDX-License-Identifier: MIT
// From the profile's tree to one in which publications stand as if they had
// been written there. Nodes are shared, so what changes is copied.
#include "bibliography/bibliography.h"

#include "bibliography/parts.h"

// Beside the files of one person's sections there is little to read.
#define MAX_FILES 100

struct expander {
    struct checker checker;
    const struct bib_reader *reader;
    struct bib_database *database;
    size_t failed; // files that could not be read
};

// A section that was not read to its end may go on with anything.
static const struct pair *bibliography_of(const struct node *section)
{
    if (section->partial)
        return NULL;
    return node_lookup_pair(section, STR("bibliography"));
}

static const struct node *sections_of(const struct node *root)
{
    const struct node *sections =
        node_lookup(node_lookup(root, "cv"), "sections");

    return sections && sections->kind == NODE_MAP ? sections : NULL;
}

static const struct bib_file *find_file(const struct bib_database *database,
                                        struct str path)
{
    for (size_t i = 0; i < database->files.len; i++)
        if (str_eq(database->files.ptr[i]->path, path))
            return database->files.ptr[i];
    return NULL;
}

static void read_file(struct expander *expander, const struct text *path)
{
    const struct source *source;

    if (find_file(expander->database, path->str))
        return;
    if (expander->database->files.len + expander->failed >= MAX_FILES) {
        diag_error(expander->checker.diags, path->pos, (struct str){"", 0},
                   "the profile names more than %d bibliographies", MAX_FILES);
        return;
    }
    source =
        expander->reader->read(expander->reader->context, path->str, path->pos);
    if (source)
        (void)bib_database_add(expander->database, path->str, source);
    else
        expander->failed++;
}

static void collect_files(const struct expander *expander,
                          const struct bib_options *options,
                          struct bib_files *files)
{
    for (size_t i = 0; i < options->paths.len; i++) {
        const struct bib_database *database = expander->database;

        for (size_t k = 0; k < database->files.len; k++) {
            if (!str_eq(database->files.ptr[k]->path,
                        options->paths.ptr[i].str))
                continue;
            vec_push(database->arena, files, database->files.ptr[k]);
            break;
        }
    }
}

// A file that a section names twice has its entries once.
static void drop_repeated(struct text_list *paths)
{
    size_t kept = 0;

    for (size_t i = 0; i < paths->len; i++) {
        size_t k = 0;

        while (k < kept && !str_eq(paths->ptr[k].str, paths->ptr[i].str))
            k++;
        if (k == kept)
            paths->ptr[kept++] = paths->ptr[i];
    }
    paths->len = kept;
}

// Entries written by hand come first.
static struct node *with_entries(struct arena *arena,
                                 const struct node *section, struct node *list)
{
    const struct node *own = node_lookup(section, "entries");
    struct node *all;

    if (!own || own->kind != NODE_LIST)
        return list;
    all = bib_new_node(arena, NODE_LIST, own->pos);
    for (size_t i = 0; i < own->items.len; i++)
        vec_push(arena, &all->items, own->items.ptr[i]);
    for (size_t i = 0; i < list->items.len; i++)
        vec_push(arena, &all->items, list->items.ptr[i]);
    return all;
}

// The section's other keys stay, so that it may have a title of its own.
static struct node *expand_section(struct expander *expander,
                                   const struct node *section,
                                   const struct bib_options *options)
{
    struct arena *arena = expander->checker.arena;
    struct node *map = bib_new_node(arena, NODE_MAP, section->pos);
    struct bib_files files = {0};
    struct bib_publications publications;
    struct node *list;

    collect_files(expander, options, &files);
    publications = bib_select(expander->database, &files, options);
    if (publications.len == 0 && diags_errors(expander->checker.diags) == 0)
        diag_warning(expander->checker.diags, bibliography_of(section)->key_pos,
                     (struct str){"", 0},
                     "no publication is left to show here");
    list = bib_publications_to_node(expander->database, &publications, options,
                                    section->pos);
    for (size_t i = 0; i < section->pairs.len; i++) {
        const struct pair *pair = &section->pairs.ptr[i];

        if (!bib_options_has(pair->key) &&
            !bib_options_misspelt(arena, pair->key) &&
            !str_eq_cstr(pair->key, "entries"))
            vec_push(arena, &map->pairs, *pair);
    }
    bib_map_add(arena, map, "entries", with_entries(arena, section, list));
    return map;
}

VEC_DECLARE(options_list, struct bib_options);

// All files first, for one may refer to the other.
static struct options_list read_all(struct expander *expander,
                                    const struct node *sections)
{
    struct options_list list = {0};

    for (size_t i = 0; i < sections->pairs.len; i++) {
        const struct node *section = sections->pairs.ptr[i].value;
        struct bib_options options;

        if (!bibliography_of(section))
            continue;
        bib_options_read(&expander->checker, section, &options);
        drop_repeated(&options.paths);
        for (size_t k = 0; k < options.paths.len; k++)
            read_file(expander, &options.paths.ptr[k]);
        vec_push(expander->checker.arena, &list, options);
    }
    bib_database_resolve(expander->database);
    return list;
}

static struct node *expand_sections(struct expander *expander,
                                    const struct node *sections)
{
    struct arena *arena = expander->checker.arena;
    struct options_list list = read_all(expander, sections);
    struct node *result = bib_new_node(arena, NODE_MAP, sections->pos);
    size_t next = 0;

    result->partial = sections->partial;

    for (size_t i = 0; i < sections->pairs.len; i++) {
        struct pair pair = sections->pairs.ptr[i];

        if (next < list.len && bibliography_of(pair.value))
            pair.value =
                expand_section(expander, pair.value, &list.ptr[next++]);
        vec_push(arena, &result->pairs, pair);
    }
    return result;
}

// Returns a copy of map with that value at key, which it has.
static struct node *with_value(struct arena *arena, const struct node *map,
                               const char *key, struct node *value)
{
    struct node *copy = bib_new_node(arena, NODE_MAP, map->pos);

    copy->partial = map->partial;
    for (size_t i = 0; i < map->pairs.len; i++) {
        struct pair pair = map->pairs.ptr[i];

        if (str_eq_cstr(pair.key, key))
            pair.value = value;
        vec_push(arena, &copy->pairs, pair);
    }
    return copy;
}

struct node *bibliography_expand(struct arena *arena, struct node *root,
                                 const struct bib_reader *reader,
                                 struct diags *diags)
{
    const struct node *sections = sections_of(root);
    struct expander expander = {.checker = {arena, diags}, .reader = reader};
    bool found = false;
    struct node *cv;

    for (size_t i = 0; sections && i < sections->pairs.len; i++)
        found = found || bibliography_of(sections->pairs.ptr[i].value);
    if (!found)
        return root;
    expander.database = bib_database_new(arena, diags);
    cv = with_value(arena, node_lookup(root, "cv"), "sections",
                    expand_sections(&expander, sections));
    return with_value(arena, root, "cv", cv);
}
