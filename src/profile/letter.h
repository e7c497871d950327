// SPDX-License-Identifier: MIT
// The letter of a profile, checked and typed. What it does not say is left
// empty: compose fills it in from the CV and the locale.
#ifndef VITA_PROFILE_LETTER_H
#define VITA_PROFILE_LETTER_H

#include "base/length.h"
#include "profile/profile.h"

// Where things stand on the page; letter_layouts has their names.
enum letter_layout {
    LETTER_AUTO,  // by paper and language
    LETTER_DIN_A, // DIN 5008: the address is high on the page
    LETTER_DIN_B,
    LETTER_US, // all at the left
    LETTER_PLAIN,
};

// In the order of the enumeration; ends with NULL.
extern const char *const letter_layouts[];

struct recipient {
    struct text name; // of the person; the opening has it, too
    struct text title;
    struct text organization;
    struct text_list address; // lines; all of them, if it was one text
};

// A paragraph, or a list of bullets.
struct letter_part {
    struct text text;
    struct bullet_list bullets;
};
VEC_DECLARE(letter_parts, struct letter_part);

struct letter {
    struct pos pos;
    enum letter_layout layout; // LETTER_AUTO: the design's
    struct recipient recipient;
    struct text_list sender; // lines without the name; none: the CV's
    struct text place;
    struct date date; // DATE_NONE: today
    struct text subject;
    struct text opening;
    struct letter_parts parts;
    struct text closing;
    struct text signature;          // path of a picture, as written
    struct length signature_height; // 0: the design's
    struct text name;               // empty: the CV's
    struct text position;           // a line below the name
    struct text postscript;
    struct text_list enclosures;
};

#endif
