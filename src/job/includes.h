// SPDX-License-Identifier: MIT
// Files that a profile or an overlay includes.
#ifndef VITA_JOB_INCLUDES_H
#define VITA_JOB_INCLUDES_H

#include "job/job.h"
#include "profile/include.h"

// Reads the file that source holds, "-" or a path, with what it includes; as
// yaml_read_including().
struct node *includes_read(struct job *job, const char *path,
                           const struct source *source)
    __attribute__((warn_unused_result));

#endif
