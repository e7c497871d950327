// SPDX-License-Identifier: MIT
// Slices of text and the growing buffer.
#include "base/str.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

// Most of what is formatted is shorter; formatting it once is enough.
#define SHORT_FORMAT 32

int str_cmp(struct str a, struct str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;

    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

int str_order(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

struct str str_trim(struct str s)
{
    size_t from = 0;
    size_t to = s.len;

    while (from < to && ascii_is_space(s.ptr[from]))
        from++;
    while (to > from && ascii_is_space(s.ptr[to - 1]))
        to--;
    return str_slice(s, from, to);
}

size_t str_find(struct str s, struct str needle, size_t from)
{
    if (needle.len == 0)
        return from <= s.len ? from : SIZE_MAX;
    while (from + needle.len <= s.len) {
        const char *hit =
            memchr(s.ptr + from, needle.ptr[0], s.len - from - needle.len + 1);

        if (!hit)
            return SIZE_MAX;
        from = (size_t)(hit - s.ptr);
        if (memcmp(hit, needle.ptr, needle.len) == 0)
            return from;
        from++;
    }
    return SIZE_MAX;
}

size_t str_find_char(struct str s, char c, size_t from)
{
    const char *hit =
        from < s.len ? memchr(s.ptr + from, c, s.len - from) : NULL;

    return hit ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

struct str str_split(struct str *rest, char sep)
{
    struct str whole = *rest;
    size_t at = str_find_char(whole, sep, 0);

    if (at == SIZE_MAX) {
        *rest = (struct str){NULL, 0};
        return whole;
    }
    *rest = str_slice(whole, at + 1, whole.len);
    return str_slice(whole, 0, at);
}

// FNV-1a: Fowler, Noll, Vo; bytewise, so the same on every machine.
uint64_t str_hash(struct str s)
{
    uint64_t hash = 14695981039346656037u;

    for (size_t i = 0; i < s.len; i++) {
        hash ^= (unsigned char)s.ptr[i];
        hash *= 1099511628211u;
    }
    return hash;
}

bool str_to_count(struct str s, int limit, int *value)
{
    int64_t count = 0;

    for (size_t i = 0; i < s.len; i++) {
        if (!ascii_is_digit(s.ptr[i]))
            return false;
        count = count * 10 + (s.ptr[i] - '0');
        if (count > limit)
            return false;
    }
    if (s.len == 0)
        return false;
    *value = (int)count;
    return true;
}

struct str str_copy(struct arena *arena, struct str s)
{
    return (struct str){str_to_cstr(arena, s), s.len};
}

char *str_to_cstr(struct arena *arena, struct str s)
{
    char *copy = arena_alloc(arena, s.len + 1);

    if (s.len > 0)
        memcpy(copy, s.ptr, s.len);
    return copy;
}

struct str str_format(struct arena *arena, const char *format, ...)
{
    va_list args;
    struct str s;

    va_start(args, format);
    s = str_vformat(arena, format, args);
    va_end(args);
    return s;
}

struct str str_vformat(struct arena *arena, const char *format, va_list args)
{
    va_list again;
    char small[128]; // most texts fit, and are formatted once
    int len;
    char *text;

    va_copy(again, args);
    len = vsnprintf(small, sizeof small, format, again);
    va_end(again);
    if (len < 0)
        return (struct str){"", 0};
    text = arena_alloc(arena, (size_t)len + 1);
    if ((size_t)len < sizeof small)
        memcpy(text, small, (size_t)len);
    else
        vsnprintf(text, (size_t)len + 1, format, args);
    return (struct str){text, (size_t)len};
}

struct str path_resolve(struct arena *arena, struct str folder, struct str path)
{
    if (str_starts(path, STR("/")) || folder.len == 0 ||
        str_eq_cstr(folder, "."))
        return path;
    return str_format(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(path));
}

struct str str_ascii_lower(struct arena *arena, struct str s)
{
    char *copy = str_to_cstr(arena, s);

    for (size_t i = 0; i < s.len; i++)
        copy[i] = ascii_lower(copy[i]);
    return (struct str){copy, s.len};
}

struct str str_ascii_upper(struct arena *arena, struct str s)
{
    char *copy = str_to_cstr(arena, s);

    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_lower(copy[i]))
            copy[i] = (char)(copy[i] - 'a' + 'A');
    return (struct str){copy, s.len};
}

bool str_starts_folded(struct str s, struct str prefix)
{
    if (s.len < prefix.len)
        return false;
    for (size_t i = 0; i < prefix.len; i++)
        if (ascii_lower(s.ptr[i]) != prefix.ptr[i])
            return false;
    return true;
}

void buf_reserve(struct buf *buf, size_t more)
{
    size_t cap = buf->cap ? buf->cap : 64;

    if (buf->ptr && buf->cap - buf->len >= more)
        return;
    while (cap - buf->len < more) {
        if (cap > SIZE_MAX / 2)
            (void)arena_array(buf->arena, SIZE_MAX, 2); // ends the process
        cap *= 2;
    }
    buf->ptr = arena_grow(buf->arena, buf->ptr, buf->cap, cap);
    buf->cap = cap;
}

void buf_add_cstr(struct buf *buf, const char *cstr)
{
    buf_add(buf, str_from_cstr(cstr));
}

void buf_add_rune(struct buf *buf, uint32_t rune)
{
    char bytes[4];

    if (rune < 0x80) {
        buf_add_char(buf, (char)rune);
        return;
    }
    buf_add(buf, (struct str){bytes, utf8_encode(rune, bytes)});
}

void buf_add_count(struct buf *buf, uint64_t count)
{
    char digits[20]; // of 2^64
    size_t at = sizeof digits;

    do {
        digits[--at] = (char)('0' + count % 10);
        count /= 10;
    } while (count > 0);
    buf_add(buf, (struct str){digits + at, sizeof digits - at});
}

void buf_addf(struct buf *buf, const char *format, ...)
{
    va_list args;
    va_list again;
    int len;

    buf_reserve(buf, SHORT_FORMAT);
    va_start(args, format);
    va_copy(again, args);
    len = vsnprintf(buf->ptr + buf->len, buf->cap - buf->len, format, again);
    va_end(again);
    if (len > 0 && (size_t)len >= buf->cap - buf->len) {
        buf_reserve(buf, (size_t)len + 1);
        vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, args);
    }
    if (len > 0)
        buf->len += (size_t)len;
    va_end(args);
}

struct str buf_str(const struct buf *buf)
{
    return (struct str){buf->ptr ? buf->ptr : "", buf->len};
}

void buf_add_quoted(struct buf *buf, struct str s)
{
    buf_add_char(buf, '"');
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];

        if (c == '"' || c == '\\')
            buf_addf(buf, "\\%c", c);
        else if (c < 0x20 || c == 0x7f)
            buf_addf(buf, "\\x%02x", c);
        else
            buf_add_char(buf, (char)c);
    }
    buf_add_char(buf, '"');
}
