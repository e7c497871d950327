// SPDX-License-Identifier: MIT
// Colours that derive from one accent, and whether text in a colour can be
// read on white paper.
#include "design/contrast.h"
#include "design/schema.h"

#include <string.h>

#define WHITE 0xFFFFFF

// The tones of an accent, in per cent of its way from black or to white.
#define DARKER_PERCENT 75
#define LIGHTER_PERCENT 55

static int channel(uint32_t colour, int shift)
{
    return (int)(colour >> shift & 0xFF);
}

// The colour at a part of its light, or of its strength on white paper.
static uint32_t tone(uint32_t colour, int percent, bool lighter)
{
    uint32_t out = 0;

    for (int shift = 16; shift >= 0; shift -= 8) {
        int part = channel(colour, shift);

        part =
            lighter ? 255 - (255 - part) * percent / 100 : part * percent / 100;
        out |= (uint32_t)part << shift;
    }
    return out;
}

static int min_channel(uint32_t colour)
{
    int least = channel(colour, 0);

    for (int shift = 8; shift <= 16; shift += 8)
        if (channel(colour, shift) < least)
            least = channel(colour, shift);
    return least;
}

static int max_channel(uint32_t colour)
{
    return 255 - min_channel(~colour & WHITE);
}

// As bright and as strong as the colour, of the accent's hue: a theme's tinted
// grey in another tint. The accent's middle is between its channels' extremes.
static uint32_t retint(uint32_t colour, uint32_t accent)
{
    int strength = max_channel(colour) - min_channel(colour);
    int middle = (max_channel(colour) + min_channel(colour)) / 2;
    int accent_strength = max_channel(accent) - min_channel(accent);
    int accent_middle = (max_channel(accent) + min_channel(accent)) / 2;
    uint32_t out = 0;

    for (int shift = 16; shift >= 0; shift -= 8) {
        int off = channel(accent, shift) - accent_middle;
        int part = middle;

        if (accent_strength > 0)
            part += off * strength / accent_strength;
        part = part < 0 ? 0 : part > 255 ? 255 : part;
        out |= (uint32_t)part << shift;
    }
    return out;
}

// The colour, or the next darker or lighter tone that can be read.
#define TONE_STEP 5
static uint32_t readable(uint32_t colour, const struct paint *background)
{
    bool lighter;
    uint32_t found = colour;

    if (background->kind != PAINT_COLOUR)
        return colour;
    lighter = contrast_text(background->colour) == WHITE;
    for (int percent = 100 - TONE_STEP;
         percent >= 0 && contrast(found, background->colour) < CONTRAST_MIN;
         percent -= TONE_STEP)
        found = tone(colour, percent, lighter);
    return found;
}

static const struct node *own_colour(const struct node *design, const char *key)
{
    const struct node *colour = node_lookup(node_lookup(design, "colors"), key);

    return node_is_null(colour) ? NULL : colour;
}

// A band is of the accent itself, a tinted sidebar of its hue.
static void derive_backgrounds(const struct node *node, struct design *design)
{
    uint32_t accent = design->colors.accent;
    struct paint *band = &design->header.background;
    struct paint *strip = &design->sidebar.background;
    const struct node *header = node_lookup(node, "header");
    const struct node *sidebar = node_lookup(node, "sidebar");

    if (band->kind == PAINT_COLOUR &&
        node_is_null(node_lookup(header, "background")))
        band->colour = accent;
    if (strip->kind == PAINT_COLOUR &&
        node_is_null(node_lookup(sidebar, "background")))
        strip->colour = retint(strip->colour, accent);
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
    derive_backgrounds(node, design);
}

// What an own design of the sidebar says of the colour, else what that of the
// CV does; the last one counts.
static const struct node *sidebar_colour(const struct node *const *layers,
                                         size_t count, const char *key)
{
    const struct node *colour = NULL;

    for (size_t i = 0; i < count; i++)
        if (own_colour(layers[i], key))
            colour = own_colour(layers[i], key);
    return colour;
}

void palette_apply_sidebar(const struct node *const *layers, size_t count,
                           struct design *design)
{
    uint32_t accent = design->colors.accent;
    uint32_t darker = tone(accent, DARKER_PERCENT, false);
    const struct {
        const char *key;
        uint32_t *place;
        uint32_t colour;
    } colours[] = {
        {"body", &design->colors.body, retint(design->colors.body, accent)},
        {"name", &design->colors.name, darker},
        {"headline", &design->colors.headline, accent},
        {"connections", &design->colors.connections,
         retint(design->colors.connections, accent)},
        {"section_titles", &design->colors.section_titles, accent},
        {"group_titles", &design->colors.group_titles,
         retint(design->colors.group_titles, accent)},
        {"links", &design->colors.links, darker},
    };

    if (!sidebar_colour(layers, count, "accent") ||
        design->sidebar.text_color.kind != PAINT_NONE)
        return;
    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
        const struct node *own = sidebar_colour(layers, count, colours[i].key);
        uint32_t colour;

        if (!own)
            *colours[i].place =
                readable(colours[i].colour, &design->sidebar.background);
        else if (own->kind == NODE_SCALAR && colour_parse(own->text, &colour))
            *colours[i].place = colour; // the theme's sidebar lay over it
    }
}

// Type that is read with less contrast: WCAG 2.1, success criterion 1.4.3.
#define LARGE PT(18)
#define LARGE_BOLD PT(14)
#define MIN_CONTRAST 45
#define MIN_LARGE_CONTRAST 30

static void check(const struct node *colour, uint32_t value, bool large,
                  struct diags *diags)
{
    int found = contrast(value, WHITE) / 10;
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
        bool header = texts[i].face == FACE_NAME ||
                      texts[i].face == FACE_HEADLINE ||
                      strcmp(texts[i].key, "connections") == 0;

        // What stands on another colour is checked with that.
        if (header && design->header.background.kind == PAINT_COLOUR)
            continue;
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
