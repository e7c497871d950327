// SPDX-License-Identifier: MIT
// Texts: slices, searching, copies, buffers, formats, and maps with texts as
// keys.
#include "str_assert.h"

#include "base/arena.h"
#include "base/str_map.h"

#include <stdint.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

// --- Text --------------------------------------------------------------------

static void test_str_slices(void **state)
{
    struct str s = STR(" \tab cd\r\n");
    struct str nothing = {NULL, 0};

    (void)state;
    assert_str(str_trim(s), "ab cd");
    assert_str(str_trim(STR(" \n ")), "");
    assert_int_equal(str_trim(nothing).len, 0);
    assert_str(str_slice(STR("abc"), 1, 2), "b");
    assert_str(str_slice(STR("abc"), 2, 99), "c");
    assert_str(str_slice(STR("abc"), 3, 1), "");
    assert_str(str_slice(STR("abc"), 99, 100), "");
    assert_int_equal(str_slice(nothing, 0, 5).len, 0);
    assert_true(str_starts(STR("abc"), STR("ab")));
    assert_true(str_starts(STR("abc"), STR("")));
    assert_false(str_starts(STR("a"), STR("ab")));
    assert_true(str_ends(STR("abc"), STR("bc")));
    assert_false(str_ends(STR("c"), STR("bc")));
    assert_true(str_eq(nothing, STR("")));
    assert_false(str_eq(STR("a"), STR("b")));
}

static void test_str_cmp(void **state)
{
    static const struct {
        const char *a, *b;
        int order;
    } cases[] = {
        {"", "", 0},       {"", "a", -1},        {"b", "a", 1},
        {"ab", "abc", -1}, {"\xc3\xa9", "z", 1}, {"abc", "abc", 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int order =
            str_cmp(str_from_cstr(cases[i].a), str_from_cstr(cases[i].b));

        assert_int_equal((order > 0) - (order < 0), cases[i].order);
    }
}

static void test_str_find(void **state)
{
    (void)state;
    assert_int_equal(str_find(STR("abcabc"), STR("bc"), 0), 1);
    assert_int_equal(str_find(STR("abcabc"), STR("bc"), 2), 4);
    assert_true(str_find(STR("abcabc"), STR("bc"), 5) == SIZE_MAX);
    assert_true(str_find(STR("ab"), STR("abc"), 0) == SIZE_MAX);
    assert_int_equal(str_find(STR("ab"), STR(""), 2), 2);
    assert_true(str_find(STR("ab"), STR(""), 3) == SIZE_MAX);
    assert_int_equal(str_find(STR("aab"), STR("ab"), 0), 1);
    assert_int_equal(str_find_char(STR("a.b.c"), '.', 2), 3);
    assert_true(str_find_char(STR(""), '.', 0) == SIZE_MAX);
}

static void test_str_split(void **state)
{
    struct str rest = STR("a,,b,");

    (void)state;
    assert_str(str_split(&rest, ','), "a");
    assert_str(str_split(&rest, ','), "");
    assert_str(str_split(&rest, ','), "b");
    assert_non_null(rest.ptr);
    assert_str(str_split(&rest, ','), "");
    assert_null(rest.ptr);
}

static void test_str_to_count(void **state)
{
    static const struct {
        const char *written;
        int limit, value; // -1: none
    } cases[] = {
        {"0", 9, 0},
        {"9", 9, 9},
        {"10", 9, -1},
        {"007", 9, 7},
        {"", 9, -1},
        {"-1", 9, -1},
        {"+1", 9, -1},
        {"1 ", 9, -1},
        {"1.5", 9, -1},
        {"x", 9, -1},
        {"2147483647", INT32_MAX, INT32_MAX},
        {"2147483648", INT32_MAX, -1},
        {"99999999999999999999999", INT32_MAX, -1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int value = -1;
        bool good = str_to_count(str_from_cstr(cases[i].written),
                                 cases[i].limit, &value);

        assert_int_equal(value, cases[i].value);
        assert_int_equal(good, cases[i].value >= 0);
    }
}

static void test_str_copies(void **state)
{
    struct arena *arena = arena_new();
    char *cstr = str_to_cstr(arena, str_slice(STR("abcd"), 1, 3));

    (void)state;
    assert_string_equal(cstr, "bc");
    assert_str(str_copy(arena, STR("x")), "x");
    assert_str(str_format(arena, "%d-%.*s", 7, STR_ARG(STR("y"))), "7-y");
    assert_str(str_ascii_lower(arena, STR("A\xc3\x84Z")), "a\xc3\x84z");
    assert_str(str_ascii_upper(arena, STR("a\xc3\xa4z")), "A\xc3\xa4Z");
    // The values of FNV-1a's specification.
    assert_true(str_hash(STR("")) == 0xcbf29ce484222325u);
    assert_true(str_hash(STR("foobar")) == 0x85944171f73967e8u);
    arena_free(arena);
}

static void test_buf(void **state)
{
    struct arena *arena = arena_new();
    struct buf buf = {.arena = arena};

    (void)state;
    assert_str(buf_str(&buf), "");
    buf_add(&buf, STR("a"));
    buf_add(&buf, (struct str){NULL, 0});
    buf_add_cstr(&buf, "bc");
    buf_add_char(&buf, '-');
    buf_add_rune(&buf, 0x20ac);
    buf_addf(&buf, "%03d", 5);
    assert_str(buf_str(&buf), "abc-\xe2\x82\xac"
                              "005");
    for (int i = 0; i < 1000; i++)
        buf_addf(&buf, "%d", i % 10);
    assert_int_equal(buf.len, 10 + 1000);
    assert_str(str_slice(buf_str(&buf), buf.len - 3, buf.len), "789");
    arena_free(arena);
}

// Texts that fit into the room there is, and those that do not by one byte.
static void test_formats(void **state)
{
    char digits[301];

    (void)state;
    memset(digits, '7', sizeof digits);
    for (int len = 0; len <= 300; len++) {
        struct arena *arena = arena_new();
        struct buf buf = {.arena = arena};
        struct str expected = {digits, (size_t)len};
        struct str text = str_format(arena, "%.*s", len, digits);

        assert_true(str_eq(text, expected));
        assert_int_equal(text.ptr[len], '\0');
        buf_addf(&buf, "%.*s", len, digits);
        assert_true(str_eq(buf_str(&buf), expected));
        buf_addf(&buf, "%.*s", 300 - len, digits);
        buf_add_char(&buf, '7');
        assert_true(str_eq(buf_str(&buf), (struct str){digits, 301}));
        arena_free(arena);
    }
}

// --- Suggestions and diagnostics ---------------------------------------------

// Many keys, of which some are the beginnings of others.
static void test_str_map(void **state)
{
    struct arena *arena = arena_new();
    struct str_map map = {0};
    int values[1000];
    char letters[COUNT(values)];

    (void)state;
    memset(letters, 'x', sizeof letters);
    assert_null(str_map_lookup(&map, STR("")));
    for (size_t i = 0; i < COUNT(values); i++) {
        struct str key = {letters, i};

        assert_null(str_map_lookup(&map, key));
        str_map_add(arena, &map, key, &values[i]);
    }
    for (size_t i = 0; i < COUNT(values); i++) {
        struct str key = str_copy(arena, (struct str){letters, i});

        assert_ptr_equal(str_map_lookup(&map, key), &values[i]);
    }
    assert_null(str_map_lookup(&map, STR("y")));
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_str_slices),   cmocka_unit_test(test_str_cmp),
        cmocka_unit_test(test_str_find),     cmocka_unit_test(test_str_split),
        cmocka_unit_test(test_str_to_count), cmocka_unit_test(test_str_copies),
        cmocka_unit_test(test_buf),          cmocka_unit_test(test_formats),
        cmocka_unit_test(test_str_map),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
