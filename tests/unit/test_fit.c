// SPDX-License-Identifier: MIT
// Whole CVs fitted to pages: against every level tried, and what is dropped.
#include "compose_fixture.h"
#include "fit_fixture.h"

#include "compose/plain_text.h"
#include "fit/drop.h"
#include "fit/fit.h"
#include "fit/trial.h"

struct fit_fixture {
    struct compose_fixture c;
    struct compose_input compose;
    struct fit_input input;
    struct document document;
    struct pages pages;
    struct str report;
    const char *text; // of what was laid out
};

static struct fit_fixture *fit_open(const char *profile)
{
    struct fit_fixture *f = calloc(1, sizeof *f);

    assert_non_null(f);
    compose_read(&f->c, profile);
    f->compose = (struct compose_input){.cv = &f->c.f.profile.cv,
                                        .design = &f->c.design,
                                        .locale = &f->c.locale,
                                        .settings = &f->c.settings,
                                        .folder = STR("")};
    f->input = (struct fit_input){
        &f->compose, {font_store_new(STR("")), languages_new(), NULL}, false};
    return f;
}

static void fit_run(struct fit_fixture *f)
{
    struct arena *arena = f->c.f.arena;

    f->report =
        fit(arena, &f->input, f->c.f.diags, &f->document, &f->pages).changes;
    f->text = str_to_cstr(arena, document_plain_text(arena, &f->document));
}

static void fit_close(struct fit_fixture *f)
{
    font_store_free(f->input.stock.fonts);
    languages_free(f->input.stock.languages);
    compose_free(&f->c);
    free(f);
}

// A CV of so many entries; each third bullet and each sixth entry may be
// dropped if with_priorities.
static const char *profile_of(struct arena *arena, int entries,
                              bool with_priorities, const char *rest)
{
    struct buf buf = {.arena = arena};

    buf_add_cstr(&buf, "cv:\n  name: Ada Lovelace\n  sections:\n    work:\n");
    for (int i = 0; i < entries; i++) {
        buf_addf(&buf,
                 "      - company: Engine %d\n        position: Programmer\n"
                 "        date: %d\n",
                 i, 1900 - i);
        if (with_priorities && i % 6 == 4)
            buf_addf(&buf, "        priority: %d\n", 1 + i % 9);
        buf_addf(&buf,
                 "        highlights:\n"
                 "          - Computed the numbers of Bernoulli with notes "
                 "that were %d times as long as the memoir that they were "
                 "written about in those days\n",
                 i);
        if (i % 3 == 0)
            buf_addf(&buf, "          - text: A bullet of engine %d\n%s", i,
                     with_priorities ? "            priority: 2\n" : "");
    }
    buf_add_cstr(&buf, rest);
    return str_to_cstr(arena, buf_str(&buf));
}

// --- Levels ------------------------------------------------------------------

static void test_every_level(void **state)
{
    static const struct {
        int entries, pages, level;
        const char *design;
    } cases[] = {
        {10, 1, 0, ""},
        {13, 1, 48, "design: {theme: sb2nov}\n"},
        {13, 2, 15, ""}, // the last page is nearly empty
        {15, 1, 21,
         "design: {page: {size: a4}, entries: {allow_page_break: "
         "true}}\n"},
        {27, 2, 26,
         "design: {theme: engineeringresumes, page: {flush_bottom: true}}\n"},
        {20, 1, NOTHING, ""}, // does not fit
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct fit_fixture *f = fit_open(
            profile_of(arena, cases[i].entries, false, cases[i].design));
        struct fitter fitter = fitter_new(&f->input);
        struct table t = {.loosest = fitter.scale.loosest,
                          .tightest = fitter.scale.tightest};
        size_t pages = (size_t)cases[i].pages;
        int trials;

        f->c.design.page.fit.pages = cases[i].pages;
        for (int level = t.loosest; level <= t.tightest; level++)
            t.outcomes[level - t.loosest] = fitter_try(&fitter, level).outcome;
        assert_int_equal(search(&t, pages, &trials), brute_force(&t, pages));
        assert_int_equal(brute_force(&t, pages), cases[i].level);
        assert_true(trials < 20);
        fit_close(f);
        arena_free(arena);
    }
}

static const char small[] = "cv:\n  name: Ada\n  sections: {work: [A text]}\n";

// Without a wish, and where nothing needs to change, nothing does.
static void test_as_designed(void **state)
{
    struct fit_fixture *f = fit_open(small);
    struct str plain;

    (void)state;
    fit_run(f);
    plain = pages_dump(f->c.f.arena, &f->pages);
    assert_str(f->report, "");
    f->c.design.page.fit.pages = 3;
    fit_run(f);
    assert_str(f->report, "");
    assert_true(str_eq(pages_dump(f->c.f.arena, &f->pages), plain));
    fit_close(f);
}

// --- Dropping ----------------------------------------------------------------

static const char units_profile[] = "cv:\n"
                                    "  name: Ada\n"
                                    "  sections:\n"
                                    "    work:\n"
                                    "      - name: one\n" // 0
                                    "        priority: 3\n"
                                    "        highlights:\n"
                                    "          - two\n"         // 1
                                    "          - text: three\n" // 2
                                    "            priority: 9\n"
                                    "            highlights:\n"
                                    "              - four\n"       // 3
                                    "              - text: five\n" // 4
                                    "                priority: 3\n"
                                    "      - name: six\n" // 5
                                    "        priority: 1\n"
                                    "    empty: []\n"
                                    "    more:\n"
                                    "      - bullet: seven\n" // 6
                                    "        priority: 3\n";

// The names of all that is left, sections in brackets.
static void add_bullet_names(struct buf *buf, const struct bullet_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        buf_addf(buf, " %.*s", STR_ARG(list->ptr[i].text.str));
        add_bullet_names(buf, &list->ptr[i].children);
    }
}

static void add_entry_names(struct buf *buf, const struct entry_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct entry *entry = &list->ptr[i];

        buf_addf(buf, " %.*s", STR_ARG(entry->fields.ptr[0].value.str));
        add_bullet_names(buf, &entry->highlights);
        add_entry_names(buf, &entry->entries);
    }
}

static const char *names_left(struct arena *arena, const struct cv *cv)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; i < cv->sections.len; i++) {
        const struct section *section = &cv->sections.ptr[i];

        buf_addf(&buf, "[%.*s]", STR_ARG(section->key));
        add_entry_names(&buf, &section->entries);
    }
    return str_to_cstr(arena, buf_str(&buf));
}

struct units_case {
    const char *gone, *left;
};

static void check_units(const char *profile, const size_t *ends, size_t count,
                        const struct units_case *cases, size_t case_count)
{
    struct fixture f;
    struct fit_unit_list units;

    read_valid(&f, profile);
    units = fit_units(f.arena, &f.profile.cv);
    assert_int_equal(units.len, count);
    for (size_t i = 0; i < units.len; i++)
        assert_int_equal(units.ptr[i].end, ends[i]);
    for (size_t i = 0; i < case_count; i++) {
        bool *gone = arena_array_of(f.arena, count, bool);
        struct cv left;

        for (size_t k = 0; k < count; k++)
            gone[k] = cases[i].gone[k] == '1';
        left = cv_without(f.arena, &f.profile.cv, gone);
        assert_string_equal(names_left(f.arena, &left), cases[i].left);
    }
    fixture_free(&f);
}

static void test_units(void **state)
{
    static const struct units_case cases[] = {
        {"0000000", "[work] one two three four five six[empty][more] seven"},
        {"0000010", "[work] one two three four five[empty][more] seven"},
        {"0000100", "[work] one two three four six[empty][more] seven"},
        {"0010000", "[work] one two six[empty][more] seven"},
        {"0010110", "[work] one two[empty][more] seven"},
        {"1000000", "[work] six[empty][more] seven"},
        {"1000010", "[empty][more] seven"},
        {"0000001", "[work] one two three four five six[empty]"},
        {"1111111", "[empty]"},
    };
    static const size_t ends[] = {5, 2, 5, 4, 5, 6, 7};
    static const size_t order[] = {5, 6, 4, 0, 2};
    struct fixture f;
    struct fit_unit_list units;
    struct fit_order dropped;

    (void)state;
    check_units(units_profile, ends, COUNT(ends), cases, COUNT(cases));
    read_valid(&f, units_profile);
    units = fit_units(f.arena, &f.profile.cv);
    dropped = fit_drop_order(f.arena, &units);
    assert_int_equal(dropped.len, COUNT(order));
    for (size_t i = 0; i < COUNT(order); i++)
        assert_int_equal(dropped.ptr[i], order[i]);
    fixture_free(&f);
}

// Entries within entries: groups, and positions with one employer.
static void test_nested_units(void **state)
{
    static const char profile[] = "cv:\n"
                                  "  sections:\n"
                                  "    work:\n"
                                  "      - company: one\n" // 0
                                  "        positions:\n"
                                  "          - position: two\n" // 1
                                  "            priority: 2\n"
                                  "            highlights: [three]\n" // 2
                                  "          - position: four\n"      // 3
                                  "            priority: 2\n"
                                  "    papers:\n"
                                  "      - group: five\n" // 4
                                  "        priority: 4\n"
                                  "        entries:\n"
                                  "          - name: six\n"     // 5
                                  "          - bullet: seven\n" // 6
                                  "            priority: 1\n";
    static const struct units_case cases[] = {
        {"0000000", "[work] one two three four[papers] five six seven"},
        {"0100000", "[work] one four[papers] five six seven"},
        {"0100001", "[work] one four[papers] five six"},
        {"0101000", "[papers] five six seven"},
        {"0000011", "[work] one two three four"},
        {"0010100", "[work] one two four"},
    };
    static const size_t ends[] = {4, 3, 3, 4, 7, 6, 7};

    (void)state;
    check_units(profile, ends, COUNT(ends), cases, COUNT(cases));
}

// The designs of sections and groups get tighter as the document's.
static void test_own_designs(void **state)
{
    struct fit_fixture *f =
        fit_open("cv:\n  sections:\n    one: [{bullet: a}]\n");
    struct node node = {0};
    struct design own = f->c.design;
    struct fitter fitter = fitter_new(&f->input);
    struct compose_input input;

    (void)state;
    own.section_titles.space_below = PT(40);
    vec_push(f->c.f.arena, &f->compose.own_designs,
             (struct own_design){&node, &own});
    input = fitter_compose_input(f->c.f.arena, &fitter, 10);
    assert_int_equal(input.own_designs.len, 1);
    assert_ptr_equal(input.own_designs.ptr[0].node, &node);
    assert_int_equal(
        input.own_designs.ptr[0].design->section_titles.space_below, PT(30));
    assert_int_equal(input.design->section_titles.space_below,
                     sp_mul_div(f->c.design.section_titles.space_below, 3, 4));
    fit_close(f);
}

// How many units go, found by dropping one after the other.
static size_t drops_needed(struct fit_fixture *f)
{
    struct arena *arena = f->c.f.arena;
    struct fit_unit_list units = fit_units(arena, f->compose.cv);
    struct fit_order order = fit_drop_order(arena, &units);
    bool *gone = arena_array_of(arena, units.len, bool);
    struct fitter fitter = fitter_new(&f->input);

    for (size_t count = 0; count <= order.len; count++) {
        if (count > 0)
            gone[order.ptr[count - 1]] = true;
        fitter.cv = cv_without(arena, f->compose.cv, gone);
        if (fitter_try(&fitter, fitter.scale.tightest).outcome.pages <=
            (size_t)f->c.design.page.fit.pages)
            return count;
    }
    return SIZE_MAX;
}

// As few are dropped as the tightest level needs, and leave no trace.
static void test_dropping(void **state)
{
    struct arena *arena = arena_new();
    struct fit_fixture *f = fit_open(profile_of(arena, 20, true, ""));
    struct fit_unit_list units;
    struct fit_order order;
    size_t needed;

    (void)state;
    f->c.design.page.fit.pages = 1;
    needed = drops_needed(f);
    fit_run(f);
    assert_string_equal(fixture_messages(&f->c.f), "");
    assert_int_equal(f->pages.pages.len, 1);
    assert_contains(f->report.ptr, "; dropped ");
    units = fit_units(arena, f->compose.cv);
    order = fit_drop_order(arena, &units);
    assert_in_range(needed, 1, order.len - 1);
    for (size_t i = 0; i < order.len; i++) {
        const struct fit_unit *unit = &units.ptr[order.ptr[i]];
        struct text text = unit->entry ? entry_lookup(unit->entry, "company")
                                       : unit->bullet->text;
        // "Engine 1" is in "Engine 10", too.
        const char *line = str_to_cstr(
            arena, str_format(arena, unit->entry ? "%.*s, Prog" : "%.*s\n",
                              STR_ARG(text.str)));
        bool shown = strstr(f->text, line) != NULL;

        if (shown != (i >= needed))
            fail_msg("%s is %s", line, shown ? "shown" : "missing");
    }
    fit_close(f);
    arena_free(arena);
}

static void test_drop_off(void **state)
{
    struct arena *arena = arena_new();
    struct fit_fixture *f = fit_open(profile_of(
        arena, 26, true, "design: {page: {fit: {pages: 1, drop: false}}}\n"));

    (void)state;
    fit_run(f);
    assert_int_equal(diags_errors(f->c.f.diags), 1);
    assert_contains(fixture_messages(&f->c.f),
                    "t:157:22: error: the CV does not fit on 1 page: ");
    fit_close(f);
    arena_free(arena);
}

// The keys of a dropped entry stay placeholders, or its neighbours would
// show their names.
static void test_placeholders(void **state)
{
    struct fixture f;
    struct cv left;
    bool gone[2] = {false, true};
    struct context context = {0};

    (void)state;
    read_valid(&f, "cv:\n  sections:\n    a:\n      - name: x\n"
                   "      - name: y\n        colleague: z\n");
    left = cv_without(f.arena, &f.profile.cv, gone);
    context = (struct context){.arena = f.arena, .cv = &left};
    placeholders_collect(&context);
    for (size_t i = 0; i < context.placeholders.len; i++)
        if (str_eq_cstr(context.placeholders.ptr[i], "COLLEAGUE")) {
            fixture_free(&f);
            return;
        }
    fail_msg("COLLEAGUE is no placeholder");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_level), cmocka_unit_test(test_as_designed),
        cmocka_unit_test(test_units),       cmocka_unit_test(test_nested_units),
        cmocka_unit_test(test_own_designs), cmocka_unit_test(test_dropping),
        cmocka_unit_test(test_drop_off),    cmocka_unit_test(test_placeholders),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
