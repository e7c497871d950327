// SPDX-License-Identifier: MIT
// Any bytes as a photo; what is accepted must go into a PDF. A PNG file is
// read again with its check sums mended, to get at what they protect.
#include "pdf/pdf.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void write_pdf(struct arena *arena, struct image *image)
{
    struct item item = {.kind = ITEM_IMAGE,
                        .width = PT(100),
                        .height = PT(100),
                        .image = image};
    struct page page = {.width = PT(500), .height = PT(500)};
    struct pages pages = {0};
    struct pdf_options options = {.conformance = CONFORMANCE_DEFAULT};
    struct str pdf;
    struct str error;

    vec_push(arena, &page.items, item);
    vec_push(arena, &pages.pages, page);
    if (!pdf_write(arena, &pages, &options, &pdf, &error))
        abort();
}

static void read_photo(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct diags *diags = diags_new(arena);
    struct source source = {.name = STR("fuzz")};
    struct image *image = image_from_data(
        arena, STR("photo"), (struct str){(const char *)data, size},
        (struct pos){&source, 1, 1, 1}, diags);

    // A refused file must not go without a message.
    if (!image == (diags_errors(diags) == 0))
        abort();
    if (image && (image->width <= 0 || image->height <= 0))
        abort();
    if (image)
        write_pdf(arena, image);
    arena_free(arena);
}

static void mend_sums(uint8_t *data, size_t size)
{
    size_t at = 8;

    while (at < size && size - at >= 12) {
        size_t length = (size_t)data[at] << 24 | (size_t)data[at + 1] << 16 |
                        (size_t)data[at + 2] << 8 | data[at + 3];
        uLong sum;

        if (length > size - at - 12)
            return;
        sum = crc32(0, data + at + 4, (uInt)length + 4);
        for (size_t i = 0; i < 4; i++)
            data[at + 8 + length + i] = (uint8_t)(sum >> (24 - 8 * i));
        at += length + 12;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t *mended;

    read_photo(data, size);
    if (size < 8 || memcmp(data, "\x89PNG", 4) != 0)
        return 0;
    mended = malloc(size);
    if (!mended)
        abort();
    memcpy(mended, data, size);
    mend_sums(mended, size);
    read_photo(mended, size);
    free(mended);
    return 0;
}
