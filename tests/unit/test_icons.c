// SPDX-License-Identifier: MIT
// Icons by name: which exist, in which style, and that they are outlines.
#include "text/icons_data.h"
#include "text/outline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

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

// What must hold of every outline: closed paths of some size.
static void check_outline(const struct outline *outline, const char *name)
{
    bool open = false;
    size_t moves = 0;

    if (!outline)
        fail_msg("no icon %s", name);
    assert_true(outline->units_per_em > 0 && outline->advance > 0);
    assert_true(outline->y_max - outline->y_min > outline->units_per_em / 10);
    assert_true(outline->y_max - outline->y_min < 2 * outline->units_per_em);
    for (size_t i = 0; i < outline->segments.len; i++) {
        switch (outline->segments.ptr[i].op) {
        case PATH_MOVE:
            assert_false(open);
            open = true;
            moves++;
            break;
        case PATH_CLOSE:
            assert_true(open);
            open = false;
            break;
        default:
            assert_true(open);
        }
    }
    assert_false(open);
    assert_true(moves > 0);
}

// All of the table: a wrong code point would find no glyph.
static void test_all_names(void **state)
{
    for (size_t i = 0; i < icon_glyph_count; i++) {
        const char *name = icon_glyphs[i].name;

        check_outline(icon_lookup(*state, str_from_cstr(name)), name);
        if (i > 0)
            assert_true(strcmp(icon_glyphs[i - 1].name, name) < 0);
    }
    for (size_t i = 0; i < icon_drawing_count; i++) {
        const char *name = icon_drawings[i].name;

        check_outline(icon_lookup(*state, str_from_cstr(name)), name);
    }
}

// The names that RenderCV gives to connections and social networks.
static void test_contact_names(void **state)
{
    static const char *const names[] = {
        "linkedin",     "github",       "gitlab",         "imdb",
        "instagram",    "mastodon",     "orcid",          "stack-overflow",
        "researchgate", "youtube",      "google-scholar", "graduation-cap",
        "telegram",     "whatsapp",     "code",           "x-twitter",
        "bluesky",      "location-dot", "envelope",       "phone",
        "link",         "reddit",       "external-link",
    };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        check_outline(icon_lookup(*state, str_from_cstr(names[i])), names[i]);
}

static void test_styles(void **state)
{
    const struct outline *plain = icon_lookup(*state, STR("envelope"));
    const struct outline *solid =
        icon_lookup(*state, STR("fa-solid fa-envelope"));
    const struct outline *regular =
        icon_lookup(*state, STR(" fa-regular  fa-envelope "));
    const struct outline *short_solid =
        icon_lookup(*state, STR("fas fa-envelope"));

    check_outline(plain, "envelope");
    // An outlined drawing has an inside.
    assert_int_equal(plain->segments.len, regular->segments.len);
    assert_int_not_equal(plain->segments.len, solid->segments.len);
    assert_int_equal(short_solid->segments.len, solid->segments.len);
    // No outlined style: the solid one.
    assert_int_equal(icon_lookup(*state, STR("far fa-link"))->segments.len,
                     icon_lookup(*state, STR("link"))->segments.len);
    assert_int_equal(
        icon_lookup(*state, STR("fa-brands fa-x-twitter"))->segments.len,
        icon_lookup(*state, STR("x-twitter"))->segments.len);
    assert_ptr_equal(plain, icon_lookup(*state, STR("envelope")));
}

static void test_unknown(void **state)
{
    static const struct {
        const char *name, *nearest;
    } cases[] = {
        {"", ""},
        {"fa-solid", ""},
        {"no-such-thing", ""},
        {"envelop", "envelope"},
        {"fa-brands fa-linkdin", "linkedin"},
        {"bluesk", "bluesky"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str name = str_from_cstr(cases[i].name);

        assert_null(icon_lookup(*state, name));
        if (cases[i].nearest[0])
            assert_true(
                str_eq_cstr(icon_suggest(*state, name), cases[i].nearest));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_all_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_contact_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_styles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_unknown, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
