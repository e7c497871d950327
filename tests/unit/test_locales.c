// SPDX-License-Identifier: MIT
// All languages: dates, plurals and lists against CLDR's, titles, digits,
// capitals.
#include "locale_fixture.h"

#include "base/language_tag.h"
#include "base/utf8.h"
#include "compose/authors.h"
#include "compose/capitals.h"
#include "design/embedded.h"

static void check(const char *language, struct str is, const char *should)
{
    if (!str_eq_cstr(is, should))
        fail_msg("%s: \"%.*s\" is not \"%s\"", language, STR_ARG(is), should);
}

// Each language has its facts, and the other way round.
static void test_facts_complete(void **state)
{
    (void)state;
    assert_int_equal(COUNT(facts), design_locale_count);
    for (size_t i = 0; i < design_locale_count; i++) {
        assert_string_equal(facts[i].name, design_locales[i].name);
        assert_str(design_locales[i].tag, facts[i].tag);
    }
}

static void test_dates(void **state)
{
    static const struct {
        const char *template, *date;
    } wishes[] = {
        {"MONTH_ABBREVIATION YEAR", "2024"},
        {"MONTH_ABBREVIATION YEAR", "2024-03-17"},
        {"MONTH_NAME, YEAR", "2024-03-17"},
        {"DAY MONTH_ABBREVIATION YEAR", "2024-03-17"},
        {"MONTH_NAME DAY. YEAR", "2024-03-17"},
        {"MONTH_ABBREVIATION DAY YEAR", "2024-01"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(facts); i++)
        for (size_t k = 0; k < COUNT(wishes); k++) {
            struct compose_fixture c;
            char design[128];

            snprintf(design, sizeof design, "templates: {single_date: \"%s\"}",
                     wishes[k].template);
            read_language(&c, facts[i].name, ", date_style: native", design);
            check(facts[i].name, date_shown(&c, wishes[k].date),
                  facts[i].dates[k]);
            compose_free(&c);
        }
}

static void test_spans(void **state)
{
    static const int months[] = {13, 26, 65, 22 * 12 + 11};

    (void)state;
    for (size_t i = 0; i < COUNT(facts); i++) {
        struct compose_fixture c;

        read_language(&c, facts[i].name, ", date_style: native", "");
        for (size_t k = 0; k < COUNT(months); k++)
            check(facts[i].name, span_shown(&c, months[k]), facts[i].spans[k]);
        compose_free(&c);
    }
}

static void test_lists(void **state)
{
    static const size_t sizes[] = {2, 4};

    (void)state;
    for (size_t i = 0; i < COUNT(facts); i++)
        for (size_t k = 0; k < COUNT(sizes); k++) {
            struct text names[] = {{.str = STR("A")},
                                   {.str = STR("B")},
                                   {.str = STR("C")},
                                   {.str = STR("D")}};
            struct text_list list = {.ptr = names, .len = sizes[k]};
            struct compose_fixture c;

            read_language(&c, facts[i].name, ", list_style: native", "");
            check(facts[i].name, authors_join(&c.context, &list),
                  facts[i].lists[k]);
            compose_free(&c);
        }
}

// Categories of 1, 2, 3 and so on: one, two, few, many, other.
static const struct {
    const char *tags, *categories;
} plural_facts[] = {
    {"ar", "12ffffffffmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm"
           "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmoooffffffffmmmmmmmmmmmmmmmmmmmm"},
    {"cs", "1fffooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
           "ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"},
    {"da nl en fi fr de el hi hu it nb nn fa pt es sv tr",
     "1oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
     "ooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"},
    {"he", "12ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
           "ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"},
    {"id ja ko zh vi",
     "ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
     "ooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"},
    {"pl", "1fffmmmmmmmmmmmmmmmmmfffmmmmmmmfffmmmmmmmfffmmmmmmmfffmmmmmmmfffmmm"
           "mmmmfffmmmmmmmfffmmmmmmmfffmmmmmmmfffmmmmmmmmmmmmmmmmmfffmmmmmm"},
    {"ru uk",
     "1fffmmmmmmmmmmmmmmmm1fffmmmmmm1fffmmmmmm1fffmmmmmm1fffmmmmmm1fffmmmmmm1ff"
     "fmmmmmm1fffmmmmmm1fffmmmmmm1fffmmmmmmmmmmmmmmmm1fffmmmmmm"},
};

static void test_plural_rules(void **state)
{
    size_t tags = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(plural_facts); i++) {
        struct str rest = str_from_cstr(plural_facts[i].tags);

        for (; rest.ptr; tags++) {
            struct str tag = str_split(&rest, ' ');

            for (int n = 1; plural_facts[i].categories[n - 1]; n++)
                if ("12fmo"[plural_of(tag, n)] !=
                    plural_facts[i].categories[n - 1])
                    fail_msg("%.*s: %d", STR_ARG(tag), n);
        }
    }
    assert_int_equal(tags, design_locale_count);
}

static void check_forms(const struct locale *locale,
                        const struct plural_forms *forms)
{
    for (int n = 1; n <= 130; n++) {
        struct str form = forms->forms[plural_of(locale->tag, n)].str;

        if (form.len == 0)
            fail_msg("%.*s has no form for %d", STR_ARG(locale->name), n);
    }
}

// What each language must have, and what RenderCV's show if nothing is asked
// for: what RenderCV shows.
static void test_every_language(void **state)
{
    static const char *const others[] = {"czech",  "finnish", "greek",
                                         "polish", "swedish", "ukrainian"};
    static const char *const rtl[] = {"arabic", "hebrew", "persian"};

    (void)state;
    for (size_t i = 0; i < design_locale_count; i++) {
        const struct design_file *file = &design_locales[i];
        struct compose_fixture c;
        const struct locale *l = &c.locale;
        bool new = false;
        bool from_right = false;

        for (size_t k = 0; k < COUNT(others); k++)
            new = new || strcmp(others[k], file->name) == 0;
        for (size_t k = 0; k < COUNT(rtl); k++)
            from_right = from_right || strcmp(rtl[k], file->name) == 0;
        read_language(&c, file->name, "", "");
        assert_int_equal(l->date_style,
                         new ? DATE_STYLE_NATIVE : DATE_STYLE_DESIGN);
        assert_int_equal(l->list_style, LIST_STYLE_COMMAS);
        assert_int_equal(l->digits, DIGITS_LATIN);
        assert_false(l->translate_titles);
        assert_int_equal(l->rtl, from_right);
        assert_true(language_tag_is_valid(l->tag));
        assert_true(file->own_name.len > 0);
        assert_true(l->double_open.len > 0 && l->double_close.len > 0 &&
                    l->single_open.len > 0 && l->single_close.len > 0);
        for (size_t m = 0; m < DATE_SHAPES * 12; m++)
            assert_true(l->date_names[m / 12][m % 12].str.len > 0);
        check_forms(l, &l->plurals.year);
        check_forms(l, &l->plurals.month);
        compose_free(&c);
    }
}

// A template with a shape of its own is followed in any style.
static void test_own_shapes(void **state)
{
    static const struct {
        const char *template, *date, *shown;
    } cases[] = {
        {"MONTH_IN_TWO_DIGITS/YEAR", "2024-03", "03/2024"},
        {"YEAR.MONTH_IN_TWO_DIGITS", "2024-03", "2024.03"},
        {"MONTH_NAME/YEAR", "2024-03", "März/2024"},
        {"im MONTH_NAME YEAR", "2024-03", "im März 2024"},
        {"MONTH_ABBREVIATION", "2024-03", "Mär"},
        {"YEAR", "2024-03", "2024"},
        {"MONTH_NAME (MONTH_ABBREVIATION) YEAR", "2024-03", "März (Mär) 2024"},
        {"MONTH_NAME YEAR", "Fall 2023", "Fall 2023"},
        {"MONTH_NAME YEAR", "present", "gegenwärtig"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;
        struct date date = {.kind = DATE_TEXT,
                            .text = str_from_cstr(cases[i].date)};
        char design[128];

        (void)date_parse(date.text, &date);
        snprintf(design, sizeof design, "templates: {single_date: \"%s\"}",
                 cases[i].template);
        read_language(&c, "german", ", date_style: native", design);
        check(cases[i].template, date_format(&c.context, &date),
              cases[i].shown);
        compose_free(&c);
    }
}

// Templates for spans of time, and words of the profile's own.
static void test_span_templates(void **state)
{
    static const struct {
        const char *language, *locale, *design;
        int months;
        const char *shown;
    } cases[] = {
        {"russian", "", "", 24, "2 лет"},
        {"russian", ", date_style: native", "", 24, "2 года"},
        {"russian", ", date_style: native, years: л.", "", 26, "2 л. 2 месяца"},
        {"russian", ", date_style: native, plurals: {year: {few: COUNT г.}}",
         "", 24, "2 г."},
        {"arabic", ", date_style: native",
         "templates: {time_span: \"HOW_MANY_YEARS (YEARS)\"}", 24, "(سنتان)"},
        {"korean", ", date_style: native",
         "templates: {time_span: \"HOW_MANY_YEARS: YEARS\"}", 36, "3: 년"},
        {"korean", ", date_style: native", "", 38, "3년 2개월"},
        {"english", ", date_style: native, plurals: {month: {one: \"\"}}", "",
         1, "1 months"},
        {"german", ", date_style: native", "", 0, ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;

        read_language(&c, cases[i].language, cases[i].locale, cases[i].design);
        check(cases[i].language, span_shown(&c, cases[i].months),
              cases[i].shown);
        compose_free(&c);
    }
}

static void test_digits(void **state)
{
    static const struct {
        const char *language, *locale, *date, *span;
    } cases[] = {
        {"arabic", "", "2024", "10 أشهر"},
        {"arabic", ", digits: native", "٢٠٢٤", "١٠ أشهر"},
        {"persian", ", digits: native", "۲۰۲۴", "۱۰ ماه"},
        {"hindi", ", digits: native", "२०२४", "१० महीने"},
        {"german", ", digits: native", "2024", "10 Monate"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;

        read_language(&c, cases[i].language, cases[i].locale, "");
        check(cases[i].language, date_shown(&c, "2024"), cases[i].date);
        check(cases[i].language, span_shown(&c, 10), cases[i].span);
        compose_free(&c);
    }
}

static void test_titles(void **state)
{
    static const struct {
        const char *language, *locale, *title, *shown;
    } cases[] = {
        {"german", "", "Education", ""},
        {"german", ", translate_titles: true", "Education", "Ausbildung"},
        {"german", ", translate_titles: true", "WORK  experience",
         "Berufserfahrung"},
        {"german", ", translate_titles: true", "Employment", "Berufserfahrung"},
        {"german", ", translate_titles: true", "Honours & Awards",
         "Ehrungen und Auszeichnungen"},
        {"german", ", translate_titles: true", "Awards and Honors",
         "Ehrungen und Auszeichnungen"},
        {"german", ", translate_titles: true", "Selected Publications", ""},
        {"german", ", translate_titles: true", "titles", ""},
        {"german", ", translate_titles: true", "", ""},
        {"german", ", translate_titles: true", "&", ""},
        {"german", ", translate_titles: true", "Service", ""},
        {"german", ", translate_titles: true, titles: {service: Ämter}",
         "Service", "Ämter"},
        {"german", ", translate_titles: true, titles: {skills: \"\"}", "Skills",
         ""},
        {"english", ", translate_titles: true", "Education", ""},
        {"english", ", translate_titles: true, titles: {experience: Career}",
         "Experience", "Career"},
        {"japanese", ", translate_titles: true", "Skills", "スキル"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct compose_fixture c;

        read_language(&c, cases[i].language, cases[i].locale, "");
        check(cases[i].title,
              locale_title(c.f.arena, &c.locale, str_from_cstr(cases[i].title)),
              cases[i].shown);
        compose_free(&c);
    }
}

// The titles that every language has.
static void test_common_titles(void **state)
{
    static const char *const titles[] = {
        "Education",      "Experience",   "Work Experience", "Publications",
        "Projects",       "Skills",       "Languages",       "Awards",
        "Certifications", "Volunteering", "References",      "Interests",
        "Teaching",       "Patents",      "Research",        "Scholarships"};

    (void)state;
    for (size_t i = 0; i < design_locale_count; i++) {
        struct compose_fixture c;

        read_language(&c, design_locales[i].name, ", translate_titles: true",
                      "");
        for (size_t k = 0; k < COUNT(titles); k++)
            if (strcmp(design_locales[i].name, "english") != 0 &&
                locale_title(c.f.arena, &c.locale, str_from_cstr(titles[k]))
                        .len == 0)
                fail_msg("%s lacks %s", design_locales[i].name, titles[k]);
        compose_free(&c);
    }
}

static void test_capitals(void **state)
{
    static const struct {
        const char *tag, *text, *capitals;
    } cases[] = {
        {"en", "skills", "SKILLS"},
        {"tr", "İlgi ve ılık", "İLGİ VE ILIK"},
        {"tr-TR", "diller", "DİLLER"},
        {"el", "Εκπαίδευση, ΰ ϊ ς", "ΕΚΠΑΙΔΕΥΣΗ, Ϋ Ϊ Σ"},
        {"de", "Fußnoten", "FUSSNOTEN"},
        {"fr", "Compétences œuvre", "COMPÉTENCES ŒUVRE"},
        {"ja", "語学", "語学"},
        {"", "\xff", "\uFFFD"},
        {"en", "", ""},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        check(cases[i].text,
              capitals_of(arena, str_from_cstr(cases[i].text),
                          str_from_cstr(cases[i].tag)),
              cases[i].capitals);
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_facts_complete),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_plural_rules),
        cmocka_unit_test(test_every_language),
        cmocka_unit_test(test_own_shapes),
        cmocka_unit_test(test_span_templates),
        cmocka_unit_test(test_digits),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_common_titles),
        cmocka_unit_test(test_capitals),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
