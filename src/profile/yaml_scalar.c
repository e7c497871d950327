// SPDX-License-Identifier: MIT
// The texts of scalars: folded, cleaned, with what is wrong in them told.
#include "profile/yaml_reader.h"

#include "base/utf8.h"
#include "profile/excerpt.h"

#include <string.h>

// True for what clean_text() changes or refuses.
static bool is_unclean(uint32_t rune)
{
    return rune == '\r' || rune == 0x85 || rune == 0x2028 || rune == 0x2029 ||
           yaml_is_forbidden(rune);
}

static bool is_clean(struct str s)
{
    size_t i = 0;

    while ((i = utf8_printable_end(s, i)) < s.len)
        if (is_unclean(utf8_next(s, &i)))
            return false;
    return true;
}

// Makes \n of every line end that YAML or a JSON escape may bring, and finds
// control characters that escapes made.
static struct str clean_text(struct reader *reader, struct str value,
                             struct pos pos)
{
    struct buf buf = {.arena = reader->arena};

    if (is_clean(value))
        return str_copy(reader->arena, value);
    for (size_t offset = 0; offset < value.len;) {
        uint32_t rune = utf8_next(value, &offset);

        if (rune == '\r' && offset < value.len && value.ptr[offset] == '\n')
            continue;
        if (rune == '\r' || rune == 0x85 || rune == 0x2028 || rune == 0x2029)
            rune = '\n';
        if (yaml_is_forbidden(rune))
            diag_error(reader->diags, pos, (struct str){"", 0},
                       "an escape makes the control character U+%04X",
                       (unsigned)rune);
        else
            buf_add_rune(&buf, rune);
    }
    return buf_str(&buf);
}

static struct str fold_text(struct reader *reader, const yaml_event_t *event,
                            size_t start, struct str value)
{
    struct str raw;

    // Of one line nothing is folded.
    if (event->start_mark.line == event->end_mark.line)
        return value;
    raw = str_slice(reader->map.text, source_map_byte(&reader->map, start),
                    source_map_byte(&reader->map, event->end_mark.index));
    switch (event->data.scalar.style) {
    case YAML_PLAIN_SCALAR_STYLE:
        return yaml_fold(reader->arena, raw, FOLD_PLAIN, value);
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return yaml_fold(reader->arena, raw, FOLD_SINGLE_QUOTED, value);
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return yaml_fold(reader->arena, raw, FOLD_DOUBLE_QUOTED, value);
    case YAML_FOLDED_SCALAR_STYLE:
        return yaml_fold(reader->arena, raw, FOLD_BLOCK, value);
    default:
        return value;
    }
}

// "Won prize #1" loses its end: behind a blank, # begins a comment. One that
// has no blank behind its # was hardly meant, so it is told.
void yaml_warn_of_comment(struct reader *reader, const yaml_event_t *event)
{
    struct str text = reader->map.text;
    size_t end;
    size_t at;
    size_t from;

    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return;
    end = source_map_byte(&reader->map, event->end_mark.index);
    at = end;
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    if (at == end || at + 1 >= text.len || text.ptr[at] != '#' ||
        !(ascii_is_alnum(text.ptr[at + 1])))
        return;
    from = source_map_character(&reader->map, at);
    diag_warning(reader->diags, source_map_pos(&reader->map, from, from + 1),
                 STR("put the whole text in quotes: \"...\"; or write a blank "
                     "behind the '#' of a comment"),
                 "a '#' behind a blank begins a comment; the text ends before "
                 "it");
}

// Reports the first command of a formula that double quotes destroy. Returns
// false then; *value becomes the text as it was meant.
static bool check_escapes(struct reader *reader, const yaml_event_t *event,
                          size_t start, struct str *value)
{
    size_t from = source_map_byte(&reader->map, start);
    size_t to = source_map_byte(&reader->map, event->end_mark.index);
    struct str raw = str_slice(reader->map.text, from, to);
    struct str lost;
    size_t at;

    if (event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        return true;
    lost = yaml_lost_command(raw);
    if (lost.len == 0)
        return true;
    at = source_map_character(&reader->map,
                              (size_t)(lost.ptr - reader->map.text.ptr));
    diag_error(
        reader->diags, source_map_pos(&reader->map, at, at + lost.len),
        str_format(reader->arena,
                   "use single quotes, or double the backslash: "
                   "\\%.*s",
                   STR_ARG(lost)),
        "in double quotes, '%.*s' is YAML's '%.*s' with '%.*s' behind it",
        STR_ARG(lost), 2, lost.ptr, (int)(lost.len - 2), lost.ptr + 2);
    *value = str_slice(raw, 1, raw.len - 1);
    return false;
}

struct str yaml_scalar_text(struct reader *reader, const yaml_event_t *event,
                            size_t start, struct pos pos)
{
    struct str value = {(const char *)event->data.scalar.value,
                        event->data.scalar.length};

    if (check_escapes(reader, event, start, &value))
        value = clean_text(reader, fold_text(reader, event, start, value), pos);
    if (reader->json_pairs)
        value = yaml_join_pairs(reader->arena, value);
    return utf8_nfc(reader->arena, value);
}
