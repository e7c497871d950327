// SPDX-License-Identifier: MIT
// LuaTeX's view of words: what tests/tex/ holds to TeX in whole paragraphs,
// by single cases. They were made with LuaTeX 1.15.
#include "layout/tex_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

// The word with a | behind hyphens at which a line may end, and the runs of
// letters that may be divided in <>.
static const char *show(struct arena *arena, const char *word)
{
    struct tex_parts parts = {0};
    struct buf buf = {.arena = arena};

    tex_word_cut(arena, str_from_cstr(word), &parts);
    for (size_t i = 0; i < parts.len; i++) {
        const struct tex_part *part = &parts.ptr[i];
        size_t from = part->divide_from;
        size_t done = 0;
        size_t start;
        size_t end;

        while (tex_next_run(part->text, &from, part->divide_to, &start, &end)) {
            buf_addf(&buf, "%.*s<%.*s>",
                     STR_ARG(str_slice(part->text, done, start)),
                     STR_ARG(str_slice(part->text, start, end)));
            done = end;
        }
        buf_add(&buf, str_slice(part->text, done, part->text.len));
        if (part->breaks_after)
            buf_add_char(&buf, '|');
    }
    return str_to_cstr(arena, buf_str(&buf));
}

static void test_cut(void **state)
{
    static const struct {
        const char *word;
        const char *shown;
    } cases[] = {
        {"", ""},
        {"word", "<word>"},
        {"(“word,”", "(“<word>,”"},
        {"people’s", "<people>’<s>"},
        {"r\u00e9sum\u00e9", "<r\u00e9sum\u00e9>"},
        {"input/output", "<input>/<output>"},
        {"abc123def\u00b2", "<abc>123<def>\u00b2"},
        {"waffle–range—office", "<waffle>–<range>—<office>"},
        // With a hyphen inside, only behind it.
        {"well-known", "well-|known"},
        {"state-of-the-art", "state-|of-|the-|art"},
        {"pre-", "pre-"},
        {"pre-,", "pre-|,"},
        {"words/well-known", "<words>/well-|known"},
        {"well-known/words", "well-|known/<words>"},
        {"anti-(words)", "anti-|(<words>)"},
        // Behind a hyphen that follows no letter, up to the next space.
        {"-word", "-|word"},
        {"-", "-"},
        {"2019-2020", "2019-|2020"},
        {"COVID-19", "COVID-|19"},
        {"1990-words/more", "1990-|words/more"},
        {"words’-words", "<words>’-|words"},
        // Hyphens in a row.
        {"well--known", "well--|known"},
        {"well---", "well---"},
        {"a-b--c", "a-|b--|c"},
        {"5--words", "5--words"},
        {"--words-more", "--words-|more"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(show(arena, cases[i].word), cases[i].shown);
    arena_free(arena);
}

static void test_space_factor(void **state)
{
    static const struct {
        const char *text;
        int before;
        int after;
    } cases[] = {
        {"word", 1000, 1000},  {"word", 999, 1000},   {"WORD", 1000, 999},
        {"\u00c9", 1000, 999}, {"WORD.", 1000, 1000}, {"(WORD)", 1000, 999},
        {"“WORD”", 1000, 999}, {"W’s", 1000, 1000},   {"”)", 999, 999},
        {"”)", 1000, 1000},    {"", 999, 999},        {"Word", 1000, 1000},
        {"WORD-", 1000, 1000}, {"5", 999, 1000},      {"[A]", 1000, 999},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(
            tex_space_factor(str_from_cstr(cases[i].text), cases[i].before),
            cases[i].after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_space_factor),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
