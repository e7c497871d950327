// SPDX-License-Identifier: MIT
// Where the installed data files are.
#include "text/data_file.h"

#include <stdlib.h>

#ifndef VITA_DATA_DIR
#define VITA_DATA_DIR "/usr/share/vita"
#endif

const char *data_file_path(struct arena *arena, const char *folder,
                           struct str name)
{
    const char *root = getenv("VITA_DATA_DIR");

    if (!root || !*root)
        root = VITA_DATA_DIR;
    return str_format(arena, "%s/%s/%.*s", root, folder, STR_ARG(name)).ptr;
}
