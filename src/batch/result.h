// SPDX-License-Identifier: MIT
// What became of a task, as the worker tells it to the parent.
#ifndef VITA_BATCH_RESULT_H
#define VITA_BATCH_RESULT_H

#include "job/make.h"

struct result_file {
    struct str path;
    size_t pages;
    size_t bytes;
    struct str fitted; // what was changed to fit the pages; or empty
};
VEC_DECLARE(result_files, struct result_file);

struct result {
    enum exit_code code;
    int64_t microseconds;
    size_t errors;
    size_t warnings;
    struct str messages; // the diagnostics as they are printed
    struct str failure;  // a sentence, if the system failed
    struct result_files files;
    struct job_inputs inputs; // what was read, if that was asked for
    bool dated;               // today's date went into it
};

// Returns the result as the content of a message, and back; texts of a decoded
// result borrow from the content.
struct str result_encode(struct arena *arena, const struct result *result);
struct result result_decode(struct arena *arena, struct str content);

#endif
