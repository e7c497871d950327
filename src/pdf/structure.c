// SPDX-License-Identifier: MIT
// The structure tree (ISO 32000-1, 14.7): an element for each that has
// content, its kids in reading order, and the parent tree, by which readers
// find the element of a marked content or an annotation.
#include "pdf/writer.h"

#include <assert.h>

// Entries of one leaf of the parent tree; libharu's arrays end at 32767.
#define LEAF_ENTRIES 1000

struct tree {
    struct writer *writer;
    const struct tags *tags;
    HPDF_Dict *elements; // by index; NULL without content
    HPDF_Array leaf;     // of the parent tree
    int64_t leaf_first;
    HPDF_Dict leaf_dict;
    HPDF_Array leaves;
    int64_t next_key; // of the parent tree
};

// Returns the page that the element's content begins on, or NULL.
static HPDF_Page page_of(const struct tree *tree, size_t element)
{
    const struct tag_kid_list *kids = &tree->tags->kids[element];

    for (size_t i = 0; i < kids->len; i++)
        if (kids->ptr[i].kind == TAG_RUN)
            return tree->writer->page_dicts[kids->ptr[i].page];
    return NULL;
}

// How many values stand for the kid: a run has several marked contents.
static size_t kid_size(const struct tree *tree, const struct tag_kid *kid)
{
    const struct writer *writer = tree->writer;

    if (kid->kind == TAG_RUN)
        return writer->run_marks[kid->index + 1] -
               writer->run_marks[kid->index];
    return kid->kind == TAG_ELEMENT ||
           writer->link_dicts[kid->page][kid->index];
}

// The number of a run's marked content among those of its page.
static int64_t mcid_of(const struct tree *tree, const struct tag_kid *kid,
                       size_t number)
{
    const struct writer *writer = tree->writer;

    return (int64_t)(writer->run_marks[kid->index] + number -
                     writer->page_marks[kid->page]);
}

// A value of a kid, made for the array or the dictionary that takes it.
static void *kid_object(struct tree *tree, const struct tag_kid *kid,
                        size_t number, HPDF_Page own_page)
{
    struct writer *writer = tree->writer;
    HPDF_Page page = writer->page_dicts[kid->page];
    HPDF_Dict reference;

    if (kid->kind == TAG_ELEMENT)
        return tree->elements[kid->index];
    if (kid->kind == TAG_RUN && page == own_page)
        return HPDF_Number_New(writer->doc->mmgr,
                               (HPDF_INT32)mcid_of(tree, kid, number));
    reference = HPDF_Dict_New(writer->doc->mmgr);
    dict_name(reference, "Type", kid->kind == TAG_RUN ? "MCR" : "OBJR");
    if (page != own_page)
        dict_object(reference, "Pg", page);
    if (kid->kind == TAG_RUN)
        dict_int(reference, "MCID", mcid_of(tree, kid, number));
    else
        dict_object(reference, "Obj",
                    writer->link_dicts[kid->page][kid->index]);
    return reference;
}

static void add_kids(struct tree *tree, size_t index)
{
    const struct tag_kid_list *kids = &tree->tags->kids[index];
    HPDF_Dict element = tree->elements[index];
    HPDF_Page page = page_of(tree, index);
    HPDF_Array array;

    dict_object(element, "Pg", page);
    if (kids->len == 1 && kid_size(tree, kids->ptr) == 1) {
        dict_object(element, "K", kid_object(tree, kids->ptr, 0, page));
        return;
    }
    array = dict_array(element, "K");
    for (size_t i = 0; i < kids->len; i++)
        for (size_t j = 0; j < kid_size(tree, &kids->ptr[i]); j++)
            array_object(array, kid_object(tree, &kids->ptr[i], j, page));
}

// Where the figure stands, for readers that reflow the page.
static void add_figure_box(struct tree *tree, size_t index, HPDF_Dict layout)
{
    const struct tag_kid *kid = &tree->tags->kids[index].ptr[0];
    const struct tag_run *run = &tree->tags->runs.ptr[kid->index];
    const struct page *page = &tree->writer->pages->pages.ptr[run->page];
    const struct item *item = &page->items.ptr[run->first];
    HPDF_Array box = dict_array(layout, "BBox");

    array_pt(box, item->x);
    array_pt(box, page->height - item->y - item->height);
    array_pt(box, item->x + item->width);
    array_pt(box, page->height - item->y);
}

static void add_attributes(struct tree *tree, size_t index)
{
    const struct structure_element *element =
        &tree->writer->pages->structure.ptr[index];
    HPDF_Dict dict = tree->elements[index];
    HPDF_Dict attributes;

    if (element->language.len > 0)
        dict_text(tree->writer, dict, "Lang", element->language);
    if (element->type == STRUCTURE_L) {
        attributes = dict_dict(dict, "A");
        dict_name(attributes, "O", "List");
        dict_name(attributes, "ListNumbering",
                  list_numbering_name(element->numbering));
    } else if (element->type == STRUCTURE_FIGURE) {
        attributes = dict_dict(dict, "A");
        dict_name(attributes, "O", "Layout");
        dict_name(attributes, "Placement", "Block");
        add_figure_box(tree, index, attributes);
        dict_text(tree->writer, dict, "Alt", element->alt);
    } else if (element->type == STRUCTURE_FORMULA) {
        dict_text(tree->writer, dict, "Alt", element->alt);
    }
}

static void add_elements(struct tree *tree, HPDF_Dict root)
{
    const struct structure *structure = &tree->writer->pages->structure;

    for (size_t i = 0; i < structure->len; i++)
        if (tree->tags->kids[i].len > 0)
            tree->elements[i] = writer_dict(tree->writer);
    for (size_t i = 0; i < structure->len; i++) {
        const struct structure_element *element = &structure->ptr[i];

        if (!tree->elements[i])
            continue;
        dict_name(tree->elements[i], "S", structure_type_name(element->type));
        dict_object(tree->elements[i], "P",
                    i == STRUCTURE_ROOT ? root
                                        : tree->elements[element->parent]);
        add_attributes(tree, i);
        add_kids(tree, i);
    }
    dict_object(root, "K", tree->elements[STRUCTURE_ROOT]);
}

static void close_leaf(struct tree *tree)
{
    HPDF_Array limits;

    if (!tree->leaf)
        return;
    limits = dict_array(tree->leaf_dict, "Limits");
    array_int(limits, tree->leaf_first);
    array_int(limits, tree->next_key - 1);
    tree->leaf = NULL;
}

// Appends an entry to the parent tree; returns its key.
static int64_t add_parent(struct tree *tree, void *value)
{
    if (!tree->leaf) {
        tree->leaf_dict = writer_dict(tree->writer);
        tree->leaf = dict_array(tree->leaf_dict, "Nums");
        tree->leaf_first = tree->next_key;
        array_object(tree->leaves, tree->leaf_dict);
    }
    array_int(tree->leaf, tree->next_key);
    array_object(tree->leaf, value);
    tree->next_key++;
    if (tree->next_key - tree->leaf_first == LEAF_ENTRIES)
        close_leaf(tree);
    return tree->next_key - 1;
}

// The elements of a page's marked contents, by their numbers.
static HPDF_Array page_parents(struct tree *tree, size_t page)
{
    const struct tag_run_list *runs = &tree->tags->runs;
    const struct writer *writer = tree->writer;
    HPDF_Array parents = HPDF_Array_New(writer->doc->mmgr);

    for (size_t i = writer->page_marks[page]; i < writer->page_marks[page + 1];
         i++) {
        const struct tag_run *run = &runs->ptr[writer->marks.ptr[i]];

        assert(run->page == page);
        assert(tree->elements[run->element]);
        array_object(parents, tree->elements[run->element]);
    }
    return parents;
}

static void add_parents(struct tree *tree, HPDF_Dict root)
{
    struct writer *writer = tree->writer;
    const struct page_list *pages = &writer->pages->pages;
    HPDF_Dict parents = writer_dict(writer);

    dict_object(root, "ParentTree", parents);
    tree->leaves = dict_array(parents, "Kids");
    for (size_t p = 0; p < pages->len; p++) {
        const struct link_list *links = &pages->ptr[p].links;

        dict_int(writer->page_dicts[p], "StructParents",
                 add_parent(tree, page_parents(tree, p)));
        // The tabulator key goes through links in the tree's order.
        dict_name(writer->page_dicts[p], "Tabs", "S");
        for (size_t i = 0; i < links->len; i++)
            if (writer->link_dicts[p][i])
                dict_int(
                    writer->link_dicts[p][i], "StructParent",
                    add_parent(tree, tree->elements[links->ptr[i].element]));
    }
    close_leaf(tree);
    dict_int(root, "ParentTreeNextKey", tree->next_key);
}

bool writer_add_structure(struct writer *writer)
{
    const struct tags *tags = &writer->tags;
    struct tree tree = {
        .writer = writer,
        .tags = tags,
        .elements =
            arena_array_of(writer->arena, tags->element_count + 1, HPDF_Dict),
    };
    HPDF_Dict root;
    HPDF_Dict mark_info;

    if (tags->element_count == 0 || tags->kids[STRUCTURE_ROOT].len == 0)
        return true;
    root = writer_dict(writer);
    dict_name(root, "Type", "StructTreeRoot");
    dict_object(writer->doc->catalog, "StructTreeRoot", root);
    mark_info = dict_dict(writer->doc->catalog, "MarkInfo");
    if (mark_info)
        HPDF_Dict_AddBoolean(mark_info, "Marked", HPDF_TRUE);
    add_elements(&tree, root);
    add_parents(&tree, root);
    return writer_ok(writer, "structure");
}
