// SPDX-License-Identifier: MIT
// The phase's main path: body to rows, rows to pages, then what is placed
// on every page.
#include "layout/layout.h"

#include "layout/flow.h"
#include "layout/span_font.h"

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

static struct flows draw_all(struct layout_context *context,
                             const struct document *document,
                             struct pages *pages)
{
    struct flows flows = flows_make(context, document);

    for (size_t i = 0; i < flows.count; i++)
        report_tall_rows(context, &flows.list[i].rows.list,
                         flows.list[i].frame.height);
    flows_draw(context, document, &flows, pages);
    return flows;
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

// Mirrors a page's text area, or the page if something reaches its edges: what
// was laid out from the left now starts at the right.
static void mirror_page(const struct document *document, struct page *page)
{
    sp sum = document->columns.mirrored
                 ? document->page_width
                 : document->left_margin + document->page_width -
                       document->right_margin;

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
            const struct layout_stock *stock, struct diags *diags,
            struct pages *pages)
{
    struct layout_context context = {
        .arena = arena,
        .scratch = arena_new(),
        .diags = diags,
        .fonts = stock->fonts,
        .span_fonts = span_fonts_new(arena),
        .languages = stock->languages,
        .language = languages_lookup(stock->languages, document->language),
        .paragraphs = stock->paragraphs,
        .exceptions = document->exceptions,
        .rtl = document->rtl,
        .months = document->months,
        .costs = page_costs_default(),
    };
    struct flows flows;

    *pages = (struct pages){
        .structure = document->structure,
        .title = document->title,
        .author = document->author,
        .subject = document->subject,
        .keywords = document->keywords,
        .language = document->language,
        .date = seconds_of(document->date),
    };
    if (context.paragraphs)
        context.paragraph_scope =
            paragraph_cache_scope(context.paragraphs, &context);
    check_faces(&context, document);
    flows = draw_all(&context, document, pages);
    notes_draw(&context, document, &flows, pages);
    for (size_t i = 0; document->rtl && i < pages->pages.len; i++)
        mirror_page(document, &pages->pages.ptr[i]);
    arena_free(context.scratch);
}
