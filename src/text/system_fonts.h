// SPDX-License-Identifier: MIT
// The system's fonts through fontconfig; system_fonts.c is the only file
// that includes its header. Loading takes tens of milliseconds, so it is the
// last place to look.
#ifndef VITA_TEXT_SYSTEM_FONTS_H
#define VITA_TEXT_SYSTEM_FONTS_H

#include "text/font_match.h"

struct system_fonts;

struct system_face {
    const char *path; // lives as long as the system_fonts
    unsigned index;
    struct face_style style;
};

// Returns NULL if fontconfig has no configuration. system_fonts_free() ends
// it.
struct system_fonts *system_fonts_new(void);
void system_fonts_free(struct system_fonts *fonts);

// Finds the face of the very family that is nearest in style; or with
// any_family, whatever fontconfig thinks is like it.
bool system_fonts_match(struct system_fonts *fonts, struct font_query query,
                        bool any_family, struct system_face *face);

// Finds the number-th face, from 0, of those that have the character, best
// first.
bool system_fonts_with_rune(struct system_fonts *fonts, struct font_query query,
                            uint32_t rune, size_t number,
                            struct system_face *face);

// Finds the number-th face, from 0, of all that there are, in no order that
// means anything, and its family's name. Returns false past the last.
bool system_fonts_face(struct system_fonts *fonts, size_t number,
                       struct str *family, struct system_face *face);

#endif
