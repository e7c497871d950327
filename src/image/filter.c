// SPDX-License-Identifier: MIT
// PNG's filters, which PDF knows as Predictor 15: a row is told as its
// differences from its neighbours. Of a row's five forms the one with the
// smallest sum of differences is taken, as RFC 2083, 9.6, advises.
#include "image/parts.h"

#include <stdlib.h>
#include <string.h>

#define FILTERS 5
// So much of a picture tells which form packs better.
#define SAMPLE_SIZE ((size_t)1 << 20)
// What the PDF needs to say that there are filters.
#define OVERHEAD 80

struct rows {
    const unsigned char *bytes;
    size_t row_size;
    size_t pixel_size;
};

static int paeth(int left, int above, int corner)
{
    int by_left = abs(above - corner);
    int by_above = abs(left - corner);
    int by_corner = abs(left + above - 2 * corner);

    if (by_left <= by_above && by_left <= by_corner)
        return left;
    return by_above <= by_corner ? above : corner;
}

static int predict(int filter, int left, int above, int corner)
{
    switch (filter) {
    case 1:
        return left;
    case 2:
        return above;
    case 3:
        return (left + above) / 2;
    case 4:
        return paeth(left, above, corner);
    default:
        return 0;
    }
}

// Writes the filter's number and the row; returns the sum of differences.
static size_t filter_row(const struct rows *rows, size_t row, int filter,
                         unsigned char *out)
{
    const unsigned char *here = rows->bytes + row * rows->row_size;
    const unsigned char *before = row > 0 ? here - rows->row_size : NULL;
    size_t sum = 0;

    *out++ = (unsigned char)filter;
    for (size_t i = 0; i < rows->row_size; i++) {
        bool first = i < rows->pixel_size;
        int left = first ? 0 : here[i - rows->pixel_size];
        int above = before ? before[i] : 0;
        int corner = first || !before ? 0 : before[i - rows->pixel_size];
        unsigned char difference =
            (unsigned char)(here[i] - predict(filter, left, above, corner));

        out[i] = difference;
        sum += difference < 128 ? difference : 256u - difference;
    }
    return sum;
}

// Writes rows [from, to) to out, each in its best form.
static void filter_rows(struct arena *arena, const struct rows *rows,
                        size_t from, size_t to, unsigned char *out)
{
    unsigned char *form = arena_alloc(arena, rows->row_size + 1);

    for (size_t row = from; row < to; row++, out += rows->row_size + 1) {
        size_t best = filter_row(rows, row, 0, out);

        for (int filter = 1; filter < FILTERS; filter++) {
            size_t sum = filter_row(rows, row, filter, form);

            if (sum >= best)
                continue;
            best = sum;
            memcpy(out, form, rows->row_size + 1);
        }
    }
}

static struct str filtered_part(struct arena *arena, const struct rows *rows,
                                size_t from, size_t to)
{
    size_t size = (to - from) * (rows->row_size + 1);
    unsigned char *out = arena_alloc(arena, size);

    filter_rows(arena, rows, from, to, out);
    return (struct str){(char *)out, size};
}

bool image_filter_rows(struct arena *arena, struct str pixels, size_t row_size,
                       int components, struct str *filtered)
{
    struct rows rows = {(const unsigned char *)pixels.ptr, row_size,
                        (size_t)components};
    size_t count = pixels.len / row_size;
    size_t sample = SAMPLE_SIZE / row_size + 1;
    size_t from = count > sample ? (count - sample) / 2 : 0;
    size_t to = count > sample ? from + sample : count;
    struct str plain = str_slice(pixels, from * row_size, to * row_size);

    *filtered = filtered_part(arena, &rows, from, to);
    if (deflated_size(*filtered) + OVERHEAD >= deflated_size(plain))
        return false;
    if (to - from < count)
        *filtered = filtered_part(arena, &rows, 0, count);
    return true;
}
