// SPDX-License-Identifier: MIT
// How well someone knows a thing, drawn: design.skills.
#ifndef VITA_COMPOSE_LEVEL_H
#define VITA_COMPOSE_LEVEL_H

#include "compose/markup.h"

// Dots or a bar of which a part is filled; the span's text reads as it does.
struct level {
    int reached;
    int of;
    bool bar;
    uint32_t colour; // of the filled part
    uint32_t rest;   // of the other
};

// Makes of a skill's level or a language's fluency a value that is drawn.
// Returns false if the design or the field wants it as a text.
bool level_value(const struct context *context, const struct entry *entry,
                 const struct field *field, struct value *value);

#endif
