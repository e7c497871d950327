// SPDX-License-Identifier: MIT
// What vita tells about itself: nothing that the readers know is missing from
// the notes, the JSON Schema and docs/design.md, and nothing is there that
// they do not know.
#include "profile_fixture.h"

#include "design/options.h"
#include "profile/entry_type.h"
#include "profile/keys.h"
#include "reference/json_schema.h"
#include "reference/notes.h"

#include <jansson.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
    const struct schema *schema;
    const struct note *notes;
} tables[] = {
    {&design_schema, design_notes},
    {&locale_schema, locale_notes},
    {&settings_schema, settings_notes},
};

static json_t *load_schema(void)
{
    struct arena *arena = arena_new();
    json_error_t error;
    struct str text;
    json_t *schema;

    assert_true(json_schema_make(arena, &text));
    schema = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES, &error);
    arena_free(arena);
    if (!schema)
        fail_msg("line %d: %s", error.line, error.text);
    return schema;
}

// The schema's properties, which may stand in one of several alternatives.
static json_t *properties_of(const json_t *schema)
{
    json_t *properties = json_object_get(schema, "properties");
    json_t *either;
    size_t i;

    json_array_foreach(json_object_get(schema, "anyOf"), i,
                       either) if (!properties) properties =
        json_object_get(either, "properties");
    return properties;
}

// The option's schema, or NULL.
static json_t *option_of(const json_t *root, const char *table,
                         const char *path)
{
    json_t *value =
        json_object_get(json_object_get(root, "definitions"), table);
    struct str rest = str_from_cstr(path);

    while (rest.ptr && value) {
        struct str key = str_split(&rest, '.');

        value = json_object_getn(properties_of(value), key.ptr, key.len);
    }
    return value;
}

// --- The schema --------------------------------------------------------------

// Returns the value at "#/definitions/text", or NULL.
static const json_t *resolve(const json_t *root, const char *pointer)
{
    struct str rest = str_from_cstr(pointer);

    assert_true(str_eq_cstr(str_split(&rest, '/'), "#"));
    while (rest.ptr && root) {
        struct str key = str_split(&rest, '/');

        root = json_object_getn(root, key.ptr, key.len);
    }
    return root;
}

static void check_references(const json_t *root, json_t *value)
{
    const char *key;
    json_t *inner;
    size_t i;

    json_object_foreach(value, key, inner)
    {
        if (strcmp(key, "$ref") == 0 && json_is_string(inner) &&
            !resolve(root, json_string_value(inner)))
            fail_msg("%s leads nowhere", json_string_value(inner));
        check_references(root, inner);
    }
    json_array_foreach(value, i, inner) check_references(root, inner);
}

static void test_references(void **state)
{
    json_t *root = load_schema();

    (void)state;
    check_references(root, root);
    json_decref(root);
}

static void check_choices(const struct option *option, const json_t *schema)
{
    const json_t *words = json_object_get(
        json_array_get(json_object_get(schema, "anyOf"), 0), "enum");
    size_t i = 0;

    for (; option->choices[i]; i++)
        assert_string_equal(json_string_value(json_array_get(words, i)),
                            option->choices[i]);
    assert_int_equal(json_array_size(words), i);
}

// Every option is there, with its description, its default and its words.
static void test_options(void **state)
{
    json_t *root = load_schema();

    (void)state;
    for (size_t t = 0; t < COUNT(tables); t++)
        for (size_t i = 0; i < tables[t].schema->count; i++) {
            const struct option *option = &tables[t].schema->options[i];
            const char *table = tables[t].schema->name;
            const json_t *schema = option_of(root, table, option->path);

            if (!json_object_get(schema, "description"))
                fail_msg("%s.%s is not in the schema, or not described", table,
                         option->path);
            if (option->type != OPTION_ANY &&
                tables[t].schema != &settings_schema &&
                !json_object_get(schema, "default"))
                fail_msg("%s.%s has no default", table, option->path);
            if (option->type == OPTION_CHOICE)
                check_choices(option, schema);
        }
    json_decref(root);
}

// --- The notes ---------------------------------------------------------------

static void check_groups(const struct schema *schema, const struct note *notes,
                         const char *path)
{
    char group[100];

    for (const char *dot = strchr(path, '.'); dot; dot = strchr(dot + 1, '.')) {
        (void)snprintf(group, sizeof group, "%.*s", (int)(dot - path), path);
        if (!note_lookup(notes, group))
            fail_msg("%s.%s has no note", schema->name, group);
    }
}

static bool is_path(const struct schema *schema, const char *path)
{
    size_t length = strlen(path);

    for (size_t i = 0; i < schema->count; i++)
        if (strncmp(schema->options[i].path, path, length) == 0 &&
            (schema->options[i].path[length] == '\0' ||
             schema->options[i].path[length] == '.'))
            return true;
    return false;
}

static void test_option_notes(void **state)
{
    (void)state;
    for (size_t t = 0; t < COUNT(tables); t++) {
        const struct schema *schema = tables[t].schema;

        for (size_t i = 0; i < schema->count; i++) {
            const char *path = schema->options[i].path;

            if (!note_lookup(tables[t].notes, path))
                fail_msg("%s.%s has no note: src/reference/*_notes.c",
                         schema->name, path);
            check_groups(schema, tables[t].notes, path);
        }
        for (const struct note *note = tables[t].notes; note->path; note++)
            if (!is_path(schema, note->path))
                fail_msg("there is no option %s.%s", schema->name, note->path);
    }
}

static bool has_key(const char *const *keys, const char *key)
{
    for (; keys && *keys; keys++)
        if (strcmp(*keys, key) == 0)
            return true;
    return false;
}

static void check_note(const json_t *root, const struct key_note *notes,
                       const char *key)
{
    const struct key_note *note = key_note_lookup(notes, key);

    if (!note)
        fail_msg("'%s' has no note: src/reference/profile_notes.c", key);
    if (note &&
        !json_object_get(json_object_get(root, "definitions"), note->type))
        fail_msg("'%s': there is no type %s", key, note->type);
}

// Several maps share these.
static bool is_shared(const struct map_note *map)
{
    return map->notes == field_notes || map->keys == time_keys;
}

static void test_key_notes(void **state)
{
    json_t *root = load_schema();

    (void)state;
    for (const struct map_note *map = map_notes; map->name; map++) {
        for (size_t i = 0; map->keys[i]; i++)
            check_note(root, map->notes, map->keys[i]);
        for (size_t i = 0; map->more && map->more[i]; i++)
            check_note(root, map->notes, map->more[i]);
        for (const struct key_note *note = map->notes;
             note->key && !is_shared(map); note++)
            if (!has_key(map->keys, note->key) &&
                !has_key(map->more, note->key))
                fail_msg("%s has no key %s", map->name, note->key);
    }
    json_decref(root);
}

static bool is_field(const char *key)
{
    bool found = has_key(common_fields, key) || has_key(group_keys, key);

    for (int kind = 0; kind < ENTRY_KINDS && !found; kind++)
        found = has_key(entry_type_of_kind((enum entry_kind)kind)->fields, key);
    return found;
}

static void test_field_notes(void **state)
{
    json_t *root = load_schema();

    (void)state;
    for (int kind = 0; kind < ENTRY_KINDS; kind++) {
        const struct entry_type *type =
            entry_type_of_kind((enum entry_kind)kind);

        for (size_t i = 0; type->fields[i]; i++)
            check_note(root, field_notes, type->fields[i]);
    }
    for (size_t i = 0; entry_special_fields[i]; i++)
        check_note(root, field_notes, entry_special_fields[i]);
    for (size_t i = 0; common_fields[i]; i++)
        check_note(root, field_notes, common_fields[i]);
    for (const struct key_note *note = field_notes; note->key; note++)
        if (!is_field(note->key))
            fail_msg("no entry has the field %s", note->key);
    json_decref(root);
}

// --- docs/design.md ----------------------------------------------------------

// The row of the option: "| `key` | takes | default | what it does |".
static struct str row_of(struct fixture *f, struct str page, const char *path)
{
    struct str key = str_from_cstr(path);
    struct str group = str_split(&key, '.');
    bool templates = str_eq_cstr(group, "templates");
    struct str title =
        templates ? STR("\n## Templates\n")
                  : str_format(f->arena, "\n## `%.*s`\n", STR_ARG(group));
    size_t from = str_find(page, title, 0);
    size_t end =
        from == SIZE_MAX ? from : str_find(page, STR("\n## "), from + 1);
    size_t row =
        from == SIZE_MAX
            ? from
            : str_find(page,
                       str_format(f->arena, "\n| `%.*s` | ", STR_ARG(key)),
                       from);

    if (row == SIZE_MAX || row > end)
        return (struct str){"", 0};
    return str_slice(page, row + 1, str_find_char(page, '\n', row + 1));
}

// Markdown without links and code marks.
static struct str plain(struct fixture *f, struct str cell)
{
    struct buf out = {.arena = f->arena};

    buf_add(&out, STR(""));
    for (size_t i = 0; i < cell.len; i++) {
        char c = cell.ptr[i];
        size_t link = str_find(cell, STR("]("), i);

        if (c == '`' || (c == '\\' && i + 1 < cell.len))
            continue;
        // "[1][3]" is no link.
        if (c == '[' && link != SIZE_MAX && str_find_char(cell, ']', i) == link)
            continue;
        if (c == ']' && link == i) {
            i = str_find_char(cell, ')', i);
            continue;
        }
        buf_add_char(&out, c);
    }
    return buf_str(&out);
}

// What a row says of the values that the option takes.
static const char *const kinds[] = {
    [OPTION_LENGTH] = "length",
    [OPTION_POSITIVE_LENGTH] = "length",
    [OPTION_WIDTH] = "`auto`",
    [OPTION_SHARE] = "share",
    [OPTION_PAINT] = "colour",
    [OPTION_BACKGROUND] = "colour",
    [OPTION_COLOUR] = "colour",
    [OPTION_BOOL] = "yes or no",
    [OPTION_COUNT] = "number|0 to 99",
    [OPTION_CHOICE] = "",
    [OPTION_TEXT] = "text",
    [OPTION_TEMPLATE] = "template",
    [OPTION_TEXTS] = "list",
    [OPTION_NAMES] = "list",
    [OPTION_MONTHS] = "list",
    [OPTION_ROWS] = "list of lists of names",
    [OPTION_ICONS] = "map",
    [OPTION_ANY] = "",
};

static bool has_kind(struct str cell, const char *words)
{
    struct str rest = str_from_cstr(words);

    while (rest.ptr)
        if (str_find(cell, str_split(&rest, '|'), 0) != SIZE_MAX)
            return true;
    return false;
}

static void check_takes(struct fixture *f, const struct option *option,
                        struct str cell)
{
    if (!has_kind(cell, kinds[option->type]))
        fail_msg("the row for %s does not say that it takes a %s", option->path,
                 kinds[option->type]);
    // Titles have a table of their own, a photo has no centre.
    if (strcmp(option->path, "section_titles.type") == 0 ||
        strcmp(option->path, "header.photo_position") == 0)
        return;
    for (size_t i = 0; option->choices && option->choices[i]; i++)
        if (str_find(cell, str_format(f->arena, "`%s`", option->choices[i]),
                     0) == SIZE_MAX)
            fail_msg("the row for %s lacks %s", option->path,
                     option->choices[i]);
}

// "`LOCATION` / `DATE`" of two lines.
static struct str default_text(struct fixture *f, const json_t *schema)
{
    const json_t *value = json_object_get(schema, "default");
    struct buf out = {.arena = f->arena};
    struct str rest;

    if (json_is_boolean(value))
        return json_is_true(value) ? STR("`true`") : STR("`false`");
    if (json_is_integer(value))
        return str_format(f->arena, "`%d`", (int)json_integer_value(value));
    if (json_is_array(value)) {
        for (size_t i = 0; i < json_array_size(value); i++)
            buf_addf(&out, "%s%s", i > 0 ? ", " : "",
                     json_string_value(json_array_get(value, i)));
        return out.len > 0
                   ? str_format(f->arena, "`[%.*s]`", STR_ARG(buf_str(&out)))
                   : STR("`[]`");
    }
    if (json_is_object(value))
        return STR("`{}`");
    rest = str_from_cstr(json_string_value(value));
    if (rest.len == 0)
        return STR("empty");
    while (rest.ptr) {
        struct str line = str_split(&rest, '\n');

        buf_addf(&out, "%s`%.*s`", out.len > 0 ? " / " : "", STR_ARG(line));
    }
    return buf_str(&out);
}

static void check_row(struct fixture *f, const json_t *root, struct str page,
                      const struct option *option)
{
    struct str rest = row_of(f, page, option->path);
    const char *note = note_lookup(design_notes, option->path);
    struct str cells[6] = {0};
    struct str expected;

    if (rest.len == 0)
        fail_msg("docs/design.md has no row for %s", option->path);
    for (size_t i = 0; i < COUNT(cells); i++)
        cells[i] = str_trim(str_split(&rest, '|'));
    check_takes(f, option, cells[2]);
    if (!str_eq_cstr(plain(f, cells[4]), note))
        fail_msg("the row for %s says '%.*s', the note '%s'", option->path,
                 STR_ARG(plain(f, cells[4])), note);
    if (option->type == OPTION_ANY)
        return;
    expected =
        default_text(f, option_of(root, design_schema.name, option->path));
    if (!str_eq(cells[3], expected))
        fail_msg("the row for %s has the default %.*s, not %.*s", option->path,
                 STR_ARG(cells[3]), STR_ARG(expected));
}

static void test_design_page(void **state)
{
    struct fixture f = fixture_bytes(STR(""));
    FILE *file = fopen(VITA_SOURCE_DIR "/docs/design.md", "rb");
    char *text = calloc(1, 1 << 20);
    json_t *root = load_schema();

    (void)state;
    assert_non_null(file);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
    fclose(file);
    for (size_t i = 0; i < design_schema.count; i++) {
        const struct option *option = &design_schema.options[i];

        if (strcmp(option->path, "theme") != 0 &&
            strncmp(option->path, "typography.font_family.", 23) != 0)
            check_row(&f, root, str_from_cstr(text), option);
    }
    json_decref(root);
    free(text);
    fixture_free(&f);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_references),   cmocka_unit_test(test_options),
        cmocka_unit_test(test_option_notes), cmocka_unit_test(test_key_notes),
        cmocka_unit_test(test_field_notes),  cmocka_unit_test(test_design_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
