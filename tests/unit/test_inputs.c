// SPDX-License-Identifier: MIT
// Files, folders, patterns and lists of names, in a folder made for the test.
#include "batch/inputs.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// cmocka has a macro of that name; it comes behind our headers.
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

// Made in this order; a name with / at its end is a folder, "a -> b" a link,
// one with | at its end a pipe.
static const char *const things[] = {
    "b.yaml",
    "B.YAML",
    "a.yml",
    "c.json",
    "notes.txt",
    ".hidden.yaml",
    "a[1].yaml",
    "\xc3\xa9.yaml",
    "-",
    "empty/",
    "empty/.x.yaml",
    "empty/photo.jpg",
    "sub/",
    "sub/z.yaml",
    "sub/deep/",
    "sub/deep/y.yaml",
    "sub/deep/.git/",
    "sub/deep/.git/x.yaml",
    "sub-a.yaml",
    "sub/up -> ..",
    "sub/link.yaml -> ../b.yaml",
    "sub/lost.yaml -> nowhere",
    "sub/folder.yaml/",
    "sub/pipe.yaml|",
};

static void make(const char *thing)
{
    const char *arrow = strstr(thing, " -> ");
    size_t length = strlen(thing);
    char name[64];
    FILE *file;

    if (arrow || strchr("/|", thing[length - 1]))
        length = arrow ? (size_t)(arrow - thing) : length - 1;
    assert_true(length < sizeof name);
    memcpy(name, thing, length);
    name[length] = '\0';
    if (arrow) {
        assert_int_equal(symlink(arrow + 4, name), 0);
    } else if (thing[length] == '/') {
        assert_int_equal(mkdir(name, 0777), 0);
    } else if (thing[length] == '|') {
        assert_int_equal(mkfifo(name, 0666), 0);
    } else {
        file = fopen(name, "w");
        assert_non_null(file);
        fclose(file);
    }
}

static char folder[] = "/tmp/vita-inputs-XXXXXX";

static int set_up(void **state)
{
    (void)state;
    if (!mkdtemp(folder) || chdir(folder) != 0)
        return -1;
    for (size_t i = 0; i < COUNT(things); i++)
        make(things[i]);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    for (size_t i = COUNT(things); i-- > 0;) {
        size_t length = strcspn(things[i], "|");
        const char *arrow = strstr(things[i], " -> ");
        char name[64] = "";

        memcpy(name, things[i], arrow ? (size_t)(arrow - things[i]) : length);
        if (remove(name) != 0)
            return -1;
    }
    return chdir("/") != 0 || rmdir(folder) != 0;
}

static void assert_text(struct str text, const char *expected)
{
    if (!str_eq_cstr(text, expected))
        fail_msg("'%.*s' is not '%s'", STR_ARG(text), expected);
}

static struct str join(struct arena *arena, const struct str_list *paths)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; i < paths->len; i++)
        buf_addf(&buf, "%s%.*s", i > 0 ? " " : "", STR_ARG(paths->ptr[i]));
    return buf_str(&buf);
}

// What operands, which end with NULL, add one after the other; the messages
// stand where they are given, after "! ".
struct sample {
    const char *operands[4];
    const char *output;
};

#define SUB "sub/deep/y.yaml sub/link.yaml sub/lost.yaml sub/z.yaml"
#define ALL                                                                    \
    "B.YAML a.yml a[1].yaml b.yaml c.json " SUB " sub-a.yaml \xc3\xa9.yaml"

static const struct sample samples[] = {
    // Files, whatever they are called.
    {{"b.yaml", "notes.txt", ".hidden.yaml"}, "b.yaml notes.txt .hidden.yaml"},
    {{"b.yaml", "./b.yaml", ".//./b.yaml"}, "b.yaml"},
    {{"sub/../b.yaml", "b.yaml"}, "sub/../b.yaml b.yaml"},
    {{"./-"}, "./-"},
    {{"sub/pipe.yaml"}, "sub/pipe.yaml"},
    {{"/dev//null"}, "/dev/null"},
    {{"none.yaml"}, "! cannot open none.yaml: no such file"},
    {{""}, "! cannot open : no such file"},
    {{"b.yaml/x"}, "! cannot open b.yaml/x: Not a directory"},
    {{"sub/lost.yaml"}, "! cannot open sub/lost.yaml: no such file"},
    // Folders.
    {{"sub"}, SUB},
    {{"./sub//"}, SUB},
    {{"sub/up/sub/deep"}, "sub/up/sub/deep/y.yaml"},
    {{"sub/up/sub/up/sub/deep/"}, "sub/up/sub/up/sub/deep/y.yaml"},
    {{"sub/deep/.git"}, "sub/deep/.git/x.yaml"},
    {{"."}, ALL},
    {{"sub/z.yaml", "sub", "sub"},
     "sub/z.yaml sub/deep/y.yaml sub/link.yaml sub/lost.yaml"},
    {{"empty"},
     "! cannot use empty: the folder has no .yaml, .yml or .json files"},
    // Patterns.
    {{"*.yaml"}, "a[1].yaml b.yaml sub-a.yaml \xc3\xa9.yaml"},
    {{"[a-c].*", "b.yaml"}, "a.yml b.yaml c.json"},
    {{"?.yaml", "*b.yaml"}, "b.yaml"},
    {{"a[1].yaml"}, "a[1].yaml"},
    {{"su*", "sub/z.yaml"}, SUB " sub-a.yaml"},
    {{"s*b"}, SUB},
    {{"emp*"}, "! cannot use emp*: nothing that matches is or has a profile"},
    {{"x*.yaml", "b.yaml"}, "! cannot use x*.yaml: no file matches b.yaml"},
    {{"b.yaml", "./*b.yaml"}, "b.yaml"},
};

static void test_operands(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(samples); i++) {
        struct arena *arena = arena_new();
        struct str_list paths = {NULL, 0, 0};
        struct str error;

        for (size_t k = 0; samples[i].operands[k]; k++)
            if (!inputs_add(arena, samples[i].operands[k], &paths, &error))
                vec_push(arena, &paths,
                         str_format(arena, "! %.*s", STR_ARG(error)));
        assert_text(join(arena, &paths), samples[i].output);
        arena_free(arena);
    }
}

// A folder that may not be read is told; root may read all.
static void test_unreadable(void **state)
{
    struct arena *arena = arena_new();
    struct str_list paths = {NULL, 0, 0};
    struct str error = {"", 0};

    (void)state;
    assert_int_equal(chmod("sub/deep", 0), 0);
    if (geteuid() != 0) {
        assert_false(inputs_add(arena, "sub", &paths, &error));
        assert_text(error,
                    "cannot read the folder sub/deep: Permission denied");
    }
    assert_int_equal(chmod("sub/deep", 0777), 0);
    arena_free(arena);
}

struct list_sample {
    struct str text;
    const char *output;
};

#define TEXT(literal)                                                          \
    {                                                                          \
        "" literal, sizeof(literal) - 1                                        \
    }

static const struct list_sample list_samples[] = {
    {TEXT(""), "first"},
    {TEXT("a\nb c\n"), "first|a|b c"},
    {TEXT("\xef\xbb\xbf"
          "a\r\n\r\n\nb"),
     "first|a|b"},
    {TEXT("b\n./a\na\nfirst\n.//first\nb"), "first|b|a"},
    {TEXT("a\nb\0c\0\0a\nb\0"), "first|a\nb|c"},
    {TEXT("a\0b"), "first|a|b"},
    {TEXT(" x \n-\n./-\n"), "first| x |-|./-"},
};

static void test_lists(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(list_samples); i++) {
        struct arena *arena = arena_new();
        struct str_list paths = {NULL, 0, 0};
        struct buf buf = {.arena = arena};

        vec_push(arena, &paths, STR("first"));
        inputs_add_list(arena, list_samples[i].text, &paths);
        for (size_t k = 0; k < paths.len; k++)
            buf_addf(&buf, "%s%.*s", k > 0 ? "|" : "", STR_ARG(paths.ptr[k]));
        assert_text(buf_str(&buf), list_samples[i].output);
        arena_free(arena);
    }
}

// Many names, each twice, in no time.
static void test_long_list(void **state)
{
    struct arena *arena = arena_new();
    struct str_list paths = {NULL, 0, 0};
    struct buf buf = {.arena = arena};

    (void)state;
    for (int i = 0; i < 200000; i++)
        buf_addf(&buf, "cv/%d.yaml\n", i % 100000);
    inputs_add_list(arena, buf_str(&buf), &paths);
    assert_int_equal(paths.len, 100000);
    assert_text(paths.ptr[99999], "cv/99999.yaml");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_operands),
        cmocka_unit_test(test_unreadable),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_long_list),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
