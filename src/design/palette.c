// SPDX-License-Identifier: MIT
// Colours that derive from one accent, and whether text in a colour can be
// read on white paper: contrast as WCAG 2.1 defines it, in integers.
#include "design/design.h"
#include "design/schema.h"

// The tones of an accent, in per cent of its way from black or to white.
#define DARKER_PERCENT 75
#define LIGHTER_PERCENT 55

// The light of a channel of sRGB, of 65535.
static const uint16_t light[256] = {
    0,     20,    40,    60,    80,    99,    119,   139,   159,   179,   199,
    219,   241,   264,   288,   313,   340,   367,   396,   427,   458,   491,
    526,   562,   599,   637,   677,   718,   761,   805,   851,   898,   947,
    997,   1048,  1101,  1156,  1212,  1270,  1330,  1391,  1453,  1517,  1583,
    1651,  1720,  1790,  1863,  1937,  2013,  2090,  2170,  2250,  2333,  2418,
    2504,  2592,  2681,  2773,  2866,  2961,  3058,  3157,  3258,  3360,  3464,
    3570,  3678,  3788,  3900,  4014,  4129,  4247,  4366,  4488,  4611,  4736,
    4864,  4993,  5124,  5257,  5392,  5530,  5669,  5810,  5953,  6099,  6246,
    6395,  6547,  6700,  6856,  7014,  7174,  7335,  7500,  7666,  7834,  8004,
    8177,  8352,  8528,  8708,  8889,  9072,  9258,  9445,  9635,  9828,  10022,
    10219, 10417, 10619, 10822, 11028, 11235, 11446, 11658, 11873, 12090, 12309,
    12530, 12754, 12980, 13209, 13440, 13673, 13909, 14146, 14387, 14629, 14874,
    15122, 15371, 15623, 15878, 16135, 16394, 16656, 16920, 17187, 17456, 17727,
    18001, 18277, 18556, 18837, 19121, 19407, 19696, 19987, 20281, 20577, 20876,
    21177, 21481, 21787, 22096, 22407, 22721, 23038, 23357, 23678, 24002, 24329,
    24658, 24990, 25325, 25662, 26001, 26344, 26688, 27036, 27386, 27739, 28094,
    28452, 28813, 29176, 29542, 29911, 30282, 30656, 31033, 31412, 31794, 32179,
    32567, 32957, 33350, 33745, 34143, 34544, 34948, 35355, 35764, 36176, 36591,
    37008, 37429, 37852, 38278, 38706, 39138, 39572, 40009, 40449, 40891, 41337,
    41785, 42236, 42690, 43147, 43606, 44069, 44534, 45002, 45473, 45947, 46423,
    46903, 47385, 47871, 48359, 48850, 49344, 49841, 50341, 50844, 51349, 51858,
    52369, 52884, 53401, 53921, 54445, 54971, 55500, 56032, 56567, 57105, 57646,
    58190, 58737, 59287, 59840, 60396, 60955, 61517, 62082, 62650, 63221, 63795,
    64372, 64952, 65535,
};

// Between white and a colour, in tenths: 10 to 210. Red, green and blue have
// their parts of the luminance; 0.05 is the paper's and the room's own light.
static int contrast(uint32_t colour)
{
    int64_t luminance = 2126 * (int64_t)light[colour >> 16 & 0xFF] +
                        7152 * (int64_t)light[colour >> 8 & 0xFF] +
                        722 * (int64_t)light[colour & 0xFF];
    int64_t white = 10000 * (int64_t)65535;

    return (int)(10 * (white + white / 20) / (luminance + white / 20));
}

// The colour at a part of its light, or of its strength on white paper.
static uint32_t tone(uint32_t colour, int percent, bool lighter)
{
    uint32_t out = 0;

    for (int shift = 16; shift >= 0; shift -= 8) {
        int part = (int)(colour >> shift & 0xFF);

        part =
            lighter ? 255 - (255 - part) * percent / 100 : part * percent / 100;
        out |= (uint32_t)part << shift;
    }
    return out;
}

static const struct node *own_colour(const struct node *design, const char *key)
{
    const struct node *colour = node_lookup(node_lookup(design, "colors"), key);

    return node_is_null(colour) ? NULL : colour;
}

static void derive(const struct node *node, struct design *design)
{
    uint32_t accent = design->colors.accent;
    uint32_t darker = tone(accent, DARKER_PERCENT, false);
    const struct {
        const char *key;
        uint32_t *place;
        uint32_t colour;
    } colours[] = {
        {"name", &design->colors.name, darker},
        {"headline", &design->colors.headline, accent},
        {"connections", &design->colors.connections, accent},
        {"section_titles", &design->colors.section_titles, accent},
        {"links", &design->colors.links, darker},
    };
    const struct node *border =
        node_lookup(node_lookup(node, "header"), "photo_border");

    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
        if (!own_colour(node, colours[i].key))
            *colours[i].place = colours[i].colour;
    if (node_is_null(node_lookup(border, "color")))
        design->header.photo.border_colour =
            tone(accent, LIGHTER_PERCENT, true);
}

// Type that is read with less contrast: WCAG 2.1, success criterion 1.4.3.
#define LARGE PT(18)
#define LARGE_BOLD PT(14)
#define MIN_CONTRAST 45
#define MIN_LARGE_CONTRAST 30

static void check(const struct node *colour, uint32_t value, bool large,
                  struct diags *diags)
{
    int found = contrast(value);
    int least = large ? MIN_LARGE_CONTRAST : MIN_CONTRAST;
    uint32_t own;

    // A mistake was told; the colour is the theme's then.
    if (!colour || found >= least || colour->kind != NODE_SCALAR ||
        !colour_parse(colour->text, &own) || own != value)
        return;
    diag_warning(diags, colour->pos, STR("take a darker tone"),
                 "text in this colour is hard to read on white: its contrast "
                 "is %d.%d : 1, and should be %d.%d : 1",
                 found / 10, found % 10, least / 10, least % 10);
}

static void check_all(const struct node *node, struct diags *diags,
                      const struct design *design)
{
    const struct {
        const char *key;
        uint32_t colour;
        int face; // enum face_role
    } texts[] = {
        {"body", design->colors.body, FACE_BODY},
        {"accent", design->colors.accent, FACE_CONNECTIONS},
        {"name", design->colors.name, FACE_NAME},
        {"headline", design->colors.headline, FACE_HEADLINE},
        {"connections", design->colors.connections, FACE_CONNECTIONS},
        {"section_titles", design->colors.section_titles, FACE_SECTION_TITLES},
        {"group_titles", design->colors.group_titles, FACE_GROUP_TITLES},
        {"links", design->colors.links, FACE_BODY},
        {"footer", design->colors.footer, FACE_BODY},
        {"top_note", design->colors.top_note, FACE_BODY},
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct face_style *face =
            &design->typography.faces[texts[i].face];

        check(own_colour(node, texts[i].key), texts[i].colour,
              face->size >= (face->bold ? LARGE_BOLD : LARGE), diags);
    }
}

void palette_apply(const struct node *node, struct diags *diags,
                   struct design *design)
{
    if (own_colour(node, "accent"))
        derive(node, design);
    check_all(node, diags, design);
}
