// SPDX-License-Identifier: MIT
// The foundations: arena, text, growable arrays, lengths, Unicode,
// suggestions, and how diagnostics are printed.
#include "base/arena.h"
#include "base/diag.h"
#include "base/length.h"
#include "base/str.h"
#include "base/str_map.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void assert_str(struct str actual, const char *expected)
{
    if (!str_eq_cstr(actual, expected))
        fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(actual), expected);
}

// --- Arena and arrays --------------------------------------------------------

static void test_arena_alloc(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    // Across chunks, and larger than any chunk.
    for (size_t size = 0; size < 5000000; size = size * 3 + 1) {
        unsigned char *ptr = arena_alloc(arena, size);

        assert_int_equal((uintptr_t)ptr % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            if (ptr[i] != 0)
                fail_msg("byte %zu of %zu is not zero", i, size);
        memset(ptr, 0xaa, size);
    }
    assert_true(arena_size(arena) >= 5000000 / 3);
    arena_free(arena);
    arena_free(NULL);
}

static void test_arena_rewind(void **state)
{
    struct arena *arena = arena_new();
    char *kept = arena_alloc(arena, 8);
    struct arena_mark mark;
    size_t size;
    char *again;

    (void)state;
    memcpy(kept, "kept", 5);
    mark = arena_mark(arena);
    size = arena_size(arena);
    for (int round = 0; round < 3; round++) {
        char *dirty = arena_alloc(arena, 100);

        memset(dirty, 0xff, 100);
        (void)arena_alloc(arena, 300000);
        assert_true(arena_size(arena) > size);
        arena_rewind(arena, mark);
        assert_int_equal(arena_size(arena), size);
        assert_string_equal(kept, "kept");
    }
    again = arena_alloc(arena, 100);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(again[i], 0);
    arena_free(arena);
}

static void test_arena_grow(void **state)
{
    struct arena *arena = arena_new();
    char *first = arena_alloc(arena, 10);
    struct arena_mark mark;
    char *grown;
    char *moved;

    (void)state;
    memcpy(first, "123456789", 10);
    grown = arena_grow(arena, first, 10, 1000);
    assert_ptr_equal(grown, first); // the newest grows in place
    assert_string_equal(grown, "123456789");
    assert_int_equal(grown[999], 0);
    (void)arena_alloc(arena, 1);
    moved = arena_grow(arena, grown, 1000, 200000);
    assert_ptr_not_equal(moved, grown);
    assert_string_equal(moved, "123456789");
    assert_int_equal(moved[199999], 0);
    assert_non_null(arena_grow(arena, NULL, 0, 16));
    mark = arena_mark(arena);
    memset(arena_alloc(arena, 1000), 'x', 1000);
    arena_rewind(arena, mark);
    grown = arena_grow(arena, first, 10, 1000); // in memory that was used
    assert_string_equal(grown, "123456789");
    for (size_t i = 10; i < 1000; i++)
        assert_int_equal(grown[i], 0);
    arena_free(arena);
}

VEC_DECLARE(numbers, int);

static void test_vec(void **state)
{
    struct arena *arena = arena_new();
    struct numbers list = {0};

    (void)state;
    for (int i = 0; i < 10000; i++) {
        vec_push(arena, &list, i);
        (void)arena_alloc(arena, 1); // so that it cannot grow in place
    }
    assert_int_equal(list.len, 10000);
    assert_true(list.cap >= list.len);
    for (int i = 0; i < 10000; i++)
        assert_int_equal(list.ptr[i], i);
    arena_free(arena);
}

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

// --- Lengths -----------------------------------------------------------------

static void test_length_parse(void **state)
{
    static const struct {
        const char *text;
        bool valid;
        sp value; // with an em of 10pt
    } cases[] = {
        {"1pt", true, 65536},
        {"-1pt", true, -65536},
        {"0.5pt", true, 32768},
        {"1in", true, 72 * 65536},
        {"2.54cm", true, 72 * 65536},
        {"25.4mm", true, 72 * 65536},
        {"1.2em", true, 12 * 65536},
        {"1 cm", true, 1857713},
        {"0.0000001pt", true, 0},
        {"10000pt", true, 10000 * (sp)65536},
        {"10001pt", false, 0},
        {"99999999999999999999pt", false, 0},
        {"", false, 0},
        {"-", false, 0},
        {"pt", false, 0},
        {"1", false, 0},
        {"1.pt", false, 0},
        {".5pt", false, 0},
        {"1px", false, 0},
        {"1pt x", false, 0},
        {"+1pt", false, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct length length;
        bool valid = length_parse(str_from_cstr(cases[i].text), &length);

        if (valid != cases[i].valid)
            fail_msg("%s", cases[i].text);
        if (valid && length_to_sp(length, PT(10)) != cases[i].value)
            fail_msg("%s is %lld", cases[i].text,
                     (long long)length_to_sp(length, PT(10)));
    }
}

static void test_sp_mul_div(void **state)
{
    (void)state;
    assert_int_equal(sp_mul_div(7, 1, 2), 4);
    assert_int_equal(sp_mul_div(-7, 1, 2), -4);
    assert_int_equal(sp_mul_div(10, 10, 3), 33);
    assert_true(sp_mul_div(INT64_MAX, 1000, 1000) == INT64_MAX);
    // On both sides of what 64 bits hold.
    assert_true(sp_mul_div(INT64_MAX, 1, 2) == INT64_MAX / 2 + 1);
    assert_true(sp_mul_div(INT64_MAX - 1, 1, 2) == INT64_MAX / 2);
    assert_true(sp_mul_div(-INT64_MAX, 1, 2) == -(INT64_MAX / 2) - 1);
    assert_true(sp_mul_div(INT64_MIN, 1, 1) == INT64_MIN);
    assert_true(sp_mul_div(INT64_MIN, 3, 3) == INT64_MIN);
}

// The short way and the long one round alike.
static void test_sp_mul_div_wide(void **state)
{
    uint64_t random = 1;

    (void)state;
    for (int i = 0; i < 10000; i++) {
        sp n[3];

        for (size_t k = 0; k < COUNT(n); k++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            n[k] = (sp)(random >> (24 + i % 37));
        }
        n[2]++;
        assert_true(sp_mul_div(n[0], n[1], n[2]) ==
                    sp_mul_div_wide(n[0], n[1], n[2]));
        assert_true(sp_mul_div(-n[0], n[1], n[2]) ==
                    sp_mul_div_wide(-n[0], n[1], n[2]));
    }
}

static void test_buf_add_pt(void **state)
{
    static const struct {
        sp length;
        int decimals;
        const char *text;
    } cases[] = {
        {0, 0, "0"},
        {0, 3, "0.000"},
        {PT(12), 0, "12"},
        {PT(12), 2, "12.00"},
        {32768, 1, "0.5"},
        {32768, 0, "1"},
        {-32768, 0, "-1"},
        {-1, 3, "0.000"},
        {655, 2, "0.01"},
        {-655, 2, "-0.01"},
        {PT(1) / 3, 5, "0.33333"},
        {-PT(100), 1, "-100.0"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf buf = {.arena = arena};

        buf_add_pt(&buf, cases[i].length, cases[i].decimals);
        assert_str(buf_str(&buf), cases[i].text);
    }
    arena_free(arena);
}

// --- Unicode -----------------------------------------------------------------

static void test_utf8_check(void **state)
{
    static const struct {
        const char *text;
        size_t good; // bytes before the first malformed one
    } cases[] = {
        {"", 0},
        {"abc", 3},
        {"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", 9},
        {"a\xff", 1},
        {"ab\xe2\x82", 2},        // cut off
        {"\xc0\x80", 0},          // overlong
        {"\xed\xa0\x80", 0},      // surrogate
        {"a\xf4\x90\x80\x80", 1}, // beyond U+10FFFF
        {"\x80", 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(utf8_check(str_from_cstr(cases[i].text)),
                         cases[i].good);
}

static void test_utf8_next(void **state)
{
    static const uint32_t runes[] = {'a',     0xe9,   0xfffd, 0x20ac,
                                     0x1f600, 0xfffd, 0xfffd};
    struct str s = STR("a\xc3\xa9\xff\xe2\x82\xac\xf0\x9f\x98\x80\xe2\x82");
    size_t offset = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(runes); i++)
        assert_int_equal(utf8_next(s, &offset), runes[i]);
    assert_int_equal(offset, s.len);
    assert_int_equal(utf8_length(s), COUNT(runes));
}

static void test_utf8_encode(void **state)
{
    static const struct {
        uint32_t rune;
        const char *bytes;
    } cases[] = {
        {'a', "a"},
        {0xe9, "\xc3\xa9"},
        {0x20ac, "\xe2\x82\xac"},
        {0x1f600, "\xf0\x9f\x98\x80"},
        {0x110000, "\xef\xbf\xbd"},
    };
    char out[4];

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t len = utf8_encode(cases[i].rune, out);

        assert_str((struct str){out, len}, cases[i].bytes);
    }
}

static void test_utf8_nfc(void **state)
{
    static const struct {
        const char *text, *normal;
    } cases[] = {
        {"abc", "abc"},
        {"e\xcc\x81", "\xc3\xa9"},
        {"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "\xed\x95\x9c"},
        {"\xef\xac\x81", "\xef\xac\x81"}, // compatibility characters stay
        {"e\xff", "e\xff"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_str(utf8_nfc(arena, str_from_cstr(cases[i].text)),
                   cases[i].normal);
    arena_free(arena);
}

// What is taken for composed without looking closer is what it would be if one
// did: a hiragana behind it makes sure that one does.
static void test_utf8_nfc_shortcut(void **state)
{
    static const char closer[] = "\xe3\x81\x82";
    struct arena *arena = arena_new();

    (void)state;
    for (uint32_t rune = 1; rune < 0x11000; rune++) {
        struct arena_mark mark = arena_mark(arena);
        struct buf buf = {.arena = arena};
        struct str fast;
        struct str slow;

        if (rune >= 0xd800 && rune < 0xe000)
            continue;
        buf_add_cstr(&buf, "e");
        buf_add_rune(&buf, rune);
        fast = utf8_nfc(arena, str_copy(arena, buf_str(&buf)));
        buf_add_cstr(&buf, closer);
        slow = utf8_nfc(arena, str_copy(arena, buf_str(&buf)));
        if (!str_eq(fast, str_slice(slow, 0, slow.len - 3)))
            fail_msg("U+%04X", (unsigned)rune);
        arena_rewind(arena, mark);
    }
    arena_free(arena);
}

// The ends of runs, for each byte at each place of a word of eight and more.
static void test_utf8_runs(void **state)
{
    char bytes[20];
    struct str s = {bytes, sizeof bytes};

    (void)state;
    for (int byte = 0; byte < 256; byte++)
        for (size_t at = 0; at < sizeof bytes; at++) {
            bool ascii = byte < 0x80;
            bool printable = byte >= 0x20 && byte < 0x7f;

            memset(bytes, '~', sizeof bytes);
            bytes[at] = (char)byte;
            assert_int_equal(utf8_ascii_end(s, 0), ascii ? s.len : at);
            assert_int_equal(utf8_printable_end(s, 0), printable ? s.len : at);
            assert_int_equal(utf8_ascii_end(s, at + 1), s.len);
            assert_int_equal(utf8_printable_end(s, at + 1), s.len);
            memset(bytes, ' ', sizeof bytes);
            bytes[at] = (char)byte;
            assert_int_equal(utf8_printable_end(s, 0), printable ? s.len : at);
        }
}

static void test_runes(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    assert_true(rune_is_upper(0xc9));
    assert_false(rune_is_upper(0xe9));
    assert_true(rune_is_word('x') && rune_is_word('7') && rune_is_word(0x4e2d));
    assert_true(rune_is_word(0x301));
    assert_false(rune_is_word('-') || rune_is_word(' '));
    for (uint32_t rune = 0; rune < 0x80; rune++) {
        assert_int_equal(rune_is_word(rune), rune_is_word_of_table(rune));
        assert_int_equal(rune_is_upper(rune), rune >= 'A' && rune <= 'Z');
        assert_int_equal(rune_lower(rune),
                         rune_is_upper(rune) ? rune + 32 : rune);
        assert_int_equal(rune_upper(rune),
                         rune >= 'a' && rune <= 'z' ? rune - 32 : rune);
    }
    assert_true(rune_is_mark(0x301));
    assert_false(rune_is_mark('a'));
    assert_true(rune_is_invisible(0xad) && rune_is_invisible(7));
    assert_false(rune_is_invisible('a') || rune_is_invisible(' '));
    assert_str(utf8_upper(arena, STR("\xc3\xa9"
                                     "a\xce\xb2")),
               "\xc3\x89"
               "A\xce\x92");
    assert_str(utf8_lower(arena, STR("\xc3\x89"
                                     "A")),
               "\xc3\xa9"
               "a");
    arena_free(arena);
}

// --- Suggestions and diagnostics ---------------------------------------------

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
        cmocka_unit_test(test_arena_alloc),
        cmocka_unit_test(test_arena_rewind),
        cmocka_unit_test(test_arena_grow),
        cmocka_unit_test(test_vec),
        cmocka_unit_test(test_str_slices),
        cmocka_unit_test(test_str_cmp),
        cmocka_unit_test(test_str_find),
        cmocka_unit_test(test_str_split),
        cmocka_unit_test(test_str_to_count),
        cmocka_unit_test(test_str_copies),
        cmocka_unit_test(test_buf),
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_length_parse),
        cmocka_unit_test(test_sp_mul_div),
        cmocka_unit_test(test_sp_mul_div_wide),
        cmocka_unit_test(test_str_map),
        cmocka_unit_test(test_buf_add_pt),
        cmocka_unit_test(test_utf8_check),
        cmocka_unit_test(test_utf8_next),
        cmocka_unit_test(test_utf8_encode),
        cmocka_unit_test(test_utf8_nfc),
        cmocka_unit_test(test_utf8_nfc_shortcut),
        cmocka_unit_test(test_utf8_runs),
        cmocka_unit_test(test_runes),
        cmocka_unit_test(test_suggest),
        cmocka_unit_test(test_diags_print),
        cmocka_unit_test(test_diags_options),
        cmocka_unit_test(test_diags_long_line),
        cmocka_unit_test(test_diags_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
