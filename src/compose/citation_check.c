// SPDX-License-Identifier: MIT
// Texts are looked through when they are composed for good, for what is told
// before is not shown. A key counts only if an entry has it: "@ada" alone is
// most often somebody's name.
#include "compose/citation_check.h"

#include "compose/inline.h"
#include "compose/references.h"

// True for what ends a key in running text.
static bool ends_key(char c)
{
    return (unsigned char)c <= ' ' ||
           str_find_char(STR(",;:()[]{}!?'\"*"), c, 0) != SIZE_MAX;
}

// Returns the key that an entry has and that begins at the offset, without the
// full stop of its sentence, or an empty text.
static struct str known_key(const struct context *context, struct str s,
                            size_t from)
{
    size_t end = from;
    struct str key;

    while (end < s.len && !ends_key(s.ptr[end]))
        end++;
    key = str_slice(s, from, end);
    if (str_ends(key, STR(".")) && !references_lookup(context->references, key))
        key.len--;
    return references_lookup(context->references, key) ? key
                                                       : (struct str){"", 0};
}

// "[@]" and "[ @k]"; s begins with the bracket. Returns the length of what was
// told, or 0.
static size_t check_bracket(const struct context *context, struct str s,
                            struct pos pos)
{
    size_t at = 1;
    struct str key;

    while (at < s.len && s.ptr[at] == ' ')
        at++;
    if (str_starts(s, STR("[@]"))) {
        diag_warning(context->diags, references_place(context, pos, STR("[@]")),
                     STR("write [@key] with the key of an entry, or \\[@] if "
                         "it is a text"),
                     "a citation without a key is shown as it stands");
        return 3;
    }
    if (at == 1 || at >= s.len || s.ptr[at] != '@')
        return 0;
    key = known_key(context, s, at + 1);
    if (key.len == 0)
        return 0;
    diag_warning(
        context->diags,
        references_place(context, pos, str_slice(s, 0, at + 1 + key.len)),
        str_format(context->arena, "write [@%.*s]", STR_ARG(key)),
        "a citation with a blank behind its bracket is shown as "
        "it stands");
    return at + 1 + key.len;
}

// "@k" alone; behind a bracket it is a link's text.
static void check_bare(const struct context *context, struct str s, size_t at,
                       struct pos pos)
{
    struct str key = known_key(context, s, at + 1);

    if (key.len == 0 ||
        (at > 0 && (s.ptr[at - 1] == '[' || !ends_key(s.ptr[at - 1]))))
        return;
    diag_warning(
        context->diags,
        references_place(context, pos, str_slice(s, at, at + 1 + key.len)),
        str_format(context->arena,
                   "a citation has brackets: [@%.*s]; for a text, "
                   "write \\@%.*s",
                   STR_ARG(key), STR_ARG(key)),
        "'@%.*s' is shown as it stands", STR_ARG(key));
}

void citations_check(const struct context *context, struct text text)
{
    struct str s = text.str;
    size_t at = 0;

    if (!references_are_arranged(context->references) ||
        str_find_char(s, '@', 0) == SIZE_MAX)
        return;
    while (at < s.len) {
        size_t end = inline_citation_end(s, at);

        if (end == at && s.ptr[at] == '[')
            end += check_bracket(context, str_slice(s, at, s.len), text.pos);
        else if (s.ptr[at] == '@')
            check_bare(context, s, at, text.pos);
        at = end > at ? end : inline_step(s, at);
    }
}

void citation_check_suffix(const struct context *context, struct str key,
                           struct str suffix, struct pos pos)
{
    size_t at = str_find_char(suffix, '@', 0);
    struct str other = known_key(context, suffix, at == SIZE_MAX ? 0 : at + 1);
    struct arena *arena = context->arena;

    // "[@a, b 12]" is no key, for there is more.
    if (other.len == 0 || (at == SIZE_MAX && other.len != suffix.len) ||
        !references_are_arranged(context->references))
        return;
    diag_warning(context->diags, references_place(context, pos, suffix),
                 str_format(arena, "to cite both, write [@%.*s; @%.*s]",
                            STR_ARG(key), STR_ARG(other)),
                 "'%.*s' is shown as what is cited of '%.*s'", STR_ARG(suffix),
                 STR_ARG(key));
}
