// SPDX-License-Identifier: MIT
// E-mail, telephone and web addresses. The checks catch slips of the pen,
// not every address that the RFCs forbid: a person's real address must pass.
#include "profile/contact.h"

#include "base/utf8.h"

#include <string.h>

// The shortest numbers are those for emergencies; E.164 has 15 digits, a
// trunk prefix and an exit code come on top.
#define PHONE_MIN_DIGITS 3
#define PHONE_MAX_DIGITS 20
#define EXTENSION_MAX_DIGITS 9
#define LABEL_MAX 63 // RFC 1035

static bool is_phone_separator(uint32_t rune)
{
    return rune == ' ' || rune == '(' || rune == ')' || rune == '-' ||
           rune == '.' || rune == '/' || rune == 0xa0 || rune == 0x202f ||
           (rune >= 0x2010 && rune <= 0x2013);
}

// Splits "ext. 12", "x12" or ";ext=12" off *text. Returns false if what
// follows the number is something else.
static bool split_extension(struct arena *arena, struct str *text,
                            struct str *extension)
{
    static const char *const marks[] = {";ext=", "extension", "ext.",
                                        "ext",   "x",         "#"};
    struct str lower = str_ascii_lower(arena, *text);
    size_t at = 0;

    *extension = (struct str){"", 0};
    while (at < lower.len && !ascii_is_alpha(lower.ptr[at]) &&
           lower.ptr[at] != ';' && lower.ptr[at] != '#')
        at++;
    if (at == lower.len)
        return true;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct str mark = str_from_cstr(marks[i]);

        if (!str_starts(str_slice(lower, at, lower.len), mark))
            continue;
        *extension = str_trim(str_slice(*text, at + mark.len, text->len));
        *text = str_slice(*text, 0, at);
        break;
    }
    for (size_t i = 0; i < extension->len; i++)
        if (!ascii_is_digit(extension->ptr[i]))
            return false;
    return extension->len > 0 && extension->len <= EXTENSION_MAX_DIGITS;
}

bool phone_parse(struct arena *arena, struct str text, struct phone *phone)
{
    struct buf number = {.arena = arena};
    struct buf digits = {.arena = arena};
    bool gap = false;

    *phone = (struct phone){0};
    text = str_trim(text);
    if (str_starts(text, STR("tel:")))
        text = str_slice(text, 4, text.len);
    if (!split_extension(arena, &text, &phone->extension))
        return false;
    phone->international = str_starts(text, STR("+"));
    for (size_t offset = phone->international; offset < text.len;) {
        struct str rest = str_slice(text, offset, text.len);
        uint32_t rune = utf8_next(text, &offset);

        if (phone->international && str_starts(rest, STR("(0)"))) {
            offset += 2; // dialled at home only
            gap = true;
        } else if (rune >= '0' && rune <= '9') {
            if (gap && digits.len > 0)
                buf_add_char(&number, '-');
            gap = false;
            buf_add_char(&number, (char)rune);
            buf_add_char(&digits, (char)rune);
        } else if (is_phone_separator(rune)) {
            gap = true;
        } else {
            return false;
        }
    }
    phone->digits = buf_str(&digits);
    phone->number = str_format(arena, "%s%.*s", phone->international ? "+" : "",
                               STR_ARG(buf_str(&number)));
    return digits.len >= PHONE_MIN_DIGITS && digits.len <= PHONE_MAX_DIGITS;
}

struct str phone_url(struct arena *arena, const struct phone *phone)
{
    return str_format(arena, "tel:%.*s%s%.*s", STR_ARG(phone->number),
                      phone->extension.len > 0 ? ";ext=" : "",
                      STR_ARG(phone->extension));
}

static bool label_is_valid(struct str label, bool ascii_only)
{
    if (label.len == 0 || label.len > LABEL_MAX || label.ptr[0] == '-' ||
        label.ptr[label.len - 1] == '-')
        return false;
    for (size_t i = 0; i < label.len; i++) {
        char c = label.ptr[i];
        bool ascii = (unsigned char)c < 0x80;

        if (ascii ? !ascii_is_alnum(c) && c != '-' : ascii_only)
            return false;
    }
    return true;
}

bool domain_is_valid(struct str domain, bool ascii_only)
{
    struct str rest = domain;
    size_t labels = 0;

    while (rest.ptr) {
        if (!label_is_valid(str_split(&rest, '.'), ascii_only))
            return false;
        labels++;
    }
    return labels >= 2;
}

static bool has_blank(struct str s)
{
    for (size_t offset = 0; offset < s.len;) {
        uint32_t rune = utf8_next(s, &offset);

        if (rune <= ' ' || rune == 0xa0 || (rune >= 0x2000 && rune < 0x200b))
            return true;
    }
    return false;
}

const char *email_problem(struct str address)
{
    size_t at = str_find_char(address, '@', 0);
    struct str local = str_slice(address, 0, at);
    struct str domain = str_slice(address, at + 1, address.len);

    if (str_starts(address, STR("mailto:")))
        return "leave out \"mailto:\"";
    if (has_blank(address))
        return "it has a space in it";
    if (at == SIZE_MAX)
        return "it has no '@'";
    if (str_find_char(domain, '@', 0) != SIZE_MAX)
        return "it has two '@'";
    if (local.len == 0)
        return "nothing stands before the '@'";
    if (str_starts(local, STR(".")) || str_ends(local, STR(".")) ||
        str_find(local, STR(".."), 0) != SIZE_MAX)
        return "a dot is out of place before the '@'";
    if (str_find_char(domain, '.', 0) == SIZE_MAX)
        return "the part behind the '@' has no dot";
    if (!domain_is_valid(domain, false))
        return "the part behind the '@' is no domain";
    return NULL;
}

bool url_has_scheme(struct str text)
{
    size_t end = str_find(text, STR("://"), 0);

    if (end == SIZE_MAX || end == 0)
        return false;
    for (size_t i = 0; i < end; i++)
        if (!ascii_is_alnum(text.ptr[i]) && text.ptr[i] != '+' &&
            text.ptr[i] != '-' && text.ptr[i] != '.')
            return false;
    return true;
}

struct str url_escape(struct arena *arena, struct str text)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];

        if (c <= ' ' || c >= 0x7f || strchr("\"<>\\^`{|}", c))
            buf_addf(&buf, "%%%02X", c);
        else
            buf_add_char(&buf, (char)c);
    }
    return buf_str(&buf);
}

// Returns the host of "host:port/path?query".
static struct str url_host(struct str text)
{
    size_t end = 0;

    while (end < text.len && !strchr("/?#", text.ptr[end]))
        end++;
    text = str_slice(text, 0, end);
    return str_slice(text, 0, str_find_char(text, ':', 0));
}

bool url_parse(struct arena *arena, struct str text, bool other_schemes,
               struct str *url)
{
    struct str host;

    *url = url_escape(arena, text);
    if (has_blank(text))
        return false;
    if (str_starts_folded(text, STR("http://")) ||
        str_starts_folded(text, STR("https://"))) {
        host = url_host(
            str_slice(text, str_find(text, STR("://"), 0) + 3, text.len));
        return host.len > 0;
    }
    if (str_starts_folded(text, STR("mailto:")) ||
        str_starts_folded(text, STR("tel:")))
        return other_schemes;
    if (!domain_is_valid(url_host(text), false))
        return false;
    *url = str_format(arena, "https://%.*s", STR_ARG(*url));
    return true;
}
