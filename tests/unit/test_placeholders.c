// SPDX-License-Identifier: MIT
// {company} in texts: what is filled in, what stays, and what is told.
#include "profile_fixture.h"

#include "profile/placeholders.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void read_filled(struct fixture *f, const char *text)
{
    fixture_read(f, text);
    assert_non_null(f->root);
    f->root = placeholders_fill(f->arena, f->root, STR("3 May 2026"), f->diags);
    assert_null(node_lookup(f->root, "placeholders"));
}

static struct node *headline(struct fixture *f)
{
    return node_lookup(node_lookup(f->root, "cv"), "headline");
}

#define VALUES                                                                 \
    "placeholders: {company: Acme, a1_b: '*B*', none: '', nil: , n: 5,\n"      \
    "  braces: '{company}', dollar: $}\n"

static void test_texts(void **state)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"At {company}", "At Acme"},
        {"{company}{company}", "AcmeAcme"},
        {"({company}, {a1_b})", "(Acme, *B*)"},
        {"[{none}][{nil}][{n}]", "[][][5]"},
        {"{name}, {date}", "Ada, 3 May 2026"},
        // Values are no templates.
        {"{braces}", "{company}"},
        // No placeholders: other signs, not closed, nothing in them.
        {"{Company} { company } {9} {_a} {} {company", // as it is
         "{Company} { company } {9} {_a} {} {company"},
        {"a}b", "a}b"},
        {"{", "{"},
        // Literal braces.
        {"{{company}}", "{company}"},
        {"{{company}", "{company}"},
        {"{{x", "{x"},
        {"{{", "{"},
        {"{{{company}}}", "{Acme}}"},
        {"\\\\{company}", "\\\\Acme"},
        {"\\{company}", "\\{company}"},
        // Formulas, code, attributes.
        {"$\\sqrt{n}$ {n}", "$\\sqrt{n}$ 5"},
        {"$x^{n}$", "$x^{n}$"},
        {"US$5 {n}$", "US$5 5$"},
        {"`{n}` {n}", "`{n}` 5"},
        {"[{n}]{lang=de} {n}", "[5]{lang=de} 5"},
        {"[x]{n}", "[x]{n}"},
        {"[x]{.underline", "[x]{.underline"},
        {"[x](https://a.org/{n})", "[x](https://a.org/5)"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct buf text = {.arena = arena};
        struct fixture f;

        buf_add_cstr(&text, VALUES "cv:\n  name: Ada\n  headline: '");
        buf_add_cstr(&text, cases[i].text);
        buf_add_cstr(&text, "'\n");
        read_filled(&f, str_to_cstr(arena, buf_str(&text)));
        assert_str(headline(&f)->text, cases[i].expected);
        assert_string_equal(fixture_messages(&f), "");
        fixture_free(&f);
        arena_free(arena);
    }
}

static void test_places(void **state)
{
    struct fixture f;
    const struct node *cv;
    const struct node *letter;

    (void)state;
    read_filled(&f, "cv: {name: '{first} Noether', sections: {'At {c}': [x]}}\n"
                    "letter:\n"
                    "  opening: {c}\n"
                    "  paragraphs: [a, [b, '- {c}']]\n"
                    "settings: {pdf_title: '{name} at {c}'}\n"
                    "design: {templates: {footer: '{c}'}}\n"
                    "placeholders: {first: Emmy, c: Acme}\n");
    assert_string_equal(fixture_messages(&f), "");
    cv = node_lookup(f.root, "cv");
    letter = node_lookup(f.root, "letter");
    assert_str(node_lookup(cv, "name")->text, "Emmy Noether");
    assert_str(node_lookup(cv, "sections")->pairs.ptr[0].key, "At Acme");
    assert_str(node_lookup(letter, "opening")->text, "Acme");
    assert_str(
        node_lookup(letter, "paragraphs")->items.ptr[1]->items.ptr[1]->text,
        "- Acme");
    assert_str(node_lookup(node_lookup(f.root, "settings"), "pdf_title")->text,
               "Emmy Noether at Acme");
    assert_str(
        node_lookup(node_lookup(node_lookup(f.root, "design"), "templates"),
                    "footer")
            ->text,
        "{c}");
    fixture_free(&f);
}

// Files of RenderCV have no such key, and braces that are braces.
static void test_without(void **state)
{
    struct fixture f;

    (void)state;
    read_filled(&f, "cv: {headline: 'a {b} {{c}} {name}'}\n");
    assert_str(headline(&f)->text, "a {b} {{c}} {name}");
    fixture_free(&f);
    read_filled(&f, "cv: {headline: 'a {b} {{c}}'}\nplaceholders:\n");
    assert_str(headline(&f)->text, "a {b} {{c}}");
    assert_string_equal(fixture_messages(&f), "");
    fixture_free(&f);
}

// A text keeps its place, unless it is nothing but a value.
static void test_positions(void **state)
{
    struct fixture f;

    (void)state;
    read_filled(&f, "cv:\n  headline: '{c}'\nplaceholders:\n  c: Acme\n");
    assert_pos(headline(&f)->pos, 4, 6, 4);
    fixture_free(&f);
    read_filled(&f, "cv:\n  headline: 'x {c}'\nplaceholders:\n  c: Acme\n");
    assert_pos(headline(&f)->pos, 2, 13, 7);
    fixture_free(&f);
}

static void test_messages(void **state)
{
    static const struct {
        const char *text, *messages;
    } cases[] = {
        {"cv:\n  headline: >-\n    At the\n    {compny}, {role}\n"
         "placeholders: {company: Acme}\n",
         "t:4:5: error: the placeholder 'compny' has no value\n"
         "    hint: did you mean 'company'?\n"
         "t:4:15: error: the placeholder 'role' has no value\n"
         "    hint: give role a value below placeholders, or write {{role}} "
         "for the word in braces\n"},
        {"cv: {headline: {compny}}\nplaceholders: {company: Acme}\n",
         "t:1:16: error: the placeholder 'compny' has no value\n"
         "    hint: did you mean 'company'?\n"},
        {"cv: {name: 'X {name}'}\nplaceholders: {}\n",
         "t:1:15: error: the placeholder 'name' has no value\n"
         "    hint: did you mean 'date'?\n"},
        {"cv: {name: X}\nplaceholders: {Company: Acme}\n",
         "t:2:16: error: 'Company' cannot be a placeholder's name: it has "
         "lower-case letters, digits and '_' only\n"
         "    hint: write it as company or hiring_manager\n"},
        {"cv: {name: X}\nplaceholders: {c: [a]}\n",
         "t:2:19: error: expected a text, found a list\n"},
        {"cv: {name: '{c}'}\nplaceholders: [c]\n",
         "t:2:15: error: expected a map of names to texts, found a list\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;

        read_filled(&f, cases[i].text);
        assert_string_equal(fixture_brief(&f), cases[i].messages);
        fixture_free(&f);
    }
}

// One long value, used often, does not fill the memory.
static void test_growth(void **state)
{
    struct arena *arena = arena_new();
    struct buf text = {.arena = arena};
    struct fixture f;

    (void)state;
    buf_add_cstr(&text, "cv:\n  headline: '");
    for (int i = 0; i < 1000; i++)
        buf_add_cstr(&text, "{c}");
    buf_add_cstr(&text, "'\nplaceholders:\n  c: ");
    for (int i = 0; i < 10000; i++)
        buf_add_char(&text, 'c');
    buf_add_char(&text, '\n');
    read_filled(&f, str_to_cstr(arena, buf_str(&text)));
    assert_contains(fixture_messages(&f), "larger by more than 4 MB");
    assert_true(headline(&f)->text.len <= 4 << 20);
    fixture_free(&f);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),    cmocka_unit_test(test_places),
        cmocka_unit_test(test_without),  cmocka_unit_test(test_positions),
        cmocka_unit_test(test_messages), cmocka_unit_test(test_growth),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
