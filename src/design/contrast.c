// SPDX-License-Identifier: MIT
// Relative luminance and contrast in integers, for equal results everywhere.
#include "design/contrast.h"

// The light of each value of a channel, in 1/100000 (WCAG 2.1, relative
// luminance).
static const int light[256] = {
    0,     30,    61,    91,    121,   152,    182,   212,   243,   273,
    304,   335,   368,   402,   439,   478,    518,   561,   605,   651,
    700,   750,   802,   857,   913,   972,    1033,  1096,  1161,  1229,
    1298,  1370,  1444,  1521,  1600,  1681,   1764,  1850,  1938,  2029,
    2122,  2217,  2315,  2416,  2519,  2624,   2732,  2843,  2956,  3071,
    3190,  3310,  3434,  3560,  3689,  3820,   3955,  4092,  4231,  4374,
    4519,  4667,  4817,  4971,  5127,  5286,   5448,  5613,  5781,  5951,
    6125,  6301,  6480,  6663,  6848,  7036,   7227,  7421,  7619,  7819,
    8022,  8228,  8438,  8650,  8866,  9084,   9306,  9531,  9759,  9990,
    10224, 10462, 10702, 10946, 11193, 11444,  11697, 11954, 12214, 12477,
    12744, 13014, 13287, 13563, 13843, 14126,  14413, 14703, 14996, 15293,
    15593, 15896, 16203, 16513, 16827, 17144,  17465, 17789, 18116, 18447,
    18782, 19120, 19462, 19807, 20156, 20508,  20864, 21223, 21586, 21953,
    22323, 22697, 23074, 23455, 23840, 24228,  24620, 25016, 25415, 25818,
    26225, 26636, 27050, 27468, 27889, 28315,  28744, 29177, 29614, 30054,
    30499, 30947, 31399, 31855, 32314, 32778,  33245, 33716, 34191, 34670,
    35153, 35640, 36131, 36625, 37124, 37626,  38133, 38643, 39157, 39676,
    40198, 40724, 41254, 41789, 42327, 42869,  43415, 43966, 44520, 45079,
    45641, 46208, 46778, 47353, 47932, 48515,  49102, 49693, 50289, 50888,
    51492, 52100, 52712, 53328, 53948, 54572,  55201, 55834, 56471, 57112,
    57758, 58408, 59062, 59720, 60383, 61050,  61721, 62396, 63076, 63760,
    64448, 65141, 65837, 66539, 67244, 67954,  68669, 69387, 70110, 70838,
    71569, 72306, 73046, 73791, 74540, 75294,  76052, 76815, 77582, 78354,
    79130, 79910, 80695, 81485, 82279, 83077,  83880, 84687, 85499, 86316,
    87137, 87962, 88792, 89627, 90466, 91310,  92158, 93011, 93869, 94731,
    95597, 96469, 97345, 98225, 99110, 100000,
};

// In 1/100000.
static int64_t luminance(uint32_t colour)
{
    return ((int64_t)2126 * light[colour >> 16 & 0xFF] +
            (int64_t)7152 * light[colour >> 8 & 0xFF] +
            (int64_t)722 * light[colour & 0xFF]) /
           10000;
}

int contrast(uint32_t a, uint32_t b)
{
    int64_t high = luminance(a) + 5000;
    int64_t low = luminance(b) + 5000;

    if (high < low)
        return contrast(b, a);
    return (int)(high * 100 / low);
}

uint32_t contrast_text(uint32_t background)
{
    return contrast(0xFFFFFF, background) >= contrast(0, background) ? 0xFFFFFF
                                                                     : 0;
}

void paint_colours(const struct paint *text, const struct paint *background,
                   uint32_t *const *colours, size_t count)
{
    uint32_t colour = text->colour;

    if (text->kind == PAINT_NONE)
        return;
    if (text->kind == PAINT_AUTO)
        colour = contrast_text(
            background->kind == PAINT_COLOUR ? background->colour : 0xFFFFFF);
    for (size_t i = 0; i < count; i++)
        *colours[i] = colour;
}

void header_paint(struct design *design)
{
    uint32_t *const colours[] = {&design->colors.name, &design->colors.headline,
                                 &design->colors.connections};

    paint_colours(&design->header.text_color, &design->header.background,
                  colours, sizeof colours / sizeof *colours);
}

void sidebar_paint(struct design *design)
{
    uint32_t *const colours[] = {
        &design->colors.body,           &design->colors.name,
        &design->colors.headline,       &design->colors.connections,
        &design->colors.section_titles, &design->colors.group_titles,
        &design->colors.links,
    };

    paint_colours(&design->sidebar.text_color, &design->sidebar.background,
                  colours, sizeof colours / sizeof *colours);
}

// A colour of the design by the option's name.
struct named {
    const char *name;
    uint32_t colour;
};

static void check_named(const struct paint *background, const char *where,
                        const struct named *colours, size_t count,
                        struct diags *diags)
{
    uint32_t better;

    if (background->kind != PAINT_COLOUR)
        return;
    better = contrast_text(background->colour);
    for (size_t i = 0; i < count; i++) {
        int found = contrast(colours[i].colour, background->colour);

        if (found < CONTRAST_MIN)
            diag_warning(diags, background->pos,
                         str_format(diags_arena(diags),
                                    "4.5 : 1 is the least that is easy to "
                                    "read; text_color: auto takes %s",
                                    better ? "white" : "black"),
                         "colors.%s (#%06x) can hardly be read on the "
                         "background of the %s: the contrast is %d.%d : 1",
                         colours[i].name, (unsigned)colours[i].colour, where,
                         found / 100, found % 100 / 10);
    }
}

static void check_header(const struct design *design, struct diags *diags)
{
    struct design painted = *design;
    struct named colours[3];

    header_paint(&painted);
    colours[0] = (struct named){"name", painted.colors.name};
    colours[1] = (struct named){"headline", painted.colors.headline};
    colours[2] = (struct named){"connections", painted.colors.connections};
    check_named(&design->header.background, "header", colours,
                sizeof colours / sizeof *colours, diags);
}

void contrast_check(const struct design *design, const struct design *sidebar,
                    struct diags *diags)
{
    check_header(design, diags);
    if (sidebar) {
        const struct named colours[] = {
            {"body", sidebar->colors.body},
            {"connections", sidebar->colors.connections},
            {"section_titles", sidebar->colors.section_titles},
            {"group_titles", sidebar->colors.group_titles},
            {"links", sidebar->colors.links},
        };

        check_named(&design->sidebar.background, "sidebar", colours,
                    sizeof colours / sizeof *colours, diags);
    }
}
