// SPDX-License-Identifier: MIT
// The table of families: each face that was installed at build time opens,
// has sensible metrics and the style that its manifest claims, and each name
// that a manifest mentions leads somewhere.
#include "text/face.h"
#include "text/families.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void check_metrics(const struct font *font, const char *file)
{
    const struct font_metrics *m = font_metrics(font);
    int em = m->units_per_em;

    if (em < 16 || em > 16384 || m->ascender <= 0 || m->descender > 0 ||
        m->cap_height < em / 4 || m->cap_height > em || m->x_height < em / 4 ||
        m->x_height >= m->cap_height || m->x_min >= m->x_max ||
        m->y_min >= m->y_max || m->underline_thickness <= 0)
        fail_msg("%s: em %d, ascender %d, caps %d, x %d", file, em, m->ascender,
                 m->cap_height, m->x_height);
    assert_true(font_postscript_name(font).len > 0);
    assert_true(font_family_name(font).len > 0);
}

static bool is_icon_face(const struct family *family)
{
    return strcmp(family->name, "ForkAwesome") == 0;
}

static void check_face(struct arena *arena, const struct family *family,
                       const struct family_face *face)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(face->file);
    struct font *font;

    assert_non_null(blob);
    font = face_open(arena, blob, 0, &family->serif);
    assert_non_null(font);
    assert_int_equal(font_metrics(font)->serif, family->serif);
    if (face->weight % 100 != 0 || face->weight < 100 || face->weight > 900 ||
        face->width < 1 || face->width > 9)
        fail_msg("%s", face->file);
    if (!is_icon_face(family))
        check_metrics(font, face->file);
    face_close(font);
}

static void test_faces(void **state)
{
    struct arena *arena = arena_new();
    size_t count = 0;

    (void)state;
    for (size_t i = 0; i < family_count; i++)
        for (size_t j = 0; j < families[i].face_count; j++, count++)
            check_face(arena, &families[i], &families[i].faces[j]);
    assert_true(count > 4);
    arena_free(arena);
}

// No two faces of a family answer one query equally.
static void test_faces_differ(void **state)
{
    (void)state;
    for (size_t i = 0; i < family_count; i++)
        for (size_t j = 0; j < families[i].face_count; j++)
            for (size_t k = 0; k < j; k++) {
                const struct family_face *a = &families[i].faces[j];
                const struct family_face *b = &families[i].faces[k];

                if (a->weight == b->weight && a->width == b->width &&
                    a->italic == b->italic && a->oblique == b->oblique &&
                    a->design_size == b->design_size)
                    fail_msg("%s and %s", a->file, b->file);
            }
}

// A family can be asked for by each of its names, exactly.
static void test_names(void **state)
{
    struct font_store *store = font_store_new(STR(""));

    (void)state;
    for (size_t i = 0; i < family_count; i++) {
        const struct family *family = &families[i];
        struct font_query query = {.family = str_from_cstr(family->name),
                                   .weight = family->faces[0].weight,
                                   .width = family->faces[0].width,
                                   .italic = family->faces[0].italic ||
                                             family->faces[0].oblique};
        enum font_match match;
        struct font *font = font_store_lookup(store, query, &match);

        assert_int_equal(match, FONT_EXACT);
        for (size_t j = 0; family->aliases && family->aliases[j]; j++) {
            query.family = str_from_cstr(family->aliases[j]);
            if (font_store_lookup(store, query, &match) != font ||
                match != FONT_EXACT)
                fail_msg("%s for %s", family->aliases[j], family->name);
        }
    }
    font_store_free(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_faces),
        cmocka_unit_test(test_faces_differ),
        cmocka_unit_test(test_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
