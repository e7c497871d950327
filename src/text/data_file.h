// SPDX-License-Identifier: MIT
// Paths of the files that are installed with vita: fonts and dictionaries.
#ifndef VITA_TEXT_DATA_FILE_H
#define VITA_TEXT_DATA_FILE_H

#include "base/str.h"

// Returns folder/name in the data folder as a C string in the arena: the
// environment's VITA_DATA_DIR, or else the one set at build time. The file
// need not exist.
const char *data_file_path(struct arena *arena, const char *folder,
                           struct str name);

#endif
