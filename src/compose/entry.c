// SPDX-License-Identifier: MIT
// Entries with templates: a main column, for education a degree column, and
// a column of place and dates. Reading order is title, place and dates, then
// summary and bullets, wherever they stand.
#include "compose/dates.h"
#include "compose/markup.h"
#include "compose/parts.h"
#include "compose/references.h"
#include "compose/values.h"

const struct entry_template *entry_template_of(const struct context *context,
                                               const struct entry *entry)
{
    const struct design *design = context->design;

    switch (entry->kind) {
    case ENTRY_EDUCATION:
        return &design->templates.education;
    case ENTRY_EXPERIENCE:
        return entry->entries.len > 0 ? &design->templates.employer
                                      : &design->templates.experience;
    case ENTRY_PUBLICATION:
        return &design->templates.publication;
    case ENTRY_POSITION:
        return &design->templates.position;
    case ENTRY_GRANT:
        return &design->templates.grant;
    case ENTRY_PATENT:
        return &design->templates.patent;
    case ENTRY_REFERENCE:
        return &design->templates.reference;
    default:
        return &design->templates.normal;
    }
}

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

// A line in the body's alignment, if align is -1, or one of a narrow column
// or a title.
static struct block line_block(const struct context *context, struct text line,
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
                     line_block(context, lines->ptr[i], values, align));
    }
}

// The option names sections by key; a title is matched as its key would be.
static struct str section_key(struct arena *arena, struct str name)
{
    struct buf key = {.arena = arena};

    for (size_t i = 0; i < name.len; i++)
        buf_add_char(&key, name.ptr[i] == ' ' ? '_' : name.ptr[i]);
    return str_ascii_lower(arena, buf_str(&key));
}

static bool shows_time_span(const struct context *context,
                            const struct section *section)
{
    const struct text_list *keys =
        &context->design->sections.show_time_spans_in;
    struct str own = section_key(context->arena, section->key);

    for (size_t i = 0; i < keys->len; i++)
        if (str_eq(own, section_key(context->arena, keys->ptr[i].str)))
            return true;
    return false;
}

// Appends the line once for each of an entry's times.
static void append_times(const struct context *context,
                         const struct entry *entry, struct text line,
                         const struct value_list *values, int align,
                         struct block *cell)
{
    for (size_t i = 0; i < entry->periods.len; i++) {
        // The first value of a name is found.
        struct value_list own = {0};

        vec_push(context->arena, &own,
                 period_value(context, &entry->periods.ptr[i]));
        for (size_t k = 0; k < values->len; k++)
            vec_push(context->arena, &own, values->ptr[k]);
        vec_push(context->arena, &cell->children,
                 line_block(context, line, &own, align));
    }
}

static struct block date_cell(const struct context *context,
                              const struct section *section,
                              const struct entry *entry,
                              const struct text_list *lines,
                              const struct value_list *values)
{
    struct block cell = {.kind = BLOCK_STACK};
    int align = (int)date_align(context->design);
    // Of several times none is told apart.
    const struct period *period =
        entry->periods.len == 1 ? &entry->periods.ptr[0] : NULL;
    struct str span = {"", 0};

    if (period && period->start.kind != DATE_NONE &&
        shows_time_span(context, section))
        span = time_span_format(context, &period->start, &period->end);
    for (size_t i = 0; i < lines->len; i++) {
        bool dated = template_names(lines->ptr[i].str, STR("DATE"));

        if (dated && entry->periods.len > 1 &&
            context->design->entries.between_dates.str.len == 0) {
            append_times(context, entry, lines->ptr[i], values, align, &cell);
            continue;
        }
        vec_push(context->arena, &cell.children,
                 line_block(context, lines->ptr[i], values, align));
        if (span.len == 0 || !dated)
            continue;
        vec_push(context->arena, &cell.children,
                 line_block(context, (struct text){span, period->start.pos},
                            NULL, align));
        span.len = 0;
    }
    for (size_t i = 0; i < cell.children.len; i++)
        cell.children.ptr[i].para.break_at_commas = true;
    return cell;
}

// More positions may be divided between pages, even if entries may not.
#define POSITIONS_TOGETHER 2

// The text of an entry that is little else; an empty one is left out by the
// reader.
static struct text main_text(const struct entry *entry)
{
    if (entry->fields.len == 0)
        return (struct text){{"", 0}, entry->pos};
    return entry->fields.ptr[0].value;
}

// Where the columns of an entry are; degree is -1 if there is none.
struct grid {
    int degree;
    int main;
    int date;
    int last;
};

bool has_timeline(const struct design *design)
{
    return design->entries.timeline == TIMELINE_STYLE_LINE &&
           dates_are_left(design);
}

// A line with its dots needs this much room, in hundredths of an em.
#define TIMELINE_GAP_PERCENT 180

sp dates_gap(const struct context *context)
{
    sp gap = context->design->entries.space_between_columns;
    sp em = context->styles[FACE_BODY].size;
    sp least = em * TIMELINE_GAP_PERCENT / 100;

    if (has_timeline(context->design))
        return gap < least ? least : gap;
    // Beside the widest line of a column there is nothing but the gap.
    return context->design->entries.date_and_location_width == LENGTH_AUTO &&
                   gap < em
               ? em
               : gap;
}

enum para_align date_align(const struct design *design)
{
    static const enum para_align aligns[] = {PARA_LEFT, PARA_CENTER,
                                             PARA_RIGHT};

    return aligns[design->typography.date_alignment];
}

bool dates_are_left(const struct design *design)
{
    if (design->entries.date_side == DATES_AUTO)
        return design->section_titles.type == TITLE_MODERNCV;
    return design->entries.date_side == DATES_LEFT;
}

static struct grid set_columns(const struct context *context, bool degree,
                               struct block *columns)
{
    const struct design *design = context->design;
    bool dates_left = dates_are_left(design);
    struct grid grid = {-1, 0, 0, 0};
    int next = 0;

    if (dates_left)
        grid.date = next++;
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

// Where a publication's address is not shown, its title leads there, unless
// it has links of its own.
static void link_title(const struct entry_template *template,
                       struct value_list *values)
{
    const struct value *address = value_lookup(values, STR("URL"));
    struct value *title = NULL;

    for (size_t i = 0; i < values->len; i++)
        if (str_eq_cstr(values->ptr[i].name, "TITLE"))
            title = &values->ptr[i];
    if (!address || !title || template_names(template->main.str, STR("URL")) ||
        template_names(template->main.str, STR("DOI")) ||
        template_names(template->date_and_location.str, STR("URL")) ||
        template_names(template->date_and_location.str, STR("DOI")) ||
        str_find(title->text.str, STR("]("), 0) != SIZE_MAX)
        return;
    title->url = address->url;
}

// Links and the note on the authors are shown even if the template does not
// name them: links behind the first line, the note before the authors.
static void add_unnamed(const struct context *context,
                        const struct entry *entry,
                        const struct entry_template *template,
                        struct text_list *lines)
{
    bool note = entry_lookup(entry, "authors_note").str.len > 0 &&
                !template_names(template->main.str, STR("AUTHORS_NOTE"));
    struct arena *arena = context->arena;

    if (entry->links.len > 0 && lines->len > 0 &&
        !template_names(template->main.str, STR("LINKS")) &&
        !template_names(template->date_and_location.str, STR("LINKS")))
        lines->ptr[0].str =
            str_format(arena, "%.*s LINKS", STR_ARG(lines->ptr[0].str));
    for (size_t i = 0; note && i < lines->len; i++) {
        struct str line = lines->ptr[i].str;
        size_t at = str_find(line, STR("AUTHORS"), 0);

        if (at != SIZE_MAX)
            lines->ptr[i].str =
                str_format(arena, "%.*sAUTHORS_NOTE %.*s", (int)at, line.ptr,
                           (int)(line.len - at), line.ptr + at);
    }
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

static struct value_list without_links(const struct context *context,
                                       const struct entry *entry)
{
    struct value_list values = entry_values(context, entry);
    struct value_list kept = {0};

    for (size_t i = 0; i < values.len; i++)
        if (!str_eq_cstr(values.ptr[i].name, "LINKS"))
            vec_push(context->arena, &kept, values.ptr[i]);
    return kept;
}

// The outline names a publication by its title and others by their first
// line, shown, without the links behind it.
static struct str outline_title(const struct context *context,
                                const struct entry *entry,
                                const struct entry_template *template,
                                const struct span_list *shown)
{
    struct context quiet = *context;
    struct text title = entry_lookup(entry, "title");
    struct span_list spans = {0};
    struct value_list values;
    struct text_list lines;

    if (entry->kind != ENTRY_PUBLICATION && entry->links.len == 0)
        return spans_plain(context->arena, shown);
    // Its messages were told already.
    quiet.diags = diags_new(context->arena);
    quiet.references = NULL;
    if (entry->kind == ENTRY_PUBLICATION && title.str.len > 0) {
        markup_append(&quiet, title, context->styles[FACE_BODY], NULL, false,
                      &spans);
        return spans_plain(context->arena, &spans);
    }
    values = without_links(context, entry);
    lines = template_lines(&quiet, template->main, &values);
    if (lines.len > 0)
        markup_append(&quiet, lines.ptr[0], context->styles[FACE_BODY], &values,
                      false, &spans);
    return spans_plain(context->arena, &spans);
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

static struct block columns_entry(const struct context *context,
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
    struct block columns = {.kind = BLOCK_COLUMNS,
                            .type = STRUCTURE_DIV,
                            .outline_level = context->outline_level,
                            .indent_left = design->entries.side_space,
                            .indent_right = design->entries.side_space,
                            .keep_together = !design->entries.allow_page_break};
    struct grid grid =
        set_columns(context, template->degree.str.len > 0, &columns);
    bool undated, wide;
    bool below; // bullets with dates have these below the entry's own
    size_t split;
    struct block top = {.kind = BLOCK_STACK, .keep_with_next = true};
    struct block rest = {.kind = BLOCK_STACK};
    struct block side = {.kind = BLOCK_STACK};
    struct block dates = date_cell(context, section, entry, &date, &values);

    if (entry->kind == ENTRY_PUBLICATION)
        link_title(template, &values);
    undated = grid.date > grid.main && is_undated(design, template, &dates);
    add_unnamed(context, entry, template, &main);
    split = first_row(context, &main, date.len);
    append_lines(context, entry, &degree, 0, degree.len, &values, PARA_LEFT,
                 &side.children);
    append_lines(context, entry, &main, 0, split, &values,
                 undated && is_paragraph(template->main.str) ? -1 : PARA_LEFT,
                 &top.children);
    append_lines(context, entry, &main, split, main.len, &values, -1,
                 &rest.children);
    if (top.children.len > 0)
        columns.outline_title = outline_title(context, entry, template,
                                              &top.children.ptr[0].para.spans);
    name_width(&side, "design.entries.degree_width");
    name_width(&dates, "design.entries.date_and_location_width");
    if (grid.degree >= 0)
        place(context, &columns, side, grid.degree, grid.degree);
    place(context, &columns, top, grid.main, undated ? grid.last : grid.main);
    place(context, &columns, dates, grid.date, grid.date);
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

static struct block text_entry(const struct context *context, struct text text,
                               const struct value_list *values)
{
    struct block block = block_para(context, para_body(context));

    markup_append(context, text, block.para.base, values, true,
                  &block.para.spans);
    return block;
}

// Parts of one entry below each other, with that space between them beside
// that of lines.
static struct block stack_of(const struct context *context,
                             struct text_list parts, sp space,
                             const struct value_list *values)
{
    struct block stack = {.kind = BLOCK_STACK};

    for (size_t i = 0; i < parts.len; i++) {
        struct block block = text_entry(context, parts.ptr[i], values);

        if (i > 0)
            block.space_above =
                context->design->typography.line_spacing + space;
        vec_push(context->arena, &stack.children, block);
    }
    return stack;
}

static struct block marked_item(const struct context *context,
                                const struct entry *entry, struct text marker)
{
    sp space = context->design->sections.space_between_text_entries;
    struct block item = {.kind = BLOCK_ITEM,
                         .para = marker_para(context, marker)};
    struct text_list parts = text_paragraphs(context->arena, main_text(entry));

    vec_push(context->arena, &item.children,
             dated_block(context, stack_of(context, parts, space, NULL),
                         &entry->periods));
    return item;
}

// Dates stand at the right, unless the template names them.
static struct block one_line_entry(const struct context *context,
                                   const struct entry *entry,
                                   struct text template)
{
    struct value_list values = entry_values(context, entry);
    struct block block = stack_of(
        context, template_lines(context, template, &values), 0, &values);

    block.keep_together = block.children.len > 1;
    return template_names(template.str, STR("DATE"))
               ? block
               : dated_block(context, block, &entry->periods);
}

// Texts that cite the entry lead to it.
static void set_anchor(const struct context *context, const struct entry *entry,
                       struct block *block)
{
    if (context->references && references_of(context->references, entry))
        block->anchor = reference_anchor(context->arena, entry->key.str);
}

// The employer, then the positions below it; the first one stays with it.
static struct block employer_entry(const struct context *context,
                                   const struct section *section,
                                   const struct entry *entry)
{
    const struct design *design = context->design;
    struct block employer = columns_entry(context, section, entry);
    struct block stack = {.kind = BLOCK_STACK,
                          .type = STRUCTURE_DIV,
                          .keep_together = employer.keep_together};

    employer.type = STRUCTURE_NONE;
    employer.keep_with_next = true;
    vec_push(context->arena, &stack.children, employer);
    for (size_t i = 0; i < entry->entries.len; i++) {
        struct context own = *context;
        struct block position;

        own.outline_level++;
        position = columns_entry(&own, section, &entry->entries.ptr[i]);
        set_anchor(context, &entry->entries.ptr[i], &position);
        position.space_above = design->typography.line_spacing;
        if (i > 0)
            position.space_above += design->entries.space_between_positions;
        vec_push(context->arena, &stack.children, position);
    }
    // A long career does not fit on a page: its positions are kept instead.
    stack.keep_together =
        entry->entries.len <= POSITIONS_TOGETHER && employer.keep_together;
    return stack;
}

static struct block kind_block(const struct context *context,
                               const struct section *section,
                               const struct entry *entry, size_t number)
{
    struct text marker = context->design->entries.highlights.bullet;

    switch (entry->kind) {
    case ENTRY_TEXT:
        return stack_of(
            context, text_paragraphs(context->arena, main_text(entry)),
            context->design->sections.space_between_text_entries, NULL);
    case ENTRY_ONE_LINE:
        return one_line_entry(context, entry,
                              context->design->templates.one_line);
    case ENTRY_LANGUAGE:
        return one_line_entry(context, entry,
                              context->design->templates.language);
    case ENTRY_SKILL:
        return one_line_entry(context, entry, context->design->templates.skill);
    case ENTRY_GROUP:
        return group_block(context, section, entry);
    case ENTRY_EXPERIENCE:
        if (entry->entries.len > 0)
            return employer_entry(context, section, entry);
        return columns_entry(context, section, entry);
    case ENTRY_NUMBERED:
    case ENTRY_REVERSED_NUMBERED:
        marker.str = str_format(context->arena, "%zu\\.", number);
        return marked_item(context, entry, marker);
    case ENTRY_BULLET:
        return marked_item(context, entry, marker);
    default:
        return columns_entry(context, section, entry);
    }
}

struct block entry_block(const struct context *context,
                         const struct section *section,
                         const struct entry *entry, size_t number)
{
    struct context own = *context;
    struct block block;

    if (entry->language.len > 0)
        own.language = entry->language;
    block = kind_block(&own, section, entry, number);
    set_anchor(context, entry, &block);
    return block;
}
