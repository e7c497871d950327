// SPDX-License-Identifier: MIT
// Settings of a profile: the date that counts as today, words set in bold,
// the PDF's title and where the output goes.
#ifndef VITA_DESIGN_SETTINGS_H
#define VITA_DESIGN_SETTINGS_H

#include "profile/profile.h"

struct settings {
    struct date current_date; // day kind, always set by settings_read()
    struct text_list bold_keywords;
    struct text_list me;          // the person's names in lists of authors
    struct text_list hyphenation; // words with the places to divide them
    struct text pdf_title;        // a template: NAME - CV
    struct text output_folder;    // as written, may be empty
    struct text pdf_path;         // a template, may be empty
    struct text design;           // overlay files, relative to the profile
    struct text locale;
};

// Reads node (the profile's settings, or NULL) into *settings; now is the
// time that "today" means, in seconds since 1970 UTC.
void settings_read(struct arena *arena, const struct node *node, int64_t now,
                   struct diags *diags, struct settings *settings);

// Returns the day of a time in seconds since 1970 UTC.
struct date date_from_time(int64_t seconds);

#endif
