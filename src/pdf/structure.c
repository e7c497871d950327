// SPDX-License-Identifier: MIT
// The structure tree (ISO 32000-1, 14.7): an element for each that has
// content, its kids in reading order, and the parent tree, by which readers
// find the element of a marked content or an annotation. Most objects of a
// document are these elements, so that they are written as text.
#include "pdf/writer.h"

#include <assert.h>

// Entries of one leaf of the parent tree, lest readers take in all of a long
// document for one mark.
#define LEAF_ENTRIES 1000

struct tree {
    struct writer *writer;
    const struct tags *tags;
    size_t root;      // the tree's object
    size_t *elements; // objects by index; 0 without content
};

// A leaf of the parent tree that is being written.
struct leaf {
    struct tree *tree;
    struct buf leaves; // references to all so far
    struct buf *buf;
    size_t object;
    size_t first; // key
    size_t next;  // key
};

bool writer_has_structure(const struct writer *writer)
{
    const struct tags *tags = &writer->tags;

    return tags->element_count > 0 && tags->kids[STRUCTURE_ROOT].len > 0;
}

static size_t page_number(const struct tree *tree, size_t page)
{
    return object_number(tree->writer->page_dicts[page]);
}

// Returns the index of the page that the element's content begins on, or
// SIZE_MAX.
static size_t page_of(const struct tree *tree, size_t element)
{
    const struct tag_kid_list *kids = &tree->tags->kids[element];

    for (size_t i = 0; i < kids->len; i++)
        if (kids->ptr[i].kind == TAG_RUN)
            return kids->ptr[i].page;
    return SIZE_MAX;
}

// How many values stand for the kid: a run has several marked contents.
static size_t kid_size(const struct tree *tree, const struct tag_kid *kid)
{
    const struct writer *writer = tree->writer;

    if (kid->kind == TAG_RUN)
        return writer->run_marks[kid->index + 1] -
               writer->run_marks[kid->index];
    return kid->kind == TAG_ELEMENT ||
           writer->links[kid->page][kid->index].object > 0;
}

// The number of a run's marked content among those of its page.
static size_t mcid_of(const struct tree *tree, const struct tag_kid *kid,
                      size_t number)
{
    const struct writer *writer = tree->writer;

    return writer->run_marks[kid->index] + number -
           writer->page_marks[kid->page];
}

// Appends a value of a kid of an element on own_page.
static void add_kid(const struct tree *tree, struct buf *buf,
                    const struct tag_kid *kid, size_t number, size_t own_page)
{
    const struct writer *writer = tree->writer;

    if (kid->kind == TAG_ELEMENT) {
        buf_add_ref(buf, tree->elements[kid->index]);
        return;
    }
    if (kid->kind == TAG_RUN && kid->page == own_page) {
        buf_add_count(buf, mcid_of(tree, kid, number));
        return;
    }
    buf_add(buf,
            kid->kind == TAG_RUN ? STR("<</Type/MCR") : STR("<</Type/OBJR"));
    if (kid->page != own_page) {
        buf_add(buf, STR("/Pg "));
        buf_add_ref(buf, page_number(tree, kid->page));
    }
    if (kid->kind == TAG_RUN) {
        buf_add(buf, STR("/MCID "));
        buf_add_count(buf, mcid_of(tree, kid, number));
    } else {
        buf_add(buf, STR("/Obj "));
        buf_add_ref(buf, writer->links[kid->page][kid->index].object);
    }
    buf_add(buf, STR(">>"));
}

static void add_kids(const struct tree *tree, struct buf *buf, size_t index)
{
    const struct tag_kid_list *kids = &tree->tags->kids[index];
    size_t page = page_of(tree, index);

    if (page != SIZE_MAX) {
        buf_add(buf, STR("/Pg "));
        buf_add_ref(buf, page_number(tree, page));
    }
    if (kids->len == 1 && kid_size(tree, kids->ptr) == 1) {
        buf_add(buf, STR("/K "));
        add_kid(tree, buf, kids->ptr, 0, page);
        return;
    }
    buf_add(buf, STR("/K["));
    for (size_t i = 0; i < kids->len; i++) {
        size_t count = kid_size(tree, &kids->ptr[i]);

        for (size_t j = 0; j < count; j++) {
            add_kid(tree, buf, &kids->ptr[i], j, page);
            buf_add_char(buf, ' ');
        }
    }
    buf_add_char(buf, ']');
}

// Where the figure stands, for readers that reflow the page.
static void add_figure_box(const struct tree *tree, struct buf *buf,
                           size_t index)
{
    const struct tag_kid *kid = &tree->tags->kids[index].ptr[0];
    const struct tag_run *run = &tree->tags->runs.ptr[kid->index];
    const struct page *page = &tree->writer->pages->pages.ptr[run->page];
    const struct item *item = &page->items.ptr[run->first];
    const sp box[] = {item->x, page->height - item->y - item->height,
                      item->x + item->width, page->height - item->y};

    buf_add(buf, STR("/BBox["));
    for (size_t i = 0; i < sizeof box / sizeof *box; i++) {
        buf_add_number(buf, box[i]);
        buf_add_char(buf, ' ');
    }
    buf_add_char(buf, ']');
}

static void add_alternative(const struct tree *tree, struct buf *buf,
                            struct str text)
{
    buf_add(buf, STR("/Alt"));
    buf_add_text(tree->writer, buf, text);
}

static void add_attributes(const struct tree *tree, struct buf *buf,
                           size_t index)
{
    const struct structure_element *element =
        &tree->writer->pages->structure.ptr[index];

    if (element->language.len > 0) {
        buf_add(buf, STR("/Lang"));
        buf_add_text(tree->writer, buf, element->language);
    }
    if (element->type == STRUCTURE_L) {
        buf_add(buf, STR("/A<</O/List/ListNumbering/"));
        buf_add_cstr(buf, list_numbering_name(element->numbering));
        buf_add(buf, STR(">>"));
    } else if (element->type == STRUCTURE_FIGURE) {
        buf_add(buf, STR("/A<</O/Layout/Placement/Block"));
        add_figure_box(tree, buf, index);
        buf_add(buf, STR(">>"));
        add_alternative(tree, buf, element->alt);
    } else if (element->type == STRUCTURE_FORMULA) {
        add_alternative(tree, buf, element->alt);
    }
}

static void add_element(const struct tree *tree, size_t index)
{
    const struct structure_element *element =
        &tree->writer->pages->structure.ptr[index];
    struct buf *buf = writer_begin_text(tree->writer);

    buf_add(buf, STR("<</S/"));
    buf_add_cstr(buf, structure_type_name(element->type));
    buf_add(buf, STR("/P "));
    buf_add_ref(buf, index == STRUCTURE_ROOT ? tree->root
                                             : tree->elements[element->parent]);
    add_attributes(tree, buf, index);
    add_kids(tree, buf, index);
    buf_add(buf, STR(">>"));
    writer_end_text(tree->writer, tree->elements[index]);
}

static void add_elements(const struct tree *tree)
{
    size_t count = tree->writer->pages->structure.len;

    for (size_t i = 0; i < count; i++)
        if (tree->tags->kids[i].len > 0)
            tree->elements[i] = writer_reserve(tree->writer);
    for (size_t i = 0; i < count; i++)
        if (tree->elements[i] > 0)
            add_element(tree, i);
}

static void close_leaf(struct leaf *leaf)
{
    if (leaf->object == 0)
        return;
    buf_add(leaf->buf, STR("]/Limits["));
    buf_add_count(leaf->buf, leaf->first);
    buf_add_char(leaf->buf, ' ');
    buf_add_count(leaf->buf, leaf->next - 1);
    buf_add(leaf->buf, STR("]>>"));
    writer_end_text(leaf->tree->writer, leaf->object);
    buf_add_ref(&leaf->leaves, leaf->object);
    buf_add_char(&leaf->leaves, ' ');
    leaf->object = 0;
}

// Begins the entry with the next key in the parent tree.
static struct buf *begin_entry(struct leaf *leaf)
{
    if (leaf->object > 0 && leaf->next - leaf->first == LEAF_ENTRIES)
        close_leaf(leaf);
    if (leaf->object == 0) {
        leaf->object = writer_reserve(leaf->tree->writer);
        leaf->buf = writer_begin_text(leaf->tree->writer);
        leaf->first = leaf->next;
        buf_add(leaf->buf, STR("<</Nums["));
    }
    buf_add_char(leaf->buf, ' '); // behind a reference
    buf_add_count(leaf->buf, leaf->next++);
    buf_add_char(leaf->buf, ' ');
    return leaf->buf;
}

// The elements of a page's marked contents, by their numbers.
static void add_page_parents(const struct tree *tree, struct buf *buf,
                             size_t page)
{
    const struct tag_run_list *runs = &tree->tags->runs;
    const struct writer *writer = tree->writer;

    buf_add_char(buf, '[');
    for (size_t i = writer->page_marks[page]; i < writer->page_marks[page + 1];
         i++) {
        const struct tag_run *run = &runs->ptr[writer->marks.ptr[i]];

        assert(run->page == page);
        assert(tree->elements[run->element] > 0);
        buf_add_ref(buf, tree->elements[run->element]);
        buf_add_char(buf, ' ');
    }
    buf_add_char(buf, ']');
}

// The keys follow one another: each page's and those of its links.
static void add_parents(struct tree *tree, struct leaf *leaf)
{
    const struct writer *writer = tree->writer;
    const struct page_list *pages = &writer->pages->pages;

    for (size_t p = 0; p < pages->len; p++) {
        const struct link_list *links = &pages->ptr[p].links;

        dict_int(writer->page_dicts[p], "StructParents", (int64_t)leaf->next);
        // The tabulator key goes through links in the tree's order.
        dict_name(writer->page_dicts[p], "Tabs", "S");
        add_page_parents(tree, begin_entry(leaf), p);
        for (size_t i = 0; i < links->len; i++)
            if (writer->links[p][i].object > 0) {
                assert(writer->links[p][i].key == leaf->next);
                buf_add_ref(begin_entry(leaf),
                            tree->elements[links->ptr[i].element]);
            }
    }
    close_leaf(leaf);
}

static void add_root(struct tree *tree, const struct leaf *leaf)
{
    struct buf *buf = writer_begin_text(tree->writer);

    buf_add(buf, STR("<</Type/StructTreeRoot/K "));
    buf_add_ref(buf, tree->elements[STRUCTURE_ROOT]);
    buf_add(buf, STR("/ParentTree<</Kids["));
    buf_add(buf, buf_str(&leaf->leaves));
    buf_add(buf, STR("]>>/ParentTreeNextKey "));
    buf_add_count(buf, leaf->next);
    buf_add(buf, STR(">>"));
    writer_end_text(tree->writer, tree->root);
}

bool writer_add_structure(struct writer *writer)
{
    struct tree tree = {.writer = writer, .tags = &writer->tags};
    struct leaf leaf = {.tree = &tree, .leaves = {.arena = writer->arena}};
    HPDF_Dict mark_info;

    if (!writer_has_structure(writer))
        return true;
    tree.elements =
        arena_array_of(writer->arena, writer->tags.element_count + 1, size_t);
    tree.root = writer_reserve(writer);
    add_elements(&tree);
    add_parents(&tree, &leaf);
    add_root(&tree, &leaf);
    dict_object(writer->doc->catalog, "StructTreeRoot",
                reserved_object(writer, tree.root));
    mark_info = dict_dict(writer->doc->catalog, "MarkInfo");
    if (mark_info)
        HPDF_Dict_AddBoolean(mark_info, "Marked", HPDF_TRUE);
    return writer_ok(writer, "structure");
}
