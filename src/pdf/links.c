// SPDX-License-Identifier: MIT
// Link annotations, in reading order: to an address, or to a named place of
// the document.
#include "pdf/writer.h"

#include <hpdf_annotation.h>
#include <stdlib.h>

// Annotation flag 3: printed with the page, as PDF/A wants of all.
#define ANNOTATION_PRINT 4

// A URI is ASCII (RFC 3986): other bytes are percent-encoded; what is
// encoded already stays.
static struct str escape_uri(struct arena *arena, struct str url)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; i < url.len; i++) {
        unsigned char c = (unsigned char)url.ptr[i];

        if (c <= 0x20 || c >= 0x7f || c == '"' || c == '<' || c == '>' ||
            c == '\\' || c == '^' || c == '`' || c == '{' || c == '|' ||
            c == '}')
            buf_addf(&buf, "%%%02X", c);
        else
            buf_add_char(&buf, (char)c);
    }
    return buf_str(&buf);
}

static bool is_in_reach(const struct link *link)
{
    return link->x >= -POSITION_MAX && link->y >= -POSITION_MAX &&
           link->width >= 0 && link->width <= POSITION_MAX - link->x &&
           link->height >= 0 && link->height <= POSITION_MAX - link->y;
}

// What the link says when it is read alone.
static struct str link_contents(const struct writer *writer,
                                const struct link *link)
{
    const struct structure *structure = &writer->pages->structure;

    if (link->element < structure->len &&
        structure->ptr[link->element].alt.len > 0)
        return structure->ptr[link->element].alt;
    return link->url;
}

HPDF_Binary destination_name(struct writer *writer, struct str name)
{
    return HPDF_Binary_New(writer->doc->mmgr,
                           (HPDF_BYTE *)str_to_cstr(writer->arena, name),
                           (HPDF_UINT)name.len);
}

static int by_name(const void *a_ptr, const void *b_ptr)
{
    const struct anchor *a = a_ptr;
    const struct anchor *b = b_ptr;
    int order = str_cmp(a->name, b->name);

    if (order != 0)
        return order;
    if (a->page != b->page)
        return a->page < b->page ? -1 : 1;
    return (a->y > b->y) - (a->y < b->y);
}

// Sorts the anchors that there will be.
static void list_anchors(struct writer *writer)
{
    const struct anchor_list *all = &writer->pages->anchors;
    struct anchor *sorted =
        arena_array_of(writer->arena, all->len + 1, struct anchor);

    for (size_t i = 0; i < all->len; i++)
        sorted[i] = all->ptr[i];
    qsort(sorted, all->len, sizeof *sorted, by_name);
    for (size_t i = 0; i < all->len && writer->anchors.len < NAMES_MAX; i++) {
        size_t length = sorted[i].name.len;

        if (length > 0 && length <= STRING_MAX &&
            sorted[i].page < writer->pages->pages.len &&
            (i == 0 || !str_eq(sorted[i].name, sorted[i - 1].name)))
            vec_push(writer->arena, &writer->anchors, sorted[i]);
    }
}

static int name_is(const void *name_ptr, const void *anchor_ptr)
{
    const struct str *name = name_ptr;
    const struct anchor *anchor = anchor_ptr;

    return str_cmp(*name, anchor->name);
}

static bool has_anchor(const struct writer *writer, struct str name)
{
    const struct anchor_list *list = &writer->anchors;

    return list->len > 0 &&
           bsearch(&name, list->ptr, list->len, sizeof *list->ptr, name_is);
}

// libharu wants an explicit destination for its own annotations of this kind.
static HPDF_Annotation add_inner_link(struct writer *writer, HPDF_Page page,
                                      HPDF_Rect rect, struct str target)
{
    HPDF_Annotation annotation = HPDF_Annotation_New(
        writer->doc->mmgr, writer->doc->xref, HPDF_ANNOT_LINK, rect);
    HPDF_Array list = HPDF_Dict_GetItem(page, "Annots", HPDF_OCLASS_ARRAY);

    if (!annotation)
        return NULL;
    dict_object(annotation, "Dest", destination_name(writer, target));
    array_object(list ? list : dict_array(page, "Annots"), annotation);
    return annotation;
}

static HPDF_Annotation add_outer_link(struct writer *writer, HPDF_Page page,
                                      HPDF_Rect rect, struct str url)
{
    struct str uri = escape_uri(writer->arena, url);

    if (uri.len <= STRING_MAX)
        return HPDF_Page_CreateURILinkAnnot(page, rect,
                                            str_to_cstr(writer->arena, uri));
    writer_fail(writer, "a link is longer than %d bytes", STRING_MAX);
    return NULL;
}

static bool add_link(struct writer *writer, size_t page_index,
                     const struct link *link, HPDF_Annotation *out)
{
    HPDF_Page page = writer->page_dicts[page_index];
    sp top = writer->pages->pages.ptr[page_index].height - link->y;
    HPDF_Annotation annotation;
    HPDF_Rect rect = {
        .left = real_from_sp(link->x),
        .bottom = real_from_sp(top - link->height),
        .right = real_from_sp(link->x + link->width),
        .top = real_from_sp(top),
    };

    if (link->url.len == 0 && !has_anchor(writer, link->target))
        return true;
    if (!is_in_reach(link))
        return writer_fail(writer, "a link is beyond 32767 pt");
    annotation = link->url.len > 0
                     ? add_outer_link(writer, page, rect, link->url)
                     : add_inner_link(writer, page, rect, link->target);
    if (!annotation)
        return false;
    HPDF_LinkAnnot_SetBorderStyle(annotation, 0, 0, 0);
    dict_int(annotation, "F", ANNOTATION_PRINT);
    dict_text(writer, annotation, "Contents", link_contents(writer, link));
    *out = annotation;
    return true;
}

bool writer_add_links(struct writer *writer)
{
    const struct page_list *pages = &writer->pages->pages;

    list_anchors(writer);
    writer->link_dicts =
        arena_array_of(writer->arena, pages->len, HPDF_Annotation *);
    for (size_t p = 0; p < pages->len; p++) {
        const struct link_list *links = &pages->ptr[p].links;

        writer->link_dicts[p] =
            arena_array_of(writer->arena, links->len + 1, HPDF_Annotation);
        for (size_t i = 0; i < links->len; i++)
            if (!add_link(writer, p, &links->ptr[i], &writer->link_dicts[p][i]))
                return writer_ok(writer, "links");
    }
    return writer_ok(writer, "links");
}
