// SPDX-License-Identifier: MIT
// Other words for the fields of entries, for hints.
#ifndef VITA_PROFILE_SYNONYMS_H
#define VITA_PROFILE_SYNONYMS_H

#include "base/str.h"

// True if people also call the field by the name: "employer" for company.
bool synonym_is(struct str name, const char *field);

#endif
