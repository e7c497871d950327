// SPDX-License-Identifier: MIT
// The PDF as a whole: structure, metadata, outline, links, determinism and
// failures. Text and images have tests of their own.
#include "pdf/pdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "font_names.h"
#include "pdf_page.h"

// The structure of the draft: a section whose paragraph runs over the page's
// end and holds two links, one of them without words.
enum {
    ELEMENT_ROOT,
    ELEMENT_SECTION,
    ELEMENT_TITLE,
    ELEMENT_PARAGRAPH,
    ELEMENT_LINK,
    ELEMENT_ADDRESS,
    ELEMENT_NOTHING,
};

static void add_element(struct draft *draft, enum structure_type type,
                        uint32_t parent, struct str alt)
{
    vec_push(
        draft->arena, &draft->pages.structure,
        (struct structure_element){.type = type, .parent = parent, .alt = alt});
}

static struct link link_at(int x, const char *url, const char *target,
                           uint32_t element)
{
    return (struct link){.x = PT(x),
                         .y = PT(110),
                         .width = PT(40),
                         .height = PT(12),
                         .url = str_from_cstr(url),
                         .target = str_from_cstr(target),
                         .element = element};
}

static void fill_structure(struct draft *draft)
{
    struct str none = {"", 0};

    add_element(draft, STRUCTURE_DOCUMENT, ELEMENT_ROOT, none);
    add_element(draft, STRUCTURE_SECT, ELEMENT_ROOT, none);
    add_element(draft, STRUCTURE_H2, ELEMENT_SECTION, none);
    add_element(draft, STRUCTURE_P, ELEMENT_SECTION, none);
    add_element(draft, STRUCTURE_LINK, ELEMENT_PARAGRAPH,
                STR("Site: Analyst \u00fc"));
    add_element(draft, STRUCTURE_LINK, ELEMENT_PARAGRAPH, none);
    add_element(draft, STRUCTURE_P, ELEMENT_SECTION, none);
    draft->pages.structure.ptr[ELEMENT_PARAGRAPH].language = STR("fr");
}

static void fill_draft(struct draft *draft)
{
    struct page *page;

    fill_structure(draft);

    draft->pages.title = STR("Curriculum Vit\u00e6 of Ay\u015fe");
    draft->pages.author = STR("Ayse (Jane) Doe\\");
    draft->pages.subject = STR("CV");
    draft->pages.language = STR("en-GB");
    draft->pages.date = 1700000000; // 2023-11-14 22:13:20 UTC
    draft_text(draft, "Source Sans Pro", 10, 72, 100, "Experience")->element =
        ELEMENT_TITLE;
    draft_item(draft, (struct item){.kind = ITEM_RULE,
                                    .x = PT(72),
                                    .y = PT(104),
                                    .width = PT(451),
                                    .height = PT(1) / 2,
                                    .colour = 0x336699});
    draft_text(draft, "DejaVu Serif", 9, 72, 120, "Analyst")->element =
        ELEMENT_LINK;
    page = last_page(draft);
    vec_push(draft->arena, &page->links,
             link_at(72, "https://example.org/a b?q=(1)&r=\u00fc%20", "",
                     ELEMENT_LINK));
    vec_push(draft->arena, &page->links,
             link_at(172, "mailto:a@example.org", "", ELEMENT_ADDRESS));
    draft_page(draft);
    draft_text(draft, "Source Sans Pro", 10, 72, 100, "Education")->element =
        ELEMENT_PARAGRAPH;
    vec_push(draft->arena, &draft->pages.outline,
             (struct outline_entry){STR("Experience"), 1, 0, PT(90)});
    vec_push(draft->arena, &draft->pages.outline,
             (struct outline_entry){STR("Analyst \u2013 ACME"), 2, 0, PT(110)});
    vec_push(draft->arena, &draft->pages.outline,
             (struct outline_entry){STR("Education"), 1, 1, PT(90)});
}

static void test_structure(void **state)
{
    struct draft *draft = *state;
    struct str source;

    fill_draft(draft);
    draft_write(draft);
    draft_check(draft);
    assert_true(str_starts(draft->pdf, STR("%PDF-1.7\n")));
    source = draft_source(draft);
    assert_contains(source, "/Lang (en-GB)");
    assert_contains(source, "/DisplayDocTitle true");
    assert_contains(source, "0.2 0.4 0.6 rg\n72 737.5 451 0.5 re f\n");
    assert_contains(source, "/Artifact BMC\n0.2 0.4");
    // The colour of the rule does not leak into the text after it.
    assert_contains(source, "EMC\n/Link <</MCID 1>> BDC\n0 0 0 rg\nBT\n");
}

static void test_metadata(void **state)
{
    struct draft *draft = *state;
    struct str info;

    fill_draft(draft);
    draft_write(draft);
    info = draft_run_tool(draft, "TZ=UTC pdfinfo -isodates -enc UTF-8 out.pdf");
    assert_contains(info, "Curriculum Vit\u00e6 of Ay\u015fe\n");
    assert_contains(info, "Ayse (Jane) Doe\\\n");
    assert_contains(info, "Subject:         CV\n");
    assert_contains(info, "Creator:         vita\n");
    assert_contains(info, "CreationDate:    2023-11-14T22:13:20Z\n");
    assert_contains(info, "ModDate:         2023-11-14T22:13:20Z\n");
    assert_contains(info, "Pages:           2\n");
}

static void test_outline(void **state)
{
    struct draft *draft = *state;
    struct str outline;
    struct str source;

    fill_draft(draft);
    draft_write(draft);
    outline = draft_run_tool(draft, "mutool show out.pdf outline");
    assert_contains(outline, "+\t\"Experience\"\t#page=1&zoom=100,0,90\n");
    assert_contains(outline, "|\t\t\"Analyst \u2013 ACME\"");
    assert_contains(outline, "|\t\"Education\"\t#page=2");
    source = draft_source(draft);
    assert_contains(source, "/Count 2"); // only sections are shown
    assert_contains(source, "/XYZ\n    0\n    752\n    0\n  ]");
}

static void test_links(void **state)
{
    struct draft *draft = *state;
    struct str source;

    fill_draft(draft);
    draft_write(draft);
    source = draft_source(draft);
    assert_contains(source,
                    "/URI (https://example.org/a%20b?q=\\(1\\)&r=%C3%BC%20)");
    assert_contains(source, "/URI (mailto:a@example.org)");
    assert_contains(source, "/Contents (mailto:a@example.org)");
    assert_contains(source, "/Rect [\n    72\n    720\n    112\n    732\n  ]");
    assert_contains(source, "/Border [\n    0\n    0\n    0\n  ]");
    assert_true(str_find(source, STR("example.org/a%20b"), 0) <
                str_find(source, STR("mailto:"), 0));
}

// Text under ActualText is a content of its own beside the others of its
// element: poppler loses what follows a nested one.
static void test_actual_text_is_not_nested(void **state)
{
    struct draft *draft = *state;
    struct str source;
    struct item *item;

    fill_structure(draft);
    draft_text(draft, "DejaVu Sans", 10, 72, 100, "one ")->element =
        ELEMENT_PARAGRAPH;
    item = draft_text(draft, "DejaVu Sans", 10, 95, 100, "two ");
    item->element = ELEMENT_PARAGRAPH;
    item->actual_text = STR("zwei ");
    item = draft_text(draft, "DejaVu Sans", 10, 120, 100, "a-b three");
    item->element = ELEMENT_PARAGRAPH;
    item->glyphs[1].id = 0; // no font has it
    draft_write(draft);
    draft_check(draft);
    source = draft_source(draft);
    assert_contains(source, "/P <</MCID 0>> BDC");
    assert_contains(source, "EMC\n/Span <</MCID 1 /ActualText <FEFF007A");
    assert_contains(source, "EMC\n/P <</MCID 2>> BDC");
    assert_contains(source, "ET\nEMC\n/Span <</MCID 3 /ActualText <FEFF002D");
    assert_contains(source, "ET\nEMC\n/P <</MCID 4>> BDC");
    assert_contains(draft_run_tool(draft, "pdfinfo -struct-text out.pdf |"
                                          " tr -d '\" \\n'"),
                    "onetwoabthree");
    assert_contains(draft_run_tool(draft, "pdftotext -raw out.pdf -"),
                    "a-b three");
}

// As poppler reads it, which goes through the parent tree for the text.
static void test_tags(void **state)
{
    struct draft *draft = *state;
    struct str source;
    struct str tree;

    fill_draft(draft);
    draft_write(draft);
    source = draft_source(draft);
    assert_contains(source, "/Marked true");
    assert_contains(source, "/Tabs /S");
    assert_contains(source, "/Link <</MCID 1>> BDC");
    assert_contains(source, "/Artifact BMC");
    tree = draft_run_tool(draft, "pdfinfo -struct-text out.pdf");
    assert_contains(tree, "Document\n"
                          "  Sect\n"
                          "    H2 (block)\n"
                          "      \"Experience\"\n"
                          "    P (block)\n");
    assert_contains(tree, "      Link (inline)\n"
                          "        \"Analyst\"\n"
                          "        Object ");
    assert_contains(tree, "      \"Education\"");
}

static void test_destinations(void **state)
{
    struct draft *draft = *state;
    struct str names;

    fill_draft(draft);
    draft_write(draft);
    names = draft_run_tool(draft, "pdfinfo -dests out.pdf");
    assert_contains(names, "   1 [ XYZ    0  732 null      ] "
                           "\"analyst-acme\"\n");
    assert_contains(names, "\"education\"\n");
}

static void test_fonts_are_embedded(void **state)
{
    struct draft *draft = *state;
    struct str fonts;
    size_t lines = 0;

    fill_draft(draft);
    draft_write(draft);
    fonts = draft_run_tool(draft, "pdffonts out.pdf | tail -n +3");
    assert_contains(fonts, default_face());
    assert_contains(fonts, "+DejaVuSerif");
    for (struct str rest = fonts; rest.ptr && rest.len > 0;) {
        struct str line = str_split(&rest, '\n');

        assert_contains(line, "yes yes yes");
        lines++;
    }
    assert_int_equal(lines, 2);
}

static void test_equal_pages_give_equal_bytes(void **state)
{
    struct draft *draft = *state;
    struct str first;
    size_t id;

    fill_draft(draft);
    draft_write(draft);
    first = draft->pdf;
    draft_write(draft);
    assert_true(str_eq(first, draft->pdf));
    id = str_find(first, STR("/ID [<"), 0);
    assert_true(id != SIZE_MAX);
    draft->pages.title = STR("Another");
    draft_write(draft);
    assert_int_equal(str_find(draft->pdf, str_slice(first, id, id + 39), 0),
                     SIZE_MAX);
}

// A fresh process has other addresses.
static void test_processes_give_equal_bytes(void **state)
{
    struct draft *draft = *state;
    char self[4096];
    ssize_t len = readlink("/proc/self/exe", self, sizeof self - 1);

    assert_true(len > 0);
    self[len] = '\0';
    fill_draft(draft);
    // What the store opened before must not matter.
    draft_text(draft, "Latin Modern Roman", 10, 0, 0, "x");
    last_page(draft)->items.len--;
    draft_write(draft);
    draft_run_tool(draft,
                   str_format(draft->arena, "%s --write other.pdf", self).ptr);
    draft_run_tool(draft, "cmp out.pdf other.pdf");
}

static void add_anchor(struct draft *draft, const char *name, size_t page,
                       int y)
{
    vec_push(draft->arena, &draft->pages.anchors,
             (struct anchor){str_from_cstr(name), page, PT(y)});
}

// A link to a place of the document; of two places of one name the first
// counts, also against the outline's. Without such a place there is no link.
static void test_inner_links(void **state)
{
    struct draft *draft = *state;
    struct page *page;
    struct str source;
    struct str names;

    fill_draft(draft);
    page = &draft->pages.pages.ptr[0];
    vec_push(draft->arena, &page->links,
             link_at(272, "", "ref-b", ELEMENT_LINK));
    vec_push(draft->arena, &page->links,
             link_at(372, "", "ref-lost", ELEMENT_LINK));
    add_anchor(draft, "ref-b", 1, 90);
    add_anchor(draft, "ref-b", 1, 300);
    add_anchor(draft, "ref-nowhere", 9, 300);
    add_anchor(draft, "education", 0, 42);
    draft_write(draft);
    draft_check(draft);
    source = draft_source(draft);
    assert_contains(source, "/Dest (ref-b)");
    assert_int_equal(str_find(source, STR("ref-lost"), 0), SIZE_MAX);
    assert_int_equal(str_find(source, STR("ref-nowhere"), 0), SIZE_MAX);
    names = draft_run_tool(draft, "pdfinfo -dests out.pdf");
    assert_contains(names, "   2 [ XYZ    0  752 null      ] \"ref-b\"\n");
    assert_contains(names, "   1 [ XYZ    0  800 null      ] \"education\"\n");
    assert_contains(names, "\"experience\"\n");
}

static int write_file(const char *path)
{
    void *state = NULL;
    struct draft *draft;
    struct str error;
    FILE *file = fopen(path, "wb");
    bool ok;

    if (!file || draft_setup(&state) != 0)
        return 1;
    draft = state;
    fill_draft(draft);
    ok = pdf_write(draft->arena, &draft->pages, &draft->options, &draft->pdf,
                   &error) &&
         fwrite(draft->pdf.ptr, 1, draft->pdf.len, file) == draft->pdf.len;
    ok = fclose(file) == 0 && ok;
    return draft_teardown(&state) == 0 && ok ? 0 : 1;
}

static void spoil_nothing(struct draft *draft)
{
    draft->pages.pages.len = 0;
}

static void spoil_size(struct draft *draft)
{
    last_page(draft)->width = PT(20000);
}

static void spoil_glyph(struct draft *draft)
{
    last_page(draft)->items.ptr[0].glyphs[0].id = 70000;
}

static void spoil_outline(struct draft *draft)
{
    draft->pages.outline.ptr[0].page = 7;
}

static struct str long_text(struct draft *draft, char c, size_t len)
{
    char *text = arena_alloc(draft->arena, 70000);

    memset(text, c, 70000);
    return (struct str){text, len};
}

static void spoil_url(struct draft *draft)
{
    draft->pages.pages.ptr[0].links.ptr[1].url = long_text(draft, 'a', 70000);
}

static void spoil_title(struct draft *draft)
{
    draft->pages.title = long_text(draft, 'a', 70000);
}

static void spoil_author(struct draft *draft)
{
    draft->pages.author = long_text(draft, '\xff', 40000);
}

static void spoil_link_place(struct draft *draft)
{
    draft->pages.pages.ptr[0].links.ptr[0].x = PT(40000);
}

static void test_failures(void **state)
{
    static const struct {
        void (*spoil)(struct draft *draft);
        const char *error;
    } cases[] = {
        {spoil_nothing, "there is no page"},
        {spoil_size, "over 14400 pt"},
        {spoil_glyph, "glyph 70000 is out of range"},
        {spoil_outline, "an outline entry is on no page"},
        {spoil_url, "a link is longer than 32767 bytes"},
        {spoil_title, "a text is longer than 32767 bytes"},
        {spoil_author, "a text is longer than 32767 bytes"},
        {spoil_link_place, "a link is beyond 32767 pt"},
    };
    struct draft *draft = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str pdf;
        struct str error;

        draft->pages = (struct pages){0};
        fill_draft(draft);
        cases[i].spoil(draft);
        assert_false(pdf_write(draft->arena, &draft->pages, &draft->options,
                               &pdf, &error));
        assert_contains(error, cases[i].error);
    }
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, draft_setup, draft_teardown)

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_structure),
        TEST(test_metadata),
        TEST(test_outline),
        TEST(test_tags),
        TEST(test_actual_text_is_not_nested),
        TEST(test_destinations),
        TEST(test_links),
        TEST(test_inner_links),
        TEST(test_fonts_are_embedded),
        TEST(test_equal_pages_give_equal_bytes),
        TEST(test_processes_give_equal_bytes),
        TEST(test_failures),
    };

    if (argc == 3 && strcmp(argv[1], "--write") == 0)
        return write_file(argv[2]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
