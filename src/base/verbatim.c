// SPDX-License-Identifier: MIT
// A dollar opens a formula unless a letter or digit stands before it or a
// blank behind it; the next dollar closes it unless a blank stands before or
// a digit behind that one. So "$5 and $10", "$5-$10" and "US$5" are money, and
// so is what begins with a digit and has words in it.
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
bool verbatim_may_open(struct str s, size_t dollar)
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

size_t verbatim_dollars(struct str text, size_t dollar, struct str *source)
{
    size_t width = dollar + 1 < text.len && text.ptr[dollar + 1] == '$' ? 2 : 1;
    size_t from = dollar + width;
    size_t to;
    size_t end;

    if (!verbatim_may_open(text, dollar) || from >= text.len ||
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

// Shorter ones are products of variables: "ab".
#define WORD_MIN 3

// Counts the words of a source that are no command's name, between blanks or
// marks: "and" in "90k) and bound (".
size_t verbatim_words(struct str source)
{
    size_t count = 0;

    for (size_t at = 0; at < source.len;) {
        size_t start = at;

        if (source.ptr[at] == '\\')
            return 0; // who writes commands, writes a formula
        while (at < source.len && ascii_is_alpha(source.ptr[at]))
            at++;
        count += at - start >= WORD_MIN;
        at += at == start;
    }
    return count;
}

bool verbatim_has_blank(struct str s)
{
    return str_find_char(s, ' ', 0) != SIZE_MAX ||
           str_find_char(s, '\n', 0) != SIZE_MAX;
}

// "$90k) and bound ($": an amount, then words up to the next dollar.
bool verbatim_is_money(struct str source)
{
    return ascii_is_digit(source.ptr[0]) && verbatim_has_blank(source) &&
           verbatim_words(source) > 0;
}

size_t verbatim_formula_end(struct str text, size_t dollar, struct str *source)
{
    size_t end = verbatim_dollars(text, dollar, source);

    return end > 0 && !verbatim_is_money(*source) ? end : 0;
}

size_t verbatim_key_end(struct str s)
{
    size_t end = 1;

    while (end < s.len && (unsigned char)s.ptr[end] > ' ' && s.ptr[end] != ',')
        end++;
    return end;
}
