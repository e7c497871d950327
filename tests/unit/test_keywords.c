// SPDX-License-Identifier: MIT
// Keywords of the PDF: how lists are divided, and which entries give them.
#include "compose_fixture.h"

#include "compose/parts.h"

static struct str joined(struct arena *arena, const struct str_list *keywords)
{
    struct buf buf = {.arena = arena};

    buf_add_cstr(&buf, "");
    for (size_t i = 0; i < keywords->len; i++)
        buf_addf(&buf, "%s%.*s", i > 0 ? "|" : "", STR_ARG(keywords->ptr[i]));
    return buf_str(&buf);
}

static void test_split(void **state)
{
    static const struct {
        const char *text, *keywords;
    } cases[] = {
        {"", ""},
        {" , ,; ", ""},
        {"Python", "Python"},
        {"Python, C,C++ ;  Rust ", "Python|C|C++|Rust"},
        {"English (native, since birth), French [B2, C1]",
         "English (native, since birth)|French [B2, C1]"},
        {"a) b, c", "a) b|c"},
        {"a (b, c", "a (b, c"},
        {"((a, b), c), d", "((a, b), c)|d"},
        {"C, c, Python, PYTHON, python 3", "C|Python|python 3"},
        {"\u00c9cole, \u00e9cole", "\u00c9cole"},
        {"One, two, three.", "One|two|three"},
        {"\u65e5\u672c\u8a9e\u3001\u82f1\u8a9e\uff08a\u3001b\uff09\uff0cc",
         "\u65e5\u672c\u8a9e|\u82f1\u8a9e\uff08a\u3001b\uff09|c"},
        {"\u0641\u0627\u0631\u0633\u06cc\u060c x",
         "\u0641\u0627\u0631\u0633\u06cc|x"},
        // 40 characters and four words are a keyword, more a remark.
        {"\u00e9bcdefghijabcdefghijabcdefghijabcdefghij, "
         "abcdefghijabcdefghijabcdefghijabcdefghijk, x",
         "\u00e9bcdefghijabcdefghijabcdefghijabcdefghij|x"},
        {"fifth in the big race, one two three four", "one two three four"},
        {"1947, 42nd, 1900", "42nd"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str_list keywords = {0};
        struct str got;

        keywords_split(arena, str_from_cstr(cases[i].text), &keywords);
        got = joined(arena, &keywords);
        if (!str_eq_cstr(got, cases[i].keywords))
            fail_msg("'%s': '%.*s'", cases[i].text, STR_ARG(got));
    }
    arena_free(arena);
}

static void test_number_is_limited(void **state)
{
    struct arena *arena = arena_new();
    struct str_list keywords = {0};
    struct buf buf = {.arena = arena};

    (void)state;
    for (int i = 0; i < 1000; i++)
        buf_addf(&buf, "word %d,", i);
    keywords_split(arena, buf_str(&buf), &keywords);
    assert_int_equal(keywords.len, 32);
    assert_str(keywords.ptr[31], "word 31");
    arena_free(arena);
}

static void test_entries(void **state)
{
    struct compose_fixture c;
    struct document document = {0};

    (void)state;
    compose_read(&c, "cv:\n"
                     "  name: A\n"
                     "  sections:\n"
                     "    work:\n"
                     "      - {company: No, position: Neither, date: 2020}\n"
                     "    text: ['Nor, this']\n"
                     "    skills:\n"
                     "      - {label: '**Code**', details: '*C*, [R](https:"
                     "//r.org), `awk`, x -- y'}\n"
                     "      - {label: Drawing, details: expert}\n"
                     "    service:\n"
                     "      - {label: Board, details: 'reviews, elections'}\n"
                     "    languages:\n"
                     "      - {label: German, details: 'native, 1900'}\n"
                     "    programming_languages:\n"
                     "      - {label: Web, details: 'HTML, CSS'}\n"
                     "    fremdsprachen:\n"
                     "      - {label: Latein, details: gut}\n"
                     "    other:\n"
                     "      - {language: Greek, level: good}\n"
                     "    tools:\n"
                     "      - {skill: Lathe, keywords: [wood, brass]}\n");
    keywords_compose(&c.context, &document);
    assert_str(joined(c.f.arena, &document.keywords),
               "C|R|awk|x \u2013 y|Drawing|German|HTML|CSS|Latein|Greek|"
               "Lathe|wood|brass");
    compose_free(&c);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_split),
        cmocka_unit_test(test_number_is_limited),
        cmocka_unit_test(test_entries),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
