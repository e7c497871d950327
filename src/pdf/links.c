// SPDX-License-Identifier: MIT
// Link annotations, in reading order.
#include "pdf/writer.h"

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

static bool add_link(struct writer *writer, size_t page_index,
                     const struct link *link, HPDF_Annotation *out)
{
    HPDF_Page page = writer->page_dicts[page_index];
    sp top = writer->pages->pages.ptr[page_index].height - link->y;
    struct str uri = escape_uri(writer->arena, link->url);
    HPDF_Annotation annotation;
    HPDF_Rect rect = {
        .left = real_from_sp(link->x),
        .bottom = real_from_sp(top - link->height),
        .right = real_from_sp(link->x + link->width),
        .top = real_from_sp(top),
    };

    if (uri.len == 0)
        return true;
    if (uri.len > STRING_MAX)
        return writer_fail(writer, "a link is longer than %d bytes",
                           STRING_MAX);
    if (!is_in_reach(link))
        return writer_fail(writer, "a link is beyond 32767 pt");
    annotation = HPDF_Page_CreateURILinkAnnot(page, rect,
                                              str_to_cstr(writer->arena, uri));
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
