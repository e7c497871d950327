// SPDX-License-Identifier: MIT
// A pool of forked workers. Each is a copy of the process as it is when the
// pool starts, warm caches and all; a task that crashes, hangs or eats memory
// costs its worker, which is replaced, and itself alone.
#ifndef VITA_BATCH_POOL_H
#define VITA_BATCH_POOL_H

#include "base/str.h"

struct pool_limits {
    int workers;
    int64_t task_ms; // for one task; then its worker is killed
    size_t memory;   // address space of a worker in bytes; 0: no limit
};

// Why a task has no answer.
enum pool_loss {
    POOL_CRASHED,    // detail is the signal
    POOL_EXITED,     // detail is the exit code
    POOL_TIMED_OUT,  // task_ms is over
    POOL_ABANDONED,  // it took too long after an interruption
    POOL_NO_MEMORY,  // the memory limit was reached
    POOL_NO_PROCESS, // no worker could be started; detail is errno
};

struct pool_link; // a worker's way to the parent

// What the pool is told. The functions called in the parent run one at a time.
struct pool_client {
    void *context;
    // In a worker: does the task and returns the answer, in the arena.
    struct str (*work)(void *context, struct arena *arena, size_t task,
                       struct pool_link *link);
    // In the parent: answers pool_ask().
    bool (*allow)(void *context, size_t task, struct str question);
    // In the parent: the task is done, or lost. Either comes for each task
    // that was begun. To return false begins no further tasks.
    bool (*done)(void *context, size_t task, struct str answer);
    bool (*lost)(void *context, size_t task, enum pool_loss loss, int detail);
    // In the parent: several times a second, for the display.
    void (*tick)(void *context);
};

// In a worker: asks the parent and waits for yes or no.
bool pool_ask(struct pool_link *link, struct str question);

enum pool_end {
    POOL_FINISHED,    // all tasks were begun and ended
    POOL_STOPPED,     // the client wanted no more
    POOL_INTERRUPTED, // SIGINT, SIGTERM or SIGHUP came
};

// Runs tasks 0 to count - 1. When interrupted, tasks that are running may end,
// within a second; the signal's number goes to *signal.
enum pool_end pool_run(const struct pool_limits *limits,
                       const struct pool_client *client, size_t count,
                       int *signal);

// Returns how many processors this process may use.
int pool_processors(void);

#endif
