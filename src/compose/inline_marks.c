// SPDX-License-Identifier: MIT
// A token is its mark's number between control characters, which no profile
// can hold (YAML forbids them), and brackets: to Markdown it is punctuation,
// as the mark itself is, so emphasis beside it is understood as usual. Marks
// are collected first and put in order afterwards, for what an opening
// bracket means is known at its end.
#include "compose/inline_marks.h"

#include "base/language_tag.h"
#include "base/utf8.h"
#include "base/verbatim.h"
#include "compose/inline.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define TOKEN_BEGIN STR(")\x03")
#define TOKEN_END STR("\x03)")

// Longer than any address or list of attributes in use. So a text of opening
// marks alone is not read to its end for each of them.
#define ADDRESS_MAX 4096
#define ATTRIBUTES_MAX 128

enum { CARET, TILDE, TILDES, TAG_SUP, TAG_SUB, TAG_U, TAG_S, SYNTAX_COUNT };

static const struct syntax {
    struct str open;
    struct str close;
    enum inline_mark_kind kind;
    bool tight; // no blanks inside
} syntaxes[SYNTAX_COUNT] = {
    [CARET] = {{"^", 1}, {"^", 1}, MARK_SUPERSCRIPT, true},
    [TILDE] = {{"~", 1}, {"~", 1}, MARK_SUBSCRIPT, true},
    [TILDES] = {{"~~", 2}, {"~~", 2}, MARK_STRIKE, false},
    [TAG_SUP] = {{"<sup>", 5}, {"</sup>", 6}, MARK_SUPERSCRIPT, false},
    [TAG_SUB] = {{"<sub>", 5}, {"</sub>", 6}, MARK_SUBSCRIPT, false},
    [TAG_U] = {{"<u>", 3}, {"</u>", 4}, MARK_UNDERLINE, false},
    [TAG_S] = {{"<s>", 3}, {"</s>", 4}, MARK_STRIKE, false},
};

// A mark at text[from, to).
struct found {
    size_t from;
    size_t to;
    struct inline_mark mark;
    size_t opened_at; // of one that closes: where its partner stands
};

VEC_DECLARE(found_list, struct found);
VEC_DECLARE(place_list, size_t);

struct finder {
    struct arena *arena;
    struct str s;
    struct found_list found;
    struct place_list brackets;  // that are open
    size_t closes[SYNTAX_COUNT]; // where the open mark ends; 0 for none
    bool hopeless[SYNTAX_COUNT]; // no closing mark is left in the text
};

static char char_at(struct str s, size_t at)
{
    return at < s.len ? s.ptr[at] : '\0';
}

static bool is_blank_at(struct str s, size_t at)
{
    return at >= s.len || ascii_is_space(s.ptr[at]);
}

// True if word, in letters of either case, stands at s[at].
static bool stands_at(struct str s, size_t at, struct str word)
{
    for (size_t i = 0; i < word.len; i++) {
        char c = char_at(s, at + i);

        if (word.ptr[i] != (ascii_is_upper(c) ? (char)(c - 'A' + 'a') : c))
            return false;
    }
    return true;
}

// --- What is left alone ------------------------------------------------------

// Returns the end of "](address)" at the closing bracket, or at.
static size_t skip_target(struct str s, size_t at)
{
    size_t end = at + 1;
    int depth = 0;

    if (char_at(s, end) != '(')
        return at;
    for (; !is_blank_at(s, end) && end - at < ADDRESS_MAX; end++) {
        if (s.ptr[end] == '\\')
            end++;
        else if (s.ptr[end] == '(')
            depth++;
        else if (s.ptr[end] == ')' && --depth == 0)
            return end + 1;
    }
    return end < s.len ? end : s.len;
}

// Returns the end of "<https://example.org>" or "<ada@example.org>", or at.
static size_t skip_address(struct str s, size_t at)
{
    bool address = false;

    for (size_t end = at + 1; !is_blank_at(s, end) && end - at < ADDRESS_MAX;
         end++) {
        if (s.ptr[end] == '>')
            return address ? end + 1 : at;
        if (s.ptr[end] == '<')
            break;
        address = address || s.ptr[end] == ':' || s.ptr[end] == '@';
    }
    return at;
}

// Returns the end of what begins at at and has no marks in it, or at.
static size_t skip_verbatim(struct str s, size_t at)
{
    switch (s.ptr[at]) {
    case '`':
        return verbatim_code_end(s, at);
    case '\\':
        return at + 2 < s.len ? at + 2 : s.len;
    case ']':
        return skip_target(s, at);
    case '<':
        return skip_address(s, at);
    default:
        return at;
    }
}

// --- Marks of a sign or tag on either side -----------------------------------

static uint32_t rune_before(struct str s, size_t at)
{
    if (at == 0)
        return ' ';
    do
        at--;
    while (at > 0 && ((unsigned char)s.ptr[at] & 0xC0) == 0x80);
    return utf8_next(s, &at);
}

static bool is_lone_tilde(struct str s, size_t at)
{
    return char_at(s, at + 1) != '~' && (at == 0 || s.ptr[at - 1] != '~');
}

// A tilde before a word means "about", or somebody's folder; a subscript
// follows what it belongs to.
static bool follows_word(struct str s, size_t at)
{
    uint32_t before = rune_before(s, at);

    return rune_is_word(before) ||
           (before < 0x80 && before > 0 && strchr(")]}>*_^", (int)before));
}

static bool may_open(struct str s, size_t at, size_t syntax)
{
    size_t inside = at + syntaxes[syntax].open.len;

    if (!stands_at(s, at, syntaxes[syntax].open))
        return false;
    switch (syntax) {
    case CARET:
        return !is_blank_at(s, inside) && s.ptr[inside] != '^';
    case TILDE:
        return !is_blank_at(s, inside) && is_lone_tilde(s, at) &&
               follows_word(s, at);
    case TILDES:
        return !is_blank_at(s, inside) && s.ptr[inside] != '~' &&
               (at == 0 || s.ptr[at - 1] != '~');
    default:
        return true;
    }
}

static bool may_close(struct str s, size_t at, size_t syntax)
{
    if (!stands_at(s, at, syntaxes[syntax].close))
        return false;
    if (syntax == TILDE)
        return is_lone_tilde(s, at);
    return syntax != TILDES || !ascii_is_space(s.ptr[at - 1]);
}

// Returns where the mark closes that opens before s[from], or 0.
static size_t find_close(struct finder *f, size_t from, size_t syntax)
{
    for (size_t at = from; at < f->s.len;) {
        size_t next;

        if (syntaxes[syntax].tight && is_blank_at(f->s, at))
            return 0;
        if (at > from && may_close(f->s, at, syntax))
            return at;
        next = skip_verbatim(f->s, at);
        at = next > at ? next : at + 1;
    }
    f->hopeless[syntax] = !syntaxes[syntax].tight;
    return 0;
}

static void add_found(struct finder *f, size_t from, size_t to,
                      struct inline_mark mark, size_t opened_at)
{
    if (mark.kind != MARK_LOGO)
        mark.source = str_slice(f->s, from, to);
    vec_push(f->arena, &f->found, (struct found){from, to, mark, opened_at});
}

// Returns the end of a sign or tag at s[at], or at.
static size_t take_sign(struct finder *f, size_t at)
{
    for (size_t i = 0; i < SYNTAX_COUNT; i++) {
        struct inline_mark mark = {.kind = syntaxes[i].kind, .opens = true};
        size_t inside = at + syntaxes[i].open.len;
        size_t close;

        if (at > 0 && f->closes[i] == at) {
            f->closes[i] = 0;
            return at + syntaxes[i].close.len;
        }
        if (f->closes[i] > at || f->hopeless[i] || !may_open(f->s, at, i))
            continue;
        close = find_close(f, inside, i);
        if (close == 0)
            continue;
        f->closes[i] = close;
        add_found(f, at, inside, mark, at);
        mark.opens = false;
        add_found(f, close, close + syntaxes[i].close.len, mark, at);
        return inside;
    }
    return at;
}

// --- Attributes --------------------------------------------------------------

static bool read_attribute(struct str word, struct inline_mark *mark)
{
    struct str tag;

    if (str_eq_cstr(word, ".bold")) {
        mark->bold = true;
        return true;
    }
    if (str_eq_cstr(word, ".smallcaps")) {
        mark->small_caps = true;
        return true;
    }
    if (str_eq_cstr(word, ".underline")) {
        mark->underline = true;
        return true;
    }
    if (!str_starts(word, STR("lang=")))
        return false;
    tag = str_slice(word, 5, word.len);
    if (tag.len > 2 && tag.ptr[0] == '"' && str_ends(tag, STR("\"")))
        tag = str_slice(tag, 1, tag.len - 1);
    mark->language = tag;
    return language_tag_is_valid(tag);
}

// Reads "{.smallcaps lang=de}" at s[at]; returns its end, or at if it is
// something else.
static size_t read_attributes(struct str s, size_t at, struct inline_mark *mark)
{
    struct str rest = str_slice(s, at, at + ATTRIBUTES_MAX);
    size_t length = str_find_char(rest, '}', 0);
    bool any = false;

    if (char_at(s, at) != '{' || length == SIZE_MAX)
        return at;
    rest = str_slice(rest, 1, length);
    while (rest.ptr) {
        struct str word = str_split(&rest, ' ');

        if (word.len == 0)
            continue;
        if (!read_attribute(word, mark))
            return at;
        any = true;
    }
    return any ? at + length + 1 : at;
}

// Returns the end of a bracket at s[at], or at.
static size_t take_bracket(struct finder *f, size_t at)
{
    struct inline_mark mark = {.kind = MARK_ATTRIBUTES, .opens = true};
    size_t open;
    size_t end;

    if (f->s.ptr[at] == '[') {
        vec_push(f->arena, &f->brackets, at);
        return at + 1;
    }
    if (f->s.ptr[at] != ']' || f->brackets.len == 0)
        return at;
    open = f->brackets.ptr[--f->brackets.len];
    end = read_attributes(f->s, at + 1, &mark);
    if (end == at + 1)
        return at;
    add_found(f, open, open + 1, mark, open);
    mark.opens = false;
    add_found(f, at, end, mark, open);
    return end;
}

// --- Logos -------------------------------------------------------------------

static const char *const logos[] = {"LaTeXe", "LaTeX",  "BibTeX",
                                    "XeTeX",  "LuaTeX", "TeX"};

// Returns the end of "\LaTeX" at s[at], or at. As in TeX, "{}" or a backslash
// may follow it, for the sake of a blank behind it.
static size_t take_logo(struct finder *f, size_t at)
{
    struct str rest = str_slice(f->s, at + 1, f->s.len);

    if (f->s.ptr[at] != '\\')
        return at;
    for (size_t i = 0; i < sizeof logos / sizeof *logos; i++) {
        struct inline_mark mark = {.kind = MARK_LOGO, .opens = true};
        size_t end = at + 1 + strlen(logos[i]);

        mark.source = str_from_cstr(logos[i]);
        if (!str_starts(rest, mark.source) ||
            ascii_is_alpha(char_at(f->s, end)))
            continue;
        if (char_at(f->s, end) == '{' && char_at(f->s, end + 1) == '}')
            end += 2;
        else if (char_at(f->s, end) == '\\' && char_at(f->s, end + 1) == ' ')
            end++;
        add_found(f, at, end, mark, at);
        return end;
    }
    return at;
}

// --- Tokens ------------------------------------------------------------------

// Returns where the next mark can begin or end, or what hides marks can
// begin: few characters are such.
static size_t next_sign(struct str s, size_t at)
{
    static const bool signs[UCHAR_MAX + 1] = {
        ['^'] = true, ['~'] = true,  ['<'] = true, ['['] = true,
        [']'] = true, ['\\'] = true, ['`'] = true,
    };

    while (at < s.len && !signs[(unsigned char)s.ptr[at]])
        at++;
    return at;
}

static void find_marks(struct finder *f)
{
    static size_t (*const takers[])(struct finder *, size_t) = {
        take_sign, take_bracket, take_logo};

    for (size_t at = next_sign(f->s, 0); at < f->s.len;
         at = next_sign(f->s, at)) {
        size_t next = at;

        for (size_t i = 0; i < sizeof takers / sizeof *takers && next == at;
             i++)
            next = takers[i](f, at);
        if (next == at)
            next = skip_verbatim(f->s, at);
        at = next > at ? next : at + 1;
    }
}

static int by_place(const void *a_ptr, const void *b_ptr)
{
    const struct found *a = a_ptr;
    const struct found *b = b_ptr;

    return (a->from > b->from) - (a->from < b->from);
}

// Returns the number of the mark that opened at the place.
static size_t partner_of(const struct found_list *found, size_t opened_at)
{
    struct found key = {.from = opened_at};
    const struct found *open =
        bsearch(&key, found->ptr, found->len, sizeof key, by_place);

    return open ? (size_t)(open - found->ptr) : 0;
}

struct str inline_mark_styles(struct arena *arena, struct str text,
                              struct inline_mark_list *marks)
{
    struct finder f = {.arena = arena, .s = text};
    struct buf out = {.arena = arena};
    size_t done = 0;

    *marks = (struct inline_mark_list){0};
    find_marks(&f);
    if (f.found.len == 0)
        return text;
    qsort(f.found.ptr, f.found.len, sizeof *f.found.ptr, by_place);
    for (size_t i = 0; i < f.found.len; i++) {
        struct found *found = &f.found.ptr[i];

        found->mark.partner = partner_of(&f.found, found->opened_at);
        vec_push(arena, marks, found->mark);
        if (found->from < done)
            continue;
        buf_add(&out, str_slice(text, done, found->from));
        buf_addf(&out, ")\x03%zu\x03)", i);
        done = found->to;
    }
    buf_add(&out, str_slice(text, done, text.len));
    return buf_str(&out);
}

// Returns the length of the token that s begins with, or 0.
static size_t read_token(struct str s, const struct inline_mark_list *marks,
                         size_t *number)
{
    size_t at = TOKEN_BEGIN.len;

    *number = 0;
    if (!str_starts(s, TOKEN_BEGIN) || !ascii_is_digit(char_at(s, at)))
        return 0;
    for (; ascii_is_digit(char_at(s, at)) && *number < marks->len; at++)
        *number = *number * 10 + (size_t)(s.ptr[at] - '0');
    if (*number >= marks->len ||
        !str_starts(str_slice(s, at, s.len), TOKEN_END))
        return 0;
    return at + TOKEN_END.len;
}

const struct inline_mark *inline_next_mark(struct str *rest,
                                           const struct inline_mark_list *marks,
                                           struct str *text)
{
    size_t number = 0;
    size_t length = read_token(*rest, marks, &number);
    size_t end = 0;

    *text = (struct str){"", 0};
    if (length > 0) {
        *rest = str_slice(*rest, length, rest->len);
        return &marks->ptr[number];
    }
    do
        end = str_find(*rest, TOKEN_BEGIN, end + 1);
    while (end != SIZE_MAX &&
           read_token(str_slice(*rest, end, rest->len), marks, &number) == 0);
    *text = str_slice(*rest, 0, end);
    *rest = str_slice(*rest, end, rest->len);
    return NULL;
}

struct str inline_unmark(struct arena *arena, struct str text,
                         const struct inline_mark_list *marks)
{
    struct buf out = {.arena = arena};

    if (str_find(text, TOKEN_BEGIN, 0) == SIZE_MAX)
        return text;
    while (text.len > 0) {
        struct str part;
        const struct inline_mark *mark = inline_next_mark(&text, marks, &part);

        if (mark && mark->kind == MARK_LOGO)
            buf_add_char(&out, '\\');
        buf_add(&out, mark ? mark->source : part);
    }
    return buf_str(&out);
}
