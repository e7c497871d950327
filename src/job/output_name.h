// SPDX-License-Identifier: MIT
// Names of output files from a template such as "{company}-{role}-{name}.pdf".
// Whatever the values hold, the name is one that every file system takes, and
// it stays in its folder.
#ifndef VITA_JOB_OUTPUT_NAME_H
#define VITA_JOB_OUTPUT_NAME_H

#include "job/request.h"

// Returns the value without what is unsafe in a file's name: letters, digits
// and . _ of any script stay, runs of anything else become a hyphen.
struct str output_name_safe(struct arena *arena, struct str value);

// Returns the first {word} of the template that is not among the names, or an
// empty text.
struct str output_name_unknown(struct str template, const struct str *names,
                               size_t count);

// Returns the template with values in it, safe, and with the serial number
// behind it. A name without a value counts as empty; hyphens and underscores
// that then stand double or at an end are left out. The template's own "/"
// make folders.
struct str output_name(struct arena *arena, const struct naming *naming);

#endif
