// SPDX-License-Identifier: MIT
// Addresses: telephone, e-mail, web, social networks.
#include "profile_fixture.h"

#include "profile/contact.h"
#include "profile/social_address.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_social_username(void **state)
{
    static const struct {
        const char *network, *url, *text, *username;
    } cases[] = {
        {"LinkedIn", "https://linkedin.com/in/", "ada", "ada"},
        {"LinkedIn", "https://linkedin.com/in/",
         "https://www.linkedin.com/in/ada/", "ada"},
        {"LinkedIn", "https://linkedin.com/in/",
         "https://de.linkedin.com/in/ada?trk=x", "ada"},
        {"LinkedIn", "https://linkedin.com/in/", "linkedin.com/in/ada", "ada"},
        {"LinkedIn", "https://linkedin.com/in/",
         "https://www.linkedin.com/company/ada",
         "https://www.linkedin.com/company/ada"},
        {"GitHub", "https://github.com/", "HTTPS://GitHub.com/Ada", "Ada"},
        {"GitHub", "https://github.com/", "https://github.com/ada/notes",
         "https://github.com/ada/notes"},
        {"GitHub", "https://github.com/", "https://github.com/",
         "https://github.com/"},
        {"GitHub", "https://github.com/", "https://gitlab.com/ada",
         "https://gitlab.com/ada"},
        {"ORCID", "https://orcid.org/", "https://orcid.org/0000-0002-1825-0097",
         "0000-0002-1825-0097"},
        {"YouTube", "https://youtube.com/@", "https://www.youtube.com/@ada",
         "ada"},
        {"StackOverflow", "https://stackoverflow.com/users/",
         "https://stackoverflow.com/users/12345/ada?tab=profile", "12345/ada"},
        {"X", "https://x.com/", "https://twitter.com/ada", "ada"},
        {"Reddit", "https://reddit.com/user/", "reddit.com/u/ada/", "ada"},
        {"Mastodon", "", "https://m.example.org/@ada", "@ada@m.example.org"},
        {"Mastodon", "", "@ada@example.org", "@ada@example.org"},
        {"Mastodon", "", "https://example.org/@ada/1",
         "https://example.org/@ada/1"},
        {"WhatsApp", "", "https://wa.me/442079460958", "+442079460958"},
        {"WhatsApp", "", "+44 20 7946 0958", "+44 20 7946 0958"},
        {"Google Scholar", "https://scholar.google.com/citations?user=",
         "https://scholar.google.de/citations?hl=de&user=AbC&oi=x", "AbC"},
        {"Google Scholar", "https://scholar.google.com/citations?user=", "AbC",
         "AbC"},
        {"X", "https://x.com/", "", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_new();
        struct str name = social_username(
            arena, str_from_cstr(cases[i].network), str_from_cstr(cases[i].url),
            str_from_cstr(cases[i].text));

        assert_string_equal(str_to_cstr(arena, name), cases[i].username);
        arena_free(arena);
    }
}

static void test_phone(void **state)
{
    static const struct {
        const char *text, *url; // NULL: no number
    } cases[] = {
        {"+1-609-999-9995", "tel:+1-609-999-9995"},
        {"+16099999995", "tel:+16099999995"},
        {"(609) 999.9995", "tel:609-999-9995"},
        {"+44 (0)20 7946 0018 ext. 12", "tel:+44-20-7946-0018;ext=12"},
        {"+44 20 7946 0018 x12", "tel:+44-20-7946-0018;ext=12"},
        {"+44 20 7946 0018 Extension 7", "tel:+44-20-7946-0018;ext=7"},
        {"tel:+1-234-5", "tel:+1-234-5"},
        {"+1\xc2\xa0"
         "234\xe2\x80\x91"
         "567",
         "tel:+1-234-567"},
        {"112", "tel:112"},
        {"12", NULL},
        {"", NULL},
        {"123456789012345678901", NULL},
        {"1+234", NULL},
        {"++1234", NULL},
        {"123 x", NULL},
        {"123 x1a", NULL},
        {"123 or 456", NULL},
        {"12345, 67890", NULL},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct phone phone;
        bool valid = phone_parse(arena, str_from_cstr(cases[i].text), &phone);

        if (valid != (cases[i].url != NULL))
            fail_msg("%s", cases[i].text);
        if (valid)
            assert_str(phone_url(arena, &phone), cases[i].url);
    }
    arena_free(arena);
}

static void test_email(void **state)
{
    static const struct {
        const char *text, *problem; // NULL: none
    } cases[] = {
        {"a@b.se", NULL},
        {"a.b+c_d@e-f.example.org", NULL},
        {"j\xc3\xbcrgen@m\xc3\xbcller.de", NULL},
        {"zoe", "it has no '@'"},
        {"@b.se", "nothing stands before the '@'"},
        {"a@b@c.se", "it has two '@'"},
        {"a b@c.se", "it has a space in it"},
        {"a@b", "the part behind the '@' has no dot"},
        {"a@b..se", "the part behind the '@' is no domain"},
        {"a@.se", "the part behind the '@' is no domain"},
        {"a@-b.se", "the part behind the '@' is no domain"},
        {"a..b@c.se", "a dot is out of place before the '@'"},
        {".a@c.se", "a dot is out of place before the '@'"},
        {"mailto:a@b.se", "leave out \"mailto:\""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *problem = email_problem(str_from_cstr(cases[i].text));

        if (!cases[i].problem)
            assert_null(problem);
        else
            assert_string_equal(problem, cases[i].problem);
    }
}

static void test_url(void **state)
{
    static const struct {
        const char *text, *url; // NULL: no address
        bool other_schemes;
    } cases[] = {
        {"https://example.org/~a?b=c#d", "https://example.org/~a?b=c#d", false},
        {"http://localhost:8000", "http://localhost:8000", false},
        {"example.org", "https://example.org", false},
        {"example.org:80/x y", NULL, false},
        {"example.org/a|b", "https://example.org/a%7Cb", false},
        {"https://\xc3\xa9.se/%C3%A9", "https://%C3%A9.se/%C3%A9", false},
        {"mailto:a@b.se", "mailto:a@b.se", true},
        {"mailto:a@b.se", NULL, false},
        {"ftp://example.org", NULL, true},
        {"https://", NULL, true},
        {"https:///x", NULL, true},
        {"example", NULL, true},
        {"example.", NULL, true},
        {"", NULL, true},
        {"javascript:alert(1)", NULL, true},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str url;
        bool valid = url_parse(arena, str_from_cstr(cases[i].text),
                               cases[i].other_schemes, &url);

        if (valid != (cases[i].url != NULL))
            fail_msg("%s", cases[i].text);
        if (valid)
            assert_str(url, cases[i].url);
    }
    assert_true(url_has_scheme(STR("git+ssh://x")));
    assert_false(url_has_scheme(STR("a b://x")));
    assert_false(url_has_scheme(STR("://x")));
    arena_free(arena);
}

// --- Social networks ---------------------------------------------------------

static void test_social(void **state)
{
    static const struct {
        const char *network, *username, *url; // NULL: an error
    } cases[] = {
        {"LinkedIn", "zoe", "https://linkedin.com/in/zoe"},
        {"LinkedIn", "zo\xc3\xab", "https://linkedin.com/in/zo%C3%AB"},
        {"GitHub", "zoe", "https://github.com/zoe"},
        {"GitLab", "zoe", "https://gitlab.com/zoe"},
        {"IMDB", "nm0000158", "https://imdb.com/name/nm0000158"},
        {"IMDB", "nm158", NULL},
        {"IMDB", "xx0000158", NULL},
        {"Instagram", "zoe", "https://instagram.com/zoe"},
        {"ORCID", "0000-0002-1825-0097",
         "https://orcid.org/0000-0002-1825-0097"},
        {"ORCID", "0000-0002-1694-233X",
         "https://orcid.org/0000-0002-1694-233X"},
        {"ORCID", "0000000218250097", NULL},
        {"ORCID", "0000-0002-1825-009", NULL},
        {"ORCID", "000X-0002-1825-0097", NULL},
        {"Mastodon", "@zoe@example.org", "https://example.org/@zoe"},
        {"Mastodon", "zoe@example.org", NULL},
        {"Mastodon", "@zoe", NULL},
        {"Mastodon", "@@example.org", NULL},
        {"Mastodon", "@zoe@a@b", NULL},
        {"StackOverflow", "12/zoe", "https://stackoverflow.com/users/12/zoe"},
        {"StackOverflow", "zoe", NULL},
        {"StackOverflow", "12/", NULL},
        {"StackOverflow", "12/a/b", NULL},
        {"ResearchGate", "Zoe-A", "https://researchgate.net/profile/Zoe-A"},
        {"YouTube", "zoe", "https://youtube.com/@zoe"},
        {"YouTube", "@zoe", NULL},
        {"Google Scholar", "aBc",
         "https://scholar.google.com/citations?user=aBc"},
        {"Telegram", "@zoe", "https://t.me/zoe"},
        {"WhatsApp", "+1 609 999 9995", "https://wa.me/16099999995"},
        {"WhatsApp", "609 999 9995", NULL},
        {"Leetcode", "zoe", "https://leetcode.com/u/zoe"},
        {"X", "zoe", "https://x.com/zoe"},
        {"Bluesky", "zoe.bsky.social",
         "https://bsky.app/profile/zoe.bsky.social"},
        {"Bluesky", "zoe", NULL},
        {"Bluesky", "zo\xc3\xab.social", NULL},
        {"Reddit", "z_o-e", "https://reddit.com/user/z_o-e"},
        {"Reddit", "zo", NULL},
        {"Reddit", "zoe!", NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct str text = str_format(
            arena, "cv: {social_networks: [{network: %s, username: '%s'}]}",
            cases[i].network, cases[i].username);
        struct fixture f;

        fixture_profile(&f, text.ptr);
        if (f.valid != (cases[i].url != NULL))
            fail_msg("%s: %s", text.ptr, fixture_messages(&f));
        assert_int_equal(f.profile.cv.connections.len, f.valid ? 1 : 0);
        if (f.valid) {
            assert_str(f.profile.cv.connections.ptr[0].url, cases[i].url);
            assert_str(f.profile.cv.connections.ptr[0].network,
                       cases[i].network);
        }
        fixture_free(&f);
        arena_free(arena);
    }
}

static void test_social_messages(void **state)
{
    static const struct message_case cases[] = {
        {"{network: linkedin, username: x}",
         "t:1:34: error: unknown social network 'linkedin'\n"
         "    hint: did you mean 'LinkedIn'?\n"},
        {"{network: Friendster, username: x}",
         "t:1:34: error: unknown social network 'Friendster'\n"
         "    hint: vita knows LinkedIn, GitHub, GitLab, IMDB, Instagram, "
         "ORCID, Mastodon, StackOverflow, ResearchGate, YouTube, Google "
         "Scholar, Telegram, WhatsApp, Leetcode, X, Bluesky, Reddit; write "
         "others as custom_connections\n"},
        {"{network: ORCID, username: x}",
         "t:1:51: error: 'x' is no ORCID username\n"
         "    hint: write it as 0000-0002-1825-0097\n"},
        {"{network: ORCID, username: 0000-0002-1825-0098}",
         "t:1:51: warning: the ORCID has a wrong digit\n"
         "    hint: its last character is a checksum: compare it with "
         "orcid.org\n"},
        {"{network: GitHub}",
         "t:1:24: error: this social network has no username\n"},
        {"{network: GitHub, usernme: x}",
         "t:1:42: error: unknown key 'usernme' in a social network\n"
         "    hint: did you mean 'username'?\n"},
        {"{network: X, username: 'https://x.com/z/1'}",
         "t:1:47: warning: this is an address, not a username of X\n"
         "    hint: write the username alone\n"},
        {"{network: X, username: a b}",
         "t:1:47: warning: this is hardly a username of X\n"},
        {"zoe", "t:1:24: error: expected network and username, found a "
                "text\n"},
        {"{}", "t:1:24: error: this social network has no network\n"
               "t:1:24: error: this social network has no username\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct message_case one = {str_format(arena, "%s]}", cases[i].text).ptr,
                                   cases[i].messages};

        check_messages(&one, 1, "cv: {social_networks: [");
        arena_free(arena);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_social_username),
        cmocka_unit_test(test_phone),
        cmocka_unit_test(test_email),
        cmocka_unit_test(test_url),
        cmocka_unit_test(test_social),
        cmocka_unit_test(test_social_messages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
