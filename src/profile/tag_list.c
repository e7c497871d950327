// SPDX-License-Identifier: MIT
// Lists of tags. Sorted ones are searched by halves, for a file can have a
// hundred thousand tags.
#include "profile/tag_list.h"

#include "base/utf8.h"
#include "profile/excerpt.h"

#include <stdlib.h>

// Comparing takes its time; a CV has some ten tags.
#define COMPARED_MAX 1000

static void add(struct arena *arena, const struct node *node, const char *what,
                struct diags *diags, struct tag_list *list)
{
    struct tag tag = {str_trim(node->text), node->pos};

    if (node->partial)
        return;
    if (node->kind != NODE_SCALAR || tag.name.len == 0)
        diag_error(diags, node->pos, (struct str){"", 0},
                   "%s must be a text or a list of texts, found %s", what,
                   node->kind == NODE_SCALAR ? "an empty text"
                                             : node_describe(node));
    else if (str_find_char(tag.name, ',', 0) != SIZE_MAX)
        diag_error(diags, node->pos,
                   str_format(arena, "write several in brackets: [%.*s]",
                              STR_ARG(excerpt(arena, tag.name))),
                   "a tag has no comma");
    else
        vec_push(arena, list, tag);
}

void tag_list_read(struct arena *arena, const struct node *node,
                   const char *what, struct diags *diags, struct tag_list *list)
{
    if (node_is_null(node))
        return;
    if (node->kind != NODE_LIST) {
        add(arena, node, what, diags, list);
        return;
    }
    for (size_t i = 0; i < node->items.len; i++)
        add(arena, node->items.ptr[i], what, diags, list);
}

void tag_list_split(struct arena *arena, const struct source *source,
                    struct tag_list *list)
{
    struct str rest = source->text;
    uint32_t column = 1;

    while (rest.ptr) {
        struct str piece = str_split(&rest, ',');
        struct str name = str_trim(piece);
        size_t before = (size_t)(name.ptr - piece.ptr); // blanks, ASCII
        struct pos pos = {source, 1, column + (uint32_t)before,
                          (uint32_t)utf8_length(name)};

        if (name.len > 0)
            vec_push(arena, list, (struct tag){utf8_nfc(arena, name), pos});
        column += (uint32_t)utf8_length(piece) + 1;
    }
}

static int compare(const void *a, const void *b)
{
    const struct tag *x = a;
    const struct tag *y = b;

    return str_cmp(x->name, y->name);
}

void tag_list_sort(struct tag_list *list)
{
    size_t kept = 0;

    if (list->len == 0)
        return;
    qsort(list->ptr, list->len, sizeof *list->ptr, compare);
    for (size_t i = 0; i < list->len; i++)
        if (kept == 0 || compare(&list->ptr[kept - 1], &list->ptr[i]) != 0)
            list->ptr[kept++] = list->ptr[i];
    list->len = kept;
}

bool tag_list_has(const struct tag_list *list, struct str name)
{
    struct tag key = {.name = name};

    return list->len > 0 && bsearch(&key, list->ptr, list->len,
                                    sizeof *list->ptr, compare) != NULL;
}

struct str tag_list_nearest(struct arena *arena, const struct tag_list *list,
                            struct str name)
{
    size_t count = list->len < COMPARED_MAX ? list->len : COMPARED_MAX;
    struct str *names = arena_array_of(arena, count, struct str);

    for (size_t i = 0; i < count; i++)
        names[i] = list->ptr[i].name;
    return suggest_nearest(name, names, count);
}

// Mistakes are told when the value is chosen or not.
static void collect_own(struct arena *arena, const struct node *tags,
                        struct tag_list *list)
{
    if (tags->kind == NODE_SCALAR)
        vec_push(arena, list, (struct tag){str_trim(tags->text), tags->pos});
    for (size_t i = 0; i < tags->items.len; i++)
        if (tags->items.ptr[i]->kind == NODE_SCALAR)
            vec_push(arena, list,
                     (struct tag){str_trim(tags->items.ptr[i]->text),
                                  tags->items.ptr[i]->pos});
}

void tag_list_collect(struct arena *arena, const struct node *node,
                      struct tag_list *list)
{
    const struct node *tags = node_lookup(node, "tags");

    if (!node)
        return;
    if (tags)
        collect_own(arena, tags, list);
    for (size_t i = 0; i < node->items.len; i++)
        tag_list_collect(arena, node->items.ptr[i], list);
    for (size_t i = 0; i < node->pairs.len; i++)
        if (node->pairs.ptr[i].value != tags)
            tag_list_collect(arena, node->pairs.ptr[i].value, list);
}
