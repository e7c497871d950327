// SPDX-License-Identifier: MIT
// The entries of a section or a group: of which type each is. One that lacks
// something is held against the entries before it, whose type it was most
// likely meant to have.
#include "profile/parts.h"

#include "profile/excerpt.h"
#include "profile/synonyms.h"

// What entries are checked against.
struct frame {
    const struct checker *checker;
    const struct entry_type *type; // NULL if no entry tells
    struct pos example;            // the entry that told
    bool group;                    // in a group, where there can be none
};

static bool is_missing(const struct node *value)
{
    return node_is_null(value) ||
           (value->kind == NODE_SCALAR && str_trim(value->text).len == 0) ||
           (value->kind == NODE_LIST && value->items.len == 0);
}

// Several positions stand for the one.
static bool is_instead(const struct node *node, const char *field)
{
    return str_eq_cstr(str_from_cstr(field), "position") &&
           !is_missing(node_lookup(node, "positions"));
}

// Returns "no institution and no area", or an empty text.
static struct str missing_fields(struct arena *arena, const struct node *node,
                                 const struct entry_type *type)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; i < type->mandatory; i++)
        if (is_missing(node_lookup(node, type->fields[i])) &&
            !is_instead(node, type->fields[i]))
            buf_addf(&buf, "%sno %s", buf.len > 0 ? " and " : "",
                     type->fields[i]);
    return buf_str(&buf);
}

// Returns the key of node that the missing field was most likely meant by, or
// an empty text.
static struct str meant_by(const struct node *node, const char *field,
                           const struct entry_type *type)
{
    struct str name = str_from_cstr(field);

    for (size_t i = 0; i < node->pairs.len; i++) {
        struct str key = node->pairs.ptr[i].key;

        if (!check_is_key(key, type->fields) &&
            (synonym_is(key, field) || suggest_nearest(key, &name, 1).len > 0))
            return key;
    }
    return (struct str){"", 0};
}

// Returns a hint for the other names of missing fields, or the fields of the
// type.
static struct str fields_hint(struct arena *arena, const struct node *node,
                              const struct entry_type *type)
{
    struct buf hint = {.arena = arena};

    for (size_t i = 0; i < type->mandatory; i++) {
        struct str key = meant_by(node, type->fields[i], type);

        if (!is_missing(node_lookup(node, type->fields[i])) || key.len == 0)
            continue;
        buf_addf(&hint, "%s'%.*s': did you mean '%s'?", hint.len > 0 ? " " : "",
                 STR_ARG(excerpt(arena, key)), type->fields[i]);
    }
    if (hint.len > 0)
        return buf_str(&hint);
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
                         "title and authors, bullet, number, "
                         "reversed_number, grant, patent, reference, "
                         "language, skill, or group and entries"),
               "this entry is of no known type");
}

static bool is_complete(const struct frame *frame, const struct node *node,
                        const struct entry_type *type)
{
    return missing_fields(frame->checker->arena, node, type).len == 0;
}

// A map among texts is most often a text with a colon in it.
static void report_no_text(const struct frame *frame, const struct node *node)
{
    struct str what = str_format(frame->checker->arena, "a text as in line %u",
                                 frame->example.line);

    check_expected(frame->checker, node,
                   str_to_cstr(frame->checker->arena, what));
}

// Reports that a map lacks what its own type or the other entries' wants.
static void report_map(const struct frame *frame, const struct node *node,
                       const struct entry_type *own)
{
    struct frame as = *frame;

    if (frame->type == entry_type_text() && !own) {
        report_no_text(frame, node);
        return;
    }
    if (frame->type == entry_type_text() || !frame->type)
        as.type = own;
    report_missing(&as, node,
                   missing_fields(frame->checker->arena, node, as.type));
}

// An entry without a name stands among others of its kind or texts; among
// employers it is one whose name was forgotten.
static bool fits(const struct frame *frame, const struct entry_type *own)
{
    return !entry_type_is_untitled(own) || !frame->type ||
           frame->type->kind == ENTRY_NORMAL ||
           frame->type->kind <= ENTRY_REVERSED_NUMBERED;
}

// Returns the type that node is read as: that of the entries before it if it
// can be, or its own, for a section may have several; NULL after a report.
static const struct entry_type *find_type(const struct frame *frame,
                                          const struct node *node)
{
    const struct entry_type *own = entry_type_of(node);

    if (node->kind == NODE_LIST) {
        check_expected(frame->checker, node, "an entry");
        return NULL;
    }
    if (node->kind == NODE_SCALAR)
        return own;
    if (frame->type && frame->type != entry_type_text() &&
        (!own || own->kind != ENTRY_GROUP) &&
        is_complete(frame, node, frame->type))
        return frame->type;
    if (own && is_complete(frame, node, own) && fits(frame, own))
        return own;
    if (!frame->type && !own)
        report_unknown(frame, node);
    else
        report_map(frame, node, own);
    return NULL;
}

// The first entry that tells, groups aside.
static void find_example(struct frame *frame, const struct node *list)
{
    for (size_t i = 0; i < list->items.len && !frame->type; i++) {
        const struct entry_type *type = entry_type_of(list->items.ptr[i]);

        if (list->items.ptr[i]->partial ||
            (type && type->kind == ENTRY_GROUP) || entry_type_is_untitled(type))
            continue;
        frame->type = type;
        frame->example = list->items.ptr[i]->pos;
    }
}

static void read_entry(const struct frame *frame, const struct node *node,
                       struct entry_list *entries)
{
    const struct entry_type *own = entry_type_of(node);
    const struct entry_type *type;
    struct entry entry;

    if (node_is_null(node)) {
        diag_warning(frame->checker->diags, node->pos, (struct str){"", 0},
                     "an empty entry is left out");
        return;
    }
    if (frame->group && own && own->kind == ENTRY_GROUP) {
        diag_error(frame->checker->diags, node->pos, (struct str){"", 0},
                   "there can be no group within a group");
        return;
    }
    type = find_type(frame, node);
    if (type) {
        entry_read(frame->checker, node, type, &entry);
        vec_push(frame->checker->arena, entries, entry);
    } else if (own && own != entry_type_text()) {
        // For the mistakes in its fields only.
        entry_read(frame->checker, node, own, &entry);
    }
}

static void read_all(struct frame *frame, const struct node *list,
                     struct entry_list *entries)
{
    find_example(frame, list);
    for (size_t i = 0; i < list->items.len; i++)
        if (!list->items.ptr[i]->partial)
            read_entry(frame, list->items.ptr[i], entries);
}

void entries_read(const struct checker *checker, const struct node *list,
                  struct entry_list *entries)
{
    struct frame frame = {.checker = checker};

    read_all(&frame, list, entries);
}

void group_read(const struct checker *checker, const struct node *node,
                struct entry *group)
{
    static const char *const keys[] = {"group",    "entries", "page_break",
                                       "lang",     "design",  "tags",
                                       "priority", NULL};
    const struct node *list = node_lookup(node, "entries");
    struct frame frame = {.checker = checker, .group = true};
    struct text title;

    check_keys(checker, node, keys, "a group");
    if (check_text(checker, node_lookup(node, "group"), &title))
        vec_push(checker->arena, &group->fields,
                 (struct field){STR("group"), title, title.pos, false});
    group->design = node_lookup(node, "design");
    group->page_break = page_break_read(checker, node);
    group->language = language_read(checker, node);
    group->priority = priority_read(checker, node);
    if (list && list->kind == NODE_LIST)
        read_all(&frame, list, &group->entries);
    else if (!node_is_null(list))
        check_expected(checker, list, "a list of entries");
}
