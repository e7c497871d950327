#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes a small PNG of a picture: palette.py <IN.ppm >OUT.png

Each channel is rounded to a few levels, so that a page of text has less than
256 colours and takes a byte a pixel.
"""

import re
import struct
import sys
import zlib

LEVELS = (16, 12, 9, 6)  # at most 216 colours in the end


def read_ppm(data):
    header = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    width, height = int(header[1]), int(header[2])
    return width, height, data[header.end():][:3 * width * height]


def rounded(pixels, levels):
    step = 255 / (levels - 1)
    table = bytes(round(round(v / step) * step) for v in range(256))
    return pixels.translate(table)


def chunk(name, data):
    body = name + data
    return struct.pack(">I", len(data)) + body + struct.pack(
        ">I", zlib.crc32(body))


def main():
    width, height, pixels = read_ppm(sys.stdin.buffer.read())
    for levels in LEVELS:
        flat = rounded(pixels, levels)
        colours = [flat[i:i + 3] for i in range(0, len(flat), 3)]
        palette = sorted(set(colours))
        if len(palette) <= 256:
            break
    index = {colour: i for i, colour in enumerate(palette)}
    bytes_ = bytes(index[colour] for colour in colours)
    rows = b"".join(b"\0" + bytes_[y * width:(y + 1) * width]
                    for y in range(height))
    sys.stdout.buffer.write(
        b"\x89PNG\r\n\x1a\n" +
        chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)) +
        chunk(b"PLTE", b"".join(palette)) +
        chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


main()
