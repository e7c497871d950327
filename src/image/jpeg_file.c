// SPDX-License-Identifier: MIT
// Each segment tells its length and a scan ends before the next marker, so
// that the walk needs no decoding. It reaches the end marker or fails.
#include "image/jpeg_file.h"

#include "image/parts.h"

#define MARKER_SOF0 0xC0
#define MARKER_DHT 0xC4
#define MARKER_JPG 0xC8
#define MARKER_DAC 0xCC
#define MARKER_SOF15 0xCF
#define MARKER_RST0 0xD0
#define MARKER_RST7 0xD7
#define MARKER_EOI 0xD9
#define MARKER_SOS 0xDA
#define MARKER_APP0 0xE0
#define MARKER_APP1 0xE1
#define MARKER_APP2 0xE2
#define MARKER_APP14 0xEE

// Progressive files have about ten scans; with many, a small file keeps a
// decoder busy for minutes.
#define SCANS_MAX 100

static const char too_short[] = "it ends too early";
static const char no_segment[] = "a segment has a wrong length";

static bool is_frame(unsigned marker)
{
    return marker >= MARKER_SOF0 && marker <= MARKER_SOF15 &&
           marker != MARKER_DHT && marker != MARKER_JPG && marker != MARKER_DAC;
}

static const char *parse_frame(struct str segment, unsigned marker,
                               struct jpeg_file *file)
{
    static const char rgb[] = "RGB";

    if (file->frame)
        return "it has two frames";
    if (segment.len < 6 || segment.len < 6 + 3 * read8(segment, 5))
        return no_segment;
    file->frame = marker;
    file->precision = (int)read8(segment, 0);
    file->height = read16(segment, 1);
    file->width = read16(segment, 3);
    file->components = (int)read8(segment, 5);
    file->rgb_ids = file->components == 3;
    for (size_t i = 0; i < 3 && file->rgb_ids; i++)
        file->rgb_ids = segment.ptr[6 + 3 * i] == rgb[i];
    return NULL;
}

// "ICC_PROFILE\0", the part's number, the count of parts, the part.
static void parse_icc(struct str segment, struct jpeg_file *file)
{
    int number;
    int count;

    if (segment.len < 14)
        return;
    number = (int)read8(segment, 12);
    count = (int)read8(segment, 13);
    if (number == 0 || number > count || file->icc[number - 1].ptr ||
        (file->icc_count > 0 && file->icc_count != count)) {
        file->icc_unsound = true;
        return;
    }
    file->icc_count = count;
    file->icc[number - 1] = str_slice(segment, 14, segment.len);
}

static void parse_application(struct str segment, unsigned marker,
                              struct jpeg_file *file)
{
    if (marker == MARKER_APP0 && str_starts(segment, STR("JFIF\0")))
        file->jfif = true;
    if (marker == MARKER_APP1 && !file->exif.ptr &&
        str_starts(segment, STR("Exif\0\0")))
        file->exif = segment;
    if (marker == MARKER_APP2 && str_starts(segment, STR("ICC_PROFILE\0")))
        parse_icc(segment, file);
    if (marker == MARKER_APP14 && segment.len >= 12 &&
        str_starts(segment, STR("Adobe")))
        file->adobe = true;
}

// Returns the offset of the marker behind the scan's data, or data.len.
static size_t skip_scan(struct str data, size_t at)
{
    while ((at = str_find_char(data, '\xFF', at)) < data.len - 1) {
        unsigned next = read8(data, at + 1);

        if (next != 0 && (next < MARKER_RST0 || next > MARKER_RST7))
            return at;
        at += 2;
    }
    return data.len;
}

// Reads the segment at *at and moves *at behind it.
static const char *parse_segment(struct str data, unsigned marker, size_t *at,
                                 struct jpeg_file *file)
{
    struct str segment;
    size_t length;

    if (data.len - *at < 2)
        return too_short;
    length = read16(data, *at);
    if (length < 2)
        return no_segment;
    if (length > data.len - *at)
        return too_short;
    segment = str_slice(data, *at + 2, *at + length);
    *at += length;
    if (is_frame(marker))
        return parse_frame(segment, marker, file);
    if (marker == MARKER_SOS) {
        if (!file->frame)
            return "it has no frame";
        if (++file->scans > SCANS_MAX)
            return "it has over 100 scans";
        *at = skip_scan(data, *at);
    }
    parse_application(segment, marker, file);
    return NULL;
}

const char *jpeg_file_parse(struct str data, struct jpeg_file *file)
{
    size_t at = 2;

    *file = (struct jpeg_file){0};
    while (at + 2 <= data.len) {
        unsigned marker = read8(data, at + 1);
        const char *problem;

        if (read8(data, at) != 0xFF)
            return "something stands between two segments";
        if (marker == 0xFF) { // a fill byte
            at++;
            continue;
        }
        at += 2;
        if (marker == MARKER_EOI) {
            file->end = at;
            return file->scans > 0 ? NULL : "it has no picture";
        }
        problem = parse_segment(data, marker, &at, file);
        if (problem)
            return problem;
    }
    return too_short;
}

struct str jpeg_file_icc(struct arena *arena, const struct jpeg_file *file)
{
    struct buf buf = {.arena = arena};

    if (file->icc_count == 0 && !file->icc_unsound)
        return (struct str){NULL, 0};
    for (int i = 0; i < file->icc_count; i++) {
        if (file->icc_unsound || !file->icc[i].ptr)
            return (struct str){"", 0};
        buf_add(&buf, file->icc[i]);
    }
    return (struct str){buf.len > 0 ? buf.ptr : "", buf.len};
}
