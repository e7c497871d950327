// SPDX-License-Identifier: MIT
// The tables of options: each has a default and a place of its own, and what
// is read at build time is what the files say.
#include "design_fixture.h"

#include "design/embedded.h"
#include "design/locale.h"
#include "design/options.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct design_file *file_of(const struct design_file *files,
                                         size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].name, name) == 0)
            return &files[i];
    fail_msg("%s is not embedded", name);
    return NULL;
}

// Reads an embedded file's map of that name.
static const struct node *
read_file(struct fixture *f, const struct design_file *file, const char *key)
{
    const struct node *map;

    *f = fixture_bytes(file->source.text);
    f->root = yaml_read(f->arena, &f->source, f->diags);
    assert_string_equal(fixture_messages(f), "");
    map = node_lookup(f->root, key);
    assert_non_null(map);
    return map;
}

// The node at a dotted path. A text on the way stands for all below it:
// font_family may be one name.
static const struct node *lookup_path(const struct node *map, const char *path)
{
    struct str rest = str_from_cstr(path);

    while (rest.ptr && map && map->kind == NODE_MAP) {
        struct str key = str_split(&rest, '.');
        const struct pair *pair = node_lookup_pair(map, key);

        map = pair ? pair->value : NULL;
    }
    return map;
}

// The base files must give every option a value: the struct is all zero
// before they are read.
static void check_complete(const struct schema *schema, const struct node *base)
{
    for (size_t i = 0; i < schema->count; i++) {
        const struct option *option = &schema->options[i];

        if (option->type != OPTION_ANY &&
            node_is_null(lookup_path(base, option->path)))
            fail_msg("%s.%s has no default", schema->name, option->path);
    }
}

static void test_classic_complete(void **state)
{
    struct fixture f;

    (void)state;
    check_complete(
        &design_schema,
        read_file(&f, file_of(design_themes, design_theme_count, "classic"),
                  "design"));
    fixture_free(&f);
}

static void test_english_complete(void **state)
{
    struct fixture f;

    (void)state;
    check_complete(
        &locale_schema,
        read_file(&f, file_of(design_locales, design_locale_count, "english"),
                  "locale"));
    fixture_free(&f);
}

// No two options share a place, and none has the same path.
static void test_tables(void **state)
{
    static const struct schema *const schemas[] = {
        &design_schema, &locale_schema, &settings_schema};

    (void)state;
    for (size_t s = 0; s < COUNT(schemas); s++) {
        const struct option *options = schemas[s]->options;

        for (size_t i = 0; i < schemas[s]->count; i++) {
            for (size_t j = 0; j < i; j++) {
                assert_string_not_equal(options[i].path, options[j].path);
                if (options[i].type != OPTION_ANY &&
                    options[j].type != OPTION_ANY)
                    assert_int_not_equal(options[i].offset, options[j].offset);
            }
            assert_int_equal(options[i].type == OPTION_CHOICE,
                             options[i].choices != NULL);
        }
    }
}

// The length of the path's first words that are another's, too, with the dot.
static size_t shared_length(const char *path, const char *other)
{
    size_t length = 0;

    for (size_t i = 0; path[i] && path[i] == other[i]; i++)
        if (path[i] == '.')
            length = i + 1;
    return length;
}

// A key is searched among the rows of its group, which stand together; what
// has the group's own name stands before them.
static void test_groups_together(void **state)
{
    static const struct schema *const schemas[] = {
        &design_schema, &locale_schema, &settings_schema};

    (void)state;
    for (size_t s = 0; s < COUNT(schemas); s++) {
        const struct option *options = schemas[s]->options;

        for (size_t i = 0; i < schemas[s]->count; i++)
            for (size_t j = 0; j + 1 < i; j++) {
                const char *before = options[i - 1].path;

                if (shared_length(options[i].path, options[j].path) >
                    shared_length(options[i].path, before))
                    fail_msg("%s and %s are apart", options[j].path,
                             options[i].path);
                assert_int_not_equal(
                    strncmp(options[j].path, options[i].path,
                            strlen(options[i].path)) == 0 &&
                        options[j].path[strlen(options[i].path)] == '.',
                    true);
            }
    }
}

// Texts by what they say and where, for they come from two copies of a file.
static void check_text(const struct text *a, const struct text *b,
                       const char *path)
{
    if (!str_eq(a->str, b->str) || a->pos.line != b->pos.line ||
        a->pos.column != b->pos.column || a->pos.length != b->pos.length)
        fail_msg("%s is not stored as it is read", path);
}

static void check_texts(const struct text_list *a, const struct text_list *b,
                        const char *path)
{
    assert_int_equal(a->len, b->len);
    for (size_t i = 0; i < a->len; i++)
        check_text(&a->ptr[i], &b->ptr[i], path);
}

static void check_rows(const struct name_rows *a, const struct name_rows *b,
                       const char *path)
{
    assert_int_equal(a->len, b->len);
    for (size_t i = 0; i < a->len; i++)
        check_texts(&a->ptr[i], &b->ptr[i], path);
}

static void check_icons(const struct section_icon_list *a,
                        const struct section_icon_list *b, const char *path)
{
    assert_int_equal(a->len, b->len);
    for (size_t i = 0; i < a->len; i++) {
        assert_true(str_eq(a->ptr[i].section, b->ptr[i].section));
        check_text(&a->ptr[i].icon, &b->ptr[i].icon, path);
    }
}

static void check_value(const struct option *option, const void *a,
                        const void *b)
{
    switch (option->type) {
    case OPTION_LENGTH:
    case OPTION_POSITIVE_LENGTH:
    case OPTION_WIDTH:
        assert_int_equal(*(const sp *)a, *(const sp *)b);
        break;
    case OPTION_SHARE: // a length comes first; its percentage elsewhere
        assert_int_equal(*(const sp *)a, *(const sp *)b);
        break;
    case OPTION_PAINT:
    case OPTION_BACKGROUND:
        assert_int_equal(((const struct paint *)a)->kind,
                         ((const struct paint *)b)->kind);
        assert_int_equal(((const struct paint *)a)->colour,
                         ((const struct paint *)b)->colour);
        break;
    case OPTION_COLOUR:
        assert_int_equal(*(const uint32_t *)a, *(const uint32_t *)b);
        break;
    case OPTION_BOOL:
        assert_int_equal(*(const bool *)a, *(const bool *)b);
        break;
    case OPTION_COUNT:
    case OPTION_CHOICE:
        assert_int_equal(*(const int *)a, *(const int *)b);
        break;
    case OPTION_TEXT:
    case OPTION_TEMPLATE:
        check_text(a, b, option->path);
        break;
    case OPTION_TEXTS:
    case OPTION_NAMES:
        check_texts(a, b, option->path);
        break;
    case OPTION_MONTHS:
        for (size_t i = 0; i < 12; i++)
            check_text((const struct text *)a + i, (const struct text *)b + i,
                       option->path);
        break;
    case OPTION_ROWS:
        check_rows(a, b, option->path);
        break;
    case OPTION_ICONS:
        check_icons(a, b, option->path);
        break;
    case OPTION_ANY:
        break;
    }
}

// What the build made of a file is what reading it gives. font_family, one
// text for a group, is read by design_read() alone; test_families() has it.
static void check_presets(const struct design_file *file,
                          const struct schema *schema, size_t size)
{
    struct fixture f;
    const struct node *map = read_file(&f, file, schema->name);
    char *read = arena_alloc(f.arena, size);
    char *stored = arena_alloc(f.arena, size);
    struct schema_target target = {f.arena, f.diags, read, PT(11)};

    schema_read(schema, map, &target);
    target.target = stored;
    presets_store(file, schema, &target);
    assert_string_equal(fixture_messages(&f), "");
    for (size_t i = 0; i < schema->count; i++) {
        const struct option *option = &schema->options[i];

        if (strncmp(option->path, "typography.font_family", 22) != 0)
            check_value(option, read + option->offset, stored + option->offset);
    }
    fixture_free(&f);
}

static void test_presets(void **state)
{
    (void)state;
    for (size_t i = 0; i < design_theme_count; i++)
        check_presets(&design_themes[i], &design_schema, sizeof(struct design));
    for (size_t i = 0; i < design_locale_count; i++)
        check_presets(&design_locales[i], &locale_schema,
                      sizeof(struct locale));
}

// The word of the first option that takes it.
static void test_preset_auto(void **state)
{
    struct arena *arena = arena_new();
    struct design design = {.page = {.width = PT(1)}};
    struct schema_target target = {arena, diags_new(arena), &design, PT(10)};
    struct preset preset = {0};
    struct design_file file = {
        .presets = &preset, .preset_count = 1, .texts = "auto"};

    (void)state;
    while (design_schema.options[preset.option].type != OPTION_WIDTH)
        preset.option++;
    presets_store(&file, &design_schema, &target);
    assert_int_equal(diags_errors(target.diags), 0);
    assert_int_equal(design.page.width, LENGTH_AUTO);
    arena_free(arena);
}

// Messages about a theme's value are those that its file would have got.
static void test_preset_messages(void **state)
{
    struct fixture f;

    (void)state;
    read_design(&f, "typography: {font_size: {body: 190in}}");
    assert_contains(
        fixture_messages(&f),
        "<theme classic>:101:23: error: design.typography.font_size."
        "section_titles is beyond any page: '1.4em'\n"
        "          section_titles: 1.4em\n");
    fixture_free(&f);
}

static char *read_reference(void)
{
    FILE *file = fopen(VITA_SOURCE_DIR "/docs/profile.md", "rb");
    char *text = calloc(1, 1 << 20);

    assert_non_null(file);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
    fclose(file);
    return text;
}

// The page's example of a mistake lists the themes that there are.
static void test_themes_listed(void **state)
{
    struct arena *arena = arena_new();
    struct buf all = {.arena = arena};
    char *text = read_reference();

    (void)state;
    buf_add_cstr(&all, "There are: ");
    for (size_t i = 0; i < design_theme_count; i++)
        buf_addf(&all, "%s%s", i > 0 ? ", " : "", design_themes[i].name);
    buf_add_char(&all, '\n');
    if (str_find(str_from_cstr(text), buf_str(&all), 0) == SIZE_MAX)
        fail_msg("docs/profile.md lacks '%.*s'", STR_ARG(buf_str(&all)));
    free(text);
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classic_complete),
        cmocka_unit_test(test_english_complete),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_groups_together),
        cmocka_unit_test(test_presets),
        cmocka_unit_test(test_preset_auto),
        cmocka_unit_test(test_preset_messages),
        cmocka_unit_test(test_themes_listed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
