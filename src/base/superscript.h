// SPDX-License-Identifier: MIT
// Unicode's superscript figures and signs. What reads "10^9" needs them: the
// plain letters would say 109.
#ifndef VITA_BASE_SUPERSCRIPT_H
#define VITA_BASE_SUPERSCRIPT_H

#include "base/str.h"

// Returns the text in Unicode's superscripts if each of its characters has
// one, or is a comma or a mark of a note between them; else the text itself.
struct str superscript_from(struct arena *arena, struct str text);

// Returns the text with ordinary characters instead of superscripts.
struct str superscript_plain(struct arena *arena, struct str text);

#endif
