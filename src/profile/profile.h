// SPDX-License-Identifier: MIT
// What a person wrote, checked and typed: the cv with its header and its
// sections, and the letter. The other top-level keys stay nodes; src/design
// reads them. Every text keeps its place, so that later phases can point at it.
#ifndef VITA_PROFILE_PROFILE_H
#define VITA_PROFILE_PROFILE_H

#include "profile/date.h"
#include "profile/node.h"

// Text of the profile with markup, NFC. An absent field has len 0.
struct text {
    struct str str;
    struct pos pos;
};
VEC_DECLARE(text_list, struct text);

enum connection_kind {
    CONNECTION_LOCATION,
    CONNECTION_EMAIL,
    CONNECTION_PHONE,
    CONNECTION_WEBSITE,
    CONNECTION_SOCIAL,
    CONNECTION_CUSTOM,
};

// One item of the header's contact line.
struct connection {
    enum connection_kind kind;
    struct text text;   // address, phone number or web address as written,
                        // username, placeholder
    struct str network; // social: "LinkedIn", ...
    struct text icon;   // custom: the Font Awesome name; else empty
    struct str url;     // link target, empty for none
};
VEC_DECLARE(connection_list, struct connection);

enum entry_kind {
    ENTRY_TEXT,
    ENTRY_ONE_LINE,
    ENTRY_LANGUAGE,
    ENTRY_SKILL,
    ENTRY_BULLET,
    ENTRY_NUMBERED,
    ENTRY_REVERSED_NUMBERED,
    ENTRY_NORMAL,
    ENTRY_EXPERIENCE,
    ENTRY_EDUCATION,
    ENTRY_PUBLICATION,
    ENTRY_GRANT,
    ENTRY_PATENT,
    ENTRY_REFERENCE,
    ENTRY_GROUP,    // entries under a title of their own
    ENTRY_POSITION, // one of several with an employer
};
#define ENTRY_KINDS 16

// Whether entries of the kind are items of a list.
static inline bool entry_kind_is_list(enum entry_kind kind)
{
    return kind == ENTRY_BULLET || kind == ENTRY_NUMBERED ||
           kind == ENTRY_REVERSED_NUMBERED;
}

// When something was: a date, or a time from start to end.
struct period {
    struct date start; // DATE_NONE: the date alone
    struct date end;   // never without start: it is date then
    struct date date;  // if present, start and end are DATE_NONE
};
VEC_DECLARE(period_list, struct period);

// What goes last when src/fit drops entries and bullets; 1 goes first.
#define PRIORITY_MAX 9

// In which column of the page a section stands, if the design has several.
enum section_column {
    SECTION_FLOW, // as the design says, or from one column to the next
    SECTION_LEFT,
    SECTION_RIGHT,
    SECTION_FULL, // above or below the columns
    SECTION_SIDEBAR,
};

// A bullet with its sub-bullets.
struct bullet;
VEC_DECLARE(bullet_list, struct bullet);
struct bullet {
    struct text text;
    struct period_list periods; // shown at the right
    struct bullet_list children;
    int priority; // 1 to PRIORITY_MAX; 0: never dropped
};

// What a profile asks of the page breaks around an entry or a section.
enum page_break {
    PAGE_BREAK_AUTO,
    PAGE_BREAK_BEFORE, // it begins a page
    PAGE_BREAK_AFTER,  // what follows begins a page
    PAGE_BREAK_AVOID,  // it stays on one page if it can
};

// A field of an entry other than highlights, authors and the three dates:
// known ones (institution, summary, ...) and arbitrary ones alike. Templates
// find it as NAME. A url has a scheme, a doi is bare ("10.1000/182"); a list
// in an arbitrary field is joined with commas.
struct field {
    struct str name; // as written: lower case by convention
    struct text value;
    struct pos pos; // of the name
    bool suspect;   // it was told that the name is most likely misspelt
};
VEC_DECLARE(field_list, struct field);

// A link of an entry under a name of its own.
struct entry_link {
    struct text name;
    struct str url;
};
VEC_DECLARE(entry_link_list, struct entry_link);

struct entry;
VEC_DECLARE(entry_list, struct entry);

struct entry {
    enum entry_kind kind;
    struct pos pos;
    // ENTRY_TEXT, _BULLET, _NUMBERED, _REVERSED_NUMBERED: the text is the
    // first field ("text", "bullet", "number", "reversed_number").
    struct field_list fields;
    struct bullet_list highlights;
    struct text_list authors;
    struct entry_link_list links; // named: code, slides
    struct period_list periods;
    // ENTRY_GROUP: its entries, which may be of different types; the title is
    // the field "group". ENTRY_EXPERIENCE: positions with one employer.
    struct entry_list entries;
    struct node *design; // ENTRY_GROUP: over the section's; NULL if absent
    enum page_break page_break;
    struct str language;        // BCP 47; empty for the section's
    int priority;               // as a bullet's
    struct text key;            // by which texts cite it; also a field
    struct text logo, logo_alt; // a picture's path; empty alt: decoration
};

struct section {
    struct str key;    // as written: "invited_talks"
    struct text title; // as shown: "Invited Talks"; may hold markup
    enum page_break page_break;
    enum section_column column;
    struct str language; // BCP 47; empty for the document's
    struct node *design; // over the document's; NULL if absent
    struct entry_list entries;
};
VEC_DECLARE(section_list, struct section);

struct cv {
    struct text name;
    struct text headline;
    struct text location;               // also among the connections
    struct text photo;                  // path as written
    struct text photo_alt;              // what it shows; no markup
    struct connection_list connections; // in key order
    struct section_list sections;       // in file order
    // The CV that src/fit dropped entries from, whose keys stay placeholders;
    // NULL if this is the whole.
    const struct cv *whole;
    // The keys of all entries that are written, if a variant or tags left out
    // some: who cites these shows nothing, and makes no mistake.
    struct str_list written;
};

struct letter; // letter.h

struct profile {
    struct cv cv;
    struct letter *letter; // NULL if absent
    struct node *design;   // NULL if absent
    struct node *locale;   // NULL if absent
    struct node *settings; // NULL if absent
};

// Checks root (the whole document) and fills *profile. All mistakes become
// diagnostics; returns false if there was an error. *profile is usable for
// further checks either way.
bool profile_read(struct arena *arena, const struct node *root,
                  struct diags *diags, struct profile *profile)
    __attribute__((warn_unused_result));

// Returns the value of the field, or an empty text.
struct text entry_lookup(const struct entry *entry, const char *name);

// True if the entry has the field, one that is kept apart or not.
bool entry_has(const struct entry *entry, const char *name);

// Returns the name of a social network that is known, from 0 on; NULL behind
// the last.
const char *social_network_name(size_t number);

#endif
