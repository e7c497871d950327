// SPDX-License-Identifier: MIT
// Templates of file names are filled part by part, so that a value can
// neither leave its folder nor hide its file.
#include "job/output_name.h"

#include "base/utf8.h"

// File systems end at 255 bytes; the rest is room for a serial number and for
// temporary names.
#define NAME_MAX_BYTES 200

// A value alone: a sentence in a table's cell is no name.
#define VALUE_MAX_BYTES 80

static struct str cut(struct str name, size_t limit)
{
    if (name.len <= limit)
        return name;
    while (limit > 0 && ((unsigned char)name.ptr[limit] & 0xc0) == 0x80)
        limit--;
    return str_slice(name, 0, limit);
}

struct str output_name_safe(struct arena *arena, struct str value)
{
    struct buf out = {.arena = arena};

    value = cut(utf8_nfc(arena, value), VALUE_MAX_BYTES);
    for (size_t offset = 0; offset < value.len;) {
        size_t start = offset;
        uint32_t rune = utf8_next(value, &offset);

        if (rune_is_word(rune) || rune == '_' || rune == '.')
            buf_add(&out, str_slice(value, start, offset));
        else if (out.len > 0 && out.ptr[out.len - 1] != '-')
            buf_add_char(&out, '-');
    }
    while (out.len > 0 && out.ptr[out.len - 1] == '-')
        out.len--;
    return buf_str(&out);
}

// Returns the name in the braces that open at template[at], or ptr NULL.
static struct str name_at(struct str template, size_t at)
{
    size_t end = str_find_char(template, '}', at);

    if (template.ptr[at] != '{' || end == SIZE_MAX)
        return (struct str){NULL, 0};
    return str_slice(template, at + 1, end);
}

struct str output_name_unknown(struct str template, const struct str *names,
                               size_t count)
{
    for (size_t at = 0; at < template.len; at++) {
        struct str name = name_at(template, at);
        bool known = !name.ptr;

        for (size_t i = 0; i < count && !known; i++)
            known = str_eq(name, names[i]);
        if (!known)
            return name;
    }
    return (struct str){"", 0};
}

static struct str value_of(const struct naming *naming, struct str name)
{
    for (size_t i = 0; i < naming->values.len; i++)
        if (str_eq(naming->values.ptr[i].name, name))
            return naming->values.ptr[i].value;
    return (struct str){"", 0};
}

static bool is_joint(char c)
{
    return c == '-' || c == '_' || c == ' ';
}

// Appends a character of the template; joints that an empty value leaves
// double or at the beginning go.
static void add_literal(struct buf *out, char c)
{
    char last = out->len > 0 ? out->ptr[out->len - 1] : '/';

    if (is_joint(c) && (is_joint(last) || last == '/'))
        return;
    if (c == '.' || c == '/')
        while (out->len > 0 && is_joint(out->ptr[out->len - 1]))
            out->len--;
    buf_add_char(out, c);
}

static struct str fill(struct arena *arena, const struct naming *naming)
{
    struct buf out = {.arena = arena};
    struct str template = naming->template;

    for (size_t at = 0; at < template.len; at++) {
        struct str name = name_at(template, at);

        if (name.ptr) {
            buf_add(&out, output_name_safe(arena, value_of(naming, name)));
            at += name.len + 1;
        } else {
            add_literal(&out, template.ptr[at]);
        }
    }
    return buf_str(&out);
}

// Names that mean devices in Windows, with or without an extension.
static bool is_device(struct arena *arena, struct str stem)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul"};
    struct str lower = str_ascii_lower(arena, stem);

    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (str_eq_cstr(lower, devices[i]))
            return true;
    return lower.len == 4 &&
           (str_starts(lower, STR("com")) || str_starts(lower, STR("lpt"))) &&
           ascii_is_digit(lower.ptr[3]);
}

// One part of the path: no hidden file, no step upwards, not too long.
static void add_part(struct buf *out, struct str part, unsigned serial)
{
    struct str extension = {"", 0};
    struct str stem = part;

    if (str_ends(stem, STR(".pdf"))) {
        extension = STR(".pdf");
        stem = str_slice(stem, 0, stem.len - extension.len);
    }
    while (stem.len > 0 && (stem.ptr[0] == '.' || is_joint(stem.ptr[0])))
        stem = str_slice(stem, 1, stem.len);
    stem = cut(stem, NAME_MAX_BYTES);
    buf_add(out, stem.len > 0 ? stem : STR("cv"));
    if (is_device(out->arena, stem))
        buf_add_char(out, '_');
    if (serial > 1)
        buf_addf(out, "-%u", serial);
    buf_add(out, extension);
}

struct str output_name(struct arena *arena, const struct naming *naming)
{
    struct buf out = {.arena = arena};
    struct str rest = fill(arena, naming);

    if (!str_ends(rest, STR(".pdf")))
        rest = str_format(arena, "%.*s.pdf", STR_ARG(rest));
    if (naming->folder.len > 0)
        buf_addf(&out, "%.*s/", STR_ARG(naming->folder));
    while (rest.ptr) {
        struct str part = str_split(&rest, '/');

        if (part.len == 0 && rest.ptr)
            continue;
        add_part(&out, part, rest.ptr ? 0 : naming->serial);
        if (rest.ptr)
            buf_add_char(&out, '/');
    }
    return buf_str(&out);
}
