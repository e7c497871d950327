// SPDX-License-Identifier: MIT
// vita themes and vita new-theme.
#ifndef VITA_CLI_THEMES_H
#define VITA_CLI_THEMES_H

#include "cli/options.h"

// Lists the themes of the executable and those in files.
enum exit_code list_themes(void);

// Writes themes/NAME.yaml in the current folder, unless it is there.
enum exit_code make_theme(const struct options *options);

#endif
