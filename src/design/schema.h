// SPDX-License-Identifier: MIT
// Options as data: a table says where an option stands in the YAML, of which
// type it is and where it goes in a C struct. Reading checks every value,
// reports unknown keys with the nearest known one, and leaves absent options
// as they were, so that defaults, theme and profile are read one after the
// other into the same struct.
#ifndef VITA_DESIGN_SCHEMA_H
#define VITA_DESIGN_SCHEMA_H

#include "base/length.h"
#include "profile/node.h"
#include "profile/profile.h"

// A colour, or a word that stands for one.
enum paint_kind { PAINT_NONE, PAINT_AUTO, PAINT_COLOUR };
struct paint {
    enum paint_kind kind;
    uint32_t colour;
    struct pos pos;
};

// A length, or a part of another one.
struct share {
    sp length;
    int percent; // 0: the length counts
    struct pos pos;
};

enum option_type {
    OPTION_LENGTH,          // sp; em counts in schema_target.em
    OPTION_POSITIVE_LENGTH, // sp > 0: font sizes
    OPTION_WIDTH,           // the same, or 0 for the word auto
    OPTION_SHARE,           // struct share: a length > 0, or 1% to 99%
    OPTION_COLOUR,          // uint32_t 0xRRGGBB
    OPTION_PAINT,           // struct paint: a colour, none, or auto
    OPTION_BACKGROUND,      // struct paint: a colour, or none
    OPTION_BOOL,            // bool
    OPTION_COUNT,           // int, 0 to SCHEMA_COUNT_MAX
    OPTION_CHOICE,          // int, index into choices
    OPTION_TEXT,            // struct text
    OPTION_TEMPLATE,        // struct text; null clears it
    OPTION_TEXTS,           // struct text_list; one text without a comma, too
    OPTION_NAMES,           // the same, with any text
    OPTION_MONTHS,          // struct text[12]
    OPTION_ROWS,            // struct name_rows: lists of names
    OPTION_ICONS,           // struct section_icon_list; layers add up
    OPTION_ANY,             // known, but of no use here: not checked
};

struct option {
    const char *path; // "page.top_margin"
    enum option_type type;
    size_t offset;              // in the target struct
    const char *const *choices; // OPTION_CHOICE: ends with NULL
};

// Options whose paths share a group stand together, one of the group's own
// name before them.
struct schema {
    const char *name; // "design", for messages
    const struct option *options;
    size_t count;
};

// Reads node, a map or nothing, into *target.
struct schema_target {
    struct arena *arena;
    struct diags *diags;
    void *target;
    sp em;
};

#define SCHEMA_COUNT_MAX 99

// Whether values of the type have several items.
bool option_has_items(enum option_type type);

void schema_read(const struct schema *schema, const struct node *node,
                 const struct schema_target *target);

// Stores a length that was written so, if it can be that of the option;
// otherwise its place gets a diagnostic.
void schema_store_length(const struct schema *schema,
                         const struct option *option, struct length length,
                         const struct text *written,
                         const struct schema_target *target);

// Reads a whole number from 0 to SCHEMA_COUNT_MAX; path is for the message.
void schema_read_count(struct diags *diags, const struct node *node,
                       struct str path, int *value);

// Parses a colour: an SVG name in any case, #rgb, #rrggbb (the # may be
// left out), rgb(...) or hsl(...).
bool colour_parse(struct str s, uint32_t *colour);

// Parses a share: 1% to 99%.
bool share_parse(struct str text, int *percent);

// Returns the SVG colour name nearest to s, or an empty string.
struct str colour_suggest(struct str s);

// The message for a value of the wrong kind, in one form everywhere; none for
// a partial one.
void schema_wrong_kind(struct diags *diags, const struct node *node,
                       struct str path, const char *expected);

// Returns a hint for an unknown key of a group ("" or "page."): the option in
// it that other programs call so, or the only one of all whose name has all of
// its words ("date_side" is in entries.date_and_location_side); or an empty
// text (schema_hint.c).
struct str schema_meant_hint(struct arena *arena, const struct schema *schema,
                             struct str group, struct str key);

// Returns the only name that has all words of key: of "date_column" that is
// "date_and_location_column"; or an empty text (schema_hint.c).
struct str schema_name_with_words(const struct str *names, size_t count,
                                  struct str key);

#endif
