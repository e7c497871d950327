// SPDX-License-Identifier: MIT
// RenderCV's users write sub-bullets as lines of one unquoted text:
//   - Published research
//     - ICML 2022
// which YAML folds to "Published research - ICML 2022", no different from a
// dash in prose. This file folds the source's own lines again and keeps the
// breaks before such lines. It trusts its result only if it agrees with
// libyaml's but for these breaks.
#include "profile/yaml_parts.h"

struct folder {
    struct buf plain;  // as YAML folds it
    struct buf broken; // with breaks before "- "
    size_t empty;      // blank lines since the last text
    size_t base;       // indentation of the first line with "- "
    bool any_break;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static size_t indentation(struct str line)
{
    size_t count = 0;

    while (count < line.len && line.ptr[count] == ' ')
        count++;
    return count;
}

static void add_break(struct folder *folder, size_t indent)
{
    if (!folder->any_break)
        folder->base = indent;
    folder->any_break = true;
    buf_add_char(&folder->broken, '\n');
    for (size_t i = folder->base; i < indent; i++)
        buf_add_char(&folder->broken, ' ');
}

static void add_line(struct folder *folder, struct str line, bool first)
{
    size_t indent = indentation(line);
    struct str text = str_trim(line);

    if (text.len == 0 && !first) {
        folder->empty++;
        return;
    }
    if (folder->empty > 0) {
        for (size_t i = 0; i < folder->empty; i++) {
            buf_add_char(&folder->plain, '\n');
            buf_add_char(&folder->broken, '\n');
        }
    } else if (!first) {
        buf_add_char(&folder->plain, ' ');
        if (str_starts(text, STR("- ")))
            add_break(folder, indent);
        else
            buf_add_char(&folder->broken, ' ');
    }
    folder->empty = 0;
    buf_add(&folder->plain, text);
    buf_add(&folder->broken, text);
}

// Returns raw without its quotes or the header of a block scalar.
static struct str strip_marks(struct str raw, enum fold_style style)
{
    size_t line_end;

    switch (style) {
    case FOLD_PLAIN:
        return raw;
    case FOLD_SINGLE_QUOTED:
    case FOLD_DOUBLE_QUOTED:
        return str_slice(raw, 1, raw.len > 1 ? raw.len - 1 : 1);
    case FOLD_BLOCK:
        line_end = str_find_char(raw, '\n', 0);
        return line_end == SIZE_MAX ? (struct str){"", 0}
                                    : str_slice(raw, line_end + 1, raw.len);
    }
    return raw;
}

// Replaces '' by ' in the text of a single-quoted scalar.
static struct str unquote(struct arena *arena, struct str s)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; i < s.len; i++) {
        buf_add_char(&buf, s.ptr[i]);
        if (s.ptr[i] == '\'' && i + 1 < s.len && s.ptr[i + 1] == '\'')
            i++;
    }
    return buf_str(&buf);
}

// Removes the last line breaks, which the header of a block scalar rules,
// and returns how many bytes they are.
static size_t end_breaks(struct str value)
{
    size_t end = value.len;

    while (end > 0 && value.ptr[end - 1] == '\n')
        end--;
    return value.len - end;
}

static bool may_have_bullets(struct str raw)
{
    for (size_t at = str_find_char(raw, '\n', 0); at != SIZE_MAX;
         at = str_find_char(raw, '\n', at + 1)) {
        size_t i = at + 1;

        while (i < raw.len && is_blank(raw.ptr[i]))
            i++;
        if (str_starts(str_slice(raw, i, raw.len), STR("- ")))
            return true;
    }
    return false;
}

struct str yaml_fold(struct arena *arena, struct str raw, enum fold_style style,
                     struct str value)
{
    struct folder folder = {.plain = {.arena = arena},
                            .broken = {.arena = arena}};
    struct str rest = strip_marks(raw, style);
    struct str ending =
        str_slice(value, value.len - end_breaks(value), value.len);
    bool first = true;

    if (!may_have_bullets(raw) || (style == FOLD_DOUBLE_QUOTED &&
                                   str_find_char(raw, '\\', 0) != SIZE_MAX))
        return value;
    if (style == FOLD_SINGLE_QUOTED)
        rest = unquote(arena, rest);
    while (rest.ptr) {
        add_line(&folder, str_split(&rest, '\n'), first);
        first = false;
    }
    if (style == FOLD_BLOCK) { // what ends the text is not folded
        buf_add(&folder.plain, ending);
        buf_add(&folder.broken, ending);
    }
    return str_eq(buf_str(&folder.plain), value) ? buf_str(&folder.broken)
                                                 : value;
}
