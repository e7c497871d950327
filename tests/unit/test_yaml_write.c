// SPDX-License-Identifier: MIT
// Trees written as YAML come back as they were.
#include "../tools/node_equal.h"
#include "profile/yaml_write.h"
#include "profile_fixture.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void check_round(struct arena *arena, const struct node *root)
{
    struct source source = {.name = STR("written")};
    struct diags *diags = diags_new(arena);
    const struct node *again;

    assert_true(node_to_yaml(arena, root, &source.text));
    again = yaml_read(arena, &source, diags);
    if (!again || !node_equal(root, again) || diags_warnings(diags) > 0)
        fail_msg("%.*s", STR_ARG(source.text));
}

static void test_text(void **state)
{
    struct fixture f;
    struct str text;

    (void)state;
    fixture_read(&f, "{cv: {name: \"Ada: \\\"A\\\"\", year: 1842, a: '1842', "
                     "list: [x, [y, {z: ~}]], none: [], '<<': {}}, "
                     "text: \"one\\n- two\\n\", é: 'ü #'}");
    assert_true(node_to_yaml(f.arena, f.root, &text));
    assert_str(text, "cv:\n"
                     "  name: 'Ada: \"A\"'\n"
                     "  year: 1842\n"
                     "  a: '1842'\n"
                     "  list:\n"
                     "  - x\n"
                     "  - - y\n"
                     "    - z: null\n"
                     "  none: []\n"
                     "  '<<': {}\n"
                     "text: |\n"
                     "  one\n"
                     "  - two\n"
                     "é: 'ü #'\n");
    check_round(f.arena, f.root);
    fixture_free(&f);
}

static void test_round(void **state)
{
    static const char *const texts[] = {
        "~",
        "a",
        "''",
        "[]",
        "{}",
        "[1, 1.5, true, null, '1', 'true', 'null', '~', -1, 0x10, .5, ~x]",
        "['', ' ', ' a ', \"\\t\", \"a\\tb\", '#', 'a #b', '- a', ': ', '?']",
        "[\"a\\n\", \"\\na\", \"\\n\\n\", \"a\\n\\nb\\n\\n\", \" a\\n b\"]",
        "[\"a \\nb\", \"a\\n \\nb\", \"  a\\nb\", \"\\n a\", \"a\\n\\t- b\"]",
        "- Published the work\n  - in English\n    - with notes\n  - twice\n",
        "- >-\n  a\n  b\n\n  c\n- |+\n  a\n\n",
        "{\"a: b\": 1, '': 2x, '- c': 3, \"d\\ne\": 4, '#': 5, '~': 6, '1': 7}",
        "[---, '---', '--- a', '...', '%a', '@a', '`a', '!a', '&a', '*a']",
        "[\"\\u2028\", \"\\ufeff\", \"\\u00a0\", \"\\U0001F600\", \"\\u00ad\"]",
        "['Übung', 'שלום', '漢字', '😀', 'e\u0301']",
        "x: &a [b, {c: d}]\ny: *a\nz: {<<: {e: f}, g: h}",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct fixture f;

        fixture_read(&f, texts[i]);
        // An empty key is a mistake, and left out.
        assert_non_null(f.root);
        check_round(f.arena, f.root);
        fixture_free(&f);
    }
}

static void test_long(void **state)
{
    struct arena *arena = arena_new();
    struct buf text = {.arena = arena};
    struct fixture f;

    (void)state;
    buf_add_cstr(&text, "- '");
    for (int i = 0; i < 3000; i++)
        buf_add_cstr(&text, "word - ");
    buf_add_cstr(&text, "'\n- {? ");
    for (int i = 0; i < 300; i++)
        buf_add_cstr(&text, "key ");
    buf_add_cstr(&text, ": 1}\n- ");
    for (int i = 0; i < 60; i++)
        buf_add_char(&text, '[');
    for (int i = 0; i < 60; i++)
        buf_add_char(&text, ']');
    fixture_read(&f, str_to_cstr(arena, buf_str(&text)));
    if (!f.root)
        fail_msg("%s", fixture_messages(&f));
    check_round(f.arena, f.root);
    fixture_free(&f);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_round),
        cmocka_unit_test(test_long),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
