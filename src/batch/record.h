// SPDX-License-Identifier: MIT
// What became of all tasks so far: for the display, the report and the end.
#ifndef VITA_BATCH_RECORD_H
#define VITA_BATCH_RECORD_H

#include "batch/result.h"
#include "batch/tasks.h"

enum outcome {
    OUTCOME_NONE, // not begun
    OUTCOME_MADE,
    OUTCOME_UP_TO_DATE,
    OUTCOME_FAILED,
};

struct record {
    enum outcome outcome;
    struct str why; // of a failure: one line
    int64_t microseconds;
    size_t errors;
    size_t warnings;
    struct result_files files;
};

struct records {
    struct arena *arena;
    const struct task_list *tasks;
    struct record *list; // one for each task
    size_t made;
    size_t up_to_date;
    size_t failed;
    size_t pages;
    size_t warnings;
};

// Returns the word for it: "made", "up to date", "failed", "not begun".
const char *outcome_name(enum outcome outcome);

#endif
