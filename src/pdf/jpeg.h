// SPDX-License-Identifier: MIT
// The part of a JPEG file's header that a PDF must repeat.
#ifndef VITA_PDF_JPEG_H
#define VITA_PDF_JPEG_H

#include "base/str.h"

struct jpeg {
    uint32_t width;
    uint32_t height;
    int components; // 1 gray, 3 RGB, 4 CMYK
    bool adobe;     // written by Adobe's programs: CMYK is inverted
};

// Returns false if data is no JPEG with 8 bits and 1, 3 or 4 components.
bool jpeg_parse(struct str data, struct jpeg *jpeg)
    __attribute__((warn_unused_result));

#endif
