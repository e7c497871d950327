// SPDX-License-Identifier: MIT
// Colours as profiles write them: CSS's notations without alpha.
#include "design/colour_data.h"
#include "design/schema.h"

#define MAX_NAMES 160

static int hex_digit(char c)
{
    if (ascii_is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

static bool parse_hex(struct str s, uint32_t *colour)
{
    uint32_t value = 0;

    if (s.len != 3 && s.len != 6)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        int digit = hex_digit(s.ptr[i]);

        if (digit < 0)
            return false;
        value = value * 16 + (uint32_t)digit;
        if (s.len == 3)
            value = value * 16 + (uint32_t)digit;
    }
    *colour = value;
    return true;
}

// Parses "0, 79, 144" or "207 100% 28%": three numbers in thousandths, any
// fraction after three decimals cut. *percent tells of a sign behind each.
static bool parse_triple(struct str s, int64_t values[3], bool percent[3])
{
    size_t i = 0;

    for (int n = 0; n < 3; n++) {
        int64_t place = 100;

        while (i < s.len && (s.ptr[i] == ' ' || s.ptr[i] == ','))
            i++;
        if (i >= s.len || !ascii_is_digit(s.ptr[i]))
            return false;
        values[n] = 0;
        for (; i < s.len && ascii_is_digit(s.ptr[i]) && values[n] < 10000; i++)
            values[n] = values[n] * 10 + (s.ptr[i] - '0');
        values[n] *= 1000;
        if (i < s.len && s.ptr[i] == '.')
            for (i++; i < s.len && ascii_is_digit(s.ptr[i]); i++, place /= 10)
                values[n] += (s.ptr[i] - '0') * place;
        percent[n] = i < s.len && s.ptr[i] == '%';
        i += percent[n] ? 1 : 0;
    }
    return str_trim(str_slice(s, i, s.len)).len == 0;
}

static bool parse_rgb(struct str s, uint32_t *colour)
{
    int64_t v[3];
    bool percent[3];

    if (!parse_triple(s, v, percent))
        return false;
    *colour = 0;
    for (int i = 0; i < 3; i++) {
        int64_t byte =
            percent[i] ? (v[i] * 255 + 50000) / 100000 : (v[i] + 500) / 1000;

        if (byte > 255)
            return false;
        *colour = *colour << 8 | (uint32_t)byte;
    }
    return true;
}

// CSS Color 4, section 7: hue in degrees, saturation and lightness in
// percent; here in thousandths.
static uint32_t hsl_channel(int64_t n, int64_t h, int64_t s, int64_t l)
{
    int64_t k = (n * 1000 + h * 1000 / 30000) % 12000;
    int64_t a = s * (l < 100000 - l ? l : 100000 - l) / 100000;
    int64_t low = k - 3000 < 9000 - k ? k - 3000 : 9000 - k;
    int64_t value;

    if (low > 1000)
        low = 1000;
    if (low < -1000)
        low = -1000;
    value = l - a * low / 1000;
    return (uint32_t)((value * 255 + 50000) / 100000);
}

static bool parse_hsl(struct str s, uint32_t *colour)
{
    int64_t v[3];
    bool percent[3];

    if (!parse_triple(s, v, percent) || percent[0] || !percent[1] ||
        !percent[2] || v[0] > 360000 || v[1] > 100000 || v[2] > 100000)
        return false;
    *colour = hsl_channel(0, v[0], v[1], v[2]) << 16 |
              hsl_channel(8, v[0], v[1], v[2]) << 8 |
              hsl_channel(4, v[0], v[1], v[2]);
    return true;
}

static bool is_call(struct str s, struct str name, struct str *arguments)
{
    if (!str_starts(s, name) || !str_ends(s, STR(")")))
        return false;
    *arguments = str_slice(s, name.len, s.len - 1);
    return true;
}

// The names stand in alphabetical order.
static bool find_name(struct str s, uint32_t *colour)
{
    size_t low = 0;
    size_t high = colour_name_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_cmp(s, str_from_cstr(colour_names[middle].name));

        if (order == 0) {
            *colour = colour_names[middle].value;
            return true;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

bool colour_parse(struct str s, uint32_t *colour)
{
    struct str arguments;
    char folded[32];
    size_t count = 0;

    s = str_trim(s);
    if (str_starts(s, STR("#")))
        return parse_hex(str_slice(s, 1, s.len), colour);
    if (is_call(s, STR("rgb("), &arguments))
        return parse_rgb(arguments, colour);
    if (is_call(s, STR("hsl("), &arguments))
        return parse_hsl(arguments, colour);
    // Names are short; a longer word is none, and cut it matches none.
    for (; count < s.len && count < sizeof folded; count++)
        folded[count] = ascii_is_upper(s.ptr[count])
                            ? (char)(s.ptr[count] - 'A' + 'a')
                            : s.ptr[count];
    if (find_name((struct str){folded, count}, colour))
        return true;
    return parse_hex(s, colour);
}

struct str colour_suggest(struct str s)
{
    struct str names[MAX_NAMES];
    size_t count = 0;

    for (; count < colour_name_count && count < MAX_NAMES; count++)
        names[count] = str_from_cstr(colour_names[count].name);
    return suggest_nearest(str_trim(s), names, count);
}
