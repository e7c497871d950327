// SPDX-License-Identifier: MIT
// Hyphenation with libhyphen. A dictionary is looked for when the hyphenator
// is made but read when the first word is divided, for most CVs are set
// without any. Those that the executable carries are given to libhyphen as
// its own loader would have built them. Non-standard divisions, which change
// the spelling (German before 1996), are left out: the text must stay what the
// user wrote.
#include "text/hyphen.h"

#include "base/utf8.h"
#include "text/data_file.h"
#include "text/patterns.h"

#include <assert.h>
#include <hyphen.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Letters that must stay at the line's end and go to the next one, at least
// (TeX's \lefthyphenmin and \righthyphenmin for English).
#define LEFT_MIN 2
#define RIGHT_MIN 3
// No word of any language is longer; it bounds the work on hostile input.
#define WORD_MAX 256

// What TeX's patterns are called, and the dictionary that they replace.
#define TEX_TABLE "hyphen.tex"
#define TEX_LANGUAGE "en_US"

struct dictionary {
    const struct pattern_table *table; // in the executable, or NULL
    const char *path;                  // of the file if there is no table
    HyphenDict *dict;                  // NULL until it is needed
    iconv_t converter;                 // to the dictionary's encoding
    bool tried;
    bool converts;
};

// The dictionaries are apart so that a constant hyphenator can load them.
struct hyphenator {
    struct arena *arena;
    struct dictionary *dictionary;
    struct dictionary *tex; // the same where TeX has none of its own
};

static bool file_exists(const char *path)
{
    FILE *file = fopen(path, "rb");

    if (file)
        fclose(file);
    return file != NULL;
}

static const struct pattern_table *find_table(struct str name)
{
    for (size_t i = 0; i < pattern_table_count; i++)
        if (str_eq_cstr(name, pattern_tables[i].name))
            return &pattern_tables[i];
    return NULL;
}

static struct dictionary *new_dictionary(struct arena *arena,
                                         const struct pattern_table *table,
                                         const char *path)
{
    struct dictionary *dictionary = arena_new_of(arena, struct dictionary);

    dictionary->table = table;
    dictionary->path = path;
    return dictionary;
}

static struct dictionary *dictionary_of(struct arena *arena, struct str tag)
{
    struct str name = str_format(arena, "hyph_%.*s.dic", STR_ARG(tag));
    const struct pattern_table *table = find_table(tag);
    const char *path = data_file_path(arena, "hyphen", name);

    if (table || file_exists(path))
        return new_dictionary(arena, table, path);
    path = str_format(arena, "/usr/share/hyphen/%s", name.ptr).ptr;
    return file_exists(path) ? new_dictionary(arena, NULL, path) : NULL;
}

// Where the region of a bare language is not the language's own name.
static struct str main_region(struct arena *arena, struct str language)
{
    static const char *const regions[][2] = {
        {"af", "ZA"}, {"be", "BY"}, {"cs", "CZ"}, {"da", "DK"}, {"el", "GR"},
        {"en", "US"}, {"et", "EE"}, {"eu", "ES"}, {"gl", "ES"}, {"hi", "IN"},
        {"nb", "NO"}, {"nn", "NO"}, {"sl", "SI"}, {"sq", "AL"}, {"sr", "RS"},
        {"sv", "SE"}, {"te", "IN"}, {"uk", "UA"}, {"zu", "ZA"},
    };

    for (size_t i = 0; i < sizeof regions / sizeof regions[0]; i++)
        if (str_eq_cstr(language, regions[i][0]))
            return str_from_cstr(regions[i][1]);
    return str_ascii_upper(arena, language);
}

static bool is_tag(struct str tag)
{
    for (size_t i = 0; i < tag.len; i++)
        if (!ascii_is_alnum(tag.ptr[i]) && tag.ptr[i] != '-' &&
            tag.ptr[i] != '_')
            return false; // no path leads out of the folder
    return tag.len > 0;
}

// "de-AT": its own file, then the language's main one, then the plain one.
static struct dictionary *find_dictionary(struct arena *arena, struct str tag)
{
    size_t end = 0;
    struct str language;
    struct str region;
    struct dictionary *found = NULL;

    while (end < tag.len && ascii_is_alpha(tag.ptr[end]))
        end++;
    language = str_ascii_lower(arena, str_slice(tag, 0, end));
    region = str_ascii_upper(arena, str_slice(tag, end + 1, tag.len));
    if (region.len > 0)
        found = dictionary_of(
            arena,
            str_format(arena, "%.*s_%.*s", STR_ARG(language), STR_ARG(region)));
    if (found)
        return found;
    region = main_region(arena, language);
    found =
        dictionary_of(arena, str_format(arena, "%.*s_%.*s", STR_ARG(language),
                                        STR_ARG(region)));
    return found ? found : dictionary_of(arena, language);
}

// TeX's patterns if they are of the dictionary's language.
static struct dictionary *find_tex(struct arena *arena,
                                   struct dictionary *dictionary)
{
    const struct pattern_table *table = find_table(STR(TEX_TABLE));
    bool english =
        dictionary->table && strcmp(dictionary->table->name, TEX_LANGUAGE) == 0;

    if (!english && dictionary->path)
        english = str_ends(str_from_cstr(dictionary->path),
                           STR("/hyph_" TEX_LANGUAGE ".dic"));
    return table && english ? new_dictionary(arena, table, NULL) : dictionary;
}

struct hyphenator *hyphenator_new(struct str language)
{
    struct arena *arena;
    struct hyphenator *hyphenator;

    if (!is_tag(language))
        return NULL;
    arena = arena_new();
    hyphenator = arena_new_of(arena, struct hyphenator);
    hyphenator->arena = arena;
    hyphenator->dictionary = find_dictionary(arena, language);
    if (!hyphenator->dictionary) {
        arena_free(arena);
        return NULL;
    }
    hyphenator->tex = find_tex(arena, hyphenator->dictionary);
    return hyphenator;
}

void hyphenator_free(struct hyphenator *hyphenator)
{
    if (!hyphenator)
        return;
    // What was built from a table is in the arena.
    if (hyphenator->dictionary->dict && !hyphenator->dictionary->table)
        hnj_hyphen_free(hyphenator->dictionary->dict);
    if (hyphenator->dictionary->converts)
        iconv_close(hyphenator->dictionary->converter);
    arena_free(hyphenator->arena);
}

static HyphenDict *dict_from_table(struct arena *arena,
                                   const struct pattern_table *table)
{
    size_t count = table->state_count;
    HyphenDict *dict = arena_new_of(arena, HyphenDict);
    HyphenState *states = arena_array_of(arena, count, HyphenState);
    HyphenTrans *links = arena_array_of(arena, count, HyphenTrans);
    char *digits = arena_alloc(arena, table->digits_size);
    size_t next = 1;

    memcpy(digits, table->digits, table->digits_size);
    for (size_t i = 0; i < count; i++) {
        states[i].fallback_state = i > 0 ? table->fallbacks[i] : -1;
        if (table->matches[i] > 0)
            states[i].match = digits + table->matches[i];
        states[i].num_trans = table->children[i];
        states[i].trans = links + next;
        for (int j = 0; j < table->children[i]; j++, next++)
            links[next] = (HyphenTrans){table->chars[next], (int)next};
    }
    assert(next == count);
    dict->lhmin = (char)table->left_min;
    dict->rhmin = (char)table->right_min;
    dict->utf8 = 1;
    dict->num_states = (int)count;
    dict->states = states;
    return dict;
}

static bool load(struct arena *arena, struct dictionary *dictionary)
{
    if (dictionary->tried)
        return dictionary->dict != NULL;
    dictionary->tried = true;
    if (dictionary->table)
        dictionary->dict = dict_from_table(arena, dictionary->table);
    else
        dictionary->dict = hnj_hyphen_load(dictionary->path);
    if (!dictionary->dict || dictionary->dict->utf8)
        return dictionary->dict != NULL;
    dictionary->converter = iconv_open(dictionary->dict->cset, "UTF-8");
    dictionary->converts = dictionary->converter != (iconv_t)-1;
    if (!dictionary->converts) {
        hnj_hyphen_free(dictionary->dict);
        dictionary->dict = NULL;
    }
    return dictionary->converts;
}

// The word as the dictionary wants it: lower case, in its encoding, one
// entry of ends[] for each character.
struct prepared {
    char bytes[4 * WORD_MAX + 1];
    size_t len;
    uint16_t ends[WORD_MAX]; // in the original word
    size_t count;
};

static bool add_rune(const struct dictionary *dictionary, uint32_t rune,
                     struct prepared *word)
{
    char utf8[4];
    size_t len = utf8_encode(rune_lower(rune), utf8);
    char *in = utf8;
    char *out = word->bytes + word->len;
    size_t room = 1;

    if (!dictionary->converts) {
        memcpy(out, utf8, len);
        word->len += len;
        return true;
    }
    // The encodings of dictionaries have one byte for a character; what is
    // not in them is in no pattern.
    if (iconv(dictionary->converter, &in, &len, &out, &room) == (size_t)-1 ||
        room != 0)
        return false;
    word->len++;
    return true;
}

static bool prepare(const struct dictionary *dictionary, struct str text,
                    struct prepared *word)
{
    size_t at = 0;

    word->len = 0;
    word->count = 0;
    if (utf8_check(text) < text.len || text.len > UINT16_MAX)
        return false;
    while (at < text.len) {
        if (word->count == WORD_MAX ||
            !add_rune(dictionary, utf8_next(text, &at), word))
            return false;
        word->ends[word->count++] = (uint16_t)at;
    }
    word->bytes[word->len] = '\0';
    return word->count >= LEFT_MIN + RIGHT_MIN;
}

static int at_least(int value, int least)
{
    return value > least ? value : least;
}

// Marks after which characters the word may be divided, digits that are odd;
// what changes the spelling is cleared.
static bool mark_divisions(HyphenDict *dict, const struct prepared *word,
                           char marks[4 * WORD_MAX + 8])
{
    char **changes = NULL;
    int *positions = NULL;
    int *cuts = NULL;
    int failed;

    memset(marks, '0', 4 * WORD_MAX + 8);
    failed = hnj_hyphen_hyphenate3(
        dict, word->bytes, (int)word->len, marks, NULL, &changes, &positions,
        &cuts, at_least(dict->lhmin, LEFT_MIN),
        at_least(dict->rhmin, RIGHT_MIN), dict->clhmin, dict->crhmin);
    for (size_t i = 0; changes && i < word->len; i++) {
        if (changes[i] && i < word->count)
            marks[i] = '0';
        free(changes[i]);
    }
    free(changes);
    free(positions);
    free(cuts);
    return !failed;
}

static size_t divide(struct arena *arena, struct dictionary *dictionary,
                     struct str word, uint16_t *offsets, size_t max)
{
    struct prepared prepared;
    char marks[4 * WORD_MAX + 8];
    size_t count = 0;

    if (!load(arena, dictionary) || !prepare(dictionary, word, &prepared) ||
        !mark_divisions(dictionary->dict, &prepared, marks))
        return 0;
    for (size_t i = LEFT_MIN - 1; i + RIGHT_MIN < prepared.count; i++)
        if (marks[i] & 1 && count < max)
            offsets[count++] = prepared.ends[i];
    return count;
}

size_t hyphenator_divide(const struct hyphenator *hyphenator, struct str word,
                         uint16_t *offsets, size_t max)
{
    return divide(hyphenator->arena, hyphenator->dictionary, word, offsets,
                  max);
}

size_t hyphenator_divide_tex(const struct hyphenator *hyphenator,
                             struct str word, uint16_t *offsets, size_t max)
{
    return divide(hyphenator->arena, hyphenator->tex, word, offsets, max);
}
