// SPDX-License-Identifier: MIT
// Templates: finding placeholders, cleaning up what a missing one leaves,
// and the values of entries.
#include "compose_fixture.h"

#include "compose/template.h"

static const char profile[] =
    "cv:\n"
    "  name: J\n"
    "  sections:\n"
    "    projects:\n"
    "      - {name: a, date: 2021, team: b, my_rank: 1}\n";

static void test_placeholders(void **state)
{
    static const struct {
        const char *text, *names; // joined with blanks
    } cases[] = {
        {"", ""},
        {"DATE", "DATE"},
        {"no Word here", ""},
        {"UPDATED DATE", "UPDATED DATE"},
        {"Date dATE DATEs DATE1 1DATE", "DATE1"},
        {"**NAME**, AREA -- (URL)", "NAME AREA URL"},
        {"A_B _C D_", "A_B D_"},
        {"\u00c9TAT \u00c9 DATE\u00e9", ""},
        {"X-Y/Z", "X Y Z"},
        {"START_DATE\u2013END_DATE \u201cYEAR\u201d",
         "START_DATE END_DATE YEAR"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf names = {.arena = arena};
        size_t offset = 0;
        struct str word;

        while ((word = placeholder_next(str_from_cstr(cases[i].text), &offset))
                   .len > 0) {
            buf_add_cstr(&names, names.len > 0 ? " " : "");
            buf_add(&names, word);
        }
        assert_str(buf_str(&names), cases[i].names);
        assert_int_equal(offset, strlen(cases[i].text));
    }
    arena_free(arena);
}

struct line_case {
    const char *template;
    const char *given; // names that have a value
    const char *lines; // joined with '|'
};

static void check(const char *yaml, const struct line_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct compose_fixture c;
        struct value_list values = {0};
        struct text_list lines;
        struct buf joined;
        struct str rest = str_from_cstr(cases[i].given);

        compose_read(&c, yaml);
        joined = (struct buf){.arena = c.f.arena};
        while (rest.ptr) {
            struct str name = str_split(&rest, ' ');

            value_add(c.f.arena, &values, str_to_cstr(c.f.arena, name),
                      (struct text){STR("x"), {0}});
        }
        lines = template_lines(
            &c.context, (struct text){str_from_cstr(cases[i].template), {0}},
            &values);
        for (size_t j = 0; j < lines.len; j++) {
            buf_add_cstr(&joined, j > 0 ? "|" : "");
            buf_add(&joined, lines.ptr[j].str);
        }
        if (!str_eq_cstr(buf_str(&joined), cases[i].lines))
            fail_msg("%s with %s\nis  %.*s\nnot %s", cases[i].template,
                     cases[i].given, STR_ARG(buf_str(&joined)), cases[i].lines);
        compose_free(&c);
    }
}

// RenderCV's own templates with one or the other field absent.
static void test_rendercv(void **state)
{
    static const struct line_case cases[] = {
        // Nothing missing: nothing changes, lines are trimmed.
        {"**COMPANY**, POSITION\nSUMMARY\nHIGHLIGHTS",
         "COMPANY POSITION SUMMARY HIGHLIGHTS",
         "**COMPANY**, POSITION|SUMMARY|HIGHLIGHTS"},
        {"**COMPANY**, POSITION\nSUMMARY\nHIGHLIGHTS", "COMPANY POSITION",
         "**COMPANY**, POSITION"},
        {"**COMPANY**, POSITION", "COMPANY", "**COMPANY**"},
        {"**COMPANY**, POSITION", "POSITION", "POSITION"},
        {"LOCATION\nDATE", "DATE", "DATE"},
        {"LOCATION\nDATE", "LOCATION", "LOCATION"},
        {"LOCATION\nDATE", "NAME", ""},
        {"*LOCATION*\n*DATE*", "DATE", "*DATE*"},
        {"URL (JOURNAL)", "URL", "URL"},
        {"URL (JOURNAL)", "JOURNAL", "JOURNAL"},
        {"URL (JOURNAL)", "NAME", ""},
        {"**LABEL:** DETAILS", "LABEL", "**LABEL:**"},
        {"**LABEL:** DETAILS", "DETAILS", "DETAILS"},
        {"*DEGREE* *in* *AREA*", "AREA", "*AREA*"},
        {"*DEGREE* *in* *AREA*", "DEGREE", "*DEGREE*"},
        {"*DEGREE* *in* *AREA*", "DEGREE AREA", "*DEGREE* *in* *AREA*"},
        {"**NAME** -- **LOCATION**", "NAME", "**NAME**"},
        {"**NAME** -- **LOCATION**", "LOCATION", "**LOCATION**"},
        {"**POSITION**, COMPANY -- LOCATION", "POSITION COMPANY",
         "**POSITION**, COMPANY"},
        {"**POSITION**, COMPANY -- LOCATION", "COMPANY LOCATION",
         "COMPANY -- LOCATION"},
        {"**INSTITUTION**, DEGREE_WITH_AREA -- LOCATION",
         "INSTITUTION DEGREE AREA", "**INSTITUTION**, DEGREE in AREA"},
        {"**INSTITUTION**, DEGREE_WITH_AREA -- LOCATION",
         "INSTITUTION AREA LOCATION", "**INSTITUTION**, AREA -- LOCATION"},
        {"**DEGREE**", "NAME", ""},
    };

    (void)state;
    check(profile, cases, COUNT(cases));
}

static void test_missing(void **state)
{
    static const struct line_case cases[] = {
        // Small words between two placeholders.
        {"POSITION at COMPANY", "POSITION", "POSITION"},
        {"POSITION at COMPANY", "COMPANY", "COMPANY"},
        {"POSITION for the COMPANY", "POSITION", "POSITION"},
        {"born in LOCATION", "NAME", "born in"},
        {"**NAME**, with TEAM", "NAME", "**NAME**"},
        // A dash is no such word: it parts what is left.
        {"**GRANT** \u2013 FUNDER, ROLE, AMOUNT", "GRANT ROLE AMOUNT",
         "**GRANT** \u2013 ROLE, AMOUNT"},
        {"NAME \u2013 POSITION, COMPANY", "NAME COMPANY",
         "NAME \u2013 COMPANY"},
        {"NAME \u2013 POSITION, COMPANY", "NAME", "NAME"},
        {"DEGREE \u00b7 **NAME**", "NAME", "**NAME**"},
        // Brackets need no separator before them, and none if they are all.
        {"**SKILL**: LEVEL (KEYWORDS)", "SKILL KEYWORDS",
         "**SKILL** (KEYWORDS)"},
        {"SKILL \u2013 LEVEL (KEYWORDS)", "SKILL KEYWORDS", "SKILL (KEYWORDS)"},
        {"SKILL, LEVEL -- DATE (KEYWORDS)", "SKILL KEYWORDS",
         "SKILL (KEYWORDS)"},
        {"SKILL, (KEYWORDS) LEVEL", "SKILL KEYWORDS", "SKILL, (KEYWORDS)"},
        {"*JOURNAL, DATE* (NOTE)", "NOTE", "NOTE"},
        {"(NOTE) JOURNAL", "NOTE", "(NOTE)"},
        {"URL (JOURNAL) (NOTE)", "JOURNAL NOTE", "(JOURNAL) (NOTE)"},
        {"URL (NOTE (DATE))", "NOTE DATE", "(NOTE (DATE))"},
        // Separators in the middle do not double.
        {"NAME -- AREA -- URL", "NAME URL", "NAME -- URL"},
        {"NAME | AREA | URL", "NAME URL", "NAME | URL"},
        {"NAME | AREA | URL", "URL", "URL"},
        {"NAME | AREA | URL", "NAME", "NAME"},
        {"NAME, AREA, URL", "NAME URL", "NAME, URL"},
        {"NAME, AREA -- URL", "NAME URL", "NAME -- URL"},
        // Brackets over several words.
        {"NAME (AREA, URL)", "NAME AREA", "NAME (AREA)"},
        {"NAME (AREA, URL)", "NAME URL", "NAME (URL)"},
        {"NAME (AREA, URL)", "NAME", "NAME"},
        // Marks at the ends go; those that belong to words stay.
        {"- NAME: AREA", "NAME", "NAME"},
        {"NAME \u2013 AREA \u2022", "NAME", "NAME"},
        {"NAME! AREA", "NAME", "NAME!"},
        {"(NAME) AREA", "NAME", "(NAME)"},
        // Without a missing one a line stays as it is.
        {"- NAME -", "NAME", "- NAME -"},
        {"GPA: 4.0 -", "NAME", "GPA: 4.0 -"},
        // Words in capitals that are no field stay.
        {"GPA NAME", "NAME", "GPA NAME"},
        {"GPA NAME", "AREA", "GPA"},
        {"UPDATED NAME", "NAME", "UPDATED NAME"},
        {"UPDATED DATE", "NAME", "UPDATED"},
        // Extra keys of any entry are fields.
        {"NAME TEAM", "NAME", "NAME"},
        {"NAME MY_RANK", "NAME", "NAME"},
        {"NAME MY_RANKS", "NAME", "NAME MY_RANKS"},
        {"", "NAME", ""},
        {" \n\n NAME \n", "NAME", "||NAME"},
    };

    (void)state;
    check(profile, cases, COUNT(cases));
}

// Emphasis over several words, of which one or all go.
static void test_emphasis(void **state)
{
    static const struct line_case cases[] = {
        {"**COMPANY POSITION**", "COMPANY", "**COMPANY**"},
        {"**COMPANY POSITION**", "POSITION", "**POSITION**"},
        {"**COMPANY POSITION**", "NAME", ""},
        {"**COMPANY, POSITION**", "COMPANY", "**COMPANY**"},
        {"**COMPANY, POSITION**", "POSITION", "**POSITION**"},
        {"**COMPANY -- POSITION**", "COMPANY", "**COMPANY**"},
        {"**COMPANY -- POSITION**", "POSITION", "**POSITION**"},
        {"*DEGREE in AREA*", "DEGREE", "*DEGREE*"},
        {"*DEGREE in AREA*", "AREA", "*AREA*"},
        {"*DEGREE in AREA*", "NAME", ""},
        {"**NAME DEGREE AREA**", "NAME AREA", "**NAME AREA**"},
        {"**NAME DEGREE AREA**", "DEGREE", "**DEGREE**"},
        {"**NAME AREA**, URL", "URL", "URL"},
        {"**NAME AREA**, URL", "NAME URL", "**NAME**, URL"},
        {"**DEGREE AREA** NAME", "AREA NAME", "**AREA** NAME"},
        {"(*DEGREE*) NAME", "NAME", "NAME"},
    };

    (void)state;
    check(profile, cases, COUNT(cases));
}

static void test_phrase(void **state)
{
    static const struct line_case cases[] = {
        {"DEGREE_WITH_AREA", "DEGREE AREA", "AREA (DEGREE)"},
        {"DEGREE_WITH_AREA", "AREA", "AREA"},
        {"DEGREE_WITH_AREA", "DEGREE", "DEGREE"},
        {"DEGREE_WITH_AREAS", "AREA", "DEGREE_WITH_AREAS"},
    };

    (void)state;
    check("cv: {name: J}\n"
          "locale: {phrases: {degree_with_area: AREA (DEGREE)}}\n",
          cases, COUNT(cases));
}

static void test_fill(void **state)
{
    static const struct {
        const char *template, *filled;
    } cases[] = {
        {"", ""},
        {"A", "1"},
        {"A B", "1 two"},
        {"AB A_B", "AB A_B"},
        {"(A)-B.", "(1)-two."},
        {"C A C", "C 1 C"},
        {"x A", "x 1"},
        {"A\nA", "1\n1"},
    };
    struct arena *arena = arena_new();
    struct value_list values = {0};

    (void)state;
    value_add(arena, &values, "A", (struct text){STR("1"), {0}});
    value_add(arena, &values, "B", (struct text){STR("two"), {0}});
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_str(
            template_fill(arena, str_from_cstr(cases[i].template), &values),
            cases[i].filled);
    arena_free(arena);
}

// The values of the first entry of the first section, "NAME=text" a line.
static const char *values_written(struct compose_fixture *c)
{
    const struct entry *entry = &c->f.profile.cv.sections.ptr[0].entries.ptr[0];
    struct value_list values = entry_values(&c->context, entry);
    struct buf out = {.arena = c->f.arena};

    for (size_t i = 0; i < values.len; i++) {
        const struct value *value = &values.ptr[i];

        buf_addf(&out, "%.*s=%.*s", STR_ARG(value->name),
                 STR_ARG(value->text.str));
        if (value->url.len > 0)
            buf_addf(&out, " -> %.*s", STR_ARG(value->url));
        buf_add_cstr(&out, value->verbatim ? " !\n" : "\n");
    }
    return str_to_cstr(c->f.arena, buf_str(&out));
}

static void test_entry_values(void **state)
{
    static const struct {
        const char *entry, *values;
    } cases[] = {
        {"{name: a, date: 2021-05, team: b}",
         "DATE=May 2021 !\nNAME=a\nTEAM=b\n"},
        {"{name: a, date: Fall *2023*}", "DATE=Fall *2023*\nNAME=a\n"},
        {"{name: a, start_date: 2020, end_date: 2021-03}",
         "DATE=2020 – Mar 2021 !\nSTART_DATE=2020 !\nEND_DATE=Mar 2021 !\n"
         "NAME=a\n"},
        {"{name: a, start_date: 2020}",
         "DATE=2020 – present !\nSTART_DATE=2020 !\nEND_DATE=present !\n"
         "NAME=a\n"},
        {"{title: t, authors: [A, '*B*'], doi: 10.1000/182, "
         "url: 'https://e.org'}",
         "DOI=10.1000/182 -> https://doi.org/10.1000/182 !\n"
         "URL=10.1000/182 -> https://doi.org/10.1000/182 !\n"
         "AUTHORS=A, *B*\nTITLE=t\n"},
        {"{title: t, authors: [A], url: 'https://e.org/x/'}",
         "URL=e.org/x -> https://e.org/x/ !\nAUTHORS=A\nTITLE=t\n"},
        {"{name: a, highlights: [x], summary: s}",
         "HIGHLIGHTS=HIGHLIGHTS\nNAME=a\nSUMMARY=s\n"},
        {"{name: a, team: ~, rank: ''}", "NAME=a\n"},
        {"{name: a, tools: [x, y]}", "NAME=a\nTOOLS=x, y\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        char text[256];

        snprintf(text, sizeof text, "cv: {name: J, sections: {s: [%s]}}",
                 cases[i].entry);
        compose_read(&c, text);
        assert_string_equal(values_written(&c), cases[i].values);
        compose_free(&c);
    }
}

// What ends a line, and what holds a row free.
static void test_ends(void **state)
{
    static const char numbered[] =
        "AUTHORS, \"TITLE\", **[JOURNAL]** STATUS LINKS.";
    static const struct line_case cases[] = {
        {numbered, "AUTHORS TITLE JOURNAL STATUS LINKS",
         "AUTHORS, \"TITLE\", **[JOURNAL]** STATUS LINKS."},
        {numbered, "AUTHORS TITLE JOURNAL STATUS",
         "AUTHORS, \"TITLE\", **[JOURNAL]** STATUS."},
        {numbered, "AUTHORS TITLE JOURNAL",
         "AUTHORS, \"TITLE\", **[JOURNAL]**."},
        {numbered, "AUTHORS TITLE", "AUTHORS, \"TITLE\"."},
        {numbered, "TITLE LINKS", "\"TITLE\", LINKS."},
        {numbered, "NAME", ""},
        {"NAME, *JOURNAL*.", "NAME", "NAME."},
        {"NAME (JOURNAL).", "NAME", "NAME."},
        {"NAME. JOURNAL.", "NAME", "NAME."},
        {"NAME, JOURNAL", "NAME", "NAME"},
        {"\nDATE", "DATE", "|DATE"},
        {"LOCATION\n\nDATE", "DATE", "|DATE"},
        {"LOCATION\n\nDATE", "LOCATION", "LOCATION"},
        {"LOCATION\n\nDATE", "LOCATION DATE", "LOCATION||DATE"},
        {"\n\nDATE\n\n", "DATE", "||DATE"},
        {"\nDATE", "NAME", ""},
    };

    (void)state;
    check(profile, cases, COUNT(cases));
}

// A template's full stop behind a value that has one.
static void test_full_stops(void **state)
{
    static const struct {
        const char *value, *shown;
    } cases[] = {
        {"Mind", "Mind. {i:Mind}."},
        {"Proc. Natl. Acad. Sci.",
         "Proc. Natl. Acad. Sci. {i:Proc. Natl. Acad. Sci.}"},
        {"Why?", "Why? {i:Why?}"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        struct value_list values = {0};
        struct span_list spans = {0};

        compose_read(&c, profile);
        value_add(c.f.arena, &values, "JOURNAL",
                  (struct text){.str = str_from_cstr(cases[i].value)});
        markup_append(&c.context,
                      (struct text){.str = STR("JOURNAL. *JOURNAL*.")},
                      c.context.styles[FACE_BODY], &values, false, &spans);
        assert_string_equal(spans_written(c.f.arena, &spans), cases[i].shown);
        compose_free(&c);
    }
}

// Lines and values that are kept are what they are without, each time, and
// whoever adds to a list of values has a list of his own.
static void test_cache(void **state)
{
    const struct text template = {.str = STR("**NAME**, TEAM in AREA\nDATE")};
    struct compose_fixture c;
    const struct entry *entry;
    struct value_list kept;
    struct value_list again;
    struct context bare;

    (void)state;
    compose_read(&c, profile);
    bare = c.context;
    bare.cache = NULL;
    entry = &c.context.cv->sections.ptr[0].entries.ptr[0];
    kept = entry_values_kept(&c.context, entry);
    assert_int_equal(kept.len, entry_values(&bare, entry).len);
    again = entry_values(&c.context, entry);
    assert_ptr_equal(again.ptr, kept.ptr);
    value_add(c.f.arena, &again, "AREA", (struct text){.str = STR("x")});
    assert_null(value_lookup(&kept, STR("AREA")));
    for (int i = 0; i < 2; i++) {
        const struct value_list *lists[] = {&kept, &again};

        for (size_t k = 0; k < COUNT(lists); k++) {
            struct text_list a = template_lines(&c.context, template, lists[k]);
            struct text_list b = template_lines(&bare, template, lists[k]);

            assert_int_equal(a.len, b.len);
            for (size_t j = 0; j < a.len; j++)
                assert_true(str_eq(a.ptr[j].str, b.ptr[j].str));
        }
    }
    assert_str(template_lines(&c.context, template, &kept).ptr[0].str,
               "**NAME**, TEAM");
    assert_str(template_lines(&c.context, template, &again).ptr[0].str,
               "**NAME**, TEAM in AREA");
    compose_free(&c);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ends),         cmocka_unit_test(test_full_stops),
        cmocka_unit_test(test_placeholders), cmocka_unit_test(test_rendercv),
        cmocka_unit_test(test_missing),      cmocka_unit_test(test_emphasis),
        cmocka_unit_test(test_phrase),       cmocka_unit_test(test_fill),
        cmocka_unit_test(test_entry_values), cmocka_unit_test(test_cache),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
