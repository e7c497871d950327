// SPDX-License-Identifier: MIT
// Figures, signs and the letter n. Unicode has further letters, but those are
// meant for phonetics, and who looks for "4th" does not find them.
#include "base/superscript.h"

#include "base/utf8.h"

static const struct pair {
    uint32_t plain;
    uint32_t raised;
} pairs[] = {
    {'0', 0x2070}, {'1', 0xB9},   {'2', 0xB2},   {'3', 0xB3},
    {'4', 0x2074}, {'5', 0x2075}, {'6', 0x2076}, {'7', 0x2077},
    {'8', 0x2078}, {'9', 0x2079}, {'+', 0x207A}, {0x2212, 0x207B},
    {'=', 0x207C}, {'(', 0x207D}, {')', 0x207E}, {'n', 0x207F},
    {'-', 0x207B}, // a hyphen is meant as a minus
};

#define PAIR_COUNT (sizeof pairs / sizeof pairs[0])

static uint32_t raised(uint32_t rune)
{
    for (size_t i = 0; i < PAIR_COUNT; i++)
        if (pairs[i].plain == rune)
            return pairs[i].raised;
    return 0;
}

static uint32_t plain(uint32_t rune)
{
    for (size_t i = 0; i < PAIR_COUNT; i++)
        if (pairs[i].raised == rune)
            return pairs[i].plain;
    return rune;
}

// "1,2" and "2*": of notes and affiliations.
static bool stands_between(uint32_t rune)
{
    return rune == ',' || rune == '*';
}

struct str superscript_from(struct arena *arena, struct str text)
{
    struct buf buf = {.arena = arena};
    bool any = false;

    for (size_t offset = 0; offset < text.len;) {
        uint32_t rune = utf8_next(text, &offset);
        uint32_t other = raised(rune);

        if (other == 0 && !stands_between(rune))
            return text;
        any = any || other != 0;
        buf_add_rune(&buf, other ? other : rune);
    }
    return any ? buf_str(&buf) : text;
}

struct str superscript_plain(struct arena *arena, struct str text)
{
    struct buf buf = {.arena = arena};

    for (size_t offset = 0; offset < text.len;)
        buf_add_rune(&buf, plain(utf8_next(text, &offset)));
    return buf_str(&buf);
}
