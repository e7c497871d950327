// SPDX-License-Identifier: MIT
// Entries with templates: a main column, for education a degree column, and
// a column of place and dates. Reading order is title, place and dates, then
// summary and bullets, wherever they stand.
#include "compose/dates.h"
#include "compose/markup.h"
#include "compose/parts.h"
#include "compose/values.h"

static const struct entry_template *template_of(const struct context *context,
                                                const struct entry *entry)
{
    switch (entry->kind) {
    case ENTRY_EDUCATION:
        return &context->design->templates.education;
    case ENTRY_EXPERIENCE:
        return &context->design->templates.experience;
    case ENTRY_PUBLICATION:
        return &context->design->templates.publication;
    default:
        return &context->design->templates.normal;
    }
}

static struct block list_block(const struct context *context,
                               const struct bullet_list *bullets, int level);

// Shapes that fonts draw to the height of capitals, as bullets at this part
// of the size.
#define LARGE_BULLET_PERCENT 60
// Raised so that they stand in the middle of the x-height.
#define LARGE_BULLET_RAISE_PERCENT 7

enum list_numbering bullet_numbering(struct str bullet)
{
    static const char circles[] = "\u25cb \u25e6 \u25ef";
    static const char squares[] = "\u25a0 \u25a1 \u25aa \u25ab";

    if (bullet.len > 0 &&
        str_find(str_from_cstr(circles), bullet, 0) != SIZE_MAX)
        return NUMBERING_CIRCLE;
    if (bullet.len > 0 &&
        str_find(str_from_cstr(squares), bullet, 0) != SIZE_MAX)
        return NUMBERING_SQUARE;
    return NUMBERING_DISC;
}

static struct para marker_para(const struct context *context,
                               struct text marker)
{
    static const char large[] = "\u25cf \u25c6 \u2605 \u25a0 \u25cb";
    struct para para = para_body(context);
    struct text_style style = para.base;
    bool is_large = marker.str.len > 0 &&
                    str_find(str_from_cstr(large), marker.str, 0) != SIZE_MAX;

    if (is_large)
        style.size = style.size * LARGE_BULLET_PERCENT / 100;
    markup_append(context, marker, style, NULL, false, &para.spans);
    for (size_t i = 0; is_large && i < para.spans.len; i++)
        para.spans.ptr[i].raise =
            para.base.size * LARGE_BULLET_RAISE_PERCENT / 100;
    return para;
}

static struct block bullet_item(const struct context *context,
                                const struct bullet *bullet, int level)
{
    const struct design *design = context->design;
    struct block item = {
        .kind = BLOCK_ITEM,
        .para = marker_para(
            context, level == 0 ? design->entries.highlights.bullet
                                : design->entries.highlights.nested_bullet),
    };
    struct block text = block_para(context, para_body(context));

    markup_append(context, bullet->text, text.para.base, NULL, true,
                  &text.para.spans);
    vec_push(context->arena, &item.children, text);
    if (bullet->children.len > 0)
        vec_push(context->arena, &item.children,
                 list_block(context, &bullet->children, level + 1));
    return item;
}

static struct block list_block(const struct context *context,
                               const struct bullet_list *bullets, int level)
{
    const struct design *design = context->design;
    sp leading = design->typography.line_spacing;
    sp between = design->entries.highlights.space_between_items + leading;
    struct block list = {
        .kind = BLOCK_LIST,
        .space_above = level == 0
                           ? design->entries.highlights.space_above + leading
                           : between,
        .numbering = bullet_numbering(
            level == 0 ? design->entries.highlights.bullet.str
                       : design->entries.highlights.nested_bullet.str),
        .marker_indent = design->entries.highlights.space_left,
        .marker_gap = design->entries.highlights.space_between_bullet_and_text,
    };

    for (size_t i = 0; i < bullets->len; i++) {
        struct block item = bullet_item(context, &bullets->ptr[i], level);

        if (i > 0)
            item.space_above = between;
        vec_push(context->arena, &list.children, item);
    }
    return list;
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

static struct block line_block(const struct context *context, struct text line,
                               const struct value_list *values, int align)
{
    struct block block = block_para(context, para_body(context));

    if (align >= 0) {
        block.para.align = (enum para_align)align;
        block.para.hyphenation = HYPHENATION_NONE;
    }
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
                     list_block(context, &entry->highlights, 0));
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

// True if the line has the placeholder DATE.
static bool names_date(struct str line)
{
    size_t offset = 0;
    struct str word;

    while ((word = placeholder_next(line, &offset)).len > 0)
        if (str_eq_cstr(word, "DATE"))
            return true;
    return false;
}

static struct block date_cell(const struct context *context,
                              const struct section *section,
                              const struct entry *entry,
                              const struct text_list *lines,
                              const struct value_list *values)
{
    static const int aligns[] = {PARA_LEFT, PARA_CENTER, PARA_RIGHT};
    struct block cell = {.kind = BLOCK_STACK};
    int align = aligns[context->design->typography.date_alignment];
    struct str span = {"", 0};

    if (entry->start_date.kind != DATE_NONE &&
        shows_time_span(context, section))
        span = time_span_format(context, &entry->start_date, &entry->end_date);
    for (size_t i = 0; i < lines->len; i++) {
        vec_push(context->arena, &cell.children,
                 line_block(context, lines->ptr[i], values, align));
        if (span.len == 0 || !names_date(lines->ptr[i].str))
            continue;
        vec_push(context->arena, &cell.children,
                 line_block(context, (struct text){span, entry->start_date.pos},
                            NULL, align));
        span.len = 0;
    }
    return cell;
}

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

static struct grid set_columns(const struct context *context, bool degree,
                               struct block *columns)
{
    const struct design *design = context->design;
    bool dates_left = design->section_titles.type == TITLE_MODERNCV;
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
    columns->column_gap = design->entries.space_between_columns;
    columns->widths[grid.date] = design->entries.date_and_location_width;
    if (degree)
        columns->widths[grid.degree] = design->entries.degree_width;
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

// The number of main lines that stand beside the dates. With short second
// rows the rest stays in the main column, and only the order matters.
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
    return count;
}

static struct block columns_entry(const struct context *context,
                                  const struct section *section,
                                  const struct entry *entry)
{
    const struct design *design = context->design;
    const struct entry_template *template = template_of(context, entry);
    struct value_list values = entry_values(context, entry);
    struct text_list main = template_lines(context, template->main, &values);
    struct text_list degree =
        template_lines(context, template->degree, &values);
    struct text_list date =
        template_lines(context, template->date_and_location, &values);
    struct block columns = {.kind = BLOCK_COLUMNS,
                            .type = STRUCTURE_DIV,
                            .outline_level = 2,
                            .indent_left = design->entries.side_space,
                            .indent_right = design->entries.side_space,
                            .keep_together = !design->entries.allow_page_break};
    struct grid grid =
        set_columns(context, template->degree.str.len > 0, &columns);
    size_t split = first_row(context, &main, date.len);
    struct block top = {.kind = BLOCK_STACK, .keep_with_next = true};
    struct block rest = {.kind = BLOCK_STACK};
    struct block side = {.kind = BLOCK_STACK};
    struct block dates = date_cell(context, section, entry, &date, &values);

    append_lines(context, entry, &degree, 0, degree.len, &values, PARA_LEFT,
                 &side.children);
    append_lines(context, entry, &main, 0, split, &values, PARA_LEFT,
                 &top.children);
    append_lines(context, entry, &main, split, main.len, &values, -1,
                 &rest.children);
    if (top.children.len > 0)
        columns.outline_title =
            spans_plain(context->arena, &top.children.ptr[0].para.spans);
    name_width(&side, "design.entries.degree_width");
    name_width(&dates, "design.entries.date_and_location_width");
    if (grid.degree >= 0)
        place(context, &columns, side, grid.degree, grid.degree);
    place(context, &columns, top, grid.main, grid.main);
    place(context, &columns, dates, grid.date, grid.date);
    place(context, &columns, rest, grid.main,
          design->entries.short_second_row || grid.date < grid.main
              ? grid.main
              : grid.last);
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

static struct block stack_of(const struct context *context,
                             struct text_list parts,
                             const struct value_list *values)
{
    struct block stack = {.kind = BLOCK_STACK};

    for (size_t i = 0; i < parts.len; i++) {
        struct block block = text_entry(context, parts.ptr[i], values);

        if (i > 0)
            block.space_above =
                context->design->typography.line_spacing +
                context->design->sections.space_between_text_entries;
        vec_push(context->arena, &stack.children, block);
    }
    return stack;
}

static struct block marked_item(const struct context *context,
                                const struct entry *entry, struct text marker)
{
    struct block item = {.kind = BLOCK_ITEM,
                         .para = marker_para(context, marker)};
    struct text_list parts = text_paragraphs(context->arena, main_text(entry));

    vec_push(context->arena, &item.children, stack_of(context, parts, NULL));
    return item;
}

static struct block kind_block(const struct context *context,
                               const struct section *section,
                               const struct entry *entry, size_t number)
{
    struct value_list values;
    struct text marker = context->design->entries.highlights.bullet;

    switch (entry->kind) {
    case ENTRY_TEXT:
        return stack_of(
            context, text_paragraphs(context->arena, main_text(entry)), NULL);
    case ENTRY_ONE_LINE:
        values = entry_values(context, entry);
        return stack_of(context,
                        template_lines(context,
                                       context->design->templates.one_line,
                                       &values),
                        &values);
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

    if (entry->language.len > 0)
        own.language = entry->language;
    return kind_block(&own, section, entry, number);
}
