// SPDX-License-Identifier: MIT
// The mark for a text in another language, [Moderne Algebra]{lang=de}, as
// Pandoc has it.
#ifndef VITA_COMPOSE_LANGUAGE_MARK_H
#define VITA_COMPOSE_LANGUAGE_MARK_H

#include "base/str.h"

// Returns Markdown in which every such mark is written as a link to
// "lang:de", for Markdown's parser to pair the brackets.
struct str language_marks_to_links(struct arena *arena, struct str text);

// Returns the language tag of such a link's target, or an empty text.
struct str language_of_link(struct str target);

#endif
