// SPDX-License-Identifier: MIT
// Texts in capitals, as languages have them.
#ifndef VITA_COMPOSE_CAPITALS_H
#define VITA_COMPOSE_CAPITALS_H

#include "base/str.h"

// Returns the text, which is in the language with that tag (BCP 47), in
// capitals.
struct str capitals_of(struct arena *arena, struct str text, struct str tag);

#endif
