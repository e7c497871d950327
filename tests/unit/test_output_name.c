// SPDX-License-Identifier: MIT
// Names of output files from templates: filled, safe, never outside their
// folder.
#include "base/utf8.h"
#include "job/output_name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_safe(void **state)
{
    static const struct {
        const char *value, *safe;
    } cases[] = {
        {"Acme", "Acme"},
        {"Acme, Ltd.", "Acme-Ltd."},
        {"  a  b  ", "a-b"},
        {"../../etc/passwd", "..-..-etc-passwd"},
        {"a\nb\tc", "a-b-c"},
        {"M\xc3\xbcller & S\xc3\xb6hne", "M\xc3\xbcller-S\xc3\xb6hne"},
        {"\xe6\x9d\xb1\xe4\xba\xac", "\xe6\x9d\xb1\xe4\xba\xac"},
        {"", ""},
        {"/", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct str safe =
            output_name_safe(arena, str_from_cstr(cases[i].value));

        assert_string_equal(str_to_cstr(arena, safe), cases[i].safe);
        arena_free(arena);
    }
}

static void test_names(void **state)
{
    static const struct {
        const char *template, *company, *role;
        unsigned serial;
        const char *name;
    } cases[] = {
        {"{company}-{role}.pdf", "Acme", "Clerk", 0, "out/Acme-Clerk.pdf"},
        {"{company}-{role}.pdf", "Acme", "Clerk", 1, "out/Acme-Clerk.pdf"},
        {"{company}-{role}.pdf", "Acme", "Clerk", 2, "out/Acme-Clerk-2.pdf"},
        {"{company}-{role}.pdf", "Acme", "", 0, "out/Acme.pdf"},
        {"{company}-{role}.pdf", "", "Clerk", 0, "out/Clerk.pdf"},
        {"{company}-{role}.pdf", "", "", 0, "out/cv.pdf"},
        {"{company} {role}", "A B", "C", 0, "out/A-B C.pdf"},
        {"{company}/{role}.pdf", "Acme/x", "../Clerk", 3,
         "out/Acme-x/Clerk-3.pdf"},
        {"../{company}.pdf", "Acme", "", 0, "out/cv/Acme.pdf"},
        {"{company}.pdf", ".hidden", "", 0, "out/hidden.pdf"},
        {"{company}.pdf", "con", "", 0, "out/con_.pdf"},
        {"{company}.pdf", "Com1", "", 0, "out/Com1_.pdf"},
        {"{company}.pdf", "..", "", 0, "out/cv.pdf"},
        {"{none}{company}.pdf", "Acme", "", 0, "out/Acme.pdf"},
        {"a{.pdf", "", "", 0, "out/a{.pdf"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct naming naming = {.folder = STR("out"),
                                .template = str_from_cstr(cases[i].template),
                                .serial = cases[i].serial};
        struct str name;

        vec_push(arena, &naming.values,
                 (struct name_value){STR("company"),
                                     str_from_cstr(cases[i].company)});
        vec_push(
            arena, &naming.values,
            (struct name_value){STR("role"), str_from_cstr(cases[i].role)});
        name = output_name(arena, &naming);
        if (!str_eq_cstr(name, cases[i].name))
            fail_msg("case %zu: %.*s, not %s", i, STR_ARG(name), cases[i].name);
        arena_free(arena);
    }
}

// Long values are cut between characters, and long names stay below what
// file systems take.
static void test_lengths(void **state)
{
    struct arena *arena = arena_new();
    struct buf value = {.arena = arena};
    struct naming naming = {.template = STR("{a}{a}{a}{a}{a}.pdf"),
                            .serial = 12345};
    struct str name;

    (void)state;
    for (int i = 0; i < 300; i++)
        buf_add_cstr(&value, "\xe6\x9d\xb1");
    name = output_name_safe(arena, buf_str(&value));
    assert_true(name.len <= 80);
    assert_int_equal(utf8_check(name), name.len);
    vec_push(arena, &naming.values,
             (struct name_value){STR("a"), buf_str(&value)});
    name = output_name(arena, &naming);
    assert_true(name.len < 240);
    assert_int_equal(utf8_check(name), name.len);
    assert_true(str_ends(name, STR("-12345.pdf")));
    arena_free(arena);
}

static void test_unknown(void **state)
{
    static const struct str names[] = {{"company", 7}, {"role", 4}};

    (void)state;
    assert_true(output_name_unknown(STR("{company}-{role}"), names, 2).len ==
                0);
    assert_true(str_eq_cstr(
        output_name_unknown(STR("{company}-{rol}"), names, 2), "rol"));
    assert_true(output_name_unknown(STR("plain {"), names, 2).len == 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_safe),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_lengths),
        cmocka_unit_test(test_unknown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
