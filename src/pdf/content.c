// SPDX-License-Identifier: MIT
// Pages as content streams, in the items' order, which is the reading order.
// Rules and icons are artifacts: shapes that say nothing.
#include "pdf/content.h"

#include <limits.h>

// What readers show (ISO 32000-1, annex C); libharu 2.4 no longer checks it.
#define PAGE_MIN PT(3)
#define PAGE_MAX PT(14400)

void content_begin_artifact(struct content *content)
{
    buf_add_cstr(&content->buf, "/Artifact BMC\n");
}

void content_begin_span(struct content *content, struct str actual_text)
{
    buf_add_cstr(&content->buf, "/Span <</ActualText <FEFF");
    buf_add_utf16_hex(&content->buf, actual_text);
    buf_add_cstr(&content->buf, ">>> BDC\n");
}

void content_end_mark(struct content *content)
{
    buf_add_cstr(&content->buf, "EMC\n");
}

void content_set_colour(struct content *content, uint32_t colour)
{
    if (content->colour == colour)
        return;
    content->colour = colour;
    for (int shift = 16; shift >= 0; shift -= 8) {
        buf_add_thousandths(&content->buf,
                            sp_mul_div(colour >> shift & 0xFF, 1000, 255));
        buf_add_char(&content->buf, ' ');
    }
    buf_add_cstr(&content->buf, "rg\n");
}

static void add_point(struct content *content, sp x, sp y)
{
    buf_add_number(&content->buf, x);
    buf_add_char(&content->buf, ' ');
    buf_add_number(&content->buf, content->page_height - y);
    buf_add_char(&content->buf, ' ');
}

static void draw_rule(struct content *content, const struct item *item)
{
    content_set_colour(content, item->colour);
    add_point(content, item->x, item->y + item->height);
    buf_add_number(&content->buf, item->width);
    buf_add_char(&content->buf, ' ');
    buf_add_number(&content->buf, item->height);
    buf_add_cstr(&content->buf, " re f\n");
}

static void add_segment(struct content *content, const struct item *item,
                        const struct path_segment *segment)
{
    static const struct {
        int points;
        const char *operator;
    } ops[] = {
        [PATH_MOVE] = {1, "m\n"},
        [PATH_LINE] = {1, "l\n"},
        [PATH_CURVE] = {3, "c\n"},
        [PATH_CLOSE] = {0, "h\n"},
    };
    sp em = item->outline->units_per_em;

    for (int i = 0; i < ops[segment->op].points; i++)
        add_point(content, item->x + sp_mul_div(segment->x[i], item->size, em),
                  item->y - sp_mul_div(segment->y[i], item->size, em));
    buf_add_cstr(&content->buf, ops[segment->op].operator);
}

static void draw_icon(struct content *content, const struct item *item)
{
    const struct path_segments *segments = &item->outline->segments;

    if (segments->len == 0 || item->outline->units_per_em <= 0)
        return;
    content_set_colour(content, item->colour);
    for (size_t i = 0; i < segments->len; i++)
        add_segment(content, item, &segments->ptr[i]);
    buf_add_cstr(&content->buf, "f\n");
}

static void draw_image(struct content *content, const struct item *item)
{
    HPDF_Dict image = writer_image(content->writer, item->image);
    const char *name =
        image ? HPDF_Page_GetXObjectName(content->page, image) : NULL;

    if (!name)
        return;
    buf_add_cstr(&content->buf, "q ");
    buf_add_number(&content->buf, item->width);
    buf_add_cstr(&content->buf, " 0 0 ");
    buf_add_number(&content->buf, item->height);
    buf_add_char(&content->buf, ' ');
    add_point(content, item->x, item->y + item->height);
    buf_addf(&content->buf, "cm /%s Do Q\n", name);
}

static void draw_kind(struct content *content, const struct item *item)
{
    switch (item->kind) {
    case ITEM_TEXT:
        content_draw_text(content, item);
        break;
    case ITEM_RULE:
        draw_rule(content, item);
        break;
    case ITEM_ICON:
        draw_icon(content, item);
        break;
    case ITEM_IMAGE:
        draw_image(content, item);
        break;
    }
}

static void draw_item(struct content *content, const struct item *item)
{
    bool artifact = item->role == ROLE_ARTIFACT || item->kind == ITEM_RULE ||
                    item->kind == ITEM_ICON;
    bool span = item->kind == ITEM_TEXT && item->actual_text.ptr;

    if (artifact)
        content_begin_artifact(content);
    if (span)
        content_begin_span(content, item->actual_text);
    draw_kind(content, item);
    if (span)
        content_end_mark(content);
    if (artifact)
        content_end_mark(content);
}

static void write_stream(struct content *content)
{
    HPDF_PageAttr attr = content->page->attr;

    if (content->buf.len > INT_MAX) {
        writer_fail(content->writer, "a page's content is over 2 GiB");
        return;
    }
    if (content->buf.len > 0)
        HPDF_Stream_Write(attr->stream, (const HPDF_BYTE *)content->buf.ptr,
                          (HPDF_UINT)content->buf.len);
}

static bool is_drawable(const struct page *page)
{
    return page->width >= PAGE_MIN && page->width <= PAGE_MAX &&
           page->height >= PAGE_MIN && page->height <= PAGE_MAX;
}

static HPDF_Page add_page(struct writer *writer, const struct page *page)
{
    struct content content = {.writer = writer, .page_height = page->height};

    if (!is_drawable(page)) {
        writer_fail(writer, "a page is under 3 pt or over 14400 pt");
        return NULL;
    }
    content.page = HPDF_AddPage(writer->doc);
    if (!content.page)
        return NULL;
    HPDF_Page_SetWidth(content.page, real_from_sp(page->width));
    HPDF_Page_SetHeight(content.page, real_from_sp(page->height));
    content.buf.arena = writer->arena;
    for (size_t i = 0; i < page->items.len; i++)
        draw_item(&content, &page->items.ptr[i]);
    write_stream(&content);
    return content.page;
}

bool writer_add_pages(struct writer *writer)
{
    const struct page_list *pages = &writer->pages->pages;

    writer->page_dicts = arena_array_of(writer->arena, pages->len, HPDF_Page);
    for (size_t i = 0; i < pages->len; i++) {
        writer->page_dicts[i] = add_page(writer, &pages->ptr[i]);
        if (!writer_ok(writer, "pages"))
            return false;
    }
    return true;
}
