// SPDX-License-Identifier: MIT
// Addresses, citations and asterisks in running text. md4c could find addresses
// itself, but it takes "react@18.2.0" and "git@example.org:ada/notes" for mail.
// So an address becomes a mark, MARK number MARK, that no profile can hold
// (YAML forbids the character) and that means nothing to Markdown.
#include "compose/inline.h"

#include "base/utf8.h"
#include "base/verbatim.h"
#include "profile/contact.h"

#include <string.h>

#define MARK '\x01'

// Returns the character that ends before s[at], or 0 at the start.
static uint32_t rune_before(struct str s, size_t at)
{
    if (at == 0)
        return 0;
    do
        at--;
    while (at > 0 && ((unsigned char)s.ptr[at] & 0xC0) == 0x80);
    return utf8_next(s, &at);
}

// An address begins a word, and is no part of a link's Markdown.
static bool may_begin(struct str s, size_t at)
{
    uint32_t before = rune_before(s, at);

    if (before < 0x80 && strchr("@./:-_=+%&#~$\\<", (int)before))
        return before == 0;
    if (before == '(' && at >= 2 && s.ptr[at - 2] == ']')
        return false;
    return !rune_is_word(before);
}

// Characters that end an address: blanks, quotation marks and dashes of any
// kind, brackets that no address has.
static bool ends_address(uint32_t rune)
{
    return rune <= ' ' || rune == '<' || rune == '>' || rune == '"' ||
           rune == '`' || rune == '\\' || rune == MARK || rune == 0xA0 ||
           rune == 0xAB || rune == 0xBB || (rune >= 0x2000 && rune < 0x2070) ||
           (rune >= 0x3000 && rune < 0x3040);
}

static size_t count_char(struct str s, char c)
{
    size_t count = 0;

    for (size_t i = 0; i < s.len; i++)
        count += s.ptr[i] == c;
    return count;
}

// Cuts off the marks of the sentence: "(see https://example.org/a_(b))."
static struct str trim_marks(struct str s)
{
    while (s.len > 0) {
        char last = s.ptr[s.len - 1];
        bool loose = strchr(".,;:!?'*_~|", last) != NULL;

        if (last == ')')
            loose = count_char(s, ')') > count_char(s, '(');
        if (last == ']')
            loose = count_char(s, ']') > count_char(s, '[');
        if (!loose)
            break;
        s.len--;
    }
    return s;
}

// Reads "https://..." or "www..." at the start of s.
static bool read_web(struct arena *arena, struct str s, struct autolink *link)
{
    size_t end = 0;

    if (!str_starts_folded(s, STR("http://")) &&
        !str_starts_folded(s, STR("https://")) &&
        !str_starts_folded(s, STR("www.")))
        return false;
    for (size_t offset = 0; offset < s.len; end = offset)
        if (ends_address(utf8_next(s, &offset)))
            break;
    link->text = str_slice(s, 0, end);
    // "[https://example.org](...)": the text of a link; "]{" of other marks.
    end = str_find(link->text, STR("]("), 0);
    link->text = str_slice(link->text, 0, end);
    end = str_find(link->text, STR("]{"), 0);
    link->text = trim_marks(str_slice(link->text, 0, end));
    return url_parse(arena, link->text, false, &link->url) &&
           str_find_char(link->text, '.', 0) != SIZE_MAX;
}

static size_t run_of(struct str s, size_t from, const char *others)
{
    while (from < s.len && s.ptr[from] != '\0' &&
           (ascii_is_alnum(s.ptr[from]) || strchr(others, s.ptr[from])))
        from++;
    return from;
}

// "org" of "ada@example.org"; a version has digits there.
static bool has_letters_last(struct str address)
{
    size_t i = address.len;

    while (i > 0 && ascii_is_alpha(address.ptr[i - 1]))
        i--;
    return i > 0 && address.ptr[i - 1] == '.' && address.len - i >= 2;
}

// Reads "ada@example.org" at the start of s.
static bool read_mail(struct arena *arena, struct str s, struct autolink *link)
{
    size_t at = run_of(s, 0, "._%+-");
    size_t end;

    if (at == 0 || at >= s.len || s.ptr[at] != '@')
        return false;
    end = run_of(s, at + 1, ".-");
    link->text = str_slice(s, 0, end);
    while (str_ends(link->text, STR(".")) || str_ends(link->text, STR("-")))
        link->text.len--;
    // "git@example.org:ada/notes", "a@b.c@d.e"
    if (end + 1 < s.len && strchr(":/@_", s.ptr[end]) &&
        !ascii_is_space(s.ptr[end + 1]))
        return false;
    if (email_problem(link->text) || !has_letters_last(link->text))
        return false;
    link->url = str_format(arena, "mailto:%.*s", STR_ARG(link->text));
    return true;
}

size_t inline_step(struct str s, size_t at)
{
    size_t next = at;

    if (s.ptr[at] == '`')
        return verbatim_code_end(s, at);
    if (s.ptr[at] == '\\' && at + 1 < s.len)
        next++;
    (void)utf8_next(s, &next);
    return next;
}

struct str inline_mark_links(struct arena *arena, struct str text,
                             struct autolink_list *links)
{
    struct buf marked = {.arena = arena};

    // Most texts have none.
    if (str_find_char(text, '@', 0) == SIZE_MAX &&
        str_find(text, STR("://"), 0) == SIZE_MAX &&
        !str_starts_folded(text, STR("www.")) &&
        str_find(text, STR("www."), 0) == SIZE_MAX)
        return text;
    for (size_t at = 0; at < text.len;) {
        struct str rest = str_slice(text, at, text.len);
        struct autolink link;
        size_t next;

        if (may_begin(text, at) &&
            (read_web(arena, rest, &link) || read_mail(arena, rest, &link))) {
            buf_addf(&marked, "%c%zu%c", MARK, links->len, MARK);
            vec_push(arena, links, link);
            at += link.text.len;
            continue;
        }
        next = inline_step(text, at);
        buf_add(&marked, str_slice(text, at, next));
        at = next;
    }
    return buf_str(&marked);
}

// Returns the offset behind the bracket that closes the one at from; from if
// none does, or another citation begins before: so no text is looked through
// twice.
static size_t bracket_end(struct str s, size_t from)
{
    size_t depth = 0;

    for (size_t at = from; at < s.len; at = inline_step(s, at)) {
        if (at > from && str_starts(str_slice(s, at, s.len), STR("[@")))
            return from;
        depth += s.ptr[at] == '[';
        depth -= s.ptr[at] == ']';
        if (depth == 0)
            return at + 1;
    }
    return from;
}

// Brackets before "(" are a link's.
size_t inline_citation_end(struct str s, size_t from)
{
    size_t end = from;

    if (str_starts(str_slice(s, from, s.len), STR("[@")) && from + 2 < s.len &&
        (unsigned char)s.ptr[from + 2] > ' ' && !strchr("],;", s.ptr[from + 2]))
        end = bracket_end(s, from);
    return end < s.len && s.ptr[end] == '(' ? from : end;
}

struct str inline_mark_citations(struct arena *arena, struct str text,
                                 struct autolink_list *links)
{
    struct buf marked = {.arena = arena};

    if (str_find(text, STR("[@"), 0) == SIZE_MAX)
        return text;
    for (size_t at = 0; at < text.len;) {
        size_t next = inline_citation_end(text, at);

        if (next > at) {
            buf_addf(&marked, "%c%zu%c", MARK, links->len, MARK);
            vec_push(arena, links,
                     (struct autolink){.text = str_slice(text, at, next)});
        } else {
            next = inline_step(text, at);
            buf_add(&marked, str_slice(text, at, next));
        }
        at = next;
    }
    return buf_str(&marked);
}

bool inline_next_mark_of(struct str *rest, char mark, size_t count,
                         struct str *text, size_t *number)
{
    size_t end = str_find_char(*rest, mark, 1);

    if (rest->ptr[0] != mark) {
        *text = str_slice(*rest, 0, end);
        *rest = str_slice(*rest, end, rest->len);
        return false;
    }
    *number = 0;
    for (size_t i = 1; i < rest->len && i < end; i++)
        *number = *number < count ? *number * 10 + (size_t)(rest->ptr[i] - '0')
                                  : count;
    *text = (struct str){"", 0};
    // Not one of ours: without our second mark, or of another number.
    if (end == SIZE_MAX || *number >= count) {
        *rest = str_slice(*rest, 1, rest->len);
        return false;
    }
    *rest = str_slice(*rest, end + 1, rest->len);
    return true;
}

const struct autolink *inline_next(struct str *rest,
                                   const struct autolink_list *links,
                                   struct str *text)
{
    size_t number;

    return inline_next_mark_of(rest, MARK, links->len, text, &number)
               ? &links->ptr[number]
               : NULL;
}

// What stands on both sides of an asterisk.
struct star {
    bool alone;        // no other one beside it
    bool after_blank;  // or at the start
    bool after_word;   // a letter or digit
    bool before_blank; // or at the end
    bool before_word;
};

static struct star look_at(struct str s, size_t at)
{
    uint32_t before = rune_before(s, at);
    size_t next = at + 1;
    uint32_t after = next < s.len ? utf8_next(s, &next) : 0;

    return (struct star){
        .alone = before != '*' && after != '*',
        .after_blank = before <= ' ',
        .after_word = rune_is_word(before),
        .before_blank = after <= ' ',
        .before_word = rune_is_word(after),
    };
}

// True if the next lone asterisk behind at ends a word: then the one at at,
// though within a word, may begin emphasis ("un*believable*").
static bool is_closed_later(struct str s, size_t at)
{
    for (at++; at < s.len; at = inline_step(s, at)) {
        struct star star;

        if (s.ptr[at] != '*')
            continue;
        star = look_at(s, at);
        if (star.alone)
            return !star.after_blank && !star.before_word;
    }
    return false;
}

// Returns the end of the asterisks at at if they are all that is raised, as in
// "Wu^*^": tokens of inline_marks.c, ")\x03n\x03)", stand on both sides.
static size_t raised_stars_end(struct str s, size_t at)
{
    size_t end = at;

    if (at < 2 || s.ptr[at - 1] != ')' || s.ptr[at - 2] != '\x03')
        return at;
    while (end < s.len && s.ptr[end] == '*')
        end++;
    return end + 1 < s.len && s.ptr[end] == ')' && s.ptr[end + 1] == '\x03'
               ? end
               : at;
}

// Whether the asterisk at at is no mark, though Markdown may take it for one;
// *open tells whether emphasis is.
static bool is_plain_star(struct str s, size_t at, bool *open)
{
    struct star star = look_at(s, at);

    if (!star.alone) // of **bold**
        return false;
    if (!star.after_word || !star.before_word)
        *open = !*open && !star.before_blank;
    else if (*open || is_closed_later(s, at))
        *open = !*open;
    else
        return true;
    return false;
}

struct str inline_protect_stars(struct arena *arena, struct str text)
{
    struct buf kept = {.arena = arena};
    bool open = false;

    if (str_find_char(text, '*', 0) == SIZE_MAX)
        return text;
    for (size_t at = 0; at < text.len;) {
        size_t next = inline_step(text, at);

        if (text.ptr[at] == '*') {
            size_t raised = raised_stars_end(text, at);

            for (; at < raised; at++)
                buf_add_cstr(&kept, "\\*");
            next = raised > next ? raised : next;
            if (at < next && is_plain_star(text, at, &open))
                buf_add_char(&kept, '\\');
        }
        buf_add(&kept, str_slice(text, at, next));
        at = next;
    }
    return buf_str(&kept);
}

struct str inline_unbracket(struct str text, struct str before)
{
    char open = before.len > 0 ? before.ptr[before.len - 1] : ' ';
    char close = open == '(' ? ')' : ']';
    struct str inner = text;
    int depth = 0;

    if (open != '(' && open != '[')
        return text;
    while (inner.len > 2 && inner.ptr[0] == '*' && str_ends(inner, STR("*")))
        inner = str_slice(inner, 1, inner.len - 1);
    if (inner.len < 3 || inner.ptr[0] != open ||
        inner.ptr[inner.len - 1] != close)
        return text;
    // "(a) and (b)" are two pairs.
    for (size_t i = 0; i < inner.len; i++) {
        depth += inner.ptr[i] == open;
        depth -= inner.ptr[i] == close;
        if (depth == 0 && i + 1 < inner.len)
            return text;
    }
    return str_slice(inner, 1, inner.len - 1);
}
