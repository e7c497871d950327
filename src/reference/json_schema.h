// SPDX-License-Identifier: MIT
// The JSON Schema (draft 7) of profiles, for editors: made of the tables that
// the readers check with, so that it knows what they know. It lets pass what
// only a reader can refuse, such as a start after its end.
#ifndef VITA_REFERENCE_JSON_SCHEMA_H
#define VITA_REFERENCE_JSON_SCHEMA_H

#include "base/str.h"

// Returns the schema's text, which ends with a line break, in *text; false if
// memory is out.
bool json_schema_make(struct arena *arena, struct str *text)
    __attribute__((warn_unused_result));

#endif
