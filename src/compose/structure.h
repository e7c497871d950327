// SPDX-License-Identifier: MIT
// The structure tree: what the parts of the document are, for readers that
// do not see the page (ISO 32000-1, 14.7 and 14.8). Its elements stand in
// reading order, parents before their children; what is drawn names its
// element by the index. The names of the types are PDF's own.
#ifndef VITA_COMPOSE_STRUCTURE_H
#define VITA_COMPOSE_STRUCTURE_H

#include "base/str.h"
#include "base/vec.h"

enum structure_type {
    STRUCTURE_NONE, // no element of its own
    STRUCTURE_DOCUMENT,
    STRUCTURE_PART, // one of several documents in a file
    STRUCTURE_SECT,
    STRUCTURE_DIV,
    STRUCTURE_H1,
    STRUCTURE_H2,
    STRUCTURE_H3,
    STRUCTURE_P,
    STRUCTURE_L,
    STRUCTURE_LI,
    STRUCTURE_LBL,
    STRUCTURE_LBODY,
    STRUCTURE_LINK,
    STRUCTURE_SPAN,
    STRUCTURE_FIGURE,
    STRUCTURE_FORMULA,
};

// What the labels of a list are (ISO 32000-1, table 347).
enum list_numbering {
    NUMBERING_DISC,
    NUMBERING_CIRCLE,
    NUMBERING_SQUARE,
    NUMBERING_DECIMAL,
    NUMBERING_NONE,
};

struct structure_element {
    enum structure_type type;
    uint32_t parent;     // the root's is itself
    struct str language; // BCP 47; empty for the parent's
    struct str
        alt; // of a figure or formula; of a link, what it is when read alone
    enum list_numbering numbering; // of a list
};
VEC_DECLARE(structure, struct structure_element);

// The root, STRUCTURE_DOCUMENT.
#define STRUCTURE_ROOT 0

// Returns the type's name in PDF: "LBody".
const char *structure_type_name(enum structure_type type);
// Likewise "Decimal".
const char *list_numbering_name(enum list_numbering numbering);

struct document;

// Makes the document's structure from its blocks and notes in its
// paragraphs, spans and images which element they belong to.
void structure_build(struct arena *arena, struct document *document);

#endif
