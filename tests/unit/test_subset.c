// SPDX-License-Identifier: MIT
// Subsets of both kinds of fonts, and the reader of CFF charsets.
#include "text/cff.h"
#include "text/shape.h"
#include "text/subset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int compare_ids(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

// The glyphs of a word, ascending and unique.
static size_t collect_ids(const struct shape *shape, uint32_t *ids)
{
    size_t count = 0;
    size_t unique = 0;

    for (size_t i = 0; i < shape->runs[0].count; i++)
        ids[count++] = shape->runs[0].glyphs[i].id;
    qsort(ids, count, sizeof *ids, compare_ids);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || ids[i] != ids[i - 1])
            ids[unique++] = ids[i];
    return unique;
}

static bool contains(const struct subset *subset, uint32_t id)
{
    for (size_t i = 0; i < subset->glyph_count; i++)
        if (subset->old_ids[i] == id)
            return true;
    return false;
}

static void test_subsets(void **state)
{
    static const struct {
        const char *family;
        const char *text;
        enum subset_format format;
        const char *magic;
        size_t magic_size;
        size_t size_max;
        size_t glyphs;
    } cases[] = {
        {"Source Sans Pro", "Hello", SUBSET_CFF, "\1\0\4", 3, 4000, 5},
        {"Latin Modern Roman", "Hello", SUBSET_CFF, "\1\0\4", 3, 4000, 5},
        {"EB Garamond", "Hello", SUBSET_CFF, "\1\0\4", 3, 9000, 5},
        {"Charis SIL", "Hello", SUBSET_TRUETYPE, "\0\1\0\0", 4, 4000, 5},
        {"DejaVu Sans", "Hello", SUBSET_TRUETYPE, "\0\1\0\0", 4, 4000, 5},
        // A composite brings its parts, e and the accent.
        {"DejaVu Sans", "\xc3\xa9", SUBSET_TRUETYPE, "\0\1\0\0", 4, 4000, 4},
    };
    struct font_store *store = font_store_new(STR(""));
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct shape_style style = {
            .query = {.family = str_from_cstr(cases[i].family), .weight = 400}};
        const struct shape *shape =
            shape_text(store, &style, str_from_cstr(cases[i].text));
        const struct glyph_run *run = &shape->runs[0];
        uint32_t ids[16];
        size_t count = collect_ids(shape, ids);
        struct subset subset;

        assert_true(subset_font(arena, run->font, ids, count, &subset));
        assert_int_equal(subset.format, cases[i].format);
        assert_int_equal(subset.glyph_count, cases[i].glyphs);
        assert_memory_equal(subset.data.ptr, cases[i].magic,
                            cases[i].magic_size);
        assert_in_range(subset.data.len, 200, cases[i].size_max);
        assert_int_equal(subset.old_ids[0], 0);
        assert_null(subset.cids);
        for (size_t j = 1; j < subset.glyph_count; j++)
            assert_true(subset.old_ids[j] > subset.old_ids[j - 1]);
        for (size_t j = 0; j < count; j++)
            assert_true(contains(&subset, ids[j]));
        for (size_t j = 0; j < subset.glyph_count; j++)
            if (subset.old_ids[j] == run->glyphs[0].id)
                assert_int_equal(subset.advances[j], run->glyphs[0].advance);
    }
    arena_free(arena);
    font_store_free(store);
}

static void test_equal_input_equal_bytes(void **state)
{
    struct font_store *store = font_store_new(STR(""));
    struct arena *arena = arena_new();
    enum font_match match;
    struct font *font = font_store_lookup(
        store,
        (struct font_query){.family = STR("Source Sans Pro"), .weight = 400},
        &match);
    const uint32_t ids[] = {3, 4, 40, 400};
    struct subset a;
    struct subset b;

    (void)state;
    assert_true(subset_font(arena, font, ids, 4, &a));
    assert_true(subset_font(arena, font, ids, 4, &b));
    assert_true(str_eq(a.data, b.data));
    assert_true(subset_font(arena, font, ids, 0, &b));
    assert_int_equal(b.glyph_count, 1);
    assert_false(str_eq(a.data, b.data));
    arena_free(arena);
    font_store_free(store);
}

// Glyphs that the font does not have are not in the subset.
static void test_unknown_glyphs(void **state)
{
    struct font_store *store = font_store_new(STR(""));
    struct arena *arena = arena_new();
    enum font_match match;
    struct font *font = font_store_lookup(
        store, (struct font_query){.family = STR("Charis SIL"), .weight = 400},
        &match);
    const uint32_t ids[] = {65534, 65535, 1000000};
    struct subset subset;

    (void)state;
    if (subset_font(arena, font, ids, 3, &subset))
        assert_int_equal(subset.glyph_count, 1);
    arena_free(arena);
    font_store_free(store);
}

// Header and names {"A"}, 10 bytes; an index with one top dictionary follows,
// then the charset, at offset 22 (161 - 139) where nothing else is said. ROS
// is 12 30 with three operands of 0 (139).
#define CFF_HEAD                                                               \
    "\1\0\4\1"                                                                 \
    "\0\1\1\1\2"                                                               \
    "A"

static void test_charsets(void **state)
{
#define ROS "\x8b\x8b\x8b\x0c\x1e"
    const struct {
        struct str cff;
        size_t count;
        bool good;
        bool keyed;
        uint32_t cids[5];
    } cases[] = {
        // name-keyed: an empty dictionary
        {STR(CFF_HEAD "\0\1\1\1\1"), 3, true, false, {0}},
        // CID-keyed without a charset
        {STR(CFF_HEAD "\0\1\1\1\6" ROS), 3, true, true, {0, 1, 2}},
        // format 0 behind a real number
        {STR(CFF_HEAD "\0\1\1\1\x0b" ROS "\x1e\x1a\x5f\xa4\x0f"
                      "\0\0\x05\0\x09"),
         3,
         true,
         true,
         {0, 5, 9}},
        // format 1: one range from 7 of 1 + 2; then one from 100 of 1
        {STR(CFF_HEAD "\0\1\1\1\x08" ROS "\xa1\x0f"
                      "\1\0\7\2\0\x64\0"),
         5,
         true,
         true,
         {0, 7, 8, 9, 100}},
        {STR(CFF_HEAD "\0\1\1\1\x08" ROS "\xa1\x0f"
                      "\2\0\7\0\2\0\x64\0\0"),
         5,
         true,
         true,
         {0, 7, 8, 9, 100}},
        {STR(CFF_HEAD "\0\1\1\1\x08" ROS "\xa1\x0f"
                      "\0\0\5\0\7\0\x9\0\xb"),
         5,
         true,
         true,
         {0, 5, 7, 9, 11}},
        // cut off, wild offsets, an unknown format
        {STR(CFF_HEAD "\0\1\1\1\x08" ROS "\xa1\x0f"
                      "\1\0\7"),
         5,
         false,
         false,
         {0}},
        {STR(CFF_HEAD "\0\1\1\1\x08" ROS "\xa1\x0f"
                      "\7\0\7"),
         5,
         false,
         false,
         {0}},
        {STR(CFF_HEAD "\0\1\4\xff\xff\xff\xff"), 5, false, false, {0}},
        {STR(CFF_HEAD "\0\1\7"), 5, false, false, {0}},
        {STR("\1\0\4"), 5, false, false, {0}},
        {STR(""), 5, false, false, {0}},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const uint32_t *cids;
        bool good = cff_read_cids(arena, cases[i].cff, cases[i].count, &cids);

        if (good != cases[i].good)
            fail_msg("case %zu: %d", i, good);
        if (!good)
            continue;
        assert_int_equal(cids != NULL, cases[i].keyed);
        for (size_t j = 0; cids && j < cases[i].count; j++)
            assert_int_equal(cids[j], cases[i].cids[j]);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_subsets),
        cmocka_unit_test(test_equal_input_equal_bytes),
        cmocka_unit_test(test_unknown_glyphs),
        cmocka_unit_test(test_charsets),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
