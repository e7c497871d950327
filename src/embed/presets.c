// SPDX-License-Identifier: MIT
// Each value of a theme or locale beside its option, so that nothing is left
// to read at run time but what em means.
#include "embed/presets.h"

// Options of the schema within an option.
#define SIDEBAR_DESIGN "sidebar.design"

struct writer {
    struct presets *presets;
    const struct schema *schema;
    struct diags *diags;
};

static const struct str NO_HINT = {0};

static void add_row(struct writer *writer, size_t option,
                    const struct node *node, enum length_unit unit,
                    int64_t number)
{
    struct pos pos = node->pos;

    buf_addf(&writer->presets->rows,
             "    {%zu, %u, %u, %u, %zu, %zu, %d, %lld},\n", option, pos.line,
             pos.column, pos.length, writer->presets->texts.len, node->text.len,
             (int)unit, (long long)number);
    buf_add(&writer->presets->texts, node->text);
    writer->presets->count++;
    if (pos.line > UINT16_MAX || pos.column > UINT16_MAX ||
        pos.length > UINT16_MAX)
        diag_error(writer->diags, pos, NO_HINT, "the file is too large");
}

static bool find_choice(const struct option *option, struct str word,
                        int64_t *number)
{
    for (*number = 0; option->choices[*number]; ++*number)
        if (str_eq_cstr(word, option->choices[*number]))
            return true;
    return false;
}

static bool read_length(struct str text, enum length_unit *unit,
                        int64_t *number)
{
    struct length length = {0};
    bool ok = length_parse(text, &length);

    *unit = length.unit;
    *number = length.millionths;
    return ok;
}

static bool read_paint(struct str text, int64_t *number)
{
    uint32_t colour = 0;
    enum paint_kind kind = str_eq(text, STR("none"))   ? PAINT_NONE
                           : str_eq(text, STR("auto")) ? PAINT_AUTO
                                                       : PAINT_COLOUR;

    if (kind == PAINT_COLOUR && !colour_parse(text, &colour))
        return false;
    *number = (int64_t)kind << PRESET_PAINT_SHIFT | colour;
    return true;
}

// Returns what is stored of a text beside the text itself.
static bool read_number(const struct option *option, struct str text,
                        enum length_unit *unit, int64_t *number)
{
    struct length length = {0};
    uint32_t colour = 0;
    int count = 0;
    bool ok = true;

    switch (option->type) {
    case OPTION_WIDTH:
    case OPTION_LENGTH:
    case OPTION_POSITIVE_LENGTH:
        // auto is 0, which no width is.
        ok = length_parse(text, &length) ||
             (option->type == OPTION_WIDTH && str_eq(text, STR("auto")));
        *unit = length.unit;
        *number = length.millionths;
        return ok;
    case OPTION_SHARE:
        // A share is negative, which no length is.
        if (share_parse(text, &count))
            *number = -count;
        else
            ok = read_length(text, unit, number);
        return ok;
    case OPTION_PAINT:
    case OPTION_BACKGROUND:
        return read_paint(text, number);
    case OPTION_COLOUR:
        ok = colour_parse(text, &colour);
        *number = colour;
        return ok;
    case OPTION_BOOL:
        *number = str_eq(text, STR("true"));
        return *number || str_eq(text, STR("false"));
    case OPTION_COUNT:
        ok = str_to_count(text, SCHEMA_COUNT_MAX, &count);
        *number = count;
        return ok;
    case OPTION_CHOICE:
        return find_choice(option, text, number);
    case OPTION_TEXT:
    case OPTION_TEMPLATE:
        return true;
    case OPTION_TEXTS:
    case OPTION_NAMES:
    case OPTION_MONTHS:
    case OPTION_ROWS:
    case OPTION_ICONS:
    case OPTION_ANY:
        break;
    }
    return false;
}

static void report_no_value(struct writer *writer, size_t row,
                            const struct node *node)
{
    diag_error(writer->diags, node->pos, NO_HINT, "not a value of %s",
               writer->schema->options[row].path);
}

static void add_value(struct writer *writer, size_t row,
                      const struct node *node)
{
    const struct option *option = &writer->schema->options[row];
    struct node cleared = {.pos = node->pos};
    enum length_unit unit = LENGTH_PT;
    int64_t number = 0;

    if (node->kind == NODE_NULL && option->type == OPTION_TEMPLATE)
        add_row(writer, row, &cleared, unit, number);
    else if (node->kind == NODE_SCALAR &&
             read_number(option, node->text, &unit, &number))
        add_row(writer, row, node, unit, number);
    else
        report_no_value(writer, row, node);
}

static void add_list(struct writer *writer, size_t row, const struct node *node)
{
    add_row(writer, row, node, LENGTH_PT, (int64_t)node->items.len);
    for (size_t i = 0; i < node->items.len; i++)
        add_row(writer, row, node->items.ptr[i], LENGTH_PT, 0);
    if (node->kind != NODE_LIST)
        report_no_value(writer, row, node);
}

// The rows of names, each as a list.
static void add_rows(struct writer *writer, size_t row, const struct node *node)
{
    size_t count = node->items.len;

    for (size_t i = 0; i < node->items.len; i++)
        count += node->items.ptr[i]->items.len;
    add_row(writer, row, node, LENGTH_PT, (int64_t)count);
    for (size_t i = 0; i < node->items.len; i++)
        add_list(writer, row, node->items.ptr[i]);
    if (node->kind != NODE_LIST)
        report_no_value(writer, row, node);
}

// Sections and icons in turn.
static void add_icons(struct writer *writer, size_t row,
                      const struct node *node)
{
    add_row(writer, row, node, LENGTH_PT, (int64_t)node->pairs.len * 2);
    for (size_t i = 0; i < node->pairs.len; i++) {
        const struct pair *pair = &node->pairs.ptr[i];
        struct node key = {.text = pair->key, .pos = pair->key_pos};
        struct node none = {.pos = pair->value->pos};

        add_row(writer, row, &key, LENGTH_PT, 0);
        add_row(writer, row,
                pair->value->kind == NODE_NULL ? &none : pair->value, LENGTH_PT,
                0);
    }
    if (node->kind != NODE_MAP)
        report_no_value(writer, row, node);
}

// One text for all options of a group: font_family.
static void add_group(struct writer *writer, struct str path,
                      const struct node *node)
{
    for (size_t i = 0; i < writer->schema->count; i++)
        if (str_starts(str_from_cstr(writer->schema->options[i].path), path))
            add_value(writer, i, node);
}

static void add_option(struct writer *writer, size_t row,
                       const struct node *node)
{
    const struct option *option = &writer->schema->options[row];

    switch (option->type) {
    case OPTION_MONTHS:
        if (node->items.len != 12)
            report_no_value(writer, row, node);
        add_list(writer, row, node);
        break;
    case OPTION_TEXTS:
    case OPTION_NAMES:
        add_list(writer, row, node);
        break;
    case OPTION_ROWS:
        add_rows(writer, row, node);
        break;
    case OPTION_ICONS:
        add_icons(writer, row, node);
        break;
    case OPTION_ANY:
        add_group(writer,
                  str_format(writer->presets->rows.arena, "%s.", option->path),
                  node);
        break;
    default:
        add_value(writer, row, node);
        break;
    }
}

static bool find_option(const struct schema *schema, struct str path,
                        size_t *row)
{
    for (*row = 0; *row < schema->count; ++*row)
        if (str_eq_cstr(path, schema->options[*row].path))
            return true;
    return false;
}

// group is empty or ends with a dot.
static void add_map(struct writer *writer, struct str group,
                    const struct node *map)
{
    struct arena *arena = writer->presets->rows.arena;

    for (size_t i = 0; i < map->pairs.len; i++) {
        const struct pair *pair = &map->pairs.ptr[i];
        struct str path =
            str_format(arena, "%.*s%.*s", STR_ARG(group), STR_ARG(pair->key));
        size_t row;
        bool known;

        if (str_eq_cstr(path, SIDEBAR_DESIGN))
            continue; // read by itself
        known = find_option(writer->schema, path, &row);
        if (pair->value->kind == NODE_MAP &&
            (!known || writer->schema->options[row].type != OPTION_ICONS))
            add_map(writer, str_format(arena, "%.*s.", STR_ARG(path)),
                    pair->value);
        else if (known)
            add_option(writer, row, pair->value);
        else
            diag_error(writer->diags, pair->key_pos, NO_HINT, "unknown key");
    }
}

void presets_read(struct presets *presets, const struct schema *schema,
                  const struct node *map, struct diags *diags)
{
    struct writer writer = {presets, schema, diags};

    add_map(&writer, (struct str){"", 0}, map);
}
