// SPDX-License-Identifier: MIT
// Line ends. The text is decoded here, for libunibreak trusts its UTF-8; and
// its tables are older than emoji, so grapheme clusters are kept here too.
#include "text/linebreak.h"

#include "base/utf8.h"

#include <linebreak.h>
#include <stdint.h>
#include <string.h>

// libunibreak 1.1 ends the process at a regional indicator, which its pair
// table lacks, and takes U+FFFF for the text's end. Flags are clusters that
// break as ideographs do.
static utf32_t digestible(utf32_t rune)
{
    if (rune >= 0x1f1e6 && rune <= 0x1f1ff)
        return 0x4e00;
    return rune == 0xffff ? 0xfffd : rune;
}

static size_t decode(struct str text, utf32_t *runes)
{
    size_t count = 0;

    for (size_t at = 0; at < text.len;)
        runes[count++] = digestible(utf8_next(text, &at));
    return count;
}

static enum line_end from_unibreak(char value)
{
    switch (value) {
    case LINEBREAK_MUSTBREAK:
        return LINE_END_MANDATORY;
    case LINEBREAK_ALLOWBREAK:
        return LINE_END_ALLOWED;
    default:
        return LINE_END_PROHIBITED;
    }
}

void line_ends(struct arena *scratch, struct str text, const char *language,
               unsigned char *ends)
{
    struct arena_mark mark = arena_mark(scratch);
    utf32_t *runes = arena_array_of(scratch, text.len, utf32_t);
    char *values = arena_array_of(scratch, text.len, char);
    size_t count = decode(text, runes);
    size_t number = 0;

    memset(ends, LINE_END_PROHIBITED, text.len + 1);
    init_linebreak();
    if (count > 0)
        set_linebreaks_utf32(runes, count, language, values);
    for (size_t at = 0; at < text.len;) {
        size_t end = utf8_grapheme_end(text, at);

        while (at < end) {
            (void)utf8_next(text, &at);
            number++;
        }
        ends[end] = (unsigned char)from_unibreak(values[number - 1]);
    }
    ends[text.len] = LINE_END_MANDATORY;
    arena_rewind(scratch, mark);
}
