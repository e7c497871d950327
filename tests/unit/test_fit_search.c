// SPDX-License-Identifier: MIT
// The search for a level: tables of outcomes, and the same answer as trying
// every level gives.
#include "fit_fixture.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// --- Tables ------------------------------------------------------------------

// A document whose page need falls evenly, in thousandths of a page.
static void fill_table(struct table *t, int need, int step)
{
    for (int level = t->loosest; level <= t->tightest; level++) {
        int left = need - level * step > 1 ? need - level * step : 1;
        size_t pages = (size_t)(left + 999) / 1000;

        t->outcomes[level - t->loosest] = (struct fit_outcome){
            .pages = pages, .last_fill = left - 1000 * ((int)pages - 1)};
    }
}

static void test_cases(void **state)
{
    static const struct {
        int need, step;
        size_t pages;
        int level;
    } cases[] = {
        {900, 10, 1, 0},        // fits as it is
        {900, 10, 3, 0},        // at most
        {1000, 10, 1, 0},       // exactly
        {1001, 10, 1, 1},       // hardly not
        {1100, 10, 1, 10},      //
        {1500, 10, 1, 50},      // at the floors
        {1501, 10, 1, NOTHING}, // beyond
        {1500, 10, 2, 0},       //
        {1100, 10, 2, 10},      // a last page nearly empty goes
        {1150, 5, 2, -10},      // or gets fuller, if that is too far
        {1190, 2, 2, -5},       //
        {1010, 1, 2, 10},       //
        {1100, 1, 2, 0},        // neither is possible
        {2100, 10, 3, 10},      //
        {2100, 10, 2, 10},      //
        {2900, 10, 1, NOTHING}, //
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct table t = {.loosest = -15, .tightest = 50};
        int trials;
        int level;

        fill_table(&t, cases[i].need, cases[i].step);
        level = search(&t, cases[i].pages, &trials);
        if (level != cases[i].level)
            fail_msg("need %d, step %d, %zu pages: level %d, not %d",
                     cases[i].need, cases[i].step, cases[i].pages, level,
                     cases[i].level);
        assert_int_equal(level, brute_force(&t, cases[i].pages));
    }
}

// A flaw is mended by a few more levels if it is worth them.
static void test_flaws(void **state)
{
    struct table t = {.loosest = -15, .tightest = 50};
    int trials;

    (void)state;
    fill_table(&t, 1100, 10);
    for (int level = 10; level < 13; level++)
        t.outcomes[level - t.loosest].flaws = 3 * FIT_LEVEL_PRICE + 1;
    assert_int_equal(search(&t, 1, &trials), 13);
    for (int level = 10; level < 13; level++)
        t.outcomes[level - t.loosest].flaws = 3 * FIT_LEVEL_PRICE;
    assert_int_equal(search(&t, 1, &trials), 10);
    for (int level = 10; level < 15; level++)
        t.outcomes[level - t.loosest].flaws = 9 * FIT_LEVEL_PRICE;
    assert_int_equal(search(&t, 1, &trials), 10);
}

// A last page that begins where the profile says may be as empty as it is.
static void test_forced(void **state)
{
    struct table t = {.loosest = -15, .tightest = 50};
    int trials;

    (void)state;
    fill_table(&t, 1100, 10);
    for (size_t i = 0; i < MAX_LEVELS; i++)
        t.outcomes[i].last_forced = true;
    assert_int_equal(search(&t, 2, &trials), 0);
    assert_int_equal(trials, 1);
}

// A level that breaks its pages badly hides a looser one that fits; the
// neighbours on the loose side find it.
static void test_not_monotone(void **state)
{
    struct table t = {.loosest = -15, .tightest = 50};
    int trials;

    (void)state;
    fill_table(&t, 1100, 10);
    t.outcomes[11 - t.loosest].pages = 2;
    t.outcomes[12 - t.loosest].pages = 2;
    assert_int_equal(search(&t, 1, &trials), 10);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

static void test_brute_force(void **state)
{
    uint32_t seed = 1;
    int most = 0;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        struct table t = {.loosest = -(int)(next_random(&seed) % 16),
                          .tightest = (int)(next_random(&seed) % 51)};
        size_t pages = 1 + next_random(&seed) % 3;
        int trials;
        int level;

        fill_table(&t, 1 + (int)(next_random(&seed) % 4000),
                   (int)(next_random(&seed) % 30));
        for (size_t k = 0; k < MAX_LEVELS; k++)
            t.outcomes[k].flaws = next_random(&seed) % (5 * FIT_LEVEL_PRICE);
        level = search(&t, pages, &trials);
        if (level != brute_force(&t, pages))
            fail_msg("table %d: level %d, not %d", i, level,
                     brute_force(&t, pages));
        most = trials > most ? trials : most;
    }
    // The time that fitting takes.
    assert_in_range(most, 1, 22);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),       cmocka_unit_test(test_flaws),
        cmocka_unit_test(test_forced),      cmocka_unit_test(test_not_monotone),
        cmocka_unit_test(test_brute_force),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
