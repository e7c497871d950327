// SPDX-License-Identifier: MIT
// What is done with spans once they are there, and with texts before they
// become spans.
#include "base/utf8.h"
#include "compose/markup.h"
#include "compose/parts.h"

// Returns the first place at or after from where the keyword stands as a
// whole word, or SIZE_MAX.
static size_t find_keyword(struct str s, struct str keyword, size_t from)
{
    while ((from = str_find(s, keyword, from)) != SIZE_MAX) {
        size_t before = from;
        size_t after = from + keyword.len;
        bool start = true;
        bool end = true;

        if (before > 0) {
            do
                before--;
            while (before > 0 && ((unsigned char)s.ptr[before] & 0xC0) == 0x80);
            start = !rune_is_word(utf8_next(s, &before));
        }
        if (after < s.len)
            end = !rune_is_word(utf8_next(s, &after));
        if (start && end)
            return from;
        from++;
    }
    return SIZE_MAX;
}

static void push_part(struct arena *arena, struct span_list *spans,
                      struct span span, size_t from, size_t to, bool bold)
{
    span.text = str_slice(span.text, from, to);
    if (bold)
        span.style.weight = 700;
    if (span.text.len > 0)
        vec_push(arena, spans, span);
}

void spans_embolden(struct arena *arena, struct span_list *spans, size_t first,
                    struct str keyword)
{
    struct span_list out = {0};

    if (keyword.len == 0)
        return;
    for (size_t i = first; i < spans->len; i++) {
        struct span span = spans->ptr[i];
        size_t done = 0;
        size_t hit = 0;

        if (span.kind != SPAN_TEXT) {
            vec_push(arena, &out, span);
            continue;
        }
        while ((hit = find_keyword(span.text, keyword, hit)) != SIZE_MAX) {
            push_part(arena, &out, span, done, hit, false);
            done = hit + keyword.len;
            push_part(arena, &out, span, hit, done, true);
            hit = done;
        }
        push_part(arena, &out, span, done, span.text.len, false);
    }
    spans->len = first;
    for (size_t i = 0; i < out.len; i++)
        vec_push(arena, spans, out.ptr[i]);
}

struct str spans_plain(struct arena *arena, const struct span_list *spans)
{
    struct buf plain = {.arena = arena};

    for (size_t i = 0; i < spans->len; i++) {
        if (spans->ptr[i].kind == SPAN_TEXT || spans->ptr[i].kind == SPAN_LEVEL)
            buf_add(&plain, spans->ptr[i].text);
        else if (spans->ptr[i].kind == SPAN_FORMULA)
            buf_add(&plain, spans->ptr[i].label);
        else if (spans->ptr[i].kind == SPAN_BREAK)
            buf_add_char(&plain, ' ');
    }
    return buf_str(&plain);
}

struct text_list text_paragraphs(struct arena *arena, struct text text)
{
    struct text_list list = {0};
    struct str rest = text.str;
    struct buf paragraph = {.arena = arena};

    while (rest.ptr) {
        struct str line = str_trim(str_split(&rest, '\n'));

        if (line.len > 0 && paragraph.len > 0)
            buf_add_char(&paragraph, ' ');
        buf_add(&paragraph, line);
        if ((line.len == 0 || !rest.ptr) && paragraph.len > 0) {
            vec_push(arena, &list,
                     (struct text){buf_str(&paragraph), text.pos});
            paragraph = (struct buf){.arena = arena};
        }
    }
    return list;
}
