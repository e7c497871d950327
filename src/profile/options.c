// SPDX-License-Identifier: MIT
// The keys page_break and lang of entries and sections, column of sections,
// and priority of entries and bullets.
#include "profile/parts.h"

#include "base/language_tag.h"
#include "profile/excerpt.h"
#include "profile/keys.h"

const char *const page_break_words[] = {"auto", "before", "after", "avoid",
                                        NULL};
const char *const column_words[] = {"flow", "left",    "right",
                                    "full", "sidebar", NULL};

// Returns the index of the map's word for key in words, which end with NULL;
// 0, with an error, if it is none of them.
static int word_read(const struct checker *checker, const struct node *map,
                     const char *key, const char *const *words)
{
    struct buf all = {.arena = checker->arena};
    struct text text;

    if (!check_text(checker, node_lookup(map, key), &text))
        return 0;
    for (int i = 0; words[i]; i++) {
        if (str_eq_cstr(text.str, words[i]))
            return i;
        buf_addf(&all, "%s%s", i > 0 ? ", " : "", words[i]);
    }
    diag_error(
        checker->diags, text.pos,
        str_format(checker->arena, "it can be: %.*s", STR_ARG(buf_str(&all))),
        "%s cannot be '%.*s'", key, STR_ARG(excerpt(checker->arena, text.str)));
    return 0;
}

enum page_break page_break_read(const struct checker *checker,
                                const struct node *map)
{
    return (enum page_break)word_read(checker, map, "page_break",
                                      page_break_words);
}

enum section_column column_read(const struct checker *checker,
                                const struct node *map)
{
    return (enum section_column)word_read(checker, map, "column", column_words);
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
