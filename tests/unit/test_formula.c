// SPDX-License-Identifier: MIT
// Formulas: how TeX's notation is read, how it reads as text, and what is
// told of mistakes.
#include "compose_fixture.h"

#include "compose/formula.h"

static void test_linear(void **state)
{
    static const struct {
        const char *source, *linear;
    } cases[] = {
        {"", ""},
        {"x", "x"},
        {"O(\\sqrt{T})", "O(√T)"},
        {"\\sqrt{x+y}", "√(x + y)"},
        {"\\sqrt n", "√n"},
        {"\\sqrt{x^2}", "√(x²)"},
        {"\\sqrt{\\sqrt{x}}", "√√x"},
        {"\\ell_1", "ℓ1"},
        {"ℓ₁", "ℓ1"},
        {"_2", "2"},
        {"x_i", "x_i"},
        {"x_{ij}", "x_(ij)"},
        {"x_{12}", "x12"},
        {"10_2", "10_2"},
        {"(x)_2", "(x)_2"},
        {"x^2", "x²"},
        {"x²", "x²"},
        {"10^{-3}", "10⁻³"},
        {"x_i^2", "x_i²"},
        {"x^2_i", "x_i²"},
        {"x^n", "x^n"},
        {"x^{n+1}", "x^(n+1)"},
        {"x^{n^2}", "x^(n²)"},
        {"x^*", "x^*"},
        {"f''", "f′′"},
        {"f'^2", "f^(′2)"},
        {"90^\\circ", "90°"},
        {"\\frac{a}{b}", "a/b"},
        {"\\frac12", "1/2"},
        {"\\frac{a+b}{2}", "(a+b)/2"},
        {"\\frac{n^2}{2}", "n²/2"},
        {"x^{\\frac12}", "x^(1/2)"},
        {"n\\log n", "n log n"},
        {"\\log(n)", "log(n)"},
        {"\\lim_{x\\to 0}", "lim_(x→0)"},
        {"\\sum_{i=1}^n x_i", "∑_(i=1)^n x_i"},
        {"\\operatorname{diff} f", "diff f"},
        {"\\mathrm{KL}(p)", "KL(p)"},
        {"\\text{if } x", "if x"},
        {"\\mathbb{R}^d", "R^d"},
        {"\\mathcal{O}", "O"},
        {"a\\leq b", "a ≤ b"},
        {"a≤b", "a ≤ b"},
        {"a+b-c", "a + b − c"},
        {"-1", "−1"},
        {"a=-1", "a = −1"},
        {"(-1)", "(−1)"},
        {"f(x,y)", "f(x, y)"},
        {"a*b", "a * b"},
        {"a\\,b", "a b"},
        {"a\\,=b", "a = b"},
        {"a\\!b", "ab"},
        {"a~b", "a b"},
        {"a \\quad b", "a b"},
        {"\\{x\\}", "{x}"},
        {"\\|x\\|", "‖x‖"},
        {"\\left(\\frac12\\right)^2", "(1/2)²"},
        {"\\left.x\\right|", "x|"},
        {"\\hat{x}", "x\u0302"},
        {"\\hat x_i", "x\u0302_i"},
        {"1,\\ldots,n", "1, …, n"},
        {"\\alpha\\beta", "αβ"},
        {"{x}_1", "x_1"}, // a group is no letter
        {"a\\bmod b", "a mod b"},
        {"a\\equiv b\\pmod{n+1}", "a ≡ b (mod n + 1)"},
        {"a\\equiv b\\pmod n", "a ≡ b (mod n)"},
        {"a\\equiv b\\mod 3", "a ≡ b mod 3"},
        {"a\\not=b\\not \\in C", "a ≠ b ∉ C"},
        {"\\bigl(x\\bigr)", "(x)"},
        {"\\mathds{R}\\dotsb\\sec x", "R ⋯ sec x"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct diags *diags = diags_new(arena);
        struct str linear =
            formula_parse(arena, diags, str_from_cstr(cases[i].source), 0,
                          (struct pos){0})
                ->linear;

        if (diags_errors(diags) > 0 || !str_eq_cstr(linear, cases[i].linear))
            fail_msg("%s\nis  %.*s\nnot %s", cases[i].source, STR_ARG(linear),
                     cases[i].linear);
    }
    arena_free(arena);
}

// Spaces in 1/18 em before each atom, by The TeXbook's table.
static void test_spaces(void **state)
{
    static const struct {
        const char *source, *spaces;
    } cases[] = {
        {"a+b", "0 4 4 "},
        {"a=b", "0 5 5 "},
        {"-a", "0 0 "},
        {"a=-b", "0 5 5 0 "},
        {"a+", "0 0 "},
        {"a+=b", "0 0 5 5 "},
        {"a,b", "0 0 3 "},
        {"\\log x", "0 3 "},
        {"\\log(x)", "0 0 0 0 "},
        {"2\\log", "0 3 "},
        {"(+a)", "0 0 0 0 "},
        {"a\\ldots b", "0 3 3 "},
        {"==", "0 0 "},
        {"a\\,b", "0 3 0 "},
        {"\\left(a\\right)b", "0 3 "},
        {"a\\frac12b", "0 0 0 "},
        {"a\\mid b", "0 5 5 "},
        {"a+\\log b", "0 4 4 3 "},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf spaces = {.arena = arena};
        const struct formula *formula =
            formula_parse(arena, diags_new(arena),
                          str_from_cstr(cases[i].source), 0, (struct pos){0});

        for (size_t k = 0; k < formula->list.len; k++)
            buf_addf(&spaces, "%d ", formula->list.ptr[k].space);
        if (!str_eq_cstr(buf_str(&spaces), cases[i].spaces))
            fail_msg("%s: %.*s not %s", cases[i].source,
                     STR_ARG(buf_str(&spaces)), cases[i].spaces);
    }
    arena_free(arena);
}

// In scripts only the spaces beside operators with names are left.
static void test_script_spaces(void **state)
{
    struct arena *arena = arena_new();
    const struct formula *formula = formula_parse(
        arena, diags_new(arena), STR("x^{a+b=n\\log n}"), 0, (struct pos){0});
    const struct formula_list *sup = formula->list.ptr[0].sup;

    (void)state;
    assert_int_equal(sup->len, 7);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(sup->ptr[i].space, 0);
    assert_int_equal(sup->ptr[5].space, 3);
    assert_int_equal(sup->ptr[6].space, 3);
    arena_free(arena);
}

static void test_penalties(void **state)
{
    struct arena *arena = arena_new();
    const struct formula *formula = formula_parse(
        arena, diags_new(arena), STR("a+b=c=="), 0, (struct pos){0});
    static const int wanted[] = {10000, 700, 10000, 500, 10000, 10000, 10000};

    (void)state;
    for (size_t i = 0; i < COUNT(wanted); i++)
        assert_int_equal(formula->list.ptr[i].penalty, wanted[i]);
    arena_free(arena);
}

static void test_mistakes(void **state)
{
    static const char *const cases[] = {
        "\\foo",        "{x",         "x}",    "x^",       "x_",
        "\\sqrt",       "x^2^3",      "\\",    "\\frac1",  "\\left(x",
        "\\right)",     "\\text",     "x_1_2", "\\hat",    "\\text{",
        "\\sqrt[3]{x}", "{\\right)}", "\\not", "\\not{=}", "\\not x",
        "\\pmod",
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct diags *diags = diags_new(arena);

        (void)formula_parse(arena, diags, str_from_cstr(cases[i]), 0,
                            (struct pos){0});
        if (diags_errors(diags) == 0)
            fail_msg("%s: no error", cases[i]);
    }
    arena_free(arena);
}

// What is all groups takes no deep stack and no long time.
static void test_hostile(void **state)
{
    static const char *const parts[] = {
        "{", "}",  "^",       "x^{",     "\\sqrt", "\\left(", "\\hat", "_",
        "'", "\\", "\\frac{", "\\text{", "x^2",    "\\right", "\\foo", "²",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(parts); i++) {
        struct arena *arena = arena_new();
        struct buf source = {.arena = arena};

        for (int j = 0; j < 5000; j++)
            buf_add_cstr(&source, parts[i]);
        assert_non_null(formula_parse(arena, diags_new(arena), buf_str(&source),
                                      0, (struct pos){0}));
        arena_free(arena);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_linear),        cmocka_unit_test(test_spaces),
        cmocka_unit_test(test_script_spaces), cmocka_unit_test(test_penalties),
        cmocka_unit_test(test_mistakes),      cmocka_unit_test(test_hostile),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
