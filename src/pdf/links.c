// SPDX-License-Identifier: MIT
// Link annotations, in reading order: to an address, or to a named place of
// the document.
#include "pdf/writer.h"

#include <stdlib.h>

// Annotation flag 3: printed with the page, as PDF/A wants of all.
#define ANNOTATION_PRINT 4

static void add_percent(struct buf *buf, unsigned char c)
{
    static const char digits[] = "0123456789ABCDEF";

    buf_add_char(buf, '%');
    buf_add_char(buf, digits[c >> 4]);
    buf_add_char(buf, digits[c & 0xF]);
}

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
            add_percent(&buf, c);
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

static void add_rect(struct buf *buf, const struct link *link, sp page_height)
{
    sp top = page_height - link->y;
    const sp numbers[] = {link->x, top - link->height, link->x + link->width,
                          top};

    buf_add(buf, STR("/Rect["));
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        if (i > 0)
            buf_add_char(buf, ' ');
        buf_add_number(buf, numbers[i]);
    }
    buf_add_char(buf, ']');
}

static bool add_action(struct writer *writer, struct buf *buf,
                       const struct link *link)
{
    struct str uri;

    if (link->url.len == 0) {
        buf_add(buf, STR("/Dest"));
        buf_add_bytes(buf, link->target);
        return true;
    }
    uri = escape_uri(writer->arena, link->url);
    if (uri.len > STRING_MAX)
        return writer_fail(writer, "a link is longer than %d bytes",
                           STRING_MAX);
    buf_add(buf, STR("/A<</S/URI/URI"));
    buf_add_bytes(buf, uri);
    buf_add(buf, STR(">>"));
    return true;
}

static bool add_link(struct writer *writer, const struct page *page,
                     const struct link *link, struct page_link *out)
{
    struct buf *buf = writer_begin_text(writer);

    if (!is_in_reach(link))
        return writer_fail(writer, "a link is beyond 32767 pt");
    buf_add(buf, STR("<</Type/Annot/Subtype/Link"));
    add_rect(buf, link, page->height);
    buf_add(buf, STR("/Border[0 0 0]/F "));
    buf_add_count(buf, ANNOTATION_PRINT);
    if (!add_action(writer, buf, link))
        return false;
    buf_add(buf, STR("/Contents"));
    buf_add_text(writer, buf, link_contents(writer, link));
    if (writer_has_structure(writer)) {
        buf_add(buf, STR("/StructParent "));
        buf_add_count(buf, out->key);
    }
    buf_add(buf, STR(">>"));
    writer_end_text(writer, out->object);
    return true;
}

static void list_annotations(struct writer *writer, size_t page)
{
    size_t list = writer_reserve(writer);
    struct buf *buf = writer_begin_text(writer);

    buf_add_char(buf, '[');
    for (size_t i = 0; i < writer->pages->pages.ptr[page].links.len; i++)
        if (writer->links[page][i].object > 0) {
            buf_add_ref(buf, writer->links[page][i].object);
            buf_add_char(buf, ' ');
        }
    buf_add_char(buf, ']');
    writer_end_text(writer, list);
    dict_object(writer->page_dicts[page], "Annots",
                reserved_object(writer, list));
}

// The parent tree has the page's key first, then those of its links.
static bool add_page_links(struct writer *writer, size_t number, size_t *key)
{
    const struct page *page = &writer->pages->pages.ptr[number];
    struct page_link *added =
        arena_array_of(writer->arena, page->links.len + 1, struct page_link);
    bool any = false;

    writer->links[number] = added;
    ++*key;
    for (size_t i = 0; i < page->links.len; i++) {
        const struct link *link = &page->links.ptr[i];

        if (link->url.len == 0 && !has_anchor(writer, link->target))
            continue;
        added[i] = (struct page_link){writer_reserve(writer), (*key)++};
        if (!add_link(writer, page, link, &added[i]))
            return false;
        any = true;
    }
    if (any)
        list_annotations(writer, number);
    return true;
}

bool writer_add_links(struct writer *writer)
{
    const struct page_list *pages = &writer->pages->pages;
    size_t key = 0;

    list_anchors(writer);
    writer->links =
        arena_array_of(writer->arena, pages->len, struct page_link *);
    for (size_t i = 0; i < pages->len; i++)
        if (!add_page_links(writer, i, &key))
            return false;
    return writer_ok(writer, "links");
}
