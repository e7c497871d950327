// SPDX-License-Identifier: MIT
// Elements keep their order, so that parents stay before their children; they
// only move up in the list, and what names them is told by how much.
#include "layout/join.h"

// How the elements of one document get into the joined structure.
struct move {
    uint32_t by;   // added to the index of all but the root
    uint32_t part; // what is a child of the root becomes one of this
};

static uint32_t moved(const struct move *move, uint32_t element)
{
    return element == STRUCTURE_ROOT ? STRUCTURE_ROOT : element + move->by;
}

// Appends a part and, as its descendants, all elements but the root.
static struct move add_part(struct arena *arena, struct structure *all,
                            const struct structure *own, struct str language)
{
    struct structure_element part = {
        .type = STRUCTURE_PART, .parent = STRUCTURE_ROOT, .language = language};
    // The root is left out and the part put in, so that the first child of the
    // one comes behind the other.
    struct move move = {.part = (uint32_t)all->len, .by = (uint32_t)all->len};

    vec_push(arena, all, part);
    for (size_t i = 1; i < own->len; i++) {
        struct structure_element element = own->ptr[i];

        element.parent = element.parent == STRUCTURE_ROOT
                             ? move.part
                             : moved(&move, element.parent);
        vec_push(arena, all, element);
    }
    return move;
}

static struct page move_page(struct arena *arena, const struct page *page,
                             const struct move *move, struct str prefix)
{
    struct page copy = *page;

    copy.items = (struct item_list){0};
    copy.links = (struct link_list){0};
    for (size_t i = 0; i < page->items.len; i++) {
        struct item item = page->items.ptr[i];

        item.element = moved(move, item.element);
        vec_push(arena, &copy.items, item);
    }
    for (size_t i = 0; i < page->links.len; i++) {
        struct link link = page->links.ptr[i];

        link.element = moved(move, link.element);
        if (link.target.len > 0 && prefix.len > 0)
            link.target = str_format(arena, "%.*s%.*s", STR_ARG(prefix),
                                     STR_ARG(link.target));
        vec_push(arena, &copy.links, link);
    }
    return copy;
}

static bool has_anchor(const struct anchor_list *anchors, struct str prefix,
                       struct str name)
{
    for (size_t i = 0; i < anchors->len; i++)
        if (anchors->ptr[i].name.len == prefix.len + name.len &&
            str_starts(anchors->ptr[i].name, prefix) &&
            str_ends(anchors->ptr[i].name, name))
            return true;
    return false;
}

static bool any_equal(const struct anchor_list *a, struct str prefix,
                      const struct anchor_list *b)
{
    for (size_t i = 0; i < b->len; i++)
        if (has_anchor(a, prefix, b->ptr[i].name))
            return true;
    return false;
}

// Returns what makes the names of more unlike those of into; mostly nothing.
static struct str find_prefix(struct arena *arena, const struct pages *into,
                              const struct pages *more)
{
    struct str prefix = {"", 0};

    for (int number = 2; any_equal(&into->anchors, prefix, &more->anchors);
         number++)
        prefix = str_format(arena, "%d-", number);
    return prefix;
}

// Makes the only document of *into the first part of several.
static void divide(struct arena *arena, struct pages *into)
{
    struct structure all = {0};
    struct move move;

    if (into->structure.len > 1 &&
        into->structure.ptr[1].type == STRUCTURE_PART)
        return;
    if (into->structure.len > 0)
        vec_push(arena, &all, into->structure.ptr[STRUCTURE_ROOT]);
    else
        vec_push(arena, &all,
                 (struct structure_element){.type = STRUCTURE_DOCUMENT});
    move = add_part(arena, &all, &into->structure, (struct str){"", 0});
    into->structure = all;
    for (size_t i = 0; i < into->pages.len; i++)
        into->pages.ptr[i] =
            move_page(arena, &into->pages.ptr[i], &move, (struct str){"", 0});
}

static struct str language_of_part(const struct pages *into,
                                   const struct pages *more)
{
    if (str_eq(into->language, more->language))
        return (struct str){"", 0};
    return more->language;
}

void pages_join(struct arena *arena, struct pages *into,
                const struct pages *more)
{
    struct str prefix = find_prefix(arena, into, more);
    size_t before = into->pages.len;
    struct move move;

    divide(arena, into);
    move = add_part(arena, &into->structure, &more->structure,
                    language_of_part(into, more));
    for (size_t i = 0; i < more->pages.len; i++)
        vec_push(arena, &into->pages,
                 move_page(arena, &more->pages.ptr[i], &move, prefix));
    for (size_t i = 0; i < more->outline.len; i++) {
        struct outline_entry entry = more->outline.ptr[i];

        entry.page += before;
        vec_push(arena, &into->outline, entry);
    }
    for (size_t i = 0; i < more->anchors.len; i++) {
        struct anchor anchor = more->anchors.ptr[i];

        anchor.page += before;
        if (prefix.len > 0)
            anchor.name = str_format(arena, "%.*s%.*s", STR_ARG(prefix),
                                     STR_ARG(anchor.name));
        vec_push(arena, &into->anchors, anchor);
    }
}
