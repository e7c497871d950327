// SPDX-License-Identifier: MIT
// Phone numbers as they are shown. The groups are the writer's own; the
// rule is in docs/profile.md.
#ifndef VITA_COMPOSE_PHONE_H
#define VITA_COMPOSE_PHONE_H

#include "design/design.h"

// Formats a number as written; one without + and country code is shown as
// it is in every format.
struct str phone_format(struct arena *arena, struct str number,
                        enum phone_format format);

#endif
