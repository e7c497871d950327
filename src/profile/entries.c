// SPDX-License-Identifier: MIT
// The entries of a section or a group: of which type each is. One that lacks
// something is held against the entries before it, whose type it was most
// likely meant to have.
#include "profile/parts.h"

#include "profile/entry_match.h"
#include "profile/entry_report.h"
#include "profile/keys.h"

static bool is_complete(const struct entry_frame *frame,
                        const struct node *node, const struct entry_type *type)
{
    return entry_lacks(frame->checker->arena, node, type).len == 0;
}

// An entry without a name stands among others of its kind or texts; among
// employers it is one whose name was forgotten.
static bool fits(const struct entry_frame *frame, const struct entry_type *own)
{
    return !entry_type_is_untitled(own) || !frame->type ||
           frame->type->kind == ENTRY_NORMAL ||
           frame->type->kind <= ENTRY_REVERSED_NUMBERED;
}

// Returns the type that node is read as: that of the entries before it if it
// can be, or its own, for a section may have several; NULL after a report.
static const struct entry_type *find_type(const struct entry_frame *frame,
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
    entry_report(frame, node);
    return NULL;
}

// The first entry that has all fields of its type, or else the first that
// tells, groups aside.
static void find_example(struct entry_frame *frame, const struct node *list)
{
    for (size_t i = 0; i < list->items.len; i++) {
        const struct node *node = list->items.ptr[i];
        const struct entry_type *type = entry_type_of(node);
        bool complete;

        if (node->partial || !type || type->kind == ENTRY_GROUP ||
            entry_type_is_untitled(type))
            continue;
        complete = is_complete(frame, node, type);
        if (!frame->type || complete) {
            frame->type = type;
            frame->example = node->pos;
        }
        if (complete)
            return;
    }
}

static void read_all(struct entry_frame *frame, const struct node *list,
                     struct entry_list *entries);

// Whether a map has entries and no title for them.
static bool is_untitled_group(const struct node *node)
{
    const struct node *list = node_lookup(node, "entries");

    return list && list->kind == NODE_LIST && list->items.len > 0 &&
           list->items.ptr[0]->kind == NODE_MAP && !node_lookup(node, "group");
}

// Reports it and reads its entries for their mistakes.
static void read_untitled_group(const struct entry_frame *frame,
                                const struct node *node)
{
    struct entry_frame inner = {.checker = frame->checker, .group = true};
    struct entry_list entries = {0};

    entry_report_untitled(frame->checker, node);
    read_all(&inner, node_lookup(node, "entries"), &entries);
}

static void read_entry(const struct entry_frame *frame, const struct node *node,
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
    if (is_untitled_group(node)) {
        read_untitled_group(frame, node);
        return;
    }
    type = find_type(frame, node);
    if (type) {
        entry_read(frame->checker, node, type, &entry);
        vec_push(frame->checker->arena, entries, entry);
    } else if ((type = entry_match(node, frame->type))) {
        // For the mistakes in its fields only.
        entry_read(frame->checker, node, type, &entry);
    }
}

static void read_all(struct entry_frame *frame, const struct node *list,
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
    struct entry_frame frame = {.checker = checker};

    read_all(&frame, list, entries);
}

const char *const group_keys[] = {"group",  "entries", "page_break", "lang",
                                  "design", "tags",    "priority",   NULL};

void group_read(const struct checker *checker, const struct node *node,
                struct entry *group)
{
    const struct node *list = node_lookup(node, "entries");
    struct entry_frame frame = {.checker = checker, .group = true};
    struct text title;

    check_keys(checker, node, group_keys, "a group");
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
