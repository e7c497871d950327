// SPDX-License-Identifier: MIT
// Header and sections in reading order: who it is and how to reach them, then
// what is across the page, then column by column, then what is below. So a
// section is never torn by what stands beside it, whoever follows the file.
#include "compose/parts.h"

#include "design/contrast.h"

#include <string.h>

// What all that is put into columns has in common.
struct columns {
    const struct context *context;
    const struct context *sidebar;
    struct block_list *blocks;
    // The header is above what comes next in the column, and says how far
    // that stands off.
    bool headed[PAGE_COLUMNS];
};

struct context section_context(const struct context *context,
                               const struct context *sidebar,
                               const struct section *section)
{
    bool aside = section_page_column(context->design, section) == PAGE_SIDEBAR;
    struct context own = aside ? *sidebar : *context;

    context_set_own_design(&own, section->design);
    return own;
}

// Says of the blocks from the first on in which column they stand.
static void set_column(struct columns *c, size_t first, enum page_column column)
{
    for (size_t i = first; i < c->blocks->len; i++)
        c->blocks->ptr[i].page_column = column;
}

static unsigned sidebar_parts(const struct design *design)
{
    static const unsigned parts[] = {
        [SIDEBAR_HEADER_NONE] = 0,
        [SIDEBAR_HEADER_PHOTO] = PART_PHOTO,
        [SIDEBAR_HEADER_CONNECTIONS] = PART_PHOTO | PART_CONNECTIONS,
        [SIDEBAR_HEADER_ALL] = PART_ALL,
    };

    return design->sidebar.position == SIDEBAR_NONE
               ? 0
               : parts[design->sidebar.header];
}

// In the main column if the design says so, and if no section over the whole
// width comes first, which would stand above the name.
static enum page_column header_column(const struct context *context)
{
    const struct design *design = context->design;
    const struct section_list *sections = &context->cv->sections;

    if (!page_has_columns(design))
        return PAGE_MAIN;
    if (design->header.across ||
        (sections->len > 0 &&
         section_page_column(design, &sections->ptr[0]) == PAGE_ACROSS))
        return PAGE_ACROSS;
    return PAGE_MAIN;
}

// The area behind the header, up to the page's edges, the sidebar's or the
// other column's.
static const struct bleed *header_bleed(const struct context *context)
{
    const struct design *design = context->design;
    struct bleed *bleed = arena_new_of(context->arena, struct bleed);
    struct page_areas areas;
    sp height;

    page_areas(design, &areas);
    *bleed = (struct bleed){.colour = design->header.background.colour,
                            .left = design->page.left_margin,
                            .top = design->page.top_margin,
                            .bottom = design->header.padding};
    design_page(design, &bleed->width, &height);
    if (header_column(context) == PAGE_ACROSS)
        return bleed;
    bleed->left = areas.main.x;
    bleed->width -= areas.strip.width;
    if (design->sidebar.position == SIDEBAR_LEFT)
        bleed->left -= areas.strip.width;
    // Two columns part in the middle of the gap.
    if (design->page.columns > 1)
        bleed->width = areas.columns[PAGE_MAIN].width +
                       design->page.column_gap / 2 + bleed->left;
    return bleed;
}

static void append_main_header(struct columns *c)
{
    struct context own = *c->context;
    struct design *painted = arena_new_of(own.arena, struct design);
    enum page_column column = header_column(c->context);
    size_t first = c->blocks->len;

    if (own.design->header.text_color.kind != PAINT_NONE) {
        *painted = *own.design;
        header_paint(painted);
        context_set_design(&own, painted);
    }
    header_append_parts(&own, PART_ALL & ~sidebar_parts(own.design), false,
                        c->blocks);
    set_column(c, first, column);
    if (c->blocks->len == first)
        return;
    c->headed[column] = true;
    // What is across the page is above all columns.
    for (int i = 0; column == PAGE_ACROSS && i < PAGE_BELOW; i++)
        c->headed[i] = true;
    if (own.design->header.background.kind == PAINT_COLOUR)
        c->blocks->ptr[first].bleed = header_bleed(&own);
}

static void append_sidebar_header(struct columns *c)
{
    size_t first = c->blocks->len;

    header_append_parts(c->sidebar, sidebar_parts(c->context->design), true,
                        c->blocks);
    set_column(c, first, PAGE_SIDEBAR);
    c->headed[PAGE_SIDEBAR] = c->headed[PAGE_SIDEBAR] || c->blocks->len > first;
}

// Where the section of that number stands: across the page, it is below the
// columns if one of them has an earlier one.
static enum page_column column_of(const struct columns *c, size_t number)
{
    const struct section_list *sections = &c->context->cv->sections;
    const struct design *design = c->context->design;
    enum page_column column =
        section_page_column(design, &sections->ptr[number]);

    for (size_t i = 0; column == PAGE_ACROSS && i < number; i++)
        if (section_page_column(design, &sections->ptr[i]) != PAGE_ACROSS)
            return PAGE_BELOW;
    return column;
}

static void append_sections(struct columns *c, enum page_column column)
{
    const struct section_list *sections = &c->context->cv->sections;

    for (size_t i = 0; i < sections->len; i++) {
        const struct section *section = &sections->ptr[i];
        struct context own = section_context(c->context, c->sidebar, section);
        size_t first = c->blocks->len;

        if (column_of(c, i) != column)
            continue;
        section_append(&own, section, c->blocks);
        set_column(c, first, column);
        if (c->headed[column])
            c->blocks->ptr[first].children.ptr[0].space_above = 0;
        c->headed[column] = false;
        if (column == PAGE_ACROSS)
            memset(c->headed, 0, sizeof c->headed);
    }
}

void body_compose(const struct context *context, const struct context *sidebar,
                  struct block_list *blocks)
{
    struct columns c = {
        .context = context, .sidebar = sidebar, .blocks = blocks};
    const struct sidebar_options *options = &context->design->sidebar;
    bool sidebar_first = options->reading == SIDEBAR_READ_FIRST;

    if (options->header == SIDEBAR_HEADER_ALL)
        append_sidebar_header(&c);
    append_main_header(&c);
    if (options->header != SIDEBAR_HEADER_ALL)
        append_sidebar_header(&c);
    append_sections(&c, PAGE_ACROSS);
    if (sidebar_first)
        append_sections(&c, PAGE_SIDEBAR);
    append_sections(&c, PAGE_MAIN);
    append_sections(&c, PAGE_RIGHT);
    if (!sidebar_first)
        append_sections(&c, PAGE_SIDEBAR);
    append_sections(&c, PAGE_BELOW);
}

// Whether the sections go from the left column to the right one by
// themselves: none is put into a column, and these are equally wide.
static bool is_flowing(const struct context *context)
{
    const struct section_list *sections = &context->cv->sections;

    if (context->design->page.columns < 2 ||
        !page_columns_are_equal(context->design))
        return false;
    for (size_t i = 0; i < sections->len; i++)
        if (sections->ptr[i].column == SECTION_LEFT ||
            sections->ptr[i].column == SECTION_RIGHT)
            return false;
    return true;
}

void page_columns_compose(const struct context *context,
                          const struct context *sidebar,
                          struct document *document)
{
    const struct design *design = context->design;
    bool banded = design->header.background.kind == PAINT_COLOUR;
    struct page_columns *columns = &document->columns;

    *columns = (struct page_columns){
        .several = page_has_columns(design),
        .flowing = is_flowing(context),
        .balanced = design->page.balance_columns,
        .banded = banded && header_column(context) == PAGE_ACROSS,
        .mirrored = banded || design->sidebar.position != SIDEBAR_NONE,
        .needed_pages = design->sidebar.pages == SIDEBAR_NEEDED_PAGES &&
                        design->sidebar.position != SIDEBAR_NONE &&
                        design->page.columns < 2,
        .padding = design->sidebar.padding,
        .sidebar_space = design->sidebar.space_above,
        .sidebar_dates = shared_dates(sidebar->design),
    };
    if (design->sidebar.position != SIDEBAR_NONE)
        columns->background = design->sidebar.background;
    page_areas(design, &columns->areas);
}
