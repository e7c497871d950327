// SPDX-License-Identifier: MIT
// PNG files are decoded with libpng's simplified interface, which needs no
// longjmp: to 8 bits, gray or RGB, perhaps with alpha. Palettes, 16 bits and
// interlacing are gone then.
#include "image/parts.h"
#include "image/png_file.h"

#include "base/vec.h"

#include <png.h>
#include <string.h>

// deflate makes a byte of 1032 at best.
#define DEFLATE_RATIO_MAX 1032

static int bits_of_pixel(const struct png_file *file)
{
    static const int channels[] = {1, 0, 3, 1, 2, 0, 4};

    if (file->colour_type > 6)
        return 0;
    return channels[file->colour_type] * file->bit_depth;
}

// A small file with large numbers in its header must not take memory.
static bool has_enough_data(const struct png_file *file)
{
    uint64_t bits =
        (uint64_t)file->width * file->height * (uint64_t)bits_of_pixel(file);

    return bits / 8 / DEFLATE_RATIO_MAX <= file->data_len;
}

// Sets *icc to the profile of iCCP: a name, a zero, the method zero and the
// deflated profile. An empty text stands for one that is broken.
static void unpack_icc(const struct reading *reading, struct str content,
                       struct str *icc)
{
    size_t name = str_find_char(content, '\0', 0);

    *icc = (struct str){"", 0};
    if (name >= content.len || content.len - name < 2 ||
        !inflate_all(reading->arena, str_slice(content, name + 2, content.len),
                     ICC_SIZE_MAX, icc))
        *icc = (struct str){"", 0};
}

// A profile says what the colours are; without one, sRGB does, or a gamma.
static bool read_colours(const struct reading *reading,
                         const struct png_file *file)
{
    struct str icc = {NULL, 0};

    if (file->icc.ptr)
        unpack_icc(reading, file->icc, &icc);
    reading_set_icc(reading, icc);
    return icc.len == 0 && !file->srgb && file->gamma.ptr;
}

// The picture as a file of its own, without what decoding does not need.
static struct str picture_file(struct arena *arena, const struct png_file *file,
                               bool gamma)
{
    struct buf buf = {.arena = arena};

    buf_add(&buf, STR("\x89PNG\r\n\x1a\n"));
    for (size_t i = 0; i < file->picture.len; i++) {
        buf_add(&buf, file->picture.ptr[i]);
        if (i == 0 && gamma)
            buf_add(&buf, file->gamma);
    }
    return buf_str(&buf);
}

// Returns the pixels, or NULL after an error; a warning counts as one.
static png_byte *decode(const struct reading *reading, struct str data,
                        png_image *png)
{
    png_byte *pixels = NULL;

    png->version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(png, data.ptr, data.len)) {
        // 16 bits are no linear light, as libpng would have it otherwise.
        png->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
        png->format &= PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR;
        pixels = arena_array(reading->arena, (size_t)png->width * png->height,
                             PNG_IMAGE_PIXEL_SIZE(png->format));
        png_image_finish_read(png, NULL, pixels, 0, NULL);
    }
    if (png->warning_or_error == 0)
        return pixels;
    reading_fail_damaged(reading, png->message);
    png_image_free(png);
    return NULL;
}

// Moves the colours together and the alpha values out; alpha that is opaque
// everywhere is dropped.
static void split_alpha(const struct reading *reading, png_byte *pixels,
                        size_t count, size_t colours)
{
    png_byte *alpha = arena_alloc(reading->arena, count);
    bool opaque = true;

    for (size_t i = 0; i < count; i++) {
        const png_byte *pixel = pixels + i * (colours + 1);

        alpha[i] = pixel[colours];
        opaque = opaque && alpha[i] == 255;
        memmove(pixels + i * colours, pixel, colours);
    }
    if (!opaque)
        reading->image->alpha = (struct str){(char *)alpha, count};
}

// The chunk has the camera's notes without the mark that JPEG puts before.
static void set_exif(const struct reading *reading, struct str content)
{
    struct buf buf = {.arena = reading->arena};

    if (!content.ptr)
        return;
    buf_add(&buf, STR("Exif\0\0"));
    buf_add(&buf, content);
    reading_set_exif(reading, buf_str(&buf));
}

static bool read_pixels(const struct reading *reading, struct str data)
{
    struct image *image = reading->image;
    size_t colours = (size_t)image->components;
    png_image png = {0};
    png_byte *pixels = decode(reading, data, &png);
    size_t count = (size_t)png.width * png.height;

    if (!pixels)
        return false;
    image->pixels = (struct str){(char *)pixels, count * colours};
    if (png.format & PNG_FORMAT_FLAG_ALPHA)
        split_alpha(reading, pixels, count, colours);
    return true;
}

bool png_read(const struct reading *reading)
{
    struct png_file file;
    const char *problem = png_file_parse(reading->arena, reading->data, &file);
    bool gamma;

    if (file.picture.len > 0 &&
        !reading_set_size(reading, file.width, file.height))
        return false;
    if (!problem && !has_enough_data(&file))
        problem = "it has too little data";
    if (problem)
        return reading_fail_damaged(reading, problem);
    reading->image->components =
        file.colour_type & PNG_COLOR_MASK_COLOR ? 3 : 1;
    gamma = read_colours(reading, &file);
    set_exif(reading, file.exif);
    return read_pixels(reading, picture_file(reading->arena, &file, gamma));
}
