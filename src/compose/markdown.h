// SPDX-License-Identifier: MIT
// Inline Markdown as a list of what begins, ends and stands in a text.
#ifndef VITA_COMPOSE_MARKDOWN_H
#define VITA_COMPOSE_MARKDOWN_H

#include "base/str.h"

enum markdown_kind {
    MARKDOWN_TEXT,
    MARKDOWN_STRONG,
    MARKDOWN_EMPHASIS,
    MARKDOWN_CODE,
    MARKDOWN_LINK,
    MARKDOWN_OTHER, // a span that means nothing here
};

struct markdown_event {
    enum markdown_kind kind;
    bool ends;       // what began before
    struct str text; // TEXT; a LINK's target where it begins
};
VEC_DECLARE(markdown_events, struct markdown_event);

// Whether the text is the same to Markdown as it stands: most are.
bool markdown_is_plain(struct str text);

// Reads a text as one paragraph: its line breaks are blanks.
struct markdown_events markdown_read(struct arena *arena, struct str text);

#endif
