// SPDX-License-Identifier: MIT
// Notes at chosen places of the margins, other ones on the first and the last
// page: design.templates.footer_left and its like.
#ifndef VITA_COMPOSE_NOTES_H
#define VITA_COMPOSE_NOTES_H

#include "compose/document.h"

// A document of one page has a first page alone.
enum note_page { NOTE_PAGE_FIRST, NOTE_PAGE_OTHER, NOTE_PAGE_LAST, NOTE_PAGES };

struct margin_note {
    bool given; // or else what the document has there: footer, top note
    struct para para;
};

struct margin_notes {
    struct margin_note notes[NOTE_PLACES][NOTE_PAGES];
};

#endif
