// SPDX-License-Identifier: MIT
// One walk over the profile: at a map of languages it goes on with one of the
// values, at a value with tags it asks whether it is chosen. cv and sections
// themselves are neither, whatever their keys are ("cv" is Chuvash, and there
// may be a section "tags").
#include "profile/select.h"

#include "profile/language_map.h"

struct walk {
    struct arena *arena;
    struct diags *diags;
    const struct choice *choice;
    struct str language;
    bool tagged; // in cv and letter, where values can have tags
};

static struct node *select_value(const struct walk *walk, struct node *node);

// Returns a copy without items and pairs.
static struct node *emptied(const struct walk *walk, const struct node *node)
{
    struct node *copy = arena_new_of(walk->arena, struct node);

    *copy = *node;
    copy->items = (struct node_list){0};
    copy->pairs = (struct pair_list){0};
    return copy;
}

static void add_pair(const struct walk *walk, struct node *map,
                     const struct pair *pair, struct node *value)
{
    vec_push(walk->arena, &map->pairs,
             (struct pair){pair->key, pair->key_pos, value});
}

static bool is_chosen(const struct choice *choice, const struct tag_list *tags)
{
    bool included = !choice->by_tags || tags->len == 0;

    for (size_t i = 0; i < tags->len; i++) {
        if (tag_list_has(&choice->exclude, tags->ptr[i].name))
            return false;
        included =
            included || tag_list_has(&choice->include, tags->ptr[i].name);
    }
    return included;
}

// "tag: x" would be a field of the user's own, and the entry always shown.
static void warn_misspelt(const struct walk *walk, const struct node *map)
{
    static const char *const wrong[] = {"tag", "Tag", "Tags"};

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const struct pair *pair =
            node_lookup_pair(map, str_from_cstr(wrong[i]));

        if (pair)
            diag_warning(walk->diags, pair->key_pos,
                         STR("did you mean 'tags'?"),
                         "'%s' is a field like any other, and chooses nothing",
                         wrong[i]);
    }
}

// Returns the map without its tags, or NULL if it is not chosen.
static struct node *take_tags(const struct walk *walk, struct node *map)
{
    struct tag_list tags = {0};
    struct node *rest;

    if (!node_lookup(map, "tags")) {
        warn_misspelt(walk, map);
        return map;
    }
    tag_list_read(walk->arena, node_lookup(map, "tags"), "tags", walk->diags,
                  &tags);
    if (!is_chosen(walk->choice, &tags))
        return NULL;
    rest = emptied(walk, map);
    for (size_t i = 0; i < map->pairs.len; i++)
        if (!str_eq_cstr(map->pairs.ptr[i].key, "tags"))
            add_pair(walk, rest, &map->pairs.ptr[i], map->pairs.ptr[i].value);
    return rest;
}

// Links are called as the user likes, and so perhaps "en" and "de".
static bool is_link_list(const struct pair *pair)
{
    const struct node *map = pair->value;

    return str_eq_cstr(pair->key, "links") && map->pairs.len > 0 &&
           map->pairs.ptr[0].value->kind != NODE_MAP;
}

// "- Text: [a, b]" is a bullet with sub-bullets, even if the text is "It".
static bool is_bullet(const struct node *map)
{
    return map->pairs.len == 1 && map->pairs.ptr[0].value->kind == NODE_LIST;
}

static bool lost_all(const struct node *before, const struct node *after)
{
    return before && before->kind == NODE_LIST && before->items.len > 0 &&
           after->items.len == 0;
}

// True if nothing is left of what a section, a group or an employment consists
// of. What was empty before may stay.
static bool is_hollow(const struct walk *walk, const struct node *before,
                      const struct node *after)
{
    static const char *const keys[] = {"entries", "positions"};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct node *list = node_lookup(before, keys[i]);

        if (language_map_is(list))
            list = language_map_pick(list, walk->language, walk->diags);
        if (lost_all(list, node_lookup(after, keys[i])))
            return true;
    }
    return lost_all(before, after);
}

// Returns what an item of a list becomes, or NULL if it is not chosen.
static struct node *select_item(const struct walk *walk, struct node *item)
{
    struct node *text;
    struct node *chosen;

    if (item->kind != NODE_MAP || !walk->tagged ||
        (language_map_is(item) && !is_bullet(item)))
        return select_value(walk, item);
    item = take_tags(walk, item);
    if (!item)
        return NULL;
    text = item->pairs.len == 1 ? node_lookup(item, "text") : NULL;
    if (text && text->kind != NODE_LIST)
        return select_value(walk, text);
    if (is_bullet(item)) {
        struct node *copy = emptied(walk, item);
        const struct pair *pair = &item->pairs.ptr[0];

        add_pair(walk, copy, pair, select_value(walk, pair->value));
        return copy;
    }
    chosen = select_value(walk, item);
    return is_hollow(walk, item, chosen) ? NULL : chosen;
}

static struct node *select_value(const struct walk *walk, struct node *node)
{
    struct node *copy;

    if (language_map_is(node) || language_map_is_misspelt(node, walk->diags))
        return select_value(
            walk, language_map_pick(node, walk->language, walk->diags));
    if (node->kind != NODE_LIST && node->kind != NODE_MAP)
        return node;
    copy = emptied(walk, node);
    for (size_t i = 0; i < node->items.len; i++) {
        struct node *item = select_item(walk, node->items.ptr[i]);

        if (item)
            vec_push(walk->arena, &copy->items, item);
    }
    for (size_t i = 0; i < node->pairs.len; i++) {
        const struct pair *pair = &node->pairs.ptr[i];

        add_pair(walk, copy, pair,
                 is_link_list(pair) ? pair->value
                                    : select_value(walk, pair->value));
    }
    return copy;
}

// Returns the section, or NULL if it is not chosen or nothing in it is.
static struct node *select_section(const struct walk *walk, struct node *node)
{
    struct node *chosen;

    if (language_map_is(node))
        node = language_map_pick(node, walk->language, walk->diags);
    if (node->kind == NODE_MAP)
        node = take_tags(walk, node);
    if (!node)
        return NULL;
    chosen = select_value(walk, node);
    return is_hollow(walk, node, chosen) ? NULL : chosen;
}

static void add_section(const struct walk *walk, const struct pair *pair,
                        struct node *chosen)
{
    struct node *section;

    if (!pair || node_lookup_pair(chosen, pair->key))
        return;
    section = select_section(walk, pair->value);
    if (section)
        add_pair(walk, chosen, pair, section);
}

static struct node *select_sections(const struct walk *walk,
                                    struct node *sections)
{
    const struct node *order = walk->choice->sections;
    struct node *chosen;

    if (sections->kind != NODE_MAP)
        return select_value(walk, sections);
    chosen = emptied(walk, sections);
    for (size_t i = 0; order && i < order->items.len; i++)
        add_section(
            walk,
            node_lookup_pair(sections, str_trim(order->items.ptr[i]->text)),
            chosen);
    for (size_t i = 0; !order && i < sections->pairs.len; i++)
        add_section(walk, &sections->pairs.ptr[i], chosen);
    return chosen;
}

static struct node *select_cv(const struct walk *walk, struct node *cv)
{
    struct node *chosen;

    if (cv->kind != NODE_MAP)
        return cv;
    chosen = emptied(walk, cv);
    for (size_t i = 0; i < cv->pairs.len; i++) {
        const struct pair *pair = &cv->pairs.ptr[i];

        add_pair(walk, chosen, pair,
                 str_eq_cstr(pair->key, "sections")
                     ? select_sections(walk, pair->value)
                     : select_value(walk, pair->value));
    }
    return chosen;
}

struct node *select_read(struct arena *arena, struct node *root,
                         const struct choice *choice, struct str language,
                         struct diags *diags)
{
    struct walk walk = {arena, diags, choice, language, false};
    struct walk tagged = {arena, diags, choice, language, true};
    struct node *chosen;

    if (root->kind != NODE_MAP)
        return root;
    chosen = emptied(&walk, root);
    for (size_t i = 0; i < root->pairs.len; i++) {
        const struct pair *pair = &root->pairs.ptr[i];

        if (str_eq_cstr(pair->key, "cv"))
            add_pair(&walk, chosen, pair, select_cv(&tagged, pair->value));
        else if (str_eq_cstr(pair->key, "letter"))
            add_pair(&walk, chosen, pair, select_value(&tagged, pair->value));
        else if (!str_eq_cstr(pair->key, "variants") &&
                 !str_starts(pair->key, STR("x-")))
            add_pair(&walk, chosen, pair, select_value(&walk, pair->value));
    }
    return chosen;
}
