// SPDX-License-Identifier: MIT
// Diagnostics as they are printed, and the names that they suggest.
#include "str_assert.h"

#include "base/arena.h"
#include "base/diag.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_suggest(void **state)
{
    static const struct {
        const char *word, *nearest;
    } cases[] = {
        {"hihglights", "highlights"},
        {"Location", "location"},
        {"start-date", "start_date"},
        {"locaton", "location"},
        {"xyz", ""},
        {"", ""},
        {"startdate", "start_date"},
        {"telephone", ""},
    };
    static const char *const names[] = {"highlights", "location", "start_date",
                                        "summary"};
    struct str candidates[COUNT(names)];

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
        candidates[i] = str_from_cstr(names[i]);
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_str(suggest_nearest(str_from_cstr(cases[i].word), candidates,
                                   COUNT(names)),
                   cases[i].nearest);
    assert_str(suggest_nearest(STR("a"), NULL, 0), "");
}

static struct str printed(struct arena *arena, struct diags *diags,
                          bool warnings, bool colour)
{
    char *text = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&text, &length);
    struct str copy;

    assert_non_null(file);
    diags_print(diags, file, warnings, colour);
    fclose(file);
    copy = str_copy(arena, (struct str){text, length});
    free(text);
    return copy;
}

static void test_diags_print(void **state)
{
    struct arena *arena = arena_new();
    struct diags *diags = diags_new(arena);
    struct source file = {STR("cv.yaml"), STR("a: b\n\tna\xc3\xafve: \x01x\n"),
                          0};
    struct source option = {STR("--set x"), STR("x"), 1};

    (void)state;
    diag_error(diags, (struct pos){&option, 0, 0, 1}, STR(""), "late");
    diag_warning(diags, (struct pos){&file, 2, 2, 5}, STR(""), "warn %d", 1);
    diag_error(diags, (struct pos){&file, 1, 4, 9}, STR("mend it"), "first");
    diag_error(diags, (struct pos){&file, 1, 4, 9}, STR("again"), "first");
    diag_error(diags, (struct pos){0}, STR(""), "general");
    assert_int_equal(diags_errors(diags), 3);
    assert_int_equal(diags_warnings(diags), 1);
    assert_ptr_equal(diags_arena(diags), arena);
    assert_str(printed(arena, diags, true, false),
               "vita: error: general\n"
               "cv.yaml:1:4: error: first\n"
               "    a: b\n"
               "       ^\n"
               "    hint: mend it\n"
               "cv.yaml:2:2: warning: warn 1\n"
               "     na\xc3\xafve: ?x\n"
               "     ^~~~~\n"
               "--set x: error: late\n");
    arena_free(arena);
}

static void test_diags_options(void **state)
{
    struct arena *arena = arena_new();
    struct diags *diags = diags_new(arena);
    struct source file = {STR("f"), STR("x"), 0};

    (void)state;
    assert_str(printed(arena, diags, true, false), "");
    diag_warning(diags, (struct pos){&file, 1, 1, 1}, STR(""), "w");
    assert_str(printed(arena, diags, false, false), "");
    assert_true(str_starts(printed(arena, diags, true, true), STR("\033[1m")));
    assert_int_equal(diags_errors(diags), 0);
    arena_free(arena);
}

static void test_diags_long_line(void **state)
{
    struct arena *arena = arena_new();
    struct diags *diags = diags_new(arena);
    char line[400];
    struct source file = {STR("f"), {line, sizeof line}, 0};
    struct str out;

    (void)state;
    memset(line, 'x', sizeof line);
    line[299] = '!';
    diag_error(diags, (struct pos){&file, 1, 300, 1}, STR(""), "here");
    out = printed(arena, diags, true, false);
    assert_true(out.len < 300);
    {
        size_t mark = str_find_char(out, '!', 0);
        size_t start = str_find(out, STR("\n    "), 0);
        size_t caret = str_find_char(out, '^', 0);
        size_t next = str_find(out, STR("\n    "), start + 1);

        // The caret stands below the marked character.
        assert_int_equal(mark - start, caret - next);
    }
    arena_free(arena);
}

static void test_diags_many(void **state)
{
    struct arena *arena = arena_new();
    struct diags *diags = diags_new(arena);
    struct str out;

    (void)state;
    for (int i = 0; i < 300; i++)
        diag_error(diags, (struct pos){0}, STR(""), "error %d", i);
    assert_int_equal(diags_errors(diags), 300);
    out = printed(arena, diags, true, false);
    assert_true(str_ends(out, STR("vita: 100 more not shown\n")));
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_suggest),
        cmocka_unit_test(test_diags_print),
        cmocka_unit_test(test_diags_options),
        cmocka_unit_test(test_diags_long_line),
        cmocka_unit_test(test_diags_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
