// SPDX-License-Identifier: MIT
// The user's own text within a message.
#ifndef VITA_PROFILE_EXCERPT_H
#define VITA_PROFILE_EXCERPT_H

#include "base/str.h"

// Returns s in one line, cut with "..." if it is long.
struct str excerpt(struct arena *arena, struct str s);

#endif
