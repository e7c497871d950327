// SPDX-License-Identifier: MIT
// Citations: how they are read and shown, what they link to, numbered lists
// and their order, unknown keys and keys that are there twice.
#include "compose_fixture.h"

#include "compose/compose.h"

static const char publications[] =
    "    talks:\n"
    "      - {name: Plenary, key: plenary, date: 1932-09}\n"
    "      - {company: C, key: job, positions: [\n"
    "          {position: Reader, key: reader, date: 1922}]}\n"
    "    publications:\n"
    "      - {key: a, title: 'The *A*', authors: [Emmy Noether],\n"
    "         date: 1918}\n"
    "      - {key: b, title: B, authors: ['**J. von Neumann**\\*', 'Klein,\n"
    "         Felix'], date: 1921-05}\n"
    "      - {key: c, title: C, authors: [Max Deuring Jr., X, Y], date: to\n"
    "         appear in 1927}\n"
    "      - {key: d, title: D, authors: [Ada, others]}\n"
    "    more:\n"
    "      - group: G\n"
    "        entries:\n"
    "          - {key: e, title: E, authors: [E. Artin]}\n";

static const char numbers[] = "\n  templates:\n    publication_entry:\n"
                              "      number: '[NUMBER]'\n";

static void compose_texts(struct compose_fixture *c, const char *texts,
                          const char *design, bool numbered,
                          struct document *document)
{
    struct arena *arena = arena_new();
    struct compose_input input;

    compose_read(c, str_format(arena,
                               "cv:\n  name: Jane\n  sections:\n"
                               "    about:\n%s%s"
                               "design:\n  citations: {%s}%s",
                               texts, publications, design,
                               numbered ? numbers : "\n")
                        .ptr);
    input = (struct compose_input){.cv = &c->f.profile.cv,
                                   .design = &c->design,
                                   .locale = &c->locale,
                                   .settings = &c->settings,
                                   .folder = STR("folder")};
    compose(c->f.arena, &input, c->f.diags, document);
    arena_free(arena);
}

// Returns the spans of the first section's entry with that number.
static const struct span_list *spans_of(const struct document *document,
                                        size_t entry)
{
    const struct block *section = &document->body.children.ptr[1];
    const struct block *text =
        &section->children.ptr[1].children.ptr[entry].children.ptr[0];

    return &text->para.spans;
}

struct citation_case {
    const char *design; // options of design.citations
    bool numbered;
    const char *text, *spans;
};

static void check(const struct citation_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct compose_fixture c;
        struct document d;
        char text[200];
        const char *written;

        snprintf(text, sizeof text, "      - '%s'\n", cases[i].text);
        compose_texts(&c, text, cases[i].design, cases[i].numbered, &d);
        assert_string_equal(fixture_messages(&c.f), "");
        written = spans_written(c.f.arena, spans_of(&d, 0));
        if (strcmp(written, cases[i].spans) != 0)
            fail_msg("%s\nis  %s\nnot %s", cases[i].text, written,
                     cases[i].spans);
        compose_free(&c);
    }
}

static void test_numbers(void **state)
{
    static const struct citation_case cases[] = {
        {"", true, "x [@a].", "x\u00a0[{(#ref-a):1}]."},
        {"", true, "[@a]", "[{(#ref-a):1}]"},
        {"", true, "x [@c; @a]", "x\u00a0[{(#ref-a):1}, {(#ref-c):3}]"},
        {"", true, "[@a;@b]", "[{(#ref-a):1}, {(#ref-b):2}]"},
        {"", true, "[@e; @c; @a; @d; @c]",
         "[{(#ref-a):1}, {(#ref-c):3}\u2013{(#ref-e):5}]"},
        {"", true, "[@c; @a, p. 2--3]",
         "[{(#ref-c):3}; {(#ref-a):1}, p. 2\u20133]"},
        {"", true, "[@a *passim*; its end]",
         "[{(#ref-a):1}, {i:passim}; its end]"},
        {"", true, "**x [@a]**", "{b:x\u00a0[}{b(#ref-a):1}{b:]}"},
        {"", true, "[see [@a]](https://e.org)",
         "{(https://e.org):see\u00a0[1]}"},
        {"", true, "\"[@a]\" and \"b\"",
         "\u201c[{(#ref-a):1}]\u201d and \u201cb\u201d"},
        {"", true, "[@a and [@b]", "[@a and\u00a0[{(#ref-b):2}]"},
        {"", true, "[@a][@b]", "[{(#ref-a):1}][{(#ref-b):2}]"},
        // No number: all of it by names
        {"", true, "x [@a; @plenary]",
         "x ({(#ref-a):Noether, 1918}; {(#ref-plenary):Plenary, 1932})"},
        {"style: superscript", true, "x [@plenary]",
         "x ({(#ref-plenary):Plenary, 1932})"},
        {"", false, "x [@a]", "x ({(#ref-a):Noether, 1918})"},
        // No citations
        {"", true, "[@a](https://e.org)", "{(https://e.org):@a}"},
        {"", true, "`[@a]` \\[@a] @x [@;] [@ a] \\@a [@x",
         "{c:[@a]} [@a] @x [@;] [@ a] @a [@x"},
    };

    (void)state;
    check(cases, COUNT(cases));
}

static void test_raised(void **state)
{
    static const struct citation_case cases[] = {
        {"style: superscript", true, "x [@a].", "x{(#ref-a)^:[1]}."},
        {"style: superscript", true, "x [@a; @c]",
         "x{(#ref-a)^:[1]}{(#ref-c)^:[3]}"},
        {"style: superscript, brackets: false", true, "x [@a; @c; @d; @e] y",
         "x{(#ref-a)^:1}{^:,}{(#ref-c)^:3}{^:\u2013}{(#ref-e)^:5} y"},
        {"style: superscript, brackets: false", true, "x *y* [@a, p. 2]",
         "x {i:y}{(#ref-a)^:1}{^:, p. 2}"},
    };

    (void)state;
    check(cases, COUNT(cases));
}

static void test_names(void **state)
{
    static const struct citation_case cases[] = {
        {"style: author-year", true, "x [@a]", "x ({(#ref-a):Noether, 1918})"},
        {"style: author-year", true, "[@b, p. 3; @a]",
         "({(#ref-b):von Neumann and Klein, 1921}, p. 3; "
         "{(#ref-a):Noether, 1918})"},
        {"style: author-year", true, "[@c]",
         "({(#ref-c):Deuring et al., 1927})"},
        {"style: author-year", true, "[@d]", "({(#ref-d):Ada et al.})"},
        {"style: author-year", true, "[@reader]",
         "({(#ref-reader):Reader, 1922})"},
    };

    (void)state;
    check(cases, COUNT(cases));
}

// The list of the section's publications: markers and titles, a line each.
static const char *list_of(struct compose_fixture *c,
                           const struct document *document, size_t section)
{
    const struct block *list =
        &document->body.children.ptr[section].children.ptr[1];
    struct buf buf = {.arena = c->f.arena};

    assert_int_equal(list->kind, BLOCK_LIST);
    assert_int_equal(list->numbering, NUMBERING_DECIMAL);
    assert_true(list->marker_right);
    for (size_t i = 0; i < list->children.len; i++) {
        const struct block *item = &list->children.ptr[i];
        const struct block *entry = &item->children.ptr[0];

        assert_int_equal(entry->kind, BLOCK_COLUMNS);
        buf_addf(&buf, "%s %.*s #%.*s\n",
                 spans_written(c->f.arena, &item->para.spans),
                 STR_ARG(entry->outline_title), STR_ARG(entry->anchor));
    }
    return str_to_cstr(c->f.arena, buf_str(&buf));
}

static void test_list(void **state)
{
    struct compose_fixture c;
    struct document d;

    (void)state;
    compose_texts(&c, "      - '[@c] [@a] [@c]'\n", "", true, &d);
    assert_string_equal(list_of(&c, &d, 3), "{(#cite-a):[1]} The A #ref-a\n"
                                            "[2] B #ref-b\n"
                                            "{(#cite-c):[3]} C #ref-c\n"
                                            "[4] D #ref-d\n");
    compose_free(&c);
    compose_texts(&c, "      - '[@d; @c] [@a] [@e]'\n", "order: appearance",
                  true, &d);
    assert_string_equal(list_of(&c, &d, 3), "{(#cite-d):[1]} D #ref-d\n"
                                            "{(#cite-c):[2]} C #ref-c\n"
                                            "{(#cite-a):[3]} The A #ref-a\n"
                                            "[4] B #ref-b\n");
    assert_string_equal(
        spans_written(c.f.arena, spans_of(&d, 0)),
        "[{(#ref-d):1}, {(#ref-c):2}]\u00a0[{(#ref-a):3}]\u00a0[{(#ref-e):5}]");
    compose_free(&c);
}

// Each reference has one place in the text, within a range, too; a link tells
// what it leads to.
static void test_anchors(void **state)
{
    struct compose_fixture c;
    struct document d;
    struct buf buf = {0};

    (void)state;
    compose_texts(&c, "      - '[@a; @b; @c; @d]'\n      - '[@b]'\n", "", true,
                  &d);
    buf.arena = c.f.arena;
    for (size_t entry = 0; entry < 2; entry++)
        for (size_t i = 0; i < spans_of(&d, entry)->len; i++) {
            const struct span *span = &spans_of(&d, entry)->ptr[i];

            buf_addf(&buf, "%.*s|%.*s", STR_ARG(span->text),
                     STR_ARG(span->label));
            for (size_t k = 0; k < span->anchors.len; k++)
                buf_addf(&buf, "|%.*s", STR_ARG(span->anchors.ptr[k]));
            buf_add_char(&buf, '\n');
        }
    assert_string_equal(str_to_cstr(c.f.arena, buf_str(&buf)),
                        "[|\n"
                        "1|Reference 1: The A|cite-a\n"
                        "\u2013||cite-b|cite-c\n"
                        "4|Reference 4: D|cite-d\n"
                        "]|\n"
                        "[|\n"
                        "2|Reference 2: B\n"
                        "]|\n");
    compose_free(&c);
}

static void test_mistakes(void **state)
{
    static const struct {
        const char *texts, *messages;
    } cases[] = {
        {"      - 'x [@plenery; @a]'\n",
         "t:5:13: error: no entry has the key 'plenery'\n"
         "    hint: did you mean '@plenary'?\n"},
        {"      - |-\n        x\n        [@a] [@zzzzz]\n",
         "t:7:15: error: no entry has the key 'zzzzz'\n"
         "    hint: an entry gets one by the field key; for brackets in a "
         "text write \\[@\n"},
        {"      - {name: N, key: a}\n",
         "t:11:15: error: the key 'a' is taken: the entry in line 5 has it\n"
         "    hint: texts that cite it could mean either\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        struct document d;

        compose_texts(&c, cases[i].texts, "", true, &d);
        assert_string_equal(fixture_brief(&c.f), cases[i].messages);
        compose_free(&c);
    }
}

// What is written once may be shown twice.
static void test_alias(void **state)
{
    struct compose_fixture c;
    struct compose_input input;
    struct document d;

    (void)state;
    compose_read(&c, "cv:\n  name: J\n  sections:\n"
                     "    selected: [&p {title: T, authors: [A], key: k}]\n"
                     "    all: [*p, {bullet: 'see [@k]'}]\n"
                     "design: {templates: {publication_entry: {number: "
                     "NUMBER}}}\n");
    input = (struct compose_input){.cv = &c.f.profile.cv,
                                   .design = &c.design,
                                   .locale = &c.locale,
                                   .settings = &c.settings,
                                   .folder = STR("folder")};
    compose(c.f.arena, &input, c.f.diags, &d);
    assert_string_equal(fixture_messages(&c.f), "");
    assert_string_equal(list_of(&c, &d, 1), "{(#cite-k):1} T #ref-k\n");
    compose_free(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers), cmocka_unit_test(test_raised),
        cmocka_unit_test(test_names),   cmocka_unit_test(test_list),
        cmocka_unit_test(test_anchors), cmocka_unit_test(test_mistakes),
        cmocka_unit_test(test_alias),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
