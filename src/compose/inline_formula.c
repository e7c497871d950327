// SPDX-License-Identifier: MIT
// A dollar opens a formula unless a letter or digit stands before it or a
// blank behind it; the next dollar closes it unless a blank stands before or
// a digit behind that one. So "$5 and $10", "$5-$10" and "US$5" are money.
#include "compose/inline_formula.h"

#include "base/utf8.h"
#include "compose/inline.h"

// As those of inline.c: no profile can hold the character.
#define MARK '\x02'

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

// Returns the end of the formula that begins at the dollar and sets *source,
// or 0 if there is none. In a text, "$$x$$" is the same as "$x$".
static size_t formula_at(struct str s, size_t dollar, struct str *source)
{
    size_t width = dollar + 1 < s.len && s.ptr[dollar + 1] == '$' ? 2 : 1;
    size_t from = dollar + width;
    size_t to;
    size_t end;

    if (!may_open(s, dollar) || from >= s.len || ascii_is_space(s.ptr[from]))
        return 0;
    to = next_dollar(s, from);
    end = to + width;
    if (to == from || end > s.len || s.ptr[end - 1] != '$' ||
        ascii_is_space(s.ptr[to - 1]) ||
        (end < s.len && !may_follow(s.ptr[end])))
        return 0;
    *source = str_slice(s, from, to);
    return end;
}

struct str inline_mark_formulas(struct arena *arena, struct str text,
                                struct str_list *formulas)
{
    struct buf marked = {.arena = arena};

    if (str_find_char(text, '$', 0) == SIZE_MAX)
        return text;
    for (size_t at = 0; at < text.len;) {
        struct str source;
        size_t end = text.ptr[at] == '$' ? formula_at(text, at, &source) : 0;

        if (end > 0) {
            buf_addf(&marked, "%c%zu%c", MARK, formulas->len, MARK);
            vec_push(arena, formulas, source);
            at = end;
            continue;
        }
        end = at + 1;
        if (text.ptr[at] == '`')
            end = inline_code_end(text, at);
        else if (text.ptr[at] == '\\' && end < text.len)
            end++;
        buf_add(&marked, str_slice(text, at, end));
        at = end;
    }
    return buf_str(&marked);
}

const struct str *inline_next_formula(struct str *rest,
                                      const struct str_list *formulas,
                                      struct str *text)
{
    size_t number;

    return inline_next_mark_of(rest, MARK, formulas->len, text, &number)
               ? &formulas->ptr[number]
               : NULL;
}
