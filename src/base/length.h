// SPDX-License-Identifier: MIT
// Lengths are integers: scaled points, 65536 to the point of 1/72 inch (the
// PDF's unit; TeX calls it bp). Nothing in layout is decided in floating
// point, so equal input gives equal pages everywhere.
#ifndef VITA_BASE_LENGTH_H
#define VITA_BASE_LENGTH_H

#include "base/str.h"

// 64 bits: a paragraph of 10 000 words is longer than 2^31 sp.
typedef int64_t sp;

#define SP_PER_PT ((sp)65536)
#define PT(n) ((sp)(n)*SP_PER_PT)

// As sp_mul_div(), for products over 64 bits.
sp sp_mul_div_wide(sp a, sp b, sp c);

// Returns a * b / c rounded to nearest, half away from zero; c > 0. The
// product must fit in 128 bits, the result in 64.
static inline sp sp_mul_div(sp a, sp b, sp c)
{
    sp half = c / 2;
    sp sum;

    // Dividing 128 bits takes many times longer, and few lengths need it.
    if (__builtin_mul_overflow(a, b, &sum) ||
        __builtin_add_overflow(sum, sum >= 0 ? half : -half, &sum))
        return sp_mul_div_wide(a, b, c);
    return sum / c;
}

enum length_unit {
    LENGTH_PT,
    LENGTH_CM,
    LENGTH_MM,
    LENGTH_IN,
    LENGTH_EM,
};

// A length as written: thousand-thousandths of a unit. em is resolved when
// the font size is known.
struct length {
    int64_t millionths;
    enum length_unit unit;
};

// Parses "-1.25cm" (units pt, cm, mm, in, em; at most 6 decimals count).
// Returns false if s is no length or its magnitude is over 10 000 units.
bool length_parse(struct str s, struct length *length);

// Returns the length in sp; em is the font size for LENGTH_EM.
sp length_to_sp(struct length length, sp em);

// Appends sp as points with the given number of decimals (0 to 5), rounded
// half away from zero, without "-0". The pdf writer and the page dump share
// it.
void buf_add_pt(struct buf *buf, sp length, int decimals);

#endif
