// SPDX-License-Identifier: MIT
// The phase's main path: body to rows, rows to pages, then what is placed
// on every page.
#include "layout/layout.h"

#include "layout/context.h"
#include "layout/pagebreak.h"
#include "layout/span_font.h"

#include <stdlib.h>

static struct font_query query_of(const struct text_style *style)
{
    return (struct font_query){.family = style->family,
                               .weight = style->weight,
                               .italic = style->italic,
                               .size = style->size};
}

struct language *span_language(const struct layout_context *context,
                               const struct span *span)
{
    if (span->language.len == 0)
        return context->language;
    return languages_lookup(context->languages, span->language);
}

struct shape_style shape_style_of(const struct layout_context *context,
                                  const struct span *span)
{
    const struct text_style *style = &span->style;
    const struct language *language = span_language(context, span);
    static const unsigned figures[] = {
        [FIGURES_LINING] = SHAPE_LINING_FIGURES,
        [FIGURES_OLD_STYLE] = SHAPE_OLD_STYLE_FIGURES,
    };
    static const unsigned widths[] = {
        [FIGURE_WIDTH_PROPORTIONAL] = SHAPE_PROPORTIONAL_FIGURES,
        [FIGURE_WIDTH_TABULAR] = SHAPE_TABULAR_FIGURES,
    };
    struct shape_style shape = {
        .query = query_of(style),
        .language = language ? language_name(language) : NULL,
    };

    // Without small capitals there are only letters as they are.
    if (style->small_caps &&
        font_store_small_caps(context->fonts, shape.query)) {
        shape.features |= SHAPE_SMALL_CAPS;
        shape.tracking = style->small_caps_tracking;
    }
    if (style->script == SCRIPT_SUPER)
        shape.features |= SHAPE_SUPERSCRIPT;
    else if (style->script == SCRIPT_SUB)
        shape.features |= SHAPE_SUBSCRIPT;
    else if (style->code)
        shape.features |= SHAPE_NO_LIGATURES;
    else
        shape.features |= figures[style->figures] | widths[style->figure_width];
    return shape;
}

sp style_cap_height(struct layout_context *context,
                    const struct text_style *style)
{
    enum font_match match;
    const struct font *font =
        font_store_lookup(context->fonts, query_of(style), &match);

    return font ? font_scale(font, font_metrics(font)->cap_height, style->size)
                : style->size;
}

static int by_order(const void *a_ptr, const void *b_ptr)
{
    const struct piece *a = a_ptr;
    const struct piece *b = b_ptr;

    return (a->order > b->order) - (a->order < b->order);
}

static void add_places(struct arena *arena, struct pages *pages,
                       const struct piece *piece, sp y)
{
    if (piece->outline_title.len > 0)
        vec_push(arena, &pages->outline,
                 (struct outline_entry){.title = piece->outline_title,
                                        .level = piece->outline_level,
                                        .page = pages->pages.len,
                                        .y = y});
    for (size_t i = 0; i < piece->anchors.len; i++)
        vec_push(arena, &pages->anchors,
                 (struct anchor){piece->anchors.ptr[i], pages->pages.len, y});
}

// The rows of one page.
struct page_rows {
    const struct row *rows;
    size_t count;
    bool first; // of the document
    bool last;
};

// How much of a page's empty part its spaces may take up: no more than they
// measure themselves, lest the page fall apart.
static sp flush_extra(const struct page_rows *page, sp room, sp *total)
{
    sp used = 0;

    *total = 0;
    for (size_t i = 0; i < page->count; i++) {
        used += page->rows[i].height;
        if (i == 0)
            continue;
        used += page->rows[i].space;
        *total += page->rows[i].stretch;
    }
    if (page->last || used >= room)
        return 0;
    return room - used < *total ? room - used : 0;
}

// Collects the page's pieces at their places, from the top margin.
static struct piece_list place_rows(struct layout_context *context,
                                    const struct page_rows *page, sp y,
                                    sp extra, sp total)
{
    struct piece_list pieces = {0};
    sp seen = 0;
    sp given = 0;

    for (size_t i = 0; i < page->count; i++) {
        const struct row *row = &page->rows[i];

        if (i > 0 && total > 0) {
            seen += row->stretch;
            y += sp_mul_div(extra, seen, total) - given;
            given = sp_mul_div(extra, seen, total);
        }
        y += i > 0 ? row->space : 0;
        for (size_t j = 0; j < row->pieces.len; j++) {
            struct piece piece = row->pieces.ptr[j];

            piece.y += y;
            vec_push(context->arena, &pieces, piece);
        }
        y += row->height;
    }
    return pieces;
}

// What src/fit wants to know of a page.
static void tell_filling(const struct page_rows *rows, sp drop,
                         struct page *page)
{
    int64_t penalty = rows->first || rows->count == 0 ? 0 : rows->rows->penalty;

    page->filled = drop;
    for (size_t i = 0; i < rows->count; i++)
        page->filled +=
            rows->rows[i].height + (i > 0 ? rows->rows[i].space : 0);
    page->forced = penalty == PAGE_BREAK_FORCED;
    page->break_price = page->forced ? 0 : penalty;
}

// Draws rows on a new page, in reading order.
static void draw_page(struct layout_context *context,
                      const struct document *document,
                      const struct page_frame *frame,
                      const struct page_rows *rows, struct pages *pages)
{
    struct arena *arena = context->arena;
    struct page page = {.width = document->page_width,
                        .height = document->page_height};
    sp drop = rows->count ? page_drop(frame, rows->rows, rows->first) : 0;
    sp total = 0;
    sp extra = document->flush_bottom
                   ? flush_extra(rows, frame->height - drop, &total)
                   : 0;
    struct piece_list pieces =
        place_rows(context, rows, document->top_margin + drop, extra, total);

    timelines_draw(context, &pieces, document->left_margin, &page);
    if (pieces.len > 0)
        qsort(pieces.ptr, pieces.len, sizeof *pieces.ptr, by_order);
    for (size_t i = 0; i < pieces.len; i++) {
        const struct piece *piece = &pieces.ptr[i];

        add_places(arena, pages, piece, piece->y);
        piece_draw(arena, piece, document->left_margin + piece->x, piece->y,
                   &page);
    }
    tell_filling(rows, drop, &page);
    vec_push(arena, &pages->pages, page);
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
    static const struct row nothing = {0};
    sp width =
        document->page_width - document->left_margin - document->right_margin;
    struct page_frame frame = {
        .height = document->page_height - document->top_margin -
                  document->bottom_margin,
        .first_baseline = style_cap_height(context, &document->title_style),
    };
    struct rows rows = block_layout(context, &document->body, width);
    struct index_list starts = pagebreak(context->arena, &context->costs,
                                         rows.list.ptr, rows.list.len, &frame);

    report_tall_rows(context, &rows.list, frame.height);
    for (size_t i = 0; i < starts.len || i == 0; i++) {
        size_t from = starts.len > 0 ? starts.ptr[i] : 0;
        size_t to = i + 1 < starts.len ? starts.ptr[i + 1] : rows.list.len;
        struct page_rows page = {
            .rows = rows.list.ptr ? rows.list.ptr + from : &nothing,
            .count = to - from,
            .first = i == 0,
            .last = i + 1 >= starts.len,
        };

        draw_page(context, document, &frame, &page, pages);
    }
}

static void report_match(struct layout_context *context,
                         const struct face *face, enum font_match match,
                         const struct font *font)
{
    struct str hint = STR("install the font, or put its files into a folder "
                          "fonts/ beside the profile");

    if (match == FONT_SUBSTITUTE || match == FONT_FALLBACK)
        diag_warning(context->diags, face->pos, hint,
                     "the font %.*s is not installed; %.*s is used instead",
                     STR_ARG(face->style.family),
                     STR_ARG(font_family_name(font)));
    else if (match == FONT_NEAR_STYLE)
        diag_warning(context->diags, face->pos, hint,
                     "the font %.*s has no %s%s%s; the nearest face is used",
                     STR_ARG(face->style.family),
                     face->style.weight >= 600 ? "bold" : "",
                     face->style.weight >= 600 && face->style.italic ? " " : "",
                     face->style.italic         ? "italic"
                     : face->style.weight < 600 ? "regular face"
                                                : "");
}

// A theme asks for small capitals for whoever has them; only who chose the
// font is told that it has none.
static bool is_of_theme(const struct face *face)
{
    return face->pos.source &&
           str_starts(face->pos.source->name, STR("<theme "));
}

// Whether an earlier face has the same family and style: one message is
// enough, wherever else the family stands.
static bool is_known(const struct document *document, size_t index)
{
    const struct face *face = &document->faces.ptr[index];

    for (size_t i = 0; i < index; i++) {
        const struct face *other = &document->faces.ptr[i];

        if (str_eq(other->style.family, face->style.family) &&
            other->style.weight == face->style.weight &&
            other->style.italic == face->style.italic)
            return true;
    }
    return false;
}

// Tells what the system lacks of the design's typefaces, each thing once:
// equal messages at one place are one.
static void check_faces(struct layout_context *context,
                        const struct document *document)
{
    for (size_t i = 0; i < document->faces.len; i++) {
        const struct face *face = &document->faces.ptr[i];
        enum font_match match;
        const struct font *font =
            font_store_lookup(context->fonts, query_of(&face->style), &match);

        if (!font)
            continue;
        if (!is_known(document, i))
            report_match(context, face, match, font);
        if (face->style.small_caps && !is_of_theme(face) &&
            !font_store_small_caps(context->fonts, query_of(&face->style)))
            diag_warning(context->diags, face->pos, (struct str){"", 0},
                         "the font %.*s has no small capitals; lower-case "
                         "letters stay as they are",
                         STR_ARG(font_family_name(font)));
    }
}

// Mirrors a page's text area: what was laid out from the left now starts at
// the right.
static void mirror_page(const struct document *document, struct page *page)
{
    sp sum =
        document->left_margin + document->page_width - document->right_margin;

    for (size_t i = 0; i < page->items.len; i++) {
        struct item *item = &page->items.ptr[i];

        item->x = sum - item->x - item->width;
    }
    for (size_t i = 0; i < page->links.len; i++) {
        struct link *link = &page->links.ptr[i];

        link->x = sum - link->x - link->width;
    }
}

void layout(struct arena *arena, const struct document *document,
            struct font_store *fonts, struct languages *languages,
            struct diags *diags, struct pages *pages)
{
    struct layout_context context = {
        .arena = arena,
        .scratch = arena_new(),
        .diags = diags,
        .fonts = fonts,
        .span_fonts = span_fonts_new(arena),
        .languages = languages,
        .language = languages_lookup(languages, document->language),
        .exceptions = document->exceptions,
        .rtl = document->rtl,
        .months = document->months,
        .costs = page_costs_default(),
    };

    *pages = (struct pages){
        .structure = document->structure,
        .title = document->title,
        .author = document->author,
        .subject = document->subject,
        .keywords = document->keywords,
        .language = document->language,
        .date = seconds_of(document->date),
    };
    check_faces(&context, document);
    draw_all(&context, document, pages);
    notes_draw(&context, document, pages);
    for (size_t i = 0; document->rtl && i < pages->pages.len; i++)
        mirror_page(document, &pages->pages.ptr[i]);
    arena_free(context.scratch);
}
