// SPDX-License-Identifier: MIT
// Photos: a file is read, checked down to its last byte and turned into plain
// data that can go into a PDF/A-2 as it is. What image_read() accepts, a
// writer need not doubt.
#ifndef VITA_IMAGE_IMAGE_H
#define VITA_IMAGE_IMAGE_H

#include "base/diag.h"

// EXIF's tag 0x0112: which edges of the stored picture are its top and its
// left one. From 5 on, width and height are exchanged.
enum orientation {
    ORIENTATION_UPRIGHT = 1,
    ORIENTATION_MIRRORED,
    ORIENTATION_UPSIDE_DOWN,
    ORIENTATION_UPSIDE_DOWN_MIRRORED,
    ORIENTATION_TRANSPOSED,
    ORIENTATION_TURN_RIGHT, // to be turned clockwise
    ORIENTATION_TRANSVERSED,
    ORIENTATION_TURN_LEFT,
};

struct image {
    struct str path;
    int width; // in pixels, as shown
    int height;
    int stored_width; // as in jpeg or pixels
    int stored_height;
    enum orientation orientation;
    int components; // 1 gray, 3 RGB, 4 CMYK (JPEG with an ICC profile only)
    // Either a JPEG file's bytes up to its end marker, untouched, or the rows
    // from the top, a byte for each component.
    struct str jpeg;
    struct str pixels;
    struct str alpha; // a byte for each pixel; empty if it is opaque
    struct str icc;   // valid for components; empty: sRGB or its gray
    bool inverted;    // JPEG: 255 is no ink
    bool plain_rgb;   // JPEG: RGB, though no marker of the file says so
};

// Reads the PNG or JPEG file of the given path. Whatever is wrong with it is
// an error at pos, and NULL is returned. The image and its bytes live in the
// arena.
struct image *image_read(struct arena *arena, struct str path, struct pos pos,
                         struct diags *diags);

// The same for a file's bytes, of which the image may keep parts.
struct image *image_from_data(struct arena *arena, struct str path,
                              struct str data, struct pos pos,
                              struct diags *diags);

// Sets *filtered to the rows, each behind a byte for PNG's filter of it
// (RFC 2083, 6), and returns true, if they deflate better so.
bool image_filter_rows(struct arena *arena, struct str pixels, size_t row_size,
                       int components, struct str *filtered);

#endif
