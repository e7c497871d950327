// SPDX-License-Identifier: MIT
// Documents to pages: notes, warnings, reading order, and the dump.
#include "font_names.h"
#include "layout_blocks.h"

#include "layout/layout.h"

static struct document document_of(struct layout_fixture *l, size_t lines)
{
    struct document d = {
        .body = {.kind = BLOCK_STACK},
        .page_width = PT(200),
        .page_height = PT(200),
        .top_margin = PT(20),
        .bottom_margin = PT(30),
        .left_margin = PT(25),
        .right_margin = PT(35),
        .top_note_inset = PT(5),
        .title = STR("T"),
        .language = STR("en"),
        .date = {.kind = DATE_DAY, .year = 2024, .month = 2, .day = 29},
        .title_style = style_of(PT(10)),
    };
    struct span number = {.kind = SPAN_PAGE_NUMBER, .style = style_of(PT(9))};
    struct span total = number;

    total.kind = SPAN_TOTAL_PAGES;
    for (size_t i = 0; i < lines; i++) {
        struct block line = block_of(l, "line");

        line.space_above = PT(40);
        vec_push(l->f.arena, &d.body.children, line);
    }
    d.footer = para_of(l, "page ", PT(9), PARA_CENTER);
    vec_push(l->f.arena, &d.footer.spans, number);
    vec_push(l->f.arena, &d.footer.spans, span_of(l, " of ", PT(9)));
    vec_push(l->f.arena, &d.footer.spans, total);
    d.top_note = para_of(l, "note", PT(9), PARA_RIGHT);
    return d;
}

static const struct item *find_item(const struct page *page, const char *text)
{
    for (size_t i = 0; i < page->items.len; i++)
        if (str_eq_cstr(page->items.ptr[i].text, text))
            return &page->items.ptr[i];
    return NULL;
}

static void test_pages(void **state)
{
    struct layout_fixture *l = *state;
    struct document d = document_of(l, 7);
    const struct item *item;
    struct pages pages;

    layout(l->f.arena, &d, &l->stock, l->f.diags, &pages);
    // 150 pt hold four lines of cap height with 40 pt between them, but an
    // emptier last page costs nothing: 4 and 3.
    assert_int_equal(pages.pages.len, 2);
    assert_int_equal(pages.date, 1709164800);
    for (size_t i = 0; i < 2; i++) {
        const struct page *page = &pages.pages.ptr[i];

        assert_int_equal(page->items.ptr[0].x, PT(25));
        assert_int_equal(page->items.ptr[0].y, PT(20) + cap_height(l));
        item = find_item(page, i == 0 ? "page 1 of 2" : "page 2 of 2");
        assert_non_null(item);
        assert_int_equal(item->role, ROLE_FOOTER);
        assert_int_equal(item->y, PT(200) - PT(15));
        // In the middle between the margins.
        assert_true(2 * item->x + item->width - 2 * PT(25) - PT(140) <= 1);
        assert_true(2 * item->x + item->width - 2 * PT(25) - PT(140) >= -1);
    }
    item = find_item(&pages.pages.ptr[0], "note");
    assert_non_null(item);
    assert_int_equal(item->role, ROLE_HEADER);
    assert_int_equal(item->x + item->width, PT(200) - PT(35) - PT(5));
    assert_null(find_item(&pages.pages.ptr[1], "note"));
    assert_string_equal(fixture_messages(&l->f), "");
}

// A document without anything is one page with its notes.
static void test_empty_document(void **state)
{
    struct layout_fixture *l = *state;
    struct document d = document_of(l, 0);
    struct pages pages;

    layout(l->f.arena, &d, &l->stock, l->f.diags, &pages);
    assert_int_equal(pages.pages.len, 1);
    assert_non_null(find_item(&pages.pages.ptr[0], "page 1 of 1"));
    d.footer.spans.len = 0;
    d.top_note.spans.len = 0;
    layout(l->f.arena, &d, &l->stock, l->f.diags, &pages);
    assert_int_equal(pages.pages.ptr[0].items.len, 0);
}

static void test_document_warnings(void **state)
{
    struct layout_fixture *l = *state;
    struct document d = document_of(l, 0);
    struct block image = {
        .kind = BLOCK_IMAGE,
        .image_path = {STR(VITA_SOURCE_DIR "/profiles/marie-curie.jpg"), {0}},
        .image_width = PT(139)};
    struct face face = {{.family = STR("No Such Family"), .weight = 400},
                        {&l->f.source, 1, 1, 1}};
    struct pages pages;

    vec_push(l->f.arena, &d.body.children, image);
    vec_push(l->f.arena, &d.faces, face);
    layout(l->f.arena, &d, &l->stock, l->f.diags, &pages);
    assert_contains(fixture_messages(&l->f),
                    "something is higher than the page's text area");
    assert_contains(fixture_brief(&l->f),
                    "t:1:1: warning: the font No Such Family is not installed; "
                    "Source Sans ");
}

// Reading order on the page is the pieces' order and not that of the rows.
static void test_reading_order(void **state)
{
    struct layout_fixture *l = *state;
    struct document d = document_of(l, 0);
    struct block columns = columns_of(COLUMN_FLEXIBLE, PT(50), 2);
    static const char *const expected[] = {"aa", "bb", "cc", "left", "right"};
    struct pages pages;

    add_cell(l, &columns, stack_of(l, three, 3), 0, 0);
    add_cell(l, &columns, stack_of(l, two, 2), 1, 1);
    vec_push(l->f.arena, &d.body.children, columns);
    layout(l->f.arena, &d, &l->stock, l->f.diags, &pages);
    for (size_t i = 0; i < COUNT(expected); i++)
        assert_str(pages.pages.ptr[0].items.ptr[i].text, expected[i]);
}

static void test_dump(void **state)
{
    struct layout_fixture *l = *state;
    struct image image = {.width = 3, .height = 4};
    struct font_query query = {.family = STR("Source Sans 3"), .weight = 400};
    enum font_match match;
    struct item items[] = {
        {.kind = ITEM_TEXT,
         .x = PT(1),
         .y = PT(5) / 2,
         .width = PT(3),
         .size = PT(10),
         .colour = 0x00ab0c,
         .line = 1,
         .lines = 2,
         .font = font_store_lookup(l->context.fonts, query, &match),
         .text = STR("a \"b\" \\ \n\x01\x7f\u00e9")},
        {.kind = ITEM_RULE, .x = -PT(1), .height = 328, .colour = 0xffffff},
        {.kind = ITEM_ICON, .size = PT(9), .label = STR("Email")},
        {.kind = ITEM_IMAGE, .height = PT(2), .image = &image},
    };
    struct link links[] = {{.width = PT(7), .url = STR("https://e.org/\"")}};
    struct page page = {.width = PT(100),
                        .height = PT(200),
                        .items = {items, COUNT(items), COUNT(items)},
                        .links = {links, 1, 1}};
    struct outline_entry entry = {STR("S"), 1, 0, PT(4)};
    struct pages pages = {.pages = {&page, 1, 1},
                          .outline = {&entry, 1, 1},
                          .title = STR("T \"1\""),
                          .language = STR("en")};

    assert_str(pages_dump(l->f.arena, &pages),
               str_format(l->f.arena,
                          "title \"T \\\"1\\\"\"\n"
                          "language en\n"
                          "page 1 100.00 200.00\n"
                          "text 1.00 2.50 3.00 %s 10.00 #00ab0c 1/2 "
                          "\"a \\\"b\\\" \\\\ \\x0a\\x01\\x7f\u00e9\"\n"
                          "rule -1.00 0.00 0.00 0.01 #ffffff\n"
                          "icon 0.00 0.00 0.00 9.00 #000000 \"Email\"\n"
                          "image 0.00 0.00 0.00 2.00 3x4\n"
                          "link 0.00 0.00 7.00 0.00 \"https://e.org/\\\"\"\n"
                          "outline 1 1 4.00 \"S\"\n",
                          default_face())
                   .ptr);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, layout_setup, layout_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_pages),
        TEST(test_empty_document),
        TEST(test_document_warnings),
        TEST(test_reading_order),
        TEST(test_dump),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
