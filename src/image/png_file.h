// SPDX-License-Identifier: MIT
// The chunks of a PNG file (RFC 2083, 3).
#ifndef VITA_IMAGE_PNG_FILE_H
#define VITA_IMAGE_PNG_FILE_H

#include "base/str.h"

struct png_file {
    uint32_t width;
    uint32_t height;
    int bit_depth;
    int colour_type;
    size_t data_len;  // of all IDAT chunks
    bool srgb;        // says that it is sRGB
    struct str gamma; // the whole chunk, if it has a useful value
    struct str icc;   // iCCP's content; ptr NULL if absent
    struct str exif;  // eXIf's content; ptr NULL if absent
    struct str_parts {
        struct str *ptr;
        size_t len;
        size_t cap;
    } picture; // the chunks that make the pixels, as they are
};

// Walks through all chunks up to IEND and checks their sums. Returns NULL, or
// what is wrong.
const char *png_file_parse(struct arena *arena, struct str data,
                           struct png_file *file);

#endif
