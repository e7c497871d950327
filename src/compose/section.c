// SPDX-License-Identifier: MIT
// A section: its title with the line, then its entries at their distances.
#include "compose/markup.h"
#include "compose/parts.h"

// Under a title there is a little more than the option says, as there is in
// RenderCV: an eighth of the title's size.
#define BELOW_TITLE_DIVISOR 8
// A rule below the title stands off by this part of the body size, and a
// partial one from the title's end by the same.
#define RULE_GAP_PERCENT 30

static void set_breaks(struct block *block, enum page_break wish)
{
    block->break_before = wish == PAGE_BREAK_BEFORE;
    block->break_after = wish == PAGE_BREAK_AFTER;
    block->keep_together = block->keep_together || wish == PAGE_BREAK_AVOID;
}

static struct block title_block(const struct context *context,
                                const struct section *section)
{
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
        .rule_column = design->entries.date_and_location_width +
                       design->entries.side_space,
        .column_gap = design->entries.space_between_columns,
    };

    markup_append(context, section->title, style, NULL, false,
                  &title.para.spans);
    title.outline_title = spans_plain(context->arena, &title.para.spans);
    return title;
}

static bool is_text_based(enum entry_kind kind)
{
    return kind <= ENTRY_REVERSED_NUMBERED;
}

static bool is_list(enum entry_kind kind)
{
    return kind == ENTRY_BULLET || kind == ENTRY_NUMBERED ||
           kind == ENTRY_REVERSED_NUMBERED;
}

static sp text_indent(const struct context *context)
{
    const struct design *design = context->design;

    if (design->section_titles.type != TITLE_MODERNCV)
        return design->entries.side_space;
    return design->entries.side_space +
           design->entries.date_and_location_width +
           design->entries.space_between_columns;
}

// The entries of one section in a block that they share.
static struct block entries_block(const struct context *context,
                                  const struct section *section)
{
    const struct design *design = context->design;
    const struct entry_list *entries = &section->entries;
    bool text_based = is_text_based(section->kind);
    sp between = (text_based ? design->sections.space_between_text_entries
                             : design->sections.space_between_regular_entries) +
                 design->typography.line_spacing;
    struct block block = {
        .kind = is_list(section->kind) ? BLOCK_LIST : BLOCK_STACK,
        .indent_left = text_based ? text_indent(context) : 0,
        .indent_right = text_based ? design->entries.side_space : 0,
        .marker_gap = design->entries.highlights.space_between_bullet_and_text,
        .marker_right = section->kind != ENTRY_BULLET,
        .numbering =
            section->kind == ENTRY_BULLET
                ? bullet_numbering(design->entries.highlights.bullet.str)
                : NUMBERING_DECIMAL,
        .keep_ends = text_based,
    };

    for (size_t i = 0; i < entries->len; i++) {
        size_t number =
            section->kind == ENTRY_REVERSED_NUMBERED ? entries->len - i : i + 1;
        struct block entry =
            entry_block(context, section, &entries->ptr[i], number);

        if (i > 0) {
            entry.space_above = between;
            entry.stretchable = true;
        }
        set_breaks(&entry, entries->ptr[i].page_break);
        vec_push(context->arena, &block.children, entry);
    }
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

    set_breaks(&block, section->page_break);
    vec_push(context->arena, &block.children, title_block(&own, section));
    vec_push(context->arena, &block.children, entries_block(&own, section));
    vec_push(context->arena, blocks, block);
}
