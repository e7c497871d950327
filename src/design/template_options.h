// SPDX-License-Identifier: MIT
// What is shown of entries, and what stands in the margins: design.templates.
#ifndef VITA_DESIGN_TEMPLATE_OPTIONS_H
#define VITA_DESIGN_TEMPLATE_OPTIONS_H

#include "profile/profile.h"

// Columns of an entry; absent templates are empty.
struct entry_template {
    struct text main;
    struct text degree;
    struct text date_and_location;
};

// Where notes stand in the margins.
enum note_place {
    NOTE_HEADER_LEFT,
    NOTE_HEADER_CENTER,
    NOTE_HEADER_RIGHT,
    NOTE_FOOTER_LEFT,
    NOTE_FOOTER_CENTER,
    NOTE_FOOTER_RIGHT,
    NOTE_PLACES,
};

// Of all pages, or of the first and the last; empty: as of all.
struct note_templates {
    struct text all, first, last;
};

struct template_options {
    struct note_templates notes[NOTE_PLACES];
    struct text footer, top_note, single_date, date_range, time_span;
    struct text one_line, language, skill;
    struct entry_template education, normal, experience, publication;
    struct entry_template grant, patent, reference;
    struct text publication_number; // in a numbered list; may be empty
    struct entry_template employer, position; // several with one employer
    struct text link;                         // one of an entry's links
};

#endif
