// SPDX-License-Identifier: MIT
// The parts that the block of an entry is made of.
#ifndef VITA_COMPOSE_ENTRY_PARTS_H
#define VITA_COMPOSE_ENTRY_PARTS_H

#include "compose/markup.h"

// Returns the block of an entry with templates, in columns.
struct block entry_columns(const struct context *context,
                           const struct section *section,
                           const struct entry *entry);

// Returns a line of a template as a paragraph: in the body's alignment, if
// align is -1, or one of a narrow column or a title. values may be NULL.
struct block entry_line(const struct context *context, struct text line,
                        const struct value_list *values, int align);

// Whether an entry of the section has a logo, or one in its groups.
bool section_has_logos(const struct entry_list *entries);

// Returns the logo of the entry as a cell, which draws over the rows of the
// others; without a logo or room for one, it has no children.
struct block entry_logo(const struct context *context,
                        const struct entry *entry);

// The height of the box that logos stand in.
sp logo_height(const struct context *context);

// Returns what the entry has in the column of dates: those lines, once for
// each of its times, and how long it lasted where the section shows that.
struct block entry_dates(const struct context *context,
                         const struct section *section,
                         const struct entry *entry,
                         const struct text_list *lines,
                         const struct value_list *values);

// Makes the title of a publication a link to its address, if that is not
// shown and the title has no links of its own.
void entry_link_title(const struct entry_template *template,
                      struct value_list *values);

// Adds placeholders to the lines for what the template does not name and the
// entry shows: links behind the first line, the note before the authors.
void entry_add_unnamed(const struct context *context, const struct entry *entry,
                       const struct entry_template *template,
                       struct text_list *lines);

// Returns the entry's title in the outline; shown is its first line.
struct str entry_outline_title(const struct context *context,
                               const struct entry *entry,
                               const struct entry_template *template,
                               const struct span_list *shown);

#endif
