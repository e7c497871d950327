// SPDX-License-Identifier: MIT
// An address is understood with or without a scheme, "www." and what follows
// the username behind '?' or '#'. What has further parts ("/ada/project") is
// another page than the user's and is left as it is.
#include "profile/social_address.h"

// Other addresses of a network than the one that vita writes.
static const struct {
    const char *network;
    const char *prefix; // without scheme and www.
} others[] = {
    {"Telegram", "telegram.me/"}, {"Leetcode", "leetcode.com/"},
    {"X", "twitter.com/"},        {"Reddit", "reddit.com/u/"},
    {"WhatsApp", "wa.me/"},
};

static void strip(struct str *s, struct str prefix)
{
    if (str_starts_folded(*s, prefix))
        *s = str_slice(*s, prefix.len, s->len);
}

static void strip_scheme(struct str *s)
{
    strip(s, STR("https://"));
    strip(s, STR("http://"));
}

// "https://www.linkedin.com/in/ada" to "linkedin.com/in/ada"; countries have
// a LinkedIn of their own: "de.linkedin.com".
static struct str bare_address(struct str text)
{
    struct str s = text;

    strip_scheme(&s);
    strip(&s, STR("www."));
    strip(&s, STR("m."));
    if (s.len > 3 && s.ptr[2] == '.' &&
        str_starts_folded(str_slice(s, 3, s.len), STR("linkedin.com/")))
        s = str_slice(s, 3, s.len);
    return s;
}

// What follows the prefix, to the end of the path.
static struct str path_behind(struct str address, size_t prefix)
{
    struct str rest = str_slice(address, prefix, address.len);

    rest = str_slice(rest, 0, str_find_char(rest, '?', 0));
    rest = str_slice(rest, 0, str_find_char(rest, '#', 0));
    while (str_ends(rest, STR("/")))
        rest = str_slice(rest, 0, rest.len - 1);
    return rest;
}

// "@name@server" of "https://server/@name".
static struct str mastodon_name(struct arena *arena, struct str text)
{
    struct str address = text;
    size_t slash;
    struct str name;

    strip_scheme(&address);
    slash = str_find(address, STR("/@"), 0);
    if (address.len == text.len || slash == SIZE_MAX)
        return text;
    name = path_behind(address, slash + 2);
    if (name.len == 0 || str_find_char(name, '/', 0) != SIZE_MAX ||
        str_find_char(name, '@', 0) != SIZE_MAX)
        return text;
    return str_format(arena, "@%.*s@%.*s", STR_ARG(name),
                      STR_ARG(str_slice(address, 0, slash)));
}

// "AbC" of "https://scholar.google.de/citations?hl=de&user=AbC".
static struct str scholar_name(struct str text)
{
    struct str address = bare_address(text);
    size_t at = str_find(address, STR("user="), 0);
    struct str name;

    if (!str_starts_folded(address, STR("scholar.google.")) || at == SIZE_MAX)
        return text;
    name = str_slice(address, at + 5, address.len);
    name = str_slice(name, 0, str_find_char(name, '&', 0));
    name = str_slice(name, 0, str_find_char(name, '#', 0));
    return name.len > 0 ? name : text;
}

// Takes the username behind prefix, if address begins with it.
static bool take(struct arena *arena, struct str network, struct str address,
                 struct str prefix, struct str *name)
{
    bool numbered = str_eq_cstr(network, "StackOverflow");

    if (!str_starts_folded(address, prefix))
        return false;
    *name = path_behind(address, prefix.len);
    if (str_eq_cstr(network, "WhatsApp") && !str_starts(*name, STR("+")))
        *name = str_format(arena, "+%.*s", STR_ARG(*name));
    return name->len > 0 &&
           (numbered || str_find_char(*name, '/', 0) == SIZE_MAX);
}

struct str social_username(struct arena *arena, struct str network,
                           struct str url, struct str text)
{
    struct str address = bare_address(text);
    struct str name;

    if (str_eq_cstr(network, "Mastodon"))
        return mastodon_name(arena, text);
    if (str_eq_cstr(network, "Google Scholar"))
        return scholar_name(text);
    if (url.len > 0 && take(arena, network, address, bare_address(url), &name))
        return name;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_eq_cstr(network, others[i].network) &&
            take(arena, network, address, str_from_cstr(others[i].prefix),
                 &name))
            return name;
    return text;
}
