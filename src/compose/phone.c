// SPDX-License-Identifier: MIT
// Country codes are those of ITU-T E.164: one digit for 1 and 7, two for the
// codes listed, three for all others.
#include "compose/phone.h"

static const char two_digit_codes[] =
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 "
    "57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98";

// Countries where a national number begins with 0.
static const char trunk_zero_codes[] =
    "20 27 31 32 33 40 41 43 44 46 49 60 61 62 63 64 66 81 82 84 86 90 91 92 "
    "93 94 95 98 353 358 380 972";

static bool is_listed(const char *codes, struct str code)
{
    struct str rest = str_from_cstr(codes);

    while (rest.ptr)
        if (str_eq(str_split(&rest, ' '), code))
            return true;
    return false;
}

static size_t country_code_length(struct str digits)
{
    if (digits.len > 0 && (digits.ptr[0] == '1' || digits.ptr[0] == '7'))
        return 1;
    return is_listed(two_digit_codes, str_slice(digits, 0, 2)) ? 2 : 3;
}

// The number's digits in the writer's groups, blank-separated, without the
// plus. "(0)" is a trunk prefix that nobody dials with the country code. An
// extension stays behind the groups as written.
static struct str group_digits(struct arena *arena, struct str number,
                               struct str *extension)
{
    struct buf groups = {.arena = arena};
    size_t i = 0;

    for (; i < number.len && !ascii_is_alpha(number.ptr[i]); i++) {
        char c = number.ptr[i];

        if (c == '(' &&
            str_starts(str_slice(number, i, number.len), STR("(0)")))
            i += 2;
        else if (ascii_is_digit(c))
            buf_add_char(&groups, c);
        else if (groups.len > 0 && groups.ptr[groups.len - 1] != ' ')
            buf_add_char(&groups, ' ');
    }
    *extension = str_slice(number, i, number.len);
    return str_trim(buf_str(&groups));
}

static struct str only_digits(struct arena *arena, struct str groups)
{
    struct buf digits = {.arena = arena};

    for (size_t i = 0; i < groups.len; i++)
        if (ascii_is_digit(groups.ptr[i]))
            buf_add_char(&digits, groups.ptr[i]);
    return buf_str(&digits);
}

static struct str format_national(struct arena *arena, struct str code,
                                  struct str rest, struct str digits)
{
    if (str_eq_cstr(code, "1") && digits.len == 11)
        return str_format(arena, "(%.*s) %.*s-%.*s", 3, digits.ptr + 1, 3,
                          digits.ptr + 4, 4, digits.ptr + 7);
    if (is_listed(trunk_zero_codes, code))
        return str_format(arena, "0%.*s", STR_ARG(rest));
    return rest;
}

struct str phone_format(struct arena *arena, struct str number,
                        enum phone_format format)
{
    struct str extension;
    struct str groups;
    struct str digits;
    struct str code;
    struct str rest;
    struct str shown = {"", 0};

    number = str_trim(number);
    if (!str_starts(number, STR("+")))
        return number;
    groups = group_digits(arena, number, &extension);
    digits = only_digits(arena, groups);
    code = str_slice(digits, 0, country_code_length(digits));
    rest = str_trim(str_slice(groups, code.len, groups.len));
    switch (format) {
    case PHONE_E164:
        shown = str_format(arena, "+%.*s", STR_ARG(digits));
        break;
    case PHONE_INTERNATIONAL:
        shown = str_format(arena, "+%.*s %.*s", STR_ARG(code), STR_ARG(rest));
        break;
    case PHONE_NATIONAL:
        shown = format_national(arena, code, rest, digits);
        break;
    }
    if (extension.len == 0)
        return shown;
    return str_format(arena, "%.*s %.*s", STR_ARG(shown), STR_ARG(extension));
}
