// SPDX-License-Identifier: MIT
// Decoding, encoding and normalising Unicode, properties of
// characters, and grapheme clusters (UAX #29).
#include "str_assert.h"

#include "base/arena.h"

#include <stdint.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

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

static void test_clusters(void **state)
{
    static const struct {
        const char *text;
        size_t lengths[8]; // up to a 0
    } cases[] = {
        {"abc", {1, 1, 1}},
        {"a\r\nb", {1, 2, 1}},
        {"x\u0304y", {3, 1}},
        {"e\u0301\u0323 ", {5, 1}},
        {"\u0301a", {2, 1}},
        {"\u05e9\u05c1\u05b8\u05dc", {6, 2}},
        {"\u1100\u1161\u11a8", {9}},                // jamo make a syllable
        {"\u0915\u093e\u0915", {6, 3}},             // a spacing mark
        {"\U0001F1E9\U0001F1EA\U0001F1EB", {8, 4}}, // two make a flag
        {"\U0001F469\u200d\U0001F4BBx", {11, 1}},
        {"\U0001F44D\U0001F3FDx", {8, 1}},
        {"\u2764\ufe0fx", {6, 1}},
        {"a\u00adb", {1, 2, 1}},
        {"\xff\xfe", {1, 1}},
        {"a\xe2\x98", {1, 1, 1}},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str text = str_from_cstr(cases[i].text);
        size_t at = 0;

        for (size_t j = 0; cases[i].lengths[j] > 0; j++) {
            size_t end = utf8_grapheme_end(text, at);

            if (end - at != cases[i].lengths[j])
                fail_msg("row %zu, cluster %zu: %zu bytes", i, j, end - at);
            at = end;
        }
        assert_int_equal(at, text.len);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf8_check),
        cmocka_unit_test(test_utf8_next),
        cmocka_unit_test(test_utf8_encode),
        cmocka_unit_test(test_utf8_nfc),
        cmocka_unit_test(test_utf8_nfc_shortcut),
        cmocka_unit_test(test_utf8_runs),
        cmocka_unit_test(test_runes),
        cmocka_unit_test(test_clusters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
