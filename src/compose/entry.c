// SPDX-License-Identifier: MIT
// Blocks of entries by their types: those with columns, one-line entries,
// items of lists, employers with several positions.
#include "compose/entry_parts.h"
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
    struct block employer = entry_columns(context, section, entry);
    struct block stack = {
        .kind = BLOCK_STACK,
        .type = STRUCTURE_DIV,
        .min_height = entry->logo.str.len > 0 ? logo_height(context) : 0,
        .keep_together = employer.keep_together};

    employer.type = STRUCTURE_NONE;
    employer.keep_with_next = true;
    vec_push(context->arena, &stack.children, employer);
    for (size_t i = 0; i < entry->entries.len; i++) {
        struct context own = *context;
        struct block position;

        own.outline_level++;
        position = entry_columns(&own, section, &entry->entries.ptr[i]);
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
        return entry_columns(context, section, entry);
    case ENTRY_NUMBERED:
    case ENTRY_REVERSED_NUMBERED:
        marker.str = str_format(context->arena, "%zu\\.", number);
        return marked_item(context, entry, marker);
    case ENTRY_BULLET:
        return marked_item(context, entry, marker);
    default:
        return entry_columns(context, section, entry);
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
    // The positions of an employer stand below its name.
    if (entry->kind != ENTRY_GROUP &&
        (entry->logo.str.len > 0 || section_has_logos(&entry->entries)))
        own.logos = true;
    block = kind_block(&own, section, entry, number);
    set_anchor(context, entry, &block);
    return block;
}
