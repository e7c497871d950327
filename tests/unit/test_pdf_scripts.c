// SPDX-License-Identifier: MIT
// Text in the PDF from right to left, and characters that are rare: what
// machines read from it is the source text.
#include "pdf_text_checks.h"

#include "pdf/writer.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// Letters in the order in which they are drawn, words in that of the text:
// so do browsers, and readers put the letters right.
static void draft_rtl_line(struct draft *draft, const char *family, int y,
                           const char *text)
{
    struct shape_style style = {
        .query = {.family = str_from_cstr(family), .weight = 400},
        .language = "ar",
        .rtl = true,
    };
    struct str rest = str_copy(draft->arena, str_from_cstr(text));
    sp right = PT(300);

    while (rest.ptr) {
        struct str word = str_split(&rest, ' ');
        const struct shape *shape = shape_text(draft->fonts, &style, word);
        const struct shape *space = shape_text(draft->fonts, &style, STR(" "));

        right -= shape_width(shape, PT(10));
        assert_int_equal(shape->count, 1);
        draft_run(draft, &shape->runs[0], word, 10, right, PT(y));
        if (!rest.ptr)
            break;
        right -= shape_width(space, PT(10));
        draft_run(draft, &space->runs[0], STR(" "), 10, right, PT(y));
    }
}

// Without the marks of direction that poppler puts around words.
static struct str without_marks(struct draft *draft, struct str text)
{
    struct buf buf = {.arena = draft->arena};

    buf_add_cstr(&buf, "");
    for (size_t at = 0; at < text.len;) {
        uint32_t rune = utf8_next(text, &at);

        if (rune < 0x202a || rune > 0x202e)
            buf_add_rune(&buf, rune);
    }
    return buf_str(&buf);
}

static void test_right_to_left(void **state)
{
    struct draft *draft = *state;
    struct str got;

    draft_rtl_line(draft, "DejaVu Sans", 100,
                   "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd");
    draft_rtl_line(draft, "Amiri", 130,
                   "\u0627\u0644\u0633\u0644\u0627\u0645 "
                   "\u0639\u0644\u064a\u0643\u0645");
    draft_write(draft);
    draft_check(draft);
    got = draft_run_tool(draft, "pdftotext -nopgbrk out.pdf -");
    assert_lines_equal(str_from_cstr(squeeze(draft, without_marks(draft, got))),
                       STR("\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd\n"
                           "\u0627\u0644\u0633\u0644\u0627\u0645 "
                           "\u0639\u0644\u064a\u0643\u0645\n"));
    // In the order of the content there is a line for each word.
    got = draft_run_tool(draft, "pdftotext -raw -nopgbrk out.pdf -");
    assert_lines_equal(
        str_from_cstr(squeeze(draft, without_marks(draft, got))),
        STR("\u05e9\u05dc\u05d5\u05dd\n\u05e2\u05d5\u05dc\u05dd\n"
            "\u0627\u0644\u0633\u0644\u0627\u0645\n"
            "\u0639\u0644\u064a\u0643\u0645\n"));
    assert_int_equal(str_find(draft_source(draft), STR("/Span"), 0), SIZE_MAX);
}

// A mark is drawn before its base there, and is still the mark.
static void test_marks_from_right_to_left(void **state)
{
    struct draft *draft = *state;

    join(draft_text(draft, "DejaVu Sans", 10, 72, 100, "gy"), 0,
         "\u05e9\u05b8");
    draft_text(draft, "DejaVu Sans", 10, 72, 120, "y")->text = STR("\u05e9");
    draft_text(draft, "DejaVu Sans", 10, 72, 140, "g")->text = STR("\u05b8");
    draft_write(draft);
    draft_check(draft);
    assert_int_equal(str_find(draft_source(draft), STR("/Span"), 0), SIZE_MAX);
}

// Shapers put a blank without width where a soft hyphen or a joiner is.
static void test_invisible_characters(void **state)
{
    struct draft *draft = *state;
    struct item *item =
        draft_text(draft, "Source Sans Pro", 10, 72, 100, "x y");

    item->text = STR("x\u00ady");
    item->glyphs[1].advance = 0;
    item->glyphs[2].cluster = 3;
    draft_text(draft, "Source Sans Pro", 10, 72, 120, "x y");
    assert_raw_text(draft, "xy\nx y");
    assert_int_equal(str_find(draft_source(draft), STR("/Span"), 0), SIZE_MAX);
}

// Glyph 0 is never shown: a box is drawn, and a blank carries the text.
static void test_missing_characters(void **state)
{
    static const char *const two_families[] = {"Source Sans Pro",
                                               "DejaVu Sans"};
    struct draft *draft = *state;

    for (size_t i = 0; i < COUNT(two_families); i++) {
        struct str source;
        struct item *item;

        draft->pages = (struct pages){0};
        item = draft_text(draft, two_families[i], 10, 72, 100, "axb");
        item->text = STR("a\U0001F9FFb");
        item->glyphs[1].id = 0;
        item->glyphs[1].advance = PT(8);
        item->glyphs[2].cluster = 5;
        assert_raw_text(draft, "a\U0001F9FFb");
        source = draft_source(draft);
        assert_contains(source, "/Span <</ActualText <FEFFD83EDDFF>>> BDC\n");
        assert_contains(source, " re f*\n");
        assert_contains(source, "> <0020>\n"); // of the blank
        assert_contains(source, "> Tj 100 Tz\n");
        assert_int_equal(str_find(source, STR("<0000>"), 0),
                         str_find(source, STR("<0000> <FFFF>"), 0));
        assert_int_equal(str_find(source, STR("<0000> <"), 0),
                         str_find(source, STR("<0000> <FFFF>"), 0));
    }
}

static void test_private_characters(void **state)
{
    struct draft *draft = *state;
    struct item *item = draft_text(draft, "DejaVu Sans", 10, 72, 100, "xyz");

    item->text = STR("x\ue050z");
    item->glyphs[2].cluster = 4;
    item = draft_text(draft, "DejaVu Sans", 10, 72, 120, "w");
    item->text = STR("\U00100000");
    assert_raw_text(draft, "x\ue050z\n\U00100000");
    assert_contains(draft_source(draft), "/Span <</ActualText <FEFFE050>>>");
    assert_contains(draft_source(draft), "/ActualText <FEFFDBC0DC00>>>");
}

static void test_beyond_the_bmp(void **state)
{
    struct draft *draft = *state;

    draft_text(draft, "DejaVu Sans", 10, 72, 100, "x \U0001D538 y");
    assert_raw_text(draft, "x \U0001D538 y");
    assert_contains(draft_source(draft), "<D835DD38>");
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, draft_setup, draft_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_right_to_left),        TEST(test_marks_from_right_to_left),
        TEST(test_invisible_characters), TEST(test_missing_characters),
        TEST(test_private_characters),   TEST(test_beyond_the_bmp),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
