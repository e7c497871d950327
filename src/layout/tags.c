// SPDX-License-Identifier: MIT
// Items are in reading order, so an element enters its parent's kids when
// its first item is met; only those of the whole document, whose columns go on
// from page to page, are put in order at the end.
#include "layout/tags.h"

#include <stdlib.h>

struct builder {
    struct arena *arena;
    const struct pages *pages;
    struct tags *tags;
    bool *attached;
};

bool item_is_artifact(const struct item *item)
{
    return item->role != ROLE_CONTENT || item->kind == ITEM_RULE ||
           item->kind == ITEM_ICON;
}

static void add_kid(struct builder *b, uint32_t element, struct tag_kid kid)
{
    vec_push(b->arena, &b->tags->kids[element], kid);
}

// Makes the element a kid of its parent, and that of its own.
static void attach(struct builder *b, uint32_t element)
{
    while (!b->attached[element]) {
        uint32_t parent = b->pages->structure.ptr[element].parent;

        b->attached[element] = true;
        if (element == STRUCTURE_ROOT)
            return;
        add_kid(b, parent, (struct tag_kid){TAG_ELEMENT, element, 0});
        element = parent;
    }
}

static void add_run(struct builder *b, uint32_t element, size_t page,
                    size_t first)
{
    struct tag_run run = {element, page, first, first + 1};

    attach(b, element);
    add_kid(b, element, (struct tag_kid){TAG_RUN, b->tags->runs.len, page});
    vec_push(b->arena, &b->tags->runs, run);
}

static void add_runs(struct builder *b, size_t number)
{
    const struct page *page = &b->pages->pages.ptr[number];
    struct tag_run_list *runs = &b->tags->runs;
    size_t before = runs->len;

    for (size_t i = 0; i < page->items.len; i++) {
        const struct item *item = &page->items.ptr[i];
        struct tag_run *last =
            runs->len > before ? &runs->ptr[runs->len - 1] : NULL;

        if (item_is_artifact(item) || item->element >= b->tags->element_count)
            continue;
        if (last && last->element == item->element)
            last->end = i + 1;
        else
            add_run(b, item->element, number, i);
    }
}

static void add_links(struct builder *b, size_t number)
{
    const struct page *page = &b->pages->pages.ptr[number];

    for (size_t i = 0; i < page->links.len; i++) {
        uint32_t element = page->links.ptr[i].element;

        if (element >= b->tags->element_count)
            continue;
        attach(b, element);
        add_kid(b, element, (struct tag_kid){TAG_LINK, i, number});
    }
}

static int by_index(const void *a_ptr, const void *b_ptr)
{
    const struct tag_kid *a = a_ptr;
    const struct tag_kid *b = b_ptr;

    return (a->index > b->index) - (a->index < b->index);
}

// A column that goes on on the next page is met after those beside it, but
// read before them: the elements' numbers tell.
static void sort_kids(struct tag_kid_list *kids)
{
    for (size_t i = 0; i < kids->len; i++)
        if (kids->ptr[i].kind != TAG_ELEMENT)
            return;
    if (kids->len > 1)
        qsort(kids->ptr, kids->len, sizeof *kids->ptr, by_index);
}

struct tags tags_build(struct arena *arena, const struct pages *pages)
{
    size_t count = pages->structure.len;
    struct tags tags = {
        .kids = arena_array_of(arena, count + 1, struct tag_kid_list),
        .element_count = count,
    };
    struct builder b = {arena, pages, &tags,
                        arena_array_of(arena, count + 1, bool)};

    for (size_t i = 0; i < pages->pages.len; i++) {
        add_runs(&b, i);
        add_links(&b, i);
    }
    for (size_t i = 0; i < count; i++)
        if (i == STRUCTURE_ROOT ||
            pages->structure.ptr[i].type == STRUCTURE_PART)
            sort_kids(&tags.kids[i]);
    return tags;
}
