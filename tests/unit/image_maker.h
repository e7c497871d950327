// SPDX-License-Identifier: MIT
// Photos made on the spot for tests: JPEG and PNG files, and what cameras
// write into them.
#ifndef VITA_TESTS_IMAGE_MAKER_H
#define VITA_TESTS_IMAGE_MAKER_H

#include "image/image.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>
#include <zlib.h>

#define F_WIDTH 60
#define F_HEIGHT 80

// A red F on white with a blue edge above: no turn of it looks like another.
static inline uint32_t f_pixel(int x, int y)
{
    if (y < 6)
        return 0x0000FF;
    if ((x >= 10 && x < 22 && y >= 12 && y < 72) ||
        (x >= 10 && x < 52 && y >= 12 && y < 24) ||
        (x >= 10 && x < 42 && y >= 36 && y < 48))
        return 0xFF0000;
    return 0xFFFFFF;
}

// The pixels of the F as a camera held in the given way stores them (EXIF
// 2.32, tag Orientation), RGB.
static inline unsigned char *f_stored(struct arena *arena, int orientation)
{
    bool turned = orientation >= 5;
    int width = turned ? F_HEIGHT : F_WIDTH;
    int height = turned ? F_WIDTH : F_HEIGHT;
    unsigned char *out = arena_array(arena, F_WIDTH * F_HEIGHT, 3);

    for (int row = 0; row < height; row++)
        for (int column = 0; column < width; column++) {
            static const char *const ways = "0lrrllrrl"; // where row 0 ...
            static const char *const sides = "0ttbbttbb";
            unsigned char *pixel = out + (row * width + column) * 3;
            int x = turned ? row : column;
            int y = turned ? column : row;
            uint32_t colour;

            if (ways[orientation] == 'r')
                x = F_WIDTH - 1 - x;
            if (sides[orientation] == 'b')
                y = F_HEIGHT - 1 - y;
            colour = f_pixel(x, y);
            for (int c = 0; c < 3; c++)
                pixel[c] = (unsigned char)(colour >> (16 - 8 * c));
        }
    return out;
}

static inline struct str jpeg_make(struct arena *arena, const void *pixels,
                                   int width, int height, int format)
{
    tjhandle handle = tjInitCompress();
    unsigned char *bytes = NULL;
    unsigned long size = 0;
    struct str jpeg;

    assert_int_equal(
        tjCompress2(handle, pixels, width, 0, height, format, &bytes, &size,
                    format == TJPF_GRAY ? TJSAMP_GRAY : TJSAMP_444, 90, 0),
        0);
    jpeg = str_copy(arena, (struct str){(char *)bytes, size});
    tjFree(bytes);
    tjDestroy(handle);
    return jpeg;
}

static inline void add_be(struct buf *buf, size_t value, int bytes)
{
    while (bytes-- > 0)
        buf_add_char(buf, (char)(value >> (8 * bytes) & 0xFF));
}

static inline struct str bytes_insert(struct arena *arena, struct str file,
                                      size_t at, struct str bytes)
{
    struct buf buf = {.arena = arena};

    buf_add(&buf, str_slice(file, 0, at));
    buf_add(&buf, bytes);
    buf_add(&buf, str_slice(file, at, file.len));
    return buf_str(&buf);
}

// Puts a segment behind the start marker.
static inline struct str jpeg_insert(struct arena *arena, struct str jpeg,
                                     int marker, struct str content)
{
    struct buf buf = {.arena = arena};

    add_be(&buf, 0xFF00 + (size_t)marker, 2);
    add_be(&buf, content.len + 2, 2);
    buf_add(&buf, content);
    return bytes_insert(arena, jpeg, 2, buf_str(&buf));
}

static inline struct str png_make(struct arena *arena, const void *pixels,
                                  int width, int height, uint32_t format)
{
    png_image png = {.version = PNG_IMAGE_VERSION,
                     .width = (uint32_t)width,
                     .height = (uint32_t)height,
                     .format = format};
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
    char *bytes = arena_alloc(arena, size);

    assert_true(
        png_image_write_to_memory(&png, bytes, &size, 0, pixels, 0, NULL));
    return (struct str){bytes, size};
}

// Puts a chunk behind the header.
static inline struct str png_insert(struct arena *arena, struct str png,
                                    const char *type, struct str content)
{
    struct buf buf = {.arena = arena};

    add_be(&buf, content.len, 4);
    buf_add_cstr(&buf, type);
    buf_add(&buf, content);
    add_be(&buf, crc32(0, (const Bytef *)buf.ptr + 4, (uInt)content.len + 4),
           4);
    return bytes_insert(arena, png, 33, buf_str(&buf));
}

static inline struct str exif_make(struct arena *arena, int orientation)
{
    struct buf buf = {.arena = arena};

    buf_add(&buf, STR("Exif\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1"));
    add_be(&buf, (size_t)orientation, 2);
    add_be(&buf, 0, 6);
    return buf_str(&buf);
}

#endif
