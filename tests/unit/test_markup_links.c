// SPDX-License-Identifier: MIT
// Links in markup, and what is one without being marked.
#include "markup_fixture.h"

static void test_links(void **state)
{
    static const struct markup_case cases[] = {
        {"[text](https://e.org)", "{(https://e.org):text}"},
        {"see [a](https://e.org), b", "see {(https://e.org):a}, b"},
        {"[**a** b](https://e.org)",
         "{b(https://e.org):a}{(https://e.org): b}"},
        {"**[a](https://e.org)**", "{b(https://e.org):a}"},
        {"[it's](https://e.org/it's--x)", "{(https://e.org/it's--x):it’s}"},
        {"[a](https://e.org/a_(b))", "{(https://e.org/a_(b)):a}"},
        {"[a](mailto:a@e.org)", "{(mailto:a@e.org):a}"},
        {"[a]", "[a]"},
        {"[a](b", "[a](b"},
        {"[a]: https://e.org", "[a]: https://e.org"},
        {"<b>x</b>", "<b>x</b>"},
        {"<!-- x -->", "<!– x –>"},
    };

    (void)state;
    check(profile, cases, COUNT(cases), false);
}

// Addresses in running text, and what only looks like one.
static void test_autolinks(void **state)
{
    static const struct markup_case cases[] = {
        {"see https://e.org/x", "see {(https://e.org/x):https://e.org/x}"},
        {"HTTP://E.org", "{(HTTP://E.org):HTTP://E.org}"},
        {"www.e.org, too", "{(https://www.e.org):www.e.org}, too"},
        {"mail ada@e.org.", "mail {(mailto:ada@e.org):ada@e.org}."},
        {"(see https://e.org/a_(b)).",
         "(see {(https://e.org/a_(b)):https://e.org/a_(b)})."},
        {"https://e.org/a--b's_c_d*e*f",
         "{(https://e.org/a--b's_c_d*e*f):https://e.org/a--b's_c_d*e*f}"},
        {"**https://e.org**", "{b(https://e.org):https://e.org}"},
        {"\"https://e.org\"", "“{(https://e.org):https://e.org}”"},
        {"a+b@e.co.uk; c@e.org",
         "{(mailto:a+b@e.co.uk):a+b@e.co.uk}; {(mailto:c@e.org):c@e.org}"},
        {"https://e.org/é", "{(https://e.org/%C3%A9):https://e.org/é}"},
        {"https://e.org…", "{(https://e.org):https://e.org}…"},
        // Within links that are written out
        {"[https://e.org](https://f.org)", "{(https://f.org):https://e.org}"},
        {"[a@e.org b](https://f.org) c@e.org",
         "{(https://f.org):a@e.org b} {(mailto:c@e.org):c@e.org}"},
        {"[a](https://e.org/b)", "{(https://e.org/b):a}"},
        {"[a](<https://e.org/b>)", "{(https://e.org/b):a}"},
        {"<https://e.org/b>", "{(https://e.org/b):https://e.org/b}"},
        // No addresses
        {"`https://e.org` `a@e.org`", "{c:https://e.org} {c:a@e.org}"},
        {"react@18.2.0 vita@v1 user@host a@b", NULL},
        {"git@e.org:ada/notes", NULL},
        {"@ada@e.org ada@e@f.org @ada", NULL},
        {"http:// https:// www. www", NULL},
        {"D:\\www.e.org", NULL},
        {"ftp://e.org e.org", NULL},
        {"xhttps://e.org", NULL},
    };
    static const struct markup_case off[] = {
        {"see https://e.org, a@e.org", NULL},
    };

    (void)state;
    check(profile, cases, COUNT(cases), true);
    check(profile, off, COUNT(off), false);
}

// A link takes the design's colour and underline; an icon may follow.
static void test_link_style(void **state)
{
    struct compose_fixture c;
    struct span_list spans = {0};

    (void)state;
    compose_read(&c, "cv: {name: J}\n"
                     "design: {colors: {links: red}, links: {underline: true, "
                     "show_external_link_icon: true}}\n");
    markup_append(&c.context, (struct text){STR("a [b](https://e.org) c"), {0}},
                  c.context.styles[FACE_BODY], NULL, false, &spans);
    assert_string_equal(spans_written(c.f.arena, &spans),
                        "a {u(https://e.org):b}{space }{icon external-link} c");
    assert_false(spans.ptr[0].style.underline);
    assert_true(spans.ptr[1].style.underline);
    assert_int_equal(spans.ptr[1].style.colour, 0xff0000);
    assert_str(spans.ptr[3].url, "https://e.org");
    assert_int_equal(spans.ptr[4].style.colour, 0);
    compose_free(&c);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_link_style),
        cmocka_unit_test(test_autolinks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
