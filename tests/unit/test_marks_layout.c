// SPDX-License-Identifier: MIT
// Superscripts and logos as atoms: where the letters stand and what they read.
#include "layout_fixture.h"

#include "layout/atoms.h"

struct marks_fixture {
    struct layout_fixture *l;
    struct para para;
    struct atom_list atoms;
};

static struct marks_fixture cut(const char *family, const char *before,
                                struct span span)
{
    struct marks_fixture m = {.l = layout_open()};

    m.para = para_of(m.l, before, PT(10), PARA_LEFT);
    m.para.spans.ptr[0].style.family = str_from_cstr(family);
    span.kind = SPAN_TEXT;
    span.style.family = str_from_cstr(family);
    span.style.weight = 400;
    span.style.size = PT(10);
    vec_push(m.l->f.arena, &m.para.spans, span);
    m.atoms = atoms_new(&m.l->context, &m.para);
    return m;
}

static struct span script(const char *text, enum script kind)
{
    return (struct span){.text = str_from_cstr(text),
                         .style = {.script = (unsigned char)kind}};
}

// The face's own glyphs: at the base line and size, with their own text.
static void test_own_glyphs(void **state)
{
    struct marks_fixture m =
        cut("Source Sans 3", "10", script("⁹", SCRIPT_SUPER));
    const struct atom *atom = &m.atoms.ptr[1];

    (void)state;
    assert_int_equal(m.atoms.len, 2);
    assert_true(str_eq(atom->text, STR("⁹")));
    assert_null(atom->actual_text.ptr);
    assert_int_equal(atom->span->raise, 0);
    assert_int_equal(atom->span->style.size, PT(10));
    assert_int_equal(atom->shape->count, 1);
    assert_int_equal(atom->shape->runs[0].end, 3);
    assert_int_not_equal(atom->shape->runs[0].glyphs[0].id,
                         font_glyph(atom->shape->runs[0].font, '9'));
    layout_close(m.l);
}

// Clusters count in the text that is read, whatever was shaped.
static void test_clusters(void **state)
{
    struct marks_fixture m =
        cut("Source Sans 3", "a", script("¹,²", SCRIPT_SUPER));
    const struct glyph_run *run = &m.atoms.ptr[1].shape->runs[0];

    (void)state;
    assert_int_equal(run->count, 3);
    assert_int_equal(run->glyphs[1].cluster, 2);
    assert_int_equal(run->glyphs[2].cluster, 3);
    layout_close(m.l);
}

static void test_scaled(void **state)
{
    static const struct {
        const char *text, *read;
        enum script kind;
        int percent;
    } cases[] = {
        {"⁹", "⁹", SCRIPT_SUPER, 33},
        {"⁻¹²", "⁻¹²", SCRIPT_SUPER, 33},
        {"th", "th", SCRIPT_SUPER, 33},
        {"2", "2", SCRIPT_SUB, -14},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct marks_fixture m = cut("Latin Modern Roman", "10",
                                     script(cases[i].text, cases[i].kind));
        const struct atom *atom = &m.atoms.ptr[1];

        assert_int_equal(m.atoms.len, 2);
        assert_true(str_eq(atom->text, str_from_cstr(cases[i].read)));
        assert_null(atom->actual_text.ptr);
        assert_int_equal(atom->span->style.size, PT(7));
        assert_int_equal(atom->span->raise,
                         sp_mul_div(PT(10), cases[i].percent, 100));
        layout_close(m.l);
    }
}

// A bold or slanted superscript stands as high as another.
static void test_one_height(void **state)
{
    sp raise = 0;

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct span span = script("⁹", SCRIPT_SUPER);
        struct marks_fixture m;

        span.style.italic = i == 1;
        m = cut("Latin Modern Roman", "10", span);
        if (i == 0)
            raise = m.atoms.ptr[1].span->raise;
        assert_int_equal(m.atoms.ptr[1].span->raise, raise);
        layout_close(m.l);
    }
}

// Computer Modern's L is .625 em wide, its T .7222, its E .6806: what LaTeX
// makes of them at 10 pt, in 1/100 pt.
static void test_latex(void **state)
{
    static const struct {
        const char *letter;
        int x; // from the end of the letter before it
        int raise;
    } cases[] = {
        {"L", 0, 0},
        {"a", -360, 205}, // cmr10's T is 6.83 pt high, cmr7's A
                          // about 4.8
        {"T", -150, 0},
        {"e", -167, -215},
        {"X", -125, 0},
    };
    struct marks_fixture m =
        cut("Latin Modern Roman", "a ",
            (struct span){.text = STR("LaTeX"), .logo = true});
    size_t at = 2; // behind the word and its space

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        sp kern = 0;
        const struct atom *atom = &m.atoms.ptr[at];

        if (atom->kind == ATOM_KERN) {
            kern = atom->width;
            atom = &m.atoms.ptr[++at];
        }
        at++;
        assert_int_equal(atom->kind, ATOM_WORD);
        assert_true(str_eq(atom->text, str_from_cstr(cases[i].letter)));
        assert_in_range(kern * 100 / SP_PER_PT + 1000, cases[i].x + 998,
                        cases[i].x + 1002);
        assert_in_range(atom->span->raise * 100 / SP_PER_PT + 1000,
                        cases[i].raise + 990, cases[i].raise + 1010);
        assert_true(str_eq(atom->actual_text, i == 0 ? STR("LaTeX") : STR("")));
        assert_int_equal(atom->goes_on, i + 1 < COUNT(cases));
        assert_false(atom->breaks_after);
    }
    assert_int_equal(at, m.atoms.len);
    layout_close(m.l);
}

// A text that asks for small capitals is told where there are none.
static void test_no_small_caps(void **state)
{
    struct span span = {
        .text = STR("Caps"),
        .style = {.small_caps = true, .small_caps_marked = true}};
    struct marks_fixture m;

    (void)state;
    m = cut("DejaVu Sans", "a", span);
    assert_int_equal(diags_warnings(m.l->f.diags), 1);
    layout_close(m.l);
    m = cut("Source Sans 3", "a", span);
    assert_int_equal(diags_warnings(m.l->f.diags), 0);
    layout_close(m.l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_own_glyphs), cmocka_unit_test(test_clusters),
        cmocka_unit_test(test_scaled),     cmocka_unit_test(test_one_height),
        cmocka_unit_test(test_latex),      cmocka_unit_test(test_no_small_caps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
