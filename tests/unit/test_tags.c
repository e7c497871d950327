// SPDX-License-Identifier: MIT
// The structure tree of pages put together by hand: what is a run, and the
// order of kids.
#include "layout/tags.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { ROOT, SECTION, FIRST, SECOND, LINK, EMPTY, ELEMENTS };

static void add_item(struct arena *arena, struct page *page, const char *text,
                     uint32_t element, enum item_role role)
{
    struct item item = {.kind = ITEM_TEXT,
                        .role = role,
                        .element = element,
                        .text = str_from_cstr(text)};

    vec_push(arena, &page->items, item);
}

static struct pages pages_of(struct arena *arena, size_t count)
{
    static const struct structure_element elements[ELEMENTS] = {
        [ROOT] = {.type = STRUCTURE_DOCUMENT, .parent = ROOT},
        [SECTION] = {.type = STRUCTURE_SECT, .parent = ROOT},
        [FIRST] = {.type = STRUCTURE_P, .parent = SECTION},
        [SECOND] = {.type = STRUCTURE_P, .parent = SECTION},
        [LINK] = {.type = STRUCTURE_LINK, .parent = SECOND},
        [EMPTY] = {.type = STRUCTURE_P, .parent = ROOT},
    };
    struct pages pages = {0};

    for (size_t i = 0; i < ELEMENTS; i++)
        vec_push(arena, &pages.structure, elements[i]);
    for (size_t i = 0; i < count; i++)
        vec_push(arena, &pages.pages, (struct page){0});
    return pages;
}

static void check_dump(struct arena *arena, const struct pages *pages,
                       const char *expected)
{
    struct str dump = tags_dump(arena, pages);

    assert_string_equal(str_to_cstr(arena, dump), expected);
}

// An element runs over a page's end; artifacts divide no run.
static void test_runs(void **state)
{
    struct arena *arena = arena_new();
    struct pages pages = pages_of(arena, 2);
    struct page *page = pages.pages.ptr;
    struct tags tags;

    (void)state;
    add_item(arena, page, "one ", FIRST, ROLE_CONTENT);
    add_item(arena, page, "line", 0, ROLE_ARTIFACT);
    add_item(arena, page, "two", FIRST, ROLE_CONTENT);
    add_item(arena, page, "three ", SECOND, ROLE_CONTENT);
    add_item(arena, page, "footer", 0, ROLE_FOOTER);
    add_item(arena, page + 1, "four", SECOND, ROLE_CONTENT);
    tags = tags_build(arena, &pages);
    assert_int_equal(tags.runs.len, 3);
    assert_int_equal(tags.runs.ptr[0].first, 0);
    assert_int_equal(tags.runs.ptr[0].end, 3);
    assert_int_equal(tags.runs.ptr[1].end, 4);
    assert_int_equal(tags.runs.ptr[2].page, 1);
    assert_int_equal(tags.kids[EMPTY].len, 0);
    check_dump(arena, &pages,
               "Document\n"
               "  Sect\n"
               "    P\n"
               "      \"one two\"\n"
               "    P\n"
               "      \"three \"\n"
               "      \"four\" page 2\n");
    arena_free(arena);
}

// A link's areas follow its words; one without words still has a place.
static void test_links(void **state)
{
    struct arena *arena = arena_new();
    struct pages pages = pages_of(arena, 1);
    struct page *page = pages.pages.ptr;
    struct link link = {.url = STR("https://e.org"), .element = LINK};

    (void)state;
    add_item(arena, page, "see ", SECOND, ROLE_CONTENT);
    add_item(arena, page, "this", LINK, ROLE_CONTENT);
    add_item(arena, page, ".", SECOND, ROLE_CONTENT);
    vec_push(arena, &page->links, link);
    link.element = FIRST;
    vec_push(arena, &page->links, link);
    link = (struct link){.target = STR("ref-a"), .element = FIRST};
    vec_push(arena, &page->links, link);
    link.element = ELEMENTS; // of no element
    vec_push(arena, &page->links, link);
    check_dump(arena, &pages,
               "Document\n"
               "  Sect\n"
               "    P\n"
               "      \"see \"\n"
               "      Link\n"
               "        \"this\"\n"
               "        -> https://e.org\n"
               "      \".\"\n"
               "    P\n"
               "      -> https://e.org\n"
               "      -> #ref-a\n");
    arena_free(arena);
}

static void test_nothing(void **state)
{
    struct arena *arena = arena_new();
    struct pages pages = pages_of(arena, 1);

    (void)state;
    check_dump(arena, &pages, "Document\n");
    pages.structure.len = 0;
    add_item(arena, pages.pages.ptr, "text", 0, ROLE_CONTENT);
    check_dump(arena, &pages, "");
    assert_int_equal(tags_build(arena, &pages).runs.len, 0);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_runs),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
