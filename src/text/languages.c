// SPDX-License-Identifier: MIT
// A document has one language or a few, so that a list does for a table.
#include "text/languages.h"

#include "base/vec.h"

struct language {
    const char *name;
    bool opened;
    struct hyphenator *hyphenator;
};
VEC_DECLARE(language_list, struct language *);

struct languages {
    struct arena *arena;
    struct language_list list;
};

struct languages *languages_new(void)
{
    struct arena *arena = arena_new();
    struct languages *languages = arena_new_of(arena, struct languages);

    languages->arena = arena;
    return languages;
}

void languages_free(struct languages *languages)
{
    if (!languages)
        return;
    for (size_t i = 0; i < languages->list.len; i++)
        hyphenator_free(languages->list.ptr[i]->hyphenator);
    arena_free(languages->arena);
}

size_t languages_count(const struct languages *languages)
{
    return languages->list.len;
}

struct language *languages_lookup(struct languages *languages, struct str tag)
{
    struct language *added;

    for (size_t i = 0; i < languages->list.len; i++)
        if (str_eq_cstr(tag, languages->list.ptr[i]->name))
            return languages->list.ptr[i];
    added = arena_new_of(languages->arena, struct language);
    added->name = str_to_cstr(languages->arena, tag);
    vec_push(languages->arena, &languages->list, added);
    return added;
}

const char *language_name(const struct language *language)
{
    return language->name;
}

const struct hyphenator *language_hyphenator(struct language *language)
{
    if (!language->opened) {
        language->opened = true;
        language->hyphenator = hyphenator_new(str_from_cstr(language->name));
    }
    return language->hyphenator;
}
