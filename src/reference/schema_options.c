// SPDX-License-Identifier: MIT
// design, locale and settings, from their option tables.
#include "reference/schema_parts.h"

#include "design/embedded.h"
#include "design/options.h"
#include "reference/notes.h"

#include <string.h>

// A table with what belongs to it.
struct table {
    const struct schema *schema;
    const struct note *notes;
    const struct design_file *defaults; // NULL: none
};

// The rows of a table whose paths begin alike (design/schema.c).
struct rows {
    const struct table *table;
    size_t begin, end;
    size_t length; // of the paths' common beginning, its dot included
};

static const char *const type_definitions[] = {
    [OPTION_LENGTH] = "length",   [OPTION_POSITIVE_LENGTH] = "positive_length",
    [OPTION_WIDTH] = "width",     [OPTION_COLOUR] = "colour",
    [OPTION_SHARE] = "share",     [OPTION_BACKGROUND] = "background",
    [OPTION_PAINT] = "paint",     [OPTION_BOOL] = "yes_no",
    [OPTION_COUNT] = "count",     [OPTION_CHOICE] = NULL,
    [OPTION_TEXT] = "text",       [OPTION_TEMPLATE] = "text",
    [OPTION_TEXTS] = "text_list", [OPTION_NAMES] = "texts",
    [OPTION_MONTHS] = "months",   [OPTION_ROWS] = "name_rows",
    [OPTION_ICONS] = "icons",     [OPTION_ANY] = "anything",
};

// Options that are read by code of their own.
static const struct special {
    const char *path;
    const char *definition;
    const char *value; // without one; NULL: none, or that of all its parts
} special[] = {
    {"theme", "theme", "classic"},
    {"language", "locale_language", "english"},
    {"page.fit", "count", NULL},
    {"sidebar.design", "design", NULL},
    {"typography.font_family", "text", NULL},
    {"current_date", "current_date", "today"},
    {"pdf.conformance", "conformance", NULL},
    {"pdf.permissions", "permissions", NULL},
};

static const struct special *special_of(const struct option *option)
{
    for (size_t i = 0; i < sizeof special / sizeof *special; i++)
        if (option->type == OPTION_ANY &&
            strcmp(special[i].path, option->path) == 0)
            return &special[i];
    return NULL;
}

static const char *definition_of(const struct option *option)
{
    const struct special *own = special_of(option);

    return own ? own->definition : type_definitions[option->type];
}

static json_t *text_of(const struct design_file *file,
                       const struct preset *preset)
{
    return json_stringn(file->texts + preset->text, preset->length);
}

static json_t *list_of(const struct design_file *file,
                       const struct preset *preset)
{
    json_t *list = json_array();

    for (int64_t i = 0; i < preset->number; i++)
        json_array_append_new(list, text_of(file, &preset[1 + i]));
    return list;
}

static json_t *rows_of(const struct design_file *file,
                       const struct preset *preset)
{
    json_t *rows = json_array();

    for (int64_t i = 1; i <= preset->number; i += 1 + preset[i].number)
        json_array_append_new(rows, list_of(file, &preset[i]));
    return rows;
}

static json_t *icons_of(const struct design_file *file,
                        const struct preset *preset)
{
    json_t *icons = json_object();

    for (int64_t i = 1; i < preset->number; i += 2) {
        json_t *section = text_of(file, &preset[i]);

        json_object_set_new(icons, json_string_value(section),
                            text_of(file, &preset[i + 1]));
        json_decref(section);
    }
    return icons;
}

static json_t *value_of(const struct design_file *file,
                        const struct option *option,
                        const struct preset *preset)
{
    switch (option->type) {
    case OPTION_BOOL:
        return json_boolean(preset->number != 0);
    case OPTION_COUNT:
        return json_integer(preset->number);
    case OPTION_CHOICE:
        return json_string(option->choices[preset->number]);
    case OPTION_TEXTS:
    case OPTION_NAMES:
    case OPTION_MONTHS:
        return list_of(file, preset);
    case OPTION_ROWS:
        return rows_of(file, preset);
    case OPTION_ICONS:
        return icons_of(file, preset);
    default:
        return text_of(file, preset);
    }
}

// Returns the option's default, or NULL.
static json_t *default_of(const struct table *table, size_t row)
{
    const struct design_file *file = table->defaults;
    const struct option *options = table->schema->options;
    const struct special *own = special_of(&options[row]);

    if (own && own->value)
        return json_string(own->value);
    for (size_t i = 0; file && i < file->preset_count; i++) {
        const struct preset *preset = &file->presets[i];
        const struct option *option = &options[preset->option];

        if (preset->option == row)
            return value_of(file, option, preset);
        if (option_has_items(option->type))
            i += (size_t)preset->number; // its items
    }
    return NULL;
}

// A value that all rows have by default is that of the whole: one family of
// fonts. Returns NULL if there is none.
static json_t *common_default(const struct rows *rows)
{
    json_t *common = default_of(rows->table, rows->begin);

    for (size_t i = rows->begin + 1; common && i < rows->end; i++) {
        json_t *other = default_of(rows->table, i);

        if (!json_equal(common, other)) {
            json_decref(common);
            common = NULL;
        }
        json_decref(other);
    }
    return common;
}

static json_t *option_schema(const struct table *table, size_t row)
{
    const struct option *option = &table->schema->options[row];
    const char *text = note_lookup(table->notes, option->path);
    json_t *schema;

    if (option->type == OPTION_CHOICE)
        schema = json_pack("{s:s*,s:o}", "description", text, "anyOf",
                           schema_choice(option->choices));
    else
        schema = schema_use(definition_of(option), text);
    json_object_set_new(schema, "default", default_of(table, row));
    return schema;
}

static void add_rows(json_t *schema, const struct rows *rows,
                     const char *pointer);

// The note of the group, whose path ends before the dot.
static const char *group_note(const struct rows *rows)
{
    const char *path = rows->table->schema->options[rows->begin].path;
    const struct note *note = rows->table->notes;

    for (; note->path; note++)
        if (strlen(note->path) == rows->length - 1 &&
            strncmp(note->path, path, rows->length - 1) == 0)
            return note->text;
    return NULL;
}

// A group, or an option that may be a group as well.
static json_t *group_schema(const struct rows *rows, const struct option *own,
                            const char *pointer)
{
    json_t *group = schema_closed("object null string", INCLUDED);
    const char *text = group_note(rows);

    if (own) {
        json_object_set_new(group, "type", json_string("object"));
        json_object_del(group, "pattern");
    }
    add_rows(group, rows, pointer);
    if (own)
        return json_pack("{s:s*,s:o*,s:[o,o]}", "description", text, "default",
                         common_default(rows), "anyOf",
                         schema_ref(definition_of(own)), group);
    json_object_set_new(group, "description", json_string(text ? text : ""));
    return group;
}

// Takes the rows of the word that begins at the first one: an option, a group
// or both. Returns how many they are.
static size_t add_word(json_t *schema, const struct rows *rows, size_t first,
                       const char *pointer)
{
    const struct option *options = rows->table->schema->options;
    const char *word = options[first].path + rows->length;
    size_t length = strcspn(word, ".");
    bool own = word[length] == '\0';
    struct rows group = {rows->table, first + own, first + own,
                         rows->length + length + 1};
    json_t *name = json_stringn(word, length);
    json_t *target =
        json_sprintf("%s/properties/%s", pointer, json_string_value(name));
    json_t *value;

    while (group.end < rows->end &&
           strncmp(options[group.end].path + rows->length, word, length) == 0 &&
           options[group.end].path[rows->length + length] == '.')
        group.end++;
    if (group.begin == group.end)
        value = option_schema(rows->table, first);
    else
        value = group_schema(&group, own ? &options[first] : NULL,
                             json_string_value(target));
    schema_add_property(schema, json_string_value(name), value);
    json_decref(target);
    json_decref(name);
    return group.end - first;
}

static void add_rows(json_t *schema, const struct rows *rows,
                     const char *pointer)
{
    for (size_t i = rows->begin; i < rows->end;)
        i += add_word(schema, rows, i, pointer);
    schema_add_languages(schema, pointer);
}

static void define_table(json_t *definitions, const struct table *table)
{
    struct rows rows = {table, 0, table->schema->count, 0};
    json_t *schema = schema_closed("object null string", INCLUDED);
    json_t *pointer = json_sprintf("#/definitions/%s", table->schema->name);

    add_rows(schema, &rows, json_string_value(pointer));
    json_object_set_new(definitions, table->schema->name, schema);
    json_decref(pointer);
}

static const struct design_file *file_of(const struct design_file *files,
                                         size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].name, name) == 0)
            return &files[i];
    return NULL;
}

void schema_define_options(json_t *definitions)
{
    const struct table tables[] = {
        {&design_schema, design_notes,
         file_of(design_themes, design_theme_count, "classic")},
        {&locale_schema, locale_notes,
         file_of(design_locales, design_locale_count, "english")},
        {&settings_schema, settings_notes, NULL},
    };

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        define_table(definitions, &tables[i]);
}
