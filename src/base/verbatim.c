// SPDX-License-Identifier: MIT
// A dollar opens a formula unless a letter or digit stands before it or a
// blank behind it; the next dollar closes it unless a blank stands before or
// a digit behind that one. So "$5 and $10", "$5-$10" and "US$5" are money.
#include "base/verbatim.h"

#include "base/utf8.h"

size_t verbatim_code_end(struct str text, size_t from)
{
    size_t open = from;
    size_t at;

    while (open < text.len && text.ptr[open] == '`')
        open++;
    at = str_find(text, str_slice(text, from, open), open);
    return at == SIZE_MAX ? open : at + (open - from);
}

// "CO$_2$": a script alone follows the letter that it belongs to.
static bool may_open(struct str s, size_t dollar)
{
    size_t inside = dollar + 1;
    size_t before = dollar;

    if (inside >= s.len || ascii_is_space(s.ptr[inside]))
        return false;
    if (s.ptr[inside] == '_' || s.ptr[inside] == '^' || dollar == 0)
        return true;
    do
        before--;
    while (before > 0 && ((unsigned char)s.ptr[before] & 0xC0) == 0x80);
    return !rune_is_word(utf8_next(s, &before));
}

// Digits follow an amount of money, and "x$^2$" begins a formula of its own.
static bool may_follow(char c)
{
    return !ascii_is_digit(c) && c != '$' && c != '_' && c != '^';
}

// Returns the next dollar that no backslash stands before, or s.len.
static size_t next_dollar(struct str s, size_t at)
{
    for (; at < s.len; at++) {
        if (s.ptr[at] == '\\')
            at++;
        else if (s.ptr[at] == '$')
            return at;
    }
    return s.len;
}

size_t verbatim_formula_end(struct str text, size_t dollar, struct str *source)
{
    size_t width = dollar + 1 < text.len && text.ptr[dollar + 1] == '$' ? 2 : 1;
    size_t from = dollar + width;
    size_t to;
    size_t end;

    if (!may_open(text, dollar) || from >= text.len ||
        ascii_is_space(text.ptr[from]))
        return 0;
    to = next_dollar(text, from);
    end = to + width;
    if (to == from || end > text.len || text.ptr[end - 1] != '$' ||
        ascii_is_space(text.ptr[to - 1]) ||
        (end < text.len && !may_follow(text.ptr[end])))
        return 0;
    *source = str_slice(text, from, to);
    return end;
}
