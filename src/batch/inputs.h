// SPDX-License-Identifier: MIT
// Which profiles a batch is over: files, folders, patterns, lists of names.
#ifndef VITA_BATCH_INPUTS_H
#define VITA_BATCH_INPUTS_H

#include "base/str.h"

// Appends the profiles that the operand means: the file; of a folder all
// .yaml, .yml, .json files in it and below it, by name, without hidden ones
// and without links to folders; or what matches the pattern (glob(7)).
// What is in paths already is not added again; "./a" and "a" are the same.
// Returns false with a message if there is nothing.
bool inputs_add(struct arena *arena, const char *operand,
                struct str_list *paths, struct str *error)
    __attribute__((warn_unused_result));

// Appends the names in the text, one on each line, or if there is a NUL in it,
// one before each NUL (find -print0). Empty lines are skipped, as is what
// paths has already. Whether there are such files is not looked at.
void inputs_add_list(struct arena *arena, struct str text,
                     struct str_list *paths);

// Whether the name ends as that of a file in YAML or JSON.
bool inputs_is_profile(struct arena *arena, struct str name);

#endif
