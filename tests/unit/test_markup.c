// SPDX-License-Identifier: MIT
// Inline markup, typographic characters and keywords.
#include "markup_fixture.h"

// Text without signs of Markdown is not given to md4c; an escaped sign at its
// end has it given, and nothing else may change.
static void test_without_markdown(void **state)
{
    static const char *const parts[] = {
        "a",      "B",      "7",      " ",         "  ",      "-", "--",
        "...",    ",",      ".",      "\"",        "'",       ")", "(",
        "]",      "!",      ">",      "#",         "1.",      "+", "=",
        ";",      "|",      "~",      "^",         "$",       "@", "\u00e9",
        "\u00a0", "\u2013", "\u4e2d", "www.a.org", "a@b.org", ": "};
    struct compose_fixture c;
    uint32_t random = 1;

    (void)state;
    compose_read(&c, profile);
    for (int i = 0; i < 2000; i++) {
        struct buf text = {.arena = c.f.arena};

        for (int n = i % 9; n > 0; n--) {
            random = random * 1664525u + 1013904223u;
            buf_add_cstr(&text, parts[(random >> 16) % COUNT(parts)]);
        }
        buf_add_cstr(&text, " x ");
        assert_string_equal(written(&c, str_format(c.f.arena, "%.*s#",
                                                   STR_ARG(buf_str(&text)))),
                            written(&c, str_format(c.f.arena, "%.*s\\#",
                                                   STR_ARG(buf_str(&text)))));
    }
    compose_free(&c);
}

static void test_emphasis(void **state)
{
    static const struct markup_case cases[] = {
        {"", ""},
        {"plain", "plain"},
        {"**bold**", "{b:bold}"},
        {"*italic*", "{i:italic}"},
        {"***both***", "{bi:both}"},
        {"a **b** c", "a {b:b} c"},
        {"**a *b* c**", "{b:a }{bi:b}{b: c}"},
        {"*a **b** c*", "{i:a }{bi:b}{i: c}"},
        {"**\"quoted\"**", "{b:“quoted”}"},
        {"**(a)** b", "{b:(a)} b"},
        {"*a*b", "{i:a}b"},
        {"**Bold**: text", "{b:Bold}: text"},
        {"2 * 3 * 4", "2 * 3 * 4"},
        {"**open", "**open"},
        {"a*", "a*"},
        {"snake_case_name", "snake_case_name"},
        {"A^*^, B^*^", "A{^:*}, B{^:*}"},
        {"A^**^, *B*^**^", "A{^:**}, {i:B}{^:**}"},
        {"^*a*^ *b*", "{i^:a} {i:b}"},
        {"a\nb", "a b"},
        {"a\r\nb", "a b"},
        {"a    b", "a b"},
        {"a  \nb", "a b"},
        {"`code`", "{c:code}"},
        {"`**x** -- \"y\" ...`", "{c:**x** -- \"y\" ...}"},
        {"**`x`**", "{bc:x}"},
        {"a `b", "a `b"},
    };

    (void)state;
    check(profile, cases, COUNT(cases), false);
}

// An asterisk within a word is one, unless it closes what began before.
static void test_inner_stars(void **state)
{
    static const struct markup_case cases[] = {
        {"2*3*4", NULL},
        {"a*b*c", NULL},
        {"2*3 and 4*5", NULL},
        {"2*3*4*5*6", NULL},
        {"é*é*é", NULL},
        {"*word*", "{i:word}"},
        {"*a*b", "{i:a}b"},
        {"un*believable*", "un{i:believable}"},
        {"*2*3*", "{i:2}3*"},
        {"2*3 is *six*", "2*3 is {i:six}"},
        {"2**10 and 3**2", "2{b:10 and 3}2"},
        {"`2*3*4`", "{c:2*3*4}"},
        {"2\\*3*4", "2*3*4"},
        {"**a*b*c**", "{b:a*b*c}"},
    };

    (void)state;
    check(profile, cases, COUNT(cases), true);
}

// Feet and inches where no quotation can end.
static void test_primes(void **state)
{
    static const struct markup_case cases[] = {
        {"5'10\"", "5′10″"},
        {"a 27\" screen and a \"big\" one", "a 27″ screen and a “big” one"},
        {"\"in 1999\"", "“in 1999”"},
        {"„in 1999\" 9\"", "„in 1999” 9″"},
        {"\"**1999**\"", "“{b:1999}”"},
        {"the 1990's", "the 1990’s"},
        {"5' tall", "5’ tall"},
        {"'1 2'", "’1 2’"},
        {"'in 1999'", "‘in 1999’"},
        {"'a 5'6'", "‘a 5’6’"},
    };

    (void)state;
    check(profile, cases, COUNT(cases), true);
}

// What would begin a block in Markdown is text.
static void test_no_blocks(void **state)
{
    static const struct markup_case cases[] = {
        {"# Title", "# Title"},
        {"1. One", "1. One"},
        {"1) One", "1) One"},
        {"- item", "- item"},
        {"+ item", "+ item"},
        {"> quote", "> quote"},
        {"* star", "* star"},
        {"---", "—"},
        {"===", "==="},
        {"***", "***"},
        {"```", "```"},
        {"~~~", "~~~"},
        {"| a | b |", "| a | b |"},
        {"a\n\n# b", "a # b"},
        {"# *a*", "# {i:a}"},
        {"#1 in **x**", "#1 in {b:x}"},
        {"+1 609 999", "+1 609 999"},
        {")", ")"},
        {") a", ") a"},
        {"](x)", "](x)"},
        {"&amp", "&amp"},
        {"    a", " a"},
    };

    (void)state;
    check(profile, cases, COUNT(cases), false);
}

static void test_escapes(void **state)
{
    static const struct markup_case cases[] = {
        {"\\*a\\*", "*a*"}, {"\\**a*", "*{i:a}"}, {"\\[a](b)", "[a](b)"},
        {"\\\\", "\\"},     {"\\a", "\\a"},       {"\\`a\\`", "`a`"},
        {"a\\", "a\\"},     {"C\\#", "C#"},       {"\\_a\\_", "_a_"},
    };

    (void)state;
    check(profile, cases, COUNT(cases), false);
}

// A dollar is money unless another one closes a formula.
static void test_formulas(void **state)
{
    static const struct markup_case cases[] = {
        {"$x$", "{formula x}"},
        {"a $x$, b", "a {formula x}, b"},
        {"($x$)", "({formula x})"},
        {"**a $x$**", "{b:a }{formula x}"},
        {"$a*b*c$", "{formula a*b*c}"},
        {"$a_1$ and $b_1$", "{formula a_1} and {formula b_1}"},
        {"$[a](b)$", "{formula [a](b)}"},
        {"$\\{x\\}$", "{formula \\{x\\}}"},
        {"$\\$ 5$", "{formula \\$ 5}"},
        {"$$x$$", "{formula x}"},
        {"CO$_2$", "CO{formula _2}"},
        {"x$^2$", "x{formula ^2}"},
        {"$n$th", "{formula n}th"},
        {"[a $x$](https://e.org)", "{(https://e.org):a }{formula x}"},
        {"\"$x$\"", "“{formula x}”"},
        // Money, and what else is no formula
        {"$5 and $10", NULL},
        {"$5-$10", NULL},
        {"$5/$6", NULL},
        {"US$5, US$6", NULL},
        {"$5M, $10M, $", NULL},
        {"$5 and $x$", "$5 and {formula x}"},
        {"$10, x$^2$", "$10, x{formula ^2}"},
        {"Grant ($90k) and bound ($x$)",
         "Grant ($90k) and bound ({formula x})"},
        {"$90k for $k$-means, $5 more", "$90k for {formula k}-means, $5 more"},
        {"$5$ and $2n + 1$", "{formula 5} and {formula 2n + 1}"},
        {"$5 \\text{ if } n$", "{formula 5 \\text{ if } n}"},
        {"5$ and 6$", NULL},
        {"$ x$", NULL},
        {"$x $", NULL},
        {"$$", NULL},
        {"$$$", NULL},
        {"$$ and $$", NULL},
        {"$$-$$$", NULL},
        {"\\$x$", "$x$"},
        {"$x", NULL},
        {"`$x$`", "{c:$x$}"},
    };

    (void)state;
    check(profile, cases, COUNT(cases), true);
}

static void test_typography(void **state)
{
    static const struct markup_case cases[] = {
        {"\"quoted\"", "“quoted”"},
        {"'quoted'", "‘quoted’"},
        {"a \"b\" c", "a “b” c"},
        {"(\"b\")", "(“b”)"},
        {"it's", "it’s"},
        {"the '90s", "the ’90s"},
        {"students' work", "students’ work"},
        {"\"'a' b\"", "“‘a’ b”"},
        {"**a** \"b\"", "{b:a} “b”"},
        {"\"**b**\"", "“{b:b}”"},
        {"a \"*b*\", c", "a “{i:b}”, c"},
        {"\"[b](https://e.org)\"", "“{(https://e.org):b}”"},
        {"6\"", "6″"},
        {"1914--1918", "1914–1918"},
        {"a -- b", "a – b"},
        {"a---b", "a—b"},
        {"a---\"b\"", "a—“b”"},
        {"a-b", "a-b"},
        {"a----b", "a—-b"},
        {"wait...", "wait…"},
        {"a....", "a…."},
        {"..", ".."},
        {"Zürich \"a\"", "Zürich “a”"},
    };

    (void)state;
    check(profile, cases, COUNT(cases), false);
}

// Whole words, capitals matter, markup around them stays.
static void test_keywords(void **state)
{
    static const struct markup_case cases[] = {
        {"Python", "{b:Python}"},
        {"in Python, Python", "in {b:Python}, {b:Python}"},
        {"python PYTHON", "python PYTHON"},
        {"Pythonic MicroPython", "Pythonic MicroPython"},
        {"CPython", "CPython"},
        {"C, C++ and Cobol", "{b:C}, {b:C}++ and Cobol"},
        {"**C** and C", "{b:C} and {b:C}"},
        {"*C*", "{bi:C}"},
        {"[use Python now](https://e.org)",
         "{(https://e.org):use }{b(https://e.org):Python}{(https://e.org): "
         "now}"},
        {"Freedom 7", "{b:Freedom 7}"},
        {"Freedom 77", "Freedom 77"},
        {"O'Reilly books", "{b:O’Reilly} books"},
        {"Zürich, Zürichsee", "{b:Zürich}, Zürichsee"},
        {"Pythoné", "Pythoné"},
        {"éPython", "éPython"},
        {"“Python”", "“{b:Python}”"},
        {"`C`", "{bc:C}"},
    };
    static const struct markup_case off[] = {{"Python", "Python"}};

    (void)state;
    check(profile, cases, COUNT(cases), true);
    check(profile, off, COUNT(off), false);
}

// A value keeps its own markup, in the style that it stands in.
static void test_values(void **state)
{
    static const struct markup_case cases[] = {
        {"NAME", "a {i:b}"},
        {"**NAME**", "{b:a }{bi:b}"},
        {"*NAME*", "{i:a }b"},
        {"NAMED NAME_", "NAMED NAME_"},
        {"PRENAME", "PRENAME"},
        {"(NAME)", "(a {i:b})"},
        {"RAW", "2 * 3 -- \"x\""},
        {"LINKED", "{(https://e.org):e.org}"},
        {"PAGE/PAGES", "{page }/{pages }"},
        {"`NAME`", "{c:NAME}"},
        {"[x](https://NAME)", "{(https://NAME):x}"},
        // A value holds no placeholder.
        {"SELF", "NAME SELF"},
        {"\"NAME\"", "“a {i:b}”"},
        {"NAME, **NAME**", "a {i:b}, {b:a }{bi:b}"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        struct span_list spans = {0};
        struct value values[] = {
            {.name = STR("NAME"), .text = {STR("a *b*"), {0}}},
            {.name = STR("RAW"),
             .text = {STR("2 * 3 -- \"x\""), {0}},
             .verbatim = true},
            {.name = STR("LINKED"),
             .text = {STR("e.org"), {0}},
             .verbatim = true,
             .url = STR("https://e.org")},
            {.name = STR("PAGE"), .special = SPAN_PAGE_NUMBER},
            {.name = STR("PAGES"), .special = SPAN_TOTAL_PAGES},
            {.name = STR("SELF"), .text = {STR("NAME SELF"), {0}}},
        };
        struct value_list list = {values, COUNT(values), COUNT(values)};
        const char *written;

        compose_read(&c, profile);
        markup_append(&c.context,
                      (struct text){str_from_cstr(cases[i].text), {0}},
                      c.context.styles[FACE_BODY], &list, false, &spans);
        written = spans_written(c.f.arena, &spans);
        if (strcmp(written, cases[i].spans) != 0)
            fail_msg("%s\nis  %s\nnot %s", cases[i].text, written,
                     cases[i].spans);
        compose_free(&c);
    }
}

// Texts that are all marks take no long time and no deep stack.
static void test_hostile(void **state)
{
    static const char *const parts[] = {"*",  "**a", "[", "[a](", "`", "$a",
                                        "$^", "\\",  "<", "_a*",  "&", "!["};

    (void)state;
    for (size_t i = 0; i < COUNT(parts); i++) {
        struct compose_fixture c;
        struct span_list spans = {0};
        struct buf text;

        compose_read(&c, profile);
        text = (struct buf){.arena = c.f.arena};
        for (int j = 0; j < 2000; j++)
            buf_add_cstr(&text, parts[i]);
        markup_append(&c.context, (struct text){buf_str(&text), {0}},
                      c.context.styles[FACE_BODY], NULL, true, &spans);
        assert_true(spans_plain(c.f.arena, &spans).len > 0);
        compose_free(&c);
    }
}

static void test_plain(void **state)
{
    struct compose_fixture c;
    struct span_list spans = {0};

    (void)state;
    compose_read(&c, profile);
    markup_append(&c.context,
                  (struct text){STR("**Ada** *King* [x](https://e.org)"), {0}},
                  c.context.styles[FACE_BODY], NULL, false, &spans);
    assert_str(spans_plain(c.f.arena, &spans), "Ada King x");
    compose_free(&c);
}

static void test_paragraphs(void **state)
{
    static const struct {
        const char *text;
        size_t count;
        const char *first, *last;
    } cases[] = {
        {"", 0, "", ""},
        {"\n\n", 0, "", ""},
        {"a", 1, "a", "a"},
        {"a\nb", 1, "a b", "a b"},
        {"a\n\nb", 2, "a", "b"},
        {"a\n \n\nb\nc\n", 2, "a", "b c"},
        {"\na\n\n\n\nb\n\n", 2, "a", "b"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text_list list = text_paragraphs(
            arena, (struct text){str_from_cstr(cases[i].text), {0}});

        assert_int_equal(list.len, cases[i].count);
        if (list.len == 0)
            continue;
        assert_str(list.ptr[0].str, cases[i].first);
        assert_str(list.ptr[list.len - 1].str, cases[i].last);
    }
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_without_markdown),
        cmocka_unit_test(test_emphasis),
        cmocka_unit_test(test_no_blocks),
        cmocka_unit_test(test_formulas),
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_typography),
        cmocka_unit_test(test_keywords),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_inner_stars),
        cmocka_unit_test(test_primes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
