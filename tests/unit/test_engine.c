// SPDX-License-Identifier: MIT
// What stays warm from one profile to the next changes no byte: each profile
// comes out the same alone and behind others, in whatever order.
#include "job/make.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const profiles[] = {
    VITA_SOURCE_DIR "/profiles/alan-turing.yaml",
    VITA_SOURCE_DIR "/profiles/rosalind-franklin.yaml",
    VITA_SOURCE_DIR "/profiles/marie-curie.yaml",
    VITA_SOURCE_DIR "/profiles/carl-friedrich-gauss.yaml",
};

static struct str make(struct arena *arena, struct engine *engine,
                       const char *profile)
{
    struct request request = {.profile = profile};
    struct product_list products = {0};
    struct arena *own = arena_new();
    struct str pdf;
    struct job job;

    job_begin(&job, own, &request);
    assert_int_equal(job_make(&job, engine, &products), EXIT_FINE);
    assert_int_equal(products.len, 1);
    pdf = str_copy(arena, products.ptr[0].data);
    arena_free(own);
    return pdf;
}

// Asserts that the profile comes out with these bytes.
static void assert_makes(struct arena *arena, struct engine *engine,
                         const char *profile, struct str expected)
{
    struct str pdf = make(arena, engine, profile);

    assert_int_equal(pdf.len, expected.len);
    assert_memory_equal(pdf.ptr, expected.ptr, pdf.len);
}

static void test_warm_is_cold(void **state)
{
    struct arena *arena = arena_new();
    struct engine *warm = engine_new();
    struct str cold[COUNT(profiles)];

    (void)state;
    setenv("SOURCE_DATE_EPOCH", "1589710000", 1);
    for (size_t i = 0; i < COUNT(profiles); i++) {
        struct engine *engine = engine_new();

        cold[i] = make(arena, engine, profiles[i]);
        engine_free(engine);
    }
    for (size_t turn = 0; turn < 3 * COUNT(profiles); turn++) {
        size_t i = turn * 3 % COUNT(profiles); // another order each time

        assert_makes(arena, warm, profiles[i], cold[i]);
    }
    engine_free(warm);
    arena_free(arena);
}

// Caches that are emptied between two documents leave nothing behind that is
// used.
static void test_trimmed(void **state)
{
    struct arena *arena = arena_new();
    struct engine *engine = engine_new();
    struct str first = make(arena, engine, profiles[0]);
    struct layout_stock stock;

    (void)state;
    stock = engine_stock(engine, STR(VITA_SOURCE_DIR "/profiles"));
    font_store_trim(stock.fonts, 0);
    paragraph_cache_clear(stock.paragraphs);
    pdf_cache_clear(engine_cache(engine));
    assert_makes(arena, engine, profiles[0], first);
    engine_free(engine);
    arena_free(arena);
}

// Nor do those that are emptied after so many documents.
static void test_renewed(void **state)
{
    struct arena *arena = arena_new();
    struct engine *engine = engine_new();
    struct str first = make(arena, engine, profiles[0]);

    (void)state;
    for (int documents = 1; documents < 1500; documents++) {
        (void)engine_stock(engine, STR(VITA_SOURCE_DIR "/profiles"));
        if (documents % 125 == 0)
            assert_makes(arena, engine, profiles[0], first);
    }
    engine_free(engine);
    arena_free(arena);
}

// A folder of fonts beside the profiles is read once, and again when a file in
// it has come.
static void test_local_fonts(void **state)
{
    struct engine *engine = engine_new();
    char folder[] = "/tmp/vita-test-engine-XXXXXX";
    char fonts[64];
    char file[80];
    struct font_store *store;
    enum font_match match;
    struct font *font;

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(fonts, sizeof fonts, "%s/fonts", folder);
    snprintf(file, sizeof file, "%s/a.ttf", fonts);
    store = engine_stock(engine, str_from_cstr(folder)).fonts;
    assert_int_equal(mkdir(fonts, 0777), 0);
    assert_ptr_not_equal(engine_stock(engine, str_from_cstr(folder)).fonts,
                         store);
    store = engine_stock(engine, str_from_cstr(folder)).fonts;
    assert_ptr_equal(engine_stock(engine, str_from_cstr(folder)).fonts, store);
    // The shared ones in between leave it as it is.
    (void)engine_stock(engine, STR("/"));
    assert_ptr_equal(engine_stock(engine, str_from_cstr(folder)).fonts, store);
    assert_int_equal(
        symlink("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", file), 0);
    store = engine_stock(engine, str_from_cstr(folder)).fonts;
    font = font_store_lookup(store,
                             (struct font_query){.family = STR("DejaVu Serif"),
                                                 .weight = 400,
                                                 .size = 10 * SP_PER_PT},
                             &match);
    assert_int_equal(match, FONT_EXACT);
    assert_non_null(font);
    engine_free(engine);
    assert_int_equal(unlink(file), 0);
    assert_int_equal(rmdir(fonts), 0);
    assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_warm_is_cold),
        cmocka_unit_test(test_trimmed),
        cmocka_unit_test(test_renewed),
        cmocka_unit_test(test_local_fonts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
