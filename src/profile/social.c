// SPDX-License-Identifier: MIT
// The social networks: where a user's page is and what a username looks
// like. Names and rules are RenderCV's.
#include "profile/parts.h"

#include "profile/contact.h"
#include "profile/excerpt.h"
#include "profile/keys.h"
#include "profile/social_address.h"

// Each accepts the usernames of its network.
static bool is_digits(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_digit(s.ptr[i]))
            return false;
    return s.len > 0;
}

static bool is_mastodon(struct str s)
{
    size_t second = str_find_char(s, '@', 1);

    return str_starts(s, STR("@")) && second != SIZE_MAX && second > 1 &&
           second + 1 < s.len && str_find_char(s, '@', second + 1) == SIZE_MAX;
}

static bool is_stack_overflow(struct str s)
{
    struct str rest = s;

    return is_digits(str_split(&rest, '/')) && rest.len > 0 &&
           str_find_char(rest, '/', 0) == SIZE_MAX;
}

static bool is_youtube(struct str s)
{
    return !str_starts(s, STR("@"));
}

static bool is_orcid(struct str s)
{
    if (s.len != 19)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        bool hyphen = i % 5 == 4;
        bool fits = hyphen ? s.ptr[i] == '-' : ascii_is_digit(s.ptr[i]);

        if (!fits && !(i == 18 && s.ptr[i] == 'X'))
            return false;
    }
    return true;
}

static bool is_imdb(struct str s)
{
    return s.len == 9 && str_starts(s, STR("nm")) &&
           is_digits(str_slice(s, 2, s.len));
}

static bool is_bluesky(struct str s)
{
    return domain_is_valid(s, true);
}

static bool is_reddit(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_alnum(s.ptr[i]) && s.ptr[i] != '_' && s.ptr[i] != '-')
            return false;
    return s.len >= 3 && s.len <= 23;
}

static const struct network {
    const char *name;
    const char *url; // the username is appended; NULL: made in social_url()
    bool (*accepts)(struct str username); // NULL: any
    const char *hint;                     // if accepts
} networks[] = {
    {"LinkedIn", "https://linkedin.com/in/", NULL, NULL},
    {"GitHub", "https://github.com/", NULL, NULL},
    {"GitLab", "https://gitlab.com/", NULL, NULL},
    {"IMDB", "https://imdb.com/name/", is_imdb, "write it as nm0000158"},
    {"Instagram", "https://instagram.com/", NULL, NULL},
    {"ORCID", "https://orcid.org/", is_orcid,
     "write it as 0000-0002-1825-0097"},
    {"Mastodon", NULL, is_mastodon, "write it as \"@name@example.org\""},
    {"StackOverflow", "https://stackoverflow.com/users/", is_stack_overflow,
     "write number and name: 12345/john-doe"},
    {"ResearchGate", "https://researchgate.net/profile/", NULL, NULL},
    {"YouTube", "https://youtube.com/@", is_youtube,
     "write it without the '@'"},
    {"Google Scholar", "https://scholar.google.com/citations?user=", NULL,
     NULL},
    {"Telegram", "https://t.me/", NULL, NULL},
    {"WhatsApp", NULL, NULL, NULL},
    {"Leetcode", "https://leetcode.com/u/", NULL, NULL},
    {"X", "https://x.com/", NULL, NULL},
    {"Bluesky", "https://bsky.app/profile/", is_bluesky,
     "write it without '@', as name.bsky.social"},
    {"Reddit", "https://reddit.com/user/", is_reddit,
     "3 to 23 letters, digits, '_' and '-'"},
};
#define NETWORKS (sizeof networks / sizeof *networks)

const char *social_network_name(size_t number)
{
    return number < NETWORKS ? networks[number].name : NULL;
}

static const struct network *network_lookup(struct str name)
{
    for (size_t i = 0; i < NETWORKS; i++)
        if (str_eq_cstr(name, networks[i].name))
            return &networks[i];
    return NULL;
}

static const struct network *network_lookup_folded(struct arena *arena,
                                                   struct str name)
{
    struct str lower = str_ascii_lower(arena, name);

    for (size_t i = 0; i < NETWORKS; i++)
        if (str_eq(lower,
                   str_ascii_lower(arena, str_from_cstr(networks[i].name))))
            return &networks[i];
    return NULL;
}

static void report_network(const struct checker *checker, struct text name)
{
    const char *names[NETWORKS + 1] = {0};
    struct arena *arena = checker->arena;
    struct str other;

    for (size_t i = 0; i < NETWORKS; i++)
        names[i] = networks[i].name;
    other =
        str_format(arena, "vita knows %.*s; write others as custom_connections",
                   STR_ARG(check_join(arena, names)));
    diag_error(
        checker->diags, name.pos,
        check_did_you_mean(arena, check_nearest(arena, name.str, names), other),
        "unknown social network '%.*s'", STR_ARG(excerpt(arena, name.str)));
}

// ISO 7064 MOD 11-2 over the first 15 digits.
static bool orcid_sum_is_right(struct str orcid)
{
    int sum = 0;
    int check;
    char last = orcid.ptr[orcid.len - 1];

    for (size_t i = 0; i + 1 < orcid.len; i++)
        if (orcid.ptr[i] != '-')
            sum = (sum + (orcid.ptr[i] - '0')) * 2 % 11;
    check = (12 - sum) % 11;
    return check == 10 ? last == 'X' : last == '0' + check;
}

// "https://example.org/@name" of "@name@example.org".
static struct str mastodon_url(struct arena *arena, struct str username)
{
    size_t at = str_find_char(username, '@', 1);

    return str_format(arena, "https://%.*s/%.*s",
                      STR_ARG(str_slice(username, at + 1, username.len)),
                      STR_ARG(str_slice(username, 0, at)));
}

static bool whatsapp_url(const struct checker *checker, struct text username,
                         struct str *url)
{
    struct phone phone;

    if (phone_parse(checker->arena, username.str, &phone) &&
        phone.international && phone.extension.len == 0) {
        *url = str_format(checker->arena, "https://wa.me/%.*s",
                          STR_ARG(phone.digits));
        return true;
    }
    diag_error(checker->diags, username.pos,
               STR("write the telephone number with its country code: "
                   "+1 609 999 9995"),
               "'%.*s' is no WhatsApp username",
               STR_ARG(excerpt(checker->arena, username.str)));
    return false;
}

static bool social_url(const struct checker *checker,
                       const struct network *network, struct text username,
                       struct str *url)
{
    struct arena *arena = checker->arena;
    struct str name = username.str;

    if (!network->url && !network->accepts)
        return whatsapp_url(checker, username, url);
    if (network->accepts && !network->accepts(name)) {
        diag_error(checker->diags, username.pos, str_from_cstr(network->hint),
                   "'%.*s' is no %s username", STR_ARG(excerpt(arena, name)),
                   network->name);
        return false;
    }
    if (!network->url) {
        *url = url_escape(arena, mastodon_url(arena, name));
        return true;
    }
    if (str_starts(name, STR("@"))) // shown, but not part of the address
        name = str_slice(name, 1, name.len);
    *url = url_escape(arena,
                      str_format(arena, "%s%.*s", network->url, STR_ARG(name)));
    return true;
}

static void warn(const struct checker *checker, const struct network *network,
                 struct text username, struct connection *connection)
{
    struct str encoded = url_escape(checker->arena, username.str);

    if (network->accepts == is_orcid && !orcid_sum_is_right(username.str))
        diag_warning(checker->diags, username.pos,
                     STR("its last character is a checksum: compare it with "
                         "orcid.org"),
                     "the ORCID has a wrong digit");
    if (url_has_scheme(username.str)) {
        connection->url = encoded;
        diag_warning(checker->diags, username.pos,
                     STR("write the username alone"),
                     "this is an address, not a username of %s", network->name);
    } else if (!network->accepts && network->url &&
               encoded.len != username.str.len) {
        diag_warning(checker->diags, username.pos, (struct str){"", 0},
                     "this is hardly a username of %s", network->name);
    }
}

bool social_report_shorthand(const struct checker *checker,
                             const struct node *map)
{
    struct arena *arena = checker->arena;
    bool found = false;

    for (size_t i = 0; i < map->pairs.len; i++) {
        const struct pair *pair = &map->pairs.ptr[i];
        const struct network *network = network_lookup_folded(arena, pair->key);

        if (!network || pair->value->kind != NODE_SCALAR ||
            pair->value->partial)
            continue;
        found = true;
        diag_error(checker->diags, pair->key_pos,
                   str_format(arena,
                              "write - network: %s, and below it "
                              "username: %.*s",
                              network->name,
                              STR_ARG(excerpt(arena, pair->value->text))),
                   "a social network has the keys network and username");
    }
    return found;
}

const char *const network_keys[] = {"network", "username", NULL};

bool social_read(const struct checker *checker, const struct node *node,
                 struct connection *connection)
{
    static const char owner[] = "social network";
    const struct network *network = NULL;
    struct text name;

    *connection = (struct connection){.kind = CONNECTION_SOCIAL};
    if (node->kind != NODE_MAP) {
        check_expected(checker, node, "network and username");
        return false;
    }
    if (!node_lookup(node, "network") && social_report_shorthand(checker, node))
        return false;
    check_keys(checker, node, network_keys, "a social network");
    if (check_mandatory(checker, node, "network", owner, &name)) {
        network = network_lookup(name.str);
        if (!network)
            report_network(checker, name);
    }
    if (!check_mandatory(checker, node, "username", owner, &connection->text) ||
        !network)
        return false;
    connection->network = str_from_cstr(network->name);
    connection->text.str = social_username(
        checker->arena, connection->network,
        str_from_cstr(network->url ? network->url : ""), connection->text.str);
    if (!social_url(checker, network, connection->text, &connection->url))
        return false;
    warn(checker, network, connection->text, connection);
    return true;
}
