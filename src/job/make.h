// SPDX-License-Identifier: MIT
// From a profile to the files that are made of it, and their writing.
#ifndef VITA_JOB_MAKE_H
#define VITA_JOB_MAKE_H

#include "job/engine.h"
#include "job/job.h"

// A file that is made, and not yet written.
struct product {
    const char *path; // "-" is standard output
    struct str data;
    size_t pages;
    struct str fitted; // what was changed to fit the pages; or empty
};
VEC_DECLARE(product_list, struct product);

// Makes all files that the request asks for and writes none, so that a mistake
// in one keeps all from being written. Returns EXIT_FINE, EXIT_PROFILE with
// diagnostics, or EXIT_SYSTEM or EXIT_USAGE with job->failure. The products
// live in the job's arena.
enum exit_code job_make(struct job *job, struct engine *engine,
                        struct product_list *products);

// Fills the engine's caches with what nearly every CV needs, by making a
// small one.
void engine_warm(struct engine *engine);

#endif
