// SPDX-License-Identifier: MIT
// What each option and each field is for, in a line: for the JSON Schema and
// for docs/design.md. Plain text without markup. That nothing lacks a note,
// and no note its option, is held by a test.
#ifndef VITA_REFERENCE_NOTES_H
#define VITA_REFERENCE_NOTES_H

#include <stdbool.h>
#include <stddef.h>

// Of a row of an option table, or of a group of rows.
struct note {
    const char *path; // "page.top_margin", "page"
    const char *text;
};

// Each list ends with a row of NULL.
extern const struct note design_notes[];
extern const struct note locale_notes[];
extern const struct note settings_notes[];

// Returns the text, or NULL.
const char *note_lookup(const struct note *notes, const char *path);

// Of a key of a map of the profile, or of a field of entries.
struct key_note {
    const char *key;
    const char *type; // a definition of the schema: "text"
    const char *text;
};

// A map whose keys are all known.
struct map_note {
    const char *name; // as a definition of the schema: "letter"
    const char *text;
    const char *const *keys; // as the reader has them; end with NULL
    const char *const *more; // likewise, or NULL
    const struct key_note *notes;
    bool item; // of a list in cv, so that it can have tags
};

extern const struct map_note map_notes[]; // ends with a row of NULL
extern const struct key_note field_notes[];
// What entries can have whatever their type: the keys that
// entry_special_fields has, and those that choose.
extern const char *const common_fields[];

// Returns the key's row, or NULL.
const struct key_note *key_note_lookup(const struct key_note *notes,
                                       const char *key);

#endif
