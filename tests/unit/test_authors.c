// SPDX-License-Identifier: MIT
// The person's own names among authors: bold, the marks beside them not.
#include "compose_fixture.h"

#include "compose/authors.h"
#include "compose/markup.h"

static const char *shown(struct compose_fixture *c, const char *authors)
{
    struct text_list list = {0};
    struct span_list spans = {0};
    struct str rest = str_from_cstr(authors);

    while (rest.ptr)
        vec_push(c->f.arena, &list,
                 (struct text){.str = str_split(&rest, '|')});
    markup_append(&c->context,
                  (struct text){.str = authors_join(&c->context, &list)},
                  c->context.styles[FACE_BODY], NULL, false, &spans);
    return spans_written(c->f.arena, &spans);
}

static void test_names(void **state)
{
    static const struct {
        const char *authors, *spans;
    } cases[] = {
        {"Runzhe Wu|Wen Sun", "{b:Runzhe Wu}, Wen Sun"},
        {"Runzhe Wu^*^|B", "{b:Runzhe Wu}{^:*}, B"},
        {"Runzhe Wu^1,2^", "{b:Runzhe Wu}{^:¹,²}"},
        {"Runzhe Wu<sup>1</sup>", "{b:Runzhe Wu}{^:¹}"},
        {"Runzhe Wu¹", "{b:Runzhe Wu}¹"},
        {"Runzhe Wu\\*", "{b:Runzhe Wu}*"},
        {"Runzhe Wu†", "{b:Runzhe Wu}†"},
        {"R. Wu¹", "R. Wu¹"},
        {"Wu, R.¹", "Wu, R.¹"},
        {"[Runzhe Wu](https://e.org/a_b)|B",
         "{b(https://e.org/a_b):Runzhe Wu}, B"},
        {"Runzhe Wu (senior author)|B", "{b:Runzhe Wu} (senior author), B"},
        {"Runzhe Wu (corresponding)", "{b:Runzhe Wu} (corresponding)"},
        {"Wu, Runzhe|Sun, Wen", "{b:Wu, Runzhe}, Sun, Wen"},
        {"Wu,  Runzhe and Sun, Wen", "{b:Wu, Runzhe} and Sun, Wen"},
        {"Wen Sun and Runzhe Wu", "Wen Sun and {b:Runzhe Wu}"},
        {"Wen Sun, Runzhe Wu and B. C", "Wen Sun, {b:Runzhe Wu} and B. C"},
        {"Runzhe Wu et al.", "{b:Runzhe Wu} et al."},
        {"A & Runzhe Wu; B", "A & {b:Runzhe Wu}; B"},
        {"*Runzhe Wu*", "{bi:Runzhe Wu}"},
        {"(Runzhe Wu)", "({b:Runzhe Wu})"},
        {"Berg, Jan van der", "{b:Berg, Jan van der}"},
        {"van der Berg, Jan", "{b:van der Berg, Jan}"},
        {"E. Noether|Noether, E.", "{b:E. Noether}, {b:Noether, E.}"},
        // Bold already, as a whole or in part
        {"**Runzhe Wu**", "{b:Runzhe Wu}"},
        {"**Runzhe Wu**^*^|Runzhe Wu^*^",
         "{b:Runzhe Wu}{^:*}, {b:Runzhe Wu}{^:*}"},
        {"**Runzhe Wu** (senior author)", "{b:Runzhe Wu} (senior author)"},
        // Others
        {"Runzhe Wuming", "Runzhe Wuming"},
        {"Runzhe Wu Chen", "Runzhe Wu Chen"},
        {"Chen Runzhe Wu", "Chen Runzhe Wu"},
        {"Chen Wu, Runzhe Li", "Chen Wu, Runzhe Li"},
        {"Runzhe Wu2", "Runzhe Wu2"},
        {"Runzhe Wu (", "{b:Runzhe Wu} ("},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        const char *written;

        compose_read(&c, "cv: {name: J}\n"
                         "settings: {me: [Runzhe Wu, Jan van der Berg, "
                         "'Noether, E.']}\n");
        written = shown(&c, cases[i].authors);
        if (strcmp(written, cases[i].spans) != 0)
            fail_msg("%s\nis  %s\nnot %s", cases[i].authors, written,
                     cases[i].spans);
        compose_free(&c);
    }
}

static size_t warnings_of(const char *settings, const char *entry)
{
    struct compose_fixture c;
    struct buf yaml = {0};
    struct arena *arena = arena_new();
    size_t count;

    yaml.arena = arena;
    buf_addf(&yaml, "cv: {sections: {p: [%s]}}\nsettings: {%s}\n", entry,
             settings);
    compose_read(&c, str_to_cstr(arena, buf_str(&yaml)));
    authors_check(&c.context);
    count = diags_warnings(c.f.diags);
    compose_free(&c);
    arena_free(arena);
    return count;
}

// One spelling of several is enough; without publications nobody is missed.
static void test_warning(void **state)
{
    static const char paper[] = "{title: T, authors: [A B, C D]}";

    (void)state;
    assert_int_equal(warnings_of("me: [A B]", paper), 0);
    assert_int_equal(warnings_of("me: [X, C D]", paper), 0);
    assert_int_equal(warnings_of("me: [X]", paper), 1);
    assert_int_equal(warnings_of("", paper), 0);
    assert_int_equal(warnings_of("me: [X]", "text"), 0);
    assert_int_equal(warnings_of("me: [A B]",
                                 "{group: G, entries: [{title: T, authors: "
                                 "[A B]}]}"),
                     0);
}

// Long lists: the first names, the person, "et al.".
static void test_long_lists(void **state)
{
    static const struct {
        int max;
        const char *style, *authors, *spans;
    } cases[] = {
        {0, "commas", "A|B|C|D", "A, B, C, D"},
        {0, "native", "A|B|C|D", "A, B, C, and D"},
        {0, "native", "A|B", "A and B"},
        {0, "native", "A", "A"},
        {4, "native", "A|B|C|D", "A, B, C, and D"},
        {3, "native", "A|B|C|D", "A, B, C et al."},
        {1, "commas", "A|B", "A et al."},
        {1, "commas", "A|B|Me|D", "A, \u2026, {b:Me} et al."},
        {1, "commas", "A|Me|C", "A, {b:Me} et al."},
        {1, "commas", "A|B|Me", "A, \u2026, {b:Me}"},
        {1, "native", "A|B|Me", "A, \u2026, and {b:Me}"},
        {1, "commas", "Me|B|C", "{b:Me} et al."},
        {1, "commas", "A|Me|Me|D|Me", "A, {b:Me}, {b:Me}, \u2026, {b:Me}"},
        // "et al." is no author.
        {0, "commas", "A|B|et al.", "A, B, et al."},
        {0, "native", "A|B|et al.", "A, B et al."},
        {2, "commas", "A|B|others", "A, B et al."},
        {1, "commas", "A|B|others", "A et al."},
        {1, "commas", "others", "others"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        char text[256];
        const char *written;

        snprintf(text, sizeof text,
                 "cv: {name: J}\nsettings: {me: Me}\n"
                 "locale: {list_style: %s}\n"
                 "design: {entries: {authors_max: %d}}\n",
                 cases[i].style, cases[i].max);
        compose_read(&c, text);
        written = shown(&c, cases[i].authors);
        if (strcmp(written, cases[i].spans) != 0)
            fail_msg("%s, %d of %s\nis  %s\nnot %s", cases[i].style,
                     cases[i].max, cases[i].authors, written, cases[i].spans);
        compose_free(&c);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_warning),
        cmocka_unit_test(test_long_lists),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
