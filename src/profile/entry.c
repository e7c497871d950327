// SPDX-License-Identifier: MIT
// One entry: its fields in the order of the file. Fields that the type does
// not know are kept, for templates may use them.
#include "profile/parts.h"

#include "profile/contact.h"
#include "profile/entry_match.h"
#include "profile/excerpt.h"
#include "profile/keys.h"

// Longer keys are no keys, but texts.
#define KEY_MAX 200

// What begins so is the user's own and never shown, as at the top level.
#define OWN_PREFIX "x-"

// Those with a place of their own in struct entry.
const char *const entry_special_fields[] = {
    "highlights", "authors",   "date",     "start_date", "end_date",
    "dates",      "positions", "links",    "page_break", "lang",
    "priority",   "logo",      "logo_alt", NULL};

static void add_field(const struct checker *checker, struct entry *entry,
                      struct field field)
{
    vec_push(checker->arena, &entry->fields, field);
}

// Joins the texts of a list with commas.
static bool join_texts(const struct checker *checker, const struct node *list,
                       struct text *text)
{
    struct buf buf = {.arena = checker->arena};

    for (size_t i = 0; i < list->items.len; i++) {
        struct text item;

        if (!check_text(checker, list->items.ptr[i], &item))
            continue;
        if (buf.len > 0)
            buf_add_cstr(&buf, ", ");
        buf_add(&buf, item.str);
    }
    *text = (struct text){buf_str(&buf), list->pos};
    return buf.len > 0;
}

// Returns false after a report.
static bool check_url(const struct checker *checker, struct text *text)
{
    struct str url;

    if (!url_parse(checker->arena, text->str, true, &url)) {
        diag_error(checker->diags, text->pos,
                   STR("a web address looks like https://example.org"),
                   "'%.*s' is not a web address",
                   STR_ARG(excerpt(checker->arena, text->str)));
        return false;
    }
    if (str_starts(url, STR("https://")) &&
        !url_has_scheme(text->str)) // example.org
        text->str =
            str_format(checker->arena, "https://%.*s", STR_ARG(text->str));
    return true;
}

// Removes what people copy along with the identifier.
static void check_doi(const struct checker *checker, struct text *text)
{
    static const char *const prefixes[] = {"https://doi.org/",
                                           "http://doi.org/",
                                           "https://dx.doi.org/",
                                           "http://dx.doi.org/",
                                           "doi.org/",
                                           "doi:",
                                           "DOI:"};

    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        struct str prefix = str_from_cstr(prefixes[i]);

        if (str_starts(text->str, prefix))
            text->str =
                str_trim(str_slice(text->str, prefix.len, text->str.len));
    }
    if (!str_starts(text->str, STR("10.")))
        diag_error(checker->diags, text->pos,
                   STR("a DOI looks like 10.1000/182"), "'%.*s' is not a DOI",
                   STR_ARG(excerpt(checker->arena, text->str)));
}

// Returns whether there was a reason for it.
static bool warn_misspelt(const struct checker *checker,
                          const struct node *node, const struct pair *pair,
                          const struct entry_type *type)
{
    struct str key = pair->key;
    struct str near = entry_misspelt(key, type);

    if (near.len == 0 || node_lookup_pair(node, near))
        return false;
    // That a mandatory field is missing, and why, was told already.
    for (size_t i = 0; i < type->mandatory; i++)
        if (str_eq_cstr(near, type->fields[i]))
            return true;
    diag_warning(checker->diags, pair->key_pos,
                 check_did_you_mean(checker->arena, near, near),
                 "'%.*s' is no field of %s %s: only templates that name it "
                 "show it",
                 STR_ARG(excerpt(checker->arena, key)), type->article,
                 type->name);
    return true;
}

// Returns the name of a field, which templates have in capitals: "Location"
// is the field location, unless there are both.
static struct str field_name(struct arena *arena, const struct node *node,
                             struct str key, const struct entry_type *type)
{
    struct str lower = str_ascii_lower(arena, key);

    if (check_is_key(lower, type->fields) &&
        !check_is_key(lower, entry_special_fields) &&
        !node_lookup_pair(node, lower))
        return lower;
    return key;
}

static void read_field(const struct checker *checker, const struct node *node,
                       const struct pair *pair, const struct entry_type *type,
                       struct entry *entry)
{
    struct str name = field_name(checker->arena, node, pair->key, type);
    bool known = check_is_key(name, type->fields);
    bool list = !known || str_eq_cstr(name, "keywords");
    bool suspect = !known && !entry_is_field(name) &&
                   warn_misspelt(checker, node, pair, type);
    struct text text;

    if (list && pair->value->kind == NODE_LIST) {
        if (!join_texts(checker, pair->value, &text))
            return;
    } else if (!check_text(checker, pair->value, &text)) {
        return;
    }
    if (str_eq_cstr(name, "url"))
        (void)check_url(checker, &text);
    else if (str_eq_cstr(name, "doi"))
        check_doi(checker, &text);
    add_field(checker, entry,
              (struct field){name, text, pair->key_pos, suspect});
}

static void report_no_links(const struct checker *checker,
                            const struct node *node)
{
    const struct node *first = node->kind == NODE_LIST && node->items.len > 0
                                   ? node->items.ptr[0]
                                   : NULL;
    struct str hint = STR("write links: {Code: https://example.org}");

    if (node->partial)
        return;
    if (first && first->kind == NODE_MAP && first->pairs.len == 1)
        hint = STR("leave out the \"-\" before each, or the brackets around "
                   "them");
    diag_error(checker->diags, node->pos, hint,
               "expected a map of names to web addresses, found %s",
               node_describe(node));
}

// A map of names to addresses.
static void read_links(const struct checker *checker, const struct node *node,
                       struct entry *entry)
{
    if (node_is_null(node))
        return;
    if (node->kind != NODE_MAP)
        report_no_links(checker, node);
    for (size_t i = 0; i < node->pairs.len; i++) {
        const struct pair *pair = &node->pairs.ptr[i];
        struct text url;

        if (check_text(checker, pair->value, &url) && check_url(checker, &url))
            vec_push(checker->arena, &entry->links,
                     (struct entry_link){{pair->key, pair->key_pos}, url.str});
    }
}

// Several positions with one employer, each with fields of its own.
static void read_positions(const struct checker *checker,
                           const struct node *list, struct entry *entry)
{
    if (node_is_null(list))
        return;
    if (list->kind != NODE_LIST)
        check_expected(checker, list, "a list of positions");
    for (size_t i = 0; i < list->items.len; i++) {
        const struct node *node = list->items.ptr[i];
        struct entry position;
        struct text text;

        if (node->kind != NODE_MAP)
            check_expected(checker, node, "a position with its dates");
        else if (check_mandatory(checker, node, "position", "position",
                                 &text)) {
            entry_read(checker, node, entry_type_position(), &position);
            vec_push(checker->arena, &entry->entries, position);
        }
    }
}

static bool is_citable(struct str key)
{
    if (key.len > KEY_MAX || str_starts(key, STR("@")))
        return false;
    for (size_t i = 0; i < key.len; i++)
        if ((unsigned char)key.ptr[i] <= ' ' ||
            str_find_char(STR(",;[]\\`"), key.ptr[i], 0) != SIZE_MAX)
            return false;
    return true;
}

// The key by which texts cite the entry. In files for other programs it can
// be anything, so that it is no error.
static struct text read_key(const struct checker *checker,
                            const struct node *node)
{
    const struct node *value = node_lookup(node, "key");
    struct text key;

    if (!value || value->kind != NODE_SCALAR ||
        !check_text(checker, value, &key))
        return (struct text){0};
    if (is_citable(key.str))
        return key;
    diag_warning(checker->diags, key.pos,
                 STR("a key is one word without brackets, commas and "
                     "semicolons"),
                 "'%.*s' cannot be cited",
                 STR_ARG(excerpt(checker->arena, key.str)));
    return (struct text){0};
}

static void read_map(const struct checker *checker, const struct node *node,
                     const struct entry_type *type, struct entry *entry)
{
    const struct node *highlights = node_lookup(node, "highlights");
    struct str main_field = {"", 0};

    if (entry_kind_is_list(type->kind)) {
        main_field = str_from_cstr(type->fields[0]);
        read_field(checker, node, node_lookup_pair(node, main_field), type,
                   entry);
    }
    for (size_t i = 0; i < node->pairs.len; i++) {
        const struct pair *pair = &node->pairs.ptr[i];

        if (!check_is_key(pair->key, entry_special_fields) &&
            !str_starts(pair->key, STR(OWN_PREFIX)) &&
            !str_eq(pair->key, main_field))
            read_field(checker, node, pair, type, entry);
    }
    if (!node_is_null(highlights))
        bullets_read(checker, highlights, &entry->highlights);
    check_texts(checker, node_lookup(node, "authors"), &entry->authors);
    read_links(checker, node_lookup(node, "links"), entry);
    if (type->kind == ENTRY_EXPERIENCE)
        read_positions(checker, node_lookup(node, "positions"), entry);
    periods_read(checker, node, &entry->periods);
    entry->page_break = page_break_read(checker, node);
    entry->language = language_read(checker, node);
    entry->priority = priority_read(checker, node);
    entry->key = read_key(checker, node);
    (void)check_picture(checker, node_lookup(node, "logo"), "logo",
                        &entry->logo);
    (void)check_text(checker, node_lookup(node, "logo_alt"), &entry->logo_alt);
}

void entry_read(const struct checker *checker, const struct node *node,
                const struct entry_type *type, struct entry *entry)
{
    struct text text;

    *entry = (struct entry){.kind = type->kind, .pos = node->pos};
    if (type->kind == ENTRY_GROUP)
        group_read(checker, node, entry);
    else if (node->kind == NODE_MAP)
        read_map(checker, node, type, entry);
    else if (check_text(checker, node, &text))
        add_field(checker, entry,
                  (struct field){STR("text"), text, text.pos, false});
}
