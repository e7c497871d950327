// SPDX-License-Identifier: MIT
// Publications under headings: by type or by year.
#include "bibliography/parts.h"

#include "base/utf8.h"

struct type_title {
    const char *type;
    const char *title;
};

// In the order in which CVs have them. Types with equal titles are one group.
static const struct type_title type_titles[] = {
    {"book", "Books"},
    {"mvbook", "Books"},
    {"booklet", "Books"},
    {"article", "Journal articles"},
    {"incollection", "Book chapters"},
    {"inbook", "Book chapters"},
    {"inproceedings", "Conference papers"},
    {"conference", "Conference papers"},
    {"proceedings", "Edited volumes"},
    {"collection", "Edited volumes"},
    {"phdthesis", "Theses"},
    {"mastersthesis", "Theses"},
    {"thesis", "Theses"},
    {"techreport", "Reports"},
    {"report", "Reports"},
    {"manual", "Reports"},
    {"patent", "Patents"},
    {"software", "Software"},
    {"dataset", "Data sets"},
    {"unpublished", "Unpublished"},
};
#define TYPE_COUNT (sizeof type_titles / sizeof *type_titles)
#define OTHER_TITLE STR("Other publications")

static size_t type_index(struct str type)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (str_eq_cstr(type, type_titles[i].type))
            return i;
    return TYPE_COUNT;
}

static struct str own_title(const struct bib_options *options, struct str type)
{
    const struct pair *pair = node_lookup_pair(options->group_titles, type);

    if (pair && pair->value->kind == NODE_SCALAR)
        return str_trim(pair->value->text);
    return (struct str){"", 0};
}

static struct str type_title(const struct bib_options *options, struct str type)
{
    struct str own = own_title(options, type);
    size_t index = type_index(type);

    if (own.len > 0)
        return own;
    if (index < TYPE_COUNT)
        return str_from_cstr(type_titles[index].title);
    own = own_title(options, STR("other"));
    return own.len > 0 ? own : OTHER_TITLE;
}

static struct str title_of(struct bib_database *database,
                           const struct bib_publication *publication,
                           const struct bib_options *options)
{
    const struct bib_date *date = &publication->date;

    if (options->group == BIB_GROUP_TYPE)
        return type_title(options, publication->entry->type);
    if (date->year > 0)
        return str_format(database->arena, "%d", date->year);
    return date->text.len > 0 ? date->text : STR("No date");
}

// Where the group of a type stands: as include has it, or as in the table.
static size_t type_rank(const struct bib_options *options, struct str type)
{
    for (size_t i = 0; i < options->include.len; i++)
        if (bib_compare_keys(options->include.ptr[i].str, type) == 0)
            return i;
    return options->include.len + type_index(type);
}

struct group {
    struct str title;
    size_t rank;
    struct node *entries;
};
VEC_DECLARE(groups, struct group);

static struct group *find_group(struct groups *groups, struct str title)
{
    for (size_t i = groups->len; i > 0; i--)
        if (str_eq(groups->ptr[i - 1].title, title))
            return &groups->ptr[i - 1];
    return NULL;
}

static void add_to_group(struct bib_database *database, struct groups *groups,
                         const struct bib_publication *publication,
                         const struct bib_options *options)
{
    struct arena *arena = database->arena;
    struct str title = title_of(database, publication, options);
    struct group *group = find_group(groups, title);
    size_t rank = options->group == BIB_GROUP_TYPE
                      ? type_rank(options, publication->entry->type)
                      : 0;

    if (!group) {
        vec_push(arena, groups,
                 (struct group){
                     title, rank,
                     bib_new_node(arena, NODE_LIST, publication->entry->pos)});
        group = &groups->ptr[groups->len - 1];
    }
    if (rank < group->rank)
        group->rank = rank;
    vec_push(arena, &group->entries->items,
             bib_publication_to_node(database, publication));
}

// Stable; there are a handful of groups by type.
static void sort_groups(struct groups *groups)
{
    for (size_t i = 1; i < groups->len; i++) {
        struct group group = groups->ptr[i];
        size_t k = i;

        for (; k > 0 && groups->ptr[k - 1].rank > group.rank; k--)
            groups->ptr[k] = groups->ptr[k - 1];
        groups->ptr[k] = group;
    }
}

static struct node *group_to_node(struct arena *arena,
                                  const struct group *group)
{
    struct pos pos = group->entries->pos;
    struct node *map = bib_new_node(arena, NODE_MAP, pos);

    bib_map_add(arena, map, "group", bib_scalar(arena, group->title, pos));
    bib_map_add(arena, map, "entries", group->entries);
    return map;
}

struct node *
bib_publications_to_node(struct bib_database *database,
                         const struct bib_publications *publications,
                         const struct bib_options *options, struct pos pos)
{
    struct arena *arena = database->arena;
    struct node *list = bib_new_node(arena, NODE_LIST, pos);
    struct groups groups = {0};

    for (size_t i = 0; i < publications->len; i++) {
        const struct bib_publication *publication = &publications->ptr[i];

        if (options->group == BIB_GROUP_NONE)
            vec_push(arena, &list->items,
                     bib_publication_to_node(database, publication));
        else
            add_to_group(database, &groups, publication, options);
    }
    sort_groups(&groups);
    for (size_t i = 0; i < groups.len; i++)
        vec_push(arena, &list->items, group_to_node(arena, &groups.ptr[i]));
    return list;
}
