// SPDX-License-Identifier: MIT
// The themes and locales that the executable carries: the files of
// src/design/themes and src/design/locales, in order of their names.
// design_data.c is generated from them at build time by src/embed.
#ifndef VITA_DESIGN_EMBEDDED_H
#define VITA_DESIGN_EMBEDDED_H

#include <stddef.h>

struct design_file {
    const char *name; // without .yaml: "classic", "english"
    const char *text; // the whole file, zero-terminated
    size_t length;    // without the zero
};

extern const struct design_file design_themes[];
extern const size_t design_theme_count;
extern const struct design_file design_locales[];
extern const size_t design_locale_count;

#endif
