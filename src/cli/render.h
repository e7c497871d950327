// SPDX-License-Identifier: MIT
// vita render: one profile to one file.
#ifndef VITA_CLI_RENDER_H
#define VITA_CLI_RENDER_H

#include "cli/options.h"
#include "job/job.h"

enum exit_code render(const struct options *options);

#endif
