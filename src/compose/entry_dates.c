// SPDX-License-Identifier: MIT
// The column of dates and places: where it stands and how far from the next,
// and what an entry has in it.
#include "compose/dates.h"
#include "compose/entry_parts.h"
#include "compose/parts.h"
#include "compose/values.h"
#include "design/section_names.h"

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

static bool shows_time_span(const struct context *context,
                            const struct section *section)
{
    const struct text_list *keys =
        &context->design->sections.show_time_spans_in;

    for (size_t i = 0; i < keys->len; i++)
        if (section_names_are_same(section->key, keys->ptr[i].str))
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
                 entry_line(context, line, &own, align));
    }
}

struct block entry_dates(const struct context *context,
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
                 entry_line(context, lines->ptr[i], values, align));
        if (span.len == 0 || !dated)
            continue;
        vec_push(context->arena, &cell.children,
                 entry_line(context, (struct text){span, period->start.pos},
                            NULL, align));
        span.len = 0;
    }
    for (size_t i = 0; i < cell.children.len; i++)
        cell.children.ptr[i].para.break_at_commas = true;
    return cell;
}
