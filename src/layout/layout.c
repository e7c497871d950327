// SPDX-License-Identifier: MIT
// The phase's main path: body to rows, rows to pages, then what is placed
// on every page.
#include "layout/layout.h"

#include "layout/context.h"
#include "layout/pagebreak.h"

#include <stdlib.h>

struct shape_style shape_style_of(const struct layout_context *context,
                                  const struct text_style *style)
{
    struct shape_style shape = {
        .query = {style->family, style->weight, style->italic},
        .language = context->language,
    };

    if (style->small_caps)
        shape.features |= SHAPE_SMALL_CAPS;
    if (style->code)
        shape.features |= SHAPE_NO_LIGATURES;
    return shape;
}

sp style_cap_height(struct layout_context *context,
                    const struct text_style *style)
{
    struct font_query query = {style->family, style->weight, style->italic};
    enum font_match match;
    const struct font *font = font_store_lookup(context->fonts, query, &match);

    return font ? font_scale(font, font_metrics(font)->cap_height, style->size)
                : style->size;
}

static int by_order(const void *a_ptr, const void *b_ptr)
{
    const struct piece *a = a_ptr;
    const struct piece *b = b_ptr;

    return (a->order > b->order) - (a->order < b->order);
}

// Copies a piece's items and links onto the page at x, y.
static void draw_piece(struct arena *arena, const struct piece *piece, sp x,
                       sp y, struct page *page)
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

static void add_outline(struct arena *arena, struct pages *pages,
                        const struct piece *piece, sp y)
{
    if (piece->outline_title.len > 0)
        vec_push(arena, &pages->outline,
                 (struct outline_entry){.title = piece->outline_title,
                                        .level = 1,
                                        .page = pages->pages.len,
                                        .y = y});
}

// Draws rows [from, to) on a new page, in reading order.
static void draw_page(struct layout_context *context,
                      const struct document *document,
                      const struct row_list *rows, size_t from, size_t to,
                      struct pages *pages)
{
    struct arena *arena = context->arena;
    struct page page = {.width = document->page_width,
                        .height = document->page_height};
    struct piece_list pieces = {0};
    sp y = document->top_margin;

    for (size_t i = from; i < to; i++) {
        const struct row *row = &rows->ptr[i];

        y += i > from ? row->space : 0;
        for (size_t j = 0; j < row->pieces.len; j++) {
            struct piece piece = row->pieces.ptr[j];

            piece.y += y;
            vec_push(arena, &pieces, piece);
        }
        y += row->height;
    }
    if (pieces.len > 0)
        qsort(pieces.ptr, pieces.len, sizeof *pieces.ptr, by_order);
    for (size_t i = 0; i < pieces.len; i++) {
        const struct piece *piece = &pieces.ptr[i];

        add_outline(arena, pages, piece, piece->y);
        draw_piece(arena, piece, document->left_margin + piece->x, piece->y,
                   &page);
    }
    vec_push(arena, &pages->pages, page);
}

// Draws a note whose last line's cap top is at y.
static void draw_note(struct layout_context *context, const struct para *para,
                      sp x, sp y, sp width, struct page *page)
{
    struct rows rows = paragraph_layout(context, para, width);

    for (size_t i = 0; i < rows.list.len; i++) {
        const struct row *row = &rows.list.ptr[i];

        y += i > 0 ? row->space : 0;
        draw_piece(context->arena, &row->pieces.ptr[0],
                   x + row->pieces.ptr[0].x, y, page);
        y += row->height;
    }
}

// The top note stands halfway in the top margin of the first page, footers
// halfway in the bottom margin, their baseline in the middle of it.
static void draw_notes(struct layout_context *context,
                       const struct document *document, struct pages *pages)
{
    sp width =
        document->page_width - document->left_margin - document->right_margin;

    context->role = ROLE_ARTIFACT;
    context->total_pages = pages->pages.len;
    for (size_t i = 0; i < pages->pages.len; i++) {
        struct page *page = &pages->pages.ptr[i];
        sp cap = style_cap_height(context, &document->footer.base);

        context->page_number = i + 1;
        if (i == 0)
            draw_note(context, &document->top_note, document->left_margin,
                      document->top_margin / 2,
                      width - document->top_note_inset, page);
        if (document->footer.spans.len > 0)
            draw_note(context, &document->footer, document->left_margin,
                      document->page_height - document->bottom_margin / 2 - cap,
                      width, page);
    }
    context->role = ROLE_CONTENT;
}

static void report_tall_rows(struct layout_context *context,
                             const struct row_list *rows, sp height)
{
    for (size_t i = 0; i < rows->len; i++)
        if (rows->ptr[i].height > height)
            diag_warning(context->diags, (struct pos){0}, (struct str){"", 0},
                         "something is higher than the page's text area and "
                         "runs over its edge");
}

static int64_t seconds_of(struct date date)
{
    // Days from 1970-01-01 to the civil date, years beginning in March.
    int64_t year = date.year - (date.month <= 2);
    int64_t month = date.month > 2 ? date.month - 3 : date.month + 9;
    int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    int64_t days =
        year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719468;

    return days * 86400;
}

static void draw_all(struct layout_context *context,
                     const struct document *document, struct pages *pages)
{
    sp width =
        document->page_width - document->left_margin - document->right_margin;
    sp height =
        document->page_height - document->top_margin - document->bottom_margin;
    struct rows rows = block_layout(context, &document->body, width);
    struct index_list starts =
        pagebreak(context->arena, rows.list.ptr, rows.list.len, height);

    report_tall_rows(context, &rows.list, height);
    for (size_t i = 0; i < starts.len; i++)
        draw_page(context, document, &rows.list, starts.ptr[i],
                  i + 1 < starts.len ? starts.ptr[i + 1] : rows.list.len,
                  pages);
    if (starts.len == 0)
        draw_page(context, document, &rows.list, 0, 0, pages);
}

// Tells once for each family of the design what is used in its place.
static void check_families(struct layout_context *context,
                           const struct document *document)
{
    for (size_t i = 0; i < document->families.len; i++) {
        const struct text *family = &document->families.ptr[i];
        struct font_query query = {family->str, 400, false};
        enum font_match match;
        const struct font *font =
            font_store_lookup(context->fonts, query, &match);

        if (!font || (match != FONT_SUBSTITUTE && match != FONT_FALLBACK))
            continue;
        diag_warning(context->diags, family->pos,
                     STR("install the font, or put its files into a folder "
                         "fonts/ beside the profile"),
                     "the font %.*s is not installed; %.*s is used instead",
                     STR_ARG(family->str), STR_ARG(font_family_name(font)));
    }
}

void layout(struct arena *arena, const struct document *document,
            struct font_store *fonts, const struct hyphenator *hyphenator,
            struct diags *diags, struct pages *pages)
{
    struct layout_context context = {
        .arena = arena,
        .scratch = arena_new(),
        .diags = diags,
        .fonts = fonts,
        .hyphenator = hyphenator,
        .language = str_to_cstr(arena, document->language),
    };

    *pages = (struct pages){
        .title = document->title,
        .author = document->author,
        .subject = document->subject,
        .language = document->language,
        .date = seconds_of(document->date),
    };
    check_families(&context, document);
    draw_all(&context, document, pages);
    draw_notes(&context, document, pages);
    arena_free(context.scratch);
}
