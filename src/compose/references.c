// SPDX-License-Identifier: MIT
// Keys are kept sorted. Numbered lists are asked for in the same order both
// times, so that a cursor finds them again.
#include "compose/references.h"

#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>

// A place that is named after the key alone could be some section's.
#define ENTRY_ANCHOR "ref-"
#define CITATION_ANCHOR "cite-"
// Looking for the nearest key goes through all of them, for the place in the
// source through the source: after so many mistakes it is left.
#define HINTS_MAX 100
// A key is looked for in so many bytes of the source behind where its text
// begins.
#define SEARCH_MAX 4096

struct references {
    struct arena *arena;
    struct reference_list list; // by key
    struct str_list keys;       // likewise
    struct str_list dropped;    // of entries that are left out, or not; sorted
    struct listed_list listed;
    size_t lists;  // how many were asked for
    size_t cursor; // in listed, for the second composing
    size_t cited;
    size_t unknown; // how many mistakes in citations were told
    bool arranged;
    bool publications; // there are some
};

static int by_key(const void *a_ptr, const void *b_ptr)
{
    const struct reference *a = a_ptr;
    const struct reference *b = b_ptr;
    int order = str_cmp(a->key.str, b->key.str);

    // Until it is needed otherwise, the number is the order of the profile.
    return order != 0 ? order
                      : (a->number > b->number) - (a->number < b->number);
}

static void collect(struct references *references,
                    const struct entry_list *entries)
{
    for (size_t i = 0; i < entries->len; i++) {
        const struct entry *entry = &entries->ptr[i];
        struct reference reference = {
            .key = entry->key, .entry = entry, .number = references->list.len};

        if (entry->kind == ENTRY_PUBLICATION)
            references->publications = true;
        if (entry->key.str.len > 0)
            vec_push(references->arena, &references->list, reference);
        collect(references, &entry->entries);
    }
}

static bool same_place(struct pos a, struct pos b)
{
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

static void report_twice(const struct context *context, const struct text *key,
                         const struct text *first)
{
    struct str where = {"", 0};

    if (key->pos.source != first->pos.source && first->pos.source)
        where = str_format(context->arena, " of %.*s",
                           STR_ARG(first->pos.source->name));
    diag_error(context->diags, key->pos,
               STR("texts that cite it could mean either"),
               "the key '%.*s' is taken: the entry in line %u%.*s has it",
               STR_ARG(key->str), first->pos.line, STR_ARG(where));
}

// Keeps the first of several entries with one key. An entry may be shown
// twice, as aliases and bibliographies do; it was written once.
static void keep_first(const struct context *context,
                       struct references *references)
{
    struct reference_list kept = {0};

    for (size_t i = 0; i < references->list.len; i++) {
        struct reference reference = references->list.ptr[i];
        struct reference *last = kept.len > 0 ? &kept.ptr[kept.len - 1] : NULL;

        reference.number = 0;
        if (!last || !str_eq(last->key.str, reference.key.str)) {
            vec_push(references->arena, &kept, reference);
            vec_push(references->arena, &references->keys, reference.key.str);
        } else if (!same_place(last->key.pos, reference.key.pos)) {
            report_twice(context, &reference.key, &last->key);
        }
    }
    references->list = kept;
}

static void add_keys(struct references *references,
                     const struct entry_list *entries)
{
    for (size_t i = 0; i < entries->len; i++) {
        if (entries->ptr[i].key.str.len > 0)
            vec_push(references->arena, &references->dropped,
                     entries->ptr[i].key.str);
        add_keys(references, &entries->ptr[i].entries);
    }
}

// Notes the keys that were written, and may have been left out.
static void note_written(struct references *references, const struct cv *cv)
{
    struct str_list *dropped = &references->dropped;

    for (size_t i = 0; cv->whole && i < cv->whole->sections.len; i++)
        add_keys(references, &cv->whole->sections.ptr[i].entries);
    for (size_t i = 0; i < cv->written.len; i++)
        vec_push(references->arena, dropped, cv->written.ptr[i]);
    if (dropped->len > 0)
        qsort(dropped->ptr, dropped->len, sizeof *dropped->ptr, str_order);
}

struct references *references_new(const struct context *context)
{
    struct references *references =
        arena_new_of(context->arena, struct references);
    const struct section_list *sections = &context->cv->sections;

    references->arena = context->arena;
    for (size_t i = 0; i < sections->len; i++)
        collect(references, &sections->ptr[i].entries);
    if (references->list.len > 0)
        qsort(references->list.ptr, references->list.len,
              sizeof *references->list.ptr, by_key);
    keep_first(context, references);
    note_written(references, context->cv);
    return references;
}

bool references_are_needed(const struct references *references, bool numbers)
{
    return references->list.len > 0 || (references->publications && numbers);
}

static int key_is(const void *key_ptr, const void *reference_ptr)
{
    const struct str *key = key_ptr;
    const struct reference *reference = reference_ptr;

    return str_cmp(*key, reference->key.str);
}

struct reference *references_lookup(const struct references *references,
                                    struct str key)
{
    const struct reference_list *list = &references->list;

    if (list->len == 0)
        return NULL;
    return bsearch(&key, list->ptr, list->len, sizeof *list->ptr, key_is);
}

bool references_are_dropped(const struct references *references, struct str key)
{
    const struct str_list *dropped = &references->dropped;

    return !references_lookup(references, key) && dropped->len > 0 &&
           bsearch(&key, dropped->ptr, dropped->len, sizeof *dropped->ptr,
                   str_order);
}

// The place of the word in the source, or that of the text, which begins
// there, if it is written in another way.
static struct pos place_of(struct pos pos, struct str word)
{
    struct str text = pos.source ? pos.source->text : (struct str){"", 0};
    size_t at = 0;
    size_t hit;

    for (uint32_t line = 1; line < pos.line && at < text.len; line++) {
        size_t end = str_find_char(text, '\n', at);

        at = end == SIZE_MAX ? text.len : end + 1;
    }
    for (uint32_t i = 1; i < pos.column && at < text.len; i++)
        (void)utf8_next(text, &at);
    text = str_slice(text, 0, at + SEARCH_MAX);
    hit = pos.line > 0 ? str_find(text, word, at) : SIZE_MAX;
    if (hit == SIZE_MAX)
        return pos;
    while (at < hit) {
        uint32_t rune = utf8_next(text, &at);

        pos.line += rune == '\n';
        pos.column = rune == '\n' ? 1 : pos.column + 1;
    }
    pos.length = (uint32_t)utf8_length(word);
    return pos;
}

struct pos references_place(const struct context *context, struct pos pos,
                            struct str word)
{
    return context->references->unknown++ < HINTS_MAX ? place_of(pos, word)
                                                      : pos;
}

void references_report(const struct context *context, struct str key,
                       struct pos pos)
{
    struct references *references = context->references;
    const struct str_list *keys = &references->keys;
    struct str near = {"", 0};

    if (references->unknown < HINTS_MAX)
        near = suggest_nearest(key, keys->ptr, keys->len);
    pos = references_place(context, pos,
                           str_format(context->arena, "@%.*s", STR_ARG(key)));
    diag_error(context->diags, pos,
               near.len > 0 ? str_format(context->arena,
                                         "did you mean '@%.*s'?", STR_ARG(near))
                            : STR("an entry gets one by the field key; for "
                                  "brackets in a text write \\[@"),
               "no entry has the key '%.*s'", STR_ARG(key));
}

const struct reference *references_of(const struct references *references,
                                      const struct entry *entry)
{
    const struct reference *reference =
        entry->key.str.len > 0 ? references_lookup(references, entry->key.str)
                               : NULL;

    return reference && reference->entry == entry ? reference : NULL;
}

void references_cite(struct references *references, struct reference *reference)
{
    if (reference->rank == 0)
        reference->rank = ++references->cited;
}

const struct listed *references_list(struct references *references,
                                     const struct entry_list *entries,
                                     size_t from, size_t to)
{
    size_t first =
        references->arranged ? references->cursor : references->listed.len;

    references->lists++;
    for (size_t i = from; !references->arranged && i < to; i++)
        vec_push(references->arena, &references->listed,
                 (struct listed){.entry = &entries->ptr[i],
                                 .number = references->listed.len,
                                 .list = references->lists});
    references->cursor = first + (to - from);
    assert(references->cursor <= references->listed.len);
    return references->listed.ptr + first;
}

// Within each list by first citation, the others behind.
static int by_rank(const void *a_ptr, const void *b_ptr)
{
    const struct listed *a = a_ptr;
    const struct listed *b = b_ptr;

    if (a->list != b->list)
        return a->list < b->list ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank - 1 < b->rank - 1 ? -1 : 1; // 0 becomes the largest
    return (a->number > b->number) - (a->number < b->number);
}

void references_arrange(const struct context *context)
{
    struct references *references = context->references;
    struct listed_list *listed = &references->listed;

    for (size_t i = 0; i < listed->len; i++) {
        const struct reference *reference =
            references_of(references, listed->ptr[i].entry);

        listed->ptr[i].rank = reference ? reference->rank : 0;
    }
    if (context->design->citations.order == CITATION_ORDER_APPEARANCE &&
        listed->len > 0)
        qsort(listed->ptr, listed->len, sizeof *listed->ptr, by_rank);
    for (size_t i = 0; i < listed->len; i++)
        listed->ptr[i].number = i + 1;
    for (size_t i = 0; i < listed->len; i++) {
        struct reference *reference =
            references_lookup(references, listed->ptr[i].entry->key.str);

        if (reference && reference->entry == listed->ptr[i].entry)
            reference->number = listed->ptr[i].number;
    }
    for (size_t i = 0; i < references->list.len; i++) {
        references->list.ptr[i].has_anchor = false;
        if (references->list.ptr[i].rank > 0)
            reference_describe(context, &references->list.ptr[i]);
    }
    references->cursor = 0;
    references->unknown = 0;
    references->arranged = true;
}

bool references_are_arranged(const struct references *references)
{
    return references->arranged;
}

struct str reference_anchor(struct arena *arena, struct str key)
{
    return str_format(arena, ENTRY_ANCHOR "%.*s", STR_ARG(key));
}

struct str citation_anchor(struct arena *arena, struct str key)
{
    return str_format(arena, CITATION_ANCHOR "%.*s", STR_ARG(key));
}
