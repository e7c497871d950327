// SPDX-License-Identifier: MIT
// What a batch shows while it runs: a bar on a terminal, lines where there is
// none, or lines of JSON for programs.
#ifndef VITA_BATCH_DISPLAY_H
#define VITA_BATCH_DISPLAY_H

#include "batch/record.h"

struct display {
    bool json;
    bool quiet;
    bool bar;      // standard error is a terminal
    int64_t begin; // in ms
    int64_t drawn; // when the bar was drawn last
};

struct display display_begin(const struct batch_options *options);

// Shows what became of a task; messages are its diagnostics as printed.
void display_task(struct display *display, const struct records *records,
                  size_t task, struct str messages);

// Brings the bar up to date.
void display_tick(struct display *display, const struct records *records);

// Shows the end; interrupted is the signal or 0.
void display_end(struct display *display, const struct records *records,
                 int interrupted);

#endif
