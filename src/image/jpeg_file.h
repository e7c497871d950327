// SPDX-License-Identifier: MIT
// The segments of a JPEG file (ITU-T T.81, annex B).
#ifndef VITA_IMAGE_JPEG_FILE_H
#define VITA_IMAGE_JPEG_FILE_H

#include "base/str.h"

#define JPEG_ICC_PARTS 255

struct jpeg_file {
    uint32_t width;
    uint32_t height;
    int components;
    int precision;    // bits of a component
    unsigned frame;   // 0xC0 to 0xCF: how it is coded
    bool adobe;       // has Adobe's marker
    bool jfif;        // has JFIF's marker
    bool rgb_ids;     // the components call themselves R, G and B
    size_t scans;     // up to the limit
    size_t end;       // offset behind the end marker
    struct str exif;  // "Exif\0\0" and what follows; ptr NULL if absent
    int icc_count;    // parts that the ICC profile says it has
    bool icc_unsound; // parts that do not agree
    struct str icc[JPEG_ICC_PARTS];
};

// Walks through all segments and scans. Returns NULL, or what is wrong.
const char *jpeg_file_parse(struct str data, struct jpeg_file *file);

// Returns the parts of the ICC profile as one; ptr NULL if there is none, an
// empty text if a part is missing.
struct str jpeg_file_icc(struct arena *arena, const struct jpeg_file *file);

#endif
