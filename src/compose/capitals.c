// SPDX-License-Identifier: MIT
// Capitals beyond Unicode's simple mapping (SpecialCasing.txt): two i in
// Turkish, no accents in Greek, two letters for the sharp s, whose capital few
// fonts have.
#include "compose/capitals.h"

#include "base/utf8.h"

#define ACUTE 0x301
#define DOTTED_CAPITAL_I "\u0130"

static bool is_language(struct str tag, const char *language)
{
    struct str rest = tag;

    return str_eq_cstr(str_split(&rest, '-'), language);
}

// Greek has accents on small letters alone; the diaeresis stays.
static struct str without_tonos(struct arena *arena, struct str s)
{
    struct str parts = utf8_nfd(arena, s);
    struct buf buf = {.arena = arena};

    for (size_t at = 0; at < parts.len;) {
        size_t start = at;

        if (utf8_next(parts, &at) != ACUTE)
            buf_add(&buf, str_slice(parts, start, at));
    }
    return utf8_nfc(arena, buf_str(&buf));
}

struct str capitals_of(struct arena *arena, struct str text, struct str tag)
{
    bool turkish = is_language(tag, "tr") || is_language(tag, "az");
    struct str s = is_language(tag, "el") ? without_tonos(arena, text) : text;
    struct buf buf = {.arena = arena};

    for (size_t at = 0; at < s.len;) {
        size_t start = at;
        uint32_t rune = utf8_next(s, &at);

        if (rune == 'i' && turkish)
            buf_add_cstr(&buf, DOTTED_CAPITAL_I);
        else if (rune == 0xDF)
            buf_add_cstr(&buf, "SS");
        else
            buf_add(&buf, utf8_upper(arena, str_slice(s, start, at)));
    }
    return buf_str(&buf);
}
