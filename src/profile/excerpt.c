// SPDX-License-Identifier: MIT
// Keeps messages to one line, whatever the user's text holds.
#include "profile/excerpt.h"

#include "base/utf8.h"

// In characters. An address fits, a paragraph does not.
#define EXCERPT_MAX 60

struct str excerpt(struct arena *arena, struct str s)
{
    struct buf buf = {.arena = arena};
    size_t count = 0;

    for (size_t offset = 0; offset < s.len; count++) {
        uint32_t rune = utf8_next(s, &offset);

        if (count == EXCERPT_MAX) {
            buf_add_cstr(&buf, "...");
            break;
        }
        buf_add_rune(&buf, rune < ' ' ? ' ' : rune);
    }
    return buf_str(&buf);
}
