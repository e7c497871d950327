// SPDX-License-Identifier: MIT
// From TeX, as it stands in .bib files, to our Markdown: accents become
// letters, typefaces stars; what Markdown would take for its own is escaped.
#ifndef VITA_BIBLIOGRAPHY_TEX_H
#define VITA_BIBLIOGRAPHY_TEX_H

#include "bibliography/database.h"

enum tex_warnings {
    TEX_WARN,  // unknown commands are told, each once
    TEX_QUIET, // the text is not shown
};

// Returns the value's text as Markdown in one line, NFC. Formulas ($...$)
// stay as they are.
struct str tex_to_markdown(struct bib_database *database,
                           const struct bib_value *value,
                           enum tex_warnings warnings);

// Returns the value's text without TeX's commands, blanks and braces, as an
// address or a number needs it.
struct str tex_to_address(struct bib_database *database,
                          const struct bib_value *value);

#endif
