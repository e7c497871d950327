// SPDX-License-Identifier: MIT
// What zlib does for us: check sums, unpacking a PNG's colour profile, and
// measuring which of two forms of the pixels packs better.
#include "image/parts.h"

#include <limits.h>
#define ZLIB_CONST // zlib only reads its input
#include <zlib.h>

#define CHUNK 16384

uint32_t crc_of(struct str data)
{
    return (uint32_t)crc32_z(0, (const Bytef *)data.ptr, data.len);
}

static void set_input(z_stream *stream, struct str data)
{
    stream->next_in = (const Bytef *)data.ptr;
    stream->avail_in = (uInt)data.len;
}

bool inflate_all(struct arena *arena, struct str packed, size_t max,
                 struct str *data)
{
    struct buf buf = {.arena = arena};
    z_stream stream = {0};
    Bytef out[CHUNK];
    int status = Z_OK;

    if (packed.len > UINT_MAX || inflateInit(&stream) != Z_OK)
        return false;
    set_input(&stream, packed);
    while (status == Z_OK && buf.len <= max) {
        stream.next_out = out;
        stream.avail_out = CHUNK;
        status = inflate(&stream, Z_NO_FLUSH);
        buf_add(&buf, (struct str){(char *)out, CHUNK - stream.avail_out});
    }
    inflateEnd(&stream);
    *data = buf_str(&buf);
    return status == Z_STREAM_END && buf.len <= max;
}

size_t deflated_size(struct str data)
{
    z_stream stream = {0};
    Bytef out[CHUNK];
    size_t size;

    if (data.len > UINT_MAX || deflateInit(&stream, Z_BEST_SPEED) != Z_OK)
        return data.len;
    set_input(&stream, data);
    do {
        stream.next_out = out;
        stream.avail_out = CHUNK;
    } while (deflate(&stream, Z_FINISH) == Z_OK);
    size = stream.total_out;
    deflateEnd(&stream);
    return size;
}
