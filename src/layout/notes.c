// SPDX-License-Identifier: MIT
// What stands in the margins of the pages: top notes and footers. They are
// set when all breaks are known, for they say how many pages there are.
#include "compose/notes.h"

#include "layout/flow.h"

void piece_draw(struct arena *arena, const struct piece *piece, sp x, sp y,
                struct page *page)
{
    for (size_t i = 0; i < piece->items.len; i++) {
        struct item item = piece->items.ptr[i];

        item.x += x;
        item.y += y;
        vec_push(arena, &page->items, item);
    }
    for (size_t i = 0; i < piece->links.len; i++) {
        struct link link = piece->links.ptr[i];

        link.x += x;
        link.y += y;
        vec_push(arena, &page->links, link);
    }
}

// Draws a note whose first line's cap top is at y.
static void draw_note(struct layout_context *context, const struct para *para,
                      sp x, sp y, sp width, struct page *page)
{
    struct rows rows = paragraph_layout(context, para, width);

    for (size_t i = 0; i < rows.list.len; i++) {
        const struct row *row = &rows.list.ptr[i];

        y += i > 0 ? row->space : 0;
        piece_draw(context->arena, &row->pieces.ptr[0],
                   x + row->pieces.ptr[0].x, y, page);
        y += row->height;
    }
}

// What stands at that place of the page, NULL for nothing.
static const struct para *note_at(const struct document *document,
                                  const struct pages *pages, size_t number,
                                  enum note_place place)
{
    enum note_page page = number == 0                      ? NOTE_PAGE_FIRST
                          : number + 1 == pages->pages.len ? NOTE_PAGE_LAST
                                                           : NOTE_PAGE_OTHER;
    const struct margin_note *note =
        document->notes ? &document->notes->notes[place][page] : NULL;

    if (note && note->given)
        return &note->para;
    if (place == NOTE_HEADER_RIGHT && number == 0)
        return &document->top_note;
    if (place == NOTE_FOOTER_CENTER && (number > 0 || !document->footer_later))
        return &document->footer;
    return NULL;
}

// Warns if notes side by side touch each other: all have the whole width.
static void check_widths(struct layout_context *context,
                         const struct para *const row[3], sp width)
{
    sp widths[3] = {0};
    sp gap = 0;
    bool touch;

    for (int i = 0; i < 3; i++) {
        if (!row[i] || row[i]->spans.len == 0)
            continue;
        widths[i] = paragraph_natural_width(context, row[i]);
        gap = row[i]->base.size;
    }
    if (widths[1] > 0)
        touch = (widths[0] > 0 && 2 * (widths[0] + gap) + widths[1] > width) ||
                (widths[2] > 0 && 2 * (widths[2] + gap) + widths[1] > width);
    else
        touch = widths[0] > 0 && widths[2] > 0 &&
                widths[0] + gap + widths[2] > width;
    for (int i = 0; touch && i < 3; i++)
        if (widths[i] > 0) {
            diag_warning(context->diags, row[i]->spans.ptr[0].pos,
                         STR("shorten them, or leave one out"),
                         "the notes in the margin are too wide to stand side "
                         "by side");
            return;
        }
}

// Where notes stand: as wide as the text, but not on the sidebar's background.
static struct column_area note_area(const struct document *document,
                                    const struct flows *flows, size_t page,
                                    bool footer)
{
    // The sidebar's background may end above the footer.
    bool ended = footer && page == flows->strip_last && flows->strip_bottom > 0;
    struct column_area all = {.x = document->left_margin,
                              .width = document->page_width -
                                       document->left_margin -
                                       document->right_margin};

    return flows_have_strip(document, flows, page) && !ended
               ? document->columns.areas.main
               : all;
}

// Three notes side by side, whose places begin with first.
static void draw_row(struct layout_context *context,
                     const struct document *document,
                     const struct column_area *area, const struct pages *pages,
                     size_t number, enum note_place first)
{
    struct page *page = &pages->pages.ptr[number];
    sp inset = document->top_note_inset;
    sp y = document->top_margin / 2;
    const struct para *row[3];

    for (int i = 0; i < 3; i++)
        row[i] =
            note_at(document, pages, number, (enum note_place)((int)first + i));
    check_widths(context, row, area->width - 2 * inset);
    for (int i = 0; i < 3; i++) {
        sp left = i == 0 ? inset : 0;
        sp right = i == 2 ? inset : 0;

        if (!row[i] || row[i]->spans.len == 0)
            continue;
        if (first == NOTE_FOOTER_LEFT)
            y = document->page_height - document->bottom_margin / 2 -
                style_cap_height(context, &row[i]->base);
        draw_note(context, row[i], area->x + left, y,
                  area->width - left - right, page);
    }
}

// Top notes stand halfway in the top margin, footers halfway in the bottom
// margin, their baseline in the middle of it.
void notes_draw(struct layout_context *context, const struct document *document,
                const struct flows *flows, struct pages *pages)
{
    context->total_pages = pages->pages.len;
    context->zero = document->zero;
    for (size_t i = 0; i < pages->pages.len; i++) {
        struct column_area top = note_area(document, flows, i, false);
        struct column_area bottom = note_area(document, flows, i, true);

        pages->pages.ptr[i].number = i + 1;
        context->page_number = i + 1;
        context->role = ROLE_HEADER;
        draw_row(context, document, &top, pages, i, NOTE_HEADER_LEFT);
        context->role = ROLE_FOOTER;
        draw_row(context, document, &bottom, pages, i, NOTE_FOOTER_LEFT);
    }
    context->role = ROLE_CONTENT;
}
