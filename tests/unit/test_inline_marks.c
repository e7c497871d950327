// SPDX-License-Identifier: MIT
// Marks that Markdown lacks: scripts, strokes, attributes, tags, logos.
#include "compose_fixture.h"

#include "base/superscript.h"
#include "compose/inline_marks.h"
#include "compose/markup.h"

static const char profile[] = "cv: {name: J}\n"
                              "settings: {bold_keywords: [LaTeX]}\n";

struct mark_case {
    const char *text, *spans; // spans NULL: the text as it is
};

static void check(const struct mark_case *cases, size_t count, bool body)
{
    for (size_t i = 0; i < count; i++) {
        struct compose_fixture c;
        struct span_list spans = {0};
        const char *written;
        const char *expected;

        compose_read(&c, profile);
        markup_append(&c.context,
                      (struct text){str_from_cstr(cases[i].text), {0}},
                      c.context.styles[FACE_BODY], NULL, body, &spans);
        written = spans_written(c.f.arena, &spans);
        expected = cases[i].spans ? cases[i].spans : cases[i].text;
        if (strcmp(written, expected) != 0)
            fail_msg("%s\nis  %s\nnot %s", cases[i].text, written, expected);
        compose_free(&c);
    }
}

static void test_scripts(void **state)
{
    static const struct mark_case cases[] = {
        {"10^9^", "10{^:⁹}"},
        {"10^-12^ s", "10{^:⁻¹²} s"},
        {"4^th^", "4{^:th}"},
        {"x^2n+1^", "x{^:²ⁿ⁺¹}"},
        {"a^1,2^", "a{^:¹,²}"},
        {"a^*^", "a{^:*}"},
        {"^14^C", "{^:¹⁴}C"},
        {"H~2~O", "H{_:2}O"},
        {"**H~2~O**", "{b:H}{b_:2}{b:O}"},
        {"**R**^2^", "{b:R}{^:²}"},
        {"x^*n*^", "x{i^:ⁿ}"},
        {"x^**(a)**^.", "x{b^:(a)}."},
        {"[10^9^](https://e.org)", "{(https://e.org):10}{^(https://e.org):⁹}"},
        {"^a~b~^", "{^:ab}"},
        {"\"10^9^\"", "“10{^:⁹}”"},
        // Not marks
        {"~500", NULL},
        {"~500 and ~600", NULL},
        {"~5-~7", NULL},
        {"~/a/~b", NULL},
        {"2^10 and 2^20", NULL},
        {"a^b c^", NULL},
        {"a~b c~", NULL},
        {"a ^ b ^ c", NULL},
        {"^^", NULL},
        {"~~~", NULL},
        {"a\\^b^", "a^b^"},
        {"a^b\\^", "a^b^"},
        {"a\\~b\\~", "a~b~"},
        {"`a^b^`", "{c:a^b^}"},
        {"`a ``b^c^`", "{c:a ``b^c^}"},
        {"[a](https://e.org/~b~c^d^)", "{(https://e.org/~b~c^d^):a}"},
        {"<https://e.org/a~b~>", "{(https://e.org/a~b~):https://e.org/a~b~}"},
    };

    (void)state;
    check(cases, COUNT(cases), false);
}

static void test_addresses(void **state)
{
    static const struct mark_case cases[] = {
        {"https://e.org/a~b~c^d^",
         "{(https://e.org/a~b~c%5Ed%5E):https://e.org/a~b~c^d^}"},
        {"[https://e.org]{.underline}", "{u(https://e.org):https://e.org}"},
        {"a^1^ (https://e.org)", "a{^:¹} ({(https://e.org):https://e.org})"},
        {"in \\LaTeX and LaTeX", "in {bL:LaTeX} and {b:LaTeX}"},
    };

    (void)state;
    check(cases, COUNT(cases), true);
}

static void test_strokes(void **state)
{
    static const struct mark_case cases[] = {
        {"~~a b~~", "{s:a b}"},
        {"~~a *b* c~~", "{s:a }{is:b}{s: c}"},
        {"**~~a~~**", "{bs:a}"},
        {"~~x^2^~~", "{s:x}{s^:²}"},
        {"~~a", NULL},
        {"~~ a ~~", NULL},
        {"\\~~a~~", "~~a~~"},
        {"<u>a</u>", "{u:a}"},
        {"<s>a</s>", "{s:a}"},
        {"<U>a</u>", "{u:a}"},
        {"H<sub>2</sub>O", "H{_:2}O"},
        {"10<sup>9 a</sup>", "10{^:9 a}"},
        {"<u>a<sup>2</sup></u>", "{u:a}{u^:²}"},
        {"<u>a", NULL},
        {"</u>a<u>", NULL},
        {"<b>a</b>", NULL},
        {"<sup >a</sup>", NULL},
        {"`<u>a</u>`", "{c:<u>a</u>}"},
    };

    (void)state;
    check(cases, COUNT(cases), false);
}

static void test_attributes(void **state)
{
    static const struct mark_case cases[] = {
        {"[a b]{.smallcaps}", "{k:a b}"},
        {"[a]{.underline}", "{u:a}"},
        {"[a]{lang=de}", "{@de:a}"},
        {"[a]{lang=\"de\"}", "{@de:a}"},
        {"[a]{.smallcaps lang=de} b", "{k@de:a} b"},
        {"[a [b]{lang=fr-CA} c]{lang=de}", "{@de:a }{@fr-CA:b}{@de: c}"},
        {"a [b]{lang=de} [c]{lang=fr}.", "a {@de:b} {@fr:c}."},
        {"**[a]{.smallcaps}**", "{bk:a}"},
        {"[*a*]{.smallcaps}", "{ik:a}"},
        {"[a [b]{.smallcaps}](https://e.org)",
         "{(https://e.org):a }{k(https://e.org):b}"},
        {"[a [b](https://e.org)]{lang=de}", "{@de:a }{@de(https://e.org):b}"},
        {"[10^9^]{.underline}", "{u:10}{u^:⁹}"},
        // Not marks
        {"[a]{lang=deutsch}", NULL},
        {"[a]{lang=}", NULL},
        {"[a]{.big}", NULL},
        {"[a]{}", NULL},
        {"[a]{.smallcaps", NULL},
        {"a]{.smallcaps}", NULL},
        {"[a] {.smallcaps}", NULL},
        {"\\[a]{.smallcaps}", "[a]{.smallcaps}"},
        {"`[a]{.smallcaps}`", "{c:[a]{.smallcaps}}"},
    };

    (void)state;
    check(cases, COUNT(cases), false);
}

static void test_logos(void **state)
{
    static const struct mark_case cases[] = {
        {"\\LaTeX", "{L:LaTeX}"},
        {"\\TeX, \\LaTeXe", "{L:TeX}, {L:LaTeX2e}"},
        {"\\BibTeX{} a", "{L:BibTeX} a"},
        {"\\XeTeX\\ a", "{L:XeTeX} a"},
        {"\\LuaTeX3", "{L:LuaTeX}3"},
        {"**\\LaTeX**", "{bL:LaTeX}"},
        {"[\\TeX](https://e.org)", "{L(https://e.org):TeX}"},
        {"\"\\TeX\"", "“{L:TeX}”"},
        {"LaTeX", NULL},
        {"\\LaTeXs", NULL},
        {"\\\\LaTeX", "\\LaTeX"},
        {"\\Latex", NULL},
        {"`\\LaTeX`", "{c:\\LaTeX}"},
    };

    (void)state;
    check(cases, COUNT(cases), false);
}

// Tokens in what no one foresaw are written as they were.
static void test_unmark(void **state)
{
    struct arena *arena = arena_new();
    struct inline_mark_list marks = {0};
    const char *text = "a^b^ [c]{lang=de} \\LaTeX ~~d~~";
    struct str marked = inline_mark_styles(arena, str_from_cstr(text), &marks);

    (void)state;
    assert_int_equal(marks.len, 7);
    assert_null(strchr(str_to_cstr(arena, marked), '^'));
    assert_string_equal(
        str_to_cstr(arena, inline_unmark(arena, marked, &marks)), text);
    // A token of no mark is text.
    marked = STR("a)\x03"
                 "7\x03) )\x03x)\x03");
    assert_true(str_eq(inline_unmark(arena, marked, &marks), marked));
    arena_free(arena);
}

// Marks that never end cost no more than others.
static void test_many(void **state)
{
    static const char *const parts[] = {
        "^",  "~~a ", "a~",    "<sup>", "[",    "](",    "]{",
        "<a", "^](",  "[a]{x", "^\\",   "^a^ ", "\\TeX", "`^"};

    (void)state;
    for (size_t i = 0; i < COUNT(parts); i++) {
        struct arena *arena = arena_new();
        struct inline_mark_list marks = {0};
        struct buf buf = {.arena = arena};

        while (buf.len < 200000)
            buf_add_cstr(&buf, parts[i]);
        (void)inline_mark_styles(arena, buf_str(&buf), &marks);
        arena_free(arena);
    }
}

static void test_superscripts(void **state)
{
    static const struct {
        const char *plain, *raised;
    } cases[] = {
        {"0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"},
        {"n+(−1)=", "ⁿ⁺⁽⁻¹⁾⁼"},
        {"1,2*", "¹,²*"},
        {"th", "th"},
        {"2a", "2a"},
        {",", ","},
        {"", ""},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str raised =
            superscript_from(arena, str_from_cstr(cases[i].plain));

        assert_string_equal(str_to_cstr(arena, raised), cases[i].raised);
        assert_string_equal(
            str_to_cstr(arena, superscript_plain(arena, raised)),
            cases[i].plain);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scripts), cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_strokes), cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_logos),   cmocka_unit_test(test_unmark),
        cmocka_unit_test(test_many),    cmocka_unit_test(test_superscripts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
