// SPDX-License-Identifier: MIT
// What is to be known of a CSV file before its cells are read: that its bytes
// are UTF-8 without control characters, how its lines end, and what separates
// its cells.
#include "batch/table_parts.h"

#include "base/utf8.h"
#include "profile/yaml_parts.h"

#define AS_UTF8 "save the table as \"CSV UTF-8\""
// A binary file has thousands of control characters: the first few tell it.
#define CONTROLS_SHOWN 5

// --- The bytes ---------------------------------------------------------------

static struct pos whole_file(const struct source *source)
{
    return (struct pos){.source = source, .length = 1};
}

static bool check_size(struct diags *diags, const struct source *source)
{
    if (utf8_is_utf16(source->text)) {
        diag_error(diags, whole_file(source), STR(AS_UTF8),
                   "the file is UTF-16, not UTF-8");
        return false;
    }
    if (source->text.len > TABLE_MAX_BYTES) {
        diag_error(diags, whole_file(source), (struct str){"", 0},
                   "the file is larger than %zu MiB", TABLE_MAX_MEBIBYTES);
        return false;
    }
    return true;
}

static bool check_characters(const struct source_map *map, struct diags *diags)
{
    size_t malformed = utf8_check(map->text);
    size_t found = 0;
    size_t character = 0;

    if (malformed < map->text.len) {
        character = source_map_character(map, malformed);
        diag_error(diags, source_map_pos(map, character, character + 1),
                   STR(AS_UTF8 "; this may be Windows-1252"),
                   "not valid UTF-8: byte 0x%02X",
                   (unsigned)(unsigned char)map->text.ptr[malformed]);
        return false;
    }
    for (size_t i = 0; i < map->text.len && found < CONTROLS_SHOWN;) {
        uint32_t rune = utf8_next(map->text, &i);

        if (yaml_is_forbidden(rune)) { // what a profile cannot have
            diag_error(diags, source_map_pos(map, character, character + 1),
                       STR("delete it; it is invisible in most editors"),
                       "control character U+%04X", (unsigned)rune);
            found++;
        }
        character++;
    }
    return found == 0;
}

// Where a carriage return alone ends lines (old programs for the Mac), the
// lines of diagnostics would be wrong. Returns source, or a copy with line
// feeds in their place.
static const struct source *with_line_feeds(struct arena *arena,
                                            const struct source *source)
{
    struct str text = source->text;
    struct source *copy = NULL;
    char *bytes = NULL;

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '\r' ||
            (i + 1 < text.len && text.ptr[i + 1] == '\n'))
            continue;
        if (!bytes)
            bytes = str_to_cstr(arena, text);
        bytes[i] = '\n';
    }
    if (!bytes)
        return source;
    copy = arena_new_of(arena, struct source);
    *copy = *source;
    copy->text.ptr = bytes;
    return copy;
}

bool table_check_csv(const struct table_reader *reader,
                     const struct source *source, struct source_map *map)
{
    struct str text;

    if (!check_size(reader->diags, source))
        return false;
    source = with_line_feeds(reader->arena, source);
    text = source->text;
    if (str_starts(text, STR("\xef\xbb\xbf"))) // byte order mark
        text = str_slice(text, 3, text.len);
    source_map_init(map, reader->arena, source, text);
    return check_characters(map, reader->diags);
}

// --- The separator -----------------------------------------------------------

// Returns the length of a first line "sep=;", by which Excel tells the
// separator, and sets it; 0 if there is none.
static size_t read_separator_line(struct str text, char *separator)
{
    static const char kept[] = " \"\r\n";
    size_t end = str_find_char(text, '\n', 0);
    struct str line = str_slice(text, 0, end);

    if (line.len > 0 && line.ptr[line.len - 1] == '\r')
        line.len--;
    if (line.len != 5 || !str_starts(line, STR("sep=")) ||
        (unsigned char)line.ptr[4] >= 0x80 || ascii_is_alnum(line.ptr[4]) ||
        str_find_char(str_from_cstr(kept), line.ptr[4], 0) != SIZE_MAX)
        return 0;
    *separator = line.ptr[4];
    return end == SIZE_MAX ? text.len : end + 1;
}

// Where a scan for separators is.
struct scan {
    bool begins; // a cell: only there a quotation mark is special
    bool quoted;
    bool closed; // the byte before closed the quotation marks
};

// Returns true if c stands outside of quotation marks.
static bool scan_next(struct scan *scan, char c, bool separates)
{
    bool mark = c == '"' && (scan->begins || scan->quoted || scan->closed);
    bool outside = !scan->quoted;

    scan->closed = mark && scan->quoted;
    scan->quoted = scan->quoted != mark;
    scan->begins =
        outside && (separates || (scan->begins && ascii_is_space(c)));
    return outside;
}

// Returns what separates the cells of the first line with anything in it: the
// character that it has most of. In a tie the first wins, for names of columns
// have no tabs in them.
static char most_frequent(struct str text)
{
    static const char candidates[] = {'\t', ';', ','};
    size_t counts[sizeof candidates] = {0};
    size_t best = sizeof candidates - 1;
    struct scan scan = {.begins = true};
    bool seen = false;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        size_t k = 0;

        while (k < sizeof candidates && c != candidates[k])
            k++;
        if (scan_next(&scan, c, k < sizeof candidates)) {
            if (c == '\n' && seen)
                break;
            if (k < sizeof candidates)
                counts[k]++;
        }
        seen = seen || k < sizeof candidates || !ascii_is_space(c);
    }
    for (size_t k = sizeof candidates; k-- > 0;)
        if (counts[k] >= counts[best] && counts[k] > 0)
            best = k;
    return candidates[best];
}

size_t table_find_separator(struct str text, char *separator)
{
    size_t from = read_separator_line(text, separator);

    if (from == 0)
        *separator = most_frequent(text);
    return from;
}
