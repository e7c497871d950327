// SPDX-License-Identifier: MIT
// The font store: what answers a query, fallback, metrics, broken files.
#include "text/families.h"
#include "text/font.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "font_names.h"

static struct font_query query(const char *family, int weight, bool italic)
{
    return (struct font_query){
        .family = str_from_cstr(family), .weight = weight, .italic = italic};
}

static void test_lookup(void **state)
{
    static const struct {
        const char *family;
        int weight;
        bool italic;
        enum font_match match;
        const char *postscript_name;
    } cases[] = {
        {"Source Sans Pro", 400, false, FONT_EXACT, "SourceSansPro-Regular"},
        {"source sans pro", 700, false, FONT_EXACT, "SourceSansPro-Bold"},
        {"Source Sans Pro", 700, true, FONT_EXACT, "SourceSansPro-BoldIt"},
        {"Source Sans 3", 400, true, FONT_EXACT, "SourceSansPro-It"},
        {"Latin Modern Roman", 400, false, FONT_EXACT, "LMRoman10-Regular"},
        {"New Computer Modern", 400, true, FONT_SUBSTITUTE, "LMRoman10-Italic"},
        {"XCharter", 700, false, FONT_SUBSTITUTE, "CharisSIL-Bold"},
        {"EB Garamond", 900, true, FONT_NEAR_STYLE, "EBGaramond12-Italic"},
        // Words of style at the end of a name.
        {"Source Sans 3 Light", 400, false, FONT_EXACT, "SourceSansPro-Light"},
        {"SourceSansPro-SemiBold", 400, true, FONT_EXACT,
         "SourceSansPro-SemiboldIt"},
        {"Source Sans 3 Light", 700, false, FONT_EXACT, "SourceSansPro-Bold"},
        {"Open Sans Condensed Light", 400, false, FONT_EXACT,
         "OpenSans-CondensedLight"},
        {"Open Sans Condensed", 700, false, FONT_EXACT,
         "OpenSans-CondensedBold"},
        {"Open Sans Condensed", 400, false, FONT_NEAR_STYLE,
         "OpenSans-CondensedLight"},
        {"Open Sans Expanded", 400, false, FONT_NEAR_STYLE, "OpenSans"},
        {"Calibri Bold", 400, false, FONT_SUBSTITUTE, "Carlito-Bold"},
        {"No Such Family Bold", 400, false, FONT_FALLBACK,
         "SourceSansPro-Regular"},
        // What ends like a style but is a family of its own.
        {"Latin Modern Roman Slanted", 400, true, FONT_EXACT,
         "LMRomanSlant10-Regular"},
        {"Lato", 100, false, FONT_EXACT, "Lato-Hairline"},
        {"Lato", 900, true, FONT_EXACT, "Lato-BlackItalic"},
        {"No Such Family", 400, false, FONT_FALLBACK, "SourceSansPro-Regular"},
        {"", 400, false, FONT_FALLBACK, "SourceSansPro-Regular"},
    };
    struct font_store *store = font_store_new(STR(""));

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        enum font_match match;
        struct font *font = font_store_lookup(
            store, query(cases[i].family, cases[i].weight, cases[i].italic),
            &match);

        assert_non_null(font);
        if (match != cases[i].match ||
            !is_font_name(font_postscript_name(font), cases[i].postscript_name))
            fail_msg("%s %d: match %d, %.*s", cases[i].family, cases[i].weight,
                     (int)match, STR_ARG(font_postscript_name(font)));
    }
    font_store_free(store);
}

static void test_optical_sizes(void **state)
{
    static const struct {
        const char *family;
        int tenths; // of a point
        int weight;
        bool italic;
        const char *postscript_name;
    } cases[] = {
        {"Latin Modern Roman", 0, 400, false, "LMRoman10-Regular"},
        {"Latin Modern Roman", 10, 400, false, "LMRoman5-Regular"},
        {"Latin Modern Roman", 50, 400, false, "LMRoman5-Regular"},
        {"Latin Modern Roman", 60, 400, false, "LMRoman6-Regular"},
        {"Latin Modern Roman", 65, 400, false, "LMRoman6-Regular"},
        {"Latin Modern Roman", 66, 400, false, "LMRoman7-Regular"},
        {"Latin Modern Roman", 80, 400, false, "LMRoman8-Regular"},
        {"Latin Modern Roman", 90, 400, false, "LMRoman9-Regular"},
        {"Latin Modern Roman", 100, 400, false, "LMRoman10-Regular"},
        {"Latin Modern Roman", 110, 400, false, "LMRoman10-Regular"},
        {"Latin Modern Roman", 111, 400, false, "LMRoman12-Regular"},
        {"Latin Modern Roman", 145, 400, false, "LMRoman12-Regular"},
        {"Latin Modern Roman", 146, 400, false, "LMRoman17-Regular"},
        {"Latin Modern Roman", 9999, 400, false, "LMRoman17-Regular"},
        // The weight and the slant count for more than the size.
        {"Latin Modern Roman", 300, 700, false, "LMRoman12-Bold"},
        {"Latin Modern Roman", 50, 400, true, "LMRoman7-Italic"},
        {"Latin Modern Roman", 50, 700, true, "LMRoman10-BoldItalic"},
        {"Latin Modern Roman", 50, 600, false, "LMRomanDemi10-Regular"},
        {"Latin Modern Roman Slanted", 83, 400, true, "LMRomanSlant8-Regular"},
        {"Latin Modern Roman Caps", 83, 400, false, "LMRomanCaps10-Regular"},
        {"Latin Modern Sans", 200, 400, true, "LMSans17-Oblique"},
        {"Source Sans Pro", 50, 400, false, "SourceSansPro-Regular"},
    };
    struct font_store *store = font_store_new(STR(""));

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct font_query q =
            query(cases[i].family, cases[i].weight, cases[i].italic);
        enum font_match match;
        struct font *font;

        q.size = PT(cases[i].tenths) / 10;
        font = font_store_lookup(store, q, &match);
        assert_int_equal(match, FONT_EXACT);
        if (!is_font_name(font_postscript_name(font), cases[i].postscript_name))
            fail_msg("%s %d: %.*s", cases[i].family, cases[i].tenths,
                     STR_ARG(font_postscript_name(font)));
    }
    font_store_free(store);
}

static void test_small_caps(void **state)
{
    static const struct {
        const char *family;
        int weight;
        bool italic;
        bool has;
    } cases[] = {
        {"EB Garamond", 400, false, true},         // a feature
        {"Latin Modern Roman", 400, false, true},  // another family
        {"Latin Modern Roman", 400, true, true},   // its oblique
        {"Latin Modern Roman", 700, false, false}, // which has no bold
        {"DejaVu Sans", 400, false, false},
    };
    struct font_store *store = font_store_new(STR(""));

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct font_query q =
            query(cases[i].family, cases[i].weight, cases[i].italic);

        for (int round = 0; round < 2; round++)
            if (font_store_small_caps(store, q) != cases[i].has)
                fail_msg("%s %d %d", cases[i].family, cases[i].weight,
                         cases[i].italic);
    }
    font_store_free(store);
}

static void test_same_face_is_opened_once(void **state)
{
    struct font_store *store = font_store_new(STR(""));
    enum font_match match;
    struct font *a =
        font_store_lookup(store, query("Source Sans Pro", 400, false), &match);
    struct font *b =
        font_store_lookup(store, query("No Such Family", 400, false), &match);
    struct font *c =
        font_store_lookup(store, query("Source Sans Pro", 700, false), &match);

    (void)state;
    assert_ptr_equal(a, b);
    assert_ptr_not_equal(a, c);
    font_store_free(store);
}

static void test_metrics(void **state)
{
    struct font_store *store = font_store_new(STR(""));
    enum font_match match;
    struct font *font =
        font_store_lookup(store, query("Source Sans Pro", 400, false), &match);
    const struct font_metrics *metrics = font_metrics(font);

    (void)state;
    assert_int_equal(metrics->units_per_em, 1000);
    assert_int_equal(metrics->cap_height, 660);
    // 480 in Source Sans Pro, 486 in Source Sans 3.
    assert_in_range(metrics->x_height, 480, 486);
    assert_int_equal(metrics->weight, 400);
    assert_false(metrics->italic);
    assert_false(metrics->serif);
    assert_false(metrics->fixed_pitch);
    assert_int_equal(metrics->italic_angle_millidegrees, 0);
    assert_true(metrics->x_min < 0 && metrics->x_max > 1000);
    assert_true(metrics->ascender > 0 && metrics->descender < 0);
    assert_true(metrics->underline_position < 0);
    assert_int_equal(font_scale(font, 500, PT(10)), PT(5));
    font =
        font_store_lookup(store, query("Source Sans Pro", 400, true), &match);
    assert_true(font_metrics(font)->italic);
    assert_in_range(-font_metrics(font)->italic_angle_millidegrees, 9000,
                    15000);
    font =
        font_store_lookup(store, query("DejaVu Sans Mono", 400, false), &match);
    assert_true(font_metrics(font)->fixed_pitch);
    assert_int_equal(font_metrics(font)->units_per_em, 2048);
    font = font_store_lookup(store, query("Charis SIL", 700, false), &match);
    assert_true(font_metrics(font)->serif);
    assert_int_equal(font_metrics(font)->weight, 700);
    font_store_free(store);
}

static void test_features(void **state)
{
    struct font_store *store = font_store_new(STR(""));
    enum font_match match;
    struct font *garamond =
        font_store_lookup(store, query("EB Garamond", 400, false), &match);
    struct font *mono =
        font_store_lookup(store, query("DejaVu Sans Mono", 400, false), &match);

    (void)state;
    assert_true(font_has_feature(garamond, "smcp"));
    assert_true(font_has_feature(garamond, "liga"));
    assert_false(font_has_feature(mono, "smcp"));
    font_store_free(store);
}

static void copy_file(const char *from, const char *folder, const char *name)
{
    char path[512];
    char bytes[4096];
    size_t count;
    FILE *in = fopen(from, "rb");
    FILE *out;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    out = fopen(path, "wb");
    assert_non_null(in);
    assert_non_null(out);
    while ((count = fread(bytes, 1, sizeof bytes, in)) > 0)
        assert_int_equal(fwrite(bytes, 1, count, out), count);
    fclose(in);
    fclose(out);
}

static void write_file(const char *folder, const char *name, const char *text)
{
    char path[512];
    FILE *out;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    out = fopen(path, "wb");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

static const char *file_of(const char *family, int weight)
{
    for (size_t i = 0; i < family_count; i++)
        for (size_t j = 0; j < families[i].face_count; j++)
            if (strcmp(families[i].name, family) == 0 &&
                families[i].faces[j].weight == weight &&
                !families[i].faces[j].italic)
                return families[i].faces[j].file;
    fail_msg("no face %s %d", family, weight);
    return NULL;
}

// A folder beside the profile with one good face and all that may go wrong.
static void test_local_folder(void **state)
{
    char folder[] = "/tmp/vita-test-font-XXXXXX";
    static const char *const names[] = {"Good.OTF",  "broken.ttf", "empty.otf",
                                        "notes.txt", "pipe.ttf",   "size.otf"};
    enum font_match match;
    struct font_store *store;
    struct font *font;
    char path[512];

    (void)state;
    assert_non_null(mkdtemp(folder));
    copy_file(file_of("Linux Libertine O", 700), folder, names[0]);
    write_file(folder, names[1], "OTTO no font at all");
    write_file(folder, names[2], "");
    write_file(folder, names[3], "nothing");
    snprintf(path, sizeof path, "%s/%s", folder, names[4]);
    assert_int_equal(mkfifo(path, 0600), 0);
    copy_file(file_of("Latin Modern Sans", 400), folder, names[5]);
    store = font_store_new(str_from_cstr(folder));
    // The local face wins though the table has the regular one.
    font = font_store_lookup(store, query("Linux Libertine O", 400, false),
                             &match);
    assert_int_equal(match, FONT_NEAR_STYLE);
    assert_true(str_eq_cstr(font_postscript_name(font), "LinLibertineOB"));
    font = font_store_lookup(store, query("Linux Libertine O", 700, false),
                             &match);
    assert_int_equal(match, FONT_EXACT);
    assert_true(str_eq_cstr(font_family_name(font), "Linux Libertine O"));
    font = font_store_lookup(store, query("Charis SIL", 400, false), &match);
    assert_int_equal(match, FONT_EXACT);
    // What calls itself "LM Sans 10" is LM Sans.
    font = font_store_lookup(store, query("LM Sans", 400, false), &match);
    assert_int_equal(match, FONT_EXACT);
    assert_true(str_eq_cstr(font_family_name(font), "Latin Modern Sans"));
    font_store_free(store);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        assert_int_equal(unlink(path), 0);
    }
    assert_int_equal(rmdir(folder), 0);
}

// Every truncation of a font opens or not, but does no harm.
static void test_truncated_fonts(void **state)
{
    char folder[] = "/tmp/vita-test-font-XXXXXX";
    const char *good = file_of("DejaVu Sans Mono", 400);
    char path[512];

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/cut.ttf", folder);
    for (long size = 4; size < 300000; size = size * 3 / 2 + 1) {
        struct font_store *store;
        enum font_match match;

        copy_file(good, folder, "cut.ttf");
        assert_int_equal(truncate(path, size), 0);
        store = font_store_new(str_from_cstr(folder));
        assert_non_null(font_store_lookup(
            store, query("DejaVu Sans Mono", 400, false), &match));
        font_store_free(store);
    }
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lookup),
        cmocka_unit_test(test_optical_sizes),
        cmocka_unit_test(test_small_caps),
        cmocka_unit_test(test_same_face_is_opened_once),
        cmocka_unit_test(test_metrics),
        cmocka_unit_test(test_features),
        cmocka_unit_test(test_local_folder),
        cmocka_unit_test(test_truncated_fonts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
