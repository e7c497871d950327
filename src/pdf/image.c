// SPDX-License-Identifier: MIT
// Images as XObjects, each once. src/image has checked and decoded them: a
// JPEG file goes in untouched, other pixels are deflated. How the camera was
// held is a matter of the drawing matrix.
#include "pdf/writer.h"

// ISO 32000-1, table 10: each row tells which of PNG's filters it has.
#define PREDICTOR_PNG 15

static HPDF_Dict image_dict(const struct image *image, HPDF_Dict dict)
{
    dict_name(dict, "Type", "XObject");
    dict_name(dict, "Subtype", "Image");
    dict_int(dict, "Width", image->stored_width);
    dict_int(dict, "Height", image->stored_height);
    dict_int(dict, "BitsPerComponent", 8);
    if (dict)
        dict->header.obj_class |= HPDF_OSUBCLASS_XOBJECT;
    return dict;
}

// The parameters of the one filter; filters stand in a list, so that these
// must do too.
static HPDF_Dict filter_params(HPDF_Dict dict)
{
    HPDF_Array list = dict_array(dict, "DecodeParms");
    HPDF_Dict params = list ? HPDF_Dict_New(list->mmgr) : NULL;

    // HPDF_Array_Add() frees the object when it fails.
    if (!params || HPDF_Array_Add(list, params) != HPDF_OK)
        return NULL;
    return params;
}

static const char *device_name(int components)
{
    return components == 1   ? "DeviceGray"
           : components == 3 ? "DeviceRGB"
                             : "DeviceCMYK";
}

static void set_colour_space(struct writer *writer, const struct image *image,
                             HPDF_Dict dict)
{
    HPDF_Array space;
    HPDF_Dict icc;

    if (image->icc.len == 0) {
        dict_name(dict, "ColorSpace", device_name(image->components));
        return;
    }
    icc = writer_stream(writer, image->icc);
    dict_int(icc, "N", image->components);
    space = dict_array(dict, "ColorSpace");
    array_name(space, "ICCBased");
    array_object(space, icc);
}

static HPDF_Dict add_jpeg(struct writer *writer, const struct image *image)
{
    HPDF_Dict dict =
        image_dict(image, writer_plain_stream(writer, image->jpeg));
    HPDF_Array decode;

    if (!dict)
        return NULL;
    array_name(dict_array(dict, "Filter"), "DCTDecode");
    set_colour_space(writer, image, dict);
    // Readers would take it for YCbCr.
    if (image->plain_rgb)
        dict_int(filter_params(dict), "ColorTransform", 0);
    if (image->inverted) {
        decode = dict_array(dict, "Decode");
        for (int i = 0; i < 2 * image->components; i++)
            array_int(decode, i % 2 == 0);
    }
    return dict;
}

// An image of pixels, filtered if that makes it smaller.
static HPDF_Dict add_rows(struct writer *writer, const struct image *image,
                          struct str pixels, int components)
{
    size_t row_size = (size_t)image->stored_width * (size_t)components;
    struct str filtered;
    bool smaller = image_filter_rows(writer->arena, pixels, row_size,
                                     components, &filtered);
    HPDF_Dict dict =
        image_dict(image, writer_stream(writer, smaller ? filtered : pixels));
    HPDF_Dict params;

    if (!smaller)
        return dict;
    params = filter_params(dict);
    dict_int(params, "Predictor", PREDICTOR_PNG);
    dict_int(params, "Colors", components);
    dict_int(params, "BitsPerComponent", 8);
    dict_int(params, "Columns", image->stored_width);
    return dict;
}

static HPDF_Dict add_pixels(struct writer *writer, const struct image *image)
{
    HPDF_Dict dict = add_rows(writer, image, image->pixels, image->components);
    HPDF_Dict mask;

    set_colour_space(writer, image, dict);
    if (image->alpha.len == 0)
        return dict;
    mask = add_rows(writer, image, image->alpha, 1);
    dict_name(mask, "ColorSpace", "DeviceGray");
    dict_object(dict, "SMask", mask);
    return dict;
}

static bool is_same(const struct image *a, const struct image *b)
{
    return a == b ||
           (a->stored_width == b->stored_width &&
            a->components == b->components && str_eq(a->jpeg, b->jpeg) &&
            str_eq(a->pixels, b->pixels) && str_eq(a->alpha, b->alpha) &&
            str_eq(a->icc, b->icc));
}

static struct pdf_image *lookup(const struct writer *writer,
                                const struct image *image)
{
    for (size_t i = 0; i < writer->images.len; i++)
        if (is_same(writer->images.ptr[i].image, image))
            return &writer->images.ptr[i];
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
    added.dict = image->jpeg.len > 0 ? add_jpeg(writer, image)
                                     : add_pixels(writer, image);
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

// PDF puts an image's bottom row on the line from (0, 0) to (1, 0). The
// table tells where the ends of the stored picture's bottom row and left
// column lie: their origin in the corners of the place (0 left and bottom, 1
// right and top), and the ways along the row and up the column.
void image_add_matrix(struct buf *buf, const struct item *item, sp page_height)
{
    static const struct {
        signed char row_x, row_y, column_x, column_y, x, y;
    } ways[] = {
        [ORIENTATION_UPRIGHT] = {1, 0, 0, 1, 0, 0},
        [ORIENTATION_MIRRORED] = {-1, 0, 0, 1, 1, 0},
        [ORIENTATION_UPSIDE_DOWN] = {-1, 0, 0, -1, 1, 1},
        [ORIENTATION_UPSIDE_DOWN_MIRRORED] = {1, 0, 0, -1, 0, 1},
        [ORIENTATION_TRANSPOSED] = {0, -1, -1, 0, 1, 1},
        [ORIENTATION_TURN_RIGHT] = {0, -1, 1, 0, 0, 1},
        [ORIENTATION_TRANSVERSED] = {0, 1, 1, 0, 0, 0},
        [ORIENTATION_TURN_LEFT] = {0, 1, -1, 0, 1, 0},
    };
    enum orientation way = item->image->orientation;
    const struct image_frame *frame = item->frame;
    sp width = frame ? frame->width : item->width;
    sp height = frame ? frame->height : item->height;
    sp left = item->x + (frame ? frame->x : 0);
    sp bottom = page_height - item->y - (frame ? frame->y : 0) - height;
    const sp matrix[] = {
        ways[way].row_x * width,    ways[way].row_y * height,
        ways[way].column_x * width, ways[way].column_y * height,
        left + ways[way].x * width, bottom + ways[way].y * height,
    };

    for (size_t i = 0; i < sizeof matrix / sizeof *matrix; i++) {
        buf_add_number(buf, matrix[i]);
        buf_add_char(buf, ' ');
    }
}
