// SPDX-License-Identifier: MIT
// Grapheme clusters (UAX #29).
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_clusters(void **state)
{
    static const struct {
        const char *text;
        size_t lengths[8]; // up to a 0
    } cases[] = {
        {"abc", {1, 1, 1}},
        {"a\r\nb", {1, 2, 1}},
        {"x\u0304y", {3, 1}},
        {"e\u0301\u0323 ", {5, 1}},
        {"\u0301a", {2, 1}},
        {"\u05e9\u05c1\u05b8\u05dc", {6, 2}},
        {"\u1100\u1161\u11a8", {9}},                // jamo make a syllable
        {"\u0915\u093e\u0915", {6, 3}},             // a spacing mark
        {"\U0001F1E9\U0001F1EA\U0001F1EB", {8, 4}}, // two make a flag
        {"\U0001F469\u200d\U0001F4BBx", {11, 1}},
        {"\U0001F44D\U0001F3FDx", {8, 1}},
        {"\u2764\ufe0fx", {6, 1}},
        {"a\u00adb", {1, 2, 1}},
        {"\xff\xfe", {1, 1}},
        {"a\xe2\x98", {1, 1, 1}},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str text = str_from_cstr(cases[i].text);
        size_t at = 0;

        for (size_t j = 0; cases[i].lengths[j] > 0; j++) {
            size_t end = utf8_grapheme_end(text, at);

            if (end - at != cases[i].lengths[j])
                fail_msg("row %zu, cluster %zu: %zu bytes", i, j, end - at);
            at = end;
        }
        assert_int_equal(at, text.len);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_clusters)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
