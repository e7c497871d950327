// SPDX-License-Identifier: MIT
// The themes and locales that the executable carries: the files of
// src/design/themes and src/design/locales, in order of their names, read at
// build time. design_data.c is generated from them by src/embed.
#ifndef VITA_DESIGN_EMBEDDED_H
#define VITA_DESIGN_EMBEDDED_H

#include "design/schema.h"

// What a file gives to an option: checked, but for a length, whose em is not
// known yet. A list is a row with the number of the rows that follow: one for
// each item; for each row of names a list; for each icon its section and it.
struct preset {
    uint16_t option;             // its row in the schema's table
    uint16_t line, column, size; // of the value in the file, in characters
    uint32_t text, length;       // as written: bytes of design_file.texts
    uint16_t unit;               // of a length: enum length_unit
    int64_t number;              // a length: millionths of the unit
};

// The kind of a paint is above its colour.
#define PRESET_PAINT_SHIFT 24

struct design_file {
    const char *name;     // without .yaml: "classic", "english"
    struct source source; // the whole file
    const struct preset *presets;
    size_t preset_count;
    const char *texts;      // of all presets, one after the other
    struct str description; // of a theme, in one line
    size_t sidebar_count;   // of the presets behind those: sidebar.design
    // Of a locale alone; they stand beside its words, for no profile changes
    // them.
    struct str tag;
    struct str own_name;       // "Deutsch"
    struct str hyphen_package; // may be empty
    struct str quotes[4];      // double, single
    bool rtl;
    bool din;      // letters are written as DIN 5008 has it
    uint32_t zero; // the script's own digit zero; 0 if it has none
};

extern const struct design_file design_themes[];
extern const size_t design_theme_count;
extern const struct design_file design_locales[];
extern const size_t design_locale_count;

// Stores the file's values in the target, as schema_read() would those of the
// file's nodes. The texts live as long as the program.
void presets_store(const struct design_file *file, const struct schema *schema,
                   const struct schema_target *target);

// Likewise those of sidebar.design.
void presets_store_sidebar(const struct design_file *file,
                           const struct schema *schema,
                           const struct schema_target *target);

// The order of all embedded files among the sources of messages: the last.
#define EMBEDDED_ORDER 1000

#endif
