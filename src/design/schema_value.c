// SPDX-License-Identifier: MIT
// Values of options, each by its type, and the messages for what is none.
#include "design/schema_value.h"

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

struct str schema_place_path(const struct schema_target *t,
                             const struct schema_place *place)
{
    return str_format(t->arena, "%s.%s", place->schema->name,
                      place->option->path);
}

void schema_store_length(const struct schema *schema,
                         const struct option *option, struct length length,
                         const struct text *written,
                         const struct schema_target *t)
{
    struct schema_place place = {schema, option};
    sp measured = length_to_sp(length, t->em);

    if (option->type != OPTION_LENGTH && measured <= 0)
        diag_error(t->diags, written->pos, str_from_cstr(size_hint),
                   "%.*s must be greater than zero",
                   STR_ARG(schema_place_path(t, &place)));
    else if (measured > LENGTH_LIMIT || measured < -LENGTH_LIMIT)
        diag_error(t->diags, written->pos, STR("at most 200in"),
                   "%.*s is beyond any page: '%.*s'",
                   STR_ARG(schema_place_path(t, &place)),
                   STR_ARG(written->str));
    else
        *(sp *)(void *)((char *)t->target + option->offset) = measured;
}

static void read_length(const struct schema_target *t,
                        const struct schema_place *place,
                        const struct node *node)
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
            "%.*s is no length: '%.*s'", STR_ARG(schema_place_path(t, place)),
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
                        const struct schema_place *place,
                        const struct node *node, uint32_t *value)
{
    if (!is_number(node) && colour_parse(node->text, value))
        return true;
    diag_error(t->diags, node->pos, colour_hint(t->arena, node),
               "%.*s is no colour: '%.*s'",
               STR_ARG(schema_place_path(t, place)), STR_ARG(node->text));
    return false;
}

static void read_paint(const struct schema_target *t,
                       const struct schema_place *place,
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

static void read_share(const struct schema_target *t,
                       const struct schema_place *place,
                       const struct node *node, struct share *share)
{
    share->pos = node->pos;
    share->percent = 0;
    if (!str_ends(str_trim(node->text), STR("%")))
        read_length(t, place, node);
    else if (!share_parse(node->text, &share->percent))
        diag_error(t->diags, node->pos,
                   STR("a share is a whole number from 1% to 99%"),
                   "%.*s is no share: '%.*s'",
                   STR_ARG(schema_place_path(t, place)), STR_ARG(node->text));
}

static void report_choice(const struct schema_target *t,
                          const struct schema_place *place,
                          const struct node *node)
{
    const char *const *choices = place->option->choices;
    struct buf all = {.arena = t->arena};
    struct str names[SCHEMA_SIBLINGS_MAX];
    struct str near;
    struct str hint;
    size_t count = 0;

    for (; choices[count] && count < SCHEMA_SIBLINGS_MAX; count++) {
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
               STR_ARG(schema_place_path(t, place)), STR_ARG(node->text));
}

static void read_choice(const struct schema_target *t,
                        const struct schema_place *place,
                        const struct node *node, int *value)
{
    const char *const *choices = place->option->choices;

    for (int i = 0; choices[i]; i++)
        if (str_eq_cstr(node->text, choices[i])) {
            *value = i;
            return;
        }
    report_choice(t, place, node);
}

static void read_bool_option(const struct schema_target *t,
                             const struct schema_place *place,
                             const struct node *node, bool *value)
{
    bool parsed;

    if (!read_bool(node->text, &parsed))
        diag_error(t->diags, node->pos, (struct str){"", 0},
                   "%.*s must be true or false",
                   STR_ARG(schema_place_path(t, place)));
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
                        const struct schema_place *place,
                        const struct node *node)
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
        schema_read_count(t->diags, node, schema_place_path(t, place), value);
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
    case OPTION_ROWS:
    case OPTION_ICONS:
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
    case OPTION_ROWS:
        return "a list of lists of names";
    case OPTION_ICONS:
        return "a map of sections and icons";
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
    case OPTION_ROWS:
        return node->kind == NODE_LIST;
    case OPTION_ICONS:
        return node->kind == NODE_MAP;
    default:
        return node->kind == NODE_SCALAR;
    }
}

void schema_read_option(const struct schema_target *t,
                        const struct schema_place *place,
                        const struct node *node)
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
        schema_wrong_kind(t->diags, node, schema_place_path(t, place),
                          expected_kind(type));
    else if (option_has_items(type))
        schema_read_items(t, place, node);
    else
        read_scalar(t, place, node);
}
