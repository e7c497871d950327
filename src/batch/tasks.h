// SPDX-License-Identifier: MIT
// What a batch does: a task for each profile, or for each row of a table.
#ifndef VITA_BATCH_TASKS_H
#define VITA_BATCH_TASKS_H

#include "base/diag.h"
#include "batch/batch.h"

struct task {
    struct str label; // for messages: "cv.yaml", "applications.csv:3"
    struct request request;
};
VEC_DECLARE(task_list, struct task);

// Makes the tasks of this shard, in their order. Returns EXIT_FINE;
// EXIT_PROFILE with diagnostics of the table; or EXIT_USAGE or EXIT_SYSTEM
// with a message.
enum exit_code tasks_make(struct arena *arena,
                          const struct batch_options *options,
                          struct diags *diags, struct task_list *tasks,
                          struct str *error);

#endif
