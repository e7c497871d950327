// SPDX-License-Identifier: MIT
// Settings of a profile: the date that counts as today, words set in bold,
// the PDF's title and where the output goes.
#ifndef VITA_DESIGN_SETTINGS_H
#define VITA_DESIGN_SETTINGS_H

#include "design/conformance.h"
#include "profile/profile.h"

// settings.pdf: what the file promises, carries and lets others do.
struct pdf_settings {
    unsigned conformance;       // of enum conformance
    bool attach_source;         // the profile goes into the PDF
    struct text password;       // to open it; empty: none
    struct text owner_password; // to do everything; empty: none
    unsigned permissions;       // of enum permission, for all others
};

struct settings {
    struct date current_date; // day kind, always set by settings_read()
    bool date_is_today;       // it is not the profile's own
    struct text_list bold_keywords;
    struct text_list me;          // the person's names in lists of authors
    struct text_list hyphenation; // words with the places to divide them
    struct text pdf_title;        // a template: NAME - CV
    struct text letter_title;     // likewise: NAME - LETTER
    struct text output_folder;    // as written, may be empty
    struct text pdf_path;         // a template, may be empty
    struct text design;           // overlay files, relative to the profile
    struct text locale;
    struct pdf_settings pdf;
};

// Reads node (the profile's settings, or NULL) into *settings; now is the
// time that "today" means, in seconds since 1970 UTC.
void settings_read(struct arena *arena, const struct node *node, int64_t now,
                   struct diags *diags, struct settings *settings);

// Reads what settings.pdf needs beyond the option table, and checks it; the
// passwords are read already (settings_pdf.c).
void settings_read_pdf(const struct node *node, struct diags *diags,
                       struct pdf_settings *pdf);

// Returns the day of a time in seconds since 1970 UTC.
struct date date_from_time(int64_t seconds);

// Return a word that settings.pdf.conformance or settings.pdf.permissions can
// have, counted from 0, or NULL.
const char *settings_conformance_word(size_t number);
const char *settings_permission_word(size_t number);

#endif
