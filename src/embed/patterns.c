// SPDX-License-Identifier: MIT
// From pattern files to patterns_data.c. TeX's files have a list of patterns
// and one of words that the patterns get wrong; these become patterns too,
// stronger than any other.
#include "embed/patterns.h"

#include "embed/emit.h"
#include "embed/trie.h"

#include <stdio.h>
#include <string.h>

#define PATTERN_MAX 100 // letters; libhyphen's own limit
#define NUMBERS_LINE 16

// TeX's \lefthyphenmin and \righthyphenmin for English.
#define LEFT_MIN 2
#define RIGHT_MIN 3

// Digits that are above those of any pattern.
#define EXCEPTION_NO '8'
#define EXCEPTION_YES '9'

static bool is_plain(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] == '/' || ascii_is_upper(word.ptr[i]))
            return false; // it changes the spelling, or is a command
    return word.len > 0 && word.len <= PATTERN_MAX;
}

static void add_pattern(struct trie *trie, struct str pattern)
{
    char letters[PATTERN_MAX];
    char digits[PATTERN_MAX + 1];
    size_t count = 0;

    digits[0] = '0';
    for (size_t i = 0; i < pattern.len; i++) {
        if (ascii_is_digit(pattern.ptr[i])) {
            digits[count] = pattern.ptr[i];
        } else {
            letters[count++] = pattern.ptr[i];
            digits[count] = '0';
        }
    }
    trie_add(trie, letters, digits, count);
}

// "ta-ble" becomes .t8a9b8l8e. as it were.
static void add_exception(struct trie *trie, struct str word)
{
    struct buf pattern = {.arena = trie->arena};

    buf_add_char(&pattern, '.');
    for (size_t i = 0; i < word.len; i++) {
        bool hyphen = word.ptr[i] == '-';

        if (i > 0 && word.ptr[i - 1] != '-')
            buf_add_char(&pattern, hyphen ? EXCEPTION_YES : EXCEPTION_NO);
        if (!hyphen)
            buf_add_char(&pattern, word.ptr[i]);
    }
    buf_add_char(&pattern, '.');
    if (pattern.len <= PATTERN_MAX)
        add_pattern(trie, buf_str(&pattern));
}

static bool read_tex(struct trie *trie, struct str text)
{
    bool exceptions = false;
    struct str line;

    while (text.ptr) {
        line = str_split(&text, '\n');
        line = str_slice(line, 0, str_find_char(line, '%', 0));
        line = str_trim(line);
        if (str_starts(line, STR("\\")))
            exceptions = str_starts(line, STR("\\hyphenation"));
        else if (line.len == 0 || str_eq_cstr(line, "}"))
            continue;
        else if (!is_plain(line))
            return false;
        else if (exceptions)
            add_exception(trie, line);
        else
            add_pattern(trie, line);
    }
    return true;
}

static bool read_dictionary(struct trie *trie, struct str text)
{
    if (!str_eq_cstr(str_trim(str_split(&text, '\n')), "UTF-8"))
        return false;
    while (text.ptr) {
        struct str line = str_trim(str_split(&text, '\n'));

        if (line.len == 0 || line.ptr[0] == '%' || line.ptr[0] == '#')
            continue;
        if (str_eq_cstr(line, "LEFTHYPHENMIN 2") ||
            str_eq_cstr(line, "RIGHTHYPHENMIN 3"))
            continue;
        if (!is_plain(line))
            return false;
        add_pattern(trie, line);
    }
    return true;
}

static void emit_numbers(struct buf *out, const char *name, size_t table,
                         const uint32_t *numbers, size_t count)
{
    buf_addf(out, "static const uint16_t %s_%zu[] = {", name, table);
    for (size_t i = 0; i < count; i++)
        buf_addf(out, "%s%u,", i % NUMBERS_LINE == 0 ? "\n    " : " ",
                 numbers[i]);
    buf_add_cstr(out, "\n};\n");
}

static void emit_bytes(struct buf *out, const char *type, const char *name,
                       size_t table, struct str bytes)
{
    buf_addf(out, "static const %s %s_%zu[] =\n    ", type, name, table);
    emit_literal(out, bytes);
    buf_add_cstr(out, ";\n");
}

// Returns where the digits are in the pool, without the zeros in front as
// libhyphen wants them; they are added unless they are there.
static uint32_t place_digits(struct buf *pool, const char *digits, size_t len)
{
    struct buf wanted = {.arena = pool->arena};
    size_t at;

    while (len > 0 && *digits == '0') {
        digits++;
        len--;
    }
    if (len == 0)
        return 0;
    buf_add(&wanted, (struct str){digits, len});
    buf_add_char(&wanted, '\0');
    at = str_find(buf_str(pool), buf_str(&wanted), 1);
    if (at == SIZE_MAX) {
        at = pool->len;
        buf_add(pool, buf_str(&wanted));
    }
    return (uint32_t)at;
}

// Returns false if there are more states or digits than 16 bits can count.
static bool emit_arrays(struct trie *trie, size_t table, struct buf *out,
                        size_t *digits_size)
{
    size_t count = trie->nodes.len;
    uint32_t *fallbacks = arena_array_of(trie->arena, count, uint32_t);
    uint32_t *matches = arena_array_of(trie->arena, count, uint32_t);
    struct buf children = {.arena = trie->arena};
    struct buf letters = {.arena = trie->arena};
    struct buf pool = {.arena = trie->arena};

    buf_add_char(&pool, '\0');
    for (size_t i = 0; i < count; i++) {
        const struct trie_node *node = &trie->nodes.ptr[trie->order[i]];
        char degree = 0;

        for (uint32_t child = node->first_child; child != TRIE_NONE;
             child = trie->nodes.ptr[child].next_sibling)
            degree++;
        buf_add_char(&children, degree);
        buf_add_char(&letters, node->letter);
        if (i > 0)
            fallbacks[i] = trie->nodes.ptr[node->fallback].number;
        if (node->digits)
            matches[i] = place_digits(&pool, node->digits, node->depth + 1);
    }
    emit_bytes(out, "char", "letters", table, buf_str(&letters));
    emit_bytes(out, "char", "digits", table, buf_str(&pool));
    emit_bytes(out, "unsigned char", "children", table, buf_str(&children));
    emit_numbers(out, "fallbacks", table, fallbacks, count);
    emit_numbers(out, "matches", table, matches, count);
    *digits_size = pool.len;
    return count <= UINT16_MAX && pool.len <= UINT16_MAX;
}

static struct str name_of(struct str path)
{
    struct str name = path;

    while (path.ptr)
        name = str_split(&path, '/');
    if (str_starts(name, STR("hyph_")) && str_ends(name, STR(".dic")))
        return str_slice(name, 5, name.len - 4);
    return name;
}

static bool emit_table(struct arena *arena, const char *path, size_t table,
                       struct buf *arrays, struct buf *rows)
{
    struct str text;
    struct trie trie;
    size_t digits_size;
    struct str name = str_from_cstr(path);

    if (!emit_read(arena, path, &text))
        return false;
    trie_init(&trie, arena);
    if (!(str_ends(name, STR(".tex")) ? read_tex(&trie, text)
                                      : read_dictionary(&trie, text))) {
        fprintf(stderr, "embed: %s: no plain list of patterns\n", path);
        return false;
    }
    trie_finish(&trie);
    if (!emit_arrays(&trie, table, arrays, &digits_size)) {
        fprintf(stderr, "embed: %s: too many patterns\n", path);
        return false;
    }
    name = name_of(name);
    buf_addf(rows,
             "    {\"%.*s\", %d, %d, %zu, children_%zu, letters_%zu,\n"
             "     fallbacks_%zu, matches_%zu, digits_%zu, %zu},\n",
             STR_ARG(name), LEFT_MIN, RIGHT_MIN, trie.nodes.len, table, table,
             table, table, table, digits_size);
    return true;
}

bool patterns_generate(struct arena *arena, char *const *paths, size_t count,
                       struct str *out)
{
    struct buf buf = {.arena = arena};
    struct buf rows = {.arena = arena};

    buf_add_cstr(&buf, "// Generated from pattern files by src/embed.\n"
                       "#include \"text/patterns.h\"\n\n");
    for (size_t i = 0; i < count; i++)
        if (!emit_table(arena, paths[i], i, &buf, &rows))
            return false;
    buf_addf(&buf, "const struct pattern_table pattern_tables[] = {\n%.*s};\n",
             STR_ARG(buf_str(&rows)));
    buf_addf(&buf, "const size_t pattern_table_count = %zu;\n", count);
    *out = buf_str(&buf);
    return true;
}
