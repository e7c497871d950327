// SPDX-License-Identifier: MIT
// "!include" with files that are a table: circles, limits, places.
#include "profile_fixture.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct file {
    const char *name, *text;
};

// What stands for the file system: names are ids.
struct disk {
    struct arena *arena;
    const struct file *files;
    size_t count;
    int reads;
};

static bool find(void *context, struct str from, struct str path,
                 struct str *id, struct str *problem)
{
    const struct disk *disk = context;

    (void)from;
    for (size_t i = 0; i < disk->count; i++)
        if (str_eq_cstr(path, disk->files[i].name)) {
            *id = str_from_cstr(disk->files[i].name);
            return true;
        }
    *problem = STR("there is none");
    return false;
}

static bool read(void *context, struct str id, const struct source **source,
                 struct str *problem)
{
    struct disk *disk = context;
    struct source *made = arena_new_of(disk->arena, struct source);

    (void)problem;
    for (size_t i = 0; i < disk->count; i++)
        if (str_eq_cstr(id, disk->files[i].name))
            *made = (struct source){id, str_from_cstr(disk->files[i].text),
                                    ++disk->reads};
    *source = made;
    return true;
}

static int read_files(struct fixture *f, const char *text,
                      const struct file *files, size_t count)
{
    struct disk disk = {.files = files, .count = count};
    struct includer includer = {&disk, STR("t"), find, read};

    *f = fixture_bytes(str_from_cstr(text));
    disk.arena = f->arena;
    f->root = yaml_read_including(f->arena, &f->source, &includer, f->diags);
    return disk.reads;
}

static void test_values(void **state)
{
    static const struct file files[] = {
        {"map", "x: 1\ny: {z: 2}\n"},
        {"list", "[a, !include text]"},
        {"text", "# only\n'a text'"},
        {"empty", ""},
    };
    struct fixture f;
    const struct node *list;

    (void)state;
    read_files(&f,
               "a: !include map\nb: !include list\nc: !include empty\n"
               "d: {<<: !include map, y: 3}\n!include text : key\n",
               files, COUNT(files));
    assert_string_equal(fixture_messages(&f), "");
    assert_str(node_lookup(node_lookup(f.root, "a"), "x")->text, "1");
    list = node_lookup(f.root, "b");
    assert_str(list->items.ptr[1]->text, "a text");
    assert_false(list->items.ptr[1]->plain);
    assert_true(node_is_null(node_lookup(f.root, "c")));
    assert_str(node_lookup(node_lookup(f.root, "d"), "y")->text, "3");
    assert_str(node_lookup(f.root, "a text")->text, "key");
    // Places are those in the file itself.
    assert_pos(list->items.ptr[1]->pos, 2, 1, 8);
    assert_str(list->items.ptr[1]->pos.source->name, "text");
    assert_false(f.root->partial);
    fixture_free(&f);
}

static void test_root(void **state)
{
    static const struct file files[] = {{"map", "x: 1"}};
    struct fixture f;

    (void)state;
    assert_int_equal(read_files(&f, "!include map", files, 1), 1);
    assert_str(node_lookup(f.root, "x")->text, "1");
    fixture_free(&f);
}

static void test_once(void **state)
{
    static const struct file files[] = {{"map", "x: 1"}};
    struct fixture f;

    (void)state;
    assert_int_equal(
        read_files(&f, "[!include map, &a !include map, *a]", files, 1), 1);
    assert_string_equal(fixture_messages(&f), "");
    for (int i = 0; i < 3; i++)
        assert_str(node_lookup(f.root->items.ptr[i], "x")->text, "1");
    fixture_free(&f);
}

static void test_refused(void **state)
{
    static const struct file files[] = {
        {"t", ""},
        {"self", "x: !include self"},
        {"a", "x: !include b"},
        {"b", "x: !include a"},
        {"wrong", "a: 1\nb: [\n"},
        {"sound", "a: 1"},
    };
    static const struct {
        const char *text, *messages;
    } cases[] = {
        {"a: !include none",
         "t:1:13: error: cannot include none: there is none"},
        {"a: !include none\nb: !include ''",
         "t:1:13: error: cannot include none: there is none\n"
         "t:2:13: error: the name of a file is missing behind '!include'"},
        {"a: !include t",
         "t:1:13: error: cannot include t: it would stand within itself, "
         "without end"},
        {"a: !include self",
         "self:1:13: error: cannot include self: it would stand within "
         "itself, without end"},
        {"a: !include a",
         "b:1:13: error: cannot include a: it would stand within itself, "
         "without end"},
        {"a: &x {b: !include sound, c: *x}",
         "t:1:30: error: '*x' stands within the value that it means"},
        {"a: !include [a]",
         "t:1:4: error: '!include' stands before the name of a file"},
        {"a: !include {b: c}",
         "t:1:4: error: '!include' stands before the name of a file"},
        {"a: !includes b", "t:1:14: error: unknown tag '!includes'"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        struct buf buf;
        struct str rest;

        read_files(&f, cases[i].text, files, COUNT(files));
        buf = (struct buf){.arena = f.arena};
        rest = str_from_cstr(fixture_messages(&f));
        while (rest.ptr) {
            struct str line = str_split(&rest, '\n');

            if (str_find(line, STR(": error: "), 0) != SIZE_MAX)
                buf_addf(&buf, "%s%.*s", buf.len > 0 ? "\n" : "",
                         STR_ARG(line));
        }
        assert_str(buf_str(&buf), cases[i].messages);
        fixture_free(&f);
    }
}

// What could not be included is marked, and the rest is checked all the same.
static void test_partial(void **state)
{
    static const struct file files[] = {{"wrong", "a: 1\nb: [\n"}};
    struct fixture f;

    (void)state;
    read_files(&f, "a: !include none\nb: 1\nc: !include wrong", files, 1);
    assert_non_null(f.root);
    assert_true(f.root->partial);
    assert_true(node_lookup(f.root, "a")->partial);
    assert_str(node_lookup(f.root, "b")->text, "1");
    assert_str(node_lookup(node_lookup(f.root, "c"), "a")->text, "1");
    assert_contains(fixture_messages(&f), "t:1:13: error: ");
    assert_contains(fixture_messages(&f), "wrong:3:1: error: ");
    fixture_free(&f);
}

// Without a way to find files there is no inclusion.
static void test_off(void **state)
{
    struct fixture f;

    (void)state;
    fixture_read(&f, "a: !include b");
    assert_contains(fixture_messages(&f),
                    "t:1:13: error: only a profile and overlay files can "
                    "include others");
    fixture_free(&f);
}

// Each file includes the next one twice: two to the power of the depth.
static void test_bomb(void **state)
{
    static const struct file files[] = {
        {"1", "[!include 2, !include 2]"},
        {"2", "[!include 3, !include 3]"},
        {"3", "[!include 4, !include 4]"},
        {"4", "[!include 5, !include 5]"},
        {"5", "[!include 6, !include 6]"},
        {"6", "[!include 7, !include 7]"},
        {"7", "[!include 8, !include 8]"},
        {"8", "[!include 9, !include 9]"},
        {"9", "end"},
    };
    struct arena *arena = arena_new();
    struct buf wide = {.arena = arena};
    struct fixture f;

    (void)state;
    assert_int_equal(read_files(&f, "!include 2", files, 9), 8);
    assert_string_equal(fixture_messages(&f), "");
    fixture_free(&f);
    // Deeper than the limit, at the ninth file.
    assert_int_equal(read_files(&f, "!include 1", files, 9), 8);
    assert_contains(fixture_messages(&f),
                    "8:1:11: error: cannot include 9: files include each "
                    "other more than 8 levels deep");
    fixture_free(&f);
    // 900 times some 511 values.
    buf_add_cstr(&wide, "[");
    for (int i = 0; i < 900; i++)
        buf_add_cstr(&wide, "!include 2, ");
    buf_add_cstr(&wide, "]");
    read_files(&f, str_to_cstr(arena, buf_str(&wide)), files, 9);
    assert_null(f.root);
    assert_contains(fixture_messages(&f), "the files have too many values");
    fixture_free(&f);
    arena_free(arena);
}

static void test_many(void **state)
{
    static const struct file files[] = {{"a", "x"}};
    struct arena *arena = arena_new();
    struct buf text = {.arena = arena};
    struct fixture f;

    (void)state;
    for (int i = 0; i < 1001; i++)
        buf_add_cstr(&text, "- !include a\n");
    assert_int_equal(
        read_files(&f, str_to_cstr(arena, buf_str(&text)), files, 1), 1);
    assert_contains(fixture_messages(&f),
                    "t:1001:12: error: cannot include a: that is the 1001st");
    fixture_free(&f);
    arena_free(arena);
}

// The depth of values counts over all files.
static void test_depth(void **state)
{
    struct arena *arena = arena_new();
    struct buf deep = {.arena = arena};
    struct file file = {.name = "deep"};
    struct fixture f;

    (void)state;
    for (int i = 0; i < 63; i++)
        buf_add_char(&deep, '[');
    for (int i = 0; i < 63; i++)
        buf_add_char(&deep, ']');
    file.text = str_to_cstr(arena, buf_str(&deep));
    read_files(&f, "[!include deep]", &file, 1);
    assert_string_equal(fixture_messages(&f), "");
    fixture_free(&f);
    read_files(&f, "[[!include deep]]", &file, 1);
    assert_contains(fixture_messages(&f), "nested too deep");
    assert_true(f.root->partial);
    fixture_free(&f);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),  cmocka_unit_test(test_root),
        cmocka_unit_test(test_once),    cmocka_unit_test(test_refused),
        cmocka_unit_test(test_partial), cmocka_unit_test(test_off),
        cmocka_unit_test(test_bomb),    cmocka_unit_test(test_many),
        cmocka_unit_test(test_depth),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
