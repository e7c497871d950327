// SPDX-License-Identifier: MIT
// Text as pointer and length, UTF-8, not zero-terminated, never owned: the
// bytes live in an arena or are constants.
#ifndef VITA_BASE_STR_H
#define VITA_BASE_STR_H

#include "base/vec.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

struct str {
    const char *ptr;
    size_t len;
};
VEC_DECLARE(str_list, struct str);

// A constant of type struct str from a literal.
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
// For printf: printf("%.*s", STR_ARG(s)).
#define STR_ARG(s) (int)(s).len, (s).ptr

// These are in every inner loop, mostly with a literal whose length is known.
static inline struct str str_from_cstr(const char *cstr)
{
    return (struct str){cstr, strlen(cstr)};
}
static inline bool str_eq(struct str a, struct str b)
{
    // Only a text without bytes has no pointer, which the analyzer cannot know.
    // NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker)
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}
static inline bool str_eq_cstr(struct str a, const char *b)
{
    return str_eq(a, str_from_cstr(b));
}
static inline bool str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len &&
           // NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker)
           (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}
// Orders by bytes, as memcmp() does.
int str_cmp(struct str a, struct str b);
static inline bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len &&
           (suffix.len == 0 ||
            memcmp(s.ptr + (s.len - suffix.len), suffix.ptr, suffix.len) == 0);
}
// Returns s[from, to); both are cut to the length.
static inline struct str str_slice(struct str s, size_t from, size_t to)
{
    if (to > s.len)
        to = s.len;
    if (from > to)
        from = to;
    if (!s.ptr)
        return s;
    return (struct str){s.ptr + from, to - from};
}
// Compares two texts by their bytes, for qsort() and bsearch().
int str_order(const void *a, const void *b);

// Removes ASCII blanks (space, tab, CR, LF) at both ends.
struct str str_trim(struct str s);
// Returns the offset of the first needle at or after from, or SIZE_MAX.
size_t str_find(struct str s, struct str needle, size_t from);
size_t str_find_char(struct str s, char c, size_t from);
// Splits off the text before the first sep; *rest is what follows it, and
// is left with ptr NULL when no sep is left: the last piece was returned.
struct str str_split(struct str *rest, char sep);
// Returns a number for hash tables, equal for equal bytes on all machines.
uint64_t str_hash(struct str s);

// Parses decimal digits alone, up to limit. Returns false if s is none such;
// *value is left as it was.
bool str_to_count(struct str s, int limit, int *value);

// Copies into the arena; the C form is zero-terminated.
struct str str_copy(struct arena *arena, struct str s);
char *str_to_cstr(struct arena *arena, struct str s);
struct str str_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct str str_vformat(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

// Returns path seen from folder: itself if absolute or folder is empty.
struct str path_resolve(struct arena *arena, struct str folder,
                        struct str path);

// ASCII case mapping of a copy.
struct str str_ascii_lower(struct arena *arena, struct str s);
struct str str_ascii_upper(struct arena *arena, struct str s);

// Whether s begins with the prefix, which is in small letters, in any case.
bool str_starts_folded(struct str s, struct str prefix);

static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}
static inline bool ascii_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}
static inline bool ascii_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}
static inline char ascii_lower(char c)
{
    return ascii_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}
static inline bool ascii_is_alpha(char c)
{
    return ascii_is_upper(c) || ascii_is_lower(c);
}
static inline bool ascii_is_alnum(char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c);
}
static inline bool ascii_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// A growing string on an arena; start it as (struct buf){.arena = arena}.
// buf_reserve() makes room for more bytes.
struct buf {
    struct arena *arena;
    char *ptr;
    size_t len;
    size_t cap;
};

void buf_reserve(struct buf *buf, size_t more);
static inline void buf_add(struct buf *buf, struct str s)
{
    if (s.len == 0)
        return;
    if (!buf->ptr || buf->cap - buf->len < s.len)
        buf_reserve(buf, s.len);
    memcpy(buf->ptr + buf->len, s.ptr, s.len);
    buf->len += s.len;
}
void buf_add_cstr(struct buf *buf, const char *cstr);
static inline void buf_add_char(struct buf *buf, char c)
{
    if (buf->ptr && buf->len < buf->cap)
        buf->ptr[buf->len++] = c;
    else
        buf_add(buf, (struct str){&c, 1});
}
void buf_add_rune(struct buf *buf, uint32_t rune);
// Adds s in quotation marks: \ before " and \, control characters as \x1f.
void buf_add_quoted(struct buf *buf, struct str s);
// Adds the number in decimal digits.
void buf_add_count(struct buf *buf, uint64_t count);
void buf_addf(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
// Returns what was added so far; later additions may leave it stale.
struct str buf_str(const struct buf *buf);

#endif
