// SPDX-License-Identifier: MIT
// Quotation marks by the locale, apostrophes, primes, dashes and ellipses out
// of what keyboards have. Which mark a straight one becomes depends on what is
// before it, across the pieces that a text is read in.
#include "compose/typographer.h"

#include "base/utf8.h"

static bool opens_quote(uint32_t previous)
{
    return previous == 0 || previous == ' ' || previous == 0xA0 ||
           previous == '(' || previous == '[' || previous == '{' ||
           previous == 0x2013 || previous == 0x2014 || previous == '/' ||
           previous == 0x201C || previous == 0x2018;
}

// Feet and inches, minutes and seconds: 5'10" and 19" are primes where no
// quotation is open. A lone 5' may be an apostrophe and stays one.
static bool is_prime(const struct typographer *t, char mark, char next)
{
    if (t->previous < '0' || t->previous > '9')
        return false;
    return mark == '"' ? !t->double_open
                       : !t->single_open && ascii_is_digit(next);
}

// Straight marks to the locale's: an apostrophe before a digit ('90s) or
// within a word is U+2019 in every language.
static struct str quote_of(struct typographer *t, char mark, char next)
{
    const struct locale *locale = t->locale;
    bool open = opens_quote(t->previous);

    if (is_prime(t, mark, next))
        return mark == '"' ? STR("\u2033") : STR("\u2032");
    if (mark == '"') {
        t->double_open = open;
        if (t->quoted)
            return open ? locale->single_open : locale->single_close;
        return open ? locale->double_open : locale->double_close;
    }
    if (open && !ascii_is_digit(next)) {
        t->single_open = true;
        return locale->single_open;
    }
    if (!t->single_open || ascii_is_alnum(next))
        return STR("\u2019");
    t->single_open = false;
    return locale->single_close;
}

// Returns how many bytes at s[i] make a typographic character, and adds it.
static size_t add_typographic(struct typographer *t, struct str s, size_t i,
                              struct buf *text)
{
    struct str rest = str_slice(s, i, s.len);
    char next = rest.len > 1 ? rest.ptr[1] : ' ';
    struct str mark;

    if (rest.ptr[0] != '-' && rest.ptr[0] != '.' && rest.ptr[0] != '"' &&
        rest.ptr[0] != '\'')
        return 0;
    if (rest.ptr[0] == '"' || rest.ptr[0] == '\'') {
        size_t offset = 0;

        mark = quote_of(t, rest.ptr[0], next);
        t->previous = utf8_next(mark, &offset);
        buf_add(text, mark);
        return 1;
    }
    if (str_starts(rest, STR("---"))) {
        t->previous = 0x2014;
        buf_add_rune(text, t->previous);
        return 3;
    }
    if (str_starts(rest, STR("--"))) {
        t->previous = 0x2013;
        buf_add_rune(text, t->previous);
        return 2;
    }
    if (str_starts(rest, STR("..."))) {
        t->previous = 0x2026;
        buf_add_rune(text, t->previous);
        return 3;
    }
    return 0;
}

static bool is_plain(char c)
{
    return ascii_is_alnum(c) || c == ',';
}

// Returns the end of the letters, digits and commas at s[from], which stand
// for themselves everywhere, as single blanks between them do.
static size_t plain_end(struct str s, size_t from)
{
    size_t end = from;

    while (end < s.len && (is_plain(s.ptr[end]) ||
                           (s.ptr[end] == ' ' && end > from &&
                            end + 1 < s.len && is_plain(s.ptr[end + 1]))))
        end++;
    return end;
}

void typographer_add(struct typographer *t, struct str s, bool verbatim,
                     struct buf *text)
{
    for (size_t i = 0; i < s.len;) {
        size_t start = i;
        size_t used;
        uint32_t rune;

        i = plain_end(s, start);
        if (i > start) {
            buf_add(text, str_slice(s, start, i));
            t->previous = (unsigned char)s.ptr[i - 1];
            continue;
        }
        used = verbatim ? 0 : add_typographic(t, s, i, text);
        if (used > 0) {
            i += used;
            continue;
        }
        rune = utf8_next(s, &i);
        if (rune == '\n' || rune == '\t')
            rune = ' ';
        if (rune == ' ' && t->previous == ' ' && !verbatim)
            continue;
        // Opened with the right mark, closed with a straight one. U+201C
        // closes what a low mark opened.
        if (rune == 0x201C || rune == 0x201E || rune == 0xAB)
            t->double_open = rune != 0x201C || !t->double_open;
        else if (rune == 0x201D || rune == 0xBB)
            t->double_open = false;
        if (rune == ' ')
            buf_add_char(text, ' ');
        else
            buf_add(text, str_slice(s, start, i));
        t->previous = rune;
    }
}

void typographer_enter(struct typographer *t)
{
    t->quoted = t->double_open;
    t->double_open = t->single_open = false;
}
