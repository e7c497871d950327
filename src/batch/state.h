// SPDX-License-Identifier: MIT
// What earlier runs made, and of which files: with --resume, what would come
// out the same is left out. Kept as lines of JSON in the output folder, each
// written when its task is done, so that a run that was killed has lost
// nothing.
#ifndef VITA_BATCH_STATE_H
#define VITA_BATCH_STATE_H

#include "batch/result.h"
#include "batch/tasks.h"

struct state;

// Opens the state of the folder that the options name; now is the time that
// "today" means. Returns NULL with a message in the arena if it cannot be
// written. The caller ends it with state_close().
struct state *state_open(struct arena *arena,
                         const struct batch_options *options, int64_t now,
                         struct str *error);

// Returns whether the task's files are there and would be the same again;
// then *files are these, in the arena.
bool state_is_current(struct state *state, struct arena *arena,
                      const struct task *task, struct result_files *files);

// Notes what was made.
void state_add(struct state *state, const struct task *task,
               const struct result *result);

void state_close(struct state *state);

#endif
