// SPDX-License-Identifier: MIT
// Checks the bytes of a profile before libyaml sees them, so that the user
// is told what is wrong with them in plain words.
#include "profile/yaml_parts.h"

#include "base/utf8.h"

// A CV is a few kilobytes. The limit keeps the work on a hostile file, such
// as printing excerpts of endless lines, within a second.
#define YAML_MAX_MEBIBYTES ((size_t)2)
#define YAML_MAX_BYTES (YAML_MAX_MEBIBYTES << 20)
// A binary file has thousands of them: the first few tell it.
#define FORBIDDEN_SHOWN 5

static struct pos whole_file(const struct source *source)
{
    return (struct pos){.source = source, .line = 0, .column = 0, .length = 1};
}

bool yaml_is_forbidden(uint32_t rune)
{
    if (rune < 0x20)
        return rune != '\t' && rune != '\n' && rune != '\r';
    return (rune >= 0x7f && rune < 0xa0 && rune != 0x85) || rune == 0xfffe ||
           rune == 0xffff;
}

static bool check_characters(const struct source_map *map, struct diags *diags)
{
    struct str text = map->text;
    size_t found = 0;
    size_t offset = 0;

    while ((offset = utf8_printable_end(text, offset)) < text.len) {
        size_t start = offset;
        uint32_t rune = utf8_next(text, &offset);
        size_t character;

        if (!yaml_is_forbidden(rune))
            continue;
        character = source_map_character(map, start);
        diag_error(diags, source_map_pos(map, character, character + 1),
                   STR("delete it; it is invisible in most editors"),
                   "control character U+%04X", (unsigned)rune);
        if (++found == FORBIDDEN_SHOWN)
            break;
    }
    return found == 0;
}

static bool check_encoding(const struct source *source, struct diags *diags)
{
    if (utf8_is_utf16(source->text)) {
        diag_error(diags, whole_file(source),
                   STR("save it again with the encoding UTF-8"),
                   "the file is UTF-16, not UTF-8");
        return false;
    }
    if (source->text.len > YAML_MAX_BYTES) {
        diag_error(diags, whole_file(source), (struct str){"", 0},
                   "the file is larger than %zu MiB", YAML_MAX_MEBIBYTES);
        return false;
    }
    return true;
}

bool yaml_check_input(struct arena *arena, const struct source *source,
                      struct diags *diags, struct source_map *map)
{
    struct str text = source->text;
    size_t malformed;

    if (!check_encoding(source, diags))
        return false;
    if (str_starts(text, STR("\xef\xbb\xbf"))) // byte order mark
        text = str_slice(text, 3, text.len);
    source_map_init(map, arena, source, text);
    malformed = utf8_check(text);
    if (malformed < text.len) {
        size_t character = source_map_character(map, malformed);

        diag_error(diags, source_map_pos(map, character, character + 1),
                   STR("save the file again with the encoding UTF-8"),
                   "not valid UTF-8: byte 0x%02X",
                   (unsigned)(unsigned char)text.ptr[malformed]);
        return false;
    }
    return check_characters(map, diags);
}

static bool is_hex(char c)
{
    return ascii_is_digit(c) || (c >= 'a' && c <= 'f') ||
           (c >= 'A' && c <= 'F');
}

// True if text[at] begins an escape \uDxyy with x among digits.
static bool is_surrogate(struct str text, size_t at, const char *digits)
{
    if (at + 6 > text.len || text.ptr[at] != '\\' || text.ptr[at + 1] != 'u' ||
        (text.ptr[at + 2] | 0x20) != 'd' || !is_hex(text.ptr[at + 4]) ||
        !is_hex(text.ptr[at + 5]))
        return false;
    return str_find_char(str_from_cstr(digits), text.ptr[at + 3], 0) !=
           SIZE_MAX;
}

// U+D800..U+DFFF become U+E000..U+E7FF.
static void make_private(char *escape)
{
    static const char shifted[] = "01223344556677";
    size_t digit = str_find_char(STR("89aAbBcCdDeEfF"), escape[3], 0);

    escape[2] = 'E';
    escape[3] = shifted[digit];
}

struct str yaml_split_pairs(struct arena *arena, struct str text)
{
    struct str trimmed = str_trim(text);
    char *copy = NULL;

    if (trimmed.len == 0 || (*trimmed.ptr != '{' && *trimmed.ptr != '['))
        return text;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '\\')
            continue;
        if (!is_surrogate(text, i, "89abAB") ||
            !is_surrogate(text, i + 6, "cdefCDEF")) {
            i++; // the escaped character
            continue;
        }
        if (!copy)
            copy = str_to_cstr(arena, text);
        make_private(copy + i);
        make_private(copy + i + 6);
        i += 11;
    }
    return copy ? (struct str){copy, text.len} : text;
}

struct str yaml_join_pairs(struct arena *arena, struct str value)
{
    struct buf buf = {.arena = arena};

    for (size_t offset = 0; offset < value.len;) {
        uint32_t high = utf8_next(value, &offset);
        size_t next = offset;
        uint32_t low = 0;

        if (high >= 0xe000 && high < 0xe400 && offset < value.len)
            low = utf8_next(value, &next);
        if (low >= 0xe400 && low < 0xe800) {
            high = 0x10000 + ((high - 0xe000) << 10) + (low - 0xe400);
            offset = next;
        }
        buf_add_rune(&buf, high);
    }
    return buf_str(&buf);
}
