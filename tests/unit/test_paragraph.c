// SPDX-License-Identifier: MIT
// Paragraphs in real fonts: measures kept to the last sp, alignment, breaks,
// divided words, and what is told of lines that do not fit.
#include "layout_fixture.h"

static const char prose[] =
    "Typesetting is the composition of text by means of arranging physical "
    "type or its digital equivalents. Stored letters and other symbols are "
    "retrieved and ordered according to the orthography of a language for "
    "visual display. Typesetting requires one or more fonts, which are widely "
    "but erroneously confused with and substituted for typefaces.";

static int open_fixture(void **state)
{
    *state = layout_open();
    return 0;
}

static int close_fixture(void **state)
{
    layout_close(*state);
    return 0;
}

// Every item begins where the one before it ends, and its glyphs fill it.
static void check_items(const struct rows *rows)
{
    for (size_t i = 0; i < rows->list.len; i++) {
        const struct piece *piece = piece_at(rows, i);

        for (size_t j = 0; j < piece->items.len; j++) {
            const struct item *item = &piece->items.ptr[j];
            sp width = 0;

            assert_int_equal(item->kind, ITEM_TEXT);
            for (size_t k = 0; k < item->glyph_count; k++) {
                width += item->glyphs[k].advance;
                assert_true(item->glyphs[k].cluster < item->text.len);
            }
            // The space at which the line ended takes no room.
            if (i + 1 < rows->list.len && j + 1 == piece->items.len &&
                str_ends(item->text, STR(" ")))
                width -= item->glyphs[item->glyph_count - 1].advance;
            assert_int_equal(width, item->width);
            if (j > 0)
                assert_int_equal(item->x, item[-1].x + item[-1].width);
        }
    }
}

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

// Blanks at a forced break are dropped on both sides.
static void test_forced_breaks(void **state)
{
    static const enum para_align aligns[] = {PARA_LEFT, PARA_CENTER, PARA_RIGHT,
                                             PARA_JUSTIFIED};
    struct layout_fixture *l = *state;

    for (size_t i = 0; i < COUNT(aligns); i++) {
        struct para para = para_of(l, "one two ", PT(10), aligns[i]);
        struct span forced = {.kind = SPAN_BREAK, .style = style_of(PT(10))};
        struct rows rows;

        vec_push(l->f.arena, &para.spans, forced);
        vec_push(l->f.arena, &para.spans, span_of(l, " three", PT(10)));
        vec_push(l->f.arena, &para.spans, forced);
        vec_push(l->f.arena, &para.spans, span_of(l, "four", PT(10)));
        rows = paragraph_layout(&l->context, &para, PT(200));
        assert_string_equal(rows_text(l, &rows), "one two|three|four");
        for (size_t j = 0; aligns[i] == PARA_RIGHT && j < 3; j++)
            assert_int_equal(row_right(&rows, j), PT(200));
    }
}

static void test_unbreakable(void **state)
{
    struct layout_fixture *l = *state;
    struct para para = para_of(l, "aa bb\u00a0cc dd", PT(10), PARA_LEFT);
    struct rows rows = paragraph_layout(&l->context, &para, PT(28));

    assert_string_equal(rows_text(l, &rows), "aa|bb cc|dd");
    // With unbreakable spaces lines break at separators, which vanish there.
    para = para_of(l, "aa bb", PT(10), PARA_LEFT);
    para.unbreakable_spaces = true;
    for (int i = 0; i < 3; i++) {
        struct span separator = span_of(l, "|", PT(10));

        separator.kind = SPAN_SEPARATOR;
        separator.width = PT(4);
        vec_push(l->f.arena, &para.spans, separator);
        vec_push(l->f.arena, &para.spans, span_of(l, "cc dd", PT(10)));
    }
    rows = paragraph_layout(&l->context, &para, PT(70));
    assert_string_equal(rows_text(l, &rows), "aa bb | cc dd|cc dd | cc dd");
}

static void test_long_words(void **state)
{
    static const struct {
        const char *text;
        sp width;
        const char *lines;
    } cases[] = {
        // Behind hyphens between letters.
        {"state-of-the-art", PT(50), "state-of-|the-art"},
        {"well\u2013known thing", PT(40), "well\u2013|known|thing"},
        // Not in numbers, and not so that one letter stands alone.
        {"1914-1918", PT(30), "1914-1918"},
        {"a-b", PT(10), "a-b"},
        // Addresses behind their marks.
        {"https://example.org/people", PT(80), "https://example.|org/people"},
        {"somebody@example.com", PT(60), "somebody@|example.com"},
        // An en dash between words stays on the line before it.
        {"aaaa \u2013 bbbb", PT(30), "aaaa \u2013|bbbb"},
    };
    struct layout_fixture *l = *state;

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct para para = para_of(l, cases[i].text, PT(10), PARA_LEFT);
        struct rows rows = paragraph_layout(&l->context, &para, cases[i].width);

        assert_string_equal(rows_text(l, &rows), cases[i].lines);
    }
}

// Checks the parts of a word at the end of row i; returns whether it is one
// that is divided. The first part has the whole word, the second an empty
// text, and both together, without the hyphen, are the word.
static bool check_division(struct layout_fixture *l, const struct rows *rows,
                           size_t i)
{
    const struct piece *piece = piece_at(rows, i);
    const struct item *last = &piece->items.ptr[piece->items.len - 1];
    const struct item *next = &piece_at(rows, i + 1)->items.ptr[0];

    if (!last->actual_text.ptr) {
        assert_false(str_ends(last->text, STR("-")));
        return false;
    }
    assert_true(str_ends(last->text, STR("-")));
    assert_non_null(next->actual_text.ptr);
    assert_int_equal(next->actual_text.len, 0);
    assert_true(
        str_eq(str_format(l->f.arena, "%.*s%.*s", (int)last->text.len - 1,
                          last->text.ptr, STR_ARG(next->text)),
               last->actual_text));
    return true;
}

// Small type, so that a column of 80 pt still counts as wide enough. Without
// microtypography lines would be overfull where TeX's are.
static void test_hyphens(void **state)
{
    struct layout_fixture *l = *state;
    size_t divided = 0;

    for (sp width = PT(80); width < PT(200); width += PT(3)) {
        struct para para = para_of(l, prose, PT(4), PARA_JUSTIFIED);
        struct rows rows;

        para.hyphenation = HYPHENATION_TEX;
        para.microtype = true;
        rows = paragraph_layout(&l->context, &para, width);
        check_items(&rows);
        for (size_t i = 0; i + 1 < rows.list.len; i++) {
            sp over = row_right(&rows, i) - width;

            assert_true(over >= 0 && over <= para.base.size / 3); // it hangs
            divided += check_division(l, &rows, i);
        }
    }
    assert_true(divided > 10);
    assert_string_equal(fixture_messages(&l->f), "");
}

static size_t count_divided(const struct rows *rows)
{
    size_t count = 0;

    for (size_t i = 0; i < rows->list.len; i++) {
        const struct piece *piece = piece_at(rows, i);

        for (size_t j = 0; j < piece->items.len; j++)
            count += piece->items.ptr[j].actual_text.len > 0;
    }
    return count;
}

// In columns as wide as a CV's, TeX divides often, the last resort hardly
// ever, and none not at all.
static void test_hyphenation_modes(void **state)
{
    static const enum hyphenation modes[] = {
        HYPHENATION_NONE, HYPHENATION_LAST_RESORT, HYPHENATION_TEX};
    struct layout_fixture *l = *state;
    size_t counts[COUNT(modes)] = {0};

    for (size_t i = 0; i < COUNT(modes); i++) {
        for (sp width = PT(116); width < PT(240); width += PT(2)) {
            struct para para = para_of(l, prose, PT(4), PARA_JUSTIFIED);
            struct rows rows;

            para.hyphenation = modes[i];
            rows = paragraph_layout(&l->context, &para, width);
            counts[i] += count_divided(&rows);
        }
    }
    assert_int_equal(counts[0], 0);
    assert_true(counts[1] * 5 < counts[2]);
}

// Code, addresses and words that are no prose are not divided.
static void test_no_division(void **state)
{
    static const struct {
        const char *text;
        bool code;
        bool divided;
    } cases[] = {
        {"internationalisation", false, true},
        {"(internationalisation),", false, true},
        {"internationalisation", true, false},
        {"internationalisation2", false, false},
        {"iNTERNATIONALISATION", false, false},
        {"https://example.org/internationalisation", false, false},
        {"internationalisation@example.org", false, false},
    };
    struct layout_fixture *l = *state;

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct para para = para_of(l, cases[i].text, PT(4), PARA_JUSTIFIED);
        struct rows rows;

        para.hyphenation = HYPHENATION_LAST_RESORT;
        para.spans.ptr[0].style.code = cases[i].code;
        rows = paragraph_layout(&l->context, &para, PT(25));
        if ((count_divided(&rows) > 0) != cases[i].divided)
            fail_msg("%s: %s", cases[i].text, rows_text(l, &rows));
    }
}

// Words of hyphens and dashes alone, in both sets of rules.
static void test_hyphens_alone(void **state)
{
    static const char *const cases[] = {
        "-",     "--",   "- -",    "a- -a -",  "\u2013",       "\u2014-\u2014",
        "a--b-", "-a-b", "\u00ad", "a\u00adb", "\u2010a\u2010"};
    struct layout_fixture *l = *state;

    for (size_t i = 0; i < COUNT(cases); i++) {
        for (int mode = HYPHENATION_LAST_RESORT; mode <= HYPHENATION_NONE;
             mode++) {
            struct para para = para_of(l, cases[i], PT(4), PARA_JUSTIFIED);
            struct rows rows;

            para.hyphenation = (enum hyphenation)mode;
            rows = paragraph_layout(&l->context, &para, PT(70));
            assert_string_equal(rows_text(l, &rows), cases[i]);
        }
    }
}

static void test_overfull(void **state)
{
    struct layout_fixture *l = *state;
    struct para para = para_of(l, "incomprehensibilities", PT(10), PARA_LEFT);
    struct rows rows = paragraph_layout(&l->context, &para, PT(50));

    assert_int_equal(rows.list.len, 1);
    assert_int_equal(row_left(&rows, 0), 0);
    assert_int_equal(diags_warnings(l->f.diags), 1);
    assert_contains(fixture_brief(&l->f), "t:1:4: warning: a line is ");
    assert_contains(fixture_brief(&l->f), " pt wider than its column\n"
                                          "    hint: shorten the text, ");
}

// A zero width gives a warning for a line, and no more.
static void test_no_width(void **state)
{
    struct layout_fixture *l = *state;
    struct para para = para_of(l, "a bb ccc", PT(10), PARA_JUSTIFIED);
    struct rows rows = paragraph_layout(&l->context, &para, 0);

    assert_string_equal(rows_text(l, &rows), "a|bb|ccc");
    assert_true(diags_warnings(l->f.diags) > 0);
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

// A link over two lines is a link on each.
static void test_long_link(void **state)
{
    struct layout_fixture *l = *state;
    struct para para = para_of(l, "aaaa bbbb", PT(10), PARA_LEFT);
    struct rows rows;

    para.spans.ptr[0].url = STR("https://e.org");
    para.spans.ptr[0].element = 7;
    rows = paragraph_layout(&l->context, &para, PT(30));
    assert_int_equal(rows.list.len, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(piece_at(&rows, i)->links.len, 1);
        assert_int_equal(piece_at(&rows, i)->links.ptr[0].width,
                         row_right(&rows, i));
    }
    assert_int_equal(piece_at(&rows, 1)->links.ptr[0].element,
                     para.spans.ptr[0].element);
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
    cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

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
        TEST(test_justified),     TEST(test_text),
        TEST(test_alignment),     TEST(test_ragged_spaces),
        TEST(test_narrow),        TEST(test_rows_of_lines),
        TEST(test_empty),         TEST(test_forced_breaks),
        TEST(test_unbreakable),   TEST(test_long_words),
        TEST(test_hyphens),       TEST(test_hyphenation_modes),
        TEST(test_no_division),   TEST(test_hyphens_alone),
        TEST(test_overfull),      TEST(test_no_width),
        TEST(test_spans),         TEST(test_long_link),
        TEST(test_missing_glyph), TEST(test_icons),
        TEST(test_one_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
