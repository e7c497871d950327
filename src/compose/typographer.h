// SPDX-License-Identifier: MIT
// Typographic characters in texts that were typed with straight ones.
#ifndef VITA_COMPOSE_TYPOGRAPHER_H
#define VITA_COMPOSE_TYPOGRAPHER_H

#include "design/locale.h"

struct typographer {
    const struct locale *locale;
    uint32_t previous; // the last character; 0 at the start
    bool single_open;  // a single quotation mark is open
    bool double_open;  // likewise
    bool quoted;       // within quotation marks: its own are inner ones
};

// Appends s to *text; runs of blanks become one. Verbatim text stays as it is,
// but for line breaks and tabs, which are blanks.
void typographer_add(struct typographer *typographer, struct str s,
                     bool verbatim, struct buf *text);

// Goes on with a text that stands within the one so far.
void typographer_enter(struct typographer *typographer);

#endif
