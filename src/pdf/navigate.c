// SPDX-License-Identifier: MIT
// What is clicked: link annotations in reading order and the outline.
#include "pdf/writer.h"

// Deeper entries of an outline hang on the last level.
#define OUTLINE_LEVELS 8

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

static bool add_link(struct writer *writer, size_t page_index,
                     const struct link *link)
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
    dict_text(writer, annotation, "Contents",
              link->text.len > 0 ? link->text : link->url);
    return true;
}

bool writer_add_links(struct writer *writer)
{
    const struct page_list *pages = &writer->pages->pages;

    for (size_t p = 0; p < pages->len; p++)
        for (size_t i = 0; i < pages->ptr[p].links.len; i++)
            if (!add_link(writer, p, &pages->ptr[p].links.ptr[i]))
                return writer_ok(writer, "links");
    return writer_ok(writer, "links");
}

// Appends the entry to parent, NULL being the root.
static HPDF_Outline add_entry(struct writer *writer, HPDF_Outline parent,
                              const struct outline_entry *entry)
{
    sp height = writer->pages->pages.ptr[entry->page].height;
    sp y = entry->y < 0 ? 0 : entry->y > height ? height : entry->y;
    HPDF_Outline outline = HPDF_CreateOutline(writer->doc, parent, "", NULL);
    HPDF_Array target = dict_array(outline, "Dest");

    if (!outline)
        return NULL;
    // libharu gives every entry the type of the root; entries have none.
    HPDF_Dict_RemoveElement(outline, "Type");
    dict_text(writer, outline, "Title", entry->title);
    array_object(target, writer->page_dicts[entry->page]);
    array_name(target, "XYZ");
    array_int(target, 0);
    array_pt(target, height - y);
    array_int(target, 0); // the reader's zoom stays
    return outline;
}

bool writer_add_outline(struct writer *writer)
{
    const struct outline_list *list = &writer->pages->outline;
    HPDF_Outline last[OUTLINE_LEVELS] = {NULL}; // by level - 1
    int depth = 0;                              // levels in use

    for (size_t i = 0; i < list->len; i++) {
        const struct outline_entry *entry = &list->ptr[i];
        int level = entry->level < 1 ? 1 : entry->level;

        if (entry->page >= writer->pages->pages.len)
            return writer_fail(writer, "an outline entry is on no page");
        // An entry hangs at most one level below the one before.
        if (level > depth + 1)
            level = depth + 1;
        if (level > OUTLINE_LEVELS)
            level = OUTLINE_LEVELS;
        last[level - 1] =
            add_entry(writer, level > 1 ? last[level - 2] : NULL, entry);
        if (!last[level - 1])
            break;
        depth = level;
    }
    return writer_ok(writer, "outline");
}
