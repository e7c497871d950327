// SPDX-License-Identifier: MIT
// What is chosen of a profile by tags, variants and languages.
#include "profile_fixture.h"

#include "profile/language_map.h"
#include "profile/select.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// The tree as YAML in flow style.
static void dump(struct buf *buf, const struct node *node)
{
    bool list = node->kind == NODE_LIST;
    size_t count = list ? node->items.len : node->pairs.len;

    if (node->kind == NODE_SCALAR || node->kind == NODE_NULL) {
        buf_add(buf, node->kind == NODE_NULL ? STR("~") : node->text);
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

// Reads text and chooses by a variant and by tags, either may be NULL.
static void choose(struct fixture *f, const char *variant, const char *tags,
                   const char *language)
{
    struct source *option = arena_new_of(f->arena, struct source);
    const struct pair *pair = NULL;
    struct choice choice;

    assert_non_null(f->root);
    if (variant)
        pair = variant_lookup(f->root, str_from_cstr(variant));
    if (pair)
        f->root = variant_merge(f->arena, f->root, pair);
    *option = (struct source){STR("t"), str_from_cstr(tags ? tags : ""), 1};
    variants_check(f->arena, f->root, f->diags);
    choice_read(f->arena, f->root, pair, tags ? option : NULL, f->diags,
                &choice);
    f->root = select_read(f->arena, f->root, &choice, str_from_cstr(language),
                          f->diags);
}

struct choice_case {
    const char *text, *variant, *tags, *language, *expected;
};

static void check_choices(const struct choice_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct choice_case *c = &cases[i];
        struct fixture f;
        struct buf buf;

        fixture_read(&f, c->text);
        buf = (struct buf){.arena = f.arena};
        choose(&f, c->variant, c->tags, c->language ? c->language : "en");
        dump(&buf, f.root);
        if (!str_eq_cstr(buf_str(&buf), c->expected))
            fail_msg("%s\n%.*s\n%s", c->text, STR_ARG(buf_str(&buf)),
                     c->expected);
        assert_string_equal(fixture_messages(&f), "");
        fixture_free(&f);
    }
}

#define ENTRIES                                                                \
    "{cv: {sections: {s: [{name: A, tags: [x]}, {name: B, tags: y}, "          \
    "{name: C, tags: [x, y]}, {name: D}]}}"

static void test_tags(void **state)
{
    static const struct choice_case cases[] = {
        {ENTRIES "}", NULL, NULL, NULL,
         "{cv: {sections: {s: [{name: A}, {name: B}, {name: C}, {name: D}]}}}"},
        {ENTRIES "}", NULL, "x", NULL,
         "{cv: {sections: {s: [{name: A}, {name: C}, {name: D}]}}}"},
        {ENTRIES "}", NULL, " x , y,", NULL,
         "{cv: {sections: {s: [{name: A}, {name: B}, {name: C}, {name: D}]}}}"},
        {ENTRIES "}", NULL, "", NULL, "{cv: {sections: {s: [{name: D}]}}}"},
        {ENTRIES ", variants: {v: {exclude: x}}}", "v", NULL, NULL,
         "{cv: {sections: {s: [{name: B}, {name: D}]}}}"},
        {ENTRIES ", variants: {v: {include: [x], exclude: [y]}}}", "v", NULL,
         NULL, "{cv: {sections: {s: [{name: A}, {name: D}]}}}"},
        {ENTRIES ", variants: {v: {include: []}}}", "v", NULL, NULL,
         "{cv: {sections: {s: [{name: D}]}}}"},
        {ENTRIES ", variants: {v: }}", "v", NULL, NULL,
         "{cv: {sections: {s: [{name: A}, {name: B}, {name: C}, {name: D}]}}}"},
        // The option stands in place of include, not of exclude.
        {ENTRIES ", variants: {v: {include: [x], exclude: [x]}}}", "v", "y",
         NULL, "{cv: {sections: {s: [{name: B}, {name: D}]}}}"},
    };

    (void)state;
    check_choices(cases, COUNT(cases));
}

// Where tags can stand, and what looks like tags and is none.
static void test_places(void **state)
{
    static const struct choice_case cases[] = {
        {"cv: {sections: {s: [{text: A}, {text: B, tags: [x]}, C]}}", NULL, "",
         NULL, "{cv: {sections: {s: [A, C]}}}"},
        {"cv: {sections: {s: [{text: A, tags: [x]}]}}", NULL, "x", NULL,
         "{cv: {sections: {s: [A]}}}"},
        // Sections that were emptied go, those that were empty stay.
        {"cv: {sections: {s: [{text: A, tags: [x]}], t: [], u: }}", NULL, "",
         NULL, "{cv: {sections: {t: [], u: ~}}}"},
        {"cv: {sections: {s: {title: T, entries: [{text: A, tags: x}]}, t: "
         "{title: T, entries: []}}}",
         NULL, "", NULL, "{cv: {sections: {t: {title: T, entries: []}}}}"},
        {"cv: {sections: {s: {tags: x, entries: [A]}, t: {tags: [y], entries: "
         "[B]}}}",
         NULL, "y", NULL, "{cv: {sections: {t: {entries: [B]}}}}"},
        // Bullets, at any depth.
        {"cv: {sections: {s: [{name: N, highlights: [{text: A, tags: [x]}, "
         "B: [{text: C, tags: x}, D], {E: [F], tags: [x]}]}]}}",
         NULL, "", NULL,
         "{cv: {sections: {s: [{name: N, highlights: [{B: [D]}]}]}}}"},
        {"cv: {sections: {s: [{name: N, highlights: [{E: [F], tags: [x]}, "
         "{text: [G]}]}]}}",
         NULL, "x", NULL,
         "{cv: {sections: {s: [{name: N, highlights: [{E: [F]}, {text: "
         "[G]}]}]}}}"},
        {"cv: {social_networks: [{network: GitHub, username: a, tags: [x]}], "
         "email: [{text: a@b, tags: [x]}, c@d]}",
         NULL, "", NULL, "{cv: {social_networks: [], email: [c@d]}}"},
        // Groups and positions that were emptied go as sections do.
        {"cv: {sections: {s: [{group: G, entries: [{name: A, tags: x}]}, "
         "{group: H, entries: []}, {group: I, tags: x, entries: [B]}]}}",
         NULL, "", NULL, "{cv: {sections: {s: [{group: H, entries: []}]}}}"},
        {"cv: {sections: {s: [{group: G, entries: [{name: A, tags: x}]}]}}",
         NULL, "", NULL, "{cv: {sections: {}}}"},
        {"cv: {sections: {s: [{company: A, positions: [{position: B, tags: "
         "x}]}, {company: C, positions: [{position: D, tags: x}, {position: "
         "E}]}]}}",
         NULL, "", NULL,
         "{cv: {sections: {s: [{company: C, positions: [{position: E}]}]}}}"},
        {"cv: {sections: {s: [{name: N, highlights: [{text: A, date: 2020, "
         "tags: [x]}]}]}}",
         NULL, "x", NULL,
         "{cv: {sections: {s: [{name: N, highlights: [{text: A, date: "
         "2020}]}]}}}"},
        {"cv: {sections: {tags: [a, b]}}", NULL, "", NULL,
         "{cv: {sections: {tags: [a, b]}}}"},
        {"settings: {bold_keywords: [{text: a, tags: b}]}", NULL, "", NULL,
         "{settings: {bold_keywords: [{text: a, tags: b}]}}"},
        {"x-a: {tags: [b], en: [c]}", NULL, "", NULL, "{}"},
    };

    (void)state;
    check_choices(cases, COUNT(cases));
}

static void test_variants(void **state)
{
    static const struct choice_case cases[] = {
        {"{cv: {name: A, sections: {s: [B], t: [C], u: [D]}}, variants: {v: "
         "{sections: [u, s]}}}",
         "v", NULL, NULL, "{cv: {name: A, sections: {u: [D], s: [B]}}}"},
        {"{cv: {name: A}, design: {page: {size: a4}}, variants: {v: {cv: "
         "{name: B}, design: {page: {show_footer: no}}, locale: {present: x}, "
         "settings: {pdf_title: y}}}}",
         "v", NULL, NULL,
         "{cv: {name: B}, design: {page: {size: a4, show_footer: no}}, locale: "
         "{present: x}, settings: {pdf_title: y}}"},
        // Of a section of its own.
        {"{cv: {sections: {s: [B]}}, variants: {v: {sections: [w], cv: "
         "{sections: {w: [D]}}}}}",
         "v", NULL, NULL, "{cv: {sections: {w: [D]}}}"},
        {"{cv: {sections: {s: [B]}}, variants: {v: {sections: []}}}", "v", NULL,
         NULL, "{cv: {sections: {}}}"},
        {"{cv: {sections: {s: [B]}}, variants: {v: {sections: [s, s]}}}", "v",
         NULL, NULL, "{cv: {sections: {s: [B]}}}"},
    };

    (void)state;
    check_choices(cases, COUNT(cases));
}

static void test_languages(void **state)
{
    static const struct choice_case cases[] = {
        {"cv: {name: {en: A, de: B}}", NULL, NULL, "de", "{cv: {name: B}}"},
        {"cv: {name: {en: A, de-AT: B}}", NULL, NULL, "de", "{cv: {name: B}}"},
        {"cv: {name: {en: A, de: B}}", NULL, NULL, "de-AT", "{cv: {name: B}}"},
        {"cv: {name: {de-CH: A, de: B, de-AT: C}}", NULL, NULL, "de-AT",
         "{cv: {name: C}}"},
        {"cv: {name: {de-CH: A, de: B}}", NULL, NULL, "de-AT",
         "{cv: {name: B}}"},
        {"cv: {name: {en: A, zh-Hant: B}}", NULL, NULL, "zh",
         "{cv: {name: B}}"},
        {"cv: {name: {en: A, no: B}}", NULL, NULL, "nb", "{cv: {name: B}}"},
        {"cv: {name: {en: A, nb: B, nn: C}}", NULL, NULL, "nn",
         "{cv: {name: C}}"},
        {"cv: {name: {en: A, de: }}", NULL, NULL, "de", "{cv: {name: ~}}"},
        {"cv: {sections: {s: {en: [A], de: [B, {en: C, de: D}]}}}", NULL, NULL,
         "de", "{cv: {sections: {s: [B, D]}}}"},
        {"cv: {sections: {s: {title: {en: A, de: B}, entries: {en: [C], de: "
         "[D]}}}}",
         NULL, NULL, "de", "{cv: {sections: {s: {title: B, entries: [D]}}}}"},
        {"{design: {templates: {footer: {en: A, de: B}}}, settings: "
         "{pdf_title: {en: A, de: B}}}",
         NULL, NULL, "de",
         "{design: {templates: {footer: B}}, settings: {pdf_title: B}}"},
        // Languages under tags and the reverse.
        {"cv: {sections: {s: [{text: {en: A, de: B}, tags: [x]}]}}", NULL, "x",
         "de", "{cv: {sections: {s: [B]}}}"},
        {"cv: {sections: {s: {en: [A], de: [{text: B, tags: [x]}]}, t: "
         "{entries: {en: [A], de: [{text: B, tags: [x]}]}}}}",
         NULL, "", "de", "{cv: {sections: {}}}"},
        // No maps of languages: the keys have a place of their own.
        {"cv: {sections: {it: [A], is: [B]}}", NULL, NULL, "en",
         "{cv: {sections: {it: [A], is: [B]}}}"},
        {"cv: {sections: {s: [{name: N, highlights: [{is: [A]}]}]}}", NULL,
         NULL, "en",
         "{cv: {sections: {s: [{name: N, highlights: [{is: [A]}]}]}}}"},
        {"cv: {sections: {s: [{name: N, en: A}]}}", NULL, NULL, "en",
         "{cv: {sections: {s: [{name: N, en: A}]}}}"},
        {"cv: {sections: {s: [{xx: A, yy: B}]}}", NULL, NULL, "en",
         "{cv: {sections: {s: [{xx: A, yy: B}]}}}"},
        {"cv: {sections: {s: [{title: T, links: {en: U, de: V}}]}}", NULL, NULL,
         "de", "{cv: {sections: {s: [{title: T, links: {en: U, de: V}}]}}}"},
        {"cv: {sections: {s: [{title: T, links: {en: {A: U}, de: {B: V}}}]}}",
         NULL, NULL, "de",
         "{cv: {sections: {s: [{title: T, links: {B: V}}]}}}"},
        {"cv: {name: {EN: A, De: B}}", NULL, NULL, "en",
         "{cv: {name: {EN: A, De: B}}}"},
    };

    (void)state;
    check_choices(cases, COUNT(cases));
}

static void test_codes(void **state)
{
    static const char *const known[] = {"en",    "zu",      "aa",
                                        "en-GB", "zh-Hant", "es-419"};
    static const char *const unknown[] = {
        "",      "e",     "eng",   "xx",    "EN",     "en-",
        "en-gb", "en_GB", "en-G1", "n ",    "en-GBR", " en",
        "a a",   "b c",   "en-1",  "en-12", "d-DE",   "en-hant"};

    (void)state;
    for (size_t i = 0; i < COUNT(known); i++)
        if (!language_is_known(str_from_cstr(known[i])))
            fail_msg("%s", known[i]);
    for (size_t i = 0; i < COUNT(unknown); i++)
        if (language_is_known(str_from_cstr(unknown[i])))
            fail_msg("%s", unknown[i]);
}

// Nothing of the tree that was read is changed: aliases share it.
static void test_shared(void **state)
{
    struct fixture f;
    struct node *before;
    struct buf first = {0};
    struct buf second = {0};

    (void)state;
    fixture_read(&f, "x-a: &a [{text: A, tags: [x]}, {en: B, de: C}]\n"
                     "cv: {sections: {s: *a, t: *a}}\n"
                     "variants: {v: {exclude: x, cv: {name: N}}}\n");
    before = f.root;
    first.arena = f.arena;
    second.arena = f.arena;
    dump(&first, before);
    choose(&f, "v", NULL, "de");
    dump(&second, before);
    assert_true(str_eq(buf_str(&first), buf_str(&second)));
    second.len = 0;
    dump(&second, node_lookup(f.root, "cv"));
    assert_str(buf_str(&second), "{sections: {s: [C], t: [C]}, name: N}");
    assert_string_equal(fixture_messages(&f), "");
    fixture_free(&f);
}

// As many tags as a hostile file has.
static void test_many_tags(void **state)
{
    struct arena *arena = arena_new();
    struct buf text = {.arena = arena};
    struct fixture f;
    const struct node *list;

    (void)state;
    buf_add_cstr(&text, "variants: {v: {include: [");
    for (int i = 0; i < 10000; i++)
        buf_addf(&text, "tag%d, ", i * 2);
    buf_add_cstr(&text, "]}}\ncv: {sections: {s: [");
    for (int i = 0; i < 10000; i++)
        buf_addf(&text, "{text: A%d, tags: [tag%d]}, ", i, i);
    buf_add_cstr(&text, "]}}\n");
    fixture_read(&f, str_to_cstr(arena, buf_str(&text)));
    choose(&f, "v", NULL, "en");
    list = node_lookup(node_lookup(node_lookup(f.root, "cv"), "sections"), "s");
    assert_int_equal(list->items.len, 5000);
    assert_str(list->items.ptr[1]->text, "A2");
    assert_int_equal(diags_warnings(f.diags), 5000);
    fixture_free(&f);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tags),      cmocka_unit_test(test_places),
        cmocka_unit_test(test_variants),  cmocka_unit_test(test_languages),
        cmocka_unit_test(test_codes),     cmocka_unit_test(test_shared),
        cmocka_unit_test(test_many_tags),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
