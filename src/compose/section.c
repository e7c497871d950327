// SPDX-License-Identifier: MIT
// A section: its title with the line, then its entries at their distances.
#include "compose/capitals.h"
#include "compose/entry_parts.h"
#include "compose/markup.h"
#include "compose/parts.h"
#include "compose/references.h"
#include "design/section_names.h"

// Under a title there is a little more than the option says, as there is in
// RenderCV: an eighth of the title's size.
#define BELOW_TITLE_DIVISOR 8
// Columns that are as wide as their text leave this much of the width to the
// others.
#define DATES_MAX_PERCENT 40
#define DEGREE_MAX_PERCENT 25
// A rule below the title stands off by this part of the body size, and a
// partial one from the title's end by the same.
#define RULE_GAP_PERCENT 30

static void set_breaks(struct block *block, enum page_break wish)
{
    block->break_before = wish == PAGE_BREAK_BEFORE;
    block->break_after = wish == PAGE_BREAK_AFTER;
    block->keep_together = block->keep_together || wish == PAGE_BREAK_AVOID;
}

// Icons are a little smaller than the title and stand in boxes of one width,
// so that titles below each other align.
#define ICON_PERCENT 90
#define ICON_WIDTH_PERCENT 125
#define ICON_GAP_PERCENT 30

static void append_icon(const struct context *context,
                        const struct section *section, struct text_style style,
                        struct span_list *spans)
{
    const struct section_icon_list *icons =
        &context->design->section_titles.icons;
    struct arena *arena = context->arena;
    struct span gap = {.kind = SPAN_SPACE,
                       .width = style.size * ICON_GAP_PERCENT / 100,
                       .style = style};
    struct span icon = {.kind = SPAN_ICON, .style = style};

    icon.style.size = style.size * ICON_PERCENT / 100;
    icon.width = icon.style.size * ICON_WIDTH_PERCENT / 100;
    for (size_t i = 0; i < icons->len; i++) {
        if (!section_is_named(section, icons->ptr[i].section) ||
            icons->ptr[i].icon.str.len == 0)
            continue;
        icon.text = icons->ptr[i].icon.str;
        icon.pos = icons->ptr[i].icon.pos;
        vec_push(arena, spans, icon);
        vec_push(arena, spans, gap);
        return;
    }
}

// The title as shown; *context becomes that of its text, for a title in the
// document's language is none in the section's.
static struct text title_text(struct context *context,
                              const struct section *section)
{
    struct str translated =
        locale_title(context->arena, context->locale, section->title.str);

    if (translated.len == 0)
        return section->title;
    context->language = (struct str){"", 0};
    return (struct text){translated, section->title.pos};
}

static void set_capitals(const struct context *context, struct span *span)
{
    span->text = capitals_of(context->arena, span->text,
                             span->language.len > 0 ? span->language
                                                    : context->locale->tag);
}

static struct block title_block(const struct context *document,
                                const struct section *section)
{
    struct context own = *document;
    const struct context *context = &own;
    struct text shown = title_text(&own, section);
    const struct design *design = context->design;
    struct text_style style = context->styles[FACE_SECTION_TITLES];
    struct block title = {
        .kind = BLOCK_TITLE,
        .outline_level = 1,
        .space_above = design->section_titles.space_above,
        .space_below = design->section_titles.space_below +
                       style.size / BELOW_TITLE_DIVISOR,
        .keep_with_next = true,
        .stretchable = true,
        .para = {.base = style,
                 .align =
                     design->section_titles.type >= TITLE_CENTERED_WITHOUT_LINE
                         ? PARA_CENTER
                         : PARA_LEFT,
                 .hyphenation = HYPHENATION_NONE,
                 .leading = design->typography.line_spacing},
        .title_type = design->section_titles.type,
        .rule_thickness = design->section_titles.line_thickness,
        .rule_gap = context->styles[FACE_BODY].size * RULE_GAP_PERCENT / 100,
        .rule_column = design->entries.side_space,
        .column_gap = dates_gap(context),
    };

    append_icon(context, section, style, &title.para.spans);
    markup_append(context, shown, style, NULL, false, &title.para.spans);
    title.outline_title = spans_plain(context->arena, &title.para.spans);
    for (size_t i = 0; i < title.para.spans.len; i++)
        if (design->section_titles.capitals &&
            title.para.spans.ptr[i].kind == SPAN_TEXT)
            set_capitals(context, &title.para.spans.ptr[i]);
    return title;
}

static bool is_text_based(enum entry_kind kind)
{
    return kind <= ENTRY_REVERSED_NUMBERED;
}

// Whether an entry is one of a list of publications with numbers.
static bool is_numbered(const struct context *context, enum entry_kind kind)
{
    return kind == ENTRY_PUBLICATION && context->references &&
           context->design->templates.publication_number.str.len > 0;
}

// Has the block begin where the main column of entries does.
static void indent_text(const struct context *context, struct block *block)
{
    block->indent_left = context->design->entries.side_space;
    block->beside_dates = dates_are_left(context->design);
    block->column_gap = dates_gap(context);
}

static sp space_between(const struct context *context, enum entry_kind a,
                        enum entry_kind b)
{
    const struct design *design = context->design;

    if (b == ENTRY_GROUP)
        return design->typography.line_spacing +
               design->group_titles.space_above;
    return design->typography.line_spacing +
           (is_text_based(a) && is_text_based(b)
                ? design->sections.space_between_text_entries
                : design->sections.space_between_regular_entries);
}

// Entries [from, to) of one kind in a block that they share.
static struct block run_block(const struct context *context,
                              const struct section *section,
                              const struct entry_list *entries, size_t from,
                              size_t to)
{
    const struct design *design = context->design;
    enum entry_kind kind = entries->ptr[from].kind;
    bool text_based = is_text_based(kind);
    const struct listed *listed =
        is_numbered(context, kind)
            ? references_list(context->references, entries, from, to)
            : NULL;
    struct block block = {
        .kind = entry_kind_is_list(kind) || listed ? BLOCK_LIST : BLOCK_STACK,
        .indent_left = listed ? design->entries.side_space : 0,
        .indent_right = text_based ? design->entries.side_space : 0,
        .marker_gap = design->entries.highlights.space_between_bullet_and_text,
        .marker_right = kind != ENTRY_BULLET,
        .marker_in_column = listed && dates_are_left(design),
        .numbering =
            kind == ENTRY_BULLET
                ? bullet_numbering(design->entries.highlights.bullet.str)
                : NUMBERING_DECIMAL,
        .keep_ends = text_based,
        .keep_lines = true,
        .timeline = has_timeline(design) ? TIMELINE_LINE : TIMELINE_NONE,
    };

    if (text_based)
        indent_text(context, &block);
    for (size_t i = from; i < to; i++) {
        size_t number = kind == ENTRY_REVERSED_NUMBERED ? to - i : i - from + 1;
        const struct entry *own =
            listed ? listed[i - from].entry : &entries->ptr[i];
        struct block entry = entry_block(context, section, own, number);

        if (listed)
            entry = reference_item(context, entry, &listed[i - from]);

        if (i > from) {
            entry.space_above = space_between(context, kind, kind);
            entry.stretchable = true;
        }
        set_breaks(&entry, own->page_break);
        vec_push(context->arena, &block.children, entry);
    }
    return block;
}

// Whether two neighbours go into one block: lists of a kind, texts with
// texts, the others with each other.
static bool same_run(const struct context *context, enum entry_kind a,
                     enum entry_kind b)
{
    if (is_numbered(context, a) || is_numbered(context, b))
        return a == b;
    if (entry_kind_is_list(a) || entry_kind_is_list(b) || a == ENTRY_GROUP ||
        b == ENTRY_GROUP)
        return a == b && a != ENTRY_GROUP;
    return is_text_based(a) == is_text_based(b);
}

static struct block entries_block(const struct context *context,
                                  const struct section *section,
                                  const struct entry_list *entries)
{
    struct block stack = {.kind = BLOCK_STACK};
    size_t end;

    for (size_t i = 0; i < entries->len; i = end) {
        enum entry_kind kind = entries->ptr[i].kind;
        struct context own = *context;
        struct block run;

        context_set_own_design(&own, entries->ptr[i].design);
        end = i + 1;
        while (end < entries->len &&
               same_run(context, kind, entries->ptr[end].kind))
            end++;
        run = run_block(&own, section, entries, i, end);
        if (i == 0 && end == entries->len)
            return run;
        if (i > 0) {
            run.space_above =
                space_between(&own, entries->ptr[i - 1].kind, kind);
            run.stretchable = true;
        }
        vec_push(context->arena, &stack.children, run);
    }
    return stack;
}

// Dates at the left make one column all over the document, unless it is the
// design of this part that says so.
static bool shares_document(const struct context *context)
{
    return context->design == context->document_design &&
           dates_are_left(context->design);
}

struct shared_width shared_dates(const struct design *design)
{
    if (design->entries.date_and_location_width == LENGTH_AUTO)
        return (struct shared_width){.here = true,
                                     .most_percent = DATES_MAX_PERCENT};
    return (struct shared_width){
        .here = true, .least = design->entries.date_and_location_width};
}

// Says how wide the columns are that the entries in the block share.
static void share_columns(const struct context *context, struct block *block)
{
    const struct design *design = context->design;
    sp gap = context->styles[FACE_BODY].size - dates_gap(context);

    if (!shares_document(context))
        block->shared[SHARED_DATES] = shared_dates(design);
    block->shared[SHARED_DEGREE] =
        (struct shared_width){.here = true,
                              .least = design->entries.degree_width,
                              .slack = gap > 0 ? gap : 0,
                              .most_percent = DEGREE_MAX_PERCENT};
}

struct block group_block(const struct context *context,
                         const struct section *section,
                         const struct entry *group)
{
    const struct design *design = context->design;
    struct context own = *context;
    struct text title = entry_lookup(group, "group");
    struct block block = {.kind = BLOCK_STACK, .type = STRUCTURE_SECT};
    struct block heading = {
        .kind = BLOCK_PARA,
        .type = STRUCTURE_H3,
        .space_below =
            design->group_titles.space_below + design->typography.line_spacing,
        .keep_with_next = true,
        .outline_level = context->outline_level,
        .para = {.base = context->styles[FACE_GROUP_TITLES],
                 .align = PARA_LEFT,
                 .hyphenation = HYPHENATION_NONE,
                 .leading = design->typography.line_spacing},
    };

    if (group->design)
        share_columns(context, &block);
    own.outline_level++;
    indent_text(context, &heading);
    markup_append(context, title, heading.para.base, NULL, false,
                  &heading.para.spans);
    heading.outline_title = spans_plain(context->arena, &heading.para.spans);
    vec_push(context->arena, &block.children, heading);
    vec_push(context->arena, &block.children,
             entries_block(&own, section, &group->entries));
    return block;
}

void section_append(const struct context *context,
                    const struct section *section, struct block_list *blocks)
{
    struct context own = *context;
    struct block block = {.kind = BLOCK_STACK,
                          .type = STRUCTURE_SECT,
                          .keep_together =
                              !context->design->sections.allow_page_break};

    own.language = section->language;
    own.logos = context->design->entries.logo.indent_all &&
                section_has_logos(&section->entries);
    set_breaks(&block, section->page_break);
    share_columns(context, &block);
    vec_push(context->arena, &block.children, title_block(&own, section));
    vec_push(context->arena, &block.children,
             entries_block(&own, section, &section->entries));
    vec_push(context->arena, blocks, block);
}
