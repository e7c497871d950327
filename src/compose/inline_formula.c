// SPDX-License-Identifier: MIT
// A dollar opens a formula unless a letter or digit stands before it or a
// blank behind it; the next dollar closes it unless a blank stands before or
// a digit behind that one. So "$5 and $10", "$5-$10" and "US$5" are money, and
// so is what begins with a digit and has words in it.
#include "compose/inline_formula.h"

#include "base/utf8.h"
#include "compose/formula_place.h"
#include "compose/inline.h"
#include "profile/excerpt.h"

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

// --- Words -------------------------------------------------------------------

// Shorter ones are products of variables: "ab".
#define WORD_MIN 3

// Counts the words of a source that are no command's name, between blanks or
// marks: "and" in "90k) and bound (".
static size_t count_words(struct str source)
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

static bool has_blank(struct str s)
{
    return str_find_char(s, ' ', 0) != SIZE_MAX ||
           str_find_char(s, '\n', 0) != SIZE_MAX;
}

// "$90k) and bound ($": an amount, then words up to the next dollar.
static bool is_money(struct str source)
{
    return ascii_is_digit(source.ptr[0]) && has_blank(source) &&
           count_words(source) > 0;
}

// Searching costs time; who has so many warnings reads no columns.
#define PLACED_MAX 100

// The place of the first such source between dollars.
static struct pos place_of(const struct context *context, struct pos pos,
                           struct str source)
{
    return diags_warnings(context->diags) > PLACED_MAX
               ? pos
               : formula_place(context->diags, pos, source, 0, source);
}

static void warn_of_money(const struct context *context, struct pos pos,
                          struct str source)
{
    struct str amount = source;

    amount.len = 0;
    while (amount.len < source.len && !ascii_is_space(amount.ptr[amount.len]) &&
           amount.ptr[amount.len] != ')')
        amount.len++;
    diag_warning(context->diags, place_of(context, pos, source),
                 str_format(context->arena,
                            "write \\$%.*s for money, and \\text{...} for "
                            "words in a formula",
                            STR_ARG(amount)),
                 "'$%.*s' is taken for money and not for a formula up to the "
                 "next '$'",
                 STR_ARG(amount));
}

static void warn_of_words(const struct context *context, struct pos pos,
                          struct str source)
{
    diag_warning(context->diags, place_of(context, pos, source),
                 STR("write \\$ for a dollar, and \\text{...} for words in a "
                     "formula"),
                 "the formula $%.*s$ is made of words", STR_ARG(source));
}

// "$x^2" and "$\alpha" without an end were hardly meant as money.
static void warn_if_open(const struct context *context, struct text text,
                         size_t dollar)
{
    struct str rest = str_slice(text.str, dollar + 1, text.str.len);
    size_t letters = 0;
    char next;

    while (letters < rest.len && ascii_is_alpha(rest.ptr[letters]))
        letters++;
    next = letters < rest.len ? rest.ptr[letters] : ' ';
    // "$HOME", "$k"; but "$x = 1", "$ab_1".
    if (!may_open(text.str, dollar) || rest.len == 0 ||
        !(next == '\\' || (letters > 0 && (next == '^' || next == '_')) ||
          (letters == 1 && !ascii_is_digit(next))))
        return;
    if (letters == 0 && (rest.len < 2 || !ascii_is_alpha(rest.ptr[1])))
        return; // "$\*"
    diag_warning(
        context->diags, text.pos,
        STR("a formula ends with a '$' that has no blank before it and no "
            "digit behind it; a dollar is \\$"),
        "'$%.*s' looks like a formula without an end",
        STR_ARG(excerpt(context->arena, rest)));
}

// --- Formulas ----------------------------------------------------------------

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

// As formula_at(), with warnings, and without what is money.
static size_t take_formula(const struct context *context, struct text text,
                           size_t dollar, struct str *source)
{
    size_t end = formula_at(text.str, dollar, source);

    if (end == 0) {
        warn_if_open(context, text, dollar);
        return 0;
    }
    if (is_money(*source)) {
        warn_of_money(context, text.pos, *source);
        return 0;
    }
    if (has_blank(*source) && count_words(*source) > 1)
        warn_of_words(context, text.pos, *source);
    return end;
}

struct str inline_mark_formulas(const struct context *context, struct text text,
                                struct str_list *formulas)
{
    struct buf marked = {.arena = context->arena};
    struct str s = text.str;

    if (str_find_char(s, '$', 0) == SIZE_MAX)
        return s;
    for (size_t at = 0; at < s.len;) {
        struct str source;
        size_t end =
            s.ptr[at] == '$' ? take_formula(context, text, at, &source) : 0;

        if (end > 0) {
            buf_addf(&marked, "%c%zu%c", MARK, formulas->len, MARK);
            vec_push(context->arena, formulas, source);
            at = end;
            continue;
        }
        end = at + 1;
        if (s.ptr[at] == '`')
            end = inline_code_end(s, at);
        else if (s.ptr[at] == '\\' && end < s.len)
            end++;
        buf_add(&marked, str_slice(s, at, end));
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
