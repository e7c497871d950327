// SPDX-License-Identifier: MIT
// JPEG files stay as they are: PDF readers decode them. So they are decoded
// once here, at an eighth of their size, which still reads every bit of them.
// TurboJPEG is the interface of libjpeg that needs no longjmp.
#include "image/jpeg_file.h"
#include "image/parts.h"

#include <turbojpeg.h>

// The three ways of coding that PDF readers know.
#define FRAME_PROGRESSIVE 0xC2
#define FRAME_LOSSLESS 0xC3
#define FRAME_ARITHMETIC 0xC8

static const char *coding_problem(const struct jpeg_file *file)
{
    if (file->frame > FRAME_ARITHMETIC)
        return "uses arithmetic coding";
    if (file->frame == FRAME_LOSSLESS)
        return "is a lossless JPEG file";
    if (file->frame > FRAME_PROGRESSIVE)
        return "is a hierarchical JPEG file";
    if (file->precision != 8)
        return "has more than 8 bits a colour";
    if (file->components != 1 && file->components != 3 && file->components != 4)
        return "is neither gray nor RGB";
    return NULL;
}

// Every block of 8 x 8 pixels takes a bit at least: a small file with large
// numbers in its header must not take memory.
static bool has_enough_data(const struct reading *reading)
{
    const struct image *image = reading->image;
    uint64_t pixels =
        (uint64_t)image->stored_width * (uint64_t)image->stored_height;

    return pixels / 64 / 8 <= reading->data.len;
}

// Decodes the file; a warning counts as an error. Colours do not matter, so
// that gray does, which is cheaper.
static bool decode(const struct reading *reading)
{
    const struct image *image = reading->image;
    static const tjscalingfactor eighth = {1, 8};
    int format = image->components == 4 ? TJPF_CMYK : TJPF_GRAY;
    int width = TJSCALED(image->stored_width, eighth);
    int height = TJSCALED(image->stored_height, eighth);
    unsigned char *out =
        arena_array(reading->arena, (size_t)width, (size_t)height * 4);
    tjhandle handle = tjInitDecompress();
    bool good = false;

    if (handle)
        good = tjDecompress2(handle, (const unsigned char *)reading->data.ptr,
                             (unsigned long)reading->data.len, out, width, 0,
                             height, format,
                             TJFLAG_STOPONWARNING | TJFLAG_FASTDCT) == 0;
    if (!good)
        reading_fail_damaged(reading, tjGetErrorStr2(handle));
    if (handle)
        tjDestroy(handle);
    return good;
}

// The output intent is sRGB, so that nothing says what the inks look like.
static bool check_inks(const struct reading *reading)
{
    if (reading->image->components != 4 || reading->image->icc.len > 0)
        return true;
    return reading_fail(
        reading, STR("save the picture in RGB"),
        "is made for printing inks (CMYK) without a valid colour profile of "
        "them; archivable PDF (PDF/A-2, clause 6.2.4) forbids that");
}

bool jpeg_read(const struct reading *reading)
{
    struct reading cut = *reading;
    struct jpeg_file *file = arena_new_of(reading->arena, struct jpeg_file);
    const char *problem = jpeg_file_parse(reading->data, file);

    if (!problem && coding_problem(file))
        return reading_fail(reading,
                            STR("PDF readers do not know that; save it as a "
                                "usual JPEG file or as PNG"),
                            "%s", coding_problem(file));
    if (file->frame && !reading_set_size(reading, file->width, file->height))
        return false;
    if (problem)
        return reading_fail_damaged(reading, problem);
    if (!has_enough_data(reading))
        return reading_fail_damaged(reading, "it has too little data");
    cut.data = str_slice(reading->data, 0, file->end);
    reading->image->components = file->components;
    if (!decode(&cut))
        return false;
    reading->image->jpeg = cut.data;
    // Adobe's programs store the four inks inverted.
    reading->image->inverted = file->components == 4 && file->adobe;
    reading->image->plain_rgb = file->rgb_ids && !file->adobe && !file->jfif;
    reading_set_exif(reading, file->exif);
    reading_set_icc(reading, jpeg_file_icc(reading->arena, file));
    return check_inks(reading);
}
