// SPDX-License-Identifier: MIT
// The pages that record.c recorded, as floor.c draws them. Lengths in points,
// y upwards, as PDF has them.
#ifndef VITA_BENCH_FLOOR_H
#define VITA_BENCH_FLOOR_H

#include <hpdf.h>

#define NAME_BYTES 128

struct blob {
    unsigned char *ptr;
    size_t len;
};

// One embedded subset.
struct face {
    int cff;
    char name[NAME_BYTES];
    int metrics[8]; // bounding box, ascent, descent, cap height, angle
    size_t count;
    int *widths;
    struct blob file;
    struct blob cmap;
    HPDF_Dict dict; // in the document that is being made
};

struct shown {
    float back; // of the pen before the glyph, in 1/1000 em
    unsigned code;
};

struct segment {
    int op; // as enum path_op of text/outline.h
    float points[6];
};

enum kind { TEXT, RULE, PATH, LINK };

struct thing {
    enum kind kind;
    unsigned colour;
    float x, y, width, height;
    // TEXT
    size_t face;
    float size;
    int expansion; // of the widths, in 1/1000
    size_t count;  // of glyphs or segments
    struct shown *glyphs;
    struct segment *segments;
    char *url;
};

struct sheet {
    float width, height;
    size_t count;
    struct thing *things;
};

struct recording {
    const char *folder;
    size_t face_count;
    struct face *faces;
    size_t sheet_count;
    struct sheet *sheets;
};

// Reads FOLDER/pages.txt and the fonts beside it, or ends the program. The
// caller frees it with recording_free().
void recording_read(struct recording *recording, const char *folder);
void recording_free(struct recording *recording);

// Tells what is wrong and ends the program.
_Noreturn void die(const char *message);

// Returns zeroed memory for count things and one more.
void *array(size_t count, size_t size);

#endif
