// SPDX-License-Identifier: MIT
// The options --variant and --tags.
#ifndef VITA_JOB_VARIANTS_H
#define VITA_JOB_VARIANTS_H

#include "job/job.h"

VEC_DECLARE(name_list, struct str);

// Lists the variants to be made of the open profile: one empty name if none is
// asked for. Returns false with diagnostics if there is no such variant.
bool variants_names(struct job *job, struct name_list *names)
    __attribute__((warn_unused_result));

// Returns the profile with job->variant laid over.
struct node *variants_merge(struct job *job);

// Returns what job->variant, --tags and the locale's language choose of
// job->root.
struct node *variants_select(struct job *job);

#endif
