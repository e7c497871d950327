// SPDX-License-Identifier: MIT
// Styles as the font store knows them: one for equal styles, another for each
// member that counts, and the shapes and margins that there were without it.
#include "layout_fixture.h"

#include "layout/microtype.h"
#include "text/protrusion.h"

static struct span styled(const char *family)
{
    return (struct span){.text = STR("x"),
                         .style = {.family = str_from_cstr(family),
                                   .weight = 400,
                                   .size = PT(10)}};
}

static void test_equal(void **state)
{
    struct layout_fixture *l = layout_open();
    struct span a = styled("Source Sans 3");
    struct span b = a;
    struct span other = styled("EB Garamond");
    char family[] = "Source Sans 3";
    const struct span_font *font = span_font_of(&l->context, &a);

    (void)state;
    // What is only drawn does not count, nor where the name stands.
    b.style.family = str_from_cstr(family);
    b.style.colour = 0xff0000;
    b.style.underline = b.style.strike = true;
    b.url = STR("https://example.org");
    assert_ptr_equal(span_font_of(&l->context, &b), font);
    assert_ptr_not_equal(span_font_of(&l->context, &other), font);
    assert_ptr_equal(span_font_of(&l->context, &a), font);
    layout_close(l);
}

static void test_members(void **state)
{
    struct layout_fixture *l = layout_open();
    struct span spans[13];
    const struct span_font *fonts[COUNT(spans)];
    struct text_style *styles[COUNT(spans)];

    (void)state;
    for (size_t i = 0; i < COUNT(spans); i++) {
        spans[i] = styled("Source Sans 3");
        styles[i] = &spans[i].style;
    }
    styles[1]->weight = 700;
    styles[2]->italic = true;
    styles[3]->size = PT(11);
    styles[4]->small_caps = true;
    styles[5]->code = true;
    styles[6]->script = SCRIPT_SUPER;
    styles[7]->figures = FIGURES_OLD_STYLE;
    styles[8]->figure_width = FIGURE_WIDTH_TABULAR;
    styles[9]->capitals_tracking = 20;
    styles[10]->small_caps_tracking = 20;
    spans[11].language = STR("de");
    styles[12]->family = STR("EB Garamond");
    for (size_t i = 0; i < COUNT(spans); i++) {
        fonts[i] = span_font_of(&l->context, &spans[i]);
        for (size_t j = 0; j < i; j++)
            assert_ptr_not_equal(fonts[i], fonts[j]);
    }
    for (size_t i = 0; i < COUNT(spans); i++)
        assert_ptr_equal(span_font_of(&l->context, &spans[i]), fonts[i]);
    // The document's language is that of spans without one.
    l->context.language = languages_lookup(l->languages, STR("tr"));
    assert_ptr_not_equal(span_font_of(&l->context, &spans[0]), fonts[0]);
    layout_close(l);
}

static void test_shapes(void **state)
{
    static const struct {
        const char *text;
        unsigned features;
        int tracking;
    } cases[] = {
        {"office", 0, 0},
        {"NASA", SHAPE_CASE, 30},
        {"1/2", SHAPE_FRACTIONS, 0},
        {"11/1921", 0, 0},
        {"A", 0, 0},
        {" ", 0, 0},
    };
    struct layout_fixture *l = layout_open();
    struct span span = styled("Source Sans 3");

    (void)state;
    span.style.fractions = true;
    span.style.capitals_tracking = 30;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct shape_style style = shape_style_of(&l->context, &span);
        struct str text = str_from_cstr(cases[i].text);

        style.features |= cases[i].features;
        style.tracking = cases[i].tracking;
        assert_ptr_equal(span_shape(&l->context, &span, text),
                         shape_text(l->context.fonts, &style, text));
    }
    assert_int_equal(
        space_width(&l->context, &span),
        shape_width(span_shape(&l->context, &span, STR(" ")), PT(10)));
    layout_close(l);
}

static sp hang(const struct layout_fixture *l, const struct span *span,
               struct str character, bool left)
{
    const struct shape *shape = span_shape(&l->context, span, character);
    struct protrusion of =
        protrusion_lookup(shape->runs[0].font, (unsigned char)character.ptr[0]);

    return shape_width(shape, span->style.size) * (left ? of.left : of.right) /
           1000;
}

static void test_hang(void **state)
{
    struct layout_fixture *l = layout_open();
    struct span serif = styled("EB Garamond");
    struct span sans = styled("Source Sans 3");

    (void)state;
    // The second time it is known.
    for (int again = 0; again < 2; again++)
        for (char c = '!'; c <= '~'; c++) {
            struct str text = {&c, 1};

            assert_int_equal(hang_left(&l->context,
                                       span_font_of(&l->context, &serif),
                                       &serif, text),
                             hang(l, &serif, text, true));
            assert_int_equal(hang_right(&l->context,
                                        span_font_of(&l->context, &serif),
                                        &serif, text),
                             hang(l, &serif, text, false));
            assert_int_equal(hang_right(&l->context,
                                        span_font_of(&l->context, &sans), &sans,
                                        text),
                             hang(l, &sans, text, false));
        }
    assert_true(hang_right(&l->context, span_font_of(&l->context, &serif),
                           &serif, STR("word.")) > 0);
    assert_int_equal(hang_right(&l->context, span_font_of(&l->context, &serif),
                                &serif, STR("word.")),
                     hang(l, &serif, STR("."), false));
    layout_close(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal),
        cmocka_unit_test(test_members),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_hang),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
