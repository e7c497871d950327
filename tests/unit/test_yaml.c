// SPDX-License-Identifier: MIT
// The YAML reader: values and their places, folding, aliases, limits, and
// what it says about malformed files.
#include "profile_fixture.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// Writes the tree in one line: [list], {key=map}, 'text', plain, null.
static void dump(struct buf *buf, const struct node *node)
{
    switch (node->kind) {
    case NODE_NULL:
        buf_add_cstr(buf, "null");
        break;
    case NODE_SCALAR:
        buf_addf(buf, node->plain ? "%.*s" : "'%.*s'", STR_ARG(node->text));
        break;
    case NODE_LIST:
        buf_add_char(buf, '[');
        for (size_t i = 0; i < node->items.len; i++) {
            buf_add_cstr(buf, i > 0 ? "," : "");
            dump(buf, node->items.ptr[i]);
        }
        buf_add_char(buf, ']');
        break;
    case NODE_MAP:
        buf_add_char(buf, '{');
        for (size_t i = 0; i < node->pairs.len; i++) {
            buf_addf(buf, "%s%.*s=", i > 0 ? "," : "",
                     STR_ARG(node->pairs.ptr[i].key));
            dump(buf, node->pairs.ptr[i].value);
        }
        buf_add_char(buf, '}');
        break;
    }
}

static struct str dumped(struct fixture *f)
{
    struct buf buf = {.arena = f->arena};

    dump(&buf, f->root);
    return buf_str(&buf);
}

struct value_case {
    const char *text, *tree;
};

static void check_values(const struct value_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct fixture f;

        fixture_read(&f, cases[i].text);
        if (!f.root || diags_errors(f.diags) > 0)
            fail_msg("%s: %s", cases[i].text, fixture_messages(&f));
        assert_str(dumped(&f), cases[i].tree);
        fixture_free(&f);
    }
}

static void test_values(void **state)
{
    static const struct value_case cases[] = {
        {"a: b\nc: [d, {e: f}]\n", "{a=b,c=[d,{e=f}]}"},
        {"", "null"},
        {"# nothing\n", "null"},
        {"---\na\n", "a"},
        {"[~, null, Null, NULL, '', \"\", nul]",
         "[null,null,null,null,'','',nul]"},
        {"a:\nb: 'null'\n", "{a=null,b='null'}"},
        {"a: !!str 12\nb: !!null x\nc: ! ~\nd: !!int 3\n",
         "{a='12',b=null,c='~',d=3}"},
        {"a: !!map {b: !!seq [c]}", "{a={b=[c]}}"},
        {"2021: x\n~: y\n", "{2021=x,~=y}"},
        {"{\"a\":\n\t\"b\\/c\"}", "{a='b/c'}"},
        {"\xef\xbb\xbf"
         "a: b",
         "{a=b}"},
        {"a: |\n  b\n   c\n", "{a='b\n c\n'}"},
        {"a: >-\n  b\n  c\n", "{a='b c'}"},
        {"a: b\r\nc: d\r\n", "{a=b,c=d}"},
        {"a: e\xcc\x81\nu\xcc\x88: b", "{a=\xc3\xa9,\xc3\xbc=b}"},
        {"a: \"x\\r\\ny\\Lz\"", "{a='x\ny\nz'}"},
        {"? a\n: b\n", "{a=b}"},
    };

    (void)state;
    check_values(cases, COUNT(cases));
}

static void test_aliases(void **state)
{
    static const struct value_case cases[] = {
        {"a: &x 1\nb: *x\n", "{a=1,b=1}"},
        {"a: &x [1, 2]\nb: [*x, *x]\n", "{a=[1,2],b=[[1,2],[1,2]]}"},
        {"a: &x 1\nb: &x 2\nc: *x\n", "{a=1,b=2,c=2}"},
        {"&k a: b\nc: *k\n", "{a=b,c=a}"},
        {"a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3\n",
         "{a={p=1,q=2},b={q=3,p=1}}"},
        // explicit keys win wherever they stand, then the earlier map
        {"b: {q: 3, <<: [{p: 1}, {p: 2, r: 4}]}", "{b={q=3,p=1,r=4}}"},
        {"b: {<<: , q: 3}", "{b={q=3}}"},
        {"b: {'<<': x}", "{b={<<=x}}"}, // quoted: a key like any other
    };

    (void)state;
    check_values(cases, COUNT(cases));
}

// Pairs of escapes make one character only in JSON, and only where they are
// escapes.
static void test_json_pairs(void **state)
{
    static const struct value_case cases[] = {
        {"{\"a\": \"\\ud83d\\ude00\"}", "{a='\xf0\x9f\x98\x80'}"},
        {"{\"a\": \"x\\uD83D\\uDE00y\\u00e9\"}",
         "{a='x\xf0\x9f\x98\x80y\xc3\xa9'}"},
        {"{\"a\": \"\\\\ud83d\\\\ude00\"}", "{a='\\ud83d\\ude00'}"},
        {"{\"a\": \"\\udbff\\udfff\"}", "{a='\xf4\x8f\xbf\xbf'}"},
        {"a: \\ud83d\\ude00\n", "{a=\\ud83d\\ude00}"},
    };

    (void)state;
    check_values(cases, COUNT(cases));
}

static void test_folding(void **state)
{
    static const struct value_case cases[] = {
        {"- a\n  b\n", "[a b]"},
        {"- a\n  - b\n  - c\n", "[a\n- b\n- c]"},
        {"- a - b\n  c - d\n", "[a - b c - d]"},
        {"- a\n  more\n  - b\n  more\n", "[a more\n- b more]"},
        {"- a\n  - b\n    - c\n  - d\n", "[a\n- b\n  - c\n- d]"},
        {"- a\n\n  - b\n", "[a\n- b]"},
        {"- a\n  -b\n  -\n", "[a -b -]"},
        {"- 'it''s\n  - b'\n", "['it's\n- b']"},
        {"- \"a\n  - b\"\n", "['a\n- b']"},
        {"- \"a\\t\n  - b\"\n", "['a\t - b']"},
        {"- >\n  a\n  - b\n", "['a\n- b\n']"},
        {"- >-\n  a\n  - b\n\n", "['a\n- b']"},
        {"- >\n  a\n    - b\n", "['a\n  - b\n']"},
        {"- |\n  a\n  - b\n", "['a\n- b\n']"},
        {"- &x a\n  - b\n- *x\n", "[a\n- b,a\n- b]"},
        {"[a\n  - b, c]", "[a\n- b,c]"},
        {"- a\r\n  - b\r\n", "[a\n- b]"},
        {"a: b\n  - c # no\n", "{a=b\n- c}"},
        {"- \xc3\xa9\n  - e\xcc\x81\n", "[\xc3\xa9\n- \xc3\xa9]"},
    };

    (void)state;
    check_values(cases, COUNT(cases));
}

static void test_places(void **state)
{
    struct fixture f;
    const struct node *list;

    (void)state;
    fixture_read(&f, "n\xc3\xa9: \xc3\xa9\xc3\xa9\n"
                     "l:\n"
                     "  - 'a b'\n"
                     "  - k: v\n"
                     "    x:\n"
                     "  - [a,\n"
                     "     b]\n"
                     "  - two\n"
                     "    lines\n"
                     "  - |\n"
                     "    text\n"
                     "  - &anchor !!str value\n"
                     "  - {}\n");
    assert_non_null(f.root);
    assert_pos(f.root->pos, 1, 1, 2);
    assert_pos(f.root->pairs.ptr[0].key_pos, 1, 1, 2);
    assert_pos(f.root->pairs.ptr[0].value->pos, 1, 5, 2);
    assert_ptr_equal(f.root->pos.source, &f.source);
    list = node_lookup(f.root, "l");
    assert_pos(list->pos, 3, 3, 1);
    assert_pos(list->items.ptr[0]->pos, 3, 5, 5);
    assert_pos(list->items.ptr[1]->pos, 4, 5, 1);
    assert_pos(list->items.ptr[1]->pairs.ptr[1].value->pos, 5, 7, 1);
    assert_pos(list->items.ptr[2]->pos, 6, 5, 3);
    assert_pos(list->items.ptr[3]->pos, 8, 5, 3);
    assert_pos(list->items.ptr[4]->pos, 10, 5, 1);
    assert_pos(list->items.ptr[5]->pos, 12, 19, 5);
    assert_pos(list->items.ptr[6]->pos, 13, 5, 2);
    fixture_free(&f);
}

// libyaml takes U+2028 for a line end, editors and diagnostics do not.
static void test_places_behind_odd_breaks(void **state)
{
    struct fixture f;

    (void)state;
    fixture_read(&f, "a: x\xe2\x80\xa8 y\nb: z\n");
    assert_non_null(f.root);
    assert_pos(node_lookup(f.root, "a")->pos, 1, 4, 4);
    assert_pos(node_lookup(f.root, "b")->pos, 2, 4, 1);
    fixture_free(&f);
    fixture_read(&f, "\xef\xbb\xbf"
                     "a: x\n");
    assert_pos(node_lookup(f.root, "a")->pos, 1, 4, 1);
    fixture_free(&f);
}

struct error_case {
    const char *text, *messages;
};

static void check_errors(const struct error_case *cases, size_t count,
                         bool readable)
{
    for (size_t i = 0; i < count; i++) {
        struct fixture f;
        const char *brief;

        fixture_read(&f, cases[i].text);
        brief = fixture_brief(&f);
        if (strncmp(brief, cases[i].messages, strlen(cases[i].messages)) != 0)
            fail_msg("%s:\n%s", cases[i].text, brief);
        assert_int_equal(diags_errors(f.diags), 1);
        assert_true(readable == (f.root != NULL));
        fixture_free(&f);
    }
}

static void test_syntax_errors(void **state)
{
    static const struct error_case cases[] = {
        {"name:John\nemail: x\n",
         "t:1:5: error: a space is missing after the colon of 'name:'\n"
         "    hint: write \"name: John\"\n"},
        {"a: b\n- name:John\nemail: x\n", "t:2:1: error: the indentation"},
        {"a: b\nname:John\nemail: x\n",
         "t:2:5: error: a space is missing after the colon of 'name:'\n"},
        {"a: 1\nname John\nemail: x\n",
         "t:2:1: error: this line has no \": \" that would make it a key with "
         "its value\n"},
        {"cv:\n\tname: x\n", "t:2:1: error: a tab cannot be used to indent\n"
                             "    hint: indent with spaces\n"},
        {"cv:\n  name: x\n\temail: y\n",
         "t:3:1: error: a tab cannot be used to indent\n"},
        {"a: \xc3\xa9x: y\n",
         "t:1:6: error: a text with \": \" in it must be quoted\n"
         "    hint: put the whole text in quotes: \"...\"\n"},
        {"a: John\n  bc: x\n",
         "t:2:3: error: this line is indented like a part of the text above "
         "it\n"},
        {"a:\n    b: 1\n  c: 2\n",
         "t:3:3: error: the indentation of this line fits no line above\n"
         "    hint: line it up with what it belongs to; what starts at line 1 "
         "is indented by 0\n"},
        {"a:\n  - b: 1\n  c: 2\n",
         "t:3:3: error: expected the next item of a list here\n"},
        {"a: \"foo\nb: c\n",
         "t:1:4: error: the quote that opens here is never closed\n"},
        {"a: 'it's'\n", "t:1:8: error: text after the closing quote\n"},
        {"a: \"x\n---\n\"\n", "t:1:4: error: the quote that opens here is not"},
        {"- @foo\n",
         "t:1:3: error: a text that begins with '@' must be quoted\n"},
        {"- `x`\n",
         "t:1:3: error: a text that begins with '`' must be quoted\n"},
        {"a: %x\n",
         "t:1:4: error: a text that begins with '%' must be quoted\n"},
        {"%x\n", "t:1:1: error: a line cannot begin with '%'\n"},
        {"- *Name*\n",
         "t:1:3: error: a text that begins with '*' must be quoted\n"
         "    hint: write \"*Name*\"\n"},
        {"- **b** x\n",
         "t:1:3: error: a text that begins with '*' must be quoted\n"
         "    hint: write \"**b** x\"\n"},
        {"- *Name is here\n- x\n",
         "t:1:3: error: a text that begins with '*' must be quoted\n"
         "    hint: write \"*Name is here\"; "},
        {"a: & b\n",
         "t:1:4: error: a text that begins with '&' must be quoted\n"},
        {"- [x](http://y)\n",
         "t:1:3: error: a text that begins with '[' must be quoted\n"},
        {"- {x} y\n",
         "t:1:3: error: a text that begins with '{' must be quoted\n"},
        {"a: [x, y\nb: c\n",
         "t:1:4: error: the list that opens here with '[' is not closed\n"},
        {"a: {x: y\nb: c\n",
         "t:1:4: error: the map that opens here with '{' is not closed\n"},
        {"a: \"\\d\"\n", "t:1:5: error: unknown escape in a text"},
        {"a: \"\\ud83d\"\n", "t:1:7: error: no character has this number\n"},
        {"a: \"\\xfg\"\n", "t:1:7: error: \\x, \\u and \\U need 2, 4 and 8"},
        {"a: > 50% x\n",
         "t:1:4: error: text after '|' or '>' in the same line\n"},
        {"a: - x\n",
         "t:1:4: error: a list cannot begin in the line of its key\n"},
        {"a: ? x\n",
         "t:1:4: error: a text that begins with \"? \" must be quoted\n"},
        {"a: }\n",
         "t:1:4: error: a text that begins with '}' must be quoted\n"},
        {"[a, , b]\n", "t:1:5: error: a value is missing here\n"},
        {"a: !x!y z\n",
         "t:1:4: error: a text that begins with '!' must be quoted\n"},
        {": x\n", "t:1:1: error: a key is missing before the colon\n"},
        {"a: b\n...\nc: d\n",
         "t:3:1: error: unexpected text after the end of the document\n"},
        {"a: b\n---\nc: d\n",
         "t:2:1: error: a second document begins here; a profile is one\n"},
    };

    (void)state;
    check_errors(cases, COUNT(cases), false);
}

// Mistakes after which the rest is checked as well.
static void test_other_errors(void **state)
{
    static const struct error_case cases[] = {
        {"a: 1\nb: 2\n\"a\": 3\n", "t:3:1: error: the key 'a' is here twice\n"
                                   "    hint: the first one is at line 1\n"},
        {"a: *x\n", "t:1:4: error: a text that begins with '*'"},
        {"a: &x [*x]\n",
         "t:1:8: error: '*x' stands within the value that it means\n"},
        {"a: !foo b\n", "t:1:9: error: unknown tag '!foo'\n"},
        {"a: !!python/object b\n",
         "t:1:20: error: unknown tag 'tag:yaml.org,2002:python/object'\n"},
        {"? [a]\n: b\n", "t:1:3: error: a key must be a text, found a list\n"},
        {"{a: b}: c\n", "t:1:1: error: a key must be a text, found a map\n"},
        {"'': x\n", "t:1:1: error: a key is missing here\n"},
        {"a: \"x\\0y\"\n",
         "t:1:4: error: an escape makes the control character U+0000\n"},
        {"a: {<<: 3}\n",
         "t:1:9: error: '<<' takes a map or a list of maps, found a text\n"},
        {"a: {<<: [[{b: c}]]}\n",
         "t:1:10: error: '<<' takes a map or a list of maps, found a list\n"},
    };

    (void)state;
    check_errors(cases, COUNT(cases), true);
}

static void test_bad_bytes(void **state)
{
    static const struct {
        struct str text;
        const char *messages;
    } cases[] = {
        {{"a: \xc3\xa9\nb: J\xe9r\n", 12},
         "t:2:5: error: not valid UTF-8: byte 0xE9\n"
         "    hint: save the file again with the encoding UTF-8\n"},
        {{"\xff\xfe"
          "a\0:\0",
          6},
         "t: error: the file is UTF-16, not UTF-8\n"},
        {{"\0a\0:", 4}, "t: error: the file is UTF-16, not UTF-8\n"},
        {{"a: \xc3\xa9\x07\nb: \x1b\n", 12},
         "t:1:5: error: control character U+0007\n"
         "    hint: delete it; it is invisible in most editors\n"
         "t:2:4: error: control character U+001B\n"},
        {{"a: b\0c", 6}, "t:1:5: error: control character U+0000\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f = fixture_bytes(cases[i].text);

        assert_null(yaml_read(f.arena, &f.source, f.diags));
        assert_contains(fixture_brief(&f), cases[i].messages);
        fixture_free(&f);
    }
}

// --- Limits ------------------------------------------------------------------

static void check_limit(struct buf *text, const char *message)
{
    struct fixture f;

    buf_add_char(text, '\0');
    fixture_read(&f, text->ptr);
    assert_null(f.root);
    assert_contains(fixture_brief(&f), message);
    fixture_free(&f);
}

static void repeat(struct buf *buf, const char *piece, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_add_cstr(buf, piece);
}

static void test_alias_bomb(void **state)
{
    struct arena *arena = arena_new();
    struct buf text = {.arena = arena};

    (void)state;
    buf_add_cstr(&text, "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
        buf_addf(&text, "a%d: &a%d [", i, i);
        for (int k = 0; k < 10; k++)
            buf_addf(&text, "%s*a%d", k > 0 ? "," : "", i - 1);
        buf_add_cstr(&text, "]\n");
    }
    check_limit(&text, "error: the aliases ('*name') expand to too many");
    arena_free(arena);
}

static void test_depth(void **state)
{
    struct arena *arena = arena_new();
    struct buf flow = {.arena = arena};
    struct buf dashes = {.arena = arena};
    struct buf fine = {.arena = arena};
    struct fixture f;

    (void)state;
    repeat(&flow, "[", 10000);
    check_limit(&flow, "t:1:65: error: lists and maps are nested too deep\n");
    repeat(&dashes, "- ", 10000);
    check_limit(&dashes, "error: lists and maps are nested too deep\n");
    repeat(&fine, "[", 64);
    repeat(&fine, "]", 64);
    buf_add_char(&fine, '\0');
    fixture_read(&f, fine.ptr);
    assert_non_null(f.root);
    fixture_free(&f);
    arena_free(arena);
}

static void test_size(void **state)
{
    struct arena *arena = arena_new();
    struct buf nodes = {.arena = arena};
    struct buf keys = {.arena = arena};
    struct buf anchors = {.arena = arena};
    struct buf bytes = {.arena = arena};

    (void)state;
    repeat(&nodes, "- x\n", 100001);
    check_limit(&nodes, "error: the file has too many values\n");
    for (int i = 0; i < 1001; i++)
        buf_addf(&keys, "k%d: x\n", i);
    check_limit(&keys, "t:1001:1: error: this map has too many keys\n");
    for (int i = 0; i < 1001; i++)
        buf_addf(&anchors, "- &a%d x\n", i);
    check_limit(&anchors, "t:1001:10: error: the file has too many anchors");
    repeat(&bytes, "# twenty characters\n", 110000);
    check_limit(&bytes, "t: error: the file is larger than 2 MiB\n");
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_aliases),
        cmocka_unit_test(test_json_pairs),
        cmocka_unit_test(test_folding),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_places_behind_odd_breaks),
        cmocka_unit_test(test_syntax_errors),
        cmocka_unit_test(test_other_errors),
        cmocka_unit_test(test_bad_bytes),
        cmocka_unit_test(test_alias_bomb),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_size),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
