// SPDX-License-Identifier: MIT
// Lengths: units, products that do not overflow, and how they are written.
#include "str_assert.h"

#include "base/arena.h"

#include <stdint.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_length_parse(void **state)
{
    static const struct {
        const char *text;
        bool valid;
        sp value; // with an em of 10pt
    } cases[] = {
        {"1pt", true, 65536},
        {"-1pt", true, -65536},
        {"0.5pt", true, 32768},
        {"1in", true, 72 * 65536},
        {"2.54cm", true, 72 * 65536},
        {"25.4mm", true, 72 * 65536},
        {"1.2em", true, 12 * 65536},
        {"1 cm", true, 1857713},
        {"0.0000001pt", true, 0},
        {"10000pt", true, 10000 * (sp)65536},
        {"10001pt", false, 0},
        {"99999999999999999999pt", false, 0},
        {"", false, 0},
        {"-", false, 0},
        {"pt", false, 0},
        {"1", false, 0},
        {"1.pt", false, 0},
        {".5pt", false, 0},
        {"1px", false, 0},
        {"1pt x", false, 0},
        {"+1pt", false, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct length length;
        bool valid = length_parse(str_from_cstr(cases[i].text), &length);

        if (valid != cases[i].valid)
            fail_msg("%s", cases[i].text);
        if (valid && length_to_sp(length, PT(10)) != cases[i].value)
            fail_msg("%s is %lld", cases[i].text,
                     (long long)length_to_sp(length, PT(10)));
    }
}

static void test_sp_mul_div(void **state)
{
    (void)state;
    assert_int_equal(sp_mul_div(7, 1, 2), 4);
    assert_int_equal(sp_mul_div(-7, 1, 2), -4);
    assert_int_equal(sp_mul_div(10, 10, 3), 33);
    assert_true(sp_mul_div(INT64_MAX, 1000, 1000) == INT64_MAX);
    // On both sides of what 64 bits hold.
    assert_true(sp_mul_div(INT64_MAX, 1, 2) == INT64_MAX / 2 + 1);
    assert_true(sp_mul_div(INT64_MAX - 1, 1, 2) == INT64_MAX / 2);
    assert_true(sp_mul_div(-INT64_MAX, 1, 2) == -(INT64_MAX / 2) - 1);
    assert_true(sp_mul_div(INT64_MIN, 1, 1) == INT64_MIN);
    assert_true(sp_mul_div(INT64_MIN, 3, 3) == INT64_MIN);
}

// The short way and the long one round alike.
static void test_sp_mul_div_wide(void **state)
{
    uint64_t random = 1;

    (void)state;
    for (int i = 0; i < 10000; i++) {
        sp n[3];

        for (size_t k = 0; k < COUNT(n); k++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            n[k] = (sp)(random >> (24 + i % 37));
        }
        n[2]++;
        assert_true(sp_mul_div(n[0], n[1], n[2]) ==
                    sp_mul_div_wide(n[0], n[1], n[2]));
        assert_true(sp_mul_div(-n[0], n[1], n[2]) ==
                    sp_mul_div_wide(-n[0], n[1], n[2]));
    }
}

static void test_buf_add_pt(void **state)
{
    static const struct {
        sp length;
        int decimals;
        const char *text;
    } cases[] = {
        {0, 0, "0"},
        {0, 3, "0.000"},
        {PT(12), 0, "12"},
        {PT(12), 2, "12.00"},
        {32768, 1, "0.5"},
        {32768, 0, "1"},
        {-32768, 0, "-1"},
        {-1, 3, "0.000"},
        {655, 2, "0.01"},
        {-655, 2, "-0.01"},
        {PT(1) / 3, 5, "0.33333"},
        {-PT(100), 1, "-100.0"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf buf = {.arena = arena};

        buf_add_pt(&buf, cases[i].length, cases[i].decimals);
        assert_str(buf_str(&buf), cases[i].text);
    }
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_length_parse),
        cmocka_unit_test(test_sp_mul_div),
        cmocka_unit_test(test_sp_mul_div_wide),
        cmocka_unit_test(test_buf_add_pt),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
