// SPDX-License-Identifier: MIT
// Walks a map beside the option table. A group is any path prefix that ends
// at a dot; its options stand together in the table, so that a key is searched
// in its group's rows alone. What only a message needs is put together for it.
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

// An option in its table, to be read.
struct place {
    const struct schema *schema;
    const struct option *option;
};

static struct str place_path(const struct schema_target *t,
                             const struct place *place)
{
    return str_format(t->arena, "%s.%s", place->schema->name,
                      place->option->path);
}

void schema_store_length(const struct schema *schema,
                         const struct option *option, struct length length,
                         const struct text *written,
                         const struct schema_target *t)
{
    struct place place = {schema, option};
    sp measured = length_to_sp(length, t->em);

    if (option->type != OPTION_LENGTH && measured <= 0)
        diag_error(t->diags, written->pos, str_from_cstr(size_hint),
                   "%.*s must be greater than zero",
                   STR_ARG(place_path(t, &place)));
    else if (measured > LENGTH_LIMIT || measured < -LENGTH_LIMIT)
        diag_error(t->diags, written->pos, STR("at most 200in"),
                   "%.*s is beyond any page: '%.*s'",
                   STR_ARG(place_path(t, &place)), STR_ARG(written->str));
    else
        *(sp *)(void *)((char *)t->target + option->offset) = measured;
}

static void read_length(const struct schema_target *t,
                        const struct place *place, const struct node *node)
{
    struct text written = {node->text, node->pos};
    struct str text = str_trim(node->text);
    bool width = place->option->type == OPTION_WIDTH;
    struct length length;

    if (width && str_eq(text, STR("auto")))
        *(sp *)(void *)((char *)t->target + place->option->offset) = 0;
    else if (length_parse(text, &length))
        schema_store_length(place->schema, place->option, length, &written, t);
    else
        diag_error(
            t->diags, node->pos,
            str_format(t->arena, "%s%s", size_hint, width ? "; or auto" : ""),
            "%.*s is no length: '%.*s'", STR_ARG(place_path(t, place)),
            STR_ARG(node->text));
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

// Returns false, with an error, if it is none.
static bool read_colour(const struct schema_target *t,
                        const struct place *place, const struct node *node,
                        uint32_t *value)
{
    if (!is_number(node) && colour_parse(node->text, value))
        return true;
    diag_error(t->diags, node->pos, colour_hint(t->arena, node),
               "%.*s is no colour: '%.*s'", STR_ARG(place_path(t, place)),
               STR_ARG(node->text));
    return false;
}

static void read_paint(const struct schema_target *t, const struct place *place,
                       const struct node *node, struct paint *paint)
{
    struct paint read = {.kind = PAINT_COLOUR, .pos = node->pos};

    if (str_eq_cstr(node->text, "none"))
        read.kind = PAINT_NONE;
    else if (place->option->type == OPTION_PAINT &&
             str_eq_cstr(node->text, "auto"))
        read.kind = PAINT_AUTO;
    else if (!read_colour(t, place, node, &read.colour))
        return;
    *paint = read;
}

static void read_share(const struct schema_target *t, const struct place *place,
                       const struct node *node, struct share *share)
{
    share->pos = node->pos;
    share->percent = 0;
    if (!str_ends(str_trim(node->text), STR("%")))
        read_length(t, place, node);
    else if (!share_parse(node->text, &share->percent))
        diag_error(t->diags, node->pos,
                   STR("a share is a whole number from 1% to 99%"),
                   "%.*s is no share: '%.*s'", STR_ARG(place_path(t, place)),
                   STR_ARG(node->text));
}

static void report_choice(const struct schema_target *t,
                          const struct place *place, const struct node *node)
{
    const char *const *choices = place->option->choices;
    struct buf all = {.arena = t->arena};
    struct str names[MAX_SIBLINGS];
    struct str near;
    struct str hint;
    size_t count = 0;

    for (; choices[count] && count < MAX_SIBLINGS; count++) {
        names[count] = str_from_cstr(choices[count]);
        buf_addf(&all, "%s%s", count ? ", " : "", choices[count]);
    }
    near = suggest_nearest(node->text, names, count);
    if (near.len > 0)
        hint = str_format(t->arena, "did you mean '%.*s'? It can be: %.*s",
                          STR_ARG(near), STR_ARG(buf_str(&all)));
    else
        hint = str_format(t->arena, "it can be: %.*s", STR_ARG(buf_str(&all)));
    diag_error(t->diags, node->pos, hint, "%.*s cannot be '%.*s'",
               STR_ARG(place_path(t, place)), STR_ARG(node->text));
}

static void read_choice(const struct schema_target *t,
                        const struct place *place, const struct node *node,
                        int *value)
{
    const char *const *choices = place->option->choices;

    for (int i = 0; choices[i]; i++)
        if (str_eq_cstr(node->text, choices[i])) {
            *value = i;
            return;
        }
    report_choice(t, place, node);
}

static void read_texts(const struct schema_target *t, const struct place *place,
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
            schema_wrong_kind(t->diags, item, place_path(t, place),
                              "a list of texts");
    }
}

static void read_months(const struct schema_target *t,
                        const struct place *place, const struct node *node,
                        struct text months[12])
{
    struct text_list list;

    if (node->items.len != 12) {
        diag_error(t->diags, node->pos, (struct str){"", 0},
                   "%.*s must have 12 names, it has %zu",
                   STR_ARG(place_path(t, place)), node->items.len);
        return;
    }
    read_texts(t, place, node, &list);
    if (list.len == 12)
        memcpy(months, list.ptr, 12 * sizeof *months);
}

static void read_bool_option(const struct schema_target *t,
                             const struct place *place, const struct node *node,
                             bool *value)
{
    bool parsed;

    if (!read_bool(node->text, &parsed))
        diag_error(t->diags, node->pos, (struct str){"", 0},
                   "%.*s must be true or false", STR_ARG(place_path(t, place)));
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
                        const struct place *place, const struct node *node)
{
    void *value = (char *)t->target + place->option->offset;

    switch (place->option->type) {
    case OPTION_LENGTH:
    case OPTION_POSITIVE_LENGTH:
    case OPTION_WIDTH:
        read_length(t, place, node);
        break;
    case OPTION_SHARE:
        read_share(t, place, node, value);
        break;
    case OPTION_COLOUR:
        (void)read_colour(t, place, node, value);
        break;
    case OPTION_PAINT:
    case OPTION_BACKGROUND:
        read_paint(t, place, node, value);
        break;
    case OPTION_BOOL:
        read_bool_option(t, place, node, value);
        break;
    case OPTION_COUNT:
        schema_read_count(t->diags, node, place_path(t, place), value);
        break;
    case OPTION_CHOICE:
        read_choice(t, place, node, value);
        break;
    case OPTION_TEXT:
    case OPTION_TEMPLATE:
        *(struct text *)value = (struct text){node->text, node->pos};
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
    case OPTION_SHARE:
        return "a length or a share";
    case OPTION_COLOUR:
        return "a colour";
    case OPTION_PAINT:
        return "a colour, auto or none";
    case OPTION_BACKGROUND:
        return "a colour or none";
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
                        const struct place *place, const struct node *node)
{
    enum option_type type = place->option->type;
    void *value = (char *)t->target + place->option->offset;

    if (type == OPTION_ANY || node->partial)
        return;
    if (node->kind == NODE_NULL) {
        if (type == OPTION_TEMPLATE)
            *(struct text *)value = (struct text){{"", 0}, node->pos};
        return; // otherwise as if it were absent
    }
    if (!is_kind_of(type, node))
        schema_wrong_kind(t->diags, node, place_path(t, place),
                          expected_kind(type));
    else if (type == OPTION_TEXTS || type == OPTION_NAMES)
        read_texts(t, place, node, value);
    else if (type == OPTION_MONTHS)
        read_months(t, place, node, value);
    else
        read_scalar(t, place, node);
}

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
    struct str names[MAX_SIBLINGS];
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

        if (keys->count == MAX_SIBLINGS ||
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
        struct place place = {group->schema,
                              find_key(group, pair->key, &found)};

        if (found.begin < found.end && pair->value->kind == NODE_MAP)
            read_group(t, &found, pair->value);
        else if (place.option)
            read_option(t, &place, pair->value);
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
