// SPDX-License-Identifier: MIT
// The parts that compose_letter() puts together.
#ifndef VITA_COMPOSE_LETTER_PARTS_H
#define VITA_COMPOSE_LETTER_PARTS_H

#include "compose/parts.h"
#include "design/letter.h"

struct letter_context {
    struct context body;   // in the letter's own type
    struct context header; // in the CV's
    const struct letter *letter;
    sp page_width;
    sp line; // from a baseline to the next, about
};

// How much of the header there is, from all to least.
enum header_kind {
    HEADER_WHOLE,
    HEADER_TIGHT, // less space below name and headline
    HEADER_SMALL, // smaller type, too
    HEADER_NAME,  // without connections, which stand beside the address
    HEADER_KINDS,
};

// Appends the header, which begins top below the page's edge; padding is that
// of the colour behind it, if there is one.
void letter_header_append(const struct letter_context *l, enum header_kind kind,
                          sp top, sp padding, struct block_list *blocks);

// Returns a line in the style. What reads a letter out takes a line for a
// paragraph, and so nothing runs into the next one.
struct block line_block(const struct letter_context *l, struct text text,
                        struct text_style style);

// Returns the lines below each other.
struct block lines_block(const struct letter_context *l,
                         const struct text_list *lines,
                         struct text_style style);

// Returns what stands above the subject as DIN 5008 has it, with the address in
// the window of an envelope.
struct block din_head(const struct letter_context *l,
                      const struct din_form *form);

// Appends the same for other letters, the blocks below each other.
void plain_head_append(const struct letter_context *l,
                       struct block_list *blocks);

#endif
