// SPDX-License-Identifier: MIT
// Images as XObjects, each once. A JPEG file goes in untouched; a PNG is
// decoded here with libpng's simplified interface, for libharu's own loader
// lets libpng abort the process on a damaged file.
#include "pdf/writer.h"

#include "pdf/jpeg.h"

#include <png.h>
#include <string.h>

// A decoded A4 page at 600 dpi has 35 million pixels; more is an attack or a
// mistake, and would take gigabytes.
#define PIXELS_MAX 40000000

static HPDF_Dict image_dict(struct writer *writer, struct str data,
                            uint32_t width, uint32_t height)
{
    HPDF_Dict dict = writer_stream(writer, data);

    dict_name(dict, "Type", "XObject");
    dict_name(dict, "Subtype", "Image");
    dict_int(dict, "Width", width);
    dict_int(dict, "Height", height);
    dict_int(dict, "BitsPerComponent", 8);
    if (dict)
        dict->header.obj_class |= HPDF_OSUBCLASS_XOBJECT;
    return dict;
}

static HPDF_Dict add_jpeg(struct writer *writer, const struct image *image)
{
    struct jpeg jpeg;
    HPDF_Dict dict;
    HPDF_Array decode;

    if (!jpeg_parse(image->data, &jpeg)) {
        writer_fail(writer, "%.*s: not a JPEG file that PDF can show",
                    STR_ARG(image->path));
        return NULL;
    }
    dict = image_dict(writer, image->data, jpeg.width, jpeg.height);
    if (!dict)
        return NULL;
    dict->filter = HPDF_STREAM_FILTER_DCT_DECODE;
    dict_name(dict, "ColorSpace",
              jpeg.components == 1   ? "DeviceGray"
              : jpeg.components == 3 ? "DeviceRGB"
                                     : "DeviceCMYK");
    if (jpeg.components == 4 && jpeg.adobe) {
        // Adobe's programs store the four inks inverted.
        decode = dict_array(dict, "Decode");
        for (int i = 0; i < 8; i++)
            array_int(decode, i % 2 == 0);
    }
    return dict;
}

// Takes every second part of interleaved pixels: colours, then their alpha.
static struct str split_channels(struct arena *arena, const png_byte *pixels,
                                 size_t count, size_t colours, bool alpha)
{
    size_t size = alpha ? 1 : colours;
    char *out = arena_alloc(arena, count * size);

    for (size_t i = 0; i < count; i++)
        memcpy(out + i * size,
               pixels + i * (colours + 1) + (alpha ? colours : 0), size);
    return (struct str){out, count * size};
}

static HPDF_Dict add_pixels(struct writer *writer, const png_image *png,
                            const png_byte *pixels)
{
    bool alpha = png->format & PNG_FORMAT_FLAG_ALPHA;
    size_t colours = png->format & PNG_FORMAT_FLAG_COLOR ? 3 : 1;
    size_t count = (size_t)png->width * png->height;
    struct str data = {(const char *)pixels, count * colours};
    HPDF_Dict mask;
    HPDF_Dict dict;

    if (alpha)
        data = split_channels(writer->arena, pixels, count, colours, false);
    dict = image_dict(writer, data, png->width, png->height);
    dict_name(dict, "ColorSpace", colours == 3 ? "DeviceRGB" : "DeviceGray");
    if (!alpha)
        return dict;
    data = split_channels(writer->arena, pixels, count, colours, true);
    mask = image_dict(writer, data, png->width, png->height);
    dict_name(mask, "ColorSpace", "DeviceGray");
    dict_object(dict, "SMask", mask);
    return dict;
}

static bool fail_png(struct writer *writer, const struct image *image,
                     const char *reason)
{
    return writer_fail(writer, "%.*s: cannot read the PNG file: %s",
                       STR_ARG(image->path), reason);
}

// Decodes to 8 bits a channel; palettes, 16 bits and interlacing are gone.
static png_byte *decode_png(struct writer *writer, const struct image *image,
                            png_image *png)
{
    png_byte *pixels;

    png->version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(png, image->data.ptr,
                                          image->data.len)) {
        fail_png(writer, image, png->message);
        return NULL;
    }
    if ((uint64_t)png->width * png->height > PIXELS_MAX) {
        png_image_free(png);
        fail_png(writer, image, "it has over 40 million pixels");
        return NULL;
    }
    png->format &= PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR;
    pixels = arena_array(writer->arena, (size_t)png->width * png->height,
                         PNG_IMAGE_PIXEL_SIZE(png->format));
    if (!png_image_finish_read(png, NULL, pixels, 0, NULL)) {
        fail_png(writer, image, png->message);
        return NULL;
    }
    return pixels;
}

static HPDF_Dict add_png(struct writer *writer, const struct image *image)
{
    png_image png = {0};
    png_byte *pixels = decode_png(writer, image, &png);

    return pixels ? add_pixels(writer, &png, pixels) : NULL;
}

static struct pdf_image *lookup(const struct writer *writer,
                                const struct image *image)
{
    for (size_t i = 0; i < writer->images.len; i++) {
        struct pdf_image *known = &writer->images.ptr[i];

        if (known->image == image || (known->image->jpeg == image->jpeg &&
                                      str_eq(known->image->data, image->data)))
            return known;
    }
    return NULL;
}

HPDF_Dict writer_image(const struct writer *writer, const struct image *image)
{
    const struct pdf_image *found = lookup(writer, image);

    return found ? found->dict : NULL;
}

static bool add_image(struct writer *writer, const struct image *image)
{
    struct pdf_image added = {.image = image};

    if (lookup(writer, image))
        return true;
    added.dict = image->jpeg ? add_jpeg(writer, image) : add_png(writer, image);
    if (!added.dict)
        return false;
    vec_push(writer->arena, &writer->images, added);
    return true;
}

bool writer_add_images(struct writer *writer)
{
    const struct page_list *pages = &writer->pages->pages;

    for (size_t p = 0; p < pages->len; p++)
        for (size_t i = 0; i < pages->ptr[p].items.len; i++) {
            const struct item *item = &pages->ptr[p].items.ptr[i];

            if (item->kind == ITEM_IMAGE && !add_image(writer, item->image))
                return writer_ok(writer, "images");
        }
    return writer_ok(writer, "images");
}
