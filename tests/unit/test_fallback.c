// SPDX-License-Identifier: MIT
// Fallback: which face shows what the style's face lacks.
#include "base/utf8.h"
#include "text/families.h"
#include "text/shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "font_names.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static int set_up(void **state)
{
    *state = font_store_new(STR(""));
    return 0;
}

static int tear_down(void **state)
{
    font_store_free(*state);
    return 0;
}

static struct font_query query(const char *family, int weight, bool italic)
{
    return (struct font_query){
        .family = str_from_cstr(family), .weight = weight, .italic = italic};
}

static void test_faces(void **state)
{
    static const struct {
        const char *family;
        int weight;
        bool italic;
        const char *text;
        const char *postscript_name; // how it begins; NULL: no face
    } cases[] = {
        // Greek and Cyrillic: the design near by, in weight and slant.
        {"Source Sans Pro", 400, false, "\u03b1", "Carlito"},
        {"Source Sans Pro", 700, false, "\u0416", "Carlito-Bold"},
        {"Source Sans Pro", 400, true, "\u0416", "Carlito-Italic"},
        {"Latin Modern Roman", 400, false, "\u0416", "CMUSerif-Roman"},
        {"Latin Modern Roman", 700, true, "\u0416", "CMUSerif-BoldItalic"},
        {"EB Garamond", 700, false, "\u03b1", "LinLibertineOZ"},
        {"Charis SIL", 400, true, "\u03b1", "LinLibertineOI"},
        // Arabic and Hebrew with serifs and without.
        {"Source Sans Pro", 700, false, "\u0633", "Amiri-Bold"},
        {"EB Garamond", 400, false, "\u0633", "Amiri"},
        {"EB Garamond", 700, true, "\u0633", "Amiri-BoldSlanted"},
        {"Source Sans Pro", 400, false, "\u05e9", "DejaVuSans"},
        {"EB Garamond", 400, false, "\u05e9", "LinLibertineO"},
        // Chinese, Japanese, Korean.
        {"Source Sans Pro", 400, false, "\u4e2d", "WenQuanYiMicroHei"},
        {"EB Garamond", 700, true, "\u3042", "WenQuanYiMicroHei"},
        {"Source Sans Pro", 700, false, "\ud55c", "WenQuanYiMicroHei"},
        // A family of no manifest: those made for the script come first.
        {"No Such Family", 400, false, "\u0633", "Amiri"},
        // Symbols.
        {"Source Sans Pro", 400, false, "\u2605", "DejaVuSans"},
        {"Latin Modern Roman", 400, false, "\u260e", "DejaVuS"},
        {"Source Sans Pro", 400, false, "\U0001D538", "DejaVuSans"},
        // Clusters: the mark that is drawn is that of the base's face.
        {"Carlito", 400, false, "x\u0304", "DejaVuSans"},
        {"Latin Modern Roman", 400, false, "\u2605\u0301", "LinLibertineO"},
        // A private-use character means nothing outside its font.
        {"Latin Modern Roman", 400, false, "\uf08c", NULL},
        {"Latin Modern Roman", 400, false, "a\uf08c", NULL},
        {"Latin Modern Roman", 400, false, "\U0010fffd", NULL},
        // Not a character at all.
        {"Latin Modern Roman", 400, false, "\ufffe", NULL},
        {"Latin Modern Roman", 400, false, "", NULL},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct font *font = font_store_fallback(
            *state, query(cases[i].family, cases[i].weight, cases[i].italic),
            str_from_cstr(cases[i].text));
        struct str name = font ? font_postscript_name(font) : STR("none");

        if (!!font != !!cases[i].postscript_name ||
            (font &&
             !str_starts(name, str_from_cstr(cases[i].postscript_name)) &&
             !is_font_name(name, cases[i].postscript_name)))
            fail_msg("%s %d \"%s\": %.*s", cases[i].family, cases[i].weight,
                     cases[i].text, STR_ARG(name));
    }
}

// The same font whatever was asked before.
static void test_order_does_not_matter(void **state)
{
    static const char *const texts[] = {"\u03b1", "\u0416", "\u4e2d", "\u2605",
                                        "x\u0304"};
    struct font_store *other = font_store_new(STR(""));
    struct font_query q = query("Latin Modern Roman", 400, false);

    for (size_t i = 0; i < COUNT(texts); i++)
        (void)font_store_fallback(other, q, str_from_cstr(texts[i]));
    for (size_t i = COUNT(texts); i-- > 0;) {
        struct str text = str_from_cstr(texts[i]);
        struct font *a = font_store_fallback(*state, q, text);
        struct font *b = font_store_fallback(other, q, text);

        assert_true(str_eq(font_postscript_name(a), font_postscript_name(b)));
        assert_ptr_equal(a, font_store_fallback(*state, q, text));
    }
    font_store_free(other);
}

// Many clusters make the cache grow.
static void test_many_fallbacks(void **state)
{
    struct font_query q = query("Latin Modern Roman", 400, false);
    size_t found = 0;

    for (int round = 0; round < 2; round++)
        for (uint32_t rune = 0x2500; rune < 0x2600; rune++) {
            char bytes[4];
            struct str text = {bytes, utf8_encode(rune, bytes)};

            found += font_store_fallback(*state, q, text) != NULL;
        }
    assert_int_equal(found, 512);
}

// The runs of a text, each by the text that it shows.
static void test_runs(void **state)
{
    static const struct {
        const char *family;
        const char *text;
        const char *runs; // parted by |
    } cases[] = {
        // Marks stay with their base, whole clusters in one face.
        {"Source Sans Pro", "ax\u0304b", "ax\u0304b"},
        {"Carlito", "a x\u0304 b", "a |x\u0304| b"},
        // A word is in one face, if there is one that has it all, with the
        // signs within it but not those around it.
        {"Carlito", "ax\u0304b", "ax\u0304b"},
        {"Carlito", "z (a'x\u0304-b):", "z (|a'x\u0304-b|):"},
        {"Carlito", "a x\u0304\u00a0b", "a |x\u0304|\u00a0b"},
        {"Charis SIL", "\u0393\u03bb\u03ce\u03c3\u03c3\u03b5\u03c2: \u03c0",
         "\u0393\u03bb\u03ce\u03c3\u03c3\u03b5\u03c2|: \u03c0"},
        {"Charis SIL", "ab\u03b2\u03ba", "ab|\u03b2\u03ba"},
        {"Carlito", "ab\u2605cx\u0304", "ab\u2605cx\u0304"},
        // DejaVu Sans, which is asked first, has one of the two letters.
        {"Carlito", "a\ua730\uab30b", "a\ua730\uab30b"},
        {"Latin Modern Roman", "a\u2605\u0301z", "a|\u2605\u0301|z"},
        {"EB Garamond", "\u05e9\u05c1\u05b8\u05dc", "\u05e9\u05c1\u05b8\u05dc"},
        // Emoji with joiners and flags are one cluster.
        {"Source Sans Pro", "a\U0001F1E9\U0001F1EAb",
         "a|\U0001F1E9\U0001F1EA|b"},
        // What draws nothing does not part a run.
        {"Source Sans Pro", "\u4e2d\u200b\u6587", "\u4e2d\u200b\u6587"},
        {"Source Sans Pro", "a\u00adb", "a\u00adb"},
        // Punctuation goes with what stands before.
        {"Source Sans Pro", "a\u4e2d\u3002\u300c\u6587\u300dz",
         "a|\u4e2d\u3002\u300c\u6587\u300d|z"},
        // Names in several scripts.
        {"Source Sans Pro", "Li \u674e\u5c0f\u9f99 Lee",
         "Li |\u674e\u5c0f\u9f99| Lee"},
        {"Source Sans Pro", "\u039a\u03ce\u03c3\u03c4\u03b1\u03c2",
         "\u039a\u03ce\u03c3\u03c4\u03b1\u03c2"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct shape_style style = {.query = query(cases[i].family, 400, false),
                                    .language = "en"};
        struct str text = str_from_cstr(cases[i].text);
        const struct shape *shape = shape_text(*state, &style, text);
        char got[200] = "";

        for (size_t j = 0; j < shape->count; j++)
            snprintf(got + strlen(got), sizeof got - strlen(got), "%s%.*s",
                     j > 0 ? "|" : "",
                     (int)(shape->runs[j].end - shape->runs[j].start),
                     text.ptr + shape->runs[j].start);
        if (strcmp(got, cases[i].runs) != 0)
            fail_msg("%s: \"%s\" for \"%s\"", cases[i].family, got,
                     cases[i].runs);
    }
}

// A face beside the profile goes before families that are no fallbacks of
// the family's own.
// What the table says of a face does not hang on how it was found first.
static void test_face_by_other_name(void **state)
{
    struct font_store *store = *state;
    enum font_match match;
    const struct font *font =
        font_store_lookup(store, query("EB Garamond 12", 700, false), &match);

    assert_true(str_eq_cstr(font_postscript_name(font), "EBGaramond12-Bold"));
    font = font_store_fallback(store, query("EB Garamond", 700, false),
                               STR("\u03b1"));
    assert_true(str_eq_cstr(font_postscript_name(font), "LinLibertineOZ"));
}

static void test_local_folder(void **state)
{
    static const char *const files[] = {
        "/usr/share/fonts/opentype/fonts-hosny-amiri/AmiriQuran.ttf",
        "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    };
    char folder[] = "/tmp/vita-test-fallback-XXXXXX";
    struct font_store *store;
    char paths[2][100];
    struct font *font;

    (void)state;
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < COUNT(files); i++) {
        snprintf(paths[i], sizeof paths[i], "%s/%zu.ttf", folder, i);
        assert_int_equal(symlink(files[i], paths[i]), 0);
    }
    store = font_store_new(str_from_cstr(folder));
    font = font_store_fallback(store, query("Amiri Quran", 400, false),
                               STR("\u03b1"));
    assert_true(str_eq_cstr(font_postscript_name(font), "DejaVuSerif"));
    font = font_store_fallback(store, query("Source Sans Pro", 400, false),
                               STR("\u03b1"));
    assert_true(is_font_name(font_postscript_name(font), "Carlito"));
    font_store_free(store);
    for (size_t i = 0; i < COUNT(files); i++)
        assert_int_equal(unlink(paths[i]), 0);
    assert_int_equal(rmdir(folder), 0);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_faces),
        TEST(test_order_does_not_matter),
        TEST(test_many_fallbacks),
        TEST(test_runs),
        TEST(test_face_by_other_name),
        TEST(test_local_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
