// SPDX-License-Identifier: MIT
// Which entries a section wants, and in which order.
#include "bibliography/parts.h"

#include "base/utf8.h"
#include "profile/excerpt.h"

#include <stdlib.h>

// Looking for the nearest key costs a comparison with each.
#define MAX_SUGGESTED 5000
#define MAX_SUGGESTIONS 20
// What looking into a field counts as, so that a thousand conditions upon a
// hundred thousand entries end.
#define MATCH_COST 16

struct selector {
    struct bib_database *database;
    const struct bib_files *files;
    const struct bib_options *options;
};

struct str bib_folded(struct arena *arena, struct str text)
{
    return utf8_lower(arena, utf8_without_marks(arena, text));
}

// BibTeX minds no case, neither in keys nor in types.
static bool has_text(const struct text_list *texts, struct str text)
{
    for (size_t i = 0; i < texts->len; i++)
        if (bib_compare_keys(texts->ptr[i].str, text) == 0)
            return true;
    return false;
}

// --- where -------------------------------------------------------------------

static bool contains(struct arena *arena, struct str text, struct str part)
{
    return str_find(bib_folded(arena, text), bib_folded(arena, part), 0) !=
           SIZE_MAX;
}

static bool names_match(const struct selector *selector,
                        const struct bib_value *value, struct str wanted)
{
    struct bib_names names =
        bib_names_read(selector->database, value, TEX_QUIET);

    for (size_t i = 0; i < names.len; i++)
        if (contains(selector->database->arena, names.ptr[i].text, wanted) ||
            contains(selector->database->arena, names.ptr[i].sort, wanted))
            return true;
    return false;
}

// Reads a year of up to four digits at the start of *text.
static bool read_year(struct str *text, int *year)
{
    size_t i = 0;

    *text = str_trim(*text);
    *year = 0;
    while (i < text->len && i < 4 && ascii_is_digit(text->ptr[i]))
        *year = *year * 10 + (text->ptr[i++] - '0');
    *text = str_trim(str_slice(*text, i, text->len));
    return i > 0;
}

// "1918", "1915-1930", "1915-", "-1930"; an en dash will do, too.
static bool read_years(struct str text, int *first, int *last)
{
    bool has_first = read_year(&text, first);
    bool is_range = false;

    if (!has_first)
        *first = 0;
    if (str_starts(text, STR("\u2013")) || str_starts(text, STR("-"))) {
        is_range = true;
        text = str_slice(text, *text.ptr == '-' ? 1 : 3, text.len);
    }
    if (!is_range) {
        *last = *first;
        return has_first && text.len == 0;
    }
    if (!read_year(&text, last)) {
        *last = 9999;
        return has_first && text.len == 0;
    }
    return text.len == 0;
}

static bool year_matches(const struct selector *selector,
                         const struct bib_entry *entry,
                         const struct text *wanted)
{
    struct bib_date date = bib_date_read(selector->database, entry, TEX_QUIET);
    int first;
    int last;

    if (!read_years(wanted->str, &first, &last)) {
        diag_error(selector->database->diags, wanted->pos,
                   STR("1918, 1915-1930, 1915- or -1930"),
                   "'%.*s' is neither a year nor a span of years",
                   STR_ARG(excerpt(selector->database->arena, wanted->str)));
        return false;
    }
    return date.year >= first && date.year <= last && date.year > 0;
}

static bool keyword_matches(const struct selector *selector,
                            const struct bib_value *value, struct str wanted)
{
    struct arena *arena = selector->database->arena;
    struct str rest = tex_to_markdown(selector->database, value, TEX_QUIET);
    struct str folded = bib_folded(arena, wanted);

    rest = bib_folded(arena, rest);
    while (rest.ptr) {
        struct str part = str_split(&rest, ',');

        while (part.ptr)
            if (str_eq(str_trim(str_split(&part, ';')), folded))
                return true;
    }
    return false;
}

static bool field_matches(const struct selector *selector,
                          const struct bib_entry *entry, struct str field,
                          const struct text *wanted)
{
    struct arena *arena = selector->database->arena;
    struct str name = str_ascii_lower(arena, field);
    const struct bib_value *value =
        bib_entry_lookup(entry, str_to_cstr(arena, name));

    if (!bib_spend(selector->database, MATCH_COST, wanted->pos))
        return false;
    if (str_eq_cstr(name, "year"))
        return year_matches(selector, entry, wanted);
    if (!value)
        return false;
    if (str_eq_cstr(name, "author") || str_eq_cstr(name, "editor"))
        return names_match(selector, value, wanted->str);
    if (str_eq_cstr(name, "keywords"))
        return keyword_matches(selector, value, wanted->str);
    return contains(arena,
                    tex_to_markdown(selector->database, value, TEX_QUIET),
                    wanted->str);
}

// Of a list, one has to match.
static bool pair_matches(const struct selector *selector,
                         const struct bib_entry *entry, const struct pair *pair)
{
    struct checker checker = {selector->database->arena,
                              selector->database->diags};
    const struct node *node = pair->value;
    struct text text;

    if (node->kind != NODE_LIST)
        return check_text(&checker, node, &text) &&
               field_matches(selector, entry, pair->key, &text);
    for (size_t i = 0; i < node->items.len; i++)
        if (check_text(&checker, node->items.ptr[i], &text) &&
            field_matches(selector, entry, pair->key, &text))
            return true;
    return false;
}

static bool where_matches(const struct selector *selector,
                          const struct bib_entry *entry)
{
    const struct node *where = selector->options->where;

    for (size_t i = 0; where && i < where->pairs.len; i++)
        if (!pair_matches(selector, entry, &where->pairs.ptr[i]))
            return false;
    return true;
}

// --- Which -------------------------------------------------------------------

// What others refer to was written to be referred to.
static bool is_wanted(const struct selector *selector,
                      const struct bib_entry *entry)
{
    const struct bib_options *options = selector->options;
    bool by_type = has_text(&options->include, entry->type);

    if (options->keys.len == 0 && !by_type &&
        (options->include.len > 0 || entry->is_parent))
        return false;
    if (options->keys.len > 0 && options->include.len > 0 && !by_type)
        return false;
    return !has_text(&options->exclude, entry->key) &&
           where_matches(selector, entry);
}

static const struct bib_entry *find_entry(const struct selector *selector,
                                          struct str key)
{
    for (size_t i = 0; i < selector->files->len; i++) {
        const struct bib_entry *entry = bib_database_lookup(
            selector->database, selector->files->ptr[i], key);

        if (entry)
            return entry;
    }
    return NULL;
}

static struct str nearest_key(const struct selector *selector, struct str key)
{
    struct arena *arena = selector->database->arena;
    const struct bib_entries *index = &selector->database->by_key;
    struct str *candidates;

    if (index->len > MAX_SUGGESTED || index->len == 0 ||
        diags_errors(selector->database->diags) > MAX_SUGGESTIONS)
        return (struct str){"", 0};
    candidates = arena_array_of(arena, index->len, struct str);
    for (size_t i = 0; i < index->len; i++)
        candidates[i] = index->ptr[i]->key;
    return suggest_nearest(key, candidates, index->len);
}

static void report_no_key(const struct selector *selector,
                          const struct text *key)
{
    struct arena *arena = selector->database->arena;

    diag_error(selector->database->diags, key->pos,
               check_did_you_mean(arena, nearest_key(selector, key->str),
                                  (struct str){"", 0}),
               "there is no entry '%.*s' in the bibliography",
               STR_ARG(excerpt(arena, key->str)));
}

static bool has_type(const struct selector *selector, struct str type)
{
    for (size_t i = 0; i < selector->files->len; i++) {
        const struct bib_entries *entries = &selector->files->ptr[i]->entries;

        for (size_t k = 0; k < entries->len; k++)
            if (bib_compare_keys(entries->ptr[k]->type, type) == 0)
                return true;
    }
    return false;
}

static void check_choice(const struct selector *selector)
{
    const struct bib_options *options = selector->options;

    for (size_t i = 0; i < options->exclude.len; i++)
        if (!find_entry(selector, options->exclude.ptr[i].str))
            report_no_key(selector, &options->exclude.ptr[i]);
    for (size_t i = 0; i < options->include.len && i < MAX_SUGGESTIONS; i++)
        if (!has_type(selector, options->include.ptr[i].str))
            diag_warning(selector->database->diags, options->include.ptr[i].pos,
                         (struct str){"", 0},
                         "the bibliography has no entry of the type '%.*s'",
                         STR_ARG(excerpt(selector->database->arena,
                                         options->include.ptr[i].str)));
}

// --- Publications ------------------------------------------------------------

// Who is responsible for a work, by falling authority.
static const struct bib_value *find_authors(const struct bib_entry *entry)
{
    static const char *const fields[] = {"author", "editor", "organization",
                                         "institution"};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct bib_value *value = bib_entry_lookup(entry, fields[i]);

        if (value)
            return value;
    }
    return NULL;
}

static struct str full_title(struct bib_database *database,
                             const struct bib_entry *entry)
{
    const struct bib_value *title = bib_entry_lookup(entry, "title");
    const struct bib_value *subtitle = bib_entry_lookup(entry, "subtitle");
    struct str text;

    if (!title)
        return (struct str){"", 0};
    text = tex_to_markdown(database, title, TEX_WARN);
    if (!subtitle || text.len == 0)
        return text;
    return str_format(database->arena, "%.*s: %.*s", STR_ARG(text),
                      STR_ARG(tex_to_markdown(database, subtitle, TEX_WARN)));
}

// Organisations are no lists of names: "Barnes and Noble".
static void read_authors(struct bib_database *database,
                         struct bib_publication *publication)
{
    const struct bib_value *value = find_authors(publication->entry);
    struct bib_name name;

    if (!value)
        return;
    publication->authors_pos = value->pos;
    if (value == bib_entry_lookup(publication->entry, "author") ||
        value == bib_entry_lookup(publication->entry, "editor")) {
        publication->authors = bib_names_read(database, value, TEX_WARN);
        return;
    }
    name.text = tex_to_markdown(database, value, TEX_WARN);
    name.sort = bib_folded(database->arena, name.text);
    if (name.text.len > 0)
        vec_push(database->arena, &publication->authors, name);
}

// Letters and digits, so that quotation marks and stars do not sort.
static struct str sort_title(struct arena *arena, struct str title)
{
    struct buf buf = {.arena = arena};
    struct str folded = bib_folded(arena, title);

    for (size_t offset = 0; offset < folded.len;) {
        uint32_t rune = utf8_next(folded, &offset);

        if (rune_is_word(rune) || rune == ' ')
            buf_add_rune(&buf, rune);
    }
    return str_trim(buf_str(&buf));
}

static struct str sort_authors(struct arena *arena,
                               const struct bib_names *names)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; i < names->len; i++) {
        buf_add(&buf, names->ptr[i].sort);
        buf_add_char(&buf, '\n');
    }
    return buf_str(&buf);
}

static void add_publication(const struct selector *selector,
                            const struct bib_entry *entry,
                            struct bib_publications *publications)
{
    struct bib_database *database = selector->database;
    struct bib_publication publication = {.entry = entry,
                                          .number = publications->len};

    publication.title = full_title(database, entry);
    read_authors(database, &publication);
    if (bib_is_spent(database))
        return;
    if (publication.title.len == 0 || publication.authors.len == 0) {
        // That a broken one lacks something was told by its mistake.
        if (entry->is_broken)
            return;
        diag_warning(database->diags, entry->pos, (struct str){"", 0},
                     "the entry %.*s is left out: it has no %s",
                     STR_ARG(excerpt(database->arena, entry->key)),
                     publication.title.len == 0 ? "title"
                                                : "author and no editor");
        return;
    }
    publication.date = bib_date_read(database, entry, TEX_WARN);
    publication.sort_text =
        selector->options->sort == BIB_SORT_AUTHOR
            ? sort_authors(database->arena, &publication.authors)
            : sort_title(database->arena, publication.title);
    vec_push(database->arena, publications, publication);
}

// --- Order -------------------------------------------------------------------

// What has no year yet ("in press") is newest.
static int compare_dates(const struct bib_date *a, const struct bib_date *b)
{
    int year_a = a->year ? a->year : 10000;
    int year_b = b->year ? b->year : 10000;

    if (year_a != year_b)
        return year_a < year_b ? -1 : 1;
    return (a->month > b->month) - (a->month < b->month);
}

static int by_date(const void *a_ptr, const void *b_ptr)
{
    const struct bib_publication *a = a_ptr;
    const struct bib_publication *b = b_ptr;
    int order = compare_dates(&a->date, &b->date);

    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static int by_date_newest(const void *a_ptr, const void *b_ptr)
{
    const struct bib_publication *a = a_ptr;
    const struct bib_publication *b = b_ptr;
    int order = compare_dates(&b->date, &a->date);

    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static int by_text(const void *a_ptr, const void *b_ptr)
{
    const struct bib_publication *a = a_ptr;
    const struct bib_publication *b = b_ptr;
    int order = str_cmp(a->sort_text, b->sort_text);

    return order ? order : by_date_newest(a, b);
}

static int by_text_backwards(const void *a, const void *b)
{
    return by_text(b, a);
}

static int by_number_backwards(const void *a_ptr, const void *b_ptr)
{
    const struct bib_publication *a = a_ptr;
    const struct bib_publication *b = b_ptr;

    return (a->number < b->number) - (a->number > b->number);
}

static void sort(struct bib_publications *list,
                 const struct bib_options *options)
{
    int (*order)(const void *, const void *) = NULL;

    switch (options->sort) {
    case BIB_SORT_DATE:
        order = options->descending ? by_date_newest : by_date;
        break;
    case BIB_SORT_TITLE:
    case BIB_SORT_AUTHOR:
        order = options->descending ? by_text_backwards : by_text;
        break;
    case BIB_SORT_FILE:
        order = options->descending ? by_number_backwards : NULL;
        break;
    }
    if (order && list->len > 1)
        qsort(list->ptr, list->len, sizeof *list->ptr, order);
}

static void add_file(const struct selector *selector,
                     const struct bib_file *file, struct bib_publications *list)
{
    for (size_t i = 0;
         i < file->entries.len && !bib_is_spent(selector->database); i++)
        if (is_wanted(selector, file->entries.ptr[i]))
            add_publication(selector, file->entries.ptr[i], list);
}

struct bib_publications bib_select(struct bib_database *database,
                                   const struct bib_files *files,
                                   const struct bib_options *options)
{
    struct selector selector = {database, files, options};
    struct bib_publications list = {0};

    check_choice(&selector);
    for (size_t i = 0; i < options->keys.len; i++) {
        const struct bib_entry *entry =
            find_entry(&selector, options->keys.ptr[i].str);

        if (!entry)
            report_no_key(&selector, &options->keys.ptr[i]);
        else if (is_wanted(&selector, entry))
            add_publication(&selector, entry, &list);
    }
    for (size_t i = 0; options->keys.len == 0 && i < files->len; i++)
        add_file(&selector, files->ptr[i], &list);
    sort(&list, options);
    return list;
}
