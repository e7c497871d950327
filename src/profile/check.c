// SPDX-License-Identifier: MIT
// Texts and keys: the errors that any part of a profile can have.
#include "profile/check.h"

#include "profile/contact.h"
#include "profile/excerpt.h"

struct str check_quote_hint(struct arena *arena, const struct node *node)
{
    const struct pair *pair;

    if (node->kind != NODE_MAP || node->pairs.len != 1)
        return (struct str){"", 0};
    pair = &node->pairs.ptr[0];
    if (pair->value->kind == NODE_LIST || pair->value->kind == NODE_MAP)
        return (struct str){"", 0};
    if (str_eq_cstr(pair->key, "text"))
        return STR("a text stands here without a key");
    return str_format(arena,
                      "if it is a text, quote it because of the colon: "
                      "\"%.*s: %.*s\"",
                      STR_ARG(excerpt(arena, pair->key)),
                      STR_ARG(excerpt(arena, pair->value->text)));
}

void check_expected(const struct checker *checker, const struct node *node,
                    const char *what)
{
    if (node->partial)
        return;
    diag_error(checker->diags, node->pos,
               check_quote_hint(checker->arena, node), "expected %s, found %s",
               what, node_describe(node));
}

bool check_text(const struct checker *checker, const struct node *node,
                struct text *text)
{
    *text = (struct text){.str = {"", 0}};
    if (node_is_null(node))
        return false;
    if (node->kind != NODE_SCALAR) {
        check_expected(checker, node, "a text");
        return false;
    }
    text->str = str_trim(node->text);
    text->pos = node->pos;
    return text->str.len > 0;
}

// True if a key of map is a misspelling of key: that was told already.
static bool is_misspelt(const struct node *map, const char *key)
{
    struct str name = str_from_cstr(key);

    for (size_t i = 0; i < map->pairs.len; i++)
        if (suggest_nearest(map->pairs.ptr[i].key, &name, 1).len > 0)
            return true;
    return false;
}

bool check_picture(const struct checker *checker, const struct node *node,
                   const char *what, struct text *text)
{
    if (!check_text(checker, node, text))
        return false;
    if (!url_has_scheme(text->str))
        return true;
    diag_error(
        checker->diags, text->pos, STR("download it and name the file here"),
        "the %s must be a file: nothing is loaded from the network", what);
    *text = (struct text){.str = {"", 0}};
    return false;
}

void check_texts(const struct checker *checker, const struct node *node,
                 struct text_list *texts)
{
    struct text text;

    if (node_is_null(node))
        return;
    if (node->kind == NODE_MAP) {
        check_expected(checker, node, "a list of texts");
        return;
    }
    if (node->kind == NODE_SCALAR && check_text(checker, node, &text))
        vec_push(checker->arena, texts, text);
    for (size_t i = 0; i < node->items.len; i++)
        if (check_text(checker, node->items.ptr[i], &text))
            vec_push(checker->arena, texts, text);
}

bool check_mandatory(const struct checker *checker, const struct node *map,
                     const char *key, const char *owner, struct text *text)
{
    const struct node *value = node_lookup(map, key);
    bool present = check_text(checker, value, text);

    if (!value && is_misspelt(map, key))
        return false;
    if (!present &&
        (!value || value->kind == NODE_NULL || value->kind == NODE_SCALAR))
        diag_error(checker->diags, map->pos, (struct str){"", 0},
                   "this %s has no %s", owner, key);
    return present;
}

static size_t count_keys(const char *const *keys)
{
    size_t count = 0;

    while (keys[count])
        count++;
    return count;
}

bool check_is_key(struct str word, const char *const *keys)
{
    for (size_t i = 0; keys[i]; i++)
        if (str_eq_cstr(word, keys[i]))
            return true;
    return false;
}

struct str check_nearest(struct arena *arena, struct str word,
                         const char *const *keys)
{
    size_t count = count_keys(keys);
    struct str *candidates = arena_array_of(arena, count, struct str);

    for (size_t i = 0; i < count; i++)
        candidates[i] = str_from_cstr(keys[i]);
    return suggest_nearest(word, candidates, count);
}

struct str check_join(struct arena *arena, const char *const *keys)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; keys[i]; i++) {
        if (i > 0)
            buf_add_cstr(&buf, ", ");
        buf_add_cstr(&buf, keys[i]);
    }
    return buf_str(&buf);
}

struct str check_did_you_mean(struct arena *arena, struct str word,
                              struct str other)
{
    return word.len > 0
               ? str_format(arena, "did you mean '%.*s'?", STR_ARG(word))
               : other;
}

void check_report_key(const struct checker *checker, const struct pair *pair,
                      const char *const *known, const char *where,
                      struct str hint)
{
    struct arena *arena = checker->arena;

    if (hint.len == 0)
        hint =
            check_did_you_mean(arena, check_nearest(arena, pair->key, known),
                               str_format(arena, "the keys are %.*s",
                                          STR_ARG(check_join(arena, known))));
    diag_error(checker->diags, pair->key_pos, hint, "unknown key '%.*s' in %s",
               STR_ARG(excerpt(arena, pair->key)), where);
}

void check_keys(const struct checker *checker, const struct node *map,
                const char *const *known, const char *where)
{
    for (size_t i = 0; i < map->pairs.len; i++)
        if (!check_is_key(map->pairs.ptr[i].key, known))
            check_report_key(checker, &map->pairs.ptr[i], known, where,
                             (struct str){"", 0});
}
