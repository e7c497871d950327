// SPDX-License-Identifier: MIT
// Looking up, merging and setting values in trees of nodes.
#include "profile_fixture.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// The tree as YAML in flow style.
static void dump(struct buf *buf, const struct node *node)
{
    bool list = node->kind == NODE_LIST;
    size_t count = list ? node->items.len : node->pairs.len;

    if (node_is_null(node)) {
        buf_add_char(buf, '~');
        return;
    }
    if (node->kind == NODE_SCALAR) {
        buf_add(buf, node->text);
        return;
    }
    buf_add_char(buf, list ? '[' : '{');
    for (size_t i = 0; i < count; i++) {
        buf_add_cstr(buf, i > 0 ? ", " : "");
        if (!list)
            buf_addf(buf, "%.*s: ", STR_ARG(node->pairs.ptr[i].key));
        dump(buf, list ? node->items.ptr[i] : node->pairs.ptr[i].value);
    }
    buf_add_char(buf, list ? ']' : '}');
}

static void assert_tree(struct fixture *f, const struct node *node,
                        const char *expected)
{
    struct buf buf = {.arena = f->arena};

    dump(&buf, node);
    assert_str(buf_str(&buf), expected);
}

static void test_lookup(void **state)
{
    struct fixture f;

    (void)state;
    fixture_read(&f, "{a: 1, b: ~, c: [x]}");
    assert_str(node_lookup(f.root, "a")->text, "1");
    assert_non_null(node_lookup(f.root, "b"));
    assert_true(node_is_null(node_lookup(f.root, "b")));
    assert_null(node_lookup(f.root, "d"));
    assert_null(node_lookup(NULL, "a"));
    assert_null(node_lookup(node_lookup(f.root, "c"), "a"));
    assert_null(node_lookup_pair(f.root, STR("A")));
    assert_true(node_is_null(NULL));
    assert_false(node_is_null(f.root));
    assert_string_equal(node_describe(f.root), "a map");
    assert_string_equal(node_describe(node_lookup(f.root, "a")), "a text");
    assert_string_equal(node_describe(node_lookup(f.root, "b")), "nothing");
    assert_string_equal(node_describe(node_lookup(f.root, "c")), "a list");
    assert_string_equal(node_describe(NULL), "nothing");
    fixture_free(&f);
}

static void test_merge(void **state)
{
    static const struct {
        const char *base, *over, *merged;
    } cases[] = {
        {"{a: 1, b: 2}", "{b: 3, c: 4}", "{a: 1, b: 3, c: 4}"},
        {"{a: {b: 1, c: 2}}", "{a: {c: 3}}", "{a: {b: 1, c: 3}}"},
        {"{a: [1, 2]}", "{a: [3]}", "{a: [3]}"},
        {"{a: {b: 1}}", "{a: ~}", "{a: ~}"},
        {"{a: ~}", "{a: {b: 1}}", "{a: {b: 1}}"},
        {"{a: 1}", "x", "x"},
        {"{a: {b: 1}}", "{a: x}", "{a: x}"},
        {"{}", "{a: 1}", "{a: 1}"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture base;
        struct fixture over;
        struct node *merged;

        fixture_read(&base, cases[i].base);
        fixture_read(&over, cases[i].over);
        merged = node_merge(base.arena, base.root, over.root);
        assert_tree(&base, merged, cases[i].merged);
        assert_tree(&base, base.root, cases[i].base); // not changed
        assert_tree(&over, over.root, cases[i].over);
        assert_ptr_equal(node_merge(base.arena, NULL, over.root), over.root);
        assert_ptr_equal(node_merge(base.arena, base.root, NULL), base.root);
        fixture_free(&base);
        fixture_free(&over);
    }
}

// A merged key stands where the laid-over file has it.
static void test_merge_places(void **state)
{
    struct fixture base;
    struct fixture over;
    struct node *merged;

    (void)state;
    fixture_read(&base, "a: 1\nb: 2\n");
    fixture_read(&over, "\n\nb: 3\n");
    merged = node_merge(base.arena, base.root, over.root);
    assert_pos(node_lookup_pair(merged, STR("b"))->key_pos, 3, 1, 1);
    assert_ptr_equal(node_lookup(merged, "b")->pos.source, &over.source);
    assert_ptr_equal(node_lookup(merged, "a")->pos.source, &base.source);
    fixture_free(&base);
    fixture_free(&over);
}

static bool set(struct fixture *f, struct source *option, const char *path)
{
    struct node *value = arena_new_of(f->arena, struct node);
    struct pos pos = {option, 1, 1, 1};

    value->kind = NODE_SCALAR;
    value->text = STR("new");
    *option = (struct source){STR("t"), str_from_cstr(path), 1};
    return node_set(f->arena, &f->root, str_from_cstr(path), value, pos,
                    f->diags);
}

static const char tree[] =
    "{cv: {name: J, nick: [a], sections: {education: [{degree: B}, {degree: "
    "C}], My Section: [x]}}, empty: ~}";

static void test_set(void **state)
{
    static const struct {
        const char *path, *result;
    } cases[] = {
        {"empty", "{cv: 1, empty: new}"},
        {"cv", "{cv: new, empty: ~}"},
        {"other", "{cv: 1, empty: ~, other: new}"},
        {"empty.a.b", "{cv: 1, empty: {a: {b: new}}}"},
        {"empty[0].a", "{cv: 1, empty: [{a: new}]}"},
        {"empty.0", "{cv: 1, empty: [new]}"},
        {"\"a.b c\".'d'", "{cv: 1, empty: ~, a.b c: {d: new}}"},
        {"x.\"0\"", "{cv: 1, empty: ~, x: {0: new}}"},
    };
    struct source option;

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;

        fixture_read(&f, "{cv: 1, empty: ~}");
        assert_true(set(&f, &option, cases[i].path));
        assert_tree(&f, f.root, cases[i].result);
        fixture_free(&f);
    }
}

static void test_set_items(void **state)
{
    static const struct {
        const char *path, *list, *result;
    } cases[] = {
        {"cv.sections.education[1].degree", "education",
         "[{degree: B}, {degree: new}]"},
        {"cv.sections.education.1.degree", "education",
         "[{degree: B}, {degree: new}]"},
        {"cv.sections.education[2]", "education",
         "[{degree: B}, {degree: C}, new]"},
        {"cv.sections.education[0].area", "education",
         "[{degree: B, area: new}, {degree: C}]"},
        {"cv.sections.\"My Section\"[0]", "My Section", "[new]"},
        {"cv.sections.My Section.0", "My Section", "[new]"},
    };
    struct source option;

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        const struct node *before;
        const struct node *sections;

        fixture_read(&f, tree);
        before = f.root;
        assert_true(set(&f, &option, cases[i].path));
        sections = node_lookup(node_lookup(f.root, "cv"), "sections");
        assert_tree(&f, node_lookup(sections, cases[i].list), cases[i].result);
        assert_tree(&f, before, tree); // the old tree is whole
        fixture_free(&f);
    }
}

// Two places may share a node through an alias; one is set.
static void test_set_shared(void **state)
{
    struct fixture f;
    struct source option;

    (void)state;
    fixture_read(&f, "{a: &x {k: 1}, b: *x}");
    assert_true(set(&f, &option, "b.k"));
    assert_tree(&f, f.root, "{a: {k: 1}, b: {k: new}}");
    fixture_free(&f);
}

static void test_set_errors(void **state)
{
    static const struct {
        const char *path, *messages;
    } cases[] = {
        {"cv.sections.education[5].degree",
         "t:1:22: error: cv.sections.education has 2 items, no item 5\n"
         "    hint: its items are [0] to [1]; [2] appends one\n"},
        {"cv.nick[3]", "t:1:8: error: cv.nick has 1 item, no item 3\n"},
        {"empty[1]", "t:1:6: error: empty has 0 items, no item 1\n"
                     "    hint: [0] appends the first item\n"},
        {"cv.name.first",
         "t:1:9: error: cv.name is a text, nothing can be set below it\n"
         "    hint: set cv.name itself\n"},
        {"cv.sections.education.degree",
         "t:1:23: error: cv.sections.education is a list, it has no key "
         "'degree'\n"
         "    hint: name one of its items first: cv.sections.education[0]\n"},
        {"cv[0]", "t:1:3: error: cv is a map, it has keys and no item 0\n"},
        {"[0]",
         "t:1:1: error: the profile is a map, it has keys and no item 0\n"},
        {"cv.\xff", "t:1:4: error: not valid UTF-8\n"},
        {"cv.\t", "t:1:4: error: a control character\n"},
        {"", "t:1:1: error: a key is missing\n"},
        {"cv..name", "t:1:4: error: a key is missing\n"},
        {"\xc3\xa9..x", "t:1:3: error: a key is missing\n"},
        {"cv.", "t:1:4: error: a key is missing\n"},
        {"cv.nick[x]", "t:1:8: error: expected an item's number in [ ]\n"},
        {"cv.nick[-1]", "t:1:8: error: expected an item's number in [ ]\n"},
        {"cv.nick[9999999]",
         "t:1:8: error: expected an item's number in [ ]\n"},
        {"cv.nick[0", "t:1:8: error: this is never closed\n"},
        {"cv.\"x", "t:1:4: error: this is never closed\n"},
        {"cv.nick[0]x", "t:1:11: error: expected '.' or '['\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        struct source option;
        const struct node *before;

        fixture_read(&f, tree);
        before = f.root;
        assert_false(set(&f, &option, cases[i].path));
        assert_ptr_equal(f.root, before);
        assert_int_equal(diags_errors(f.diags), 1);
        assert_contains(fixture_brief(&f), cases[i].messages);
        fixture_free(&f);
    }
}

// The user meant the list beside the text.
static void test_set_sibling_hint(void **state)
{
    struct fixture f;
    struct source option;

    (void)state;
    fixture_read(&f, "{highlight: x, highlights: [y]}");
    assert_false(set(&f, &option, "highlight.0"));
    assert_contains(fixture_brief(&f), "hint: did you mean 'highlights'?");
    fixture_free(&f);
}

static void test_set_long(void **state)
{
    struct fixture f;
    struct source option;
    struct buf path;

    (void)state;
    fixture_read(&f, "{}");
    path = (struct buf){.arena = f.arena};
    for (int i = 0; i < 64; i++)
        buf_add_cstr(&path, i > 0 ? ".a" : "a");
    buf_add_char(&path, '\0');
    assert_true(set(&f, &option, path.ptr));
    path.len--;
    buf_add_cstr(&path, ".a");
    buf_add_char(&path, '\0');
    assert_false(set(&f, &option, path.ptr));
    assert_contains(fixture_brief(&f), "error: the path is too long");
    fixture_free(&f);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lookup),
        cmocka_unit_test(test_merge),
        cmocka_unit_test(test_merge_places),
        cmocka_unit_test(test_set),
        cmocka_unit_test(test_set_items),
        cmocka_unit_test(test_set_shared),
        cmocka_unit_test(test_set_errors),
        cmocka_unit_test(test_set_sibling_hint),
        cmocka_unit_test(test_set_long),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
