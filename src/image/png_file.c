// SPDX-License-Identifier: MIT
// Each chunk has its length, its type, its content and a check sum. Those
// that make the pixels are kept apart, for libpng to read nothing else.
#include "image/png_file.h"

#include "base/vec.h"
#include "image/parts.h"

#define SIGNATURE_SIZE 8
#define CHUNK_FRAME 12 // length, type and check sum
#define HEADER_SIZE 13
// Exponents times 100000 that make sense: from 1/10 to 10.
#define GAMMA_MIN 10000
#define GAMMA_MAX 1000000
// A chunk whose type begins with a capital must be understood.
#define ANCILLARY_BIT 0x20

static const char *parse_header(struct str content, struct png_file *file)
{
    if (content.len != HEADER_SIZE)
        return "its header is broken";
    file->width = read32(content, 0);
    file->height = read32(content, 4);
    file->bit_depth = (int)read8(content, 8);
    file->colour_type = (int)read8(content, 9);
    return NULL;
}

static void parse_ancillary(struct str type, struct str content,
                            struct str chunk, struct png_file *file)
{
    if (str_eq(type, STR("sRGB")))
        file->srgb = true;
    else if (str_eq(type, STR("iCCP")) && !file->icc.ptr)
        file->icc = content;
    else if (str_eq(type, STR("eXIf")) && !file->exif.ptr)
        file->exif = content;
    else if (str_eq(type, STR("gAMA")) && content.len == 4 &&
             read32(content, 0) >= GAMMA_MIN && read32(content, 0) <= GAMMA_MAX)
        file->gamma = chunk;
}

static const char *parse_chunk(struct arena *arena, struct str chunk,
                               struct png_file *file)
{
    struct str type = str_slice(chunk, 4, 8);
    struct str content = str_slice(chunk, 8, chunk.len - 4);

    if (crc_of(str_slice(chunk, 4, chunk.len - 4)) !=
        read32(chunk, chunk.len - 4))
        return "a check sum is wrong";
    if (file->picture.len == 0) {
        const char *problem = str_eq(type, STR("IHDR"))
                                  ? parse_header(content, file)
                                  : "it has no header";

        if (problem)
            return problem;
    }
    if (str_eq(type, STR("IDAT")))
        file->data_len += content.len;
    if ((chunk.ptr[4] & ANCILLARY_BIT) == 0 || str_eq(type, STR("tRNS")))
        vec_push(arena, &file->picture, chunk);
    else
        parse_ancillary(type, content, chunk, file);
    return NULL;
}

const char *png_file_parse(struct arena *arena, struct str data,
                           struct png_file *file)
{
    size_t at = SIGNATURE_SIZE;

    *file = (struct png_file){0};
    if (!str_starts(data, STR("\x89PNG\r\n\x1a\n")))
        return data.len < SIGNATURE_SIZE
                   ? "it ends too early"
                   : "its first bytes were changed, as in sending it as text";
    while (at < data.len && data.len - at >= CHUNK_FRAME) {
        size_t length = read32(data, at);
        struct str chunk;
        const char *problem;

        if (length > data.len - at - CHUNK_FRAME)
            return "it ends too early";
        chunk = str_slice(data, at, at + length + CHUNK_FRAME);
        problem = parse_chunk(arena, chunk, file);
        if (problem)
            return problem;
        if (str_eq(str_slice(chunk, 4, 8), STR("IEND")))
            return file->data_len > 0 ? NULL : "it has no picture";
        at += chunk.len;
    }
    return "it ends too early";
}
