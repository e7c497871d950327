// SPDX-License-Identifier: MIT
// What the files of src/image share.
#ifndef VITA_IMAGE_PARTS_H
#define VITA_IMAGE_PARTS_H

#include "image/image.h"

// Profiles of printing presses have two megabytes at most.
#define ICC_SIZE_MAX ((size_t)4 * 1024 * 1024)

// A picture on its way into the image.
struct reading {
    struct arena *arena;
    struct diags *diags;
    struct pos pos;
    struct str data; // the file's bytes
    struct image *image;
};

// Adds an error that begins with "the picture PATH "; returns false.
bool reading_fail(const struct reading *reading, struct str hint,
                  const char *format, ...)
    __attribute__((format(printf, 3, 4)));
// The same for a file that breaks the rules of its format.
bool reading_fail_damaged(const struct reading *reading, const char *why);

// Checks and sets the stored size; an error if it is too large.
bool reading_set_size(const struct reading *reading, uint32_t width,
                      uint32_t height);
// Sets the orientation from "Exif\0\0" and a TIFF file; none if it is broken.
void reading_set_exif(const struct reading *reading, struct str exif);
// Keeps the profile if it fits the components, is sound and is not sRGB.
// ptr NULL means that the file has none; otherwise a profile that is not
// sound is a warning.
void reading_set_icc(const struct reading *reading, struct str icc);

// Reads of each format: false after an error.
bool jpeg_read(const struct reading *reading);
bool png_read(const struct reading *reading);

// format.c: the name of a format that is no picture for a PDF, or NULL.
const char *format_name(struct str data);

// exif.c
enum orientation exif_orientation(struct str exif);

// icc.c
enum icc_kind {
    ICC_UNSOUND, // or not for this number of components, or too new
    ICC_SRGB,    // makes the colours that they would be without it
    ICC_OTHER,
};
enum icc_kind icc_check(struct str icc, int components);

// flate.c
uint32_t crc_of(struct str data);
// Returns false if the data is broken or larger than max.
bool inflate_all(struct arena *arena, struct str packed, size_t max,
                 struct str *data);
// The size that the data has when it is deflated, roughly and fast.
size_t deflated_size(struct str data);

static inline unsigned read8(struct str data, size_t at)
{
    return (unsigned char)data.ptr[at];
}

static inline uint32_t read16(struct str data, size_t at)
{
    return read8(data, at) << 8 | read8(data, at + 1);
}

static inline uint32_t read32(struct str data, size_t at)
{
    return read16(data, at) << 16 | read16(data, at + 2);
}

#endif
