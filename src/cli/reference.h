// SPDX-License-Identifier: MIT
// vita schema and vita fonts: what vita knows, on standard output.
#ifndef VITA_CLI_REFERENCE_H
#define VITA_CLI_REFERENCE_H

#include "cli/options.h"
#include "job/job.h"

enum exit_code schema_print(struct arena *arena);

// name is a part of families' names, or NULL for all.
enum exit_code fonts_print(struct arena *arena, const char *name);

#endif
