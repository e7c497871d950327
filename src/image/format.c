// SPDX-License-Identifier: MIT
// Names what a file is that was given for a picture, by its first bytes.
#include "image/parts.h"

// Where a text file may have its first mark of what it is.
#define TEXT_LOOK 1024

struct mark {
    size_t at;
    const char *bytes;
    size_t len;
    const char *name;
};

#define MARK(at, bytes, name)                                                  \
    {                                                                          \
        at, bytes, sizeof(bytes) - 1, name                                     \
    }

static const struct mark marks[] = {
    MARK(0, "GIF8", "a GIF file"),
    MARK(8, "WEBP", "a WebP file"),
    MARK(4, "ftypavif", "an AVIF file"),
    MARK(4, "ftypavis", "an AVIF file"),
    MARK(4, "ftyphei", "a HEIC file"),
    MARK(4, "ftyphev", "a HEIC file"),
    MARK(4, "ftypmif1", "a HEIC file"),
    MARK(4, "ftypmsf1", "a HEIC file"),
    MARK(4, "ftyp", "a video"),
    MARK(0, "II*\0", "a TIFF file or a camera's raw file"),
    MARK(0, "MM\0*", "a TIFF file or a camera's raw file"),
    MARK(0, "BM", "a BMP file"),
    MARK(0, "%PDF", "a PDF file"),
    MARK(0, "%!PS", "a PostScript file"),
    MARK(0, "8BPS", "a Photoshop file"),
    MARK(0, "gimp xcf", "a GIMP file"),
    MARK(4, "jP  ", "a JPEG 2000 file"),
    MARK(0, "\xFF\x4F\xFF\x51", "a JPEG 2000 file"),
    MARK(4, "JXL ", "a JPEG XL file"),
    MARK(0, "\xFF\x0A", "a JPEG XL file"),
};

// Texts: found anywhere near the start, in this order.
static const struct mark text_marks[] = {
    MARK(0, "<svg", "an SVG file"),
    MARK(0, "<html", "a web page"),
    MARK(0, "<!doctype html", "a web page"),
    MARK(0, "git-lfs", "a pointer of Git LFS and not the file itself"),
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

const char *format_name(struct str data)
{
    char lower[TEXT_LOOK];
    struct str text = {lower, 0};

    for (size_t i = 0; i < COUNT(marks); i++) {
        const struct mark *mark = &marks[i];
        struct str start = str_slice(data, mark->at, mark->at + mark->len);

        if (str_eq(start, (struct str){mark->bytes, mark->len}))
            return mark->name;
    }
    for (; text.len < data.len && text.len < TEXT_LOOK; text.len++) {
        lower[text.len] = ascii_lower(data.ptr[text.len]);
    }
    for (size_t i = 0; i < COUNT(text_marks); i++)
        if (str_find(text, str_from_cstr(text_marks[i].bytes), 0) != SIZE_MAX)
            return text_marks[i].name;
    return NULL;
}
