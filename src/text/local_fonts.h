// SPDX-License-Identifier: MIT
// The folder of fonts beside a profile.
#ifndef VITA_TEXT_LOCAL_FONTS_H
#define VITA_TEXT_LOCAL_FONTS_H

#include "text/face.h"

struct local_face {
    const char *path;
    unsigned index; // in a collection
    struct str family;
    struct str legacy_family; // as old programs group faces; often the same
    struct face_style style;
};
VEC_DECLARE(local_faces, struct local_face);

// Adds the faces of all *.otf, *.ttf and *.ttc in the folder, in order of
// file names; texts live in the arena. No folder: no faces.
void local_faces_scan(struct arena *arena, struct str folder,
                      struct local_faces *faces);

#endif
