// SPDX-License-Identifier: MIT
// What vita tells about its fonts.
#include "profile_fixture.h"

#include "reference/font_table.h"
#include "text/families.h"

#include <jansson.h>

static bool has(struct str text, const char *part)
{
    return str_find(text, str_from_cstr(part), 0) != SIZE_MAX;
}

static void test_fonts(void **state)
{
    struct arena *arena = arena_new();
    struct str none = {"", 0};
    struct str text = font_table_make(arena, none, STR("SOURCE SANS"));

    (void)state;
    assert_true(has(text, "Source Sans Pro\n  in vita"));
    assert_true(has(text, "\n  weights "));
    assert_true(has(text, " 400 "));
    assert_true(has(text, "italic, small capitals\n"));
    assert_true(has(text, "\n  licence OFL-1.1\n  Debian package "));
    text = font_table_make(arena, none, STR("no such family"));
    assert_int_equal(text.len, 0);
    text = font_table_make(arena, none, none);
    for (size_t i = 0; i < family_count; i++)
        if (strcmp(families[i].name, "ForkAwesome") != 0 &&
            !has(text, families[i].name))
            fail_msg("%s is not listed", families[i].name);
    assert_false(has(text, "ForkAwesome")); // icons
    arena_free(arena);
}

// A family beside the profile stands there alone, and first.
static void test_fonts_beside(void **state)
{
    struct arena *arena = arena_new();
    const struct family_face *face = &families[1].faces[0];
    struct str folder = str_from_cstr(face->file);
    struct str text;

    (void)state;
    while (folder.ptr[folder.len - 1] != '/')
        folder.len--;
    text = font_table_make(arena, str_slice(folder, 0, folder.len - 1),
                           str_from_cstr(families[1].name));
    assert_true(str_starts(text, str_from_cstr(families[1].name)));
    assert_true(has(text, "\n  beside the profile, /"));
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fonts),
        cmocka_unit_test(test_fonts_beside),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
