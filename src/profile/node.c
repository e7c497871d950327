// SPDX-License-Identifier: MIT
// Looking into nodes and merging them. Nodes are never changed once made:
// aliases of the profile and merged trees share them.
#include "profile/node.h"

struct pair *node_lookup_pair(const struct node *map, struct str key)
{
    if (!map || map->kind != NODE_MAP)
        return NULL;
    for (size_t i = 0; i < map->pairs.len; i++)
        if (str_eq(map->pairs.ptr[i].key, key))
            return &map->pairs.ptr[i];
    return NULL;
}

bool node_is_null(const struct node *node)
{
    return !node || node->kind == NODE_NULL;
}

const char *node_describe(const struct node *node)
{
    if (!node)
        return "nothing";
    switch (node->kind) {
    case NODE_NULL:
        return "nothing";
    case NODE_SCALAR:
        return "a text";
    case NODE_LIST:
        return "a list";
    case NODE_MAP:
        return "a map";
    }
    return "nothing";
}

struct node *node_merge(struct arena *arena, struct node *base,
                        struct node *over)
{
    struct node *merged;

    if (!base || !over)
        return over ? over : base;
    if (base->kind != NODE_MAP || over->kind != NODE_MAP)
        return over;
    merged = arena_new_of(arena, struct node);
    merged->kind = NODE_MAP;
    merged->pos = over->pos;
    for (size_t i = 0; i < base->pairs.len; i++) {
        struct pair pair = base->pairs.ptr[i];
        const struct pair *other = node_lookup_pair(over, pair.key);

        if (other) {
            pair.key_pos = other->key_pos;
            pair.value = node_merge(arena, pair.value, other->value);
        }
        vec_push(arena, &merged->pairs, pair);
    }
    for (size_t i = 0; i < over->pairs.len; i++)
        if (!node_lookup_pair(base, over->pairs.ptr[i].key))
            vec_push(arena, &merged->pairs, over->pairs.ptr[i]);
    return merged;
}

struct node *node_map_of(struct arena *arena, const char *key,
                         struct node *value)
{
    struct node *map = arena_new_of(arena, struct node);

    map->kind = NODE_MAP;
    map->pos = value->pos;
    vec_push(arena, &map->pairs,
             (struct pair){str_from_cstr(key), value->pos, value});
    return map;
}

struct node *node_text_of(struct arena *arena, struct str text, struct pos pos)
{
    struct node *node = arena_new_of(arena, struct node);

    *node = (struct node){.kind = NODE_SCALAR, .pos = pos, .text = text};
    return node;
}
