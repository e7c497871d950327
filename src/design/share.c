// SPDX-License-Identifier: MIT
// Shares, as "30%": for profiles and, at build time, for themes.
#include "design/schema.h"

bool share_parse(struct str text, int *percent)
{
    text = str_trim(text);
    if (!str_ends(text, STR("%")))
        return false;
    text = str_trim(str_slice(text, 0, text.len - 1));
    return str_to_count(text, SCHEMA_COUNT_MAX, percent) && *percent > 0;
}
