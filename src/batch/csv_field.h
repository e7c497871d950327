// SPDX-License-Identifier: MIT
// Writing CSV (RFC 4180) through libcsv.
#ifndef VITA_BATCH_CSV_FIELD_H
#define VITA_BATCH_CSV_FIELD_H

#include "base/str.h"

// Appends a field in quotation marks, and a comma.
void csv_add_field(struct buf *out, struct str field);

#endif
