// SPDX-License-Identifier: MIT
// Walks a map beside the option table. A group is any path prefix that ends
// at a dot; its options stand together in the table, so that a key is searched
// in its group's rows alone. What only a message needs is put together for it.
#include "design/schema.h"

#include "design/schema_value.h"

#include <string.h>

// The rows of a table whose paths begin alike.
struct group {
    const struct schema *schema;
    size_t begin;
    size_t end;
    size_t length; // of what their paths share, with its dot: 5 of "page."
};

static const char *below(const struct group *group, size_t row)
{
    return group->schema->options[row].path + group->length;
}

// The path that the rows share, with its dot; the whole table has none.
static struct str group_path(const struct group *group)
{
    return (struct str){group->schema->options[group->begin].path,
                        group->length};
}

// The keys that a group can have.
struct keys {
    struct str names[SCHEMA_SIBLINGS_MAX];
    size_t count;
    struct str all; // "theme, page, colors"
};

static void list_keys(const struct schema_target *t, const struct group *group,
                      struct keys *keys)
{
    struct buf all = {.arena = t->arena};

    keys->count = 0;
    for (size_t i = group->begin; i < group->end; i++) {
        const char *rest = below(group, i);
        struct str name = {rest, strcspn(rest, ".")};

        if (keys->count == SCHEMA_SIBLINGS_MAX ||
            (keys->count > 0 && str_eq(keys->names[keys->count - 1], name)))
            continue;
        keys->names[keys->count++] = name;
        buf_addf(&all, "%s%.*s", all.len ? ", " : "", STR_ARG(name));
    }
    keys->all = buf_str(&all);
}

// Returns the length of what stands before key in path, where key is one of
// its later parts; or 0.
static size_t parent_length(struct str path, struct str key)
{
    size_t at = 0;

    while ((at = str_find(path, key, at + 1)) != SIZE_MAX) {
        size_t end = at + key.len;

        if (path.ptr[at - 1] == '.' &&
            (end == path.len || path.ptr[end] == '.'))
            return at - 1;
    }
    return 0;
}

// Returns the path of the group that alone has the key, without the schema's
// name; or an empty text.
static struct str other_group(const struct schema *schema, struct str key)
{
    struct str found = {"", 0};

    for (size_t i = 0; i < schema->count && key.len > 0; i++) {
        struct str path = str_from_cstr(schema->options[i].path);
        struct str parent = str_slice(path, 0, parent_length(path, key));

        // What a letter has as well as the CV is meant of the CV.
        if (found.len > 0 && str_starts(path, STR("letter.")))
            continue;
        if (found.len > 0 && parent.len > 0 && !str_eq(found, parent))
            return (struct str){"", 0};
        if (parent.len > 0)
            found = parent;
    }
    return found;
}

static void report_unknown(const struct schema_target *t,
                           const struct group *group, const struct pair *pair)
{
    const char *name = group->schema->name;
    struct str path = group_path(group);
    struct keys keys;
    struct str other = other_group(group->schema, pair->key);
    struct str near;
    struct str hint;

    list_keys(t, group, &keys);
    near = schema_name_with_words(keys.names, keys.count, pair->key);
    if (near.len == 0)
        near = suggest_nearest(pair->key, keys.names, keys.count);
    if (other.len > 0)
        hint = str_format(t->arena, "%.*s belongs below %s.%.*s",
                          STR_ARG(pair->key), name, STR_ARG(other));
    else if (near.len > 0)
        hint = str_format(t->arena, "did you mean '%.*s'?", STR_ARG(near));
    else
        hint = schema_meant_hint(t->arena, group->schema, path, pair->key);
    if (hint.len == 0)
        hint = str_format(t->arena, "known keys: %.*s", STR_ARG(keys.all));
    diag_error(t->diags, pair->key_pos, hint, "unknown key '%.*s' in %s%s%.*s",
               STR_ARG(pair->key), name, path.len ? "." : "",
               (int)(path.len ? path.len - 1 : 0), path.ptr);
}

// A text or a list where options have names: "font_size: 11pt".
static void report_no_group(const struct schema_target *t,
                            const struct group *group, const struct pair *pair)
{
    const struct node *value = pair->value;
    struct str path = group_path(group);
    struct keys keys;
    struct str hint;

    list_keys(t, group, &keys);
    hint = str_format(t->arena, "its keys are %.*s", STR_ARG(keys.all));
    for (size_t i = 0; i < keys.count && value->kind == NODE_SCALAR; i++)
        if (str_eq_cstr(keys.names[i], "body"))
            hint = str_format(t->arena, "write %.*s: {body: %.*s}",
                              STR_ARG(pair->key), STR_ARG(value->text));
    diag_error(t->diags, value->pos, hint,
               "%s.%.*s must be a map of options, not %s", group->schema->name,
               (int)(path.len - 1), path.ptr, node_describe(value));
}

// True if the key is the first word of rest, which dots divide. A key with a
// dot is none.
static bool begins_with(const char *rest, struct str key)
{
    size_t i = 0;

    while (i < key.len && rest[i] == key.ptr[i] && rest[i] != '.' && rest[i])
        i++;
    return i == key.len && (rest[i] == '.' || rest[i] == '\0');
}

// Finds what the key means in the group: an option, or NULL; and a group of
// its own, which may be empty.
static const struct option *find_key(const struct group *group, struct str key,
                                     struct group *found)
{
    const struct option *option = NULL;
    size_t i = group->begin;
    size_t length = group->length + key.len;

    while (i < group->end && !begins_with(below(group, i), key))
        i++;
    if (i < group->end && group->schema->options[i].path[length] == '\0')
        option = &group->schema->options[i++];
    *found = (struct group){group->schema, i, i, length + 1};
    while (found->end < group->end &&
           begins_with(below(group, found->end), key))
        found->end++;
    return option;
}

static void read_group(const struct schema_target *t, const struct group *group,
                       const struct node *node)
{
    for (size_t i = 0; i < node->pairs.len; i++) {
        const struct pair *pair = &node->pairs.ptr[i];
        struct group found;
        struct schema_place place = {group->schema,
                                     find_key(group, pair->key, &found)};

        if (found.begin < found.end && pair->value->kind == NODE_MAP)
            read_group(t, &found, pair->value);
        else if (place.option)
            schema_read_option(t, &place, pair->value);
        else if (found.begin == found.end)
            report_unknown(t, group, pair);
        else if (pair->value->kind != NODE_NULL && !pair->value->partial)
            report_no_group(t, &found, pair);
    }
}

void schema_read(const struct schema *schema, const struct node *node,
                 const struct schema_target *target)
{
    if (node_is_null(node))
        return;
    if (node->kind != NODE_MAP)
        schema_wrong_kind(target->diags, node, str_from_cstr(schema->name),
                          "a map of options");
    else
        read_group(target, &(struct group){schema, 0, schema->count, 0}, node);
}
