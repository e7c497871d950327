// SPDX-License-Identifier: MIT
// The lines of a batch's state, as JSON.
#ifndef VITA_BATCH_STATE_LINE_H
#define VITA_BATCH_STATE_LINE_H

#include "batch/result.h"
#include "batch/tasks.h"

struct state_line {
    struct str key; // of the request
    bool dated;
    int64_t day; // since 1970; counts if dated
    struct job_inputs inputs;
    struct result_files files;
};
VEC_DECLARE(state_lines, struct state_line);
VEC_DECLARE(state_hashes, uint64_t);

// Returns what stands for all that the task asks for, and for the program.
struct str state_key(struct arena *arena, struct str program,
                     const struct task *task);

// Reads a line; returns false if it is none.
bool state_line_read(struct arena *arena, struct str text,
                     struct state_line *line)
    __attribute__((warn_unused_result));

// Appends a line.
void state_line_write(struct buf *buf, const struct state_line *line);

#endif
