// SPDX-License-Identifier: MIT
// TeX's commands for letters and accents.
#ifndef VITA_BIBLIOGRAPHY_TEX_DATA_H
#define VITA_BIBLIOGRAPHY_TEX_DATA_H

#include "base/str.h"

// Returns the combining character of an accent (\" or \v), or 0.
uint32_t tex_accent(struct str command);

// Returns what a command without arguments stands for, or NULL: \ss, \&.
const char *tex_symbol(struct str command);

enum tex_kind {
    TEX_UNKNOWN,
    TEX_PLAIN,  // the argument as it is: \textsc, \mbox
    TEX_EMPH,   // in italics
    TEX_BOLD,   // in bold face
    TEX_QUOTE,  // in quotation marks
    TEX_URL,    // the argument is an address
    TEX_HREF,   // an address and a text
    TEX_HIDDEN, // the argument is left out: \noopsort
    TEX_SWITCH_EMPH,
    TEX_SWITCH_BOLD,
    TEX_NOTHING, // \relax, \itshape's opposites
};

// Returns what is to be done with a command.
enum tex_kind tex_kind_of(struct str command);

#endif
