// SPDX-License-Identifier: MIT
// Only the headers are read here: PNG's IHDR (RFC 2083, 11.2.2) and JPEG's
// frame header (ITU-T T.81, B.2.2). The pixels are src/pdf's.
#include "layout/image.h"

#include "layout/context.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// A photo on a CV needs a few hundred kilobytes; more would be a mistake,
// and a CV of that size is refused by many upload forms.
#define MAX_FILE_SIZE ((size_t)20 * 1024 * 1024)
// Larger pictures are a mistake, or made to use up memory.
#define MAX_PIXELS 10000
// Below this a printed photo shows its pixels.
#define MIN_PIXELS_PER_INCH 150

static bool read_file(struct arena *arena, FILE *file, size_t size,
                      struct str *data)
{
    char *bytes = arena_alloc(arena, size + 1);

    *data = (struct str){bytes, fread(bytes, 1, size, file)};
    return data->len == size && !ferror(file);
}

static bool open_photo(struct arena *arena, const char *path, struct pos pos,
                       struct diags *diags, struct str *data)
{
    // Opening a pipe must not wait for its other end.
    int fd = open(path, O_RDONLY | O_NONBLOCK);
    FILE *file = fd >= 0 ? fdopen(fd, "rb") : NULL;
    struct stat status;
    bool good = false;

    if (!file) {
        if (fd >= 0)
            close(fd);
        diag_error(diags, pos, STR("the path is relative to the profile"),
                   "cannot open the photo %s: %s", path, strerror(errno));
        return false;
    }
    if (fstat(fileno(file), &status) != 0 || !S_ISREG(status.st_mode))
        diag_error(diags, pos, (struct str){"", 0}, "the photo %s is no file",
                   path);
    else if (status.st_size < 0 || (size_t)status.st_size > MAX_FILE_SIZE)
        diag_error(diags, pos, STR("at most 20 MiB"),
                   "the photo %s is too large", path);
    else if (!read_file(arena, file, (size_t)status.st_size, data))
        diag_error(diags, pos, (struct str){"", 0}, "cannot read the photo %s",
                   path);
    else
        good = true;
    fclose(file);
    return good;
}

static int read_big_endian(const unsigned char *bytes, int count)
{
    uint32_t value = 0;

    for (int i = 0; i < count; i++)
        value = value << 8 | bytes[i];
    return (int)(value & 0x7FFFFFFF);
}

static bool read_png(struct str data, struct image *image)
{
    static const char signature[] = "\x89PNG\r\n\x1a\n";
    const unsigned char *bytes = (const unsigned char *)data.ptr;

    if (data.len < 33 || memcmp(data.ptr, signature, 8) != 0 ||
        memcmp(data.ptr + 12, "IHDR", 4) != 0)
        return false;
    image->width = read_big_endian(bytes + 16, 4);
    image->height = read_big_endian(bytes + 20, 4);
    return true;
}

static bool is_frame_header(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
           marker != 0xC8 && marker != 0xCC;
}

static bool read_jpeg(struct str data, struct image *image)
{
    const unsigned char *bytes = (const unsigned char *)data.ptr;
    size_t at = 2;

    if (data.len < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        return false;
    while (at + 9 < data.len && bytes[at] == 0xFF) {
        int marker = bytes[at + 1];
        size_t length = (size_t)read_big_endian(bytes + at + 2, 2);

        if (marker == 0xFF) { // fill byte
            at++;
            continue;
        }
        if (is_frame_header(marker)) {
            image->height = read_big_endian(bytes + at + 5, 2);
            image->width = read_big_endian(bytes + at + 7, 2);
            image->jpeg = true;
            return true;
        }
        at += 2 + length;
    }
    return false;
}

struct image *image_read(struct arena *arena, struct str path, struct pos pos,
                         struct diags *diags)
{
    struct image *image = arena_new_of(arena, struct image);
    const char *name = str_to_cstr(arena, path);

    image->path = path;
    if (!open_photo(arena, name, pos, diags, &image->data))
        return NULL;
    if (!read_png(image->data, image) && !read_jpeg(image->data, image)) {
        diag_error(diags, pos, STR("a photo is a PNG or a JPEG file"),
                   "%s is neither PNG nor JPEG, or it is broken", name);
        return NULL;
    }
    if (image->width <= 0 || image->height <= 0 || image->width > MAX_PIXELS ||
        image->height > MAX_PIXELS) {
        diag_error(diags, pos, STR("at most 10000 pixels each way"),
                   "the photo %s has %d x %d pixels", name, image->width,
                   image->height);
        return NULL;
    }
    return image;
}

struct rows image_layout(struct layout_context *context,
                         const struct block *block, sp width)
{
    struct rows rows = {0};
    struct piece piece = piece_new(context);
    struct image *image = image_read(context->arena, block->image_path.str,
                                     block->image_path.pos, context->diags);
    struct item item = {
        .kind = ITEM_IMAGE, .role = context->role, .element = block->element};
    sp shown = block->image_width < width ? block->image_width : width;

    if (!image)
        return rows;
    item.image = image;
    item.width = shown;
    item.height = sp_mul_div(shown, image->height, image->width);
    if ((int64_t)image->width * PT(72) <
        (int64_t)MIN_PIXELS_PER_INCH * item.width)
        diag_warning(context->diags, block->image_path.pos,
                     STR("print needs 150 pixels per inch and more"),
                     "the photo has too few pixels: %d for %d pt", image->width,
                     (int)(item.width / SP_PER_PT));
    vec_push(context->arena, &piece.items, item);
    rows_push(context->arena, &rows, 0, 0, item.height, piece);
    return rows;
}
