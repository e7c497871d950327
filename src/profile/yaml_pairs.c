// SPDX-License-Identifier: MIT
// Pairs of maps: keys that cannot be, keys that are there twice, and those that
// "<<" takes from other maps.
#include "base/utf8.h"
#include "profile/excerpt.h"
#include "profile/yaml_reader.h"

bool yaml_is_merge_key(const struct node *key)
{
    return key->plain && str_eq_cstr(key->text, "<<");
}

// Adds to map the pairs of other whose keys it lacks.
static void merge_map(struct reader *reader, struct node *map,
                      const struct node *other)
{
    for (size_t i = 0; i < other->pairs.len; i++) {
        if (node_lookup_pair(map, other->pairs.ptr[i].key))
            continue;
        if (map->pairs.len == YAML_MAX_KEYS) {
            yaml_stop(reader, map->pos, "this map has too many keys");
            return;
        }
        vec_push(reader->arena, &map->pairs, other->pairs.ptr[i]);
    }
}

static void merge_value(struct reader *reader, struct node *map,
                        const struct node *value, bool in_list)
{
    if (value->kind == NODE_MAP)
        merge_map(reader, map, value);
    else if (value->kind == NODE_LIST && !in_list)
        for (size_t i = 0; i < value->items.len; i++)
            merge_value(reader, map, value->items.ptr[i], true);
    else if (value->kind != NODE_NULL)
        diag_error(reader->diags, value->pos, (struct str){"", 0},
                   "'<<' takes a map or a list of maps, found %s",
                   node_describe(value));
}

// "name" behind a no-break space is another key, which nobody can see.
// Returns the blank that the key begins or ends with, or 0.
static uint32_t odd_blank(const struct node *key)
{
    struct str text = key->text;
    size_t offset = 0;
    uint32_t rune = utf8_next(text, &offset);

    // None of them is ASCII.
    if (rune < 0x80 && (unsigned char)text.ptr[text.len - 1] < 0x80)
        return 0;
    if (yaml_is_odd_blank(rune))
        return rune;
    while (offset < text.len)
        rune = utf8_next(text, &offset);
    return yaml_is_odd_blank(rune) ? rune : 0;
}

void yaml_add_pair(struct reader *reader, struct node *map,
                   const struct node *key, struct node *value)
{
    struct pair *known;

    if (key->kind == NODE_LIST || key->kind == NODE_MAP) {
        diag_error(reader->diags, key->pos,
                   STR("a text that begins with '[' or '{' must be quoted"),
                   "a key must be a text, found %s", node_describe(key));
        return;
    }
    if (key->text.len == 0) {
        diag_error(reader->diags, key->pos, (struct str){"", 0},
                   "a key is missing here");
        return;
    }
    if (odd_blank(key) != 0) {
        diag_error(reader->diags, key->pos,
                   STR("delete the blanks beside the key and type spaces"),
                   "%s (U+%04X) beside a key", yaml_blank_name(odd_blank(key)),
                   (unsigned)odd_blank(key));
        reader->stopped = true;
        return;
    }
    known = node_lookup_pair(map, key->text);
    if (known)
        diag_error(reader->diags, key->pos,
                   str_format(reader->arena, "the first one is at line %u",
                              known->key_pos.line),
                   "the key '%.*s' is here twice",
                   STR_ARG(excerpt(reader->arena, key->text)));
    else if (map->pairs.len == YAML_MAX_KEYS)
        yaml_stop(reader, key->pos, "this map has too many keys");
    else
        vec_push(reader->arena, &map->pairs,
                 (struct pair){key->text, key->pos, value});
}

void yaml_merge(struct reader *reader, struct node *map,
                const struct node *value)
{
    merge_value(reader, map, value, false);
}
