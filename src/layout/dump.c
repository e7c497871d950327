// SPDX-License-Identifier: MIT
// Pages as text, for golden tests and for looking: docs/layout.md describes
// the form.
#include "layout/pages.h"

static void add_lengths(struct buf *buf, const sp *lengths, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buf_add_char(buf, ' ');
        buf_add_pt(buf, lengths[i], 2);
    }
}

static void dump_frame(struct buf *buf, const struct item *item)
{
    const struct image_frame *frame = item->frame;
    const sp whole[] = {frame->x, frame->y, frame->width, frame->height};

    buf_add_cstr(buf, " radius");
    add_lengths(buf, &frame->radius, 1);
    buf_add_cstr(buf, " border");
    add_lengths(buf, &frame->border, 1);
    buf_addf(buf, " #%06x of", (unsigned)item->colour);
    add_lengths(buf, whole, 4);
}

static void dump_item(struct buf *buf, const struct item *item)
{
    static const char *const names[] = {"text", "rule", "icon", "image"};
    const sp place[] = {item->x, item->y, item->width};

    buf_add_cstr(buf, names[item->kind]);
    add_lengths(buf, place, 3);
    switch (item->kind) {
    case ITEM_TEXT:
        buf_addf(buf, " %.*s", STR_ARG(font_postscript_name(item->font)));
        add_lengths(buf, &item->size, 1);
        buf_addf(buf, " #%06x %u/%u ", (unsigned)item->colour, item->line,
                 item->lines);
        buf_add_quoted(buf, item->text);
        buf_add_cstr(buf, item->hidden ? " hidden" : "");
        break;
    case ITEM_RULE:
        add_lengths(buf, &item->height, 1);
        buf_addf(buf, " #%06x", (unsigned)item->colour);
        break;
    case ITEM_ICON:
        add_lengths(buf, &item->size, 1);
        buf_addf(buf, " #%06x ", (unsigned)item->colour);
        buf_add_quoted(buf, item->label);
        break;
    case ITEM_IMAGE:
        add_lengths(buf, &item->height, 1);
        buf_addf(buf, " %dx%d", item->image->width, item->image->height);
        if (item->frame)
            dump_frame(buf, item);
        break;
    }
    buf_add_char(buf, '\n');
}

static void dump_link(struct buf *buf, const struct link *link)
{
    const sp place[] = {link->x, link->y, link->width, link->height};

    buf_add_cstr(buf, "link");
    add_lengths(buf, place, 4);
    buf_add_char(buf, ' ');
    if (link->target.len > 0)
        buf_addf(buf, "#%.*s", STR_ARG(link->target));
    else
        buf_add_quoted(buf, link->url);
    buf_add_char(buf, '\n');
}

static void dump_page(struct buf *buf, const struct page *page, size_t number)
{
    const sp size[] = {page->width, page->height};

    buf_addf(buf, "page %zu", number);
    add_lengths(buf, size, 2);
    buf_add_char(buf, '\n');
    for (size_t i = 0; i < page->items.len; i++) {
        const struct item *item = &page->items.ptr[i];

        // The space behind a formula at a paragraph's end is not seen.
        if (!item->end_space || item->glyph_count > 0)
            dump_item(buf, item);
    }
    for (size_t i = 0; i < page->links.len; i++)
        dump_link(buf, &page->links.ptr[i]);
}

struct str pages_dump(struct arena *arena, const struct pages *pages)
{
    struct buf buf = {.arena = arena};

    buf_add_cstr(&buf, "title ");
    buf_add_quoted(&buf, pages->title);
    buf_addf(&buf, "\nlanguage %.*s\n", STR_ARG(pages->language));
    for (size_t i = 0; i < pages->pages.len; i++)
        dump_page(&buf, &pages->pages.ptr[i], i + 1);
    for (size_t i = 0; i < pages->outline.len; i++) {
        const struct outline_entry *entry = &pages->outline.ptr[i];

        buf_addf(&buf, "outline %d %zu", entry->level, entry->page + 1);
        add_lengths(&buf, &entry->y, 1);
        buf_add_char(&buf, ' ');
        buf_add_quoted(&buf, entry->title);
        buf_add_char(&buf, '\n');
    }
    for (size_t i = 0; i < pages->anchors.len; i++) {
        const struct anchor *anchor = &pages->anchors.ptr[i];

        buf_addf(&buf, "anchor %zu", anchor->page + 1);
        add_lengths(&buf, &anchor->y, 1);
        buf_addf(&buf, " %.*s\n", STR_ARG(anchor->name));
    }
    return buf_str(&buf);
}
