// SPDX-License-Identifier: MIT
// The words of a language: month names, "present", phrases, quotation marks.
#ifndef VITA_DESIGN_LOCALE_H
#define VITA_DESIGN_LOCALE_H

#include "profile/profile.h"

struct locale {
    struct str name; // "english"
    struct str tag;  // BCP 47: "en"
    bool rtl;        // written from right to left
    // Debian's package of the hyphenation patterns; empty if there is none, or
    // if vita has them.
    struct str hyphen_package;
    struct pos pos; // of the key language
    struct text last_updated;
    struct text month, months, year, years, present;
    struct text degree_with_area; // phrase with placeholders
    // Of citations: between two authors, for more authors, before a number.
    struct text and_word, et_al, reference;
    struct text month_abbreviations[12];
    struct text month_names[12];
    // Quotation marks that straight ones become.
    struct str double_open, double_close, single_open, single_close;
};

// Reads the language and the overrides of node (the profile's locale, or
// NULL) into *locale. Mistakes become diagnostics.
void locale_read(struct arena *arena, const struct node *node,
                 struct diags *diags, struct locale *locale);

// Returns the tag of the language that node (the profile's locale, or NULL)
// names; English if it names none that there is.
struct str locale_tag(const struct node *node);

#endif
