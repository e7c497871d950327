// SPDX-License-Identifier: MIT
// Sections: titles out of keys, options, entries.
#include "profile/parts.h"

#include "base/utf8.h"
#include "profile/excerpt.h"
#include "profile/keys.h"
#include "profile/misplaced.h"

// Title case as newspapers have it leaves these small.
static const char *const small_words[] = {
    "a",    "and",  "as",   "at",  "but",  "by",   "for",  "from", "if", "in",
    "into", "like", "near", "nor", "of",   "off",  "on",   "onto", "or", "over",
    "so",   "than", "that", "to",  "upon", "when", "with", "yet",  NULL};

static bool is_title(struct str key)
{
    for (size_t offset = 0; offset < key.len;) {
        uint32_t rune = utf8_next(key, &offset);

        if (rune == ' ' || rune_is_upper(rune))
            return true;
    }
    return false;
}

static struct str title_from_key(struct arena *arena, struct str key)
{
    struct buf buf = {.arena = arena};
    struct str rest = key;

    if (is_title(key))
        return key;
    while (rest.ptr) {
        struct str word = str_split(&rest, '_');
        size_t offset = 0;

        if (word.len == 0)
            continue;
        if (buf.len == 0 || !check_is_key(word, small_words))
            buf_add_rune(&buf, rune_upper(utf8_next(word, &offset)));
        buf_add(&buf, str_slice(word, offset, word.len));
        if (rest.ptr)
            buf_add_char(&buf, ' ');
    }
    return str_trim(buf_str(&buf));
}

static void report_no_list(const struct checker *checker,
                           const struct pair *pair)
{
    static const char *const header[] = {
        "name", "headline", "location", "email", "phone", "website", NULL};
    struct str hint = STR("begin each entry with \"- \", or write them under "
                          "the key entries");

    if (pair->value->kind == NODE_SCALAR)
        hint = check_is_key(pair->key, header)
                   ? misplaced_hint(checker->arena, pair->key)
               : str_starts(pair->value->text, STR("-"))
                   ? STR("write a space behind the \"-\" of each entry")
                   : STR("begin the text in the next line with \"- \"");
    diag_error(checker->diags, pair->value->pos, hint,
               "a section is a list of entries, found %s",
               node_describe(pair->value));
}

const char *const section_keys[] = {"title",  "page_break", "column",  "lang",
                                    "design", "tags",       "entries", NULL};

// A section with options of its own is a map whose entries are under a key;
// returns those, or NULL.
static const struct node *read_options(const struct checker *checker,
                                       const struct node *map,
                                       struct section *section)
{
    const struct pair *entries = node_lookup_pair(map, STR("entries"));
    struct text title;

    if (!entries)
        return NULL;
    check_keys(checker, map, section_keys, "a section");
    if (check_text(checker, node_lookup(map, "title"), &title))
        section->title = title;
    section->page_break = page_break_read(checker, map);
    section->column = column_read(checker, map);
    section->language = language_read(checker, map);
    section->design = node_lookup(map, "design");
    return entries->value;
}

static struct section section_read(const struct checker *checker,
                                   const struct pair *pair)
{
    struct section section = {
        .key = pair->key,
        .title = {title_from_key(checker->arena, pair->key), pair->key_pos},
    };
    const struct node *list = pair->value;

    if (list->kind == NODE_MAP)
        list = read_options(checker, list, &section);
    if (list && list->kind == NODE_NULL)
        return section;
    if (!list || list->kind != NODE_LIST) {
        if (!pair->value->partial)
            report_no_list(checker, pair);
        return section;
    }
    entries_read(checker, list, &section.entries);
    return section;
}

void sections_read(const struct checker *checker, const struct node *node,
                   struct cv *cv)
{
    if (node->kind != NODE_MAP) {
        check_expected(checker, node, "a map of section titles to entries");
        return;
    }
    for (size_t i = 0; i < node->pairs.len; i++) {
        struct section section = section_read(checker, &node->pairs.ptr[i]);

        vec_push(checker->arena, &cv->sections, section);
    }
}
