// SPDX-License-Identifier: MIT
// Widths are taken from the page's margins inwards: the sidebar's text, its
// padding, the gap, the main area.
#include "design/page_columns.h"

#include "base/utf8.h"

// Less is no column of text: some three words.
#define MIN_COLUMN PT(72)
#define MAX_NAMES 64

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

// A capital or an underscore makes no other section.
static char plain_letter(char c)
{
    if (c == '_')
        return ' ';
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_same_name(struct str a, struct str b)
{
    for (size_t i = 0; a.len == b.len && i < a.len; i++)
        if (plain_letter(a.ptr[i]) != plain_letter(b.ptr[i]))
            return false;
    return a.len == b.len;
}

// Whether the name in the list is the section's key or title.
static bool is_named(struct str name, const struct section *section)
{
    return is_same_name(name, section->key) ||
           is_same_name(name, section->title.str);
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
        if (is_named(names->ptr[i].str, section))
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

static void check_name(const struct cv *cv, const struct text *name,
                       struct diags *diags)
{
    struct str keys[MAX_NAMES];
    struct buf all = {.arena = diags_arena(diags)};
    struct str near;
    size_t count = 0;

    for (size_t i = 0; i < cv->sections.len; i++) {
        const struct section *section = &cv->sections.ptr[i];

        if (is_named(name->str, section))
            return;
        if (count == MAX_NAMES)
            continue;
        keys[count++] = section->key;
        buf_addf(&all, "%s%.*s", all.len ? ", " : "", STR_ARG(section->key));
    }
    near = suggest_nearest(name->str, keys, count);
    diag_warning(
        diags, name->pos,
        near.len > 0 ? str_format(diags_arena(diags), "did you mean '%.*s'?",
                                  STR_ARG(near))
                     : str_format(diags_arena(diags), "there are: %.*s",
                                  STR_ARG(buf_str(&all))),
        "the sidebar's section '%.*s' is not in the CV", STR_ARG(name->str));
}

// A theme names what is usual.
static bool is_theme(const struct pos *pos)
{
    return !pos->source || str_starts(pos->source->name, STR("<theme "));
}

void page_columns_check_names(const struct design *design, const struct cv *cv,
                              struct diags *diags)
{
    const struct text_list *names = &design->sidebar.sections;

    if (design->sidebar.position == SIDEBAR_NONE || cv->sections.len == 0)
        return;
    for (size_t i = 0; i < names->len; i++)
        if (!is_theme(&names->ptr[i].pos))
            check_name(cv, &names->ptr[i], diags);
}
