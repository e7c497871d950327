// SPDX-License-Identifier: MIT
// Walks a map beside the option table. A group is any path prefix that ends
// at a dot; keys are few, so the table is searched linearly.
#include "design/schema.h"

#include <string.h>

// Keys of one group, for the hint; no group has more.
#define MAX_SIBLINGS 64

// The largest page of PDF 1.7 (ISO 32000-1, annex C.2).
#define LENGTH_LIMIT PT(14400)

static const char size_hint[] =
    "a length is a number and a unit: 0.7in, 2cm, 5mm, 12pt, 1.2em";

void schema_wrong_kind(struct diags *diags, const struct node *node,
                       struct str path, const char *expected)
{
    if (node->partial)
        return;
    diag_error(diags, node->pos, (struct str){"", 0}, "%.*s must be %s, not %s",
               STR_ARG(path), expected, node_describe(node));
}

static bool read_bool(struct str s, bool *value)
{
    if (str_eq_cstr(s, "true") || str_eq_cstr(s, "True") ||
        str_eq_cstr(s, "yes")) {
        *value = true;
        return true;
    }
    *value = false;
    return str_eq_cstr(s, "false") || str_eq_cstr(s, "False") ||
           str_eq_cstr(s, "no");
}

static void read_length(const struct schema_target *t, struct str path,
                        const struct node *node, enum option_type type,
                        sp *value)
{
    struct length length;
    sp measured;

    if (type == OPTION_WIDTH && str_eq_cstr(str_trim(node->text), "auto")) {
        *value = 0;
        return;
    }
    if (!length_parse(str_trim(node->text), &length)) {
        diag_error(t->diags, node->pos,
                   str_format(t->arena, "%s%s", size_hint,
                              type == OPTION_WIDTH ? "; or auto" : ""),
                   "%.*s is no length: '%.*s'", STR_ARG(path),
                   STR_ARG(node->text));
        return;
    }
    measured = length_to_sp(length, t->em);
    if (type != OPTION_LENGTH && measured <= 0) {
        diag_error(t->diags, node->pos, str_from_cstr(size_hint),
                   "%.*s must be greater than zero", STR_ARG(path));
        return;
    }
    if (measured > LENGTH_LIMIT || measured < -LENGTH_LIMIT)
        diag_error(t->diags, node->pos, STR("at most 200in"),
                   "%.*s is beyond any page: '%.*s'", STR_ARG(path),
                   STR_ARG(node->text));
    else
        *value = measured;
}

// "255" without quotes is a number, which RenderCV refuses; with them, it is
// hexadecimal, which is hardly meant.
static bool is_number(const struct node *node)
{
    for (size_t i = 0; i < node->text.len; i++)
        if (!ascii_is_digit(node->text.ptr[i]))
            return false;
    return node->plain && node->text.len > 0;
}

static struct str colour_hint(struct arena *arena, const struct node *node)
{
    struct str near = colour_suggest(node->text);

    if (is_number(node))
        return str_format(arena,
                          "write \"#%.*s\" if it is hexadecimal, or "
                          "rgb(0, 79, 144), or a name (navy)",
                          STR_ARG(node->text));
    if (str_starts(node->text, STR("rgb(")))
        return STR("rgb(...) has three numbers from 0 to 255: rgb(0, 79, 144)");
    if (str_starts(node->text, STR("hsl(")))
        return STR("hsl(...) has a number from 0 to 360 and two percentages: "
                   "hsl(207, 100%, 28%)");
    if (near.len > 0)
        return str_format(arena, "did you mean '%.*s'?", STR_ARG(near));
    return STR("a colour is a name (navy), #004f90, rgb(0, 79, 144) or "
               "hsl(207, 100%, 28%)");
}

static void read_colour(const struct schema_target *t, struct str path,
                        const struct node *node, uint32_t *value)
{
    if (!is_number(node) && colour_parse(node->text, value))
        return;
    diag_error(t->diags, node->pos, colour_hint(t->arena, node),
               "%.*s is no colour: '%.*s'", STR_ARG(path), STR_ARG(node->text));
}

static void read_choice(const struct schema_target *t, struct str path,
                        const struct node *node, const struct option *option,
                        int *value)
{
    struct buf all = {.arena = t->arena};
    struct str names[MAX_SIBLINGS];
    struct str near;
    size_t count = 0;

    for (; option->choices[count] && count < MAX_SIBLINGS; count++) {
        names[count] = str_from_cstr(option->choices[count]);
        if (str_eq(names[count], node->text)) {
            *value = (int)count;
            return;
        }
        buf_addf(&all, "%s%s", count ? ", " : "", option->choices[count]);
    }
    near = suggest_nearest(node->text, names, count);
    if (near.len > 0)
        diag_error(t->diags, node->pos,
                   str_format(t->arena, "did you mean '%.*s'? It can be: %.*s",
                              STR_ARG(near), STR_ARG(buf_str(&all))),
                   "%.*s cannot be '%.*s'", STR_ARG(path), STR_ARG(node->text));
    else
        diag_error(
            t->diags, node->pos,
            str_format(t->arena, "it can be: %.*s", STR_ARG(buf_str(&all))),
            "%.*s cannot be '%.*s'", STR_ARG(path), STR_ARG(node->text));
}

static void read_texts(const struct schema_target *t, struct str path,
                       const struct node *node, struct text_list *list)
{
    *list = (struct text_list){0};
    if (node->kind == NODE_SCALAR && node->text.len > 0)
        vec_push(t->arena, list, (struct text){node->text, node->pos});
    for (size_t i = 0; i < node->items.len; i++) {
        const struct node *item = node->items.ptr[i];

        if (item->kind == NODE_SCALAR)
            vec_push(t->arena, list, (struct text){item->text, item->pos});
        else
            schema_wrong_kind(t->diags, item, path, "a list of texts");
    }
}

static void read_months(const struct schema_target *t, struct str path,
                        const struct node *node, struct text months[12])
{
    struct text_list list;

    if (node->items.len != 12) {
        diag_error(t->diags, node->pos, (struct str){"", 0},
                   "%.*s must have 12 names, it has %zu", STR_ARG(path),
                   node->items.len);
        return;
    }
    read_texts(t, path, node, &list);
    if (list.len == 12)
        memcpy(months, list.ptr, 12 * sizeof *months);
}

static void read_bool_option(const struct schema_target *t, struct str path,
                             const struct node *node, bool *value)
{
    bool parsed;

    if (!read_bool(node->text, &parsed))
        diag_error(t->diags, node->pos, (struct str){"", 0},
                   "%.*s must be true or false", STR_ARG(path));
    else
        *value = parsed;
}

void schema_read_count(struct diags *diags, const struct node *node,
                       struct str path, int *value)
{
    if (!str_to_count(str_trim(node->text), SCHEMA_COUNT_MAX, value))
        diag_error(diags, node->pos, (struct str){"", 0},
                   "%.*s must be a whole number from 0 to %d", STR_ARG(path),
                   SCHEMA_COUNT_MAX);
}

static void read_scalar(const struct schema_target *t,
                        const struct option *option, struct str path,
                        const struct node *node)
{
    char *place = (char *)t->target + option->offset;

    switch (option->type) {
    case OPTION_LENGTH:
    case OPTION_POSITIVE_LENGTH:
    case OPTION_WIDTH:
        read_length(t, path, node, option->type, (sp *)(void *)place);
        break;
    case OPTION_COLOUR:
        read_colour(t, path, node, (uint32_t *)(void *)place);
        break;
    case OPTION_BOOL:
        read_bool_option(t, path, node, (bool *)(void *)place);
        break;
    case OPTION_COUNT:
        schema_read_count(t->diags, node, path, (int *)(void *)place);
        break;
    case OPTION_CHOICE:
        read_choice(t, path, node, option, (int *)(void *)place);
        break;
    case OPTION_TEXT:
    case OPTION_TEMPLATE:
        *(struct text *)(void *)place = (struct text){node->text, node->pos};
        break;
    case OPTION_TEXTS:
    case OPTION_NAMES:
    case OPTION_MONTHS:
    case OPTION_ANY:
        break;
    }
}

static const char *expected_kind(enum option_type type)
{
    switch (type) {
    case OPTION_LENGTH:
    case OPTION_POSITIVE_LENGTH:
        return "a length";
    case OPTION_WIDTH:
        return "a length or auto";
    case OPTION_COLOUR:
        return "a colour";
    case OPTION_BOOL:
        return "true or false";
    case OPTION_COUNT:
        return "a number";
    case OPTION_CHOICE:
        return "a word";
    case OPTION_TEXT:
    case OPTION_TEMPLATE:
    case OPTION_ANY:
        return "a text";
    case OPTION_TEXTS:
    case OPTION_NAMES:
    case OPTION_MONTHS:
        return "a list of texts";
    }
    return "";
}

// A list of one text can be written as the text, unless that looks like
// several: "Python, C". A name may have a comma.
static bool is_kind_of(enum option_type type, const struct node *node)
{
    switch (type) {
    case OPTION_TEXTS:
        return node->kind == NODE_LIST ||
               (node->kind == NODE_SCALAR &&
                str_find_char(node->text, ',', 0) == SIZE_MAX);
    case OPTION_NAMES:
        return node->kind == NODE_LIST || node->kind == NODE_SCALAR;
    case OPTION_MONTHS:
        return node->kind == NODE_LIST;
    default:
        return node->kind == NODE_SCALAR;
    }
}

static void read_option(const struct schema_target *t,
                        const struct option *option, struct str path,
                        const struct node *node)
{
    char *place = (char *)t->target + option->offset;

    if (option->type == OPTION_ANY || node->partial)
        return;
    if (node->kind == NODE_NULL) {
        if (option->type == OPTION_TEMPLATE)
            *(struct text *)(void *)place = (struct text){{"", 0}, node->pos};
        return; // otherwise as if it were absent
    }
    if (!is_kind_of(option->type, node))
        schema_wrong_kind(t->diags, node, path, expected_kind(option->type));
    else if (option->type == OPTION_TEXTS || option->type == OPTION_NAMES)
        read_texts(t, path, node, (struct text_list *)(void *)place);
    else if (option->type == OPTION_MONTHS)
        read_months(t, path, node, (struct text *)(void *)place);
    else
        read_scalar(t, option, path, node);
}

// Returns the part of an option's path that follows group ("" or "page."),
// or NULL if the option is not in the group.
static const char *below(const struct option *option, struct str group)
{
    if (!str_starts(str_from_cstr(option->path), group))
        return NULL;
    return option->path + group.len;
}

// The keys that a group can have.
struct keys {
    struct str names[MAX_SIBLINGS];
    size_t count;
    struct str all; // "theme, page, colors"
};

static void list_keys(const struct schema *schema,
                      const struct schema_target *t, struct str group,
                      struct keys *keys)
{
    struct buf all = {.arena = t->arena};

    keys->count = 0;
    for (size_t i = 0; i < schema->count; i++) {
        const char *rest = below(&schema->options[i], group);
        struct str name = {rest, rest ? strcspn(rest, ".") : 0};

        if (!rest || keys->count == MAX_SIBLINGS ||
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

static void report_unknown(const struct schema *schema,
                           const struct schema_target *t, struct str group,
                           const struct pair *pair)
{
    struct keys keys;
    struct str other = other_group(schema, pair->key);
    struct str near;
    struct str hint;

    list_keys(schema, t, group, &keys);
    near = suggest_nearest(pair->key, keys.names, keys.count);
    if (other.len > 0)
        hint = str_format(t->arena, "%.*s belongs below %s.%.*s",
                          STR_ARG(pair->key), schema->name, STR_ARG(other));
    else if (near.len > 0)
        hint = str_format(t->arena, "did you mean '%.*s'?", STR_ARG(near));
    else
        hint = schema_meant_hint(t->arena, schema, group, pair->key);
    if (hint.len == 0)
        hint = str_format(t->arena, "known keys: %.*s", STR_ARG(keys.all));
    diag_error(t->diags, pair->key_pos, hint, "unknown key '%.*s' in %s%s%.*s",
               STR_ARG(pair->key), schema->name, group.len ? "." : "",
               (int)(group.len ? group.len - 1 : 0), group.ptr);
}

// A text or a list where options have names: "font_size: 11pt".
static void report_no_group(const struct schema *schema,
                            const struct schema_target *t, struct str group,
                            const struct pair *pair, struct str path)
{
    const struct node *value = pair->value;
    struct keys keys;
    struct str hint;

    list_keys(schema, t, group, &keys);
    hint = str_format(t->arena, "its keys are %.*s", STR_ARG(keys.all));
    for (size_t i = 0; i < keys.count && value->kind == NODE_SCALAR; i++)
        if (str_eq_cstr(keys.names[i], "body"))
            hint = str_format(t->arena, "write %.*s: {body: %.*s}",
                              STR_ARG(pair->key), STR_ARG(value->text));
    diag_error(t->diags, value->pos, hint,
               "%.*s must be a map of options, not %s", STR_ARG(path),
               node_describe(value));
}

static void read_group(const struct schema *schema,
                       const struct schema_target *t, struct str group,
                       const struct node *node);

static void read_pair(const struct schema *schema,
                      const struct schema_target *t, struct str group,
                      const struct pair *pair)
{
    struct str path = str_format(t->arena, "%s.%.*s%.*s", schema->name,
                                 STR_ARG(group), STR_ARG(pair->key));
    struct str prefix =
        str_format(t->arena, "%.*s%.*s.", STR_ARG(group), STR_ARG(pair->key));
    const struct option *option = NULL;
    bool is_group = false;
    // A dot divides paths in the table; no key has one.
    bool dotted = str_find_char(pair->key, '.', 0) != SIZE_MAX;

    for (size_t i = 0; i < schema->count && !dotted; i++) {
        const char *rest = below(&schema->options[i], group);

        if (rest && str_eq_cstr(pair->key, rest))
            option = &schema->options[i];
        is_group = is_group || below(&schema->options[i], prefix);
    }
    if (is_group && pair->value->kind == NODE_MAP)
        read_group(schema, t, prefix, pair->value);
    else if (option)
        read_option(t, option, path, pair->value);
    else if (!is_group)
        report_unknown(schema, t, group, pair);
    else if (pair->value->kind != NODE_NULL && !pair->value->partial)
        report_no_group(schema, t, prefix, pair, path);
}

static void read_group(const struct schema *schema,
                       const struct schema_target *t, struct str group,
                       const struct node *node)
{
    for (size_t i = 0; i < node->pairs.len; i++)
        read_pair(schema, t, group, &node->pairs.ptr[i]);
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
        read_group(schema, target, (struct str){"", 0}, node);
}
