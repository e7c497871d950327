// SPDX-License-Identifier: MIT
// Sections: titles out of keys, the type of a section's entries, and whether
// each entry fits it.
#include "profile/parts.h"

#include "base/utf8.h"
#include "profile/excerpt.h"
#include "profile/misplaced.h"

// What the entries of a section are checked against.
struct frame {
    const struct checker *checker;
    const struct entry_type *type; // NULL if no entry tells
    struct pos example;            // the entry that told
};

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

static bool is_missing(const struct node *value)
{
    return node_is_null(value) ||
           (value->kind == NODE_SCALAR && str_trim(value->text).len == 0) ||
           (value->kind == NODE_LIST && value->items.len == 0);
}

// Returns "no institution and no area", or an empty text.
static struct str missing_fields(struct arena *arena, const struct node *node,
                                 const struct entry_type *type)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; i < type->mandatory; i++)
        if (is_missing(node_lookup(node, type->fields[i])))
            buf_addf(&buf, "%sno %s", buf.len > 0 ? " and " : "",
                     type->fields[i]);
    return buf_str(&buf);
}

// Returns a hint for the nearest misspelling of a missing field, or the
// fields of the type.
static struct str fields_hint(struct arena *arena, const struct node *node,
                              const struct entry_type *type)
{
    for (size_t i = 0; i < type->mandatory; i++) {
        struct str field = str_from_cstr(type->fields[i]);

        for (size_t k = 0; k < node->pairs.len; k++) {
            struct str key = node->pairs.ptr[k].key;

            if (!node_lookup(node, type->fields[i]) &&
                !check_is_key(key, type->fields) &&
                suggest_nearest(key, &field, 1).len > 0)
                return str_format(arena, "'%.*s': did you mean '%.*s'?",
                                  STR_ARG(excerpt(arena, key)), STR_ARG(field));
        }
    }
    return str_format(arena, "%s %s has the fields %.*s", type->article,
                      type->name, STR_ARG(check_join(arena, type->fields)));
}

static void report_missing(const struct frame *frame, const struct node *node,
                           struct str missing)
{
    const struct entry_type *own = entry_type_of(node);
    struct arena *arena = frame->checker->arena;
    struct str hint = fields_hint(arena, node, frame->type);

    if (own == frame->type)
        diag_error(frame->checker->diags, node->pos, hint, "this %s has %.*s",
                   frame->type->name, STR_ARG(missing));
    else
        diag_error(frame->checker->diags, node->pos, hint,
                   "expected %s %s as in line %u, found %s %s with %.*s",
                   frame->type->article, frame->type->name, frame->example.line,
                   own ? own->article : "an", own ? own->name : "entry",
                   STR_ARG(missing));
}

static void report_unknown(const struct frame *frame, const struct node *node)
{
    struct arena *arena = frame->checker->arena;
    struct str key = {"", 0};
    struct str near = {"", 0};

    for (size_t i = 0; i < node->pairs.len && near.len == 0; i++) {
        key = node->pairs.ptr[i].key;
        near = check_nearest(arena, key, entry_type_marks());
    }
    diag_error(frame->checker->diags, node->pos,
               near.len > 0
                   ? str_format(arena, "'%.*s': did you mean '%.*s'?",
                                STR_ARG(excerpt(arena, key)), STR_ARG(near))
                   : STR("an entry is a text or has label and details, "
                         "name, company and position, institution and area, "
                         "title and authors, bullet, number, or "
                         "reversed_number"),
               "this entry is of no known type");
}

// Checks that node is an entry of the section's type.
static bool fits(const struct frame *frame, const struct node *node)
{
    struct arena *arena = frame->checker->arena;
    struct str missing;

    if (node->kind == NODE_LIST) {
        check_expected(frame->checker, node, "an entry");
        return false;
    }
    if (!frame->type) {
        report_unknown(frame, node);
        return false;
    }
    if (frame->type == entry_type_text() || node->kind == NODE_SCALAR) {
        if (frame->type == entry_type_of(node))
            return true;
        check_expected(
            frame->checker, node,
            str_to_cstr(arena,
                        str_format(arena, "%s %s as in line %u",
                                   frame->type->article, frame->type->name,
                                   frame->example.line)));
        return false;
    }
    missing = missing_fields(arena, node, frame->type);
    if (missing.len > 0)
        report_missing(frame, node, missing);
    return missing.len == 0;
}

static void find_type(struct frame *frame, const struct node *list)
{
    for (size_t i = 0; i < list->items.len && !frame->type; i++) {
        if (list->items.ptr[i]->partial)
            continue;
        frame->type = entry_type_of(list->items.ptr[i]);
        frame->example = list->items.ptr[i]->pos;
    }
}

static void read_entries(const struct frame *frame, const struct node *list,
                         struct section *section)
{
    struct arena *arena = frame->checker->arena;

    for (size_t i = 0; i < list->items.len; i++) {
        const struct node *node = list->items.ptr[i];
        const struct entry_type *own = entry_type_of(node);
        struct entry entry;

        if (node->partial)
            continue;
        if (node_is_null(node)) {
            diag_warning(frame->checker->diags, node->pos, (struct str){"", 0},
                         "an empty entry is left out");
            continue;
        }
        if (fits(frame, node)) {
            entry_read(frame->checker, node, frame->type, &entry);
            vec_push(arena, &section->entries, entry);
        } else if (own && own != entry_type_text()) {
            // For the mistakes in its fields only.
            entry_read(frame->checker, node, own, &entry);
        }
    }
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

// A section with options of its own is a map whose entries are under a key;
// returns those, or NULL.
static const struct node *read_options(const struct checker *checker,
                                       const struct node *map,
                                       struct section *section)
{
    static const char *const keys[] = {"title", "page_break", "lang", "entries",
                                       NULL};
    const struct pair *entries = node_lookup_pair(map, STR("entries"));
    struct text title;

    if (!entries)
        return NULL;
    check_keys(checker, map, keys, "a section");
    if (check_text(checker, node_lookup(map, "title"), &title))
        section->title = title;
    section->page_break = page_break_read(checker, map);
    section->language = language_read(checker, map);
    return entries->value;
}

static struct section section_read(const struct checker *checker,
                                   const struct pair *pair)
{
    struct frame frame = {.checker = checker};
    struct section section = {
        .key = pair->key,
        .title = {title_from_key(checker->arena, pair->key), pair->key_pos},
        .kind = ENTRY_TEXT,
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
    find_type(&frame, list);
    if (frame.type)
        section.kind = frame.type->kind;
    read_entries(&frame, list, &section);
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
