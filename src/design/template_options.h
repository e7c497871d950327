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

struct template_options {
    struct text footer, top_note, single_date, date_range, time_span;
    struct text one_line, language, skill;
    struct entry_template education, normal, experience, publication;
    struct entry_template grant, patent, reference;
    struct text publication_number; // in a numbered list; may be empty
    struct entry_template employer, position; // several with one employer
    struct text link;                         // one of an entry's links
};

#endif
