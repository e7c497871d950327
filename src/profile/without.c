// SPDX-License-Identifier: MIT
// Entries and bullets are found again by their places. Two that share a place,
// as aliases do, go only if neither is shown.
#include "profile/without.h"

#include "base/verbatim.h"

#include <stdlib.h>

VEC_DECLARE(place_list, struct pos);

struct pruner {
    struct arena *arena;
    struct place_list gone; // sorted
    struct str_list keys;   // that texts cite in vain; sorted
};

static int by_place(const void *a_ptr, const void *b_ptr)
{
    const struct pos *a = a_ptr;
    const struct pos *b = b_ptr;
    int a_order = a->source ? a->source->order : -1;
    int b_order = b->source ? b->source->order : -1;

    if (a_order != b_order)
        return a_order < b_order ? -1 : 1;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

static bool has_place(const struct place_list *places, struct pos pos)
{
    return places->len > 0 && bsearch(&pos, places->ptr, places->len,
                                      sizeof *places->ptr, by_place);
}

static bool has_key(const struct str_list *keys, struct str key)
{
    return keys->len > 0 &&
           bsearch(&key, keys->ptr, keys->len, sizeof *keys->ptr, str_order);
}

// --- What the CV has ---------------------------------------------------------

struct parts {
    struct arena *arena;
    struct place_list places;
    struct str_list keys;
};

static void add_bullets(struct parts *parts, const struct bullet_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        vec_push(parts->arena, &parts->places, list->ptr[i].text.pos);
        add_bullets(parts, &list->ptr[i].children);
    }
}

static void add_entries(struct parts *parts, const struct entry_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct entry *entry = &list->ptr[i];

        vec_push(parts->arena, &parts->places, entry->pos);
        if (entry->key.str.len > 0)
            vec_push(parts->arena, &parts->keys, entry->key.str);
        add_bullets(parts, &entry->highlights);
        add_entries(parts, &entry->entries);
    }
}

static struct parts parts_of(struct arena *arena, const struct cv *cv)
{
    struct parts parts = {.arena = arena};

    for (size_t i = 0; i < cv->sections.len; i++)
        add_entries(&parts, &cv->sections.ptr[i].entries);
    if (parts.places.len > 0)
        qsort(parts.places.ptr, parts.places.len, sizeof *parts.places.ptr,
              by_place);
    if (parts.keys.len > 0)
        qsort(parts.keys.ptr, parts.keys.len, sizeof *parts.keys.ptr,
              str_order);
    return parts;
}

// --- Texts -------------------------------------------------------------------

// Appends what is left of "[@a; @b, p. 2]", nothing if nothing is.
static void add_citation(const struct pruner *p, struct str s, struct buf *out)
{
    struct str rest = str_slice(s, 1, s.len - 1);
    struct buf kept = {.arena = p->arena};
    bool gone = false;

    while (rest.ptr) {
        struct str part = str_split(&rest, ';');
        struct str cite = str_trim(part);

        // Without "@" it belongs to the one before.
        if (str_starts(cite, STR("@")))
            gone =
                has_key(&p->keys, str_slice(cite, 1, verbatim_key_end(cite)));
        if (gone)
            continue;
        buf_add_cstr(&kept, kept.len > 0 ? ";" : "");
        buf_add(&kept, kept.len > 0 ? part : cite);
    }
    if (kept.len > 0)
        buf_addf(out, "[%.*s]", STR_ARG(buf_str(&kept)));
    else if (out->len > 0 && out->ptr[out->len - 1] == ' ')
        out->len--;
}

static struct str text_without(const struct pruner *p, struct str s)
{
    struct buf out = {.arena = p->arena};
    size_t done = 0;
    size_t at = 0;

    if (p->keys.len == 0)
        return s;
    while ((at = str_find(s, STR("[@"), done)) != SIZE_MAX) {
        size_t end = str_find_char(s, ']', at);

        if (end == SIZE_MAX)
            break;
        buf_add(&out, str_slice(s, done, at));
        add_citation(p, str_slice(s, at, end + 1), &out);
        done = end + 1;
        if (out.len == 0 && done < s.len && s.ptr[done] == ' ')
            done++;
    }
    if (done == 0)
        return s;
    buf_add(&out, str_slice(s, done, s.len));
    return buf_str(&out);
}

// --- Nodes -------------------------------------------------------------------

// A bullet's place is that of its text, or of the key that is its text.
static bool is_gone(const struct pruner *p, const struct node *item)
{
    const struct node *text = node_lookup(item, "text");

    return has_place(&p->gone, item->pos) ||
           (text && has_place(&p->gone, text->pos)) ||
           (item->pairs.len == 1 &&
            has_place(&p->gone, item->pairs.ptr[0].key_pos));
}

static struct node *prune(const struct pruner *p, struct node *node);

static bool is_emptied(const struct node *before, const struct node *after)
{
    return before->kind == NODE_LIST && before->items.len > 0 &&
           after->items.len == 0;
}

// "- Text: [...]" of which nothing is left is the text alone.
static struct node *bare_bullet(const struct pruner *p, const struct node *item)
{
    struct node *bullet = arena_new_of(p->arena, struct node);

    *bullet = (struct node){
        .kind = NODE_SCALAR,
        .pos = item->pos,
        .text = text_without(p, item->pairs.ptr[0].key),
    };
    return bullet;
}

static struct node *prune_list(const struct pruner *p, const struct node *list)
{
    struct node *copy = arena_new_of(p->arena, struct node);

    *copy = *list;
    copy->items = (struct node_list){0};
    for (size_t i = 0; i < list->items.len; i++) {
        struct node *item = list->items.ptr[i];
        struct node *kept = is_gone(p, item) ? NULL : prune(p, item);

        if (kept && item->pairs.len == 1 && kept->pairs.len == 0)
            kept = bare_bullet(p, item);
        if (kept && !is_emptied(item, kept))
            vec_push(p->arena, &copy->items, kept);
    }
    return copy;
}

// Returns NULL for what is nothing without its entries.
static struct node *prune_map(const struct pruner *p, const struct node *map)
{
    struct node *copy = arena_new_of(p->arena, struct node);

    *copy = *map;
    copy->pairs = (struct pair_list){0};
    for (size_t i = 0; i < map->pairs.len; i++) {
        struct pair pair = map->pairs.ptr[i];
        struct node *kept = prune(p, pair.value);
        bool all = str_eq_cstr(pair.key, "entries") ||
                   str_eq_cstr(pair.key, "positions");

        if (kept && !is_emptied(pair.value, kept)) {
            pair.key = text_without(p, pair.key);
            pair.value = kept;
            vec_push(p->arena, &copy->pairs, pair);
        } else if (kept && all) {
            return NULL;
        }
    }
    return copy;
}

static struct node *prune(const struct pruner *p, struct node *node)
{
    struct node *copy;

    switch (node->kind) {
    case NODE_LIST:
        return prune_list(p, node);
    case NODE_MAP:
        return prune_map(p, node);
    case NODE_NULL:
        return node;
    case NODE_SCALAR:
        break;
    }
    copy = arena_new_of(p->arena, struct node);
    *copy = *node;
    copy->text = text_without(p, node->text);
    return copy;
}

struct node *node_without(struct arena *arena, struct node *root,
                          const struct cv *shown)
{
    struct parts kept = parts_of(arena, shown);
    struct parts all = parts_of(arena, shown->whole ? shown->whole : shown);
    struct pruner p = {.arena = arena};
    struct node *copy = arena_new_of(arena, struct node);

    for (size_t i = 0; i < all.places.len; i++)
        if (!has_place(&kept.places, all.places.ptr[i]))
            vec_push(arena, &p.gone, all.places.ptr[i]);
    for (size_t i = 0; i < shown->written.len; i++)
        vec_push(arena, &all.keys, shown->written.ptr[i]);
    for (size_t i = 0; i < all.keys.len; i++)
        if (!has_key(&kept.keys, all.keys.ptr[i]))
            vec_push(arena, &p.keys, all.keys.ptr[i]);
    if (p.keys.len > 0)
        qsort(p.keys.ptr, p.keys.len, sizeof *p.keys.ptr, str_order);
    *copy = *root;
    copy->pairs = (struct pair_list){0};
    for (size_t i = 0; i < root->pairs.len; i++) {
        struct pair pair = root->pairs.ptr[i];

        if (str_eq_cstr(pair.key, "cv") && pair.value->kind == NODE_MAP)
            pair.value = prune_map(&p, pair.value);
        vec_push(arena, &copy->pairs, pair);
    }
    return copy;
}

static void add_keys(struct arena *arena, const struct node *node,
                     struct str_list *keys)
{
    const struct node *key = node_lookup(node, "key");

    if (key && key->kind == NODE_SCALAR)
        vec_push(arena, keys, str_trim(key->text));
    for (size_t i = 0; i < node->items.len; i++)
        add_keys(arena, node->items.ptr[i], keys);
    for (size_t i = 0; i < node->pairs.len; i++)
        add_keys(arena, node->pairs.ptr[i].value, keys);
}

struct str_list keys_written(struct arena *arena, const struct node *root)
{
    const struct node *cv = node_lookup(root, "cv");
    const struct node *sections = node_lookup(cv, "sections");
    struct str_list keys = {0};

    if (sections)
        add_keys(arena, sections, &keys);
    return keys;
}
