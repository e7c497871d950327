// SPDX-License-Identifier: MIT
// The top level of a profile and its header, and whole files with several
// mistakes.
#include "profile_fixture.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// --- The top level and the header --------------------------------------------

static void test_top_level(void **state)
{
    static const struct message_case cases[] = {
        {"", "t: error: the profile has no cv\n"
             "    hint: a profile begins with \"cv:\", below it indented "
             "\"name: ...\" and \"sections:\"\n"},
        {"design: {}\n",
         "t:1:1: error: the profile has no cv\n"
         "    hint: a profile begins with \"cv:\", below it indented "
         "\"name: ...\" and \"sections:\"\n"},
        {"CV: {}\n", "t:1:1: error: unknown key 'CV' in the profile\n"
                     "    hint: did you mean 'cv'?\n"},
        {"cv: {}\nfoo_bar: x\n",
         "t:2:1: error: unknown key 'foo_bar' in the profile\n"
         "    hint: the keys are cv, letter, design, locale, settings, "
         "placeholders, "
         "variants\n"},
        {"cv: x\n", "t:1:5: error: expected a map with name, sections, ..., "
                    "found a text\n"},
        {"- a\n", "t:1:1: error: expected a map with the keys cv, design, "
                  "locale, settings, found a list\n"},
    };

    (void)state;
    check_messages(cases, COUNT(cases), "");
}

static void test_other_keys(void **state)
{
    struct fixture f;

    (void)state;
    read_valid(&f, "{cv: {name: x}, design: {theme: y}, locale: ~}");
    assert_str(node_lookup(f.profile.design, "theme")->text, "y");
    assert_null(f.profile.locale);
    assert_null(f.profile.settings);
    fixture_free(&f);
}

static void test_header(void **state)
{
    static const struct {
        enum connection_kind kind;
        const char *text, *network, *icon, *url;
    } expected[] = {
        {CONNECTION_PHONE, "+46 (0)8 123 45", "", "", "tel:+46-8-123-45"},
        {CONNECTION_EMAIL, "a@b.se", "", "", "mailto:a@b.se"},
        {CONNECTION_EMAIL, "c{d@e.co.uk", "", "", "mailto:c%7Bd@e.co.uk"},
        {CONNECTION_SOCIAL, "zoe", "GitHub", "", "https://github.com/zoe"},
        {CONNECTION_LOCATION, "Lund, Sweden", "", "", ""},
        {CONNECTION_CUSTOM, "Meet", "", "calendar", "https://c.example/z"},
        {CONNECTION_CUSTOM, "Car", "", "car", ""},
        {CONNECTION_WEBSITE, "example.org", "", "", "https://example.org"},
        {CONNECTION_WEBSITE, "HTTP://x", "", "", "HTTP://x"},
    };
    struct fixture f;
    const struct cv *cv = &f.profile.cv;

    (void)state;
    read_valid(&f, "cv:\n"
                   "  name:  'Zo\xc3\xab '\n"
                   "  phone: +46 (0)8 123 45\n"
                   "  email: [a@b.se, 'c{d@e.co.uk']\n"
                   "  social_networks:\n"
                   "    - network: GitHub\n"
                   "      username: zoe\n"
                   "  headline: 42\n"
                   "  location: Lund, Sweden\n"
                   "  photo: me.jpg\n"
                   "  photo_alt: Me\n"
                   "  custom_connections:\n"
                   "    - placeholder: Meet\n"
                   "      fontawesome_icon: calendar\n"
                   "      url: c.example/z\n"
                   "    - {placeholder: Car, fontawesome_icon: car, url: }\n"
                   "  website: [example.org, 'HTTP://x']\n"
                   "  sections:\n");
    assert_str(cv->name.str, "Zo\xc3\xab");
    assert_pos(cv->name.pos, 2, 10, 6);
    assert_str(cv->headline.str, "42");
    assert_str(cv->location.str, "Lund, Sweden");
    assert_str(cv->photo.str, "me.jpg");
    assert_str(cv->photo_alt.str, "Me");
    assert_int_equal(cv->connections.len, COUNT(expected));
    for (size_t i = 0; i < COUNT(expected); i++) {
        const struct connection *connection = &cv->connections.ptr[i];

        assert_int_equal(connection->kind, expected[i].kind);
        assert_str(connection->text.str, expected[i].text);
        assert_str(connection->network, expected[i].network);
        assert_str(connection->icon.str, expected[i].icon);
        assert_str(connection->url, expected[i].url);
        assert_true(connection->text.pos.line > 0);
    }
    fixture_free(&f);
}

static void test_header_errors(void **state)
{
    static const struct message_case cases[] = {
        {"{Name: x}", "t:1:6: error: unknown key 'Name' in cv\n"
                      "    hint: did you mean 'name'?\n"},
        {"{name: [x]}", "t:1:12: error: expected a text, found a list\n"},
        {"{name: {x: y}}",
         "t:1:12: error: expected a text, found a map\n"
         "    hint: if it is a text, quote it because of the colon: "
         "\"x: y\"\n"},
        {"{email: zoe}",
         "t:1:13: error: 'zoe' is not an e-mail address: it has no '@'\n"
         "    hint: an e-mail address looks like name@example.org\n"},
        {"{phone: call me}",
         "t:1:13: error: 'call me' is not a telephone number\n"
         "    hint: write it as +1 609 999 9995, an extension as \"ext. "
         "12\"\n"},
        {"{phone: 609-999-9995}",
         "t:1:13: warning: the telephone number has no country code\n"
         "    hint: write it as +1 609 999 9995; without the country's code "
         "it cannot be dialled from abroad\n"},
        {"{website: not a site}",
         "t:1:15: error: 'not a site' is not a web address\n"
         "    hint: a web address looks like https://example.org\n"},
        {"{photo: 'https://x.se/a.png'}",
         "t:1:13: error: the photo must be a file: nothing is loaded from "
         "the network\n"
         "    hint: download it and name the file here\n"},
        {"{social_networks: {network: X}}",
         "t:1:23: error: expected a list of social networks (\"- network: "
         "...\"), found a map\n"
         "    hint: if it is a text, quote it because of the colon: "
         "\"network: X\"\n"},
        {"{custom_connections: [{icon: x, placeholder: y}]}",
         "t:1:27: error: this custom connection has no fontawesome_icon\n"
         "t:1:28: error: unknown key 'icon' in a custom connection\n"
         "    hint: the keys are fontawesome_icon, placeholder, url\n"},
        {"{custom_connections: [{fontawesome_icon: x, placeholder: y, url: "
         "a b}]}",
         "t:1:70: error: 'a b' is not a web address\n"
         "    hint: a web address looks like https://example.org\n"},
    };

    (void)state;
    check_messages(cases, COUNT(cases), "cv: ");
}

// A long text of several lines does not burst a message.
static void test_excerpt(void **state)
{
    struct fixture f;

    (void)state;
    fixture_profile(&f, "cv:\n  email: |\n    one\n    two three four five six "
                        "seven eight nine ten eleven twelve thirteen\n");
    assert_contains(fixture_brief(&f),
                    "t:2:10: error: 'one two three four five six seven eight "
                    "nine ten eleven twel...' is not an e-mail address: it "
                    "has a space in it\n");
    fixture_free(&f);
}

// --- Whole files -------------------------------------------------------------

// Everything that can be wrong is told in one run.
static void test_all_at_once(void **state)
{
    struct fixture f;

    (void)state;
    fixture_profile(&f, "cv:\n"
                        "  website: not_a_url\n"
                        "  email: [x, y]\n"
                        "  website: again\n"
                        "  social_networks:\n"
                        "    - {network: IMDB, username: x}\n"
                        "  sections:\n"
                        "    a:\n"
                        "      - unknown: x\n"
                        "    b:\n"
                        "      - {institution: x, area: y}\n"
                        "      - {company: x, position: y}\n"
                        "    c:\n"
                        "      - name: {date: x}\n"
                        "        start_date: 2025-01-50\n"
                        "design: *nowhere\n"
                        "setings: x\n");
    assert_false(f.valid);
    assert_int_equal(diags_errors(f.diags), 10);
    assert_int_equal(f.profile.cv.sections.len, 3);
    assert_int_equal(f.profile.cv.sections.ptr[1].entries.len, 2);
    fixture_free(&f);
}

static void test_merged_header(void **state)
{
    struct fixture f;

    (void)state;
    read_valid(&f, "cv:\n"
                   "  sections:\n"
                   "    a:\n"
                   "      - &b {company: x, position: p, location: l}\n"
                   "      - <<: *b\n"
                   "        position: q\n");
    assert_str(
        entry_lookup(&f.profile.cv.sections.ptr[0].entries.ptr[1], "position")
            .str,
        "q");
    assert_str(
        entry_lookup(&f.profile.cv.sections.ptr[0].entries.ptr[1], "location")
            .str,
        "l");
    fixture_free(&f);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_top_level),
        cmocka_unit_test(test_other_keys),
        cmocka_unit_test(test_header),
        cmocka_unit_test(test_header_errors),
        cmocka_unit_test(test_excerpt),
        cmocka_unit_test(test_all_at_once),
        cmocka_unit_test(test_merged_header),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
