// SPDX-License-Identifier: MIT
// A worker's side of the pool, and the frames between the two.
#ifndef VITA_BATCH_POOL_WORKER_H
#define VITA_BATCH_POOL_WORKER_H

#include "batch/pool.h"

#include <sys/types.h>

enum pool_frame {
    POOL_TASK = 't',     // to the worker: the number of a task
    POOL_QUESTION = 'q', // to the parent: what pool_ask() was given
    POOL_YES = 'y',      // to the worker
    POOL_NO = 'n',
    POOL_ANSWER = 'a', // to the parent: the task is done
};

// What arena_alloc() ends the process with.
#define POOL_EXIT_MEMORY 3

// In a child: ends when the parent does, however that ends.
void pool_worker_follow(pid_t parent);

// In a child: does tasks until the parent closes the socket.
_Noreturn void pool_worker_run(const struct pool_limits *limits,
                               const struct pool_client *client, int fd);

#endif
