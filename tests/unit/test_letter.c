// SPDX-License-Identifier: MIT
// Letters: where DIN 5008 wants things, what stands in the window of an
// envelope, what a page break may part, and a letter and a CV in one file.
#include "compose_fixture.h"

#include "design/letter.h"
#include "layout/join.h"
#include "layout/layout.h"
#include "layout/tags.h"

struct letter_fixture {
    struct compose_fixture c;
    struct design design;
    struct compose_input input;
    struct font_store *fonts;
    struct languages *languages;
    struct document document;
    struct pages pages;
};

static struct letter_fixture *letter_open(const char *profile)
{
    struct letter_fixture *l = calloc(1, sizeof *l);
    const struct profile *read;

    assert_non_null(l);
    compose_read(&l->c, profile);
    read = &l->c.f.profile;
    assert_non_null(read->letter);
    l->design = letter_design(&l->c.design, read->letter, &l->c.locale,
                              read->design, l->c.f.diags);
    l->input = (struct compose_input){.cv = &read->cv,
                                      .design = &l->design,
                                      .locale = &l->c.locale,
                                      .settings = &l->c.settings,
                                      .folder = STR(""),
                                      .letter = read->letter};
    l->fonts = font_store_new(STR(""));
    l->languages = languages_new();
    compose_letter(l->c.f.arena, &l->input, l->c.f.diags, &l->document);
    layout(l->c.f.arena, &l->document,
           &(struct layout_stock){l->fonts, l->languages, NULL}, l->c.f.diags,
           &l->pages);
    return l;
}

static void letter_close(struct letter_fixture *l)
{
    font_store_free(l->fonts);
    languages_free(l->languages);
    compose_free(&l->c);
    free(l);
}

static const struct item *item_of(const struct letter_fixture *l,
                                  const char *text)
{
    const struct item_list *items = &l->pages.pages.ptr[0].items;

    for (size_t i = 0; i < items->len; i++)
        if (items->ptr[i].kind == ITEM_TEXT &&
            str_starts(str_trim(items->ptr[i].text), str_from_cstr(text)))
            return &items->ptr[i];
    fail_msg("no text %s", text);
    return NULL;
}

// The top of an item's capitals.
static sp cap_top(const struct item *item)
{
    return item->y - font_scale(item->font,
                                font_metrics(item->font)->cap_height,
                                item->size);
}

static void assert_mm(sp length, int hundredths)
{
    sp off = length - length_from_mm(hundredths);

    if (off > length_from_mm(2) || off < -length_from_mm(2))
        fail_msg("%g mm, not %g", (double)length / SP_PER_PT * 25.4 / 72,
                 hundredths / 100.0);
}

#define DIN(layout)                                                            \
    "cv: {name: Ada Lovelace, headline: Analyst, location: London,\n"          \
    "  email: ada@example.org, phone: +44 20 7946 0958}\n"                     \
    "design: {page: {size: a4}, letter: {fold_marks: true}}\n"                 \
    "letter:\n"                                                                \
    "  layout: " layout "\n"                                                   \
    "  recipient: [Address, b, c, d, e, Last line]\n"                          \
    "  date: Someday\n"                                                        \
    "  subject: Subject\n"                                                     \
    "  paragraphs: [x]\n"

struct din_case {
    const char *profile;
    int field, text, fold_1, fold_2;
};

static const struct din_case din_cases[] = {
    {DIN("din-5008-a"), 2700, 8046, 8700, 19200},
    {DIN("din-5008-b"), 4500, 9846, 10500, 21000},
    {DIN("auto"), 4500, 9846, 10500, 21000},
};

static void check_marks(const struct letter_fixture *l, const int *tops)
{
    const struct item_list *items = &l->pages.pages.ptr[0].items;
    size_t count = 0;

    for (size_t i = 0; i < items->len; i++)
        if (items->ptr[i].kind == ITEM_RULE && items->ptr[i].x < PT(28)) {
            assert_true(count < 3);
            assert_int_equal(items->ptr[i].role, ROLE_ARTIFACT);
            assert_mm(items->ptr[i].y, tops[count++]);
        }
    assert_int_equal(count, 3);
}

static void test_din_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(din_cases); i++) {
        const struct din_case *c = &din_cases[i];
        struct letter_fixture *l = letter_open(c->profile);
        const struct item *first = item_of(l, "Address");
        const struct item *last = item_of(l, "Last line");
        const struct item *back = item_of(l, "Ada Lovelace \u00b7");
        const int tops[] = {c->fold_1, 14850, c->fold_2};

        assert_mm(first->x, 2500);
        assert_mm(cap_top(first), c->field + 1770 + 100);
        assert_true(last->y <= length_from_mm(c->field + 4500));
        assert_mm(back->x, 2500);
        assert_mm(back->y, c->field + 1770 - 150);
        assert_mm(item_of(l, "Someday")->x, 12500);
        assert_mm(last->y - item_of(l, "Someday")->y, 0);
        assert_mm(item_of(l, "Subject")->x, 2500);
        assert_mm(cap_top(item_of(l, "Subject")), c->text);
        check_marks(l, tops);
        assert_string_equal(fixture_messages(&l->c.f), "");
        letter_close(l);
    }
}

// Nothing but the address and the line above it is seen in the window, however
// long the header is.
static void test_window(void **state)
{
    static const char *const cvs[] = {
        "{name: A B, location: L, email: a@b.org}",
        "{name: A B, headline: Long, location: L, email: [a@b.org, c@d.org, "
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b.org, bbbbbbbbbbbbbbbbbbbbbbb@b.org], "
        "phone: +44 20 7946 0958, website: https://example.org/}",
        "{name: A B, headline: A headline, photo: nowhere.png, location: "
        "L, phone: +44 20 7946 0958, email: [a@b.org, c@d.org, e@f.org, "
        "g@h.org, aaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b.org, i@j.org]}",
    };
    static const char *const layouts[] = {"din-5008-a", "din-5008-b"};

    (void)state;
    for (size_t i = 0; i < COUNT(cvs) * COUNT(layouts); i++) {
        struct arena *arena = arena_new();
        struct str profile = str_format(
            arena,
            "cv: %s\ndesign: {page: {size: a4}}\nletter: {layout: %s, "
            "recipient: [To], paragraphs: [x]}\n",
            cvs[i / 2], layouts[i % 2]);
        struct letter_fixture *l = letter_open(str_to_cstr(arena, profile));
        const struct item_list *items = &l->pages.pages.ptr[0].items;
        sp top = length_from_mm(i % 2 == 0 ? 2700 : 4500);
        sp bottom = top + length_from_mm(4500);

        for (size_t k = 0; k < items->len; k++) {
            const struct item *item = &items->ptr[k];

            assert_true(item->y > 0 && item->x > 0);
            if (item->y > top && item->y <= bottom &&
                item->x < length_from_mm(10500) && item->kind != ITEM_RULE)
                assert_true(str_starts(item->text, STR("A B \u00b7 L")) ||
                            str_eq_cstr(item->text, "To"));
        }
        assert_string_equal(fixture_messages(&l->c.f), "");
        letter_close(l);
        arena_free(arena);
    }
}

// What the page that has the closing has above it, in lines.
static size_t lines_before(const struct page *page, const char *closing)
{
    size_t lines = 0;
    sp y = -1;

    for (size_t i = 0; i < page->items.len; i++) {
        const struct item *item = &page->items.ptr[i];

        if (item->kind != ITEM_TEXT || item->role != ROLE_CONTENT)
            continue;
        if (str_starts(item->text, str_from_cstr(closing)))
            return lines;
        lines += item->y != y;
        y = item->y;
    }
    return SIZE_MAX;
}

// However long the letter is, its end has company.
static void test_end(void **state)
{
    (void)state;
    for (int count = 20; count < 50; count++) {
        struct arena *arena = arena_new();
        struct buf text = {.arena = arena};
        struct letter_fixture *l;
        const struct page_list *pages;
        const struct page *last;

        buf_add_cstr(&text, "cv: {name: A B}\nletter:\n  closing: Bye\n"
                            "  enclosures: [c, d]\n  paragraphs:\n");
        for (int i = 0; i < count; i++)
            buf_add_cstr(&text, i % 3 == 0 ? "    - - bullet\n" : "    - x\n");
        l = letter_open(str_to_cstr(arena, buf_str(&text)));
        pages = &l->pages.pages;
        last = &pages->ptr[pages->len - 1];
        if (lines_before(last, "Bye") < 2 ||
            lines_before(last, "Bye") == SIZE_MAX)
            fail_msg("%d paragraphs: %zu lines above the closing", count,
                     lines_before(last, "Bye"));
        letter_close(l);
        arena_free(arena);
    }
}

struct words_case {
    const char *language, *letter, *words;
};

static void test_words(void **state)
{
    static const struct words_case cases[] = {
        {"english", "recipient: {name: Ms. B}", "Dear Ms. B,"},
        {"english", "{}", "Dear Sir or Madam,"},
        {"english", "{layout: us-block, recipient: {name: B}}", "Dear B:"},
        {"german", "recipient: {name: B}", "Guten Tag B,"},
        {"german", "{}", "Sehr geehrte Damen und Herren,"},
        {"german", "{}", "Mit freundlichen Grüßen"},
        {"german", "{date: 2026-03-05}", "5. März 2026"},
        {"english", "{date: 2026-03-05, place: X}", "X, March 5, 2026"},
        {"french", "{date: 2026-03-05, place: Nancy}", "Nancy, le 5 mars 2026"},
        {"russian", "{date: 2026-03-05}", "5 марта 2026 г."},
        {"japanese", "{date: 2026-03-05}", "2026年3月5日"},
        {"japanese", "{recipient: {name: B}}", "B様"},
        {"hungarian", "{date: 2026-03-05}", "2026. március 5."},
        {"english", "{date: some day}", "some day"},
        {"english", "{enclosures: [a]}", "Enclosure"},
        {"spanish", "{enclosures: [a, b]}", "Anexos"},
        {"english", "{opening: 'Hi,', closing: 'Bye,'}", "Bye,"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct str letter = str_from_cstr(cases[i].letter);
        struct letter_fixture *l;
        struct buf text = {.arena = arena};
        const struct item_list *items;

        if (letter.ptr[0] == '{')
            letter = str_slice(letter, 1, letter.len - 1);
        l = letter_open(str_to_cstr(
            arena, str_format(arena,
                              "cv: {name: A B}\nlocale: {language: %s}\n"
                              "design: {page: {size: a4}}\n"
                              "letter: {paragraphs: [x]%s%.*s}\n",
                              cases[i].language, letter.len > 0 ? ", " : "",
                              STR_ARG(letter))));
        items = &l->pages.pages.ptr[0].items;
        for (size_t k = 0; k < items->len; k++)
            if (items->ptr[k].kind == ITEM_TEXT)
                buf_add(&text, items->ptr[k].text);
        buf_add_char(&text, '\0');
        assert_contains(text.ptr, cases[i].words);
        letter_close(l);
        arena_free(arena);
    }
}

// --- Letter and CV in one ----------------------------------------------------

#define PAIR                                                                   \
    "cv:\n"                                                                    \
    "  name: Ada Lovelace\n"                                                   \
    "  email: ada@example.org\n"                                               \
    "  sections:\n"                                                            \
    "    talks: [{name: T, key: t, date: 2020}, {name: U}]\n"                  \
    "    text: ['See [@t].']\n"                                                \
    "letter: {subject: S, paragraphs: ['[x](https://x.org)']}\n"

static void layout_cv(struct letter_fixture *l, struct pages *pages)
{
    struct compose_input input = l->input;
    struct document *document = arena_new_of(l->c.f.arena, struct document);

    input.design = &l->c.design;
    compose(l->c.f.arena, &input, l->c.f.diags, document);
    layout(l->c.f.arena, document,
           &(struct layout_stock){l->fonts, l->languages, NULL}, l->c.f.diags,
           pages);
}

// Parents stand before their children, and content is in the part that its
// page belongs to.
static void check_structure(const struct pages *pages, size_t letter_pages)
{
    const struct structure *all = &pages->structure;
    size_t second = 0;

    assert_int_equal(all->ptr[0].type, STRUCTURE_DOCUMENT);
    for (size_t i = 1; i < all->len; i++) {
        assert_true(all->ptr[i].parent < i);
        if (all->ptr[i].parent == STRUCTURE_ROOT) {
            assert_int_equal(all->ptr[i].type, STRUCTURE_PART);
            second = i;
        }
    }
    for (size_t p = 0; p < pages->pages.len; p++) {
        const struct page *page = &pages->pages.ptr[p];

        for (size_t i = 0; i < page->items.len; i++)
            if (page->items.ptr[i].role == ROLE_CONTENT)
                assert_int_equal(page->items.ptr[i].element > second,
                                 p >= letter_pages);
        for (size_t i = 0; i < page->links.len; i++)
            assert_int_equal(page->links.ptr[i].element > second,
                             p >= letter_pages);
    }
}

static void test_join(void **state)
{
    struct letter_fixture *l = letter_open(PAIR);
    struct pages cv;
    struct pages *all = &l->pages;
    size_t elements = all->structure.len;

    (void)state;
    layout_cv(l, &cv);
    assert_int_equal(all->pages.len, 1);
    pages_join(l->c.f.arena, all, &cv);
    assert_int_equal(all->pages.len, 1 + cv.pages.len);
    assert_int_equal(all->structure.len, elements + 1 + cv.structure.len);
    check_structure(all, 1);
    assert_str(all->title, "Ada Lovelace - Letter");
    assert_str(all->outline.ptr[0].title, "S");
    assert_str(all->outline.ptr[1].title, "Talks");
    assert_int_equal(all->outline.ptr[0].page, 0);
    assert_int_equal(all->outline.ptr[1].page, 1);
    assert_int_equal(all->anchors.len, cv.anchors.len);
    assert_str(all->anchors.ptr[0].name,
               str_to_cstr(l->c.f.arena, cv.anchors.ptr[0].name));
    assert_int_equal(all->anchors.ptr[0].page, 1);
    assert_int_equal(all->pages.ptr[1].number, 1);
    letter_close(l);
}

// A place that both have gets another name, and what leads to it follows.
static void test_join_names(void **state)
{
    struct letter_fixture *l = letter_open(PAIR);
    struct pages cv;
    struct pages again;
    struct pages third;
    bool found = false;

    (void)state;
    layout_cv(l, &cv);
    layout_cv(l, &again);
    layout_cv(l, &third);
    pages_join(l->c.f.arena, &cv, &again);
    pages_join(l->c.f.arena, &cv, &third);
    check_structure(&cv, 2);
    for (size_t i = 0; i < cv.anchors.len; i++)
        for (size_t k = 0; k < i; k++)
            assert_false(
                str_eq(cv.anchors.ptr[i].name, cv.anchors.ptr[k].name));
    for (size_t i = 0; i < cv.pages.ptr[1].links.len; i++) {
        struct str target = cv.pages.ptr[1].links.ptr[i].target;

        if (target.len == 0)
            continue;
        found = true;
        assert_true(str_starts(target, STR("2-")));
    }
    assert_true(found);
    letter_close(l);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_din_places), cmocka_unit_test(test_window),
        cmocka_unit_test(test_end),        cmocka_unit_test(test_words),
        cmocka_unit_test(test_join),       cmocka_unit_test(test_join_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
