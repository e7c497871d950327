// SPDX-License-Identifier: MIT
// Records as JSON (Jansson), one object on a line.
#ifndef VITA_BATCH_RECORD_JSON_H
#define VITA_BATCH_RECORD_JSON_H

#include "batch/record.h"

// Returns an object with the members number, input, outcome, why, ms, errors,
// warnings and files (path, pages, bytes, fitted).
struct str record_json(struct arena *arena, const struct records *records,
                       size_t task);

#endif
