// SPDX-License-Identifier: MIT
// Only "]{lang=TAG}" is looked for; whether a bracket opens before it is for
// the parser of Markdown to say.
#include "compose/language_mark.h"

#include "base/language_tag.h"

#define MARK STR("]{lang=")
#define SCHEME STR("lang:")

struct str language_marks_to_links(struct arena *arena, struct str text)
{
    struct buf out = {.arena = arena};
    size_t done = 0;
    size_t at = 0;

    while ((at = str_find(text, MARK, at)) != SIZE_MAX) {
        size_t start = at + MARK.len;
        size_t end = str_find_char(text, '}', start);
        struct str tag;

        if (end == SIZE_MAX)
            break;
        tag = str_slice(text, start, end);
        if (language_tag_is_valid(tag)) {
            buf_add(&out, str_slice(text, done, at));
            buf_addf(&out, "](lang:%.*s)", STR_ARG(tag));
            done = end + 1;
        }
        at = start;
    }
    if (done == 0)
        return text;
    buf_add(&out, str_slice(text, done, text.len));
    return buf_str(&out);
}

struct str language_of_link(struct str target)
{
    struct str tag = {"", 0};

    if (str_starts(target, SCHEME))
        tag = str_slice(target, SCHEME.len, target.len);
    return language_tag_is_valid(tag) ? tag : (struct str){"", 0};
}
