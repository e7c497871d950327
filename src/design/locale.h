// SPDX-License-Identifier: MIT
// The words of a language: month names, "present", phrases, quotation marks,
// shapes of dates, plurals, lists, titles of sections.
#ifndef VITA_DESIGN_LOCALE_H
#define VITA_DESIGN_LOCALE_H

#include "design/plural.h"
#include "profile/profile.h"

enum date_style {
    DATE_STYLE_DESIGN, // as the design's templates say
    DATE_STYLE_NATIVE, // as the language has them
};

enum list_style {
    LIST_STYLE_COMMAS, // "A, B, C"
    LIST_STYLE_NATIVE, // "A, B, and C"
};

enum digits { DIGITS_LATIN, DIGITS_NATIVE };

// Shapes of dates that have a month.
enum date_shape {
    DATE_SHAPE_MONTH,      // "Jan 2024"
    DATE_SHAPE_MONTH_LONG, // "January 2024"
    DATE_SHAPE_DAY,        // "Jan 17, 2024"
    DATE_SHAPE_DAY_LONG,   // "January 17, 2024"
    DATE_SHAPES,
};

// A counted word by CLDR's categories, with the placeholder COUNT.
struct plural_forms {
    struct text forms[PLURAL_CATEGORIES];
};

// Titles of sections; empty: it stays as it is written.
struct section_titles {
    struct text education, experience, work_experience, research_experience,
        teaching_experience, publications, projects, skills, technical_skills,
        languages, awards, honors, honors_and_awards, certifications,
        volunteering, references, summary, profile, interests, hobbies, talks,
        invited_talks, presentations, conferences, teaching, service, patents,
        grants, research, research_interests, memberships, courses,
        achievements, scholarships, activities;
};

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
    int date_style; // enum date_style
    int digits;     // enum digits
    int list_style; // enum list_style
    bool translate_titles;
    // Of DATE_STYLE_NATIVE.
    struct text year_format;
    struct text date_formats[DATE_SHAPES];
    struct text date_names[DATE_SHAPES][12];
    struct {
        struct plural_forms year, month;
    } plurals;
    // Of LIST_STYLE_NATIVE: between two of several, before the last of
    // several, between two alone.
    struct text list_separator, list_last, list_two;
    struct section_titles titles;
    uint32_t zero; // the script's own digit zero; 0 if it has none
    // Of letters.
    struct {
        bool din; // where letters are written as DIN 5008 has it
        struct text title, subject, enclosure, enclosures, postscript;
        struct text opening;         // with the placeholder NAME
        struct text opening_generic; // to nobody by name
        struct text closing;
        struct text date;           // within a text, as a template
        struct text place_and_date; // with the placeholders PLACE and DATE
        struct text month_names[12];
    } letter;
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

// Returns a line for each language: its name in the profile, its tag, what
// divides its words, its own name.
struct str locale_list(struct arena *arena);

// Returns what the section title, written in English, is in the locale's
// language if the locale translates titles and has it; otherwise an empty text.
// "Employment" is work_experience, "Honours & Awards" honors_and_awards.
struct str locale_title(struct arena *arena, const struct locale *locale,
                        struct str title);

// Returns the zero of the digits that the locale wants; 0 for 0 to 9.
uint32_t locale_zero(const struct locale *locale);

// True if the user wrote the text, and no theme or locale has it.
bool text_is_own(const struct text *text);

#endif
