// SPDX-License-Identifier: MIT
// The font families known at build time. families_data.c is generated from
// the manifests fonts/*.yaml; the first family is the default one, which the
// executable may carry in itself. Names are compared without regard to case,
// blanks and hyphens.
#ifndef VITA_TEXT_FAMILIES_H
#define VITA_TEXT_FAMILIES_H

#include <stdbool.h>
#include <stddef.h>

// Sought by base name in the staged folder fonts/ first, then as it stands.
struct family_face {
    const char *file;    // absolute path in its Debian package
    int weight;          // 100 to 900
    int width;           // OS/2 width class: 1 to 9, 5 normal
    int design_size;     // in points, 0: for all sizes
    int fallback_weight; // the weight of its fallbacks, 0: its own
    bool italic;
    bool oblique; // slanted, where the family has a true italic too
    const unsigned char *data; // the embedded file, or NULL
    size_t size;
};

// The lists of names end with NULL; they may be NULL themselves.
struct family {
    const char *name;
    const char *const *aliases;       // the same family by another name
    const char *const *stands_in_for; // families that it is near to
    const char *const *fallbacks;     // for characters that it lacks
    const char *const *scripts;       // ISO 15924: made for these only
    const char *const *packages;      // of Debian: the first that exists
    const char *caps;                 // the family of its small capitals
    const char *math;                 // the family of its formulas
    const char *licence;              // as SPDX names it
    bool serif;
    const struct family_face *faces;
    size_t face_count;
};

extern const struct family families[];
extern const size_t family_count;

#endif
