// SPDX-License-Identifier: MIT
// "!include education.yaml": a value that stands in a file of its own. The
// reader of YAML asks here for the root of that file; files are found and
// opened by whoever calls the reader, for src/profile touches none.
#ifndef VITA_PROFILE_INCLUDE_H
#define VITA_PROFILE_INCLUDE_H

#include "profile/node.h"

// Where an "!include" stands and what it asks for.
struct inclusion {
    struct str path; // as written
    struct pos pos;  // of the path
    struct str from; // id of the file that it stands in
};

// How files are found and read. Both functions return false with *problem,
// which ends a sentence: "cannot include a.yaml: " ...
struct includer {
    void *context;
    struct str top; // id of the file that is read first; empty for none
    // Sets *id, which is equal for one file however it is named; the path
    // counts from the folder of the file from, or of the top one.
    bool (*find)(void *context, struct str from, struct str path,
                 struct str *id, struct str *problem);
    bool (*read)(void *context, struct str id, const struct source **source,
                 struct str *problem);
};

struct include_file {
    struct str id;
    struct node *root; // NULL if it could not be read
    size_t size;       // nodes, aliases expanded
    bool open;         // it is still being read
};
VEC_DECLARE(include_files, struct include_file);

// The files that one profile includes. Each is read once; nodes are shared as
// those of aliases are.
struct include_set {
    const struct includer *includer;
    struct include_files files;
    size_t count; // of inclusions
    size_t bytes; // of files
    int depth;
    bool failed; // something was not included; a diagnostic tells why
};

struct yaml_part;

// Returns the root of the file that is asked for, adding its nodes to those of
// part, or NULL with a diagnostic at the inclusion or in the file.
struct node *include_read(struct arena *arena, struct include_set *set,
                          const struct inclusion *inclusion,
                          struct yaml_part *part, struct diags *diags)
    __attribute__((warn_unused_result));

#endif
