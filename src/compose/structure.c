// SPDX-License-Identifier: MIT
// Elements from blocks: most kinds say what they are; sections, entries and
// headings are marked by those that compose them. Links and texts of another
// language become elements within their paragraph.
#include "compose/structure.h"

#include "compose/document.h"

const char *structure_type_name(enum structure_type type)
{
    static const char *const names[] = {
        [STRUCTURE_NONE] = "NonStruct",
        [STRUCTURE_DOCUMENT] = "Document",
        [STRUCTURE_PART] = "Part",
        [STRUCTURE_SECT] = "Sect",
        [STRUCTURE_DIV] = "Div",
        [STRUCTURE_H1] = "H1",
        [STRUCTURE_H2] = "H2",
        [STRUCTURE_H3] = "H3",
        [STRUCTURE_P] = "P",
        [STRUCTURE_L] = "L",
        [STRUCTURE_LI] = "LI",
        [STRUCTURE_LBL] = "Lbl",
        [STRUCTURE_LBODY] = "LBody",
        [STRUCTURE_LINK] = "Link",
        [STRUCTURE_SPAN] = "Span",
        [STRUCTURE_FIGURE] = "Figure",
        [STRUCTURE_FORMULA] = "Formula",
    };

    return names[type];
}

const char *list_numbering_name(enum list_numbering numbering)
{
    static const char *const names[] = {
        [NUMBERING_DISC] = "Disc",     [NUMBERING_CIRCLE] = "Circle",
        [NUMBERING_SQUARE] = "Square", [NUMBERING_DECIMAL] = "Decimal",
        [NUMBERING_NONE] = "None",
    };

    return names[numbering];
}

struct tree {
    struct arena *arena;
    struct structure *structure;
    bool named; // there is a heading above the sections' titles
};

static uint32_t add(struct tree *tree, enum structure_type type,
                    uint32_t parent)
{
    struct structure_element element = {.type = type, .parent = parent};

    vec_push(tree->arena, tree->structure, element);
    return (uint32_t)(tree->structure->len - 1);
}

static bool is_link(const struct span *span)
{
    return span->url.len > 0 || span->target.len > 0;
}

// What a link is when it is read alone: what its target is or else the label
// of the icon before it, if it has one, and its words.
static struct str link_words(struct arena *arena, const struct span *spans,
                             size_t count)
{
    struct buf words = {.arena = arena};

    if (spans[0].target.len > 0 && spans[0].label.len > 0)
        return spans[0].label;
    if ((spans[0].kind == SPAN_ICON || spans[0].kind == SPAN_TEXT) &&
        spans[0].label.len > 0)
        buf_addf(&words, "%.*s: ", STR_ARG(spans[0].label));
    for (size_t i = 0; i < count; i++)
        if (spans[i].kind == SPAN_TEXT || spans[i].kind == SPAN_LEVEL)
            buf_add(&words, spans[i].text);
        else if (spans[i].kind == SPAN_FORMULA)
            buf_add(&words, spans[i].label);
    return buf_str(&words);
}

// Adds the element of spans that are one link or of one foreign language.
static uint32_t add_inline(struct tree *tree, const struct span *spans,
                           size_t count, bool foreign, uint32_t parent)
{
    bool link = is_link(&spans[0]);
    uint32_t element =
        add(tree, link ? STRUCTURE_LINK : STRUCTURE_SPAN, parent);

    if (foreign)
        tree->structure->ptr[element].language =
            spans[0].language.len > 0
                ? spans[0].language
                : tree->structure->ptr[STRUCTURE_ROOT].language;
    if (link)
        tree->structure->ptr[element].alt =
            link_words(tree->arena, spans, count);
    return element;
}

// A formula is an element of its own within the one that it stands in.
static void set_element(struct tree *tree, struct span *span, uint32_t element)
{
    span->element = element;
    if (span->kind != SPAN_FORMULA)
        return;
    span->outer_element = element;
    span->element = add(tree, STRUCTURE_FORMULA, element);
    tree->structure->ptr[span->element].alt = span->label;
}

// Gives each span its element: the paragraph's, or one that it shares with
// its neighbours.
static void add_spans(struct tree *tree, struct para *para, struct str language,
                      uint32_t parent)
{
    struct span *spans = para->spans.ptr;
    size_t end;

    for (size_t i = 0; i < para->spans.len; i = end) {
        bool foreign = !str_eq(spans[i].language, language);
        uint32_t element = parent;

        end = i + 1;
        while (end < para->spans.len && str_eq(spans[i].url, spans[end].url) &&
               str_eq(spans[i].target, spans[end].target) &&
               str_eq(spans[i].language, spans[end].language))
            end++;
        if (is_link(&spans[i]) || foreign)
            element = add_inline(tree, spans + i, end - i, foreign, parent);
        for (size_t k = i; k < end; k++)
            set_element(tree, &spans[k], element);
    }
}

// A paragraph is of the language that it begins in.
static void add_para(struct tree *tree, struct para *para,
                     enum structure_type type, uint32_t parent)
{
    uint32_t element;
    struct str language;

    // A lone space holds a row free.
    if (para->spans.len == 0 ||
        (para->spans.len == 1 && para->spans.ptr[0].kind == SPAN_SPACE))
        return;
    element = add(tree, type, parent);
    language = para->spans.ptr[0].language;
    tree->structure->ptr[element].language = language;
    add_spans(tree, para, language, element);
}

static void add_block(struct tree *tree, struct block *block, uint32_t parent);

static void add_children(struct tree *tree, struct block *block,
                         uint32_t parent)
{
    for (size_t i = 0; i < block->children.len; i++)
        add_block(tree, &block->children.ptr[i], parent);
}

static void add_list(struct tree *tree, struct block *list, uint32_t parent)
{
    uint32_t element = add(tree, STRUCTURE_L, parent);

    tree->structure->ptr[element].numbering = list->numbering;
    for (size_t i = 0; i < list->children.len; i++) {
        struct block *item = &list->children.ptr[i];
        uint32_t own = add(tree, STRUCTURE_LI, element);

        add_para(tree, &item->para, STRUCTURE_LBL, own);
        add_children(tree, item, add(tree, STRUCTURE_LBODY, own));
    }
}

static void add_block(struct tree *tree, struct block *block, uint32_t parent)
{
    enum structure_type type = block->type;

    switch (block->kind) {
    case BLOCK_PARA:
        tree->named = tree->named || type == STRUCTURE_H1;
        if (type == STRUCTURE_H3 && !tree->named)
            type = STRUCTURE_H2;
        add_para(tree, &block->para, type ? type : STRUCTURE_P, parent);
        break;
    case BLOCK_TITLE:
        // Headings begin with H1 and skip no level (ISO 14289-1, 7.4.2).
        add_para(tree, &block->para, tree->named ? STRUCTURE_H2 : STRUCTURE_H1,
                 parent);
        break;
    case BLOCK_IMAGE:
        if (block->decorative)
            break;
        block->element = add(tree, STRUCTURE_FIGURE, parent);
        tree->structure->ptr[block->element].alt = block->image_alt;
        break;
    case BLOCK_LIST:
        add_list(tree, block, parent);
        break;
    case BLOCK_RULE:
        break;
    case BLOCK_STACK:
    case BLOCK_COLUMNS:
    case BLOCK_ITEM:
    case BLOCK_FIXED:
    case BLOCK_CHOICE: // what is not chosen has no content, and so no element
        if (type)
            parent = add(tree, type, parent);
        add_children(tree, block, parent);
        break;
    }
}

void structure_build(struct arena *arena, struct document *document)
{
    struct tree tree = {.arena = arena, .structure = &document->structure};
    uint32_t root = add(&tree, STRUCTURE_DOCUMENT, STRUCTURE_ROOT);

    tree.structure->ptr[root].language = document->language;
    add_children(&tree, &document->body, root);
}
