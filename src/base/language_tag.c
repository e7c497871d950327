// SPDX-License-Identifier: MIT
// The form of tags without the rarer ones: grandfathered, private use alone.
#include "base/language_tag.h"

// RFC 5646, 2.1.
#define SUBTAG_MAX 8

static bool is_language(struct str subtag)
{
    if (subtag.len != 2 && subtag.len != 3)
        return false;
    for (size_t i = 0; i < subtag.len; i++)
        if (!ascii_is_alpha(subtag.ptr[i]))
            return false;
    return true;
}

static bool is_subtag(struct str subtag)
{
    for (size_t i = 0; i < subtag.len; i++)
        if (!ascii_is_alnum(subtag.ptr[i]))
            return false;
    return subtag.len > 0 && subtag.len <= SUBTAG_MAX;
}

bool language_tag_is_valid(struct str tag)
{
    struct str rest = tag;

    if (!tag.ptr || !is_language(str_split(&rest, '-')))
        return false;
    while (rest.ptr)
        if (!is_subtag(str_split(&rest, '-')))
            return false;
    return true;
}
