// SPDX-License-Identifier: MIT
// Ways into the document: the outline, the names of its places for addresses
// like cv.pdf#nameddest=education, and the pages' labels.
#include "base/utf8.h"
#include "pdf/writer.h"

#include <stdlib.h>

// Deeper entries of an outline hang on the last level.
#define OUTLINE_LEVELS 8

// The place's height above the bottom of its page.
static sp target_height(const struct writer *writer, size_t page, sp y)
{
    sp height = writer->pages->pages.ptr[page].height;

    return height - (y < 0 ? 0 : y > height ? height : y);
}

// Appends where the reader is led to.
static void add_target(struct writer *writer, struct buf *buf, size_t page,
                       sp y)
{
    buf_add_char(buf, '[');
    buf_add_ref(buf, object_number(writer->page_dicts[page]));
    buf_add(buf, STR("/XYZ 0 "));
    buf_add_number(buf, target_height(writer, page, y));
    buf_add(buf, STR(" 0]")); // the reader's zoom stays
}

// An entry of the outline, or its root; 0 stands for none.
struct outline_node {
    size_t object;
    size_t parent, previous, next, first, last; // objects
    size_t children;
};

static int level_of(const struct outline_entry *entry, int depth)
{
    int level = entry->level < 1 ? 1 : entry->level;

    // An entry hangs at most one level below the one before.
    if (level > depth + 1)
        level = depth + 1;
    return level < OUTLINE_LEVELS ? level : OUTLINE_LEVELS;
}

// Makes the tree: nodes[0] is the root, nodes[i + 1] that of list[i].
static bool link_nodes(struct writer *writer, struct outline_node *nodes)
{
    const struct outline_list *list = &writer->pages->outline;
    struct outline_node *last[OUTLINE_LEVELS + 1] = {nodes}; // by level
    int depth = 0;                                           // levels in use

    nodes[0].object = writer_reserve(writer);
    for (size_t i = 0; i < list->len; i++) {
        int level = level_of(&list->ptr[i], depth);
        struct outline_node *parent = last[level - 1];
        struct outline_node *node = &nodes[i + 1];

        if (list->ptr[i].page >= writer->pages->pages.len)
            return writer_fail(writer, "an outline entry is on no page");
        node->object = writer_reserve(writer);
        node->parent = parent->object;
        if (parent->last && last[level]) {
            last[level]->next = node->object;
            node->previous = parent->last;
        } else {
            parent->first = node->object;
        }
        parent->last = node->object;
        parent->children++;
        last[level] = node;
        depth = level;
    }
    return true;
}

static void add_relative(struct buf *buf, struct str key, size_t object)
{
    if (object == 0)
        return;
    buf_add(buf, key);
    buf_add_ref(buf, object);
}

static void write_node(struct writer *writer, const struct outline_node *node,
                       const struct outline_entry *entry)
{
    struct buf *buf = writer_begin_text(writer);

    buf_add(buf, entry ? STR("<</Title") : STR("<</Type/Outlines"));
    if (entry) {
        buf_add_text(writer, buf, entry->title);
        buf_add(buf, STR("/Dest"));
        add_target(writer, buf, entry->page, entry->y);
    }
    add_relative(buf, STR("/Parent "), node->parent);
    add_relative(buf, STR("/Prev "), node->previous);
    add_relative(buf, STR("/Next "), node->next);
    add_relative(buf, STR("/First "), node->first);
    add_relative(buf, STR("/Last "), node->last);
    if (node->children > 0) {
        // Below zero: closed. Sections alone are shown at first.
        buf_add(buf, entry ? STR("/Count -") : STR("/Count "));
        buf_add_count(buf, node->children);
    }
    buf_add(buf, STR(">>"));
    writer_end_text(writer, node->object);
}

bool writer_add_outline(struct writer *writer)
{
    const struct outline_list *list = &writer->pages->outline;
    struct outline_node *nodes =
        arena_array_of(writer->arena, list->len + 1, struct outline_node);

    if (list->len == 0)
        return true;
    if (!link_nodes(writer, nodes))
        return false;
    write_node(writer, &nodes[0], NULL);
    for (size_t i = 0; i < list->len; i++)
        write_node(writer, &nodes[i + 1], &list->ptr[i]);
    dict_object(writer->doc->catalog, "Outlines",
                reserved_object(writer, nodes[0].object));
    return writer_ok(writer, "outline");
}

struct place {
    struct anchor anchor;
    size_t order; // of equal names the first is kept
};

// Returns the end of the characters beyond ASCII that begin at from.
static size_t end_of_foreign(struct str text, size_t from)
{
    while (from < text.len && (unsigned char)text.ptr[from] >= 0x80)
        from++;
    return from;
}

static void add_word(struct buf *name, uint32_t rune)
{
    bool ascii = rune < 0x80;

    if (ascii ? ascii_is_alnum((char)rune) : rune_is_word(rune))
        buf_add_rune(name, rune);
    else if (name->len > 0 && name->ptr[name->len - 1] != '-')
        buf_add_char(name, '-');
}

// "Écoles, Séminaires" is at "ecoles-seminaires".
static struct str name_of(struct arena *arena, struct str title)
{
    struct buf name = {.arena = arena};

    for (size_t i = 0; i < title.len;) {
        size_t end = end_of_foreign(title, i);
        char c = title.ptr[i];
        struct str lower;

        if (end == i) {
            i++;
            add_word(&name, (uint32_t)(ascii_is_upper(c) ? c - 'A' + 'a' : c));
            continue;
        }
        lower = utf8_lower(arena,
                           utf8_without_marks(arena, str_slice(title, i, end)));
        for (size_t offset = 0; offset < lower.len;)
            add_word(&name, utf8_next(lower, &offset));
        i = end;
    }
    while (name.len > 0 && name.ptr[name.len - 1] == '-')
        name.len--;
    return buf_str(&name);
}

static int by_name(const void *a_ptr, const void *b_ptr)
{
    const struct place *a = a_ptr;
    const struct place *b = b_ptr;
    int order = str_cmp(a->anchor.name, b->anchor.name);

    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

// Writes the places in the order of their names; of several with one name
// only the first can be asked for.
static void add_names(struct writer *writer, const struct place *places,
                      size_t count)
{
    size_t tree = writer_reserve(writer);
    struct buf *buf = writer_begin_text(writer);

    buf_add(buf, STR("<</Names["));
    for (size_t i = 0; i < count; i++) {
        const struct anchor *anchor = &places[i].anchor;

        if (anchor->name.len == 0 ||
            (i > 0 && str_eq(anchor->name, places[i - 1].anchor.name)))
            continue;
        buf_add_bytes(buf, anchor->name);
        add_target(writer, buf, anchor->page, anchor->y);
    }
    buf_add(buf, STR("]>>"));
    writer_end_text(writer, tree);
    dict_object(writer_names(writer), "Dests", reserved_object(writer, tree));
}

bool writer_add_destinations(struct writer *writer)
{
    const struct outline_list *list = &writer->pages->outline;
    const struct anchor_list *anchors = &writer->anchors;
    struct place *places = arena_array_of(
        writer->arena, anchors->len + list->len + 1, struct place);
    size_t count = 0;

    // Links need the anchors; they come before the outline's names.
    for (; count < anchors->len; count++)
        places[count] = (struct place){anchors->ptr[count], count};
    for (size_t i = 0; i < list->len && count < NAMES_MAX; i++, count++)
        places[count] =
            (struct place){{name_of(writer->arena, list->ptr[i].title),
                            list->ptr[i].page, list->ptr[i].y},
                           count};
    if (count == 0)
        return true;
    qsort(places, count, sizeof *places, by_name);
    add_names(writer, places, count);
    return writer_ok(writer, "destinations");
}

bool writer_add_page_labels(struct writer *writer)
{
    HPDF_Array numbers =
        dict_array(dict_dict(writer->doc->catalog, "PageLabels"), "Nums");
    const struct page_list *pages = &writer->pages->pages;

    for (size_t i = 0; i < pages->len; i++) {
        HPDF_Dict style;

        // Each of several documents is counted by itself.
        if (i > 0 && pages->ptr[i].number != 1)
            continue;
        style = HPDF_Dict_New(writer->doc->mmgr);
        array_int(numbers, (int64_t)i);
        dict_name(style, "S", "D");
        array_object(numbers, style);
    }
    return writer_ok(writer, "page labels");
}
