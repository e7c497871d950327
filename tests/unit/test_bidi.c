// SPDX-License-Identifier: MIT
// Bidi levels and the order of runs. As in UAX #9's examples, capitals stand
// for Hebrew letters; digits, marks and small letters for themselves.
#include "text/bidi.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ALEF 0x5d0

static struct str to_text(struct arena *arena, const char *sketch)
{
    struct buf buf = {.arena = arena};

    buf_add_cstr(&buf, "");
    for (; *sketch; sketch++) {
        if (ascii_is_upper(*sketch))
            buf_add_rune(&buf, (uint32_t)(ALEF + (*sketch - 'A')));
        else if (*sketch == '^') // Arabic ain
            buf_add_rune(&buf, 0x639);
        else
            buf_add_char(&buf, *sketch);
    }
    return buf_str(&buf);
}

struct bidi_case {
    const char *sketch;
    enum bidi_direction direction;
    const char *levels; // a digit for each character
    const char *visual;
};

static const struct bidi_case cases[] = {
    {"", BIDI_AUTO, "", ""},
    {"car", BIDI_AUTO, "000", "car"},
    {"CAR", BIDI_AUTO, "111", "RAC"},
    {"car is THE CAR here", BIDI_LTR, "0000000111111100000",
     "car is RAC EHT here"},
    {"THE CAR is here", BIDI_AUTO, "111111112222222", "is here RAC EHT"},
    {"THE CAR is here", BIDI_LTR, "111111100000000", "RAC EHT is here"},
    {"he said THE VALUES ARE 123, OK", BIDI_LTR,
     "000000001111111111111112221111", "he said KO ,123 ERA SEULAV EHT"},
    // Dates and numbers stay as they are.
    {"SHALOM 2019-2024", BIDI_RTL, "1111111222222222", "2019-2024 MOLAHS"},
    {"ABC 3.14", BIDI_AUTO, "11112222", "3.14 CBA"},
    // Brackets go with what they enclose.
    {"AB (cd) EF", BIDI_RTL, "1111221111", "FE )cd( BA"},
    {"ab (CD) ef", BIDI_LTR, "0000110000", "ab (DC) ef"},
    // No letter at all.
    {"123", BIDI_AUTO, "000", "123"},
    {"123", BIDI_RTL, "222", "123"},
    {"...", BIDI_RTL, "111", "..."},
    // Digits after Arabic letters.
    {"^ 12/34", BIDI_AUTO, "1122222", "12/34 ^"},
};

static void test_levels(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str text = to_text(arena, cases[i].sketch);
        unsigned char levels[100];
        size_t number = 0;

        bidi_levels(arena, text, cases[i].direction, levels);
        for (size_t at = 0; at < text.len; number++) {
            size_t start = at;

            (void)utf8_next(text, &at);
            for (size_t j = start; j < at; j++)
                if (levels[j] != cases[i].levels[number] - '0')
                    fail_msg("\"%s\" at %zu: level %d", cases[i].sketch, number,
                             levels[j]);
        }
    }
    arena_free(arena);
}

// Runs of a character each: the order is the whole algorithm's.
static void test_visual_order(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t count = strlen(cases[i].levels);
        unsigned char levels[100];
        size_t order[100];

        for (size_t j = 0; j < count; j++)
            levels[j] = (unsigned char)(cases[i].levels[j] - '0');
        bidi_reorder(levels, count, order);
        for (size_t j = 0; j < count; j++)
            if (cases[i].sketch[order[j]] != cases[i].visual[j])
                fail_msg("\"%s\" at %zu: %c", cases[i].sketch, j,
                         cases[i].sketch[order[j]]);
    }
    arena_free(arena);
}

static void test_paragraph_level(void **state)
{
    static const struct {
        const char *sketch;
        enum bidi_direction direction;
        int level;
    } rows[] = {
        {"", BIDI_LTR, 0},     {"", BIDI_RTL, 1},     {"", BIDI_AUTO, 0},
        {"abc", BIDI_AUTO, 0}, {"ABC", BIDI_AUTO, 1}, {"1 ABC", BIDI_AUTO, 1},
        {"abc", BIDI_RTL, 1},  {"ABC", BIDI_LTR, 0},  {"a ABC", BIDI_AUTO, 0},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        unsigned char levels[100];

        assert_int_equal(bidi_levels(arena, to_text(arena, rows[i].sketch),
                                     rows[i].direction, levels),
                         rows[i].level);
    }
    arena_free(arena);
}

static void test_needed(void **state)
{
    static const struct {
        const char *text;
        bool needed;
    } rows[] = {
        {"", false},
        {"Latin, 12\u2013\u20ac", false},
        {"\u0416\u03b1\u4e2d\U0001D538", false},
        {"a \u05d0", true},
        {"\u0627", true},
        {"\u0661", true},     // an Arabic digit
        {"\u200f", true},     // a mark
        {"\u202b", true},     // an embedding
        {"\u2067", true},     // an isolate
        {"\U00010840", true}, // Aramaic, beyond the BMP
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(bidi_is_needed(str_from_cstr(rows[i].text)),
                         rows[i].needed);
}

// A reversal twice is none; order is always a permutation.
static void test_reorder_is_a_permutation(void **state)
{
    uint32_t seed = 7;

    (void)state;
    for (int round = 0; round < 500; round++) {
        unsigned char levels[12];
        size_t order[12];
        unsigned seen = 0;
        size_t count = (size_t)round % 13;

        for (size_t i = 0; i < count; i++) {
            seed = seed * 1664525u + 1013904223u;
            levels[i] = (unsigned char)(seed >> 24 & 3);
        }
        bidi_reorder(levels, count, order);
        for (size_t i = 0; i < count; i++)
            seen |= 1u << order[i];
        assert_int_equal(seen, (1u << count) - 1);
    }
}

static void test_malformed(void **state)
{
    static const struct str texts[] = {
        {"\xff\xfe\xd7", 3}, {"\xd7\x90\xd7", 3}, {"\0\xd7\x90", 3}};
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        unsigned char levels[8];

        memset(levels, 0xee, sizeof levels);
        bidi_levels(arena, texts[i], BIDI_AUTO, levels);
        for (size_t j = 0; j < texts[i].len; j++)
            assert_true(levels[j] <= 2);
        assert_int_equal(levels[texts[i].len], 0xee);
    }
    arena_free(arena);
}

// Random characters, among them many that control direction.
static void test_any_characters(void **state)
{
    static const uint32_t firsts[] = {0x20,   0x590,  0x600,   0x2000,
                                      0x2020, 0x2060, 0x10800, 0x1e900};
    struct arena *arena = arena_new();
    uint32_t seed = 1;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        struct arena_mark mark = arena_mark(arena);
        struct buf buf = {.arena = arena};
        unsigned char levels[200];
        int count = round % 40 + 1;
        int paragraph;

        for (int i = 0; i < count; i++) {
            seed = seed * 1664525u + 1013904223u;
            buf_add_rune(&buf, firsts[seed >> 28 & 7] + (seed >> 8 & 0x3f));
        }
        paragraph = bidi_levels(arena, buf_str(&buf), BIDI_AUTO, levels);
        assert_in_range(paragraph, 0, 1);
        for (size_t i = 0; i < buf.len; i++)
            assert_true(levels[i] <= 126);
        arena_rewind(arena, mark);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_visual_order),
        cmocka_unit_test(test_paragraph_level),
        cmocka_unit_test(test_needed),
        cmocka_unit_test(test_reorder_is_a_permutation),
        cmocka_unit_test(test_malformed),
        cmocka_unit_test(test_any_characters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
