// SPDX-License-Identifier: MIT
// Lengths in exact integer arithmetic: 1 in = 72 pt = 2.54 cm.
#include "base/length.h"

__extension__ typedef __int128 wide;

#define MILLION 1000000
#define MAX_UNITS 10000

sp sp_mul_div_wide(sp a, sp b, sp c)
{
    wide product = (wide)a * b;
    wide half = c / 2;

    return (sp)((product >= 0 ? product + half : product - half) / c);
}

static bool parse_unit(struct str s, enum length_unit *unit)
{
    static const struct {
        const char *name;
        enum length_unit unit;
    } units[] = {
        {"pt", LENGTH_PT}, {"cm", LENGTH_CM}, {"mm", LENGTH_MM},
        {"in", LENGTH_IN}, {"em", LENGTH_EM},
    };

    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (str_eq_cstr(s, units[i].name)) {
            *unit = units[i].unit;
            return true;
        }
    }
    return false;
}

bool length_parse(struct str s, struct length *length)
{
    size_t i = 0;
    bool negative = s.len > 0 && s.ptr[0] == '-';
    int64_t value = 0;
    int64_t place = MILLION / 10;

    if (negative)
        i++;
    if (i >= s.len || !ascii_is_digit(s.ptr[i]))
        return false;
    for (; i < s.len && ascii_is_digit(s.ptr[i]); i++) {
        value = value * 10 + (s.ptr[i] - '0');
        if (value > MAX_UNITS)
            return false;
    }
    value *= MILLION;
    if (i < s.len && s.ptr[i] == '.') {
        i++;
        if (i >= s.len || !ascii_is_digit(s.ptr[i]))
            return false;
        for (; i < s.len && ascii_is_digit(s.ptr[i]); i++, place /= 10)
            value += (s.ptr[i] - '0') * place;
    }
    length->millionths = negative ? -value : value;
    return parse_unit(str_trim(str_slice(s, i, s.len)), &length->unit);
}

sp length_to_sp(struct length length, sp em)
{
    switch (length.unit) {
    case LENGTH_PT:
        return sp_mul_div(length.millionths, SP_PER_PT, MILLION);
    case LENGTH_IN:
        return sp_mul_div(length.millionths, 72 * SP_PER_PT, MILLION);
    case LENGTH_CM:
        return sp_mul_div(length.millionths, 7200 * SP_PER_PT,
                          (sp)254 * MILLION);
    case LENGTH_MM:
        return sp_mul_div(length.millionths, 720 * SP_PER_PT,
                          (sp)254 * MILLION);
    case LENGTH_EM:
        return sp_mul_div(length.millionths, em, MILLION);
    }
    return 0;
}

void buf_add_pt(struct buf *buf, sp length, int decimals)
{
    static const int64_t powers[] = {1, 10, 100, 1000, 10000, 100000};
    int64_t power = powers[decimals];
    int64_t value = sp_mul_div(length, power, SP_PER_PT);
    char digits[24];
    size_t count = 0;

    if (value < 0) {
        buf_add_char(buf, '-');
        value = -value;
    }
    for (int i = 0; i < decimals || value > 0 || i == decimals; i++) {
        if (i == decimals && decimals > 0)
            digits[count++] = '.';
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    }
    while (count > 0)
        buf_add_char(buf, digits[--count]);
}
