// SPDX-License-Identifier: MIT
// Diagnostics: what is wrong in the user's files and where. They are
// collected, so that all mistakes are told at once, and printed sorted by
// place with the source line, a caret and a hint.
#ifndef VITA_BASE_DIAG_H
#define VITA_BASE_DIAG_H

#include "base/str.h"

#include <stdio.h>

// A text that was read: a file, standard input, or an option's value.
struct source {
    struct str name; // as shown: "cv.yaml", "<stdin>", "--set cv.name"
    struct str text;
    int order; // 0 is the profile; sorts diagnostics between sources
};

// A place in a source. line 0 means the whole file; columns count
// characters from 1. length is the number of characters that the caret
// underlines, at least 1.
struct pos {
    const struct source *source;
    uint32_t line;
    uint32_t column;
    uint32_t length;
};

enum severity {
    SEVERITY_WARNING,
    SEVERITY_ERROR,
};

struct diags;

// Returns an empty list that lives in the arena.
struct diags *diags_new(struct arena *arena);

// The arena of the list, for messages and hints that are put together.
struct arena *diags_arena(const struct diags *diags);

// Adds an error or a warning; hint may be empty. The texts are copied. An
// equal message at the same place is added once; after DIAG_MAX messages
// only the count goes on.
void diag_error(struct diags *diags, struct pos pos, struct str hint,
                const char *format, ...) __attribute__((format(printf, 4, 5)));
void diag_warning(struct diags *diags, struct pos pos, struct str hint,
                  const char *format, ...)
    __attribute__((format(printf, 4, 5)));

size_t diags_errors(const struct diags *diags);
size_t diags_warnings(const struct diags *diags);
// Returns how often anything was added, known or not.
size_t diags_reports(const struct diags *diags);

// Prints all, sorted; warnings only if asked. Colours if colour is set.
void diags_print(const struct diags *diags, FILE *file, bool warnings,
                 bool colour);

// Returns the candidate nearest to word, or an empty string if none is near
// enough to be meant (edit distance with transpositions at most a third of
// the word's length).
struct str suggest_nearest(struct str word, const struct str *candidates,
                           size_t count);

// The same with at most limit edits.
struct str suggest_within(struct str word, const struct str *candidates,
                          size_t count, size_t limit);

#endif
