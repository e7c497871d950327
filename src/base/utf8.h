// SPDX-License-Identifier: MIT
// Unicode through utf8proc, the only file that includes it: decoding,
// checking, normalisation, and the few properties that vita asks for.
#ifndef VITA_BASE_UTF8_H
#define VITA_BASE_UTF8_H

#include "base/str.h"

// utf8_next() for what is no ASCII.
uint32_t utf8_next_long(struct str s, size_t *offset);

// Decodes the character at s.ptr[*offset] and moves *offset behind it.
// Invalid bytes are returned one by one as U+FFFD. *offset < s.len.
static inline uint32_t utf8_next(struct str s, size_t *offset)
{
    // *offset < s.len, so that there is a pointer.
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference)
    unsigned char byte = (unsigned char)s.ptr[*offset];

    if (byte >= 0x80)
        return utf8_next_long(s, offset);
    ++*offset;
    return byte;
}

// Returns the end of the ASCII characters that begin at offset, at most s.len.
size_t utf8_ascii_end(struct str s, size_t offset);

// The same for those that are drawn, and blanks: U+0020 to U+007E.
size_t utf8_printable_end(struct str s, size_t offset);

// Returns the offset of the first byte that is not well-formed UTF-8, or
// s.len if there is none.
size_t utf8_check(struct str s);

// Whether the bytes are UTF-16: with a byte order mark, or a zero byte beside
// the first character, which is ASCII in the files that we read.
bool utf8_is_utf16(struct str s);

// Returns the number of characters, malformed bytes counted singly.
size_t utf8_length(struct str s);

// Returns the end of the extended grapheme cluster (UAX #29) that begins at
// offset start < s.len: a letter with its marks, a joined emoji.
size_t utf8_grapheme_end(struct str s, size_t start);

// Returns s in Normalisation Form C (UAX #15); s itself if it surely is.
// Malformed text is returned as it is.
struct str utf8_nfc(struct arena *arena, struct str s);

// The same in Normalisation Form D: each letter before its marks.
struct str utf8_nfd(struct arena *arena, struct str s);

// Returns s with its letters' accents taken off: "ecole" from "école".
struct str utf8_without_marks(struct arena *arena, struct str s);

// Writes the character to out and returns its length, 1 to 4.
size_t utf8_encode(uint32_t rune, char out[4]);

// Returns s with the digits of another script, whose zero is given, for 0 to
// 9; s itself if zero is 0.
struct str utf8_digits(struct arena *arena, struct str s, uint32_t zero);

// Simple (1:1) case mapping.
uint32_t rune_upper(uint32_t rune);
uint32_t rune_lower(uint32_t rune);
bool rune_is_upper(uint32_t rune);
// As rune_is_word(), by Unicode's tables.
bool rune_is_word_of_table(uint32_t rune);

// Letter or digit of any script; combining marks count as letters.
static inline bool rune_is_word(uint32_t rune)
{
    return rune < 0x80 ? ascii_is_alnum((char)rune)
                       : rune_is_word_of_table(rune);
}
bool rune_is_mark(uint32_t rune);
// Letter of a script that runs from right to left.
bool rune_is_rtl(uint32_t rune);
// Control, format, surrogate or unassigned: nothing that is drawn.
bool rune_is_invisible(uint32_t rune);

// Case-mapped copies of whole texts, character by character.
struct str utf8_upper(struct arena *arena, struct str s);
struct str utf8_lower(struct arena *arena, struct str s);

#endif
