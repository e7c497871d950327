// SPDX-License-Identifier: MIT
// Formulas are taken out of a text before Markdown is read; base/verbatim.h
// tells what is one.
#include "compose/inline_formula.h"

#include "base/verbatim.h"
#include "compose/inline.h"

// As those of inline.c: no profile can hold the character.
#define MARK '\x02'

struct str inline_mark_formulas(struct arena *arena, struct str text,
                                struct str_list *formulas)
{
    struct buf marked = {.arena = arena};

    if (str_find_char(text, '$', 0) == SIZE_MAX)
        return text;
    for (size_t at = 0; at < text.len;) {
        struct str source;
        size_t end =
            text.ptr[at] == '$' ? verbatim_formula_end(text, at, &source) : 0;

        if (end > 0) {
            buf_addf(&marked, "%c%zu%c", MARK, formulas->len, MARK);
            vec_push(arena, formulas, source);
            at = end;
            continue;
        }
        end = at + 1;
        if (text.ptr[at] == '`')
            end = verbatim_code_end(text, at);
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
