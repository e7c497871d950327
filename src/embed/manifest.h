// SPDX-License-Identifier: MIT
// A font manifest, fonts/FAMILY.yaml: one family, its other names, and the
// files of its faces in a Debian package; of two files for one style, the
// first that is installed counts. The keys are the members below, in a file's
// words: package for packages, default for is_default. `required` is the
// bootstrap script's: it installs the package.
#ifndef VITA_EMBED_MANIFEST_H
#define VITA_EMBED_MANIFEST_H

#include "base/diag.h"
#include "base/vec.h"

VEC_DECLARE(name_list, struct str);

struct manifest_face {
    struct str file; // absolute path in its Debian package
    int weight;
    int width;           // OS/2 width class, 5 normal
    int size;            // design size in points, 0: for all sizes
    int fallback_weight; // the weight that goes with it in other families, 0:
                         // its own
    bool italic;
    bool oblique;     // slanted, where the family has a true italic too
    bool embed;       // the executable carries the file
    struct pos place; // of the path, for messages
};
VEC_DECLARE(manifest_faces, struct manifest_face);

struct manifest {
    struct str family;
    struct name_list aliases;       // the same family by another name
    struct name_list stands_in_for; // families that it is near to
    struct name_list fallbacks;     // for characters that it lacks
    struct name_list scripts;       // ISO 15924: made for these only
    struct name_list packages;      // the first that exists has the files
    struct str caps;                // the family of its small capitals
    struct str math;                // the family of its formulas
    struct str licence;
    bool serif;
    bool is_default; // of all manifests exactly one
    struct manifest_faces faces;
};
VEC_DECLARE(manifest_list, struct manifest);

// Reads the manifest in source. Mistakes become diagnostics; returns false
// if there was one.
bool manifest_read(struct arena *arena, const struct source *source,
                   struct diags *diags, struct manifest *manifest)
    __attribute__((warn_unused_result));

#endif
