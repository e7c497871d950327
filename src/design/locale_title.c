// SPDX-License-Identifier: MIT
// Standard titles of sections in the language of the document.
#include "base/utf8.h"
#include "design/locale.h"
#include "design/options.h"

static const char group[] = "titles.";

// What else people write for a title.
static const char *const synonyms[][2] = {
    {"work", "work_experience"},
    {"work_history", "work_experience"},
    {"employment", "work_experience"},
    {"employment_history", "work_experience"},
    {"professional_experience", "work_experience"},
    {"honours", "honors"},
    {"awards_and_honors", "honors_and_awards"},
    {"awards_and_honours", "honors_and_awards"},
    {"honours_and_awards", "honors_and_awards"},
    {"certificates", "certifications"},
    {"volunteer_work", "volunteering"},
    {"volunteer_experience", "volunteering"},
};

// "Honors & Awards" as a key: honors_and_awards.
static struct str key_of(struct arena *arena, struct str title)
{
    struct buf key = {.arena = arena};
    struct str rest = utf8_lower(arena, title);

    while (rest.ptr) {
        struct str word = str_split(&rest, ' ');

        if (word.len == 0)
            continue;
        if (key.len > 0)
            buf_add_char(&key, '_');
        buf_add(&key, str_eq_cstr(word, "&") ? STR("and") : word);
    }
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
        if (str_eq_cstr(buf_str(&key), synonyms[i][0]))
            return str_from_cstr(synonyms[i][1]);
    return buf_str(&key);
}

struct str locale_title(struct arena *arena, const struct locale *locale,
                        struct str title)
{
    size_t prefix = sizeof group - 1;
    struct str key;

    if (!locale->translate_titles)
        return (struct str){"", 0};
    key = key_of(arena, title);
    for (size_t i = 0; i < locale_schema.count; i++) {
        const struct option *option = &locale_schema.options[i];
        const void *value = (const char *)locale + option->offset;

        if (str_starts(str_from_cstr(option->path), str_from_cstr(group)) &&
            str_eq_cstr(key, option->path + prefix))
            return ((const struct text *)value)->str;
    }
    return (struct str){"", 0};
}
