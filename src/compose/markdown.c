// SPDX-License-Identifier: MIT
// Inline Markdown through md4c (the only file that includes it). A text is
// one paragraph: a guard character in front keeps md4c from seeing a heading,
// list or quote at its start.
#include "compose/markdown.h"

#include <limits.h>
#include <md4c.h>

// A closing bracket starts no block, and as punctuation it lets emphasis
// open behind it whatever follows (CommonMark 6.2).
#define GUARD ')'

struct reader {
    struct arena *arena;
    struct str guarded;
    bool guard; // the guard character is still to come
    struct markdown_events events;
};

// Blanks that are not spaces, and those at the end, are left to md4c.
bool markdown_is_plain(struct str text)
{
    static const bool means_more[UCHAR_MAX + 1] = {
        ['\\'] = true, ['*'] = true,  ['_'] = true,  ['`'] = true,
        ['<'] = true,  ['['] = true,  ['&'] = true,  ['\0'] = true,
        ['\t'] = true, ['\n'] = true, ['\v'] = true, ['\f'] = true,
        ['\r'] = true,
    };

    for (size_t i = 0; i < text.len; i++)
        if (means_more[(unsigned char)text.ptr[i]])
            return false;
    return text.len > 0 && text.ptr[text.len - 1] != ' ';
}

static void push(struct reader *r, enum markdown_kind kind, bool ends,
                 struct str text)
{
    vec_push(r->arena, &r->events, (struct markdown_event){kind, ends, text});
}

static enum markdown_kind kind_of(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_STRONG:
        return MARKDOWN_STRONG;
    case MD_SPAN_EM:
        return MARKDOWN_EMPHASIS;
    case MD_SPAN_CODE:
        return MARKDOWN_CODE;
    case MD_SPAN_A:
        return MARKDOWN_LINK;
    default:
        return MARKDOWN_OTHER;
    }
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user)
{
    struct reader *r = user;
    struct str target = {"", 0};

    if (type == MD_SPAN_A) {
        const MD_SPAN_A_DETAIL *link = detail;

        target =
            str_copy(r->arena, (struct str){link->href.text, link->href.size});
    }
    push(r, kind_of(type), false, target);
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user)
{
    (void)detail;
    push(user, kind_of(type), true, (struct str){"", 0});
    return 0;
}

// md4c gives places in the text itself, and a few constants of its own.
static bool is_lasting(const struct reader *r, const char *text)
{
    return text >= r->guarded.ptr && text < r->guarded.ptr + r->guarded.len;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size,
                   void *user)
{
    struct reader *r = user;
    struct str s = {text, size};

    if (type == MD_TEXT_NULLCHAR)
        return 0;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        s = STR(" ");
    else if (!is_lasting(r, text))
        s = str_copy(r->arena, s);
    if (r->guard && s.len > 0) {
        s = str_slice(s, 1, s.len);
        r->guard = false;
    }
    if (s.len > 0)
        push(r, MARKDOWN_TEXT, false, s);
    return 0;
}

static int on_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    (void)type;
    (void)detail;
    (void)user;
    return 0;
}

struct markdown_events markdown_read(struct arena *arena, struct str text)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
        .enter_block = on_block,
        .leave_block = on_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = on_text,
    };
    char *guarded = arena_alloc(arena, text.len + 1);
    struct reader reader = {
        .arena = arena, .guarded = {guarded, text.len + 1}, .guard = true};

    guarded[0] = GUARD;
    for (size_t i = 0; i < text.len; i++)
        guarded[i + 1] =
            text.ptr[i] == '\n' || text.ptr[i] == '\r' ? ' ' : text.ptr[i];
    // md4c fails only when memory runs out or a callback asks it to stop.
    (void)md_parse(guarded, (MD_SIZE)(text.len + 1), &parser, &reader);
    return reader.events;
}
