// SPDX-License-Identifier: MIT
// A task in a worker: made, allowed by the parent, written.
#ifndef VITA_BATCH_WORK_H
#define VITA_BATCH_WORK_H

#include "batch/pool.h"
#include "batch/result.h"
#include "batch/tasks.h"

struct work {
    const struct task_list *tasks;
    struct engine *engine;
    bool synced;
    bool colour; // messages for a terminal
    bool quiet;  // messages without warnings
};

// pool_client.work; context is struct work.
struct str work_do(void *context, struct arena *arena, size_t task,
                   struct pool_link *link);

#endif
