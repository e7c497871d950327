// SPDX-License-Identifier: MIT
// Line ends by UAX #14: a table of texts with what is expected in them.
#include "text/linebreak.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

// Writes the text with | where a line may end and ! where it must.
static struct str mark_ends(struct arena *arena, struct str text,
                            const char *language)
{
    unsigned char *ends = arena_array_of(arena, text.len + 1, unsigned char);
    struct buf buf = {.arena = arena};

    line_ends(arena, text, language, ends);
    assert_int_equal(ends[text.len], LINE_END_MANDATORY);
    for (size_t i = 0; i < text.len; i++) {
        if (ends[i] == LINE_END_ALLOWED)
            buf_add_char(&buf, '|');
        else if (ends[i] == LINE_END_MANDATORY)
            buf_add_char(&buf, '!');
        buf_add_char(&buf, text.ptr[i]);
    }
    buf_add_cstr(&buf, "");
    return buf_str(&buf);
}

static void test_table(void **state)
{
    static const struct {
        const char *want; // without | and ! it is the text
        const char *language;
    } cases[] = {
        {"", NULL},
        {"word", NULL},
        {"two |words", NULL},
        {"space  |space", NULL},
        {"first\n!second", NULL},
        {"well-|known", NULL},
        {"2019\u2013|2024", NULL},
        {"3.14 |and |1,000", NULL},
        {"$100.00 |(50%)", NULL},
        // Quotation marks both open and close, so LB 15 holds the bracket.
        {"\u201cquoted\u201d (and) |so.", NULL},
        {"no\u00a0break", NULL},
        {"no\u2060break", NULL},
        {"zero\u200b|width", NULL},
        {"soft\u00ad|hyphen", NULL},
        {"caf\u00e9 |cafe\u0301 |x\u0304y", NULL},
        {"a\U0001D538b", NULL},
        // French quotation marks open and close with their blanks.
        {"\u00ab\u00a0oui\u00a0\u00bb |dit-|il", "fr"},
        // Chinese and Japanese: between characters, not before a closing
        // mark nor behind an opening one.
        {"\u6211|\u7231|\u4f60", "zh"},
        {"\u4f60|\u597d\u3002|\u300c\u597d\u300d|\u4e0d", "zh"},
        {"\u6771|\u4eac|\u90fd\u3001|\u6e2f|\u533a", "ja"},
        {"Li |\u674e|\u5c0f|\u9f99 |Lee", "en"},
        // Korean has spaces and syllables.
        {"\uae40|\uc815 |\ud76c", "ko"},
        // Hebrew and Arabic: at spaces.
        {"\u05e9\u05dc\u05d5\u05dd |\u05e2\u05d5\u05dc\u05dd", "he"},
        {"\u0627\u0644\u0633\u0644\u0627\u0645 |\u0639\u0644\u064a", "ar"},
        // Emoji of several characters are whole.
        {"a |\U0001F469\u200d\U0001F4BB |b", NULL},
        {"a |\U0001F1E9\U0001F1EA |b", NULL},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str want = str_from_cstr(cases[i].want);
        struct buf text = {.arena = arena};
        struct str got;

        buf_add_cstr(&text, "");
        for (size_t j = 0; j < want.len; j++)
            if (want.ptr[j] != '|' && want.ptr[j] != '!')
                buf_add_char(&text, want.ptr[j]);
        got = mark_ends(arena, buf_str(&text), cases[i].language);
        if (!str_eq(got, want))
            fail_msg("\"%.*s\" for \"%.*s\"", STR_ARG(got), STR_ARG(want));
    }
    arena_free(arena);
}

// Every byte gets an answer, and none inside a character is a line end.
static void test_malformed(void **state)
{
    static const struct str texts[] = {
        {"\xff\xfe a", 4},        {"a \xe2\x98", 4},         {"\0 \0", 3},
        {"\xcc\x81 \xcc\x81", 5}, {"\xf4\x8f\xbf\xbf a", 6}, {"\xc2", 1},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        unsigned char ends[16];

        memset(ends, 0xee, sizeof ends);
        line_ends(arena, texts[i], "en", ends);
        assert_int_equal(ends[0], LINE_END_PROHIBITED);
        for (size_t j = 0; j <= texts[i].len; j++) {
            assert_true(ends[j] <= LINE_END_MANDATORY);
            if (j < texts[i].len &&
                ((unsigned char)texts[i].ptr[j] & 0xc0) == 0x80 && i == 4)
                assert_int_equal(ends[j], LINE_END_PROHIBITED);
        }
        assert_int_equal(ends[texts[i].len + 1], 0xee);
    }
    arena_free(arena);
}

// libunibreak asserts what it expects: no text may offend it.
static void test_any_characters(void **state)
{
    static const uint32_t ranges[] = {0x80,    0x800,   0x3000,  0xffff,
                                      0x10000, 0x1ffff, 0x10ffff};
    struct arena *arena = arena_new();
    uint32_t seed = 1;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        struct arena_mark mark = arena_mark(arena);
        struct buf buf = {.arena = arena};
        unsigned char ends[64];

        for (int i = 0; i < 8; i++) {
            seed = seed * 1664525u + 1013904223u;
            buf_add_rune(&buf, (seed >> 8) % ranges[seed % COUNT(ranges)]);
        }
        line_ends(arena, buf_str(&buf), "en", ends);
        assert_int_equal(ends[buf.len], LINE_END_MANDATORY);
        arena_rewind(arena, mark);
    }
    for (uint32_t rune = 1; rune < 0x110000; rune++) {
        unsigned char ends[8];
        char text[6] = {'a'};
        size_t length = utf8_encode(rune, text + 1);

        text[1 + length] = 'a';
        line_ends(arena, (struct str){text, length + 2}, NULL, ends);
        assert_int_equal(ends[length + 2], LINE_END_MANDATORY);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_malformed),
        cmocka_unit_test(test_any_characters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
