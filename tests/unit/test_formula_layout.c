// SPDX-License-Identifier: MIT
// Where formulas' glyphs stand, held against the font's own constants.
#include "layout_fixture.h"

#include "layout/formula.h"
#include "text/math_font.h"

#define SIZE PT(10)

struct formula_fixture {
    struct layout_fixture *l;
    struct span span;
    struct formula_parts parts;
    const struct font *math;
};

static struct formula_fixture set(const char *source, const char *family,
                                  bool whole)
{
    struct formula_fixture f = {.l = layout_open()};
    struct font_query query = {.family = str_from_cstr(family), .weight = 400};

    f.span = span_of(f.l, source, SIZE);
    f.span.kind = SPAN_FORMULA;
    f.span.style.family = str_from_cstr(family);
    f.span.formula =
        formula_parse(f.l->f.arena, f.l->f.diags, f.span.text, 0, f.span.pos);
    f.span.label = f.span.formula->linear;
    f.parts = formula_set(&f.l->context, &f.span, whole);
    f.math = math_fonts_lookup(f.l->context.fonts, query).math;
    assert_non_null(f.math);
    assert_int_equal(diags_errors(f.l->f.diags), 0);
    assert_int_equal(diags_warnings(f.l->f.diags), 0);
    return f;
}

static void done(struct formula_fixture *f)
{
    layout_close(f->l);
}

static sp units(const struct formula_fixture *f, enum math_constant constant)
{
    return font_scale(f->math, math_constant(f->math, constant), SIZE);
}

static const struct formula_glyph *glyph(const struct formula_fixture *f,
                                         size_t index)
{
    assert_true(f->parts.len > 0);
    assert_true(index < f->parts.ptr[0].box.glyphs.len);
    return &f->parts.ptr[0].box.glyphs.ptr[index];
}

static void test_scripts(void **state)
{
    struct formula_fixture f = set("x^2", "Latin Modern Roman", false);

    (void)state;
    assert_int_equal(glyph(&f, 0)->y, 0);
    assert_int_equal(glyph(&f, 1)->y, units(&f, MATH_SUPERSCRIPT_SHIFT_UP));
    assert_int_equal(glyph(&f, 1)->size, SIZE * 70 / 100);
    assert_str(glyph(&f, 1)->text, "²");
    assert_str(f.parts.ptr[0].text, "x²");
    done(&f);
    f = set("x_i", "Latin Modern Roman", false);
    assert_int_equal(glyph(&f, 1)->y, -units(&f, MATH_SUBSCRIPT_SHIFT_DOWN));
    assert_int_equal(glyph(&f, 1)->x, glyph(&f, 0)->advance);
    assert_int_equal(f.parts.ptr[0].box.width,
                     glyph(&f, 1)->x + glyph(&f, 1)->advance +
                         units(&f, MATH_SPACE_AFTER_SCRIPT));
    done(&f);
    // A cramped exponent is lower.
    f = set("\\sqrt{x^2}", "Latin Modern Roman", false);
    assert_int_equal(glyph(&f, 2)->y,
                     units(&f, MATH_SUPERSCRIPT_SHIFT_UP_CRAMPED));
    done(&f);
}

// Latin Modern Math has a prime for scripts; that of STIX Math is raised by
// itself and stays as large and as high as it is.
static void test_primes(void **state)
{
    struct formula_fixture f = set("f'", "Latin Modern Roman", false);

    (void)state;
    assert_int_equal(glyph(&f, 1)->size, SIZE * 70 / 100);
    assert_int_equal(glyph(&f, 1)->y, units(&f, MATH_SUPERSCRIPT_SHIFT_UP));
    done(&f);
    f = set("x'' - y'^2", "Source Sans 3", false);
    assert_in_range(glyph(&f, 1)->size, SIZE, SIZE * 5 / 4);
    assert_in_range(glyph(&f, 1)->y + 10, 9, 11);
    assert_int_equal(glyph(&f, 2)->y, glyph(&f, 1)->y);
    assert_str(glyph(&f, 1)->text, "′");
    done(&f);
}

// What the glyphs read, one after the other, is what the formula does.
static void test_texts(void **state)
{
    static const char *const formulas[] = {
        "x^2",
        "x_i^{n+1}",
        "\\frac{a+b}{2}",
        "\\sqrt{x+y}",
        "f''",
        "10^{-3}",
        "90^\\circ",
        "\\min_{x} f",
        "|x|_2",
        "\\left(x\\right)^2",
        "\\hat{x}_i",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(formulas); i++) {
        struct formula_fixture f = set(formulas[i], "Source Sans 3", true);
        struct buf read = {.arena = f.l->f.arena};

        assert_int_equal(f.parts.len, 1);
        for (size_t j = 0; j < f.parts.ptr[0].box.glyphs.len; j++)
            buf_add(&read, glyph(&f, j)->text);
        assert_true(str_eq(str_trim(buf_str(&read)), f.parts.ptr[0].text));
        done(&f);
    }
}

// Both scripts keep the least distance of the font.
static void test_both_scripts(void **state)
{
    struct formula_fixture f = set("x_j^2", "Latin Modern Roman", false);
    struct math_glyph sub;
    struct math_glyph sup;
    sp top;
    sp bottom;

    (void)state;
    sub = math_glyph_measure(f.math, glyph(&f, 1)->id);
    sup = math_glyph_measure(f.math, glyph(&f, 2)->id);
    top = glyph(&f, 1)->y + font_scale(f.math, sub.height, glyph(&f, 1)->size);
    bottom =
        glyph(&f, 2)->y - font_scale(f.math, sup.depth, glyph(&f, 2)->size);
    assert_true(bottom - top >= units(&f, MATH_SUB_SUPERSCRIPT_GAP_MIN) - 2);
    done(&f);
}

static void test_fraction(void **state)
{
    struct formula_fixture f = set("\\frac{a}{b}", "Latin Modern Roman", false);
    const struct formula_rule *rule = f.parts.ptr[0].box.rules.ptr;
    sp axis = units(&f, MATH_AXIS_HEIGHT);

    (void)state;
    assert_int_equal(f.parts.ptr[0].box.rules.len, 1);
    assert_int_equal(rule->height, units(&f, MATH_FRACTION_RULE_THICKNESS));
    assert_int_equal(rule->y + rule->height / 2, axis);
    // The first glyph is the blank that holds the baseline.
    assert_int_equal(glyph(&f, 0)->advance, 0);
    assert_int_equal(glyph(&f, 1)->y, units(&f, MATH_NUMERATOR_SHIFT_UP));
    assert_int_equal(glyph(&f, 2)->y, -units(&f, MATH_DENOMINATOR_SHIFT_DOWN));
    assert_true(rule->width >= glyph(&f, 1)->advance);
    assert_str(f.parts.ptr[0].text, "a/b");
    done(&f);
}

// The rule begins where the sign ends, at its top.
static void test_radical(void **state)
{
    static const char *const families[] = {"Latin Modern Roman",
                                           "Source Sans 3"};

    (void)state;
    for (size_t i = 0; i < COUNT(families); i++) {
        struct formula_fixture f = set("\\sqrt{x}", families[i], false);
        const struct formula_glyph *sign = glyph(&f, 0);
        const struct formula_rule *rule = f.parts.ptr[0].box.rules.ptr;
        struct math_glyph measured = math_glyph_measure(sign->font, sign->id);
        sp top = sign->y + font_scale(sign->font, measured.height, sign->size);

        assert_int_equal(rule->x, sign->advance);
        assert_in_range(rule->y + rule->height - top + 2, 0, 4);
        assert_true(rule->y > 0);
        assert_ptr_equal(sign->font, f.math);
        done(&f);
    }
}

// Brackets grow, in the middle of the line's height.
static void test_fence(void **state)
{
    struct formula_fixture f = set("\\left(\\frac{a}{\\frac{b}{c}}\\right)",
                                   "Latin Modern Roman", false);
    const struct formula_box *box = &f.parts.ptr[0].box;
    const struct formula_glyph *open = glyph(&f, 0);
    struct math_glyph measured = math_glyph_measure(f.math, open->id);
    sp axis = units(&f, MATH_AXIS_HEIGHT);
    sp middle = open->y +
                font_scale(f.math, measured.height - measured.depth, SIZE) / 2;

    (void)state;
    assert_in_range(middle - axis + 2, 0, 4);
    assert_true(font_scale(f.math, measured.height + measured.depth, SIZE) >
                SIZE);
    assert_str(box->glyphs.ptr[box->glyphs.len - 1].text, ")");
    done(&f);
}

// Letters and figures beside another family are the text's own, in its size;
// signs are scaled to its x-height.
static void test_fonts(void **state)
{
    struct formula_fixture f = set("x\\leq1", "Source Sans 3", true);
    const struct font_metrics *text = font_metrics(glyph(&f, 4)->font);
    const struct font_metrics *math = font_metrics(f.math);
    sp size = glyph(&f, 2)->size;

    (void)state;
    assert_true(font_metrics(glyph(&f, 0)->font)->italic);
    assert_int_equal(glyph(&f, 0)->size, SIZE);
    assert_ptr_equal(glyph(&f, 2)->font, f.math);
    assert_in_range(font_scale(f.math, math->x_height, size) -
                        font_scale(glyph(&f, 4)->font, text->x_height, SIZE) +
                        PT(1) / 100,
                    0, PT(1) / 50);
    assert_str(glyph(&f, 4)->text, "1");
    done(&f);
    f = set("x\\leq1", "Latin Modern Roman", true);
    assert_ptr_equal(glyph(&f, 0)->font, f.math);
    assert_str(glyph(&f, 0)->text, "x");
    done(&f);
}

// Parts end behind relations and operators; thick and medium spaces.
static void test_parts(void **state)
{
    struct formula_fixture f = set("a+b=c", "Latin Modern Roman", false);

    (void)state;
    assert_int_equal(f.parts.len, 3);
    assert_str(f.parts.ptr[0].text, "a +");
    assert_str(f.parts.ptr[1].text, "b =");
    assert_str(f.parts.ptr[2].text, "c");
    assert_int_equal(f.parts.ptr[0].penalty, 700);
    assert_int_equal(f.parts.ptr[1].penalty, 500);
    assert_int_equal(f.parts.ptr[0].space, sp_mul_div(SIZE, 4, 18));
    assert_int_equal(f.parts.ptr[1].space, sp_mul_div(SIZE, 5, 18));
    assert_true(f.parts.ptr[1].blank);
    done(&f);
    f = set("a+b=c", "Latin Modern Roman", true);
    assert_int_equal(f.parts.len, 1);
    assert_str(f.parts.ptr[0].text, "a + b = c");
    done(&f);
}

static void test_line_ends(void **state)
{
    struct layout_fixture *l = layout_open();
    struct para para = para_of(l, "", SIZE, PARA_LEFT);
    struct span *span = para.spans.ptr;
    struct rows rows;

    (void)state;
    span->kind = SPAN_FORMULA;
    span->text = STR("aaaa=bbbb=cccc");
    span->formula =
        formula_parse(l->f.arena, l->f.diags, span->text, 0, span->pos);
    rows = paragraph_layout(&l->context, &para, PT(40));
    assert_string_equal(rows_text(l, &rows), "aaaa =|bbbb =|cccc");
    layout_close(l);
}

// Lines keep their leading, and leave it only for a formula that needs it.
static void test_leading(void **state)
{
    static const struct {
        const char *source;
        bool wider;
    } cases[] = {
        {"x", false},
        {"x^2", false},
        {"\\hat{A}_1", false},
        {"\\sqrt{\\frac{a}{\\frac{b}{c}}}", true},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct layout_fixture *l = layout_open();
        struct para para = para_of(l, "a", SIZE, PARA_LEFT);
        struct span span = para.spans.ptr[0];
        struct rows rows;

        span.kind = SPAN_BREAK;
        vec_push(l->f.arena, &para.spans, span);
        span.kind = SPAN_FORMULA;
        span.text = str_from_cstr(cases[i].source);
        span.formula =
            formula_parse(l->f.arena, l->f.diags, span.text, 0, span.pos);
        vec_push(l->f.arena, &para.spans, span);
        rows = paragraph_layout(&l->context, &para, PT(200));
        assert_int_equal(rows.list.len, 2);
        assert_int_equal(rows.list.ptr[1].space > para.leading, cases[i].wider);
        assert_int_equal(rows.list.ptr[0].height, rows.list.ptr[1].height);
        layout_close(l);
    }
}

// A paragraph that ends in a formula has its last space in an item of its own,
// which is not dumped.
static void test_end_space(void **state)
{
    struct formula_fixture f = set("x^2", "Latin Modern Roman", false);
    struct para para = para_of(f.l, "see ", SIZE, PARA_LEFT);
    struct rows rows;
    const struct item_list *items;

    (void)state;
    vec_push(f.l->f.arena, &para.spans, f.span);
    rows = paragraph_layout(&f.l->context, &para, PT(200));
    items = &rows.list.ptr[0].pieces.ptr[0].items;
    assert_non_null(items->ptr[items->len - 1].end_space);
    assert_int_equal(items->ptr[items->len - 1].glyph_count, 0);
    assert_int_equal(items->ptr[items->len - 1].width, 0);
    assert_null(items->ptr[items->len - 2].end_space);
    done(&f);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scripts),  cmocka_unit_test(test_primes),
        cmocka_unit_test(test_texts),    cmocka_unit_test(test_both_scripts),
        cmocka_unit_test(test_fraction), cmocka_unit_test(test_radical),
        cmocka_unit_test(test_fence),    cmocka_unit_test(test_fonts),
        cmocka_unit_test(test_parts),    cmocka_unit_test(test_line_ends),
        cmocka_unit_test(test_leading),  cmocka_unit_test(test_end_space),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
