// SPDX-License-Identifier: MIT
// The whole document: header, titles, entries in columns, lists, notes; its
// blocks as an outline in text.
#include "compose_fixture.h"

#include "compose/compose.h"

static void compose_document(struct compose_fixture *c, const char *yaml,
                             struct document *document)
{
    struct compose_input input;

    compose_read(c, yaml);
    input = (struct compose_input){
        .cv = &c->f.profile.cv,
        .design = &c->design,
        .locale = &c->locale,
        .settings = &c->settings,
        .folder = STR("folder"),
    };
    compose(c->f.arena, &input, c->f.diags, document);
}

static void add_block(struct buf *buf, const struct block *block, int depth)
{
    static const char *const kinds[] = {"para",    "stack", "list", "item",
                                        "columns", "title", "image"};

    buf_addf(buf, "%*s%s", depth * 2, "", kinds[block->kind]);
    if (block->kind == BLOCK_IMAGE)
        buf_addf(buf, " %.*s", STR_ARG(block->image_path.str));
    if (block->para.spans.len > 0)
        buf_addf(buf, " %s", spans_written(buf->arena, &block->para.spans));
    buf_add_char(buf, '\n');
    for (size_t i = 0; i < block->children.len; i++) {
        const struct block *child = &block->children.ptr[i];

        if (block->kind == BLOCK_COLUMNS)
            buf_addf(buf, "%*s[%d-%d]\n", depth * 2, "", child->placement.first,
                     child->placement.last);
        add_block(buf, child, depth + 1);
    }
}

// The blocks below the body from the given one on, an indented line each.
static const char *outline(struct compose_fixture *c,
                           const struct document *document, size_t from)
{
    struct buf buf = {.arena = c->f.arena};

    for (size_t i = from; i < document->body.children.len; i++)
        add_block(&buf, &document->body.children.ptr[i], 0);
    return str_to_cstr(c->f.arena, buf_str(&buf));
}

static const char entries[] =
    "cv:\n"
    "  name: Ada\n"
    "  sections:\n"
    "    experience:\n"
    "      - company: A\n"
    "        position: B\n"
    "        location: L\n"
    "        start_date: 2020-01\n"
    "        end_date: 2020-02\n"
    "        summary: S\n"
    "        highlights: [h1, 'h2\n\n            - h3']\n";

static void test_header_order(void **state)
{
    struct compose_fixture c;
    struct document d;

    (void)state;
    compose_document(&c,
                     "cv:\n"
                     "  website: https://e.org/\n"
                     "  name: '*Ada*'\n"
                     "  custom_connections:\n"
                     "    - {fontawesome_icon: flag, placeholder: '**P**', "
                     "url: ''}\n"
                     "  email: [a@e.org, b@e.org]\n"
                     "  headline: H\n"
                     "  phone: +1 609 999 9995\n"
                     "  social_networks:\n"
                     "    - {network: GitHub, username: ada}\n"
                     "    - {network: Google Scholar, username: xyz}\n"
                     "  location: L\n"
                     "design: {header: {connections: {show_icons: false, "
                     "separator: '|'}}}\n",
                     &d);
    assert_string_equal(
        outline(&c, &d, 0),
        "stack\n"
        "  para {bi:Ada}\n"
        "  para H\n"
        "  para {(https://e.org/):e.org}{separator |}{b:P}{separator |}"
        "{(mailto:a@e.org):a@e.org}{separator |}{(mailto:b@e.org):b@e.org}"
        "{separator |}{(tel:+1-609-999-9995):(609) 999-9995}{separator |}"
        "{(https://github.com/ada):ada}{separator |}"
        "{(https://scholar.google.com/citations?user=xyz):Google Scholar}"
        "{separator |}L\n");
    compose_free(&c);
}

static void test_connections(void **state)
{
    static const struct {
        const char *options, *spans;
    } cases[] = {
        {"", "{icon link}{space }{(https://e.org/x/):e.org/x}{separator }"
             "{icon github}{space }{(https://github.com/ada):ada}"},
        {"show_icons: false, display_urls_instead_of_usernames: true",
         "{(https://e.org/x/):e.org/x}{separator }"
         "{(https://github.com/ada):github.com/ada}"},
        {"show_icons: false, hyperlink: false", "e.org/x{separator }ada"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        struct document d;
        const struct block *header;
        char text[512];

        snprintf(text, sizeof text,
                 "cv: {website: 'https://e.org/x/', social_networks: "
                 "[{network: GitHub, username: ada}]}\n"
                 "design: {header: {connections: {%s}}}\n",
                 cases[i].options);
        compose_document(&c, text, &d);
        header = &d.body.children.ptr[0];
        assert_int_equal(header->children.len, 1);
        assert_string_equal(
            spans_written(c.f.arena, &header->children.ptr[0].para.spans),
            cases[i].spans);
        compose_free(&c);
    }
}

// Every network that a profile can name has an icon of its own.
static void test_network_icons(void **state)
{
    static const struct {
        const char *network, *username;
    } cases[] = {
        {"LinkedIn", "a"},
        {"GitHub", "a"},
        {"GitLab", "a"},
        {"IMDB", "nm0000001"},
        {"Instagram", "a"},
        {"ORCID", "0000-0002-1825-0097"},
        {"Mastodon", "@a@b.org"},
        {"StackOverflow", "1/a"},
        {"ResearchGate", "a"},
        {"YouTube", "a"},
        {"Google Scholar", "a"},
        {"Telegram", "a"},
        {"WhatsApp", "+442079460958"},
        {"Leetcode", "a"},
        {"X", "a"},
        {"Bluesky", "a.bsky.social"},
        {"Reddit", "abc"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        struct document d;
        const struct block *header;
        char text[256];

        snprintf(text, sizeof text,
                 "cv: {social_networks: [{network: %s, username: '%s'}]}",
                 cases[i].network, cases[i].username);
        compose_document(&c, text, &d);
        header = &d.body.children.ptr[0];
        assert_int_equal(header->children.ptr[0].para.spans.ptr[0].kind,
                         SPAN_ICON);
        assert_str(header->children.ptr[0].para.spans.ptr[0].label,
                   cases[i].network);
        assert_false(str_eq_cstr(header->children.ptr[0].para.spans.ptr[0].text,
                                 "link"));
        compose_free(&c);
    }
}

static void test_photo(void **state)
{
    static const struct {
        const char *design, *path, *outline;
    } cases[] = {
        {"{}", "a.jpg",
         "columns\n[0-0]\n  image folder/a.jpg\n[1-1]\n  stack\n"
         "    para {b:Ada}\n"},
        {"{header: {photo_position: right}}", "/x/a.jpg",
         "columns\n[1-1]\n  image /x/a.jpg\n[0-0]\n  stack\n"
         "    para {b:Ada}\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        struct document d;
        char text[256];

        snprintf(text, sizeof text, "cv: {name: Ada, photo: %s}\ndesign: %s\n",
                 cases[i].path, cases[i].design);
        compose_document(&c, text, &d);
        assert_string_equal(outline(&c, &d, 0), cases[i].outline);
        compose_free(&c);
    }
}

// Its own words, or whom it shows, without markup.
static void test_photo_alt(void **state)
{
    static const struct {
        const char *cv, *alt, *messages;
    } cases[] = {
        {"{name: '**Ada** Lovelace', photo: a.jpg}", "Ada Lovelace", ""},
        {"{name: Ada, photo: a.jpg, photo_alt: 'Ada *at* work'}",
         "Ada *at* work", ""},
        {"{photo: a.jpg, photo_alt: Me}", "Me", ""},
        {"{photo: a.jpg}", "",
         "t:1:13: warning: nothing says what the photo shows, for readers who "
         "cannot see it\n    hint: cv.photo_alt says it in words\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        struct document d;
        char text[256];

        snprintf(text, sizeof text, "cv: %s\n", cases[i].cv);
        compose_document(&c, text, &d);
        assert_str(d.body.children.ptr[0].children.ptr[0].image_alt,
                   cases[i].alt);
        assert_string_equal(fixture_brief(&c.f), cases[i].messages);
        compose_free(&c);
    }
}

static void test_experience(void **state)
{
    static const char top[] = "stack\n"
                              "  title {b:Experience}\n"
                              "  stack\n"
                              "    columns\n";
    static const char dates[] = "      stack\n"
                                "        para L\n"
                                "        para Jan 2020 – Feb 2020\n"
                                "        para 2 months\n";
    struct compose_fixture c;
    struct document d;
    char text[1024];
    const char *written;

    (void)state;
    // Short second rows keep the rest in the main column.
    compose_document(&c, entries, &d);
    written = outline(&c, &d, 1);
    assert_contains(written, top);
    assert_contains(written, dates);
    assert_contains(written, "    [0-0]\n      stack\n        para {b:A}, B\n"
                             "    [1-1]\n");
    assert_contains(written, "    [0-0]\n      stack\n        para S\n"
                             "        list\n          item •\n"
                             "            para h1\n          item •\n"
                             "            para h2\n            list\n"
                             "              item •\n"
                             "                para h3\n");
    compose_free(&c);
    // Otherwise as many lines stand beside the dates as these have, and the
    // rest runs below both; unless that would leave a hole.
    snprintf(text, sizeof text,
             "%sdesign: {entries: {short_second_row: false}, "
             "sections: {show_time_spans_in: []}}\n",
             entries);
    compose_document(&c, text, &d);
    assert_contains(outline(&c, &d, 1),
                    "para {b:A}, B\n        para S\n    [1-1]\n");
    assert_contains(outline(&c, &d, 1),
                    "    [0-1]\n      stack\n        list\n");
    compose_free(&c);
    snprintf(text, sizeof text,
             "%sdesign: {entries: {short_second_row: false}}\n", entries);
    compose_document(&c, text, &d);
    assert_contains(outline(&c, &d, 1),
                    "    [0-0]\n      stack\n        list\n");
    compose_free(&c);
    // In moderncv the dates stand at the left.
    snprintf(text, sizeof text,
             "%sdesign: {section_titles: {type: moderncv}}\n", entries);
    compose_document(&c, text, &d);
    assert_contains(outline(&c, &d, 1), "    [1-1]\n      stack\n"
                                        "        para {b:A}, B\n    [0-0]\n");
    compose_free(&c);
    // No span of time in sections that are not named.
    snprintf(text, sizeof text,
             "%sdesign: {sections: {show_time_spans_in: []}}", entries);
    compose_document(&c, text, &d);
    assert_null(strstr(outline(&c, &d, 1), "2 months"));
    compose_free(&c);
}

static void test_education(void **state)
{
    struct compose_fixture c;
    struct document d;

    (void)state;
    compose_document(&c,
                     "cv: {sections: {education: [{institution: I, area: M, "
                     "degree: PhD, date: 1907}]}}",
                     &d);
    assert_string_equal(outline(&c, &d, 0), "stack\n"
                                            "  title {b:Education}\n"
                                            "  stack\n"
                                            "    columns\n"
                                            "    [0-0]\n"
                                            "      stack\n"
                                            "        para {b:PhD}\n"
                                            "    [1-1]\n"
                                            "      stack\n"
                                            "        para {b:I}, M\n"
                                            "    [2-2]\n"
                                            "      stack\n"
                                            "        para 1907\n");
    compose_free(&c);
}

static void test_text_entries(void **state)
{
    static const struct {
        const char *entries, *outline;
    } cases[] = {
        {"['a', '*b*']", "  stack\n    stack\n      para a\n"
                         "    stack\n      para {i:b}\n"},
        {"[{label: L, details: D}]",
         "  stack\n    stack\n      para {b:L:} D\n"},
        {"[{bullet: a}, {bullet: b}]",
         "  list\n    item •\n      stack\n        para a\n"
         "    item •\n      stack\n        para b\n"},
        {"[{number: a}, {number: b}]",
         "  list\n    item 1.\n      stack\n        para a\n"
         "    item 2.\n      stack\n        para b\n"},
        {"[{reversed_number: a}, {reversed_number: b}]",
         "  list\n    item 2.\n      stack\n        para a\n"
         "    item 1.\n      stack\n        para b\n"},
        {"[]", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        struct document d;
        char text[256];

        snprintf(text, sizeof text, "cv: {sections: {s_and_t: %s}}",
                 cases[i].entries);
        compose_document(&c, text, &d);
        assert_contains(outline(&c, &d, 0), "stack\n  title {b:S and T}\n");
        assert_contains(outline(&c, &d, 0), cases[i].outline);
        compose_free(&c);
    }
}

// A summary keeps its paragraphs.
static void test_summary(void **state)
{
    struct compose_fixture c;
    struct document d;

    (void)state;
    compose_document(&c,
                     "cv: {sections: {s: [{name: N, summary: \"a\\nb\\n\\n"
                     "c\"}]}}",
                     &d);
    assert_contains(outline(&c, &d, 0),
                    "      stack\n        para {b:N}\n    [0-0]\n"
                    "      stack\n        para a b\n        para c\n");
    compose_free(&c);
}

static void test_notes(void **state)
{
    struct compose_fixture c;
    struct document d;

    (void)state;
    compose_document(&c, "cv: {name: '**Ada** King', headline: 'a *b*'}", &d);
    assert_string_equal(spans_written(c.f.arena, &d.footer.spans),
                        "{i:Ada King – }{page }{i:/}{pages }");
    assert_string_equal(spans_written(c.f.arena, &d.top_note.spans),
                        "{i:Last updated in Jan 2026}");
    assert_str(d.title, "Ada King - CV");
    assert_str(d.author, "Ada King");
    assert_str(d.subject, "a b");
    assert_str(d.language, "en");
    compose_free(&c);
    compose_document(&c,
                     "cv: {name: Ada}\n"
                     "design: {page: {show_footer: false, show_top_note: "
                     "false}}\n"
                     "settings: {pdf_title: 'NAME, YEAR-MONTH_IN_TWO_DIGITS, "
                     "CURRENT_DATE, OTHER', current_date: 2024-02-29}\n",
                     &d);
    assert_int_equal(d.footer.spans.len, 0);
    assert_int_equal(d.top_note.spans.len, 0);
    assert_str(d.title, "Ada, 2024-02, Feb 2024, OTHER");
    compose_free(&c);
}

// Without a name the title keeps no dash that joins nothing.
static void test_no_name(void **state)
{
    struct compose_fixture c;
    struct document d;

    (void)state;
    compose_document(&c, "cv: {sections: {s: [a]}}", &d);
    assert_str(d.title, "CV");
    assert_string_equal(spans_written(c.f.arena, &d.footer.spans),
                        "{page }{i:/}{pages }");
    compose_free(&c);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_header_order),
        cmocka_unit_test(test_connections),
        cmocka_unit_test(test_network_icons),
        cmocka_unit_test(test_photo),
        cmocka_unit_test(test_photo_alt),
        cmocka_unit_test(test_experience),
        cmocka_unit_test(test_education),
        cmocka_unit_test(test_text_entries),
        cmocka_unit_test(test_summary),
        cmocka_unit_test(test_notes),
        cmocka_unit_test(test_no_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
