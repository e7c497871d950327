// SPDX-License-Identifier: MIT
// Paragraphs in real fonts: measures kept to the last sp, alignment, spans.
#include "paragraph_checks.h"

static void test_justified(void **state)
{
    struct layout_fixture *l = *state;

    for (sp width = PT(240); width < PT(310); width += PT(13) + 7) {
        struct para para = para_of(l, prose, PT(10), PARA_JUSTIFIED);
        struct rows rows = paragraph_layout(&l->context, &para, width);

        assert_true(rows.list.len > 3);
        check_items(&rows);
        for (size_t i = 0; i + 1 < rows.list.len; i++) {
            assert_int_equal(row_left(&rows, i), 0);
            assert_int_equal(row_right(&rows, i), width);
        }
        assert_true(row_right(&rows, rows.list.len - 1) <= width);
    }
    assert_string_equal(fixture_messages(&l->f), "");
}

// The words of the text are all there, whatever the width.
static void test_text(void **state)
{
    static const enum para_align aligns[] = {PARA_LEFT, PARA_CENTER, PARA_RIGHT,
                                             PARA_JUSTIFIED};
    struct layout_fixture *l = *state;

    for (size_t i = 0; i < COUNT(aligns); i++) {
        for (sp width = PT(90); width < PT(500); width += PT(57)) {
            struct para para = para_of(l, prose, PT(10), aligns[i]);
            struct rows rows = paragraph_layout(&l->context, &para, width);
            char *text =
                str_to_cstr(l->f.arena, str_from_cstr(rows_text(l, &rows)));

            for (char *c = text; *c; c++)
                if (*c == '|')
                    *c = ' ';
            assert_string_equal(text, prose);
        }
    }
}

static void test_alignment(void **state)
{
    struct layout_fixture *l = *state;
    sp width = PT(200);

    for (int align = PARA_LEFT; align <= PARA_RIGHT; align++) {
        struct para para = para_of(l, prose, PT(10), (enum para_align)align);
        struct rows rows = paragraph_layout(&l->context, &para, width);

        check_items(&rows);
        for (size_t i = 0; i < rows.list.len; i++) {
            sp left = row_left(&rows, i);
            sp right = width - row_right(&rows, i);

            if (align == PARA_LEFT)
                assert_int_equal(left, 0);
            else if (align == PARA_RIGHT)
                assert_int_equal(right, 0);
            else
                assert_true(left - right >= -1 && left - right <= 1);
            assert_true(left >= 0 && right >= 0);
        }
    }
}

// Ragged lines have the font's own space.
static void test_ragged_spaces(void **state)
{
    struct layout_fixture *l = *state;
    struct para blank = para_of(l, "a a", PT(10), PARA_LEFT);
    struct rows one = paragraph_layout(&l->context, &blank, PT(200));
    sp space = piece_at(&one, 0)->items.ptr[0].glyphs[1].advance;
    struct para para = para_of(l, prose, PT(10), PARA_LEFT);
    struct rows rows = paragraph_layout(&l->context, &para, PT(200));
    size_t spaces = 0;

    for (size_t i = 0; i < rows.list.len; i++) {
        const struct item *item = &piece_at(&rows, i)->items.ptr[0];

        for (size_t k = 0; k < item->glyph_count; k++)
            if (item->text.ptr[item->glyphs[k].cluster] == ' ') {
                assert_int_equal(item->glyphs[k].advance, space);
                spaces++;
            }
    }
    assert_true(spaces > 30);
}

// A justified paragraph in a narrow column is ragged.
static void test_narrow(void **state)
{
    struct layout_fixture *l = *state;
    struct para para = para_of(l, prose, PT(10), PARA_JUSTIFIED);
    struct rows rows = paragraph_layout(&l->context, &para, PT(169));
    size_t full = 0;

    for (size_t i = 0; i + 1 < rows.list.len; i++)
        full += row_right(&rows, i) == PT(169);
    assert_true(full < 2);
}

static void test_rows_of_lines(void **state)
{
    struct layout_fixture *l = *state;
    struct para para = para_of(l, prose, PT(10), PARA_LEFT);
    struct rows rows = paragraph_layout(&l->context, &para, PT(250));
    sp cap = style_cap_height(&l->context, &para.base);
    size_t last = rows.list.len - 1;
    int64_t widow = l->context.costs.widow;

    assert_true(last >= 4);
    assert_true(cap > PT(6) && cap < PT(7)); // 660 of 1000
    for (size_t i = 0; i <= last; i++) {
        const struct row *row = &rows.list.ptr[i];

        assert_int_equal(row->height, cap);
        assert_int_equal(row->space, i > 0 ? PT(5) : 0);
        assert_int_equal(row->penalty, i == 1 || i == last ? widow : 0);
        assert_int_equal(piece_at(&rows, i)->items.ptr[0].y, cap);
    }
    // Accents make no line higher, a larger minimum does.
    para = para_of(l, "\u00c9\u1ed6", PT(10), PARA_LEFT);
    rows = paragraph_layout(&l->context, &para, PT(250));
    assert_int_equal(rows.list.ptr[0].height, cap);
    para.min_height = PT(9);
    rows = paragraph_layout(&l->context, &para, PT(250));
    assert_int_equal(rows.list.ptr[0].height, PT(9));
    // Of two lines, the one break is before the last and behind the first.
    para = para_of(l, "one two", PT(10), PARA_LEFT);
    rows = paragraph_layout(&l->context, &para, PT(20));
    assert_int_equal(rows.list.len, 2);
    assert_int_equal(rows.list.ptr[1].penalty, 2 * widow);
}

static void test_empty(void **state)
{
    static const char *const cases[] = {"", " ", "   "};
    struct layout_fixture *l = *state;

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct para para = para_of(l, cases[i], PT(10), PARA_JUSTIFIED);
        struct rows rows = paragraph_layout(&l->context, &para, PT(100));

        assert_int_equal(rows.list.len, 0);
    }
}

// Spans of other styles make items of their own; links know their words.
static void test_spans(void **state)
{
    struct layout_fixture *l = *state;
    struct para para = para_of(l, "see ", PT(10), PARA_LEFT);
    struct span bold = span_of(l, "bold", PT(10));
    struct span link = span_of(l, " a link", PT(10));
    const struct piece *piece;
    struct rows rows;

    bold.style.weight = 700;
    link.url = STR("https://e.org");
    vec_push(l->f.arena, &para.spans, bold);
    vec_push(l->f.arena, &para.spans, link);
    rows = paragraph_layout(&l->context, &para, PT(300));
    piece = piece_at(&rows, 0);
    check_items(&rows);
    assert_int_equal(piece->items.len, 3);
    assert_str(piece->items.ptr[0].text, "see ");
    assert_str(piece->items.ptr[1].text, "bold");
    assert_ptr_not_equal(piece->items.ptr[0].font, piece->items.ptr[1].font);
    assert_int_equal(piece->links.len, 1);
    assert_str(piece->links.ptr[0].url, "https://e.org");
    assert_int_equal(piece->links.ptr[0].x, piece->items.ptr[2].x);
    assert_int_equal(piece->links.ptr[0].width, piece->items.ptr[2].width);
}

static void test_missing_glyph(void **state)
{
    struct layout_fixture *l = *state;
    struct para para = para_of(l, "a \U0010fffd b", PT(10), PARA_LEFT);

    paragraph_layout(&l->context, &para, PT(300));
    assert_contains(fixture_brief(&l->f),
                    "t:1:4: warning: no font has the character");
    assert_contains(fixture_brief(&l->f), "(U+10FFFD)");
}

static void test_icons(void **state)
{
    struct layout_fixture *l = *state;
    struct para para = para_of(l, "", PT(10), PARA_LEFT);
    struct span icon = span_of(l, "envelope", PT(9));
    struct rows rows;

    icon.kind = SPAN_ICON;
    icon.label = STR("Email");
    vec_push(l->f.arena, &para.spans, icon);
    rows = paragraph_layout(&l->context, &para, PT(300));
    assert_int_equal(piece_at(&rows, 0)->items.len, 1);
    assert_int_equal(piece_at(&rows, 0)->items.ptr[0].kind, ITEM_ICON);
    assert_int_equal(piece_at(&rows, 0)->items.ptr[0].role, ROLE_ARTIFACT);
    assert_str(piece_at(&rows, 0)->items.ptr[0].label, "Email");
    assert_string_equal(fixture_messages(&l->f), "");
    para.spans.ptr[1].text = STR("envelop");
    rows = paragraph_layout(&l->context, &para, PT(300));
    assert_int_equal(rows.list.len, 0);
    assert_contains(fixture_brief(&l->f), "there is no icon ");
    assert_contains(fixture_brief(&l->f), "did you mean 'envelope'?");
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, layout_setup, layout_teardown)

// What fits on one line needs no breaker; what is a hair too wide is set by
// it, and all but the hair is the same.
static void test_one_line(void **state)
{
    static const char text[] =
        "Rules, lines 3-4, Dr. Ada and all who set types by hand.";
    struct layout_fixture *l = *state;

    for (int align = PARA_LEFT; align <= PARA_JUSTIFIED; align++) {
        struct para para = para_of(l, text, PT(10), (enum para_align)align);
        sp natural = paragraph_natural_width(&l->context, &para);
        struct rows fits = paragraph_layout(&l->context, &para, natural);
        struct rows tight = paragraph_layout(&l->context, &para, natural - 1);
        const struct piece *a = piece_at(&fits, 0);
        const struct piece *b = piece_at(&tight, 0);

        assert_int_equal(fits.list.len, 1);
        assert_int_equal(a->items.len, 1);
        assert_int_equal(b->items.len, 1);
        assert_int_equal(a->items.ptr[0].width, natural);
        assert_str(a->items.ptr[0].text, text);
        // Ragged lines do not shrink, and end at the next best space.
        if (align != PARA_JUSTIFIED) {
            assert_int_equal(tight.list.len, 2);
            continue;
        }
        assert_int_equal(tight.list.len, 1);
        assert_int_equal(b->items.ptr[0].width, natural - 1);
        assert_int_equal(a->items.ptr[0].glyph_count,
                         b->items.ptr[0].glyph_count);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_justified),     TEST(test_text),     TEST(test_alignment),
        TEST(test_ragged_spaces), TEST(test_narrow),   TEST(test_rows_of_lines),
        TEST(test_empty),         TEST(test_spans),    TEST(test_missing_glyph),
        TEST(test_icons),         TEST(test_one_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
