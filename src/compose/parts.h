// SPDX-License-Identifier: MIT
// The parts that compose() puts together.
#ifndef VITA_COMPOSE_PARTS_H
#define VITA_COMPOSE_PARTS_H

#include "compose/context.h"

// What of the header stands in a column.
enum header_part {
    PART_PHOTO = 1,
    PART_NAME = 2, // and headline
    PART_CONNECTIONS = 4,
    PART_ALL = 7,
};

// Appends the header: photo, name, headline, connections.
void header_append(const struct context *context, struct block_list *blocks);

// The same with some of its parts; if narrow, all below each other.
void header_append_parts(const struct context *context, unsigned parts,
                         bool narrow, struct block_list *blocks);

// Appends header and sections, in reading order, each for its column of the
// page; sidebar is the context of what stands in the sidebar.
void body_compose(const struct context *context, const struct context *sidebar,
                  struct block_list *blocks);

// Fills in the document's columns.
void page_columns_compose(const struct context *context,
                          const struct context *sidebar,
                          struct document *document);

// Returns the context of the section, whose column and design it has.
struct context section_context(const struct context *context,
                               const struct context *sidebar,
                               const struct section *section);

// Appends one of the connections, with its icon if the design shows these.
void connection_append(const struct context *context,
                       const struct connection *connection,
                       struct span_list *spans);

// Returns the connections in the rows that the design asks for, one if it
// does not; what it does not name stands in a last row of its own.
VEC_DECLARE(connection_rows, struct connection_list);
struct connection_rows header_rows(const struct context *context);

// Makes the context one of that design.
void context_set_design(struct context *context, const struct design *design);

// Returns how wide the column of dates is.
struct shared_width shared_dates(const struct design *design);

// Likewise, one of the design of a section or group, if it has its own.
void context_set_own_design(struct context *context, const struct node *node);

// Appends a section: its title and its entries.
void section_append(const struct context *context,
                    const struct section *section, struct block_list *blocks);

// Returns the block of one entry; number is its number in a numbered list.
struct block entry_block(const struct context *context,
                         const struct section *section,
                         const struct entry *entry, size_t number);

// Returns the block of a group: its title and its entries.
struct block group_block(const struct context *context,
                         const struct section *section,
                         const struct entry *group);

// Returns the block of a list of bullets at a level of nesting from 0.
struct block bullets_block(const struct context *context,
                           const struct bullet_list *bullets, int level);

// Returns the marker of a list's item, smaller where fonts draw it large.
struct para marker_para(const struct context *context, struct text marker);

// Returns the block with its dates in the column of dates, if that is at the
// left, or else at the right; the block itself if there are none.
struct block dated_block(const struct context *context, struct block block,
                         const struct period_list *periods);

// The space between the dates' column and the next.
sp dates_gap(const struct context *context);

// The alignment of that column.
enum para_align date_align(const struct design *design);

// Whether the dates' column of entries is the first.
bool dates_are_left(const struct design *design);

// Whether a line stands between these and the entries.
bool has_timeline(const struct design *design);

// Returns what a bullet's sign is in the structure.
enum list_numbering bullet_numbering(struct str bullet);

// Fills in footer, top note and the PDF's title.
void notes_compose(const struct context *context, struct document *document);

// The same for a letter: its later pages have the footer.
void letter_notes_compose(const struct context *context,
                          const struct letter *letter,
                          struct document *document);

// Fills in what does not depend on what is in the document: page, faces,
// months, language, date.
void document_start(const struct context *context, struct document *document);

// Warns of what templates show as it stands, though it was hardly meant so.
void templates_check(const struct context *context);

// Warns of fields of the section's entries that are shown nowhere.
void fields_check(const struct context *context, const struct section *section);

// Returns the template of an entry with columns.
const struct entry_template *entry_template_of(const struct context *context,
                                               const struct entry *entry);

// Fills in the PDF's keywords: labels and details of one-line entries.
void keywords_compose(const struct context *context, struct document *document);

// Appends the parts of text between commas that stand in no brackets, those
// that are new and short enough to be keywords.
void keywords_split(struct arena *arena, struct str text,
                    struct str_list *keywords);

#endif
