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
                        const struct node *node, bool positive, sp *value)
{
    struct length length;
    sp measured;

    if (!length_parse(str_trim(node->text), &length)) {
        diag_error(t->diags, node->pos, str_from_cstr(size_hint),
                   "%.*s is no length: '%.*s'", STR_ARG(path),
                   STR_ARG(node->text));
        return;
    }
    if (positive && length.millionths <= 0) {
        diag_error(t->diags, node->pos, str_from_cstr(size_hint),
                   "%.*s must be greater than zero", STR_ARG(path));
        return;
    }
    measured = length_to_sp(length, t->em);
    if (measured > LENGTH_LIMIT || measured < -LENGTH_LIMIT)
        diag_error(t->diags, node->pos, STR("at most 200in"),
                   "%.*s is beyond any page: '%.*s'", STR_ARG(path),
                   STR_ARG(node->text));
    else
        *value = measured;
}

static void read_colour(const struct schema_target *t, struct str path,
                        const struct node *node, uint32_t *value)
{
    struct str near;
    struct str hint = STR("a colour is a name (navy), #004f90, "
                          "rgb(0, 79, 144) or hsl(207, 100%, 28%)");

    if (colour_parse(node->text, value))
        return;
    near = colour_suggest(node->text);
    if (near.len > 0)
        hint = str_format(t->arena, "did you mean '%.*s'?", STR_ARG(near));
    diag_error(t->diags, node->pos, hint, "%.*s is no colour: '%.*s'",
               STR_ARG(path), STR_ARG(node->text));
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

static void read_scalar(const struct schema_target *t,
                        const struct option *option, struct str path,
                        const struct node *node)
{
    char *place = (char *)t->target + option->offset;

    switch (option->type) {
    case OPTION_LENGTH:
    case OPTION_POSITIVE_LENGTH:
        read_length(t, path, node, option->type == OPTION_POSITIVE_LENGTH,
                    (sp *)(void *)place);
        break;
    case OPTION_COLOUR:
        read_colour(t, path, node, (uint32_t *)(void *)place);
        break;
    case OPTION_BOOL:
        read_bool_option(t, path, node, (bool *)(void *)place);
        break;
    case OPTION_CHOICE:
        read_choice(t, path, node, option, (int *)(void *)place);
        break;
    case OPTION_TEXT:
    case OPTION_TEMPLATE:
        *(struct text *)(void *)place = (struct text){node->text, node->pos};
        break;
    case OPTION_TEXTS:
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
    case OPTION_COLOUR:
        return "a colour";
    case OPTION_BOOL:
        return "true or false";
    case OPTION_CHOICE:
        return "a word";
    case OPTION_TEXT:
    case OPTION_TEMPLATE:
    case OPTION_ANY:
        return "a text";
    case OPTION_TEXTS:
    case OPTION_MONTHS:
        return "a list of texts";
    }
    return "";
}

static void read_option(const struct schema_target *t,
                        const struct option *option, struct str path,
                        const struct node *node)
{
    char *place = (char *)t->target + option->offset;
    bool list = option->type == OPTION_TEXTS || option->type == OPTION_MONTHS;

    if (option->type == OPTION_ANY)
        return;
    if (node->kind == NODE_NULL) {
        if (option->type == OPTION_TEMPLATE)
            *(struct text *)(void *)place = (struct text){{"", 0}, node->pos};
        return; // otherwise as if it were absent
    }
    if (node->kind != (list ? NODE_LIST : NODE_SCALAR))
        schema_wrong_kind(t->diags, node, path, expected_kind(option->type));
    else if (option->type == OPTION_TEXTS)
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

static void report_unknown(const struct schema *schema,
                           const struct schema_target *t, struct str group,
                           const struct pair *pair)
{
    struct str names[MAX_SIBLINGS];
    size_t count = 0;
    struct buf all = {.arena = t->arena};
    struct str near;

    for (size_t i = 0; i < schema->count; i++) {
        const char *rest = below(&schema->options[i], group);
        struct str name = {rest, rest ? strcspn(rest, ".") : 0};

        if (!rest || count == MAX_SIBLINGS ||
            (count > 0 && str_eq(names[count - 1], name)))
            continue;
        names[count++] = name;
        buf_addf(&all, "%s%.*s", all.len ? ", " : "", STR_ARG(name));
    }
    near = suggest_nearest(pair->key, names, count);
    diag_error(
        t->diags, pair->key_pos,
        near.len > 0
            ? str_format(t->arena, "did you mean '%.*s'?", STR_ARG(near))
            : str_format(t->arena, "known keys: %.*s", STR_ARG(buf_str(&all))),
        "unknown key '%.*s' in %s%s%.*s", STR_ARG(pair->key), schema->name,
        group.len ? "." : "", (int)(group.len ? group.len - 1 : 0), group.ptr);
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
    else if (pair->value->kind != NODE_NULL)
        schema_wrong_kind(t->diags, pair->value, path, "a map of options");
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
