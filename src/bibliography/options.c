// SPDX-License-Identifier: MIT
// What a section says about its bibliography.
#include "bibliography/parts.h"

#include "bibliography/keys.h"
#include "profile/excerpt.h"
#include "profile/keys.h"

const char *const bib_option_keys[] = {
    "bibliography", "include",  "exclude",      "keys", "where",
    "sort",         "group_by", "group_titles", NULL};

bool bib_options_has(struct str key)
{
    return check_is_key(key, bib_option_keys);
}

bool bib_options_misspelt(struct arena *arena, struct str key)
{
    return !bib_options_has(key) && !check_is_key(key, section_keys) &&
           check_nearest(arena, key, bib_option_keys).len > 0;
}

// A longer list is not written by hand.
#define MAX_TEXTS 1000

static void read_texts(const struct checker *checker, const struct node *node,
                       struct text_list *texts)
{
    if (node && node->items.len > MAX_TEXTS)
        diag_error(checker->diags, node->pos, (struct str){"", 0},
                   "this list has more than %d texts", MAX_TEXTS);
    else
        check_texts(checker, node, texts);
}

// Returns the number of the word in words, or 0 after an error.
static size_t read_word(const struct checker *checker, const struct text *text,
                        const char *what, const char *const *words)
{
    struct arena *arena = checker->arena;

    for (size_t i = 0; words[i]; i++)
        if (str_eq_cstr(text->str, words[i]))
            return i;
    diag_error(
        checker->diags, text->pos,
        check_did_you_mean(arena, check_nearest(arena, text->str, words),
                           str_format(arena, "it is one of %.*s",
                                      STR_ARG(check_join(arena, words)))),
        "'%.*s' is no value of %s", STR_ARG(excerpt(arena, text->str)), what);
    return 0;
}

const char *const bib_sort_words[] = {"-date",  "date",   "title",
                                      "-title", "author", "-author",
                                      "file",   "-file",  NULL};

static void read_sort(const struct checker *checker, const struct node *section,
                      struct bib_options *options)
{
    static const enum bib_sort sorts[] = {
        BIB_SORT_DATE,   BIB_SORT_DATE,   BIB_SORT_TITLE, BIB_SORT_TITLE,
        BIB_SORT_AUTHOR, BIB_SORT_AUTHOR, BIB_SORT_FILE,  BIB_SORT_FILE};
    struct text text;
    size_t word;

    options->sort = options->keys.len > 0 ? BIB_SORT_FILE : BIB_SORT_DATE;
    options->descending = options->sort == BIB_SORT_DATE;
    if (!check_text(checker, node_lookup(section, "sort"), &text))
        return;
    word = read_word(checker, &text, "sort", bib_sort_words);
    options->sort = sorts[word];
    options->descending = bib_sort_words[word][0] == '-';
}

const char *const bib_group_words[] = {"none", "type", "year", NULL};

static void read_group(const struct checker *checker,
                       const struct node *section, struct bib_options *options)
{
    struct text text;

    if (check_text(checker, node_lookup(section, "group_by"), &text))
        options->group = (enum bib_group)read_word(checker, &text, "group_by",
                                                   bib_group_words);
}

static const struct node *read_map(const struct checker *checker,
                                   const struct node *section, const char *key,
                                   const char *what)
{
    const struct node *map = node_lookup(section, key);

    if (node_is_null(map))
        return NULL;
    if (map->kind == NODE_MAP)
        return map;
    check_expected(checker, map, what);
    return NULL;
}

static void check_misspelt(const struct checker *checker,
                           const struct node *section)
{
    for (size_t i = 0; i < section->pairs.len; i++) {
        const struct pair *pair = &section->pairs.ptr[i];

        if (bib_options_misspelt(checker->arena, pair->key))
            check_report_key(checker, pair, bib_option_keys, "a bibliography",
                             (struct str){"", 0});
    }
}

static bool is_empty(const struct node *node)
{
    return node->kind != NODE_MAP && node->items.len == 0;
}

void bib_options_read(const struct checker *checker, const struct node *section,
                      struct bib_options *options)
{
    const struct node *files = node_lookup(section, "bibliography");

    *options = (struct bib_options){.sort = BIB_SORT_DATE};
    check_misspelt(checker, section);
    read_texts(checker, files, &options->paths);
    read_texts(checker, node_lookup(section, "include"), &options->include);
    read_texts(checker, node_lookup(section, "exclude"), &options->exclude);
    read_texts(checker, node_lookup(section, "keys"), &options->keys);
    options->where = read_map(checker, section, "where",
                              "a map of fields to what is looked for");
    options->group_titles =
        read_map(checker, section, "group_titles", "a map of types to titles");
    read_sort(checker, section, options);
    read_group(checker, section, options);
    if (options->paths.len == 0 && (node_is_null(files) || is_empty(files)))
        diag_error(checker->diags,
                   node_lookup_pair(section, STR("bibliography"))->key_pos,
                   STR("bibliography: papers.bib"),
                   "the bibliography names no file");
}
