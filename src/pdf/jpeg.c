// SPDX-License-Identifier: MIT
// Walks the marker segments of a JPEG file (ITU-T T.81, annex B) up to the
// frame header. Each segment tells its length; none is read beyond the data.
#include "pdf/jpeg.h"

#define MARKER_SOI 0xD8
#define MARKER_SOS 0xDA
#define MARKER_APP14 0xEE

static unsigned byte_at(struct str data, size_t offset)
{
    return (unsigned char)data.ptr[offset];
}

static unsigned read16(struct str data, size_t offset)
{
    return byte_at(data, offset) << 8 | byte_at(data, offset + 1);
}

// SOF0 to SOF15, without DHT, JPG and DAC, which lie between them.
static bool is_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
           marker != 0xC8 && marker != 0xCC;
}

// PDF readers decode baseline, extended and progressive Huffman frames only.
static bool is_readable_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xC2;
}

static bool parse_frame(struct str segment, struct jpeg *jpeg)
{
    if (segment.len < 6 || byte_at(segment, 0) != 8)
        return false;
    jpeg->height = read16(segment, 1);
    jpeg->width = read16(segment, 3);
    jpeg->components = (int)byte_at(segment, 5);
    return jpeg->width > 0 && jpeg->height > 0 &&
           (jpeg->components == 1 || jpeg->components == 3 ||
            jpeg->components == 4);
}

bool jpeg_parse(struct str data, struct jpeg *jpeg)
{
    size_t at = 2;

    *jpeg = (struct jpeg){0};
    if (data.len < 2 || read16(data, 0) != (0xFF00 | MARKER_SOI))
        return false;
    while (at + 4 <= data.len && byte_at(data, at) == 0xFF) {
        unsigned marker = byte_at(data, at + 1);
        size_t length;
        struct str segment;

        if (marker == 0xFF) { // a fill byte
            at++;
            continue;
        }
        length = read16(data, at + 2);
        if (marker == MARKER_SOS || length < 2 || length > data.len - at - 2)
            return false;
        segment = str_slice(data, at + 4, at + 2 + length);
        if (is_frame(marker))
            return is_readable_frame(marker) && parse_frame(segment, jpeg);
        if (marker == MARKER_APP14 && str_starts(segment, STR("Adobe")))
            jpeg->adobe = true;
        at += 2 + length;
    }
    return false;
}
