// SPDX-License-Identifier: MIT
// Widths are taken from the page's margins inwards: the sidebar's text, its
// padding, the gap, the main area.
#include "design/page_columns.h"

#include "design/section_names.h"

// Less is no column of text: some three words.
#define MIN_COLUMN PT(72)

bool page_has_columns(const struct design *design)
{
    return design->page.columns > 1 || design->sidebar.position != SIDEBAR_NONE;
}

static sp share_of(const struct share *share, sp whole)
{
    return share->percent > 0 ? whole * share->percent / 100 : share->length;
}

static void split_main(const struct design *design, struct page_areas *areas)
{
    struct column_area *columns = areas->columns;
    sp gap = design->page.column_gap;

    columns[PAGE_MAIN] = areas->main;
    columns[PAGE_RIGHT] = areas->main;
    if (design->page.columns < 2)
        return;
    columns[PAGE_MAIN].width =
        share_of(&design->page.left_column_width, areas->main.width - gap);
    columns[PAGE_RIGHT].x += columns[PAGE_MAIN].width + gap;
    columns[PAGE_RIGHT].width -= columns[PAGE_MAIN].width + gap;
}

bool page_columns_are_equal(const struct design *design)
{
    struct page_areas areas;

    page_areas(design, &areas);
    // What rounding takes from one of them is less than a hairline.
    return areas.columns[PAGE_RIGHT].width - areas.columns[PAGE_MAIN].width <
               PT(1) / 10 &&
           areas.columns[PAGE_MAIN].width - areas.columns[PAGE_RIGHT].width <
               PT(1) / 10;
}

void page_areas(const struct design *design, struct page_areas *areas)
{
    const struct sidebar_options *sidebar = &design->sidebar;
    struct column_area text = {.x = design->page.left_margin};
    sp page_width;
    sp height;
    sp own;
    sp taken;

    design_page(design, &page_width, &height);
    text.width = page_width - text.x - design->page.right_margin;
    *areas = (struct page_areas){.main = text};
    areas->columns[PAGE_ACROSS] = text;
    areas->columns[PAGE_BELOW] = text;
    if (sidebar->position != SIDEBAR_NONE) {
        own = share_of(&sidebar->width, text.width);
        taken = own + sidebar->padding + sidebar->gap;
        areas->columns[PAGE_SIDEBAR] = (struct column_area){text.x, own};
        areas->strip = (struct column_area){0, text.x + own + sidebar->padding};
        areas->main.width -= taken;
        if (sidebar->position == SIDEBAR_LEFT) {
            areas->main.x += taken;
        } else {
            areas->columns[PAGE_SIDEBAR].x += text.width - own;
            areas->strip.width += page_width - 2 * text.x - text.width;
            areas->strip.x = page_width - areas->strip.width;
        }
    }
    split_main(design, areas);
}

enum page_column section_page_column(const struct design *design,
                                     const struct section *section)
{
    const struct text_list *names = &design->sidebar.sections;
    bool sidebar = design->sidebar.position != SIDEBAR_NONE;

    if (section->column == SECTION_FULL && page_has_columns(design))
        return PAGE_ACROSS;
    if (section->column == SECTION_SIDEBAR && sidebar)
        return PAGE_SIDEBAR;
    if (section->column == SECTION_RIGHT && design->page.columns > 1)
        return PAGE_RIGHT;
    for (size_t i = 0;
         sidebar && section->column == SECTION_FLOW && i < names->len; i++)
        if (section_is_named(section, names->ptr[i].str))
            return PAGE_SIDEBAR;
    return PAGE_MAIN;
}

// Whether a part of the header that is there stands in the sidebar.
static bool has_header(const struct sidebar_options *sidebar,
                       const struct cv *cv)
{
    if (sidebar->header >= (int)SIDEBAR_HEADER_PHOTO && cv->photo.str.len > 0)
        return true;
    if (sidebar->header >= (int)SIDEBAR_HEADER_CONNECTIONS &&
        cv->connections.len > 0)
        return true;
    return sidebar->header == (int)SIDEBAR_HEADER_ALL &&
           cv->name.str.len + cv->headline.str.len > 0;
}

void page_columns_settle(struct design *design, const struct cv *cv)
{
    bool used = has_header(&design->sidebar, cv);

    for (size_t i = 0; i < cv->sections.len; i++)
        used = used || section_page_column(design, &cv->sections.ptr[i]) ==
                           PAGE_SIDEBAR;
    if (!used)
        design->sidebar.position = SIDEBAR_NONE;
}

static void check_width(const char *what, const struct column_area *area,
                        struct pos pos, struct diags *diags)
{
    if (area->width < MIN_COLUMN)
        diag_error(diags, pos,
                   STR("a column is at least 1in wide; make the others, the "
                       "gaps or the margins narrower"),
                   "there is no room for the %s", what);
}

void page_columns_check(const struct design *design, struct diags *diags)
{
    const struct sidebar_options *sidebar = &design->sidebar;
    struct page_areas areas;

    page_areas(design, &areas);
    if (sidebar->position != SIDEBAR_NONE) {
        check_width("sidebar", &areas.columns[PAGE_SIDEBAR], sidebar->width.pos,
                    diags);
        if (areas.main.width < MIN_COLUMN) {
            check_width("main column beside the sidebar", &areas.main,
                        sidebar->width.pos, diags);
            return;
        }
    }
    if (design->page.columns > 1) {
        check_width("left column", &areas.columns[PAGE_MAIN],
                    design->page.left_column_width.pos, diags);
        check_width("right column", &areas.columns[PAGE_RIGHT],
                    design->page.left_column_width.pos, diags);
    }
}
