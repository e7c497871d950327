// SPDX-License-Identifier: MIT
// The option tables of design, locale and settings; docs/design.md is held
// against them by a test.
#ifndef VITA_DESIGN_OPTIONS_H
#define VITA_DESIGN_OPTIONS_H

#include "design/schema.h"

extern const struct schema design_schema;
extern const struct schema locale_schema;
extern const struct schema settings_schema;

#endif
