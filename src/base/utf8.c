// SPDX-License-Identifier: MIT
// The one place that talks to utf8proc.
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#define REPLACEMENT 0xFFFDu

// Decodes strictly; returns the length, or 0 for malformed bytes.
static size_t decode(struct str s, size_t offset, uint32_t *rune)
{
    utf8proc_int32_t value;
    utf8proc_ssize_t len = utf8proc_iterate(
        (const utf8proc_uint8_t *)s.ptr + offset,
        (utf8proc_ssize_t)(s.len - offset < 4 ? s.len - offset : 4), &value);

    if (len <= 0)
        return 0;
    *rune = (uint32_t)value;
    return (size_t)len;
}

// Reads one character of two bytes, as most beyond ASCII are; returns 0 if it
// is none such.
static uint32_t read_pair(struct str s, size_t offset)
{
    const unsigned char *bytes = (const unsigned char *)s.ptr + offset;

    if (s.len - offset < 2 || bytes[0] < 0xC2 || bytes[0] > 0xDF ||
        (bytes[1] & 0xC0) != 0x80)
        return 0;
    return (bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
}

uint32_t utf8_next_long(struct str s, size_t *offset)
{
    uint32_t rune = read_pair(s, *offset);
    size_t len = rune ? 2 : decode(s, *offset, &rune);

    *offset += len ? len : 1;
    return len ? rune : REPLACEMENT;
}

// Eight bytes are looked at together: a word has a bit set at each byte that
// is not what is wanted.
#define ALL(byte) ((uint64_t)0x0101010101010101 * (byte))

static uint64_t load(struct str s, size_t offset)
{
    uint64_t word;

    memcpy(&word, s.ptr + offset, sizeof word);
    return word;
}

size_t utf8_ascii_end(struct str s, size_t offset)
{
    while (offset + 8 <= s.len && !(load(s, offset) & ALL(0x80)))
        offset += 8;
    while (offset < s.len && (unsigned char)s.ptr[offset] < 0x80)
        offset++;
    return offset;
}

// A byte from 0x80 on is none. Of the others, adding 1 sets the top bit of
// 0x7f alone and adding 0x60 that of all from 0x20 on; none carries.
static bool is_printable(uint64_t word)
{
    return !((word | (word + ALL(0x01)) | ~(word + ALL(0x60))) & ALL(0x80));
}

size_t utf8_printable_end(struct str s, size_t offset)
{
    while (offset + 8 <= s.len && is_printable(load(s, offset)))
        offset += 8;
    while (offset < s.len && s.ptr[offset] >= 0x20 && s.ptr[offset] < 0x7f)
        offset++;
    return offset;
}

size_t utf8_check(struct str s)
{
    size_t offset = utf8_ascii_end(s, 0);

    while (offset < s.len) {
        uint32_t rune;
        size_t len = decode(s, offset, &rune);

        if (len == 0)
            return offset;
        offset = utf8_ascii_end(s, offset + len);
    }
    return s.len;
}

bool utf8_is_utf16(struct str s)
{
    return str_starts(s, STR("\xff\xfe")) || str_starts(s, STR("\xfe\xff")) ||
           (s.len >= 2 && (s.ptr[0] == '\0') != (s.ptr[1] == '\0'));
}

size_t utf8_length(struct str s)
{
    size_t count = 0;

    for (size_t offset = 0; offset < s.len; count++)
        (void)utf8_next(s, &offset);
    return count;
}

size_t utf8_grapheme_end(struct str s, size_t start)
{
    size_t end = start;
    uint32_t rune = utf8_next(s, &end);
    utf8proc_int32_t state = 0;

    while (end < s.len) {
        size_t next = end;
        uint32_t after = utf8_next(s, &next);

        // Of ASCII only a carriage return holds what follows.
        if (rune < 0x80 && after < 0x80 && rune != '\r')
            break;
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)rune,
                                             (utf8proc_int32_t)after, &state))
            break;
        rune = after;
        end = next;
    }
    return end;
}

static bool is_ascii(struct str s)
{
    return utf8_ascii_end(s, 0) == s.len;
}

// Scripts of which each character begins anew and is its own composition
// (NFC_Quick_Check is yes and the combining class 0), whatever stands beside
// it: Latin letters before the first mark, Cyrillic before its first one,
// punctuation behind U+2000 and U+2001, Chinese characters. They make up most
// that is not ASCII.
static bool is_composed(uint32_t rune)
{
    return rune < 0x300 || (rune >= 0x400 && rune < 0x483) ||
           (rune >= 0x2002 && rune < 0x20d0) ||
           (rune >= 0x4e00 && rune < 0xa000);
}

static bool all_composed(struct str s)
{
    for (size_t i = utf8_ascii_end(s, 0); i < s.len; i = utf8_ascii_end(s, i))
        if (!is_composed(utf8_next(s, &i)))
            return false;
    return true;
}

static struct str normalise(struct arena *arena, struct str s, int options)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t len;
    struct str result = s;

    if (is_ascii(s))
        return s;
    len = utf8proc_map((const utf8proc_uint8_t *)s.ptr, (utf8proc_ssize_t)s.len,
                       &mapped, (utf8proc_option_t)options);
    if (len >= 0)
        result = str_copy(arena, (struct str){(char *)mapped, (size_t)len});
    free(mapped);
    return result;
}

struct str utf8_nfc(struct arena *arena, struct str s)
{
    if (all_composed(s))
        return s;
    return normalise(arena, s, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

struct str utf8_nfd(struct arena *arena, struct str s)
{
    return normalise(arena, s, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
}

struct str utf8_without_marks(struct arena *arena, struct str s)
{
    return normalise(arena, s,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_STRIPMARK);
}

size_t utf8_encode(uint32_t rune, char out[4])
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t len = utf8proc_encode_char((utf8proc_int32_t)rune, bytes);

    if (len <= 0)
        len = utf8proc_encode_char((utf8proc_int32_t)REPLACEMENT, bytes);
    memcpy(out, bytes, (size_t)len);
    return (size_t)len;
}

uint32_t rune_upper(uint32_t rune)
{
    if (rune < 0x80)
        return ascii_is_lower((char)rune) ? rune - 'a' + 'A' : rune;
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)rune);
}

uint32_t rune_lower(uint32_t rune)
{
    if (rune < 0x80)
        return ascii_is_upper((char)rune) ? rune - 'A' + 'a' : rune;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)rune);
}

static utf8proc_category_t category(uint32_t rune)
{
    return utf8proc_category((utf8proc_int32_t)rune);
}

bool rune_is_upper(uint32_t rune)
{
    if (rune < 0x80)
        return ascii_is_upper((char)rune);
    return category(rune) == UTF8PROC_CATEGORY_LU;
}

bool rune_is_mark(uint32_t rune)
{
    utf8proc_category_t c = category(rune);

    return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC ||
           c == UTF8PROC_CATEGORY_ME;
}

bool rune_is_rtl(uint32_t rune)
{
    utf8proc_propval_t bidi_class;

    if (rune < 0x590)
        return false;
    bidi_class = utf8proc_get_property((utf8proc_int32_t)rune)->bidi_class;
    return bidi_class == UTF8PROC_BIDI_CLASS_R ||
           bidi_class == UTF8PROC_BIDI_CLASS_AL;
}

bool rune_is_word_of_table(uint32_t rune)
{
    switch (category(rune)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return rune_is_mark(rune);
    }
}

bool rune_is_invisible(uint32_t rune)
{
    switch (category(rune)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CN:
        return true;
    default:
        return false;
    }
}

static struct str map_runes(struct arena *arena, struct str s,
                            uint32_t (*map)(uint32_t))
{
    struct buf buf = {.arena = arena};

    for (size_t offset = 0; offset < s.len;)
        buf_add_rune(&buf, map(utf8_next(s, &offset)));
    return buf_str(&buf);
}

struct str utf8_upper(struct arena *arena, struct str s)
{
    return map_runes(arena, s, rune_upper);
}

struct str utf8_lower(struct arena *arena, struct str s)
{
    return map_runes(arena, s, rune_lower);
}

struct str utf8_digits(struct arena *arena, struct str s, uint32_t zero)
{
    struct buf buf = {.arena = arena};

    if (zero == 0)
        return s;
    for (size_t i = 0; i < s.len; i++) {
        char bytes[4];

        if (ascii_is_digit(s.ptr[i])) {
            uint32_t digit = (uint32_t)(s.ptr[i] - '0');
            size_t length = utf8_encode(zero + digit, bytes);

            buf_add(&buf, (struct str){bytes, length});
        } else {
            buf_add_char(&buf, s.ptr[i]);
        }
    }
    return buf_str(&buf);
}
