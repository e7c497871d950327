// SPDX-License-Identifier: MIT
// Formulas are taken out of a text before Markdown is read; base/verbatim.h
// tells what is one. Here is told what only looks like one.
#include "compose/inline_formula.h"

#include "base/utf8.h"
#include "base/verbatim.h"
#include "compose/formula_place.h"
#include "compose/inline.h"
#include "profile/excerpt.h"

// As those of inline.c: no profile can hold the character.
#define MARK '\x02'

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
    if (!verbatim_may_open(text.str, dollar) || rest.len == 0 ||
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

// As verbatim_dollars(), with warnings, and without what is money.
static size_t take_formula(const struct context *context, struct text text,
                           size_t dollar, struct str *source)
{
    size_t end = verbatim_dollars(text.str, dollar, source);

    if (end == 0) {
        warn_if_open(context, text, dollar);
        return 0;
    }
    if (verbatim_is_money(*source)) {
        warn_of_money(context, text.pos, *source);
        return 0;
    }
    if (verbatim_has_blank(*source) && verbatim_words(*source) > 1)
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
            end = verbatim_code_end(s, at);
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
