// SPDX-License-Identifier: MIT
// Hyphenation with the English patterns, and with small dictionaries made
// here for what English does not have.
#include "text/hyphen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

// The word with a '-' wherever it may be divided.
static void divide(const struct hyphenator *hyphenator, const char *word,
                   char *out)
{
    uint16_t offsets[64];
    size_t count =
        hyphenator_divide(hyphenator, str_from_cstr(word), offsets, 64);
    size_t next = 0;

    for (size_t i = 0; word[i]; i++) {
        if (next < count && offsets[next] == i) {
            *out++ = '-';
            next++;
        }
        *out++ = word[i];
    }
    *out = '\0';
    assert_int_equal(next, count);
}

static void test_english(void **state)
{
    // As TeX divides them (The TeXbook, appendix H, for the first two).
    static const struct {
        const char *word, *divided;
    } cases[] = {
        {"hyphenation", "hy-phen-ation"},
        {"concatenation", "con-cate-na-tion"},
        {"submissions", "sub-mis-sions"},
        {"Engineering", "En-gi-neer-ing"},
        {"CAPITALS", "CAP-I-TALS"},
        {"only", "only"},
        {"a", "a"},
        {"", ""},
        // no more than two before, three behind
        {"after", "af-ter"},
        {"ideal", "ideal"},
        {"na\xc3\xafvely", "na\xc3\xafvely"},
        {"\xff\xfe\xfd\xfc\xfb\xfa", "\xff\xfe\xfd\xfc\xfb\xfa"},
    };
    struct hyphenator *hyphenator = hyphenator_new(STR("en"));
    char out[256];

    (void)state;
    assert_non_null(hyphenator);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        divide(hyphenator, cases[i].word, out);
        assert_string_equal(out, cases[i].divided);
    }
    hyphenator_free(hyphenator);
}

static void test_tex_patterns(void **state)
{
    // As LuaTeX divides them; Debian's dictionary divides the first five
    // otherwise, and TeX's patterns alone the next three.
    static const struct {
        const char *word, *divided;
    } cases[] = {
        {"promise", "promise"},         {"robot", "robot"},
        {"stochastic", "stochas-tic"},  {"contribute", "con-tribute"},
        {"atmosphere", "at-mo-sphere"}, {"project", "project"},
        {"Associates", "as-so-ciates"}, {"table", "ta-ble"},
        {"tables", "ta-bles"},          {"associated", "as-so-ci-ated"},
    };
    struct hyphenator *hyphenator = hyphenator_new(STR("en"));

    (void)state;
    assert_non_null(hyphenator);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str word = str_from_cstr(cases[i].word);
        uint16_t offsets[8];
        size_t count = hyphenator_divide_tex(hyphenator, word, offsets, 8);
        size_t next = 0;
        char out[64];
        char *end = out;

        for (size_t j = 0; j < word.len; j++) {
            if (next < count && offsets[next] == j) {
                *end++ = '-';
                next++;
            }
            *end++ = ascii_is_upper(word.ptr[j]) ? (char)(word.ptr[j] + 32)
                                                 : word.ptr[j];
        }
        *end = '\0';
        assert_string_equal(out, cases[i].divided);
    }
    hyphenator_free(hyphenator);
}

static void test_room_for_offsets(void **state)
{
    struct hyphenator *hyphenator = hyphenator_new(STR("en-US"));
    uint16_t offsets[2] = {7, 7};

    (void)state;
    assert_int_equal(
        hyphenator_divide(hyphenator, STR("concatenation"), offsets, 1), 1);
    assert_int_equal(offsets[0], 3);
    assert_int_equal(offsets[1], 7);
    assert_int_equal(
        hyphenator_divide(hyphenator, STR("concatenation"), offsets, 0), 0);
    hyphenator_free(hyphenator);
}

static void test_long_words(void **state)
{
    struct hyphenator *hyphenator = hyphenator_new(STR("en"));
    char word[5000];
    uint16_t offsets[64];

    (void)state;
    for (size_t i = 0; i < sizeof word; i++)
        word[i] = "hyphenation"[i % 11];
    for (size_t len = 0; len < sizeof word; len += 13) {
        size_t count =
            hyphenator_divide(hyphenator, (struct str){word, len}, offsets, 64);

        for (size_t i = 0; i < count; i++)
            assert_true(offsets[i] >= 2 && offsets[i] + 3u <= len);
    }
    hyphenator_free(hyphenator);
}

static void test_no_dictionary(void **state)
{
    static const char *const tags[] = {"xx",    "",  "../../etc/passwd",
                                       "en/US", "-", "x-klingon"};

    (void)state;
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        assert_null(hyphenator_new(str_from_cstr(tags[i])));
    hyphenator_free(NULL);
}

static const struct {
    const char *name, *text;
} dictionaries[] = {
    // "b\xfc" in Latin 1 is "bü".
    {"hyph_de_DE.dic", "ISO8859-1\nb\xfc"
                       "1b\n"},
    {"hyph_sv_SE.dic", "UTF-8\nLEFTHYPHENMIN 4\nRIGHTHYPHENMIN 4\na1b\n"},
    // A division that changes the spelling: "asb" may be "as-sb".
    {"hyph_hu_HU.dic", "UTF-8\ns1b/ss=b,1,2\nc1d\n"},
    {"hyph_it_IT.dic", "NO-SUCH-CHARSET\na1b\n"},
    {"hyph_fr_FR.dic", ""},
};

#define DICTIONARY_COUNT (sizeof dictionaries / sizeof dictionaries[0])

static void write_dictionaries(const char *root)
{
    char path[512];

    snprintf(path, sizeof path, "%s/hyphen", root);
    assert_int_equal(mkdir(path, 0700), 0);
    for (size_t i = 0; i < DICTIONARY_COUNT; i++) {
        FILE *file;

        snprintf(path, sizeof path, "%s/hyphen/%s", root, dictionaries[i].name);
        file = fopen(path, "wb");
        assert_non_null(file);
        fputs(dictionaries[i].text, file);
        fclose(file);
    }
}

static void remove_dictionaries(const char *root)
{
    char path[512];

    for (size_t i = 0; i < DICTIONARY_COUNT; i++) {
        snprintf(path, sizeof path, "%s/hyphen/%s", root, dictionaries[i].name);
        assert_int_equal(unlink(path), 0);
    }
    snprintf(path, sizeof path, "%s/hyphen", root);
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(rmdir(root), 0);
}

static void test_small_dictionaries(void **state)
{
    static const struct {
        const char *language, *word, *divided;
    } cases[] = {
        {"de",
         "xxb\xc3\xbc"
         "bxx",
         "xxb\xc3\xbc-bxx"},
        {"de-AT",
         "XXB\xc3\x9c"
         "BXX",
         "XXB\xc3\x9c-BXX"},
        // not in Latin 1
        {"de",
         "xxb\xc3\xbc"
         "b\xce\xb1x",
         "xxb\xc3\xbc"
         "b\xce\xb1x"},
        {"sv", "xxxabxxx", "xxxa-bxxx"},
        {"sv", "xxabxxx", "xxabxxx"},
        {"sv", "xxxabxx", "xxxabxx"},
        {"hu", "xxsbxxcdxx", "xxsbxxc-dxx"},
        {"it", "xxxabxxx", "xxxabxxx"},
        {"fr", "xxxabxxx", "xxxabxxx"},
    };
    char root[] = "/tmp/vita-test-hyphen-XXXXXX";
    char out[256];

    (void)state;
    assert_non_null(mkdtemp(root));
    write_dictionaries(root);
    assert_int_equal(setenv("VITA_DATA_DIR", root, 1), 0);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct hyphenator *hyphenator =
            hyphenator_new(str_from_cstr(cases[i].language));

        assert_non_null(hyphenator);
        divide(hyphenator, cases[i].word, out);
        assert_string_equal(out, cases[i].divided);
        hyphenator_free(hyphenator);
    }
    assert_int_equal(unsetenv("VITA_DATA_DIR"), 0);
    remove_dictionaries(root);
}

#define ENGLISH "/usr/share/hyphen/hyph_en_US.dic"

// All words of a file must be divided alike.
static void compare_words(const struct hyphenator *a,
                          const struct hyphenator *b, const char *path)
{
    FILE *file = fopen(path, "rb");
    char word[128];
    size_t count = 0;

    assert_non_null(file);
    while (fscanf(file, "%100[A-Za-z]%*[^A-Za-z]", word) == 1) {
        char divided_a[256];
        char divided_b[256];

        divide(a, word, divided_a);
        divide(b, word, divided_b);
        assert_string_equal(divided_a, divided_b);
        count++;
    }
    fclose(file);
    assert_true(count > 1000);
}

// The table in the executable against the dictionary that it was made of,
// which libhyphen reads under another name.
static void test_table(void **state)
{
    char root[] = "/tmp/test_hyphen_XXXXXX";
    char folder[64];
    char path[128];
    struct hyphenator *table;
    struct hyphenator *file;

    (void)state;
    if (access(ENGLISH, R_OK) != 0)
        skip();
    assert_non_null(mkdtemp(root));
    snprintf(folder, sizeof folder, "%s/hyphen", root);
    snprintf(path, sizeof path, "%s/hyph_qa.dic", folder);
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_int_equal(symlink(ENGLISH, path), 0);
    assert_int_equal(setenv("VITA_DATA_DIR", root, 1), 0);
    table = hyphenator_new(STR("en-US"));
    file = hyphenator_new(STR("qa"));
    assert_non_null(table);
    assert_non_null(file);
    compare_words(table, file, "../tex/paragraphs.txt");
    hyphenator_free(table);
    hyphenator_free(file);
    assert_int_equal(unsetenv("VITA_DATA_DIR"), 0);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
    assert_int_equal(rmdir(root), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_english),
        cmocka_unit_test(test_tex_patterns),
        cmocka_unit_test(test_room_for_offsets),
        cmocka_unit_test(test_long_words),
        cmocka_unit_test(test_no_dictionary),
        cmocka_unit_test(test_small_dictionaries),
        cmocka_unit_test(test_table),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
