// SPDX-License-Identifier: MIT
// Walks header, Name INDEX, Top DICT INDEX and charset (Technical Note 5176,
// sections 6 to 13). A read beyond the end sets `bad` and gives 0, so that
// one check at the end is enough.
#include "text/cff.h"

#define OP_CHARSET 15
#define OP_ESCAPE 12
#define OP_ROS 30 // after the escape: CID-keyed

struct reader {
    const unsigned char *data;
    size_t size;
    size_t at;
    bool bad;
};

static unsigned read_u8(struct reader *reader)
{
    if (reader->at >= reader->size) {
        reader->bad = true;
        return 0;
    }
    return reader->data[reader->at++];
}

static unsigned read_u16(struct reader *reader)
{
    unsigned high = read_u8(reader);

    return high << 8 | read_u8(reader);
}

static size_t read_offset(struct reader *reader, unsigned size)
{
    size_t value = 0;

    while (size-- > 0)
        value = value << 8 | read_u8(reader);
    return value;
}

// Reads an INDEX and moves behind it; *first is its first object.
static void read_index(struct reader *reader, struct reader *first)
{
    unsigned count = read_u16(reader);
    unsigned off_size;
    size_t offsets;
    size_t end;

    *first = (struct reader){.data = reader->data};
    if (count == 0)
        return;
    off_size = read_u8(reader);
    if (off_size < 1 || off_size > 4) {
        reader->bad = true;
        return;
    }
    offsets = reader->at;
    // Offsets count from the byte before the objects.
    end = offsets + (size_t)off_size * (count + 1) - 1;
    first->at = end + read_offset(reader, off_size);
    first->size = end + read_offset(reader, off_size);
    reader->at = offsets + (size_t)off_size * count;
    reader->at = end + read_offset(reader, off_size);
    if (first->size > reader->size || first->at > first->size)
        reader->bad = true;
}

// Skips a real number: nibbles up to 15.
static void skip_real(struct reader *reader)
{
    unsigned byte;

    do
        byte = read_u8(reader);
    while (!reader->bad && byte >> 4 != 15 && (byte & 15) != 15);
}

static long read_operand(struct reader *reader, unsigned b0)
{
    if (b0 == 28)
        return (int16_t)read_u16(reader);
    if (b0 == 29) {
        unsigned high = read_u16(reader);

        return (int32_t)(high << 16 | read_u16(reader));
    }
    if (b0 == 30) {
        skip_real(reader);
        return 0;
    }
    if (b0 <= 246)
        return (long)b0 - 139;
    if (b0 <= 250)
        return ((long)b0 - 247) * 256 + (long)read_u8(reader) + 108;
    return -((long)b0 - 251) * 256 - (long)read_u8(reader) - 108;
}

struct top_dict {
    bool cid_keyed;
    size_t charset;
};

static void read_top_dict(struct reader *dict, struct top_dict *top)
{
    long operand = 0; // the last one

    while (dict->at < dict->size && !dict->bad) {
        unsigned b0 = read_u8(dict);

        if (b0 == OP_ESCAPE) {
            if (read_u8(dict) == OP_ROS)
                top->cid_keyed = true;
        } else if (b0 == OP_CHARSET) {
            top->charset = operand > 0 ? (size_t)operand : 0;
        } else if (b0 >= 28 && b0 != 31 && b0 != 255) {
            operand = read_operand(dict, b0);
        }
    }
}

// Glyph 0 is CID 0 and not listed.
static void read_charset(struct reader *reader, uint32_t *cids, size_t count)
{
    unsigned format = read_u8(reader);
    size_t glyph = 1;

    if (format > 2)
        reader->bad = true;
    while (glyph < count && !reader->bad) {
        unsigned cid = read_u16(reader);
        unsigned left = 0;

        if (format == 1)
            left = read_u8(reader);
        else if (format == 2)
            left = read_u16(reader);
        for (unsigned i = 0; i <= left && glyph < count; i++)
            cids[glyph++] = cid + i;
    }
}

bool cff_read_cids(struct arena *arena, struct str cff, size_t glyph_count,
                   const uint32_t **cids)
{
    struct reader reader = {.data = (const unsigned char *)cff.ptr,
                            .size = cff.len};
    struct reader object;
    struct top_dict top = {false, 0};
    uint32_t *list;

    *cids = NULL;
    reader.at = 2; // behind major and minor version
    reader.at = read_u8(&reader);
    read_index(&reader, &object); // names
    read_index(&reader, &object); // top dictionaries
    if (reader.bad)
        return false;
    read_top_dict(&object, &top);
    if (object.bad || !top.cid_keyed)
        return !object.bad;
    list = arena_array_of(arena, glyph_count, uint32_t);
    *cids = list;
    if (top.charset <= 2) { // none: in CID fonts it means the identity
        for (size_t i = 0; i < glyph_count; i++)
            list[i] = (uint32_t)i;
        return true;
    }
    reader.at = top.charset;
    read_charset(&reader, list, glyph_count);
    return !reader.bad;
}
