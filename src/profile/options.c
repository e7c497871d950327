// SPDX-License-Identifier: MIT
// The keys page_break and lang of entries and sections, and priority of
// entries and bullets.
#include "profile/parts.h"

#include "base/language_tag.h"
#include "profile/excerpt.h"
#include "profile/keys.h"

const char *const page_break_words[] = {"auto", "before", "after", "avoid",
                                        NULL};

enum page_break page_break_read(const struct checker *checker,
                                const struct node *map)
{
    const struct node *node = node_lookup(map, "page_break");
    struct text text;

    if (!check_text(checker, node, &text))
        return PAGE_BREAK_AUTO;
    for (int i = 0; page_break_words[i]; i++)
        if (str_eq_cstr(text.str, page_break_words[i]))
            return (enum page_break)i;
    diag_error(checker->diags, text.pos,
               STR("it can be: auto, before, after, avoid"),
               "page_break cannot be '%.*s'",
               STR_ARG(excerpt(checker->arena, text.str)));
    return PAGE_BREAK_AUTO;
}

int priority_read(const struct checker *checker, const struct node *map)
{
    struct text text;
    int priority;

    if (!check_text(checker, node_lookup(map, "priority"), &text))
        return 0;
    if (str_to_count(text.str, PRIORITY_MAX, &priority) && priority > 0)
        return priority;
    diag_error(
        checker->diags, text.pos,
        STR("1 is dropped first, 9 last, and what has no priority never"),
        "a priority is a number from 1 to 9, not '%.*s'",
        STR_ARG(excerpt(checker->arena, text.str)));
    return 0;
}

struct str language_read(const struct checker *checker, const struct node *map)
{
    struct text text;

    if (!check_text(checker, node_lookup(map, "lang"), &text))
        return (struct str){"", 0};
    if (language_tag_is_valid(text.str))
        return text.str;
    diag_error(checker->diags, text.pos,
               STR("write a tag as de, en-GB or zh-Hant"),
               "'%.*s' is no tag of a language",
               STR_ARG(excerpt(checker->arena, text.str)));
    return (struct str){"", 0};
}
