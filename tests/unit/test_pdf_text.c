// SPDX-License-Identifier: MIT
// Text in the PDF: what machines read from it is the source text, and the
// pen is where the layout put it.
#include "pdf_text_checks.h"

#include "pdf/writer.h"

static const char *const families[] = {
    "Source Sans Pro", "Latin Modern Roman", "EB Garamond",      // CFF
    "DejaVu Sans",     "Charis SIL",         "DejaVu Sans Mono", // TrueType
};

static const char *const lines[] = {
    "office affluent waffle shuffling fjord",
    "Bo\u011fazi\u00e7i \u00dcniversitesi, T\u00fcrkiye",
    "\u00c9cole Sup\u00e9rieure, \u0141\u00f3d\u017a, \u0158\u00edp",
    "2019\u20132024 \u2014 \u201cquoted\u201d, 100% & <b>#$",
    "AVATAR Te To We. LTAV, kerning",
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_readers_get_the_source(void **state)
{
    static const char *const readers[] = {
        "pdftotext -raw -nopgbrk out.pdf -",
        "pdftotext -nopgbrk out.pdf -",
        "mutool draw -F txt out.pdf 2>/dev/null",
    };
    struct draft *draft = *state;
    struct buf want = {.arena = draft->arena};
    int y = 50;

    for (size_t f = 0; f < COUNT(families); f++)
        for (size_t i = 0; i < COUNT(lines); i++, y += 20) {
            draft_text(draft, families[f], 10, 72, y, lines[i]);
            buf_add_cstr(&want, lines[i]);
            buf_add_char(&want, '\n');
        }
    draft_write(draft);
    draft_check(draft);
    for (size_t i = 0; i < COUNT(readers); i++)
        assert_lines_equal(
            str_from_cstr(squeeze(draft, draft_run_tool(draft, readers[i]))),
            buf_str(&want));
}

static void test_divided_word_is_whole(void **state)
{
    struct draft *draft = *state;

    draft_text(draft, "Source Sans Pro", 10, 72, 100, "See submis-")
        ->actual_text = STR("See submissions");
    draft_text(draft, "Source Sans Pro", 10, 72, 114, "sions")->actual_text =
        (struct str){"", 0};
    draft_text(draft, "Source Sans Pro", 10, 72, 128, "below");
    assert_raw_text(draft, "See submissions\nbelow");
}

static size_t count(struct str text, const char *part)
{
    size_t found = 0;

    for (size_t at = 0;
         (at = str_find(text, str_from_cstr(part), at)) != SIZE_MAX; at++)
        found++;
    return found;
}

// Adds "oxo", "béo" with the same glyphs as "axo", and "axo".
static void draft_two_texts(struct draft *draft, const char *family, int y)
{
    struct item *other;

    draft_text(draft, family, 10, 72, y, "oxo");
    other = draft_text(draft, family, 10, 72, y + 20, "axo");
    other->text = STR("b\u00e9o");
    other->glyphs[2].cluster = 3;
    draft_text(draft, family, 10, 72, y + 40, "axo");
}

// A glyph with two texts is in two maps, which readers get as two fonts; what
// is embedded is one. All faces share the second map.
static void test_glyph_of_two_texts(void **state)
{
    static const char *const readers[] = {
        "pdftotext -raw -nopgbrk out.pdf -",
        "mutool draw -F txt out.pdf 2>/dev/null",
    };
    static const char *const want = "oxo\nb\u00e9o\naxo\n";
    struct draft *draft = *state;
    struct str source;

    draft_two_texts(draft, "Source Sans Pro", 100);
    draft_two_texts(draft, "DejaVu Sans", 200);
    draft_write(draft);
    draft_check(draft);
    for (size_t i = 0; i < COUNT(readers); i++)
        assert_lines_equal(
            str_from_cstr(squeeze(draft, draft_run_tool(draft, readers[i]))),
            str_format(draft->arena, "%s%s", want, want));
    source = draft_source(draft);
    assert_int_equal(str_find(source, STR("/Span"), 0), SIZE_MAX);
    assert_int_equal(count(source, "/Subtype /Type0"), 4);
    assert_int_equal(count(source, "/Type /FontDescriptor"), 2);
    assert_int_equal(count(source, "begincmap"), 3);
}

// There is an end to the maps; then ActualText has to do.
static void test_glyph_of_many_texts(void **state)
{
    struct draft *draft = *state;
    struct buf want = {.arena = draft->arena};
    struct str source;

    for (int i = 0; i < 12; i++) {
        struct item *item =
            draft_text(draft, "Source Sans Pro", 10, 72, 100 + 20 * i, "x");

        item->text = str_format(draft->arena, "%c", 'a' + i);
        buf_addf(&want, "%c%s", 'a' + i, i < 11 ? "\n" : "");
    }
    assert_raw_text(draft, str_to_cstr(draft->arena, buf_str(&want)));
    source = draft_source(draft);
    assert_int_equal(count(source, "begincmap"), READINGS_MAX);
    assert_int_equal(count(source, "/Span <</ActualText"), 12 - READINGS_MAX);
}

static void test_clusters_of_several_glyphs(void **state)
{
    struct draft *draft = *state;

    // Two glyphs, one character: g and breve for g with breve.
    join(draft_text(draft, "DejaVu Sans", 10, 72, 100, "gy"), 0, "\u011f");
    // The same glyphs by themselves.
    draft_text(draft, "DejaVu Sans", 10, 72, 120, "gy");
    // Two glyphs, two characters: as many as glyphs, no span needed.
    join(draft_text(draft, "DejaVu Sans", 10, 72, 140, "kz"), 0, "kz");
    // Two glyphs, three characters.
    join(draft_text(draft, "DejaVu Sans", 10, 72, 160, "mn"), 0, "abc");
    assert_raw_text(draft, "\u011f\ngy\nkz\nabc");
    assert_int_equal(str_find(draft_source(draft), STR("<FEFF006B"), 0),
                     SIZE_MAX);
}

// A glyph for a letter with one mark, and one for the other mark: whoever knows
// no ActualText gets both, and their normal form is the text.
static void test_marked_letter_taken_apart(void **state)
{
    struct draft *draft = *state;
    struct str out;

    join(draft_text(draft, "DejaVu Sans", 10, 72, 100, "ab"), 0, "\u1ebf");
    // The same glyphs mean something else: another map has it.
    join(draft_text(draft, "DejaVu Sans", 10, 72, 120, "ab"), 0, "\u1ed1");
    draft_text(draft, "DejaVu Sans", 10, 72, 140, "ab");
    assert_raw_text(draft, "\u1ebf\n\u1ed1\nab");
    out = draft_run_tool(draft, "mutool draw -F txt out.pdf 2>/dev/null");
    assert_lines_equal(
        utf8_nfc(draft->arena, str_from_cstr(squeeze(draft, out))),
        STR("\u1ebf\n\u1ed1\nab\n"));
}

// No code is without text, whatever the glyphs stand for.
static void test_more_glyphs_than_characters(void **state)
{
    struct draft *draft = *state;
    struct buf marks = {.arena = draft->arena};
    struct str source;
    struct item *item;

    join(draft_text(draft, "DejaVu Sans", 10, 72, 100, "ab"), 0, "w");
    // One glyph for more text than an entry takes.
    for (int i = 0; i < 101; i++)
        buf_add_rune(&marks, 0x301);
    item = draft_text(draft, "DejaVu Sans", 10, 72, 120, "c");
    item->text = buf_str(&marks);
    draft_write(draft);
    draft_check(draft);
    source = draft_source(draft);
    assert_contains(source, "> <0077>\n");
    assert_contains(source, "> <034F>\n");
    assert_contains(source, "> <FFFD>\n");
    assert_contains(source, "/ActualText <FEFF0077>");
}

// Glyphs from right to left have falling clusters.
static void test_falling_clusters(void **state)
{
    struct draft *draft = *state;
    struct item *item = draft_text(draft, "DejaVu Sans", 10, 72, 100, "abc");

    item->text = STR("xy\u00e9z"); // c: z, b: \u00e9, a: xy
    item->glyphs[0].cluster = 4;
    item->glyphs[1].cluster = 2;
    item->glyphs[2].cluster = 0;
    draft_write(draft);
    draft_check(draft);
    assert_contains(draft_source(draft), "<007A>");
    assert_contains(draft_run_tool(draft, "pdftotext -raw out.pdf -"),
                    "z\u00e9xy");
}

// A space that ends a paragraph may be all that an item has.
static void test_space_alone(void **state)
{
    struct draft *draft = *state;
    struct item space = *draft_text(draft, "Source Sans Pro", 10, 72, 100, "a");
    struct item next = *draft_text(draft, "Source Sans Pro", 10, 72, 100, "b");
    struct placed_glyph glyph = {.id = font_glyph(space.font, ' ')};

    space.end_space = &glyph;
    space.glyph_count = 0;
    space.text = STR("");
    next.x = space.x += space.width;
    last_page(draft)->items.ptr[1] = space;
    draft_item(draft, next);
    draft_write(draft);
    draft_check(draft);
    assert_contains(draft_run_tool(draft, "mutool draw -F txt out.pdf"), "a b");
}

static void test_fixed_blanks_are_spaces(void **state)
{
    struct draft *draft = *state;

    draft_text(draft, "Source Sans Pro", 10, 72, 100, "Dr.\u00a0A 5\u00a0%");
    draft_text(draft, "Source Sans Pro", 10, 72, 120, "x\u00ady z");
    assert_raw_text(draft, "Dr. A 5 %\nxy z");
    assert_int_equal(str_find(draft_source(draft), STR("/Span"), 0), SIZE_MAX);
}

// A block of the map holds at most 100 entries.
static void test_map_of_many_glyphs(void **state)
{
    struct draft *draft = *state;
    struct buf text = {.arena = draft->arena};
    struct str source;

    for (uint32_t rune = 0xC0; rune < 0x180; rune++)
        buf_add_rune(&text, rune);
    draft_text(draft, "DejaVu Sans", 3, 9, 100,
               str_to_cstr(draft->arena, buf_str(&text)));
    draft_write(draft);
    draft_check(draft);
    source = draft_source(draft);
    assert_contains(source, "\n100 beginbfchar\n");
    assert_contains(source, "\n92 beginbfchar\n");
}

static void test_artifacts_are_marked(void **state)
{
    struct draft *draft = *state;

    draft_text(draft, "Source Sans Pro", 10, 72, 800, "7")->role =
        ROLE_ARTIFACT;
    draft_write(draft);
    assert_contains(draft_source(draft), "/Artifact BMC\nBT\n");
    assert_contains(draft_source(draft), "ET\nEMC\n");
}

static void test_offsets_move_glyphs(void **state)
{
    struct draft *draft = *state;
    struct item *item =
        draft_text(draft, "Source Sans Pro", 10, 72, 100, "ooo");
    struct str source;

    item->glyphs[1].y_offset = PT(2);
    item->glyphs[1].x_offset = PT(1);
    item->glyphs[2].y_offset = PT(-1);
    draft_write(draft);
    draft_check(draft);
    source = draft_source(draft);
    // 1 pt of 10 to the right and back.
    assert_contains(source, "2 Ts\n[-100(");
    assert_contains(source, "-1 Ts\n[100(");
    assert_contains(source, "\n0 Ts\nET\n");
}

// Reads xMin of the last word in what pdftotext -bbox prints.
static double last_word_x(struct str bbox)
{
    size_t at = 0;
    size_t next;

    while ((next = str_find(bbox, STR("<word xMin=\""), at + 1)) != SIZE_MAX)
        at = next;
    assert_true(at > 0);
    return strtod(bbox.ptr + at + strlen("<word xMin=\""), NULL);
}

// A set line: every space is widened by an odd amount, and expansion changes
// every advance a little.
static sp set_line(struct item *item, sp per_space, sp per_glyph)
{
    sp x = item->x;
    sp last = x;

    for (size_t i = 0; i < item->glyph_count; i++) {
        struct placed_glyph *g = &item->glyphs[i];
        bool space = item->text.ptr[g->cluster] == ' ';

        g->advance += space ? per_space : per_glyph;
        x += g->advance;
        if (space)
            last = x;
    }
    return last;
}

static void test_pen_follows_the_layout(void **state)
{
    static const char line[] =
        "A long line of words that is set with odd glue, as justified "
        "paragraphs are, to its very end |";
    static const struct {
        sp per_space;
        sp per_glyph;
        int size;
    } cases[] = {{0, 0, 10},        {12345, 0, 10}, {-23456, 0, 9},
                 {4321, -1234, 11}, {7, 3, 5},      {1001, 77, 24}};

    for (size_t f = 0; f < COUNT(families); f++)
        for (size_t i = 0; i < COUNT(cases); i++) {
            struct draft *draft = *state;
            struct item *item;
            double want;
            double got;

            draft->pages = (struct pages){0};
            draft_page(draft)->width = PT(2000);
            item = draft_text(draft, families[f], cases[i].size, 72, 100, line);
            // A size with more decimals than the PDF has.
            item->size += 6007;
            want =
                (double)set_line(item, cases[i].per_space, cases[i].per_glyph) /
                (double)SP_PER_PT;
            draft_write(draft);
            got =
                last_word_x(draft_run_tool(draft, "pdftotext -bbox out.pdf -"));
            if (got - want > 0.01 || want - got > 0.01)
                fail_msg("%s %zu: %f instead of %f", families[f], i, got, want);
        }
}

static void test_icon_is_a_path(void **state)
{
    static struct path_segment segments[] = {
        {PATH_MOVE, {0}, {0}},
        {PATH_LINE, {500}, {-20}},
        {PATH_CURVE, {500, 400, 250}, {250, 500, 500}},
        {PATH_CLOSE, {0}, {0}},
    };
    static const struct outline outline = {.units_per_em = 1000,
                                           .segments = {segments, 4, 4}};
    struct draft *draft = *state;

    for (int i = 0; i < 2; i++)
        draft_item(draft, (struct item){.kind = ITEM_ICON,
                                        .x = PT(100),
                                        .y = PT(142 + 20 * i),
                                        .size = PT(10),
                                        .colour = 0xFF0000,
                                        .outline = &outline,
                                        .label = STR("Email")});
    draft_write(draft);
    draft_check(draft);
    assert_contains(draft_source(draft),
                    "/Artifact BMC\n1 0 0 rg\n"
                    "q 0.01000000 0 0 0.01000000 100 700 cm\n0 0 m\n"
                    "500 -20 l\n500 250 400 500 250 500 c\nh\nf Q\n"
                    "q 0.01000000 0 0 0.01000000 100 680 cm\n0 0 m\n");
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, draft_setup, draft_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_readers_get_the_source),
        TEST(test_divided_word_is_whole),
        TEST(test_glyph_of_two_texts),
        TEST(test_glyph_of_many_texts),
        TEST(test_clusters_of_several_glyphs),
        TEST(test_marked_letter_taken_apart),
        TEST(test_more_glyphs_than_characters),
        TEST(test_falling_clusters),
        TEST(test_space_alone),
        TEST(test_fixed_blanks_are_spaces),
        TEST(test_map_of_many_glyphs),
        TEST(test_artifacts_are_marked),
        TEST(test_offsets_move_glyphs),
        TEST(test_pen_follows_the_layout),
        TEST(test_icon_is_a_path),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
