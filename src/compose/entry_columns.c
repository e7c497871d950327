// SPDX-License-Identifier: MIT
// An entry with templates: a main column, for education a degree column, and
// a column of place and dates. Reading order is title, place and dates, then
// summary and bullets, wherever they stand.
#include "compose/entry_parts.h"
#include "compose/parts.h"
#include "compose/template.h"
#include "compose/values.h"

// Summaries may have several paragraphs, and lists of lines that begin "- ".
static void append_summary(const struct context *context,
                           const struct entry *entry, struct block_list *blocks)
{
    const struct design *design = context->design;
    struct text_list parts =
        text_paragraphs(context->arena, entry_lookup(entry, "summary"));

    for (size_t i = 0; i < parts.len; i++) {
        struct block block = block_para(context, para_body(context));

        block.space_above = design->typography.line_spacing +
                            design->entries.summary.space_above;
        block.indent_left = design->entries.summary.space_left;
        markup_append(context, parts.ptr[i], block.para.base, NULL, true,
                      &block.para.spans);
        vec_push(context->arena, blocks, block);
    }
}

struct block entry_line(const struct context *context, struct text line,
                        const struct value_list *values, int align)
{
    struct block block = block_para(context, para_body(context));

    if (align >= 0) {
        block.para.align = (enum para_align)align;
        block.para.hyphenation = HYPHENATION_NONE;
    }
    // Nothing to read, but it has a row.
    if (line.str.len == 0)
        vec_push(context->arena, &block.para.spans,
                 (struct span){.kind = SPAN_SPACE, .style = block.para.base});
    markup_append(context, line, block.para.base, values, true,
                  &block.para.spans);
    return block;
}

static bool is_body_line(struct str line)
{
    return str_eq_cstr(line, "SUMMARY") || str_eq_cstr(line, "HIGHLIGHTS");
}

// Appends the lines [from, to) of the main column.
static void append_lines(const struct context *context,
                         const struct entry *entry,
                         const struct text_list *lines, size_t from, size_t to,
                         const struct value_list *values, int align,
                         struct block_list *blocks)
{
    for (size_t i = from; i < to; i++) {
        struct str line = lines->ptr[i].str;

        if (str_eq_cstr(line, "SUMMARY"))
            append_summary(context, entry, blocks);
        else if (str_eq_cstr(line, "HIGHLIGHTS"))
            vec_push(context->arena, blocks,
                     bullets_block(context, &entry->highlights, 0));
        else
            vec_push(context->arena, blocks,
                     entry_line(context, lines->ptr[i], values, align));
    }
}

// Where the columns of an entry are; logo and degree are -1 if there is none.
struct grid {
    int logo;
    int degree;
    int main;
    int date;
    int last;
};

static struct grid set_columns(const struct context *context, bool degree,
                               struct block *columns)
{
    const struct design *design = context->design;
    bool dates_left = dates_are_left(design);
    struct grid grid = {-1, -1, 0, 0, 0};
    sp space = design->entries.logo.space;
    int next = 0;

    if (dates_left)
        grid.date = next++;
    if (context->logos) {
        grid.logo = next++;
        columns->widths[grid.logo] = design->entries.logo.width;
        columns->gaps[grid.logo] = space > 0 ? space : 1; // 0 is the usual gap
    }
    if (degree)
        grid.degree = next++;
    grid.main = next++;
    if (!dates_left)
        grid.date = next++;
    grid.last = next - 1;
    columns->column_count = next;
    columns->column_gap = dates_gap(context);
    columns->side_column = dates_left;
    columns->widths[grid.date] = COLUMN_SHARED_DATES;
    if (degree)
        columns->widths[grid.degree] = COLUMN_SHARED_DEGREE;
    columns->widths[grid.main] = COLUMN_FLEXIBLE;
    return grid;
}

// Tells the cell's paragraphs which option makes their column wider.
static void name_width(struct block *cell, const char *option)
{
    for (size_t i = 0; i < cell->children.len; i++)
        cell->children.ptr[i].para.width_option = option;
}

static void place(const struct context *context, struct block *columns,
                  struct block cell, int first, int last)
{
    if (cell.children.len == 0)
        return;
    cell.placement = (struct placement){first, last};
    vec_push(context->arena, &columns->children, cell);
}

// The number of main lines that stand beside the dates: as many as these have
// lines, the summary being one, as RenderCV counts. With short second rows the
// rest stays in the main column, and only the order matters.
static size_t first_row(const struct context *context,
                        const struct text_list *lines, size_t date_lines)
{
    size_t limit = lines->len;
    size_t count = 0;

    if (!context->design->entries.short_second_row)
        limit = date_lines > 0 ? date_lines : 1;
    while (count < lines->len && count < limit &&
           !is_body_line(lines->ptr[count].str))
        count++;
    if (limit < lines->len && count > 0 && count < limit &&
        str_eq_cstr(lines->ptr[count].str, "SUMMARY"))
        count++;
    return count;
}

// A template of one line is no title with lines below, but running text: a
// publication in one paragraph.
static bool is_paragraph(struct str template)
{
    return str_find_char(template, '\n', 0) == SIZE_MAX;
}

static bool has_dates(const struct bullet_list *bullets)
{
    for (size_t i = 0; i < bullets->len; i++)
        if (bullets->ptr[i].periods.len > 0 ||
            has_dates(&bullets->ptr[i].children))
            return true;
    return false;
}

// Without a template for it there is no column of dates; nor is one kept free
// for nothing where rows run below it anyway.
static bool is_undated(const struct design *design,
                       const struct entry_template *template,
                       const struct block *dates)
{
    return template->date_and_location.str.len == 0 ||
           (dates->children.len == 0 && !design->entries.short_second_row);
}

static void set_timeline(const struct context *context,
                         const struct block *dates, struct block *columns)
{
    columns->timeline = dates->children.len > 0 ? TIMELINE_DOT : TIMELINE_LINE;
    columns->para.base = context->styles[FACE_BODY];
    columns->para.base.colour = context->design->colors.section_titles;
}

static struct block columns_of(const struct context *context,
                               const struct entry *entry)
{
    const struct design *design = context->design;
    struct block columns = {.kind = BLOCK_COLUMNS,
                            .type = STRUCTURE_DIV,
                            .outline_level = context->outline_level,
                            .indent_left = design->entries.side_space,
                            .indent_right = design->entries.side_space,
                            .keep_together = !design->entries.allow_page_break};

    // Positions stand beside the logo of their employer.
    if (entry->logo.str.len > 0 && entry->entries.len == 0)
        columns.min_height = logo_height(context);
    return columns;
}

struct block entry_columns(const struct context *context,
                           const struct section *section,
                           const struct entry *entry)
{
    const struct design *design = context->design;
    const struct entry_template *template = entry_template_of(context, entry);
    struct value_list values = entry_values(context, entry);
    struct text_list main = template_lines(context, template->main, &values);
    struct text_list degree =
        template_lines(context, template->degree, &values);
    struct text_list date =
        template_lines(context, template->date_and_location, &values);
    struct block columns = columns_of(context, entry);
    struct grid grid =
        set_columns(context, template->degree.str.len > 0, &columns);
    bool undated, wide;
    bool below; // bullets with dates have these below the entry's own
    size_t split;
    struct block top = {.kind = BLOCK_STACK, .keep_with_next = true};
    struct block rest = {.kind = BLOCK_STACK};
    struct block side = {.kind = BLOCK_STACK};
    struct block dates = entry_dates(context, section, entry, &date, &values);

    if (entry->kind == ENTRY_PUBLICATION)
        entry_link_title(template, &values);
    undated = grid.date > grid.main && is_undated(design, template, &dates);
    entry_add_unnamed(context, entry, template, &main);
    split = first_row(context, &main, date.len);
    append_lines(context, entry, &degree, 0, degree.len, &values, PARA_LEFT,
                 &side.children);
    append_lines(context, entry, &main, 0, split, &values,
                 undated && is_paragraph(template->main.str) ? -1 : PARA_LEFT,
                 &top.children);
    append_lines(context, entry, &main, split, main.len, &values, -1,
                 &rest.children);
    if (top.children.len > 0)
        columns.outline_title = entry_outline_title(
            context, entry, template, &top.children.ptr[0].para.spans);
    name_width(&side, "design.entries.degree_width");
    name_width(&dates, "design.entries.date_and_location_width");
    if (grid.degree >= 0)
        place(context, &columns, side, grid.degree, grid.degree);
    place(context, &columns, top, grid.main, undated ? grid.last : grid.main);
    place(context, &columns, dates, grid.date, grid.date);
    place(context, &columns, entry_logo(context, entry), grid.logo, grid.logo);
    if (has_timeline(design))
        set_timeline(context, &dates, &columns);
    // What has no first row begins beside the dates.
    below = top.children.len > 0 && has_dates(&entry->highlights);
    rest.below_side = below && grid.date < grid.main;
    // Below dates of more lines than stand beside them would be a hole.
    wide = undated || below ||
           (top.children.len > 0 && !design->entries.short_second_row &&
            dates.children.len <= top.children.len);
    place(context, &columns, rest, grid.main,
          wide && grid.date > grid.main ? grid.last : grid.main);
    return columns;
}
