// SPDX-License-Identifier: MIT
// The file's bytes, its format, and the limits that hold for every format.
#include "image/parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// A picture on a CV needs a few hundred kilobytes; more would be a mistake,
// and a CV of that size is refused by many upload forms.
#define MAX_FILE_SIZE ((size_t)20 * 1024 * 1024)
// Larger pictures are a mistake, or made to use up memory. The cameras of
// common telephones make 50 million pixels.
#define MAX_SIDE 10000
#define MAX_PIXELS 50000000

bool reading_fail(const struct reading *reading, struct str hint,
                  const char *format, ...)
{
    struct str text;
    va_list args;

    va_start(args, format);
    text = str_vformat(reading->arena, format, args);
    va_end(args);
    diag_error(reading->diags, reading->pos, hint, "the picture %.*s %.*s",
               STR_ARG(reading->image->path), STR_ARG(text));
    return false;
}

bool reading_fail_damaged(const struct reading *reading, const char *why)
{
    return reading_fail(reading, STR("take a fresh copy of it"),
                        "is damaged: %s", why);
}

bool reading_set_size(const struct reading *reading, uint32_t width,
                      uint32_t height)
{
    if (width == 0 || height == 0 || width > MAX_SIDE || height > MAX_SIDE)
        return reading_fail(reading, STR("at most 10000 pixels each way"),
                            "has %u x %u pixels", width, height);
    if (width * height > MAX_PIXELS)
        return reading_fail(reading,
                            STR("at most 50 million; 1000 each way print well"),
                            "has %u x %u pixels", width, height);
    reading->image->stored_width = (int)width;
    reading->image->stored_height = (int)height;
    return true;
}

void reading_set_exif(const struct reading *reading, struct str exif)
{
    if (exif.ptr)
        reading->image->orientation = exif_orientation(exif);
}

void reading_set_icc(const struct reading *reading, struct str icc)
{
    if (!icc.ptr)
        return;
    switch (icc_check(icc, reading->image->components)) {
    case ICC_UNSOUND:
        // For CMYK that is an error, which jpeg_read() tells.
        if (reading->image->components != 4)
            diag_warning(reading->diags, reading->pos,
                         STR("save the picture in sRGB"),
                         "the picture's colour profile cannot be used, so that "
                         "its colours may look different");
        break;
    case ICC_SRGB:
        break;
    case ICC_OTHER:
        reading->image->icc = str_slice(icc, 0, read32(icc, 0));
        break;
    }
}

static bool fail_format(const struct reading *reading)
{
    const char *name = format_name(reading->data);

    if (reading->data.len == 0)
        return reading_fail(reading, STR("a picture is a PNG or a JPEG file"),
                            "is an empty file");
    if (!name)
        return reading_fail(reading, STR("a picture is a PNG or a JPEG file"),
                            "is neither PNG nor JPEG");
    return reading_fail(reading,
                        STR("convert it to JPEG or PNG; another name is not "
                            "enough"),
                        "is %s", name);
}

static bool read_format(const struct reading *reading)
{
    if (str_starts(reading->data, STR("\xFF\xD8")))
        return jpeg_read(reading);
    if (str_starts(reading->data, STR("\x89PNG")))
        return png_read(reading);
    return fail_format(reading);
}

struct image *image_from_data(struct arena *arena, struct str path,
                              struct str data, struct pos pos,
                              struct diags *diags)
{
    struct image *image = arena_new_of(arena, struct image);
    struct reading reading = {arena, diags, pos, data, image};
    bool turned;

    image->path = path;
    image->orientation = ORIENTATION_UPRIGHT;
    if (!read_format(&reading))
        return NULL;
    turned = image->orientation >= ORIENTATION_TRANSPOSED;
    image->width = turned ? image->stored_height : image->stored_width;
    image->height = turned ? image->stored_width : image->stored_height;
    return image;
}

static bool read_file(struct arena *arena, FILE *file, size_t size,
                      struct str *data)
{
    char *bytes = arena_alloc(arena, size + 1);

    *data = (struct str){bytes, fread(bytes, 1, size, file)};
    return data->len == size && !ferror(file);
}

static bool open_picture(struct arena *arena, const char *path, struct pos pos,
                         struct diags *diags, struct str *data)
{
    // Opening a pipe must not wait for its other end.
    int fd = open(path, O_RDONLY | O_NONBLOCK);
    FILE *file = fd >= 0 ? fdopen(fd, "rb") : NULL;
    struct stat status;
    bool good = false;

    if (!file) {
        diag_error(diags, pos, STR("the path is relative to the profile"),
                   "cannot open the picture %s: %s", path, strerror(errno));
        if (fd >= 0)
            close(fd);
        return false;
    }
    if (fstat(fileno(file), &status) != 0 || !S_ISREG(status.st_mode))
        diag_error(diags, pos, STR("name a PNG or a JPEG file"),
                   "the picture %s is %s", path,
                   S_ISDIR(status.st_mode) ? "a folder" : "no file");
    else if (status.st_size < 0 || (size_t)status.st_size > MAX_FILE_SIZE)
        diag_error(diags, pos, STR("at most 20 MiB"),
                   "the picture %s is too large", path);
    else if (!read_file(arena, file, (size_t)status.st_size, data))
        diag_error(diags, pos, (struct str){"", 0},
                   "cannot read the picture %s", path);
    else
        good = true;
    fclose(file);
    return good;
}

struct image *image_read(struct arena *arena, struct str path, struct pos pos,
                         struct diags *diags)
{
    struct str data;

    if (!open_picture(arena, str_to_cstr(arena, path), pos, diags, &data))
        return NULL;
    return image_from_data(arena, path, data, pos, diags);
}
