// SPDX-License-Identifier: MIT
// A paragraph from the cache is the one that would have been set: whatever is
// changed of it, in the paragraph or around it, shows.
#include "layout_fixture.h"

#include "layout/paragraph_cache.h"

#include <cmocka.h>

#define SPANS 3

static int open_fixture(void **state)
{
    struct layout_fixture *l = layout_open();

    l->context.paragraphs = paragraph_cache_new();
    l->context.paragraph_scope =
        paragraph_cache_scope(l->context.paragraphs, &l->context);
    *state = l;
    return 0;
}

static int close_fixture(void **state)
{
    struct layout_fixture *l = *state;

    paragraph_cache_free(l->context.paragraphs);
    layout_close(l);
    return 0;
}

// Two lines of a link between other words, of two elements.
static struct para sample(struct layout_fixture *l)
{
    static const char *const texts[SPANS] = {
        "The first office of the 1st flight, ", "measured 1/2 by hand",
        " in fifteen afternoons and a half"};
    struct para para = para_of(l, texts[0], PT(10), PARA_JUSTIFIED);

    for (size_t i = 1; i < SPANS; i++)
        vec_push(l->f.arena, &para.spans, span_of(l, texts[i], PT(10)));
    for (size_t i = 0; i < SPANS; i++) {
        para.spans.ptr[i].element = i == 1 ? 8 : 7;
        para.spans.ptr[i].style.underline = i == 1;
    }
    para.spans.ptr[1].url = STR("https://example.org");
    para.microtype = true;
    return para;
}

static void check_text(struct str a, struct str b)
{
    assert_int_equal(a.len, b.len);
    assert_true(!a.ptr == !b.ptr);
    assert_true(str_eq(a, b));
}

static void check_item(const struct item *a, const struct item *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->role, b->role);
    assert_int_equal(a->element, b->element);
    assert_int_equal(a->x, b->x);
    assert_int_equal(a->y, b->y);
    assert_int_equal(a->width, b->width);
    assert_int_equal(a->height, b->height);
    assert_int_equal(a->colour, b->colour);
    assert_ptr_equal(a->font, b->font);
    assert_int_equal(a->size, b->size);
    assert_int_equal(a->expansion, b->expansion);
    assert_int_equal(a->line, b->line);
    assert_int_equal(a->lines, b->lines);
    assert_int_equal(a->hidden, b->hidden);
    assert_int_equal(a->goes_on, b->goes_on);
    assert_ptr_equal(a->outline, b->outline);
    check_text(a->text, b->text);
    check_text(a->label, b->label);
    check_text(a->actual_text, b->actual_text);
    assert_int_equal(a->glyph_count, b->glyph_count);
    for (size_t i = 0; i < a->glyph_count; i++)
        assert_memory_equal(&a->glyphs[i], &b->glyphs[i], sizeof *a->glyphs);
    assert_true(!a->end_space == !b->end_space);
    if (a->end_space)
        assert_memory_equal(a->end_space, b->end_space, sizeof *a->end_space);
}

static void check_piece(const struct piece *a, const struct piece *b)
{
    assert_int_equal(a->x, b->x);
    assert_int_equal(a->y, b->y);
    assert_int_equal(a->anchors.len, b->anchors.len);
    assert_int_equal(a->items.len, b->items.len);
    for (size_t i = 0; i < a->items.len; i++)
        check_item(&a->items.ptr[i], &b->items.ptr[i]);
    assert_int_equal(a->links.len, b->links.len);
    for (size_t i = 0; i < a->links.len; i++) {
        const struct link *c = &a->links.ptr[i];
        const struct link *d = &b->links.ptr[i];

        assert_int_equal(c->x, d->x);
        assert_int_equal(c->y, d->y);
        assert_int_equal(c->width, d->width);
        assert_int_equal(c->height, d->height);
        assert_int_equal(c->element, d->element);
        check_text(c->url, d->url);
        check_text(c->target, d->target);
    }
}

// Sets the paragraph with the cache and without; returns the first.
static struct rows set_both(struct layout_fixture *l, const struct para *para,
                            sp width)
{
    struct layout_context plain = l->context;
    size_t order = l->context.order;
    struct rows cached = paragraph_layout(&l->context, para, width);
    struct rows rows;

    plain.paragraphs = NULL;
    rows = paragraph_layout(&plain, para, width);
    assert_int_equal(l->context.order, plain.order);
    assert_int_equal(cached.list.len, rows.list.len);
    assert_int_equal(cached.below, rows.below);
    for (size_t i = 0; i < rows.list.len; i++) {
        const struct row *a = &cached.list.ptr[i];
        const struct row *b = &rows.list.ptr[i];

        assert_int_equal(a->space, b->space);
        assert_int_equal(a->penalty, b->penalty);
        assert_int_equal(a->height, b->height);
        assert_int_equal(a->ascent, b->ascent);
        assert_int_equal(piece_at(&cached, i)->order, order + i);
        check_piece(piece_at(&cached, i), piece_at(&rows, i));
    }
    return cached;
}

// Whether the paragraph's glyphs are those of the cache: the same at the same
// place as before.
static bool is_hit(struct layout_fixture *l, const struct para *para, sp width)
{
    struct rows first = set_both(l, para, width);
    struct rows second = set_both(l, para, width);

    return piece_at(&first, 0)->items.ptr[0].glyphs ==
           piece_at(&second, 0)->items.ptr[0].glyphs;
}

// It is kept when it comes for the second time.
static void test_second(void **state)
{
    struct layout_fixture *l = *state;
    struct para para = sample(l);

    assert_false(is_hit(l, &para, PT(200)));
    assert_true(is_hit(l, &para, PT(200)));
    paragraph_cache_clear(l->context.paragraphs);
    l->context.paragraph_scope =
        paragraph_cache_scope(l->context.paragraphs, &l->context);
    assert_false(is_hit(l, &para, PT(200)));
}

// In another document the elements have other numbers.
static void test_elements(void **state)
{
    struct layout_fixture *l = *state;
    struct para para = sample(l);
    struct rows rows;

    (void)set_both(l, &para, PT(200));
    (void)set_both(l, &para, PT(200));
    for (size_t i = 0; i < SPANS; i++)
        para.spans.ptr[i].element = i == 1 ? 31 : 30;
    assert_true(is_hit(l, &para, PT(200)));
    rows = set_both(l, &para, PT(200));
    assert_int_equal(piece_at(&rows, 0)->items.ptr[0].element, 30);
    // One element where there were two is another paragraph.
    for (size_t i = 0; i < SPANS; i++)
        para.spans.ptr[i].element = 30;
    assert_false(is_hit(l, &para, PT(200)));
}

enum change {
    WIDTH,
    SCOPE,
    ROLE,
    ALIGN,
    HYPHENATION,
    LEADING,
    MIN_HEIGHT,
    UNBREAKABLE,
    MICROTYPE,
    COMMAS,
    BASE_SIZE,
    SPAN_COUNT,
    TEXT,
    TEXT_BORDER,
    KIND,
    LABEL,
    READING,
    LOGO,
    SPAN_WIDTH,
    RAISE,
    URL,
    TARGET,
    LANGUAGE,
    FAMILY,
    WEIGHT,
    ITALIC,
    SMALL_CAPS,
    CODE,
    FIGURES,
    FIGURE_WIDTH,
    CAPITALS_TRACKING,
    SMALL_CAPS_TRACKING,
    FRACTIONS,
    UNDERLINE,
    STRIKE,
    SCRIPT,
    SIZE,
    COLOUR,
    CHANGES,
};

static void change_paragraph(struct layout_fixture *l, enum change change,
                             struct para *para, sp *width)
{
    switch (change) {
    case WIDTH:
        *width = PT(150);
        break;
    case SCOPE:
        l->context.language = NULL;
        l->context.paragraph_scope =
            paragraph_cache_scope(l->context.paragraphs, &l->context);
        break;
    case ROLE:
        l->context.role = ROLE_FOOTER;
        break;
    case ALIGN:
        para->align = PARA_CENTER;
        break;
    case HYPHENATION:
        para->hyphenation = HYPHENATION_TEX;
        break;
    case LEADING:
        para->leading += PT(1);
        break;
    case MIN_HEIGHT:
        para->min_height = PT(30);
        break;
    case UNBREAKABLE:
        para->unbreakable_spaces = true;
        break;
    case MICROTYPE:
        para->microtype = false;
        break;
    case COMMAS:
        para->break_at_commas = true;
        break;
    case BASE_SIZE:
        para->base.size = PT(20);
        break;
    default:
        para->spans.len--;
        break;
    }
}

static void change_text(enum change change, struct para *para)
{
    struct span *span = &para->spans.ptr[0];

    switch (change) {
    case TEXT:
        span->text = STR("The first office of the 1st fright, ");
        break;
    case TEXT_BORDER:
        span->text = STR("The first office of the 1st flight");
        span[1].text = STR(", measured 1/2 by hand");
        break;
    case KIND:
        span->kind = SPAN_SEPARATOR;
        break;
    case LABEL:
        span->label = STR("label");
        break;
    case READING:
        span->reading = STR("reading");
        break;
    case LOGO:
        span->text = STR("TeX");
        span->logo = true;
        break;
    case SPAN_WIDTH:
        span->width = PT(3);
        break;
    case RAISE:
        span->raise = PT(3);
        break;
    case URL:
        span[1].url = STR("https://example.net");
        break;
    case TARGET:
        span->target = STR("place");
        break;
    default:
        span->language = STR("tr");
        break;
    }
}

static void change_style(enum change change, struct text_style *style)
{
    switch (change) {
    case FAMILY:
        style->family = STR("PT Sans");
        break;
    case WEIGHT:
        style->weight = 700;
        break;
    case ITALIC:
        style->italic = true;
        break;
    case SMALL_CAPS:
        style->small_caps = true;
        break;
    case CODE:
        style->code = true;
        break;
    case FIGURES:
        style->figures = FIGURES_OLD_STYLE;
        break;
    case FIGURE_WIDTH:
        style->figure_width = FIGURE_WIDTH_TABULAR;
        break;
    case CAPITALS_TRACKING:
        style->capitals_tracking = 100;
        break;
    case SMALL_CAPS_TRACKING:
        style->small_caps_tracking = 100;
        break;
    case FRACTIONS:
        style->fractions = true;
        break;
    case UNDERLINE:
        style->underline = true;
        break;
    case STRIKE:
        style->strike = true;
        break;
    case SCRIPT:
        style->script = SCRIPT_SUPER;
        break;
    case SIZE:
        style->size = PT(11);
        break;
    default:
        style->colour = 0x123456;
        break;
    }
}

// What is known is one paragraph; it must not be taken for another one.
static void test_changes(void **state)
{
    struct layout_fixture *l = *state;

    for (int change = 0; change < CHANGES; change++) {
        struct layout_context context = l->context;
        struct para para = sample(l);
        sp width = PT(200);

        (void)set_both(l, &para, width);
        (void)set_both(l, &para, width);
        if (change <= SPAN_COUNT)
            change_paragraph(l, (enum change)change, &para, &width);
        else if (change <= LANGUAGE)
            change_text((enum change)change, &para);
        else
            change_style((enum change)change, &para.spans.ptr[0].style);
        print_message("change %d\n", change);
        assert_false(is_hit(l, &para, width));
        context.order = l->context.order;
        l->context = context;
    }
}

// What is reported is reported for each document.
static void test_reports(void **state)
{
    struct layout_fixture *l = *state;
    struct para para = para_of(l, "\xF3\xB0\x80\x80", PT(10), PARA_LEFT);

    for (int i = 0; i < 4; i++) {
        size_t before = diags_reports(l->f.diags);

        (void)paragraph_layout(&l->context, &para, PT(100));
        assert_int_equal(diags_reports(l->f.diags), before + 1);
    }
    assert_int_equal(diags_warnings(l->f.diags), 1);
}

// Numbers of pages and names of places are not the paragraph's own.
static void test_not_kept(void **state)
{
    struct layout_fixture *l = *state;
    struct para numbered = sample(l);
    struct para named = sample(l);
    struct rows rows;

    numbered.spans.ptr[0].kind = SPAN_PAGE_NUMBER;
    for (size_t page = 1; page < 6; page++) {
        struct str text = str_format(l->f.arena, "%zu", page);

        l->context.page_number = page;
        rows = set_both(l, &numbered, PT(200));
        assert_true(str_starts(piece_at(&rows, 0)->items.ptr[0].text, text));
    }
    vec_push(l->f.arena, &named.spans.ptr[0].anchors, STR("place"));
    for (int i = 0; i < 3; i++) {
        l->context.anchored = NULL;
        rows = paragraph_layout(&l->context, &named, PT(200));
        assert_int_equal(piece_at(&rows, 0)->anchors.len, 1);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_second, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(test_elements, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(test_changes, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(test_reports, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(test_not_kept, open_fixture,
                                        close_fixture),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
