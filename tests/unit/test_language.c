// SPDX-License-Identifier: MIT
// Tags of languages, and what follows from a span's language: the patterns
// that divide its words.
#include "layout/divide.h"

#include "base/language_tag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "layout_fixture.h"

static void test_tags(void **state)
{
    static const struct {
        const char *tag;
        bool valid;
    } cases[] = {
        {"de", true},
        {"gsw", true},
        {"en-GB", true},
        {"zh-Hant-TW", true},
        {"de-1996", true},
        {"", false},
        {"d", false},
        {"deutsch", false},
        {"de-", false},
        {"de--AT", false},
        {"de_AT", false},
        {"d3", false},
        {"de-abcdefghi", false},
        {"-de", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (language_tag_is_valid(str_from_cstr(cases[i].tag)) !=
            cases[i].valid)
            fail_msg("%s", cases[i].tag);
}

static void test_division(void **state)
{
    struct layout_fixture *l = layout_open();
    struct span span = span_of(l, "typesetting", PT(10));
    uint16_t offsets[8];

    (void)state;
    assert_true(word_divide(&l->context, &span, span.text, false, offsets, 8) >
                0);
    // There are no patterns of that language: none are taken from another.
    span.language = STR("qqx");
    assert_int_equal(
        word_divide(&l->context, &span, span.text, false, offsets, 8), 0);
    span.language = STR("en-US");
    assert_true(word_divide(&l->context, &span, span.text, false, offsets, 8) >
                0);
    layout_close(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tags),
        cmocka_unit_test(test_division),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
