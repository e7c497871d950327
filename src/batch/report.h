// SPDX-License-Identifier: MIT
// The report of a batch: one row for each file that was made, and for each
// task that made none.
#ifndef VITA_BATCH_REPORT_H
#define VITA_BATCH_REPORT_H

#include "batch/record.h"

// Writes the report: JSON if the path ends with .json, otherwise CSV
// (RFC 4180). Returns false with a message.
bool report_write(const struct records *records, const char *path,
                  struct str *error) __attribute__((warn_unused_result));

#endif
