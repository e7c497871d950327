// SPDX-License-Identifier: MIT
// Words and lines of paragraphs: where these may break, divided words, and
// what is told of lines that do not fit.
#include "paragraph_checks.h"

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

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, layout_setup, layout_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_forced_breaks),     TEST(test_unbreakable),
        TEST(test_long_words),        TEST(test_hyphens),
        TEST(test_hyphenation_modes), TEST(test_no_division),
        TEST(test_hyphens_alone),     TEST(test_overfull),
        TEST(test_no_width),          TEST(test_long_link),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
