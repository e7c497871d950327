// SPDX-License-Identifier: MIT
// vita batch: many profiles, or one for many applications, in one run.
#ifndef VITA_BATCH_BATCH_H
#define VITA_BATCH_BATCH_H

#include "job/job.h"

struct batch_options {
    struct str_list operands; // profiles, folders, patterns; "-": list on stdin
    const char *table;        // of applications, or NULL
    const char *folder;       // where the output goes; NULL: current folder
    const char *output;       // template of names, or NULL
    const char *report;       // a file, .csv or .json, or NULL
    struct request common;    // what holds for all
    int jobs;                 // workers; 0: one for each processor
    int time_limit;           // seconds for one task; 0: the default
    int memory_limit;         // MiB for one worker; 0: the default
    int shard, shards;        // the part to be made, from 1; 0: all
    bool fail_fast;
    bool resume; // leave out what is up to date
    bool synced; // files are on the disk before they count as written
    bool dry_run;
    bool json; // lines for programs on standard output
    bool quiet;
};

// Runs the batch; prints what happens. Returns EXIT_FINE if all was made,
// EXIT_PROFILE if any failed, EXIT_USAGE or EXIT_SYSTEM if nothing could be
// begun, or 128 + the signal that ended it.
int batch_run(const struct batch_options *options);

#endif
